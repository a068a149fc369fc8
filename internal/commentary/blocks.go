package commentary

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Block is a part of a resolved text as a page shows it: exactly one of
// Heading, HTML and Figure is set.
type Block struct {
	Heading string // plain text of a heading
	Level   int    // its level, 2 or deeper
	Topic   string // id of the topic that the heading names; "" for none
	HTML    string // prose: paragraphs, lists, quotations, code
	Figure  string // id of a figure
}

// Presentation is what a page adds to a resolved text: it changes no word of it.
type Presentation struct {
	// MinusWord is read aloud in place of the minus sign.
	MinusWord string
	// Sparkline gives the HTML of the small picture of a figure within a
	// sentence.
	Sparkline func(figure, alternative string) string
}

// figurePath is the target by which a resolved text places a figure: the file
// of its data in the edition's folder, so that the text can be read there.
const figurePath, figureEnd = "figures/", ".csv"

// FigureOf gives the id of the figure that an image of a resolved text places.
func FigureOf(target string) (id string, ok bool) {
	id, ok = strings.CutPrefix(target, figurePath)
	if ok {
		id, ok = strings.CutSuffix(id, figureEnd)
	}
	return id, ok
}

// Blocks cuts a resolved text into headings, prose and figures, in order.
func Blocks(resolved string, p Presentation) []Block {
	r := proseRenderer(p)
	return cut(resolved, func(n ast.Node, content []byte) string { return renderNode(r, n, content) })
}

// Outline gives the headings and figures of a resolved text alone, in order.
func Outline(resolved string) []Block {
	all := cut(resolved, func(ast.Node, []byte) string { return "" })
	return slices.DeleteFunc(all, func(b Block) bool { return b == Block{} })
}

func cut(resolved string, prose func(n ast.Node, content []byte) string) []Block {
	content := []byte(resolved)
	root := resolvedParser().Parse(text.NewReader(content))
	var blocks []Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			blocks = append(blocks, heading(h, content))
			continue
		}
		if id, ok := figureAlone(n); ok {
			blocks = append(blocks, Block{Figure: id})
			continue
		}
		fragment := prose(n, content)
		if last := len(blocks) - 1; last >= 0 && blocks[last].HTML != "" {
			blocks[last].HTML += fragment
			continue
		}
		blocks = append(blocks, Block{HTML: fragment})
	}
	return blocks
}

// resolvedParser reads a resolved text: CommonMark, in which {{ has no meaning. One
// parser serves all texts: what it knows of a text is not in it.
var resolvedParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
})

// heading gives a heading without the braces in which it names its topic.
func heading(h *ast.Heading, content []byte) Block {
	b := Block{Heading: plain(h, content), Level: h.Level}
	topic, start, end, ok := topicAttribute(h, content)
	if !ok || topic == "" || h.Level != 2 {
		return b
	}
	if words, ends := strings.CutSuffix(b.Heading, string(content[start:end])); ends {
		b.Heading, b.Topic = strings.TrimRight(words, " "), topic
	}
	return b
}

// Prose gives a resolved text that holds one paragraph, such as a main point,
// as HTML without the paragraph's own element.
func Prose(resolved string, p Presentation) string {
	var b strings.Builder
	for _, block := range Blocks(resolved, p) {
		b.WriteString(block.HTML)
	}
	inner := strings.TrimSpace(b.String())
	inner = strings.TrimPrefix(inner, "<p>")
	return strings.TrimSuffix(inner, "</p>")
}

func figureAlone(n ast.Node) (id string, ok bool) {
	if n.Kind() != ast.KindParagraph || n.ChildCount() != 1 {
		return "", false
	}
	image, ok := n.FirstChild().(*ast.Image)
	if !ok {
		return "", false
	}
	return FigureOf(string(image.Destination))
}

func plain(n ast.Node, content []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(unescape(n.Segment.Value(content)))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(content))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// unescape undoes backslashes and entities of Markdown text.
func unescape(segment []byte) []byte {
	return []byte(html.UnescapeString(string(util.UnescapePunctuations(segment))))
}

func proseRenderer(p Presentation) renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(&numberRenderer{p}, 100),
		util.Prioritized(goldhtml.NewRenderer(goldhtml.WithXHTML()), 1000),
	))
}

func renderNode(r renderer.Renderer, n ast.Node, content []byte) string {
	var b bytes.Buffer
	// Rendering into memory fails only when a node renderer does, and none of
	// these returns an error.
	_ = r.Render(&b, content, n)
	return b.String()
}

// numberRenderer draws links to the list of numbers, and pictures in sentences.
type numberRenderer struct {
	p Presentation
}

func (r *numberRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindAutoLink, r.autoLink)
	reg.Register(ast.KindImage, r.image)
	reg.Register(ast.KindRawHTML, r.nothing)
	reg.Register(ast.KindHTMLBlock, r.nothing)
}

func (r *numberRenderer) link(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<a href="` + address(n.Destination) + `"`)
	if !numberTarget.Match(n.Destination) {
		_, _ = w.WriteString(`>`)
		return ast.WalkContinue, nil
	}
	minus := `<span aria-hidden="true">−</span><span class="vh">` + html.EscapeString(r.p.MinusWord) + ` </span>`
	_, _ = w.WriteString(` class="n">` + strings.ReplaceAll(html.EscapeString(plain(n, source)), "−", minus))
	return ast.WalkSkipChildren, nil
}

// numberTarget is the target of a number's link.
var numberTarget = regexp.MustCompile(`^#n[0-9]+$`)

func (r *numberRenderer) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	target := n.URL(source)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(target), []byte("mailto:")) {
		target = append([]byte("mailto:"), target...)
	}
	_, _ = w.WriteString(`<a href="` + address(target) + `">` + html.EscapeString(string(n.Label(source))) + `</a>`)
	return ast.WalkContinue, nil
}

// address is the target of a link as an attribute; "" for one that may not
// stand on a page.
func address(target []byte) string {
	if !safeTarget(string(target)) {
		return ""
	}
	return html.EscapeString(string(util.URLEscape(target, true)))
}

// nothing leaves HTML out. Parsing has reported it; here only what was sealed
// by a hand that did not heed the report could hold any.
func (r *numberRenderer) nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func (r *numberRenderer) image(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Image)
	if id, ok := FigureOf(string(n.Destination)); ok && entering && r.p.Sparkline != nil {
		_, _ = w.WriteString(r.p.Sparkline(id, plain(n, source)))
	}
	return ast.WalkSkipChildren, nil
}
