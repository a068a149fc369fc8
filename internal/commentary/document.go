package commentary

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// A Document is a text with its references found and parsed, but not resolved:
// it needs no data. Ranges are byte offsets into Source.
type Document struct {
	Source  string
	Figures []Inline // figures written in place
	// Topics are those that headings name, in order, each with its place.
	Topics  []source.At[string]
	at      place
	plain   bool    // no Markdown
	pieces  []piece // in the order of the text, not overlapping
	singles []single
	typed   *TypedNumbers
	typedAt [][2]int // numbers typed by hand
}

// Inline is a figure written in place, in a fenced code block.
type Inline struct {
	Start, End int    // the whole block, fences included, without the last line end
	YAML       string // the lines between the fences, as they stand in the source
	Offset     int    // where YAML begins
}

// A piece is a part of the source that resolving replaces. An assertion has
// two: the bracket that opens the author's words, and the one that closes them
// together with the reference.
type piece struct {
	start, end int
	whole      int // offset of the beginning of its paragraph
	ref        Reference
	words      string // of the author, which an assertion checks
	said       string // the same, unless a word in front denies them
	wordsAt    diag.Span
	inLink     bool   // within the words of a link
	opens      bool   // the opening bracket of an assertion
	instead    string // what takes the place of that bracket
	inline     int    // index in Figures, when it is a figure in place; otherwise -1
}

// ParseText reads the Markdown of a report. at gives the place of a range of
// its bytes; typed knows the numbers typed by hand in its language, and may be
// nil. Findings go to out; the document holds what could be read.
func ParseText(source string, typed *TypedNumbers, at func(start, end int) diag.Span, out *diag.List) *Document {
	d := &Document{Source: source, at: at, typed: typed}
	r := &reader{Document: d, out: out}
	if !r.legible() {
		return d
	}
	root := markdown(source).Parse(text.NewReader([]byte(source)))
	// Walk cannot fail: the visitor never returns an error.
	_ = ast.Walk(root, r.visit)
	r.misplaced()
	r.findSingles()
	d.sortPieces()
	d.warnTyped(root, out)
	return d
}

// ParsePlain reads a text without Markdown: a title, a note, a main point.
func ParsePlain(source string, typed *TypedNumbers, at func(start, end int) diag.Span, out *diag.List) *Document {
	d := &Document{Source: source, at: at, typed: typed, plain: true}
	r := &reader{Document: d, out: out}
	for from := 0; ; {
		start := strings.IndexAny(source[from:], "{}")
		if start < 0 {
			break
		}
		start += from
		from = start + 1
		if found, ok := bracingAt(source, start); ok {
			from = found.end
			r.seen = append(r.seen, [2]int{found.start, found.end})
			r.opaque = append(r.opaque, [2]int{found.start, found.end})
			r.braced(&found, context{whole: 0})
		}
	}
	r.findSingles()
	if sign := signOfChange(source); sign != "" {
		out.Add(diag.LeftOver(at(0, 1), sign))
	}
	d.sortPieces()
	masked := []byte(source)
	for _, seen := range r.seen {
		blank(masked, seen[0], seen[1])
	}
	d.warnNumbers(string(masked), 0, out)
	return d
}

func (d *Document) sortPieces() {
	slices.SortStableFunc(d.pieces, func(a, b piece) int { return cmp.Compare(a.start, b.start) })
}

// escaped reports whether an odd number of backslashes stands before i.
func escaped(text string, i int) bool {
	before := len(text[:i]) - len(strings.TrimRight(text[:i], `\`))
	return before%2 == 1
}

// markdown is the parser of commentary: CommonMark and references. Raw HTML is
// parsed too, so that it can be reported instead of vanishing.
func markdown(source string) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(referenceInline{source}, 50))...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
}

var kindReference = ast.NewNodeKind("Reference")

// referenceNode is a {{…}} in the source, or what was meant to be one.
type referenceNode struct {
	ast.BaseInline
	bracing
}

func (*referenceNode) Kind() ast.NodeKind { return kindReference }

func (n *referenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// referenceInline finds references before the other inline parsers see what
// stands in them, so that a code _T is no emphasis.
type referenceInline struct{ source string }

func (referenceInline) Trigger() []byte { return []byte{'{', '}'} }

func (r referenceInline) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	_, segment := block.PeekLine()
	found, ok := bracingAt(r.source, segment.Start)
	if !ok {
		return nil
	}
	block.Advance(found.end - found.start)
	return &referenceNode{bracing: found}
}

// Placed lists the figures that the text places, in order, with the places
// where it does; inline are the ids of those written in it.
func (d *Document) Placed(inline []source.At[string]) []source.At[string] {
	var placed []source.At[string]
	for _, p := range d.pieces {
		switch {
		case p.inline >= 0 && p.inline < len(inline):
			placed = append(placed, inline[p.inline])
		case p.ref.Figure.IsSet():
			placed = append(placed, p.ref.Figure)
		}
	}
	return placed
}
