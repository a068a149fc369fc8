package build

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"ronde/internal/diag"
	"ronde/internal/render"
	"ronde/internal/site"
	"ronde/internal/source"
	"ronde/internal/theme"
)

// A Preview shows a site while its analysts write: what Build with drafts would publish
// now, page by page as somebody looks at them. What was released is read once, and again
// when it changes; pages are made when they are asked for. Links to pages that are not
// there are found by Build alone, which makes all of them.
//
// Refresh is for one goroutine at a time; the other methods may be used beside it.
type Preview struct {
	options Options
	watch   *source.Watch
	read    bool      // once
	past    *past     // empty when it must be read
	dressed *dressing // nil when it must be loaded

	mu     sync.Mutex
	result Result
	failed bool // shown is of an earlier time
	shown  *showing
}

// A dressing is a theme as it was loaded.
type dressing struct {
	name      string
	languages []string
	theme     *theme.Theme
	found     *diag.List
}

// A showing is a site without errors, ready to make its pages.
type showing struct {
	theme  *theme.Theme
	pages  *site.OnDemand
	assets map[string][]byte
}

// NewPreview gives the preview of a site, of which nothing has been read yet. Today, among
// the options, is the site date where nothing else names one.
func NewPreview(fsys fs.FS, o Options) *Preview {
	o.Drafts = true
	return &Preview{options: o, watch: source.Watched(fsys), past: &past{}}
}

// Refresh reads what changed since the last time, all of it the first time, and reports
// whether anything had. With errors, the pages stay those of the last time without.
func (p *Preview) Refresh() bool {
	changed := p.watch.Renew()
	if len(changed) == 0 && p.read {
		return false
	}
	p.read = true
	if slices.ContainsFunc(changed, ofReleases) {
		p.past = &past{}
	}
	if slices.ContainsFunc(changed, func(name string) bool { return name == "themes" || strings.HasPrefix(name, "themes/") }) {
		p.dressed = nil
	}
	w := newWorkspace(p.watch)
	w.past, w.keepGoing = p.past, p.options.KeepGoing
	w.readAll(nil)
	p.past = w.past
	w.lock(nil)
	w.compileDrafts()
	if w.complete {
		if err := w.foldEditions(p.options); err != nil {
			p.set(w.usage(err), nil)
			return true
		}
		p.dress(w)
	}
	result := w.result()
	if w.stopped(p.options.Strict) {
		p.set(result, nil)
		return true
	}
	s := &showing{theme: w.theme, pages: w.site(p.options).OnDemand(), assets: map[string][]byte{}}
	for _, a := range w.theme.Assets() {
		s.assets[a.Path] = a.Data
	}
	p.set(result, s)
	return true
}

// ofReleases reports whether a name is that of an edition, or of a folder where one may have
// come or gone.
func ofReleases(name string) bool {
	parts := strings.Split(name, "/")
	return name == "." || name == "content" || len(parts) >= 2 && parts[0] == "content" && parts[1] == "reports" &&
		(len(parts) <= 3 || parts[3] == "editions")
}

// dress gives a site its theme: the one that was loaded before, when it is the same.
func (p *Preview) dress(w *workspace) {
	languages, name := w.book.Site.LanguageTags(), w.book.Site.Theme.Value
	if d := p.dressed; d == nil || d.name != name || !slices.Equal(d.languages, languages) {
		before := w.out
		w.out = &diag.List{}
		p.dressed = &dressing{name: name, languages: languages, theme: w.loadTheme(), found: w.out}
		w.out = before
	}
	w.theme = p.dressed.theme
	w.out.Append(p.dressed.found)
}

func (p *Preview) set(r Result, s *showing) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.result, p.failed = r, s == nil
	if s != nil {
		p.shown = s
	}
}

// Result is what the last Refresh found.
func (p *Preview) Result() Result {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.result
}

// Failed reports whether something is wrong, so that the pages are those of an earlier time.
func (p *Preview) Failed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

// Shows reports whether there are pages: there has been a moment without errors.
func (p *Preview) Shows() bool { return p.showing() != nil }

func (p *Preview) showing() *showing {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.shown
}

// File gives the content of a file of the site, by its path below the folder that Build
// would publish. ok is false where there is none. The error is a page that could not be
// made.
func (p *Preview) File(path string) (content []byte, ok bool, err error) {
	s := p.showing()
	if s == nil {
		return nil, false, nil
	}
	if data, is := s.assets[path]; is {
		return data, true, nil
	}
	output, ok, err := s.pages.Output(path)
	if err != nil || !ok {
		return nil, false, err
	}
	if output.Page != nil {
		content, err = render.Render(s.theme, output.Page)
		return content, err == nil, err
	}
	return output.Content, true, nil
}
