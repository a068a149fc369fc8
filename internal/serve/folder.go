package serve

import (
	"errors"
	"io/fs"
	"net/http"
)

// A Folder shows a published folder as its host will: links of a site lead to folders,
// which a browser that opens files shows as lists.
type Folder struct {
	guard
	files fs.FS
}

// NewFolder gives the server of a published folder. Host is the name or number by which
// other machines reach this one, "" when none is to.
func NewFolder(files fs.FS, host string) *Folder { return &Folder{guard{host}, files} }

// ServeHTTP answers one request.
func (f *Folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !f.permits(w, r) {
		return
	}
	a := find(r.URL.Path, f.read)
	switch {
	case a.folder != "":
		http.Redirect(w, r, a.folder, http.StatusMovedPermanently)
	case a.err != nil:
		http.Error(w, a.err.Error(), http.StatusInternalServerError)
	case a.content == nil:
		http.NotFound(w, r)
	default:
		a.write(w)
	}
}

func (f *Folder) read(name string) ([]byte, bool, error) {
	if !fs.ValidPath(name) {
		return nil, false, nil
	}
	info, err := fs.Stat(f.files, name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	content, err := fs.ReadFile(f.files, name)
	return content, err == nil, err
}
