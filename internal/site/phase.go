package site

import (
	"io"
	"iter"
	"maps"
	"slices"

	"ronde/internal/archive"
	"ronde/internal/edition"
)

// A Part is a piece of the site that is made by itself.
type Part struct {
	// Name is the name of a part that may be the same as in an earlier build of the
	// site; "" for one that is to be made each time.
	Name string
	// Of says on what, besides the frame of all pages, the part depends.
	Of Dependence
	// covers are beginnings of the addresses of its outputs. What begins so is its own
	// unless another part covers it more closely.
	covers []string
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
		made := &traces{sizes: map[string]int{}, cards: map[string][]Card{}}
		for _, parts := range s.plan(func(int) before { return made.before() }) {
			if !yield(parts) {
				return
			}
			made.take(parts)
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

// before answers what a part asks of the phases before its own.
type before struct {
	size   func(path string) (bytes int, known bool) // of a file
	cards  func(lang string) []Card
	places func() []Place
}

// traces are what the phases that are over left.
type traces struct {
	sizes  map[string]int    // of files, in bytes, by path
	cards  map[string][]Card // by language
	places []Place
}

func (t *traces) before() before {
	return before{
		size:   func(path string) (int, bool) { n, known := t.sizes[path]; return n, known },
		cards:  func(lang string) []Card { return t.cards[lang] },
		places: func() []Place { return t.places },
	}
}

// take keeps what the parts of the phase that is over leave.
func (t *traces) take(parts []Part) {
	for _, p := range parts {
		w := p.writer
		maps.Copy(t.sizes, w.own)
		t.cards[w.lang] = append(t.cards[w.lang], w.cards...)
		t.places = append(t.places, w.places...)
	}
}

// plan gives the parts of each phase, in order, of which nothing has been made yet.
// phases answers for those before each.
func (s *Site) plan(phases func(before int) before) [][]Part {
	p := &plan{site: s}
	var all [][]Part
	for i, phase := range []func(){p.editions, p.collections, p.overviews, p.searches, p.rest} {
		p.before, p.parts = phases(i), nil
		phase()
		all = append(all, p.parts)
	}
	return all
}

// A plan is the parts of the phase that is being planned.
type plan struct {
	site   *Site
	before before // what the parts of this phase ask
	parts  []Part
}

// editions are the reports in the languages in which they were sealed, with their
// files, the datasets, and what corrections changed for programs.
func (p *plan) editions() {
	for _, lang := range p.site.languages() {
		for _, r := range p.site.Archive.Reports {
			for _, e := range r.Editions {
				if e.Language(lang) == lang {
					name := ""
					if !e.Draft() {
						name = lang + " " + e.ID().String() + " " + e.Seal
					}
					p.named(name, OfReleases, lang, editionCovers(lang, r, e), func(o *outlook, w *writer) {
						o.editionFiles(w, r, e)
						o.edition(w, r, e)
					})
				}
			}
		}
		p.named(lang+" data", OfDrafts, lang, []string{dataAt(lang)}, (*outlook).data)
	}
	p.named("corrections", OfReleases, "", []string{CorrectionsName}, func(o *outlook, w *writer) { o.correctionsFile(w) })
}

// editionCovers are the addresses of an edition; that of its report when it stands.
func editionCovers(lang string, r archive.Report, e *edition.Edition) []string {
	covers := []string{editionAt(lang, e.ID())}
	if e == r.Latest() {
		covers = append(covers, reportAt(lang, r.Round))
	}
	return covers
}

// collections are what is told of several editions: the indicators, what corrections
// changed, and reports in languages in which they were not sealed, which show files of
// others.
func (p *plan) collections() {
	for _, lang := range p.site.languages() {
		for i := range p.site.Archive.Words.Indicators {
			word := &p.site.Archive.Words.Indicators[i]
			covers := []string{indicatorAt(lang, word.ID.Value)}
			for _, id := range former(word.Formerly) {
				covers = append(covers, indicatorAt(lang, id))
			}
			p.named(lang+" indicator "+word.ID.Value, OfDrafts, lang, covers, func(o *outlook, w *writer) { o.indicator(w, word) })
		}
		for _, r := range p.site.Archive.Reports {
			if r.Corrected() {
				p.named(lang+" changes "+r.Round.String(), OfDrafts, lang, []string{changesAt(lang, r.Round)}, func(o *outlook, w *writer) { o.changes(w, r) })
			}
			for _, e := range r.Editions {
				if e.Language(lang) != lang {
					p.add(lang, editionCovers(lang, r, e), func(o *outlook, w *writer) { o.edition(w, r, e) })
				}
			}
		}
	}
}

// overviews are all other pages of a language. Those that show texts of pages or of
// meetings are made each time.
func (p *plan) overviews() {
	p.add("", []string{"index.html"}, func(o *outlook, w *writer) { w.page("", o.languagesPage()) })
	for _, lang := range p.site.languages() {
		for _, x := range []struct {
			at  string
			put func(*outlook, *writer)
		}{
			{homeAt(lang), (*outlook).home}, {meetingsAt(lang), (*outlook).meetings}, {methodsAt(lang), (*outlook).methods}, {aboutAt(lang), (*outlook).about},
		} {
			p.add(lang, []string{x.at}, x.put)
		}
		for _, x := range []struct {
			name   string
			covers []string
			put    func(*outlook, *writer)
		}{
			{"reports", []string{reportsAt(lang)}, (*outlook).reports},
			{"topics", []string{topicsAt(lang)}, (*outlook).topics},
			{"organisations", []string{organisationsAt(lang)}, (*outlook).organisations},
			{"calendar", []string{calendarAt(lang), calendarFileAt(lang)}, (*outlook).calendar},
			{"corrections", []string{correctionsAt(lang)}, (*outlook).corrections},
			{"glossary", []string{glossaryAt(lang)}, (*outlook).glossary},
			{"deliveries", []string{deliveriesAt(lang)}, (*outlook).deliveries},
			{"accessibility", []string{accessibilityAt(lang)}, (*outlook).accessibility},
			{"withdrawn", []string{reportsAt(lang)}, (*outlook).withdrawn},
		} {
			p.named(lang+" "+x.name, OfDrafts, lang, x.covers, x.put)
		}
	}
}

// searches are the search of each language and its feeds.
func (p *plan) searches() {
	before := p.before
	for _, lang := range p.site.languages() {
		p.add(lang, []string{searchAt(lang)}, func(o *outlook, w *writer) { o.search(w, before.cards(lang)) })
		p.add(lang, []string{feedAt(lang), correctionsFeedAt(lang)}, func(o *outlook, w *writer) {
			o.releasesFeed(w)
			o.correctionsFeed(w)
		})
	}
}

// rest is what is made for programs.
func (p *plan) rest() {
	s, before := p.site, p.before
	p.add("", []string{"sitemap", robotsFile}, func(_ *outlook, w *writer) { s.sitemap(w, before.places()) })
	p.add("", []string{""}, func(_ *outlook, w *writer) {
		s.versions(w)
		s.missing(w)
		s.putHeaders(w)
	})
}

// add plans a part that is made each time, in a language; "" for what belongs to none.
func (p *plan) add(lang string, covers []string, put func(*outlook, *writer)) {
	p.named("", 0, lang, covers, put)
}

// named plans a part that may be the same as in an earlier build.
func (p *plan) named(name string, of Dependence, lang string, covers []string, put func(*outlook, *writer)) {
	w, before := &writer{lang: lang}, p.before
	p.parts = append(p.parts, Part{Name: name, Of: of, covers: covers, writer: w, Outputs: func(yield func(Output) bool) {
		*w = writer{lang: lang, own: map[string]int{}, yield: yield}
		o := &outlook{Site: p.site}
		if lang != "" {
			o = p.site.in(lang)
		}
		o.sizes = sizes{before: before.size, own: w.own}
		put(o, w)
	}})
}

// sizes are those of files in bytes, by path: of the phases that are over, and of
// the part that asks.
type sizes struct {
	before func(path string) (bytes int, known bool)
	own    map[string]int
}

func (s sizes) of(path string) (bytes int, known bool) {
	bytes, known = s.own[path]
	if !known && s.before != nil {
		return s.before(path)
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
