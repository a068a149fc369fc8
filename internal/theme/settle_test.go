package theme

import (
	"bytes"
	"html/template"
	"testing"
	"testing/fstest"
	"text/template/parse"

	"ronde/internal/diag"
	"ronde/internal/site"
	"ronde/themes"
)

// contexts is a page that has a text and an address in every place where html/template
// escapes them in another way.
const contexts = `{{define "main"}}<p title="{{t "home.title"}}" class={{t "home.title"}}>{{t "home.title"}}{{t "home.title"}} {{t "home.title" | printf "%s"}}
{{$text := t "home.title"}}{{$text}}<a href="{{t "home.title"}}">{{t "home.title" | html}}</a><a href="x?y={{t "home.title"}}" onclick="f({{t "home.title"}})">x</a>
<textarea>{{t "home.title"}}</textarea><div {{lang unsealed}}{{seal unsealed}} style="color: {{t "home.title"}}" {{t "home.title"}}="x">{{spoken unsealed "−1"}}</div>
<script>f({{t "home.title"}}, '{{t "home.title"}}', "{{spoken unsealed "−1"}}")</script><style>p { color: {{t "home.title"}} }</style>
<img srcset="{{t "home.title"}}" alt="{{spoken unsealed "−1"}}" title='{{t "home.title"}}'>
{{range .Choices}}<a href="{{.Name}}" data-x="{{.Name}}">{{.Name}}</a><a href='{{.Name}}'></a><a href={{.Name}}></a><a href="{{$.Root}}{{.Name}}"></a>{{else}}{{t "home.title"}}{{end}}
{{if .Choices}}{{else}}{{t "home.title"}}{{end}}{{with $.SiteTitle}}{{t "home.title"}}{{end}}</p>{{end}}`

// TestSettledIsTheSame shows every kind of page filled with texts of all sorts with the
// templates as they are read and as they are settled: not a byte differs.
func TestSettledIsTheSame(t *testing.T) {
	own := fstest.MapFS{
		"templates/languages.html": {Data: []byte(contexts)},
		"texts/nl.yaml":            {Data: []byte("ronde: 1\nhome:\n  title: \"a<b> & 'c' \\\"d\\\" + é %20 javascript:x/\\u2028\"\n")},
	}
	for name, own := range map[string]fstest.MapFS{"default": nil, "contexts": own} {
		var found diag.List
		base := Source{Files: themes.Default(), Path: "themes/default"}
		var over *Source
		if own != nil {
			over = &Source{Files: own, Path: "themes/ours"}
		}
		th := Load(base, over, siteLanguages, &found)
		if th == nil {
			t.Fatalf("%s: %v", name, found.Sorted())
		}
		sets := parseTemplates(overlay(base, over, siteLanguages, &found), &found)
		for i, page := range site.Blank() {
			if own != nil && page.Kind() != site.KindLanguages {
				continue
			}
			plain := template.Must(sets[i].template.Clone()).Funcs(th.functions("nl"))
			for turn := range site.Specimens {
				for _, text := range []string{"", `<b>"'&+`, "a&b", "a:b", "a+b", "a'b", "a%20b", "../é/?a=b#e", "https://example.org/a?b", "https://example.org/", "https://x:1", "https:", "A-z_0.9/#"} {
					site.Fill(page, turn, func(string, bool) string { return text })
					page.Common().Lang = "nl"
					if got, want := show(t, th.Template(page.Kind(), "nl"), page), show(t, plain, page); got != want {
						t.Fatalf("%s, %s with %q is\n%s\nwant\n%s", name, page.Kind(), text, got, want)
					}
				}
			}
		}
	}
}

func show(t *testing.T, set *template.Template, page site.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, "page", page); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSettled: of the default theme no page calls for a text that is always the same,
// and no address is escaped three times.
func TestSettled(t *testing.T) {
	th, _ := load(nil)
	found := map[string]int{}
	for _, page := range site.Blank() {
		for _, piece := range th.Template(page.Kind(), "de").Templates() {
			if piece.Tree != nil {
				calls(piece.Tree.Root, found)
			}
		}
	}
	for _, call := range []string{"t", "_html_template_urlnormalizer", "_html_template_htmlnamefilter"} {
		if found[call] > 0 {
			t.Errorf("%d calls of %s are left", found[call], call)
		}
	}
	for _, call := range []string{"seal", linkName, ofText, "word"} {
		if found[call] == 0 {
			t.Errorf("no call of %s is left", call)
		}
	}
}

// calls counts the functions that actions call; t only with a key alone and an escaper.
func calls(list *parse.ListNode, found map[string]int) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		if b := branchOf(node); b != nil {
			calls(b.List, found)
			calls(b.ElseList, found)
		}
		action, ok := node.(*parse.ActionNode)
		if !ok {
			continue
		}
		for _, c := range action.Pipe.Cmds {
			if name := nameOf(c); name != "t" || len(c.Args) == 2 && len(action.Pipe.Cmds) > 1 {
				found[name]++
			}
		}
	}
}
