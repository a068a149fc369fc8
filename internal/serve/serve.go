// Package serve shows a site in a browser while its analysts write.
//
// Nothing is written: pages are made in memory, each when somebody looks at it, from
// drafts too. When a file of the site changes, what it changes is read again, and every
// open page is loaded anew. While something is wrong the pages stay those of the last
// time without errors, and what is wrong stands at the foot of each, in the words of
// `ronde check`; it goes when it is mended.
//
// # Addresses
//
// The site stands at the top, as it would on its host. Below /.ronde/, where no page of a
// site can be, stand what a preview adds to it:
//
//	/.ronde/events       server-sent events: one for each change
//	/.ronde/findings     what stands at the foot of pages, as a fragment of HTML
//	/.ronde/preview.js   loads a page anew
//	/.ronde/preview.css  how the foot looks
//
// # Who may look
//
// A preview shows figures that are not released. It listens on this machine alone unless
// somebody names another address, and answers only to names of this machine: a page on the
// web could otherwise give its own name this address and read drafts through the browser
// of an analyst (DNS rebinding).
package serve

import (
	"context"
	"embed"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"ronde/internal/build"
	"ronde/internal/diag"
)

//go:embed assets
var assets embed.FS

// own is below which address things stand that are not of the site.
const own = "/.ronde/"

// A Server answers browsers from a preview.
type Server struct {
	preview *build.Preview
	state   *state
	host    string // that somebody named; "" for this machine alone
	text    diag.TextOptions
}

// New gives the server of a preview. Host is the name or number by which other machines
// reach this one, "" when none is to; text says how findings are written.
func New(preview *build.Preview, host string, text diag.TextOptions) *Server {
	// The pages that browsers show may be those of a server before this one.
	return &Server{preview: preview, state: newState(time.Now().UnixNano()), host: host, text: text}
}

// A Change is what a run found and how long it took.
type Change struct {
	Result build.Result
	Took   time.Duration
	Failed bool // so that the pages stay as they were
}

// Follow reads the site, and again each time that something wakes it, until ctx ends. told
// is called after each time that something had changed.
func (s *Server) Follow(ctx context.Context, wake <-chan struct{}, told func(Change)) {
	for {
		for {
			start := time.Now()
			if !s.preview.Refresh() {
				break
			}
			c := Change{Result: s.preview.Result(), Took: time.Since(start), Failed: s.preview.Failed()}
			s.state.advance(c.Failed)
			told(c)
			if ctx.Err() != nil {
				return
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-wake:
		}
	}
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Robots-Tag", "noindex")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !s.mayAsk(r.Host):
		http.Error(w, fmt.Sprintf("This preview answers to localhost, not to %q.", r.Host), http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "A preview can only be looked at.", http.StatusMethodNotAllowed)
	case r.URL.Path == own+"events":
		s.state.stream(w, r)
	case r.URL.Path == own+"findings":
		h.Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(s.foot())
	case strings.HasPrefix(r.URL.Path, own):
		s.asset(w, r)
	default:
		s.file(w, r)
	}
}

// mayAsk reports whether a request was made by a name of this machine, or by the one that
// it was told.
func (s *Server) mayAsk(asked string) bool {
	name := asked
	if host, _, err := net.SplitHostPort(asked); err == nil {
		name = host
	}
	name = strings.Trim(name, "[]")
	if ip := net.ParseIP(name); ip != nil { // a number belongs to nobody on the web
		return ip.IsLoopback() || s.host != ""
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || s.host != "" && name == strings.ToLower(s.host)
}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	content, err := assets.ReadFile("assets/" + strings.TrimPrefix(r.URL.Path, own))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(r.URL.Path))
	_, _ = w.Write(content)
}

// file answers with a file of the site: a page with what is wrong at its foot.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !s.state.begun(r) {
		return
	}
	version := s.state.now() // before the page is made: one that is older is loaded anew
	content, ok, err := s.preview.File(name)
	status := http.StatusOK
	if err == nil && !ok {
		// As hosts of static sites do. The address is the browser's own, without a host.
		if _, folder, _ := s.preview.File(name + "/index.html"); folder {
			http.Redirect(w, r, path.Base(name)+"/", http.StatusMovedPermanently)
			return
		}
		status, name = http.StatusNotFound, "404.html"
		content, ok, err = s.preview.File(name)
	}
	switch {
	case err != nil:
		status, content = http.StatusInternalServerError, s.plainPage(diag.Say("This page could not be made"), diag.Verbatim(err.Error()))
	case !ok && s.preview.Shows():
		content = s.plainPage(diag.Say("There is no such page"), diag.Phrase{})
	case !ok:
		status, content = http.StatusServiceUnavailable, s.plainPage(diag.Say("There is no page yet"), diag.Say("The site has not been without errors since the preview began."))
	}
	kind := contentType(name)
	if err != nil || !ok {
		kind = contentType(".html")
	}
	if strings.HasPrefix(kind, "text/html") {
		content = s.withFoot(content, version)
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write(content)
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
