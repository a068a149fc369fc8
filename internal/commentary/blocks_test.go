package commentary

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"strings"
)

var presentation = Presentation{
	MinusWord: "min",
	Sparkline: func(figure, alternative string) string {
		return `<img src="` + figure + `.svg" alt="` + html.EscapeString(alternative) + `">`
	},
}

func TestBlocks(t *testing.T) {
	minus := `<span aria-hidden="true">−</span><span class="vh">min </span>`
	for _, test := range []struct {
		name, resolved string
		want           []Block
	}{
		{"number", "In juli [3.156](#n1) personen.", []Block{{HTML: `<p>In juli <a href="#n1" class="n">3.156</a> personen.</p>` + "\n"}}},
		{"minus", "[−45](#n2) en [ongeveer −45](#n3)", []Block{{HTML: `<p><a href="#n2" class="n">` + minus + `45</a> en <a href="#n3" class="n">ongeveer ` + minus + `45</a></p>` + "\n"}}},
		{"mark", `[\[c\]](#n1) en \[x\]`, []Block{{HTML: `<p><a href="#n1" class="n">[c]</a> en [x]</p>` + "\n"}}},
		{"other link", "[a & b](https://example.org/?a=1&b=2) [c](../x/) [d](#note)", []Block{{HTML: `<p><a href="https://example.org/?a=1&amp;b=2">a &amp; b</a> <a href="../x/">c</a> <a href="#note">d</a></p>` + "\n"}}},
		{"address", "<https://example.org> <a@example.org>", []Block{{HTML: `<p><a href="https://example.org">https://example.org</a> <a href="mailto:a@example.org">a@example.org</a></p>` + "\n"}}},
		{"blocks in order", "## Kop [3](#n1) & *a*\n\nTekst.\n\n- a\n\n![t](figures/month.csv)\n\n### `b`\n\n> c", []Block{
			{Heading: "Kop 3 & a", Level: 2},
			{HTML: "<p>Tekst.</p>\n<ul>\n<li>a</li>\n</ul>\n"},
			{Figure: "month"},
			{Heading: "b", Level: 3},
			{HTML: "<blockquote>\n<p>c</p>\n</blockquote>\n"},
		}},
		{"topics", "## Kop [3](#n1) {#protection}\n\nSetext {#work}\n---\n\n## Met hekjes {#europe} ##\n", []Block{
			{Heading: "Kop 3", Level: 2, Topic: "protection"}, {Heading: "Setext", Level: 2, Topic: "work"}, {Heading: "Met hekjes", Level: 2, Topic: "europe"},
		}},
		{"no topics", "## Kop \\{#a}\n\n## `{#a}`\n\n## {#a} Kop\n\n### Kop {#a}\n", []Block{
			{Heading: "Kop {#a}", Level: 2}, {Heading: "{#a}", Level: 2}, {Heading: "{#a} Kop", Level: 2}, {Heading: "Kop {#a}", Level: 3},
		}},
		{"picture in a sentence", `a ![Lijn: "b" \[c\]](figures/spark-a.csv).`, []Block{{HTML: `<p>a <img src="spark-a.svg" alt="Lijn: &#34;b&#34; [c]">.</p>` + "\n"}}},
		{"foreign picture", "a ![b](https://example.org/c.png).", []Block{{HTML: "<p>a .</p>\n"}}},
		{"HTML", "a <b onclick=x>c</b>\n\n<script>d</script>\n", []Block{{HTML: "<p>a c</p>\n"}}},
		{"unsafe", "[a](javascript:b) [c](&#106;avascript:d) <vbscript:e> [f](data:text/html,g) [h](<java\tscript:i>)", []Block{{HTML: `<p><a href="">a</a> <a href="">c</a> <a href="">vbscript:e</a> <a href="">f</a> <a href="">h</a></p>` + "\n"}}},
		{"code", "`<b>`\n\n```html\n<i>\n```\n", []Block{{HTML: "<p><code>&lt;b&gt;</code></p>\n<pre><code class=\"language-html\">&lt;i&gt;\n</code></pre>\n"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Blocks(test.resolved, presentation)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProse(t *testing.T) {
	if got, want := Prose(`1\. a [3](#n1)`, presentation), `1. a <a href="#n1" class="n">3</a>`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// checkSafe fails when HTML holds anything but the elements and attributes that
// Markdown without raw HTML has, or leads to an address that is not allowed.
func checkSafe(t *testing.T, content string) {
	t.Helper()
	attributes := map[string]string{
		"p": "", "ul": "", "ol": " start ", "li": "", "blockquote": "", "pre": "", "code": " class ", "em": "", "strong": "",
		"br": "", "hr": "", "a": " href class title ", "span": " aria-hidden class ", "img": " src alt ", "h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "",
	}
	z := html.NewTokenizer(strings.NewReader(content))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%q in %q", z.Raw(), content)
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			allowed, known := attributes[token.Data]
			if !known {
				t.Errorf("element %s in %q", token.Data, content)
			}
			for _, a := range token.Attr {
				if !strings.Contains(allowed, " "+a.Key+" ") {
					t.Errorf("attribute %s of %s in %q", a.Key, token.Data, content)
				}
				if a.Key == "href" && !safeTarget(a.Val) {
					t.Errorf("a link to %q in %q", a.Val, content)
				}
			}
		}
	}
}

// An outline is what is left of a text without its prose.
func TestOutline(t *testing.T) {
	const resolved = "Een [37](#n1).\n\n## Kop {#housing}\n\nTekst.\n\n![Titel](figures/a.csv)\n\n- ![in een lijst](figures/b.csv)\n\n### Onder\n"
	want := []Block{{Heading: "Kop", Level: 2, Topic: "housing"}, {Figure: "a"}, {Heading: "Onder", Level: 3}}
	if diff := cmp.Diff(want, Outline(resolved)); diff != "" {
		t.Error(diff)
	}
	left := slices.DeleteFunc(Blocks(resolved, Presentation{}), func(b Block) bool { return b.HTML != "" })
	if diff := cmp.Diff(want, left); diff != "" {
		t.Error(diff)
	}
}
