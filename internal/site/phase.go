package site

import (
	"io"
	"iter"
	"maps"
	"slices"
)

// A Part is a piece of the site that is made by itself.
type Part struct {
	// Name is the name of a part that may be the same as in an earlier build of the
	// site; "" for one that is to be made each time.
	Name string
	// Of says on what, besides the frame of all pages, the part depends.
	Of Dependence
	// Outputs are made in an order that depends on the site alone, each when it is
	// asked for.
	Outputs iter.Seq[Output]

	writer *writer
}

// A Dependence is what a part is made from, besides what all pages have around them
// and besides the codebook, the data and the releases of the site.
type Dependence int

const (
	// OfReleases: nothing but which drafts there are, and which figures they have.
	OfReleases Dependence = iota
	// OfDrafts: also what drafts say.
	OfDrafts
)

// A Trace is what a part leaves to later phases.
type Trace struct {
	Sizes  map[string]int // of its files, in bytes, by path
	Cards  []Card
	Places []Place
}

// Trace gives what the part left, when it has been made whole.
func (p Part) Trace() Trace { return Trace{p.writer.own, p.writer.cards, p.writer.places} }

// Skip takes the trace that the part left in an earlier build in place of making it.
func (p Part) Skip(t Trace) {
	for i := range t.Cards {
		if t.Cards[i].Record == nil { // an empty one, which gob leaves out
			t.Cards[i].Record = &Record{}
		}
	}
	p.writer.own, p.writer.cards, p.writer.places = t.Sizes, t.Cards, t.Places
}

// Phases gives every page and file of the site, in parts. The parts of one phase
// may be made at the same time; the next phase is asked for when all of them have
// been made whole, because its pages give the sizes of their files, and the search
// lists their pages. What is kept of a page is the card by which the search of its
// language lists it, and its place in the sitemap.
//
// Each iteration makes the whole site anew.
func (s *Site) Phases() iter.Seq[[]Part] {
	return func(yield func([]Part) bool) {
		p := &progress{site: s, sizes: map[string]int{}, cards: map[string][]Card{}}
		for _, plan := range []func(){p.editions, p.collections, p.overviews, p.searches, p.rest} {
			plan()
			if !yield(p.parts) {
				return
			}
			p.take()
		}
	}
}

// Outputs gives the outputs of all phases, one after the other.
func (s *Site) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for parts := range s.Phases() {
			for _, part := range parts {
				for o := range part.Outputs {
					if !yield(o) {
						return
					}
				}
			}
		}
	}
}

// progress is how far the site has been made: what the phases that are over leave to
// those that follow, and the parts of the phase under way.
type progress struct {
	site   *Site
	sizes  map[string]int    // of the files put so far, in bytes, by path
	cards  map[string][]Card // by language
	places []Place

	parts   []Part
	writers []*writer // of parts
}

// editions are the reports in the languages in which they were sealed, with their
// files, the datasets, and what corrections changed for programs.
func (p *progress) editions() {
	for _, lang := range p.site.languages() {
		for _, r := range p.site.Archive.Reports {
			for _, e := range r.Editions {
				if e.Language(lang) == lang {
					name := ""
					if !e.Draft() {
						name = lang + " " + e.ID().String() + " " + e.Seal
					}
					p.named(name, OfReleases, lang, func(o *outlook, w *writer) {
						o.editionFiles(w, r, e)
						o.edition(w, r, e)
					})
				}
			}
		}
		p.named(lang+" data", OfDrafts, lang, (*outlook).data)
	}
	p.named("corrections", OfReleases, "", func(o *outlook, w *writer) { o.correctionsFile(w) })
}

// collections are what is told of several editions: the indicators, what corrections
// changed, and reports in languages in which they were not sealed, which show files of
// others.
func (p *progress) collections() {
	for _, lang := range p.site.languages() {
		for i := range p.site.Archive.Words.Indicators {
			word := &p.site.Archive.Words.Indicators[i]
			p.named(lang+" indicator "+word.ID.Value, OfDrafts, lang, func(o *outlook, w *writer) { o.indicator(w, word) })
		}
		for _, r := range p.site.Archive.Reports {
			if r.Corrected() {
				p.named(lang+" changes "+r.Round.String(), OfDrafts, lang, func(o *outlook, w *writer) { o.changes(w, r) })
			}
			for _, e := range r.Editions {
				if e.Language(lang) != lang {
					p.add(lang, func(o *outlook, w *writer) { o.edition(w, r, e) })
				}
			}
		}
	}
}

// overviews are all other pages of a language. Those that show texts of pages or of
// meetings are made each time.
func (p *progress) overviews() {
	p.add("", func(o *outlook, w *writer) { w.page("", o.languagesPage()) })
	for _, lang := range p.site.languages() {
		for _, put := range []func(*outlook, *writer){(*outlook).home, (*outlook).meetings, (*outlook).methods, (*outlook).about} {
			p.add(lang, put)
		}
		for _, x := range []struct {
			name string
			put  func(*outlook, *writer)
		}{
			{"reports", (*outlook).reports}, {"topics", (*outlook).topics}, {"organisations", (*outlook).organisations}, {"calendar", (*outlook).calendar},
			{"corrections", (*outlook).corrections},
			{"glossary", (*outlook).glossary}, {"deliveries", (*outlook).deliveries}, {"accessibility", (*outlook).accessibility},
			{"withdrawn", (*outlook).withdrawn},
		} {
			p.named(lang+" "+x.name, OfDrafts, lang, x.put)
		}
	}
}

// searches are the search of each language and its feeds.
func (p *progress) searches() {
	for _, lang := range p.site.languages() {
		cards := p.cards[lang]
		p.add(lang, func(o *outlook, w *writer) {
			o.search(w, cards)
			o.releasesFeed(w)
			o.correctionsFeed(w)
		})
	}
}

// rest is what is made for programs.
func (p *progress) rest() {
	p.add("", func(o *outlook, w *writer) {
		o.sitemap(w, p.places)
		o.versions(w)
		o.missing(w)
		o.putHeaders(w)
	})
}

// add plans a part that is made each time, in a language; "" for what belongs to none.
func (p *progress) add(lang string, put func(*outlook, *writer)) { p.named("", 0, lang, put) }

// named plans a part that may be the same as in an earlier build.
func (p *progress) named(name string, of Dependence, lang string, put func(*outlook, *writer)) {
	w := &writer{lang: lang, own: map[string]int{}}
	p.writers = append(p.writers, w)
	p.parts = append(p.parts, Part{Name: name, Of: of, writer: w, Outputs: func(yield func(Output) bool) {
		w.yield = yield
		o := &outlook{Site: p.site}
		if lang != "" {
			o = p.site.in(lang)
		}
		o.sizes = sizes{before: p.sizes, own: w.own}
		put(o, w)
	}})
}

// take keeps what the parts of the phase that is over leave.
func (p *progress) take() {
	for _, w := range p.writers {
		maps.Copy(p.sizes, w.own)
		p.cards[w.lang] = append(p.cards[w.lang], w.cards...)
		p.places = append(p.places, w.places...)
	}
	p.parts, p.writers = nil, nil
}

// sizes are those of files in bytes, by path: of the phases that are over, and of
// the part that asks.
type sizes struct{ before, own map[string]int }

func (s sizes) of(path string) (bytes int, known bool) {
	if bytes, known = s.own[path]; !known {
		bytes, known = s.before[path]
	}
	return bytes, known
}

// A writer hands the outputs of a part on until nobody wants more, and keeps what
// the part leaves to later phases.
type writer struct {
	lang    string
	yield   func(Output) bool
	stopped bool
	own     map[string]int // sizes of the files put so far
	cards   []Card
	places  []Place
}

func (w *writer) put(o Output) {
	if !w.stopped && !w.yield(o) {
		w.stopped = true
	}
}

// page puts a page at an address, a folder within the site.
func (w *writer) page(address string, p Page) {
	if i, ok := p.(illustrated); ok {
		p.Common().Interactive = slices.ContainsFunc(i.figures(), func(f *Figure) bool { return f.Option != "" })
	}
	w.catalogue(address, p)
	w.list(address, p)
	w.put(Output{Path: address + "index.html", Page: p})
}

func (w *writer) file(path string, content []byte) {
	w.own[path] = len(content)
	w.put(Output{Path: path, Content: content})
}

// stream puts a file that is written as it is made. Its size is known when it has been.
func (w *writer) stream(path string, write func(io.Writer) error) {
	w.put(Output{Path: path, Write: func(to io.Writer) error {
		counting := &counter{to: to}
		err := write(counting)
		w.own[path] = counting.bytes
		return err
	}})
}

// A counter counts the bytes that pass.
type counter struct {
	to    io.Writer
	bytes int
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.bytes += n
	return n, err
}
