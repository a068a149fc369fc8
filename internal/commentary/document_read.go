package commentary

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"ronde/internal/diag"
)

// A reader collects the pieces of a document and what is wrong with it.
type reader struct {
	*Document
	out *diag.List
	// seen are ranges in which {{ has been dealt with: references, code, HTML.
	seen [][2]int
	// opaque are ranges in which a bracket is no bracket: references and code.
	opaque [][2]int
}

// A context is where in the text a reference stands.
type context struct {
	whole     int  // offset of the beginning of its paragraph
	alone     bool // nothing else stands in its paragraph
	inLink    bool
	inHeading bool
}

func (r *reader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *referenceNode:
		r.seen = append(r.seen, [2]int{n.start, n.end})
		r.opaque = append(r.opaque, [2]int{n.start, n.end})
		r.braced(&n.bracing, contextOf(n))
	case *ast.RawHTML:
		first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
		r.seen = append(r.seen, [2]int{first.Start, last.Stop})
		r.out.Add(diag.RawHTML(r.line(first.Start, first.Stop)))
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.Heading:
		if n.Level == 1 && n.Lines().Len() > 0 {
			line := n.Lines().At(0)
			r.out.Add(diag.HeadingLevel(r.line(line.Start, line.Stop)))
		}
		r.topic(n)
	case *ast.Paragraph, *ast.TextBlock:
		r.leftOver(n)
	case *ast.Image:
		r.out.Add(diag.ImageInText(r.bracketed(n, n.Pos())))
	case *ast.Link:
		if !safeTarget(string(n.Destination)) {
			r.out.Add(diag.UnsafeLink(r.bracketed(n, n.Pos()), string(n.Destination)))
		}
	case *ast.AutoLink:
		if !safeTarget(string(n.URL([]byte(r.Source)))) {
			start := max(n.Pos(), 0)
			r.out.Add(diag.UnsafeLink(r.line(start, start+len(n.Label([]byte(r.Source)))+2), string(n.URL([]byte(r.Source)))))
		}
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				r.seen = append(r.seen, [2]int{t.Segment.Start, t.Segment.Stop})
				r.opaque = append(r.opaque, [2]int{t.Segment.Start, t.Segment.Stop})
			}
		}
	case *ast.CodeBlock:
		r.code(n)
	case *ast.FencedCodeBlock:
		if n.Info == nil {
			r.code(n)
			break
		}
		r.seen = append(r.seen, [2]int{n.Info.Segment.Start, n.Info.Segment.Stop})
		if strings.TrimSpace(string(n.Info.Segment.Value([]byte(r.Source)))) == "figure" {
			r.seeLines(n)
			r.inline(n)
		} else {
			r.code(n)
		}
	}
	return ast.WalkContinue, nil
}

// code passes over a block of code. References in it are told of: who copies a text from
// an example copies the lines of back quotes around it too, and would publish the braces.
func (r *reader) code(n ast.Node) {
	r.seeLines(n)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if at := strings.Index(r.Source[line.Start:line.Stop], "{{"); at >= 0 {
			r.out.Add(diag.ReferenceInCode(r.line(line.Start+at, line.Stop)))
			return
		}
	}
}

func (r *reader) htmlBlock(n *ast.HTMLBlock) {
	r.seeLines(n)
	if n.HasClosure() {
		r.seen = append(r.seen, [2]int{n.ClosureLine.Start, n.ClosureLine.Stop})
	}
	if n.Lines().Len() > 0 {
		line := n.Lines().At(0)
		r.out.Add(diag.RawHTML(r.line(line.Start, line.Stop)))
	}
}

func (r *reader) seeLines(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		r.seen = append(r.seen, [2]int{line.Start, line.Stop})
	}
}

// line is the place of a range without the white space at its end.
func (r *reader) line(start, end int) diag.Span {
	return r.at(start, start+len(strings.TrimRight(r.Source[start:end], " \t\r\n")))
}

// bracketed is the place of a link or an image that begins at start: its words
// in brackets.
func (r *reader) bracketed(n ast.Node, start int) diag.Span {
	if start < 0 {
		start = blockOf(n)
	}
	line, _, _ := strings.Cut(r.Source[start:], "\n")
	if end := strings.IndexByte(line, ']'); end >= 0 {
		return r.at(start, start+end+1)
	}
	return r.line(start, start+len(line))
}

// blockOf is where the paragraph or heading begins in which a node stands.
func blockOf(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

func contextOf(n *referenceNode) context {
	c := context{whole: blockOf(n)}
	parent := n.Parent()
	c.alone = n.PreviousSibling() == nil && n.NextSibling() == nil && parent.Kind() == ast.KindParagraph &&
		parent.Parent().Kind() == ast.KindDocument
	for p := parent; p != nil; p = p.Parent() {
		switch p.Kind() {
		case ast.KindLink, ast.KindImage:
			c.inLink = true
		case ast.KindHeading:
			c.inHeading = true
		}
	}
	return c
}

// braced takes a reference, or says what its braces lack.
func (r *reader) braced(b *bracing, c context) {
	if !b.whole() {
		r.unbraced(b)
		return
	}
	r.reference(b.start, b.end, c)
}

func (r *reader) reference(start, end int, c context) {
	inner := func(from, to int) diag.Span { return r.at(start+2+from, start+2+to) }
	ref, ok := ParseReference(r.Source[start+2:end-2], r.at(start, end), inner, r.out)
	if !ok {
		return
	}
	p := piece{start: start, end: end, whole: c.whole, ref: ref, inLink: c.inLink, inline: -1}
	switch {
	case ref.Figure.IsSet() && !c.alone:
		r.out.Add(diag.FigureNotAlone(ref.Span))
		return
	case ref.Form.Value == Sparkline && (r.plain || c.inHeading):
		r.out.Add(diag.SparklinePlace(ref.Span))
		return
	case ref.Form.Value.Asserts():
		opening, ok := r.claim(start, c.whole)
		if !ok {
			r.wordless(&ref, start, end, c.whole)
			return
		}
		r.pieces = append(r.pieces, opening)
		words := r.Source[opening.start+1 : start-1]
		p.words, p.wordsAt = oneLine(words), r.line(start-1-len(strings.TrimLeft(words, " \t\r\n")), start-1)
		if !denied.MatchString(r.Source[c.whole:opening.start]) {
			p.said = p.words
		}
		p.start = start - 1 - (len(words) - len(strings.TrimRight(words, " \t\r\n")))
	}
	r.pieces = append(r.pieces, p)
}

// denied is a text that ends with a word which denies what follows, in any language.
var denied = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:niet|nooit|pas|plus|jamais|nicht|nie|not|never|\pL+n['’]t)\s*$`)

// claim finds the bracket that opens the author's words in front of an
// assertion at start, [words]{{…}}, within the paragraph that begins at whole.
func (r *reader) claim(start, whole int) (opening piece, ok bool) {
	depth := 0
	for i := start - 1; i >= whole; i-- {
		switch c := r.Source[i]; {
		case i == start-1 && (c != ']' || escaped(r.Source, i)):
			return piece{}, false
		case c != '[' && c != ']' || escaped(r.Source, i) || within(r.opaque, i):
			continue
		case c == ']':
			depth++
		default:
			depth--
		}
		if depth == 0 {
			return r.opening(i, start-1, whole)
		}
	}
	return piece{}, false
}

// wordless says why no words in square brackets stand in front of an assertion: one of the
// brackets was forgotten, or a space parts them from it.
func (r *reader) wordless(ref *Reference, start, end, whole int) {
	form := string(ref.Form.Value)
	words := strings.TrimRight(r.Source[whole:start], " \t\r\n")
	behind := whole + len(words)
	closed := strings.HasSuffix(words, "]") && !escaped(r.Source, behind-1) && !within(r.opaque, behind-1)
	if closed {
		opening, ok := r.claim(behind, whole)
		switch {
		case ok && behind < start:
			r.out.Add(diag.AssertionApart(r.at(opening.start, behind), form, oneLine(r.Source[opening.start:behind])+r.Source[start:end]))
			return
		case !ok && behind == start && r.bracketBefore(behind-1, whole) < 0:
			r.out.Add(diag.AssertionUnopened(r.at(behind-1, behind), form))
			return
		}
	}
	if open := r.bracketBefore(start, whole); !closed && open >= 0 && strings.TrimSpace(r.Source[open+1:start]) != "" {
		r.out.Add(diag.AssertionUnclosed(r.at(open, behind), form, oneLine(r.Source[open:behind])+"]"+r.Source[start:end]))
		return
	}
	r.out.Add(diag.AssertionWithoutWords(ref.Span, form))
}

func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

// bracketBefore finds the last bracket between whole and end that opens and is not closed;
// -1 when there is none.
func (r *reader) bracketBefore(end, whole int) int {
	depth := 0
	for i := end - 1; i >= whole; i-- {
		switch c := r.Source[i]; {
		case c != '[' && c != ']' || escaped(r.Source, i) || within(r.opaque, i):
		case c == ']':
			depth++
		case depth == 0:
			return i
		default:
			depth--
		}
	}
	return -1
}

// opening is the piece of a bracket at open and the white space behind it. The
// author's words begin there: where they would be taken for a heading, a list, a
// quotation or a definition once the bracket is gone, their first character is
// escaped.
func (r *reader) opening(open, end, whole int) (piece, bool) {
	words := strings.TrimLeft(r.Source[open+1:end], " \t\r\n")
	if strings.TrimSpace(words) == "" {
		return piece{}, false
	}
	p := piece{start: open, end: end - len(words), opens: true, inline: -1}
	if r.plain || !lineStart(r.Source[whole:open]) {
		return p, true
	}
	rest := strings.TrimLeft(words, "0123456789")
	switch {
	case strings.IndexByte("#>+-=~", words[0]) >= 0, strings.HasPrefix(words+" ", "* "),
		words[0] == '[' && strings.Contains(words, "]:"):
		p.instead = `\`
	case len(rest) < len(words) && rest != "" && (rest[0] == '.' || rest[0] == ')'):
		p.instead = "&#" + strconv.Itoa(int(words[0])) + ";"
		p.end++
	}
	return p, true
}

func within(ranges [][2]int, i int) bool {
	for _, r := range ranges {
		if r[0] <= i && i < r[1] {
			return true
		}
	}
	return false
}

// misplaced reports references that stand where none is read, such as the
// address of a link: they would be printed as they are.
func (r *reader) misplaced() {
	for from := 0; ; {
		start := strings.Index(r.Source[from:], "{{")
		if start < 0 {
			return
		}
		start += from
		from = start + 2
		if within(r.seen, start) || escaped(r.Source, start) {
			continue
		}
		from = opened(r.Source, start).end
		r.out.Add(diag.ReferencePlace(r.at(start, from)))
	}
}

// inline takes a figure written in place.
func (r *reader) inline(n *ast.FencedCodeBlock) {
	infoEnd := n.Info.Segment.Stop
	start := strings.LastIndexByte(r.Source[:n.Info.Segment.Start], '\n') + 1
	line := strings.IndexByte(r.Source[infoEnd:], '\n')
	offset := len(r.Source)
	if line >= 0 {
		offset = infoEnd + line + 1
	}
	if n.Parent().Kind() != ast.KindDocument {
		r.out.Add(diag.FigureNotAlone(r.line(start, infoEnd)))
		return
	}
	content := offset
	if lines := n.Lines(); lines.Len() > 0 {
		content = lines.At(lines.Len() - 1).Stop
	}
	fence, _, _ := strings.Cut(r.Source[content:], "\n")
	if mark := strings.TrimSpace(fence); len(mark) < 3 || strings.Trim(mark, "`") != "" && strings.Trim(mark, "~") != "" {
		r.out.Add(diag.FigureOpen(r.line(start, infoEnd)))
		return
	}
	end := content + len(strings.TrimRight(fence, "\r"))
	r.Figures = append(r.Figures, Inline{Start: start, End: end, YAML: r.Source[offset:content], Offset: offset})
	r.pieces = append(r.pieces, piece{start: start, end: end, inline: len(r.Figures) - 1})
}

// safeTarget reports whether the address of a link may stand on a page: one
// within the site, or one of the schemes that only lead somewhere.
func safeTarget(target string) bool {
	// What a browser sees: entities resolved, and without the white space and
	// control characters that it passes over.
	target = strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, html.UnescapeString(target))
	scheme, _, found := strings.Cut(target, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}
