package theme

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"ronde/internal/diag"
)

// A use is a place in a template that asks for a text or an asset by its key.
type use struct {
	key          string
	placeholders []string // sorted
	plural       bool
	at           diag.Span
}

// usage is all that the templates of a theme ask for, by place.
type usage struct {
	texts, assets []use
	optional      []use // assets that the theme may lack
}

// keys are the keys of the texts, sorted, each once.
func (u usage) keys() []string {
	var keys []string
	for _, t := range u.texts {
		keys = append(keys, t.key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// usesOf reads the parse trees of all sets. A key that is not written out is an
// error, since nobody could tell whether the text exists.
func usesOf(sets []pageSet, found *diag.List) usage {
	c := collector{found: found, seen: map[string]bool{}}
	for _, set := range sets {
		for _, t := range set.template.Templates() {
			if t.Tree != nil {
				c.tree = t.Tree
				c.walk(t.Tree.Root)
			}
		}
	}
	byPlace := func(a, b use) int {
		return cmp.Or(cmp.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Line, b.at.Line),
			cmp.Compare(a.at.Column, b.at.Column), cmp.Compare(a.key, b.key))
	}
	slices.SortFunc(c.all.texts, byPlace)
	slices.SortFunc(c.all.assets, byPlace)
	slices.SortFunc(c.all.optional, byPlace)
	return c.all
}

type collector struct {
	tree  *parse.Tree
	all   usage
	seen  map[string]bool // a piece is in the set of every kind
	found *diag.List
}

func (c *collector) walk(node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, x := range n.Nodes {
				c.walk(x)
			}
		}
	case *parse.ActionNode:
		c.walk(n.Pipe)
	case *parse.TemplateNode:
		c.walk(n.Pipe)
	case *parse.IfNode:
		c.branch(&n.BranchNode)
	case *parse.RangeNode:
		c.branch(&n.BranchNode)
	case *parse.WithNode:
		c.branch(&n.BranchNode)
	case *parse.PipeNode:
		if n != nil {
			for _, command := range n.Cmds {
				c.command(command)
			}
		}
	case *parse.ChainNode:
		c.walk(n.Node)
	}
}

func (c *collector) branch(n *parse.BranchNode) {
	c.walk(n.Pipe)
	c.walk(n.List)
	c.walk(n.ElseList)
}

// command looks at one call. The key is the argument after those that the
// function takes first, the placeholders follow it.
func (c *collector) command(n *parse.CommandNode) {
	for _, arg := range n.Args {
		c.walk(arg)
	}
	name, ok := n.Args[0].(*parse.IdentifierNode)
	if !ok {
		return
	}
	keyAt, valuesAt := 1, 2
	switch name.Ident {
	case "t", "word", "asset", "optional":
	case "spoken":
		c.all.texts = append(c.all.texts, use{key: minusKey, at: c.place(n)})
		return
	case "rows":
		c.all.texts = append(c.all.texts, use{key: minusKey, at: c.place(n)}, use{key: revisedKey, at: c.place(n)})
		return
	case "in":
		keyAt, valuesAt = 2, 3
	case "count":
		valuesAt = 3
	default:
		return
	}
	at := c.place(n)
	if seen := at.String() + n.String(); c.seen[seen] {
		return
	} else {
		c.seen[seen] = true
	}
	key, ok := literal(n.Args, keyAt)
	if !ok {
		c.found.Add(diag.ThemeUnreadableKey(at, name.Ident))
		return
	}
	switch name.Ident {
	case "asset":
		c.all.assets = append(c.all.assets, use{key: key, at: at})
	case "optional":
		c.all.optional = append(c.all.optional, use{key: key, at: at})
	case "word":
		keys := keysOf(key)
		if keys == nil {
			c.found.Add(diag.ThemeUnknownWords(at, key, setNames()))
		}
		for _, k := range keys {
			c.all.texts = append(c.all.texts, use{key: k, at: at})
		}
	default:
		u := use{key: key, at: at, plural: name.Ident == "count"}
		if u.plural {
			u.placeholders = append(u.placeholders, "n")
		}
		for i := valuesAt; i < len(n.Args); i += 2 {
			placeholder, ok := literal(n.Args, i)
			if !ok || i+1 == len(n.Args) {
				c.found.Add(diag.ThemeUnreadableKey(at, name.Ident))
				return
			}
			u.placeholders = append(u.placeholders, placeholder)
		}
		slices.Sort(u.placeholders)
		c.all.texts = append(c.all.texts, u)
	}
}

func literal(args []parse.Node, i int) (string, bool) {
	if i >= len(args) {
		return "", false
	}
	s, ok := args[i].(*parse.StringNode)
	if !ok {
		return "", false
	}
	return s.Text, true
}

// place is where a node stands, read from what the parser says about it.
func (c *collector) place(n parse.Node) diag.Span {
	location, _ := c.tree.ErrorContext(n)
	parts := strings.Split(location, ":")
	if len(parts) < 3 {
		return diag.FileSpan(location)
	}
	last := len(parts)
	line, _ := strconv.Atoi(parts[last-2])
	column, _ := strconv.Atoi(parts[last-1])
	return diag.Span{File: strings.Join(parts[:last-2], ":"), Line: line, Column: column + 1}
}
