package edition

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/cube"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Input is what an edition is compiled from.
type Input struct {
	Manifest  seal.Manifest // without drop set, languages and files, which follow from the rest
	Round     *Round
	Recurring []FigureSpec
	Shared    []codebook.File // shared inputs, to be kept with the edition as they were used
	Book      *codebook.Codebook
	Protected *disclose.Observations   // of the drop set
	Published []*disclose.Observations // what each release published, in release order
	Set, Late []*drop.Drop
	First     func(drop.ID) string // the release that took a drop first, or ""
	LeftOut   []disclose.LeftOut
	Coverage  cube.Coverage
	Locales   map[string]*locale.Locale
	Typed     map[string]*commentary.TypedNumbers
	// FiguresUnread says that the file of recurring figures has errors, and so that a figure
	// which is not there is no second one.
	FiguresUnread bool
	// Releasing makes errors of what a draft may still lack.
	Releasing bool
	// Partial says that deliveries were set aside because of errors. A figure that is empty
	// without them is no second error.
	Partial bool
}

// A compiler makes one edition.
type compiler struct {
	in        Input
	out       *diag.List
	table     *derive.Table
	vintages  *derive.Vintages
	languages []string              // that have a text, in fallback order
	set       map[string]*drop.Drop // by id
	binders   map[string]*commentary.Binder
	figures   map[string]*FigureSpec
	names     map[string]diag.Span // of figures, earlier ones among them
	order     []string             // ids of figures
}

// Compile makes an edition: the text of each language with its numbers, the
// figures that the texts place, and the words that go with them. Findings go to
// out; after errors the result holds what could be made and is not to be sealed.
func Compile(in Input, out *diag.List) *Edition {
	c := &compiler{
		in: in, out: out,
		table:    derive.New(in.Book, in.Protected),
		vintages: derive.NewVintages(in.Book, in.Published...),
		set:      map[string]*drop.Drop{},
		binders:  map[string]*commentary.Binder{},
		figures:  map[string]*FigureSpec{},
		names:    map[string]diag.Span{},
	}
	for _, d := range in.Set {
		c.set[d.ID.String()] = d
	}
	e := &Edition{Manifest: in.Manifest, Texts: map[string]*Text{}, Words: map[string]*Words{}, Codebook: c.codebook()}
	for _, language := range in.Book.Site.LanguageTags() {
		if _, ok := in.Round.Texts[language]; ok {
			c.languages = append(c.languages, language)
			c.binders[language] = c.binder(language)
		}
	}
	e.Languages = c.languages
	e.Drops = DropRefs(in.Set, in.First)
	e.LeftOut = c.leftOut()
	e.Observations = c.unpublished()
	c.collectFigures()
	c.compileFigures(e)
	for _, language := range c.languages {
		e.Texts[language] = c.text(language)
	}
	c.compileSparklines(e)
	for _, language := range c.languages {
		e.Numbers = append(e.Numbers, c.numbers(language)...)
	}
	for _, language := range c.languages {
		e.Words[language] = c.words(e, language)
	}
	c.compareLanguages()
	return e
}

// codebook is the codebook with all shared inputs among its files.
func (c *compiler) codebook() *codebook.Codebook {
	book := *c.in.Book
	book.Files = c.in.Shared
	return &book
}

func (c *compiler) locale(language string) *locale.Locale { return c.in.Locales[language] }

// unpublished is what this release adds: rows that no release published in
// this form.
func (c *compiler) unpublished() *disclose.Observations {
	return c.in.Protected.Unpublished(c.in.Book, c.in.Published...)
}

func (c *compiler) binder(language string) *commentary.Binder {
	kind := diag.OfDraft
	if c.in.Releasing {
		kind = diag.OfRelease
	}
	return commentary.NewBinder(commentary.Binding{
		Book: c.in.Book, Table: c.table, Round: c.in.Round.Round, Locale: c.locale(language),
		Languages: c.in.Book.Site.LanguageTags(), Kind: kind, First: c.firstPublished,
	}, c.out)
}

// firstPublished is the value that a release published first of a key; of a
// key that none published, the value that this one will publish.
func (c *compiler) firstPublished(key observation.Key) derive.Value {
	if first, ok := c.vintages.First(key); ok {
		return first
	}
	return c.table.At(key)
}

// collectFigures finds the figures of the round: the recurring ones that
// include it, its own, and those written in place.
func (c *compiler) collectFigures() {
	for i := range c.in.Recurring {
		if spec := &c.in.Recurring[i]; spec.In(c.in.Round.Round) {
			c.addFigure(spec)
		}
	}
	for i := range c.in.Round.Figures {
		c.addFigure(&c.in.Round.Figures[i])
	}
	for _, language := range c.languages {
		text := c.in.Round.Texts[language]
		for i := range text.Inline {
			c.addFigure(&text.Inline[i])
		}
	}
}

// addFigure takes a figure whose ids, earlier ones among them, no other figure of
// the round has: each of them is an address.
func (c *compiler) addFigure(spec *FigureSpec) {
	taken := false
	for _, id := range append([]source.At[string]{spec.ID}, spec.Formerly...) {
		if first, other := c.names[id.Value]; other {
			c.out.Add(diag.DuplicateFigure(id.Span, id.Value, first))
			taken = true
			continue
		}
		c.names[id.Value] = id.Span
	}
	if !taken {
		c.figures[spec.ID.Value] = spec
		c.order = append(c.order, spec.ID.Value)
	}
}

// compileFigures compiles the figures that the texts place, each once, in the
// order of their first appearance.
func (c *compiler) compileFigures(e *Edition) {
	compiled := map[string]bool{}
	for _, language := range c.languages {
		text := c.in.Round.Texts[language]
		for _, placed := range text.placed() {
			spec, known := c.figures[placed.Value]
			if !known && c.in.FiguresUnread {
				continue
			}
			if !known {
				c.out.Add(diag.UnknownFigure(placed.Span, placed.Value, c.order))
				continue
			}
			if compiled[placed.Value] {
				continue
			}
			compiled[placed.Value] = true
			if f := c.figure(spec); f != nil {
				e.Figures = append(e.Figures, f)
				for _, t := range f.Texts {
					c.binders[t.Language].Title(f.ID, t.Title)
				}
			}
		}
	}
}

// placed lists the figures that a text places, in order, with their places.
func (t *Commentary) placed() []source.At[string] {
	ids := make([]source.At[string], len(t.Inline))
	for i, spec := range t.Inline {
		ids[i] = spec.ID
	}
	return t.Body.Placed(ids)
}

// text resolves the text of one language.
func (c *compiler) text(language string) *Text {
	b := c.binders[language]
	from := c.in.Round.Texts[language]
	t := &Text{}
	title := c.in.Round.Report.Title
	switch words, ok := title.In(language); {
	case from.Title != nil:
		t.Title = b.Plain(from.Title)
	case ok:
		t.Title = c.plain(source.At[string]{Value: words, Span: title.SpanIn(language)}, language)
	default:
		subject := c.in.Book.Site.Subject
		if subject.IsZero() {
			subject = c.in.Book.Site.Title
		}
		t.Title = c.locale(language).ReportTitle(label(subject, language), c.in.Round.Round)
	}
	if from.Description != nil {
		t.Description = b.Plain(from.Description)
	}
	for _, point := range from.MainPoints {
		t.MainPoints = append(t.MainPoints, b.Linked(point))
	}
	inline := make([]string, len(from.Inline))
	for i, spec := range from.Inline {
		inline[i] = spec.ID.Value
	}
	t.Body = textFile(b.Body(from.Body, inline))
	return t
}

// textFile gives a text as a sealed file has it, whatever the editor in which it
// was written, so that a draft is to the last byte what is sealed.
func textFile(text string) string {
	text = strings.Trim(source.UnixLines(text), "\n")
	if text != "" {
		text += "\n"
	}
	return text
}

// plain resolves a scalar of a YAML file.
func (c *compiler) plain(text source.At[string], language string) string {
	return c.binders[language].Plain(plainText(text, c.in.Typed[language], c.out))
}

// compileSparklines draws the small pictures that the texts ask for, each once.
func (c *compiler) compileSparklines(e *Edition) {
	var done []string
	for _, language := range c.languages {
		for _, s := range c.binders[language].Sparklines() {
			if slices.Contains(done, s.ID) {
				continue
			}
			done = append(done, s.ID)
			if f := c.sparkline(s.ID, s.Series); f != nil {
				e.Figures = append(e.Figures, f)
			}
		}
	}
}

func (c *compiler) numbers(language string) []Number {
	var numbers []Number
	for _, n := range c.binders[language].Numbers() {
		numbers = append(numbers, Number{
			ID: n.ID, Language: language, Form: n.Form, Key: n.Key, Drop: n.Drop,
			Value: n.Value, HasValue: n.HasValue, Printed: n.Printed,
		})
	}
	return numbers
}

// compareLanguages warns when the languages of a report bind different
// observations, or have sections about different topics. While a reference of one
// is wrong, nobody knows what it binds.
func (c *compiler) compareLanguages() {
	var bodies []commentary.Texts
	unbound := false
	for _, language := range c.languages {
		text := c.in.Round.Texts[language]
		unbound = unbound || c.binders[language].Unbound()
		bodies = append(bodies, commentary.Texts{Language: language, File: text.File, Numbers: c.binders[language].Numbers(), Topics: text.Body.Topics})
	}
	if !unbound {
		c.out.Add(commentary.CompareLanguages(bodies)...)
	}
	c.out.Add(commentary.CompareTopics(bodies)...)
}

// placedFigures lists the figures that a resolved text places, in order.
func placedFigures(body string) []string {
	var ids []string
	for _, block := range commentary.Outline(body) {
		if block.Figure != "" {
			ids = append(ids, block.Figure)
		}
	}
	return ids
}
