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
	"net/http"
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
	guard
	preview *build.Preview
	state   *state
	text    diag.TextOptions
}

// New gives the server of a preview. Host is the name or number by which other machines
// reach this one, "" when none is to; text says how findings are written.
func New(preview *build.Preview, host string, text diag.TextOptions) *Server {
	// The pages that browsers show may be those of a server before this one.
	return &Server{guard: guard{host}, preview: preview, state: newState(time.Now().UnixNano()), text: text}
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
	switch {
	case !s.permits(w, r):
	case r.URL.Path == own+"events":
		s.state.stream(w, r)
	case r.URL.Path == own+"findings":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(s.foot())
	case strings.HasPrefix(r.URL.Path, own):
		s.asset(w, r)
	default:
		s.file(w, r)
	}
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
	if !s.state.begun(r) {
		return
	}
	version := s.state.now() // before the page is made: one that is older is loaded anew
	a := find(r.URL.Path, s.preview.File)
	switch {
	case a.folder != "":
		http.Redirect(w, r, a.folder, http.StatusMovedPermanently)
		return
	case a.err != nil:
		a.page(http.StatusInternalServerError, s.plainPage(diag.Say("This page could not be made"), diag.Verbatim(a.err.Error())))
	case a.content == nil && s.preview.Shows():
		a.page(http.StatusNotFound, s.plainPage(diag.Say("There is no such page"), diag.Phrase{}))
	case a.content == nil:
		a.page(http.StatusServiceUnavailable, s.plainPage(diag.Say("There is no page yet"), diag.Say("The site has not been without errors since the preview began.")))
	}
	if strings.HasPrefix(contentType(a.name), "text/html") {
		a.content = s.withFoot(a.content, version)
	}
	a.write(w)
}
