package commentary

import (
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Binding is what the references of one language are looked up in.
type Binding struct {
	Book      *codebook.Codebook
	Table     *derive.Table
	Round     period.Period // the period of a reference that names none
	Locale    *locale.Locale
	Languages []string // of the site; the order in which labels replace one another
	// Kind decides whether a value that is not there is an error.
	Kind diag.TextKind
	// First gives what a release published first of a key; nil when nothing
	// has been released.
	First func(observation.Key) derive.Value
}

// A Binder resolves the texts of one language of an edition: it puts numbers in
// the place of references, and numbers them n1, n2 … in the order in which the
// texts are given to it. It is not safe for concurrent use.
type Binder struct {
	Binding
	out        *diag.List
	titles     map[string]string // of figures, by id
	numbers    []Number
	unbound    bool
	sparklines []Picture
	values     map[number.Decimal][]roundValue // nil until a typed number is looked up
}

// A Number is a number, or words in place of one, that a text prints.
type Number struct {
	ID   string // n12
	Form string // as the reference writes it: value, change%, -12m
	// Key is what the number is about: of peak and -12m the observation that
	// is printed, of a change or share that of the value compared.
	Key      observation.Key
	Drop     string         // newest drop that the number rests on; "" when there is none
	Value    number.Decimal // of a change the difference, of a share the percentage
	HasValue bool           // false when words or a mark stand in place of a number
	Printed  string         // without the remark that may follow in brackets
	Span     diag.Span      // of the reference
}

// A Picture is a small picture that a text asks for: the series up to the
// month of the round.
type Picture struct {
	ID     string // of its figure
	Series observation.Series
}

// NewBinder makes the binder of one language. Findings go to out.
func NewBinder(b Binding, out *diag.List) *Binder {
	return &Binder{Binding: b, out: out, titles: map[string]string{}}
}

// Title names a figure by its title. A text that places it shows the title
// where figures cannot be shown.
func (b *Binder) Title(figure, title string) { b.titles[figure] = title }

// Numbers lists the numbers of all texts so far, in order.
func (b *Binder) Numbers() []Number { return b.numbers }

// Unbound reports whether the texts so far hold a reference that is wrong, so that what it
// was meant to bind is not among the numbers.
func (b *Binder) Unbound() bool { return b.unbound }

// Sparklines lists the small pictures that the texts so far ask for, each once.
func (b *Binder) Sparklines() []Picture { return b.sparklines }

// Plain resolves a document of ParsePlain into a plain text: a title, a note. No
// document is the empty text, here and in the methods below.
func (b *Binder) Plain(d *Document) string { return b.resolve(d, nil, numbersOnly) }

// Linked resolves a document of ParsePlain into Markdown, in which numbers are
// links and the author's words stand for nothing but themselves: a main point.
func (b *Binder) Linked(d *Document) string { return b.resolve(d, nil, linked) }

// Body resolves a document of ParseText into Markdown. inline are the ids of the
// figures written in it, in order.
func (b *Binder) Body(d *Document, inline []string) string { return b.resolve(d, inline, linked) }

// Unlinked resolves a document of ParseText into Markdown whose numbers are no
// links, for a page that is no edition: it has no list of numbers, no figures,
// no small pictures and no sections about topics, and asking for one is an error.
func (b *Binder) Unlinked(d *Document) string {
	if d != nil {
		for _, topic := range d.Topics {
			b.out.Add(diag.TopicOnPage(topic.Span))
		}
	}
	return b.resolve(d, nil, numbersOnly)
}

// A style says how numbers are printed.
type style bool

const (
	numbersOnly style = false
	linked      style = true
)

func (b *Binder) resolve(d *Document, inline []string, as style) string {
	if d == nil {
		return ""
	}
	b.checkSingles(d)
	b.checkTyped(d)
	w := &writer{Binder: b, document: d, links: as == linked}
	end := 0
	for _, p := range d.pieces {
		w.author(d.Source[end:p.start])
		end = p.end
		switch {
		case p.opens:
			w.text = append(w.text, p.instead...)
		case (p.inline >= 0 || p.ref.Figure.IsSet()) && !w.links:
			b.out.Add(diag.FigureOnPage(d.at(p.start, p.end)))
		case p.ref.Form.Value == Sparkline && !w.links:
			b.out.Add(diag.SparklinePlace(p.ref.Span))
		case p.inline >= 0:
			if p.inline < len(inline) {
				w.paragraph(b.figure(inline[p.inline]), d.Source[end:])
			}
		case p.ref.Figure.IsSet():
			w.text = append(w.text, b.figure(p.ref.Figure.Value)...)
		case p.ref.Literal != nil:
			w.words(*p.ref.Literal, d.Source[end:])
		case p.ref.Form.Value == Sparkline:
			w.sparkline(&p)
		case p.ref.Form.Value.Asserts():
			b.assert(&p)
		default:
			w.number(&p, d.Source[end:])
		}
	}
	w.author(d.Source[end:])
	return string(w.text)
}

func (b *Binder) figure(id string) string {
	title, ok := b.titles[id]
	if !ok {
		return escape(id, true, 0)
	}
	return image(title, id)
}

func image(words, figure string) string {
	return "![" + escape(words, false, 0) + "](" + figurePath + figure + figureEnd + ")"
}

// A writer puts one resolved text together.
type writer struct {
	*Binder
	document *Document
	links    bool // the result is Markdown; otherwise it is what the document is
	text     []byte
}

// tail is the end of what has been written: enough to see what comes before the
// next words.
func (w *writer) tail() string { return string(w.text[max(len(w.text)-256, 0):]) }

// author takes over what the author wrote.
func (w *writer) author(text string) {
	switch {
	case text == "":
	case !w.document.plain:
		w.text = append(w.text, text...)
	case w.links:
		w.text = append(w.text, escape(unescapePlain(text), lineStart(w.tail()), 0)...)
	default:
		w.text = append(w.text, unescapePlain(text)...)
	}
}

// markdown reports whether the result is Markdown.
func (w *writer) markdown() bool { return w.links || !w.document.plain }

// words writes words that are no number.
func (w *writer) words(text, after string) {
	if !w.markdown() {
		w.text = append(w.text, text...)
		return
	}
	// Digits go on behind a reference: {{lit 1}}2.
	next := byte(0)
	if after = strings.TrimLeft(after, "0123456789"); after != "" {
		next = after[0]
	}
	w.text = append(w.text, escape(text, lineStart(w.tail()), next)...)
}

// number writes the number of a reference, and its remark in brackets.
func (w *writer) number(p *piece, after string) {
	r, ok := w.answer(&p.ref)
	if !ok {
		// What is wrong has been said; the text shows where.
		w.unbound = true
		w.words(w.document.Source[p.start:p.end], after)
		return
	}
	if r.HasValue && sentenceStart(w.tail()) {
		r.Printed = w.Locale.Capitalise(r.Printed)
	}
	if p.ref.Form.Value.WithoutSign() && r.HasValue && r.Value != 0 {
		w.directed(w.document, p, r.Key)
	}
	r.ID = "n" + strconv.Itoa(len(w.numbers)+1)
	w.Binder.numbers = append(w.Binder.numbers, r.Number)
	if w.links && !p.inLink {
		w.link(r.Printed, "#"+r.ID)
	} else {
		w.words(r.Printed, after)
	}
	if len(r.remarks) > 0 {
		remark := " (" + strings.Join(r.remarks, ", ") + ")"
		if w.markdown() {
			remark = escape(remark, false, 0)
		}
		w.text = append(w.text, remark...)
	}
}

// link writes a link. An exclamation mark before it would make it an image.
func (w *writer) link(words, target string) {
	if tail := w.tail(); strings.HasSuffix(tail, "!") && !escaped(tail, len(tail)-1) {
		w.text = append(w.text[:len(w.text)-1], `\!`...)
	}
	w.text = append(w.text, "["+escape(words, false, 0)+"]("+target+")"...)
}

// sparkline writes a small picture.
func (w *writer) sparkline(p *piece) {
	s, alternative, ok := w.picture(&p.ref)
	if !ok {
		if p.ref.Else != nil {
			w.words(*p.ref.Else, "")
			return
		}
		w.words(locale.Absent.String(), "")
		return
	}
	w.text = append(w.text, image(alternative, s.ID)...)
}

// paragraph writes Markdown that stands alone between empty lines; after is
// what follows in the source.
func (w *writer) paragraph(text, after string) {
	if before := strings.TrimRight(w.tail(), " \t\r"); before != "" && !strings.HasSuffix(before, "\n\n") && !strings.HasSuffix(before, "\n\r\n") {
		w.text = append(w.text, '\n')
	}
	w.text = append(w.text, text...)
	next := strings.TrimPrefix(strings.TrimPrefix(after, "\r"), "\n")
	if line, _, _ := strings.Cut(next, "\n"); strings.TrimSpace(line) != "" {
		w.text = append(w.text, '\n')
	}
}

// sentenceStart reports whether what follows text begins a sentence.
func sentenceStart(text string) bool {
	trimmed := strings.TrimRight(text, " \t>*+-#\"“„«\u00a0")
	switch {
	case trimmed == "", strings.HasSuffix(trimmed, "\n\n"), strings.HasSuffix(trimmed, "\n\r\n"):
		return true
	case strings.HasSuffix(trimmed, "\n"):
		return len(trimmed) < len(strings.TrimRight(text, " \t")) // a mark begins the line
	case len(trimmed) == len(text):
		return false
	}
	return strings.ContainsAny(trimmed[len(trimmed)-1:], ".!?")
}
