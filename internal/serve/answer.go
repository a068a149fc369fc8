package serve

import (
	"net/http"
	"path"
	"strings"
)

// An answer is what a host of static sites gives for an address.
type answer struct {
	name    string // of the file
	status  int
	content []byte // nil where there is neither a file nor a page for what is missing
	folder  string // to which the address leads on; "" for none
	err     error
}

// find looks for the file of an address, by its path below the site; where there is none,
// for the page that tells so.
func find(address string, read func(path string) (content []byte, ok bool, err error)) answer {
	a := answer{name: strings.TrimPrefix(address, "/"), status: http.StatusOK}
	if a.name == "" || strings.HasSuffix(a.name, "/") {
		a.name += "index.html"
	}
	var ok bool
	if a.content, ok, a.err = read(a.name); ok || a.err != nil {
		return a
	}
	if _, folder, _ := read(a.name + "/index.html"); folder {
		// The address is the browser's own, without a host.
		a.folder = path.Base(a.name) + "/"
		return a
	}
	a.name, a.status = "404.html", http.StatusNotFound
	if a.content, ok, a.err = read(a.name); !ok {
		a.content = nil
	}
	return a
}

// page puts a page in the place of what was found.
func (a *answer) page(status int, content []byte) {
	a.name, a.status, a.content = "index.html", status, content
}

func (a *answer) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", contentType(a.name))
	w.WriteHeader(a.status)
	_, _ = w.Write(a.content)
}

// contentTypes are those of the files that a site has; what the system has noted for an
// ending differs from machine to machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".xml": "application/xml",
	".ics": "text/calendar; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2", ".png": "image/png", ".ico": "image/x-icon",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func contentType(name string) string {
	if t, known := contentTypes[path.Ext(name)]; known {
		return t
	}
	return "application/octet-stream"
}
