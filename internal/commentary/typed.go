package commentary

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

// Numbers typed by hand are the ones that go wrong: 2 656 for 2 686 passed
// every reader. They are found by what surrounds them, not by their size; the
// warning is wrong about a number now and then, which is why {{lit …}} exists,
// and it stays silent where numbers are mostly names: dates, years, times,
// articles, ages, file numbers.

// warnTyped warns about numbers in the running text of a Markdown document.
func (d *Document) warnTyped(root ast.Node, out *diag.List) {
	if d.typed == nil {
		return
	}
	masked := []byte(d.Source)
	for _, p := range d.pieces {
		blank(masked, p.start, p.end)
	}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *referenceNode:
			blank(masked, n.start, n.end)
		case *ast.CodeSpan, *ast.Link, *ast.Image, *ast.AutoLink:
			blankText(masked, n)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindFencedCodeBlock, ast.KindCodeBlock, ast.KindHTMLBlock:
			return ast.WalkSkipChildren, nil
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
			if n.Lines().Len() > 0 {
				first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
				d.warnNumbers(string(masked[first.Start:last.Stop]), first.Start, out)
			}
		}
		return ast.WalkContinue, nil
	})
}

func blankText(masked []byte, n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			blank(masked, t.Segment.Start, t.Segment.Stop)
			continue
		}
		blankText(masked, child)
	}
}

// blank overwrites a range by a letter, so that what stands beside it is not
// taken for the beginning or end of a sentence.
func blank(masked []byte, start, end int) {
	for i := start; i < end; i++ {
		if masked[i] != '\n' {
			masked[i] = 'x'
		}
	}
}

func (d *Document) warnNumbers(text string, offset int, out *diag.List) {
	if d.typed == nil {
		return
	}
	for _, r := range d.typed.Find(text) {
		d.typedAt = append(d.typedAt, [2]int{offset + r[0], offset + r[1]})
		at := d.at(offset+r[0], offset+r[1])
		out.Add(diag.TypedNumber(at, d.Source[offset+r[0]:offset+r[1]]))
	}
}

// TypedNumbers finds numbers typed by hand in the texts of one language. It is
// made once per language and safe for concurrent use.
type TypedNumbers struct {
	number *regexp.Regexp
	names  []name
}

// A name is a pattern whose first group is a number that is no statistic,
// unless what follows the group matches another pattern.
type name struct {
	pattern, unless *regexp.Regexp
}

// NewTypedNumbers prepares the search for one language.
func NewTypedNumbers(words *locale.Locale) *TypedNumbers {
	return &TypedNumbers{number: numberPattern(words.Language()), names: names(words)}
}

// quotation is text between quotation marks of any of the languages.
var quotation = regexp.MustCompile(`„[^“”"]*[“”"]|“[^”]*”|«[^»]*»|‹[^›]*›|‘[^’]*’|"[^"]*"`)

// Find gives the numbers in a text that look like a statistic typed by hand:
// byte ranges, in order.
func (t *TypedNumbers) Find(text string) [][2]int {
	masked := []byte(text)
	for _, r := range quotation.FindAllIndex(masked, -1) {
		blank(masked, r[0], r[1])
	}
	for _, n := range t.names {
		n.blank(masked)
	}
	var found [][2]int
	for from := 0; ; {
		r := t.number.FindIndex(masked[from:])
		if r == nil {
			return found
		}
		start, end := from+r[0], from+r[1]
		if end < len(masked) && isDigit(masked[end]) {
			// "12 3456" is no grouped number.
			end = start + digits(masked[start:])
		}
		if !partOfName(masked, start, end) {
			found = append(found, [2]int{start, end})
		}
		from = end
	}
}

// blank overwrites the numbers of a name. The search goes on right behind each,
// because one character may end a name and begin the next.
func (n name) blank(masked []byte) {
	for from := 0; from < len(masked); {
		r := n.pattern.FindSubmatchIndex(masked[from:])
		if r == nil {
			return
		}
		start, end := from+r[2], from+r[3]
		if n.unless == nil || !n.unless.Match(masked[end:]) {
			blank(masked, start, end)
		}
		from = end
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func digits(text []byte) (n int) {
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// partOfName reports whether a number is glued to letters, slashes or hyphens:
// COVID-19, 2001/55, F16, 2nd, 65+, '23.
func partOfName(text []byte, start, end int) bool {
	before, size := utf8.DecodeLastRune(text[:start])
	switch {
	case unicode.IsLetter(before), before == '/', before == '_', before == '#', before == '§', before == '@':
		return true
	case before == '\'', before == '’':
		return end-start == 2
	case before == '-', before == '‑':
		if earlier, _ := utf8.DecodeLastRune(text[:start-size]); unicode.IsLetter(earlier) || unicode.IsDigit(earlier) {
			return true
		}
	}
	after, size := utf8.DecodeRune(text[end:])
	switch {
	case unicode.IsLetter(after), after == '/', after == '_', after == '+', after == 'º', after == '°':
		return true
	case after == '-', after == '‑':
		next, _ := utf8.DecodeRune(text[end+size:])
		return unicode.IsLetter(next)
	}
	return false
}
