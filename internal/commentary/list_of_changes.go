package commentary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"ronde/internal/diag"
)

// Who copies lines of a list of changes, as guides and comparisons show them, copies the
// sign at the left edge too. What follows it at once is no item of a list and no number.

// leftOver looks for such signs in the lines of a paragraph, each sign once.
func (r *reader) leftOver(n ast.Node) {
	told := ""
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		sign := signOfChange(r.Source[line.Start:line.Stop])
		if sign != "" && !strings.Contains(told, sign) && !within(r.opaque, line.Start) {
			told += sign
			r.out.Add(diag.LeftOver(r.at(line.Start, line.Start+1), sign))
		}
	}
}

// signOfChange is the sign that begins a line and is no part of it; "" for none.
func signOfChange(line string) string {
	if line == "" || line[0] != '+' && line[0] != '-' {
		return ""
	}
	sign, rest := line[:1], line[1:]
	if inner, ok := strings.CutPrefix(rest, "{{"); ok {
		inner, _, _ = strings.Cut(inner, "}}")
		if strings.Contains(inner, string(Unsigned)) {
			return "" // the sign of the number
		}
		return sign
	}
	first, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLetter(first) || first == '[' || first == '#' {
		return sign
	}
	return ""
}
