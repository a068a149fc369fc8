package commentary

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Paragraphs gives a resolved text as its words are read, a paragraph, heading or item of a
// list each: without signs of Markdown and without the links of numbers. A link has its
// address behind it in brackets; of a figure that stands alone there is what figure says.
func Paragraphs(resolved string, figure func(id string) string) []string {
	content := []byte(resolved)
	var all []string
	add := func(words string) {
		if words = strings.TrimSpace(words); words != "" {
			all = append(all, words)
		}
	}
	_ = ast.Walk(resolvedParser().Parse(text.NewReader(content)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			add(heading(n, content).Heading)
		case *ast.Paragraph, *ast.TextBlock:
			if id, ok := figureAlone(n); ok {
				add(figure(id))
			} else {
				add(sentence(n, content))
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			var b strings.Builder
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(content))
			}
			add(b.String())
		default:
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	})
	return all
}

// sentence gives the words of a paragraph with the addresses of its links.
func sentence(n ast.Node, content []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		link, ok := child.(*ast.Link)
		switch {
		case child.Kind() == ast.KindText || child.Kind() == ast.KindString || child.Kind() == ast.KindAutoLink || !child.HasChildren():
			b.WriteString(plain(child, content))
		case ok && !numberTarget.Match(link.Destination):
			b.WriteString(sentence(link, content) + " (" + string(link.Destination) + ")")
		default:
			b.WriteString(sentence(child, content))
		}
	}
	return b.String()
}
