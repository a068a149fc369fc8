package theme

import (
	"html/template"
	"io"
	"text/template/parse"
)

// bind makes the template of a kind of page in a language out of its set, which stays
// as it is. It holds what the page reaches and no other piece, and what is the same on
// every page of the kind is written out (see settle).
func (t *Theme) bind(set pageSet, lang string) *template.Template {
	bound := template.New(entry).Funcs(t.functions(lang)).Funcs(template.FuncMap{linkName: link})
	reached := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		piece := set.template.Lookup(name)
		if reached[name] || piece == nil || piece.Tree == nil {
			return // what is not there is said when the page is shown
		}
		reached[name] = true
		tree := piece.Tree.Copy() // html/template changes it
		template.Must(bound.AddParseTree(name, tree))
		for _, next := range calledIn(tree.Root) {
			add(next)
		}
	}
	add("page")
	// Showing nothing: html/template settles the escaping of all that could be shown.
	trial := template.Must(bound.New(unshown).Parse(`{{if .}}{{template "page" .}}{{end}}`))
	if trial.Execute(io.Discard, false) == nil { // else showing the page says what is wrong
		for name := range reached {
			bound.Lookup(name).Tree.Root.Nodes = t.settle(bound.Lookup(name).Tree.Root.Nodes, lang)
		}
	}
	return bound
}

// Names that no template of a theme has.
const (
	entry   = "\x00theme"
	unshown = "\x00unshown"
)

// calledIn gives the names of the templates that a list of nodes calls.
func calledIn(list *parse.ListNode) []string {
	if list == nil {
		return nil
	}
	var names []string
	for _, node := range list.Nodes {
		if n, ok := node.(*parse.TemplateNode); ok {
			names = append(names, n.Name)
		}
		if b := branchOf(node); b != nil {
			names = append(append(names, calledIn(b.List)...), calledIn(b.ElseList)...)
		}
	}
	return names
}

// branchOf is what is common to if, range and with; nil for other nodes.
func branchOf(node parse.Node) *parse.BranchNode {
	switch n := node.(type) {
	case *parse.IfNode:
		return &n.BranchNode
	case *parse.RangeNode:
		return &n.BranchNode
	case *parse.WithNode:
		return &n.BranchNode
	}
	return nil
}
