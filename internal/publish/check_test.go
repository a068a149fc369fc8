package publish

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// findings stages a tree, marks «like this» removed, and checks it. The marked
// addresses of each page are those that must be found.
func findings(t *testing.T, files tree, o Options) (got []Finding, marked map[string][]string) {
	t.Helper()
	clean, marked := tree{}, map[string][]string{}
	for name, text := range files {
		rest := text
		for {
			_, after, ok := strings.Cut(rest, "«")
			if !ok {
				break
			}
			mark, after, _ := strings.Cut(after, "»")
			marked[name] = append(marked[name], mark)
			rest = after
		}
		clean[name] = strings.NewReplacer("«", "", "»", "").Replace(text)
	}
	s, err := stageAll(filepath.Join(t.TempDir(), "public"), clean, o, quick)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	return s.Check(), marked
}

func TestCheckLinks(t *testing.T) {
	tests := []struct {
		name string
		page string // nl/reports/index.html, what must be found in «»
		kind Kind
	}{
		{"resolves", `<a href="../">up</a> <a href="..">up</a> <a href="./">here</a> <a href="">here</a> <a href="?q=x">here</a>
			<a href="2022-07/">report</a> <a href="2022-07/?x#n1">number</a> <a href="../reports/2022-07/index.html#n1">n</a>
			<a href="%32022-07/">encoded</a> <a href="../../fr/%2e%2e/nl/">dots</a> <a href=" ../ ">blanks</a> <a href="../../ronde-manifest.json">m</a>`, ""},
		{"missing page", `<a href="«2022-08/»">x</a> <a href="«../../NL/»">x</a> <a href="«x.csv»">x</a> <a href="«../../fr/»">x</a>`, Missing},
		{"folder without slash", `<a href="«2022-07»">x</a> <a href="«../../nl»">x</a> <a href="../../nl/">x</a>`, Folder},
		{"anchor", `<p id=here></p><a href="#here">x</a><a href="#">x</a><a href="#top">x</a><a href="#h%65re">x</a><a href="#here:~:text=a">x</a>
			<a href="«#n1»">x</a> <a href="«2022-07/#n2»">x</a> <a href="2022-07/#n1">x</a> <a href="2022-07/a.csv#row=5">x</a>`, Anchor},
		{"an id is whole", `<p id="ab"></p><a href="«#a»">x</a><a href="«#b»">x</a>`, Anchor},
		{"view of a picture", `<img src="2022-07/a.svg#plot"><img src="2022-07/a.svg#svgView(viewBox(0,0,1,1))"><source srcset="«2022-07/a.svg#frame»">`, Anchor},
		{"leaves the tree", `<a href="«../../../x»">x</a><a href="«%2e%2e/../../../»">x</a>`, Outside},
		{"from the root", `<a href="«/nl/»">x</a><img src="«/x.png»"><base href="«../»">`, Absolute},
		{"other sites", `<a href="https://example.org/x">x</a><a href="//example.org">x</a><a href="mailto:a@example.org">x</a><a href="tel:+32">x</a>
			<link rel=canonical href="https://example.org/"><link rel="alternate" hreflang=fr href="https://example.org/fr/">
			<form action="https://example.org/"></form><blockquote cite="https://example.org/">`, ""},
		{"loads", `<img src="«https://example.org/a.png»"><script src="«//cdn.example.org/a.js»"></script><link rel=stylesheet href="«http://example.org/a.css»">
			<link rel="alternate stylesheet" href="«https://example.org/b.css»"><link rel=preconnect href="«https://fonts.example.org»">
			<iframe src="«https://example.org/i»"></iframe><video poster="«https://example.org/p»"></video><object data="«https://example.org/o»"></object>
			<source srcset="«https://example.org/1x» 1x, «https://example.org/a,b» 2x"><a ping="«https://example.org/ping»" href="">x</a>
			<svg><use href="«https://example.org/s.svg#a»"/><image xlink:href="«HTTPS://example.org/x»"/></svg>
			<p style="background:url(«https://example.org/s1»)"><style>@import "«https://example.org/s2»"; a{b:URL( '«https://example.org/s3»' )}</style>
			<noscript><img src="«https://example.org/n»"></noscript>`, ThirdParty},
		{"loads from itself", `<img src="2022-07/a.svg"><img src="data:image/png;base64,AA"><img srcset="2022-07/a.svg 1x,2022-07/a.svg#plot 2x, 2022-07/a.svg">
			<svg><pattern id=hatch></pattern><rect fill="url(#hatch)"/></svg><style>/* url(x.png) */ a{content:"url(x.png)"} @namespace url(http://www.w3.org/1999/xhtml);</style>`, ""},
		{"hatch of a chart", `<svg><rect fill="url(«#hatch»)"/></svg>`, Anchor},
		{"lacks what it loads", `<img src="«a.png»"><source srcset="2022-07/a.svg 1x, «b.png» 2x"><video poster="«p.png»"></video><script src="«a.js»"></script>
			<link rel=stylesheet href="«a.css»"><form action="«search/»"></form><button formaction="«go/»"></button><meta http-equiv=Refresh content="0; URL='«gone/»'">
			<meta http-equiv=refresh content="0;url=2022-07/"><meta http-equiv=refresh content="5"><meta name=x content="0;url=none/">`, Missing},
		{"not of the web", `<a href="«javascript:alert(1)»">x</a><a href="«FILE:///C:/cases.xlsx»">x</a><a href="«data:text/html,x»">x</a><a href="«C:\x»">`, ""},
		{"malformed", `<a href="«java
script:x»">x</a><a href="«\\host\share»">x</a><a href="«a//b»">x</a><a href="«%zz»">x</a><a href="«#%zz»">x</a><a href="«a%2fb»">x</a><a href="«https:x»">x</a>`, Malformed},
		{"not markup", `<!-- <a href="x/"> --><p>&lt;a href="x/"&gt;</p><textarea><a href="x/"></textarea><title><a href="x/"></title><script>'<a href="x/">'</script>`, ""},
		{"repeated id", `<p id="a"><p id="a"><p id="a"><p id="b"><p id="A"><p id>`, DuplicateID},
		{"references resolved", `<p id="a&amp;b"><a href="#a&amp;b">x</a><a href="2022-07/?a&amp;b#n1">x</a>`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			const page = "nl/reports/index.html"
			got, marked := findings(t, tree{
				page: test.page, "nl/index.html": "", "nl/reports/2022-07/index.html": `<p id="n1">`,
				"nl/reports/2022-07/a.csv": "", "nl/reports/2022-07/a.svg": `<svg><title/><view id="plot"/></svg>`,
			}, Options{})
			want := map[string]bool{}
			for _, m := range marked[page] {
				want[m] = true
			}
			if test.kind == DuplicateID {
				want["a"] = true
			}
			found := map[string]bool{}
			for _, f := range got {
				found[f.Link] = true
				kind := test.kind
				if test.name == "not of the web" {
					kind = Scheme
					if strings.Contains(f.Link, `\`) {
						kind = Malformed
					}
				}
				if f.Page != page || f.Kind != kind {
					t.Errorf("found %v, want %v on %s", f, kind, page)
				}
			}
			if diff := cmp.Diff(want, found); diff != "" {
				t.Errorf("links found (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCheckOtherFiles(t *testing.T) {
	got, _ := findings(t, tree{
		"index.html":     `<a href="nl/">x</a>`,
		"nl/index.html":  "",
		"theme/a.css":    `@import url(b.css); @import 'c.css'; a { background: url("d.png") } b { fill: url(#x) } c { src: url(https://fonts.example/f) }`,
		"theme/b.css":    "",
		"a.svg":          `<svg><style><![CDATA[ a { fill: url(#in) } ]]></style><g id="in"/><a href="nl/"/><a href="fr/"/><use href="#out"/><g id="in"/></svg>`,
		"feed.xml":       `<link href="https://example.org/missing"/>`,
		"data/x.csv":     `<a href="nowhere/">`,
		"nl/Upper.HTML":  `<a href="nowhere/">`,
		"versions.json":  `{"href": "nowhere/"}`,
		"nl/x/index.htm": `<a href="./">`,
	}, Options{})
	want := []Finding{
		{"a.svg", "#out", Anchor},
		{"a.svg", "fr/", Missing},
		{"a.svg", "in", DuplicateID},
		{"nl/Upper.HTML", "nowhere/", Missing},
		{"nl/x/index.htm", "./", Missing},
		{"theme/a.css", "c.css", Missing},
		{"theme/a.css", "d.png", Missing},
		{"theme/a.css", "https://fonts.example/f", ThirdParty},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// With a base address, links that begin with it are followed, and the page of a
// missing address may begin at the root of the host.
func TestCheckBaseURL(t *testing.T) {
	files := tree{
		"index.html": `<link rel=canonical href="https://example.org/figures/"><link rel=alternate href="https://example.org/figures">
			<link rel=alternate href="https://example.org/figures/nl/#a"><img src="https://example.org/figures/a.svg">
			<link rel=alternate href="https://example.org/figures/fr/"><link rel=alternate href="https://example.org/figures/nl/#b">
			<a href="https://example.org/figures-old/">x</a><a href="/figures/nl/">x</a>`,
		"nl/index.html":    `<p id=a>`,
		"a.svg":            "",
		"404.html":         `<a href="/figures/nl/">x</a><a href="/figures/fr/">x</a><a href="/nl/">x</a><a href="/figures/">x</a>`,
		"nl/404/index.htm": `<a href="/figures/nl/">x</a>`,
	}
	for _, base := range []string{"https://example.org/figures", "https://example.org/figures/"} {
		got, _ := findings(t, files, Options{BaseURL: base})
		want := []Finding{
			{"404.html", "/figures/fr/", Missing},
			{"404.html", "/nl/", Absolute},
			{"index.html", "/figures/nl/", Absolute},
			{"index.html", "https://example.org/figures/fr/", Missing},
			{"index.html", "https://example.org/figures/nl/#b", Anchor},
			{"nl/404/index.htm", "/figures/nl/", Absolute},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("base %s: findings (-want +got):\n%s", base, diff)
		}
	}
}

// A link may lead to a file that somebody placed in the target.
func TestCheckForeignFile(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": ""}, Options{})
	writeTree(t, target, tree{"files/hand.pdf": "", "folder/": ""})
	s, err := stageAll(target, tree{"index.html": `<a href="files/hand.pdf#page=2">x</a><a href="folder">x</a><a href="index.htm">x</a>`}, Options{}, quick)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	want := []Finding{{"index.html", "folder", Missing}, {"index.html", "index.htm", Missing}}
	if diff := cmp.Diff(want, s.Check()); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// Whatever a page holds, scanning ends, and a link within the tree leads to a
// path of the tree.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`<a href="../x/?q#f">`, `<source srcset="a.svg 1x, b.svg#c 2x,,">`, `<style>@import url( 'x`, `<svg><title/><use xlink:href="#a"/>`,
		`<meta http-equiv=refresh content="0; url = 'x'">`, `<p style="a:url(">`, `<a href="%2e%2e%2f..//">`, `<noscript><img src=//x>`, "<a href='java\tscript:x'>",
	} {
		f.Add("nl/x/index.html", seed, "https://example.org/b/")
		f.Add("nl/x/a.svg", seed, "")
		f.Add("a.css", seed, ":")
	}
	f.Fuzz(func(t *testing.T, name, text, base string) {
		if checkName(name) != "" {
			return
		}
		for _, m := range scan(name, []byte(text)).mentions {
			to, inside, wrong := resolve(name, m, base)
			if inside && wrong != "" {
				t.Errorf("%q is within the tree and %v", m.text, wrong)
			}
			if inside && to.file != name && (to.file == "" || !filepath.IsLocal(filepath.FromSlash(to.file)) && !strings.Contains(to.file, "\x00")) {
				t.Errorf("%q leads to %q", m.text, to.file)
			}
		}
	})
}
