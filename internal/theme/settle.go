package theme

import (
	"html/template"
	"slices"
	"strings"
	"text/template/parse"
)

// settle spares the calls of escaped nodes that need not be made for every page. A call
// from a template takes a hundred times as long as a text, and a page has hundreds:
//
//   - {{t "key"}} is the same on every page in a language: it becomes text, and what
//     follows one another as text becomes one;
//   - an escaper behind mark-up of the theme's own, which it lets pass, is left out;
//   - the three escapers of an address in an attribute become one call of link.
//
// It reads which escapers html/template has put behind a value. Bytes that are known
// beforehand are escaped by html/template itself in such a place, so that they are those
// that the call would have given. What is not known here is left as it is.
func (t *Theme) settle(nodes []parse.Node, lang string) []parse.Node {
	settled := nodes[:0]
	var last *parse.TextNode
	for _, node := range nodes {
		if b := branchOf(node); b != nil {
			b.List.Nodes = t.settle(b.List.Nodes, lang)
			if b.ElseList != nil {
				b.ElseList.Nodes = t.settle(b.ElseList.Nodes, lang)
			}
		}
		text, ok := node.(*parse.TextNode)
		if action, called := node.(*parse.ActionNode); called {
			if text, ok = t.constant(action, lang); !ok {
				shorten(action.Pipe)
			}
		}
		switch {
		case !ok:
			settled, last = append(settled, node), nil
		case last == nil:
			settled, last = append(settled, text), text
		default:
			last.Text = append(last.Text, text.Text...)
		}
	}
	return settled
}

// Names that html/template gives to its escapers.
const (
	ofText      = "_html_template_htmlescaper"
	ofAttribute = "_html_template_attrescaper" // in quotes
	ofNames     = "_html_template_htmlnamefilter"
)

var ofAddresses = []string{"_html_template_urlfilter", "_html_template_urlnormalizer", ofAttribute}

// constant gives the text of an action that is {{t "key"}} and no more, in a text or in
// a quoted attribute.
func (t *Theme) constant(n *parse.ActionNode, lang string) (*parse.TextNode, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 2 || nameOf(n.Pipe.Cmds[0]) != "t" {
		return nil, false
	}
	call := n.Pipe.Cmds[0].Args
	key, ok := literal(call, 1)
	where, known := map[string]place{ofText: inText, ofAttribute: inAttribute}[nameOf(n.Pipe.Cmds[1])]
	if !ok || len(call) != 2 || !known {
		return nil, false
	}
	said, err := t.say(lang, key, 0, nil)
	if err != nil {
		return nil, false
	}
	escaped, err := where.escape(said)
	return &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(escaped)}, err == nil
}

// shorten takes away the escaper of mark-up, and puts link in the place of those of an
// address.
func shorten(n *parse.PipeNode) {
	escapers := make([]string, 0, len(ofAddresses))
	for _, c := range n.Cmds[1:] {
		escapers = append(escapers, nameOf(c))
	}
	if len(escapers) == 1 && escapers[0] == passes[nameOf(n.Cmds[0])] {
		n.Cmds = n.Cmds[:1]
	}
	if slices.Equal(escapers, ofAddresses) {
		n.Cmds[1].Args[0] = parse.NewIdentifier(linkName).SetPos(n.Pos)
		n.Cmds = n.Cmds[:2]
	}
}

// passes gives for functions whose result is template.HTMLAttr or template.HTML the
// escaper that lets such a result pass.
var passes = map[string]string{"seal": ofNames, "lang": ofNames, "spoken": ofText, "rows": ofText}

// nameOf is the function that a command calls; "-" when it calls none.
func nameOf(c *parse.CommandNode) string {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return name.Ident
	}
	return "-"
}

// linkName is unknown to templates as they are read, so that none can call it.
const linkName = "_link"

// link escapes an address for a quoted attribute. Nothing is done to most addresses: to
// the letters of those within a site, or behind the scheme of those elsewhere.
func link(address any) (string, error) {
	if s, ok := address.(string); ok && strings.Trim(strings.TrimPrefix(s, "https://"), plainAddress) == "" {
		return s, nil
	}
	return inAddress.escape(address)
}

const plainAddress = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/#"

// A place is where a value stands: what is before and behind it.
type place struct {
	before, behind string
	template       *template.Template
}

func newPlace(before, behind string) place {
	return place{before, behind, template.Must(template.New("").Parse(before + "{{.}}" + behind))}
}

var (
	inText      = newPlace("<p>", "</p>")
	inAttribute = newPlace(`<p title="`, `">`)
	inAddress   = newPlace(`<a href="`, `">`)
)

// escape escapes a value as html/template does in the place.
func (p place) escape(value any) (string, error) {
	var b strings.Builder
	err := p.template.Execute(&b, value)
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), p.before), p.behind), err
}
