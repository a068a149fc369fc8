package diag

import (
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// markdownTraps are texts that GitHub or GitLab would obey.
var markdownTraps = []string{
	"@name", "(@org/team),", "a@b.example", "@all", "#12", "dvz/site#12", "GH-12", "ABC-123", "!3", "group/site!3", "$7", "&12", "~bug", `~"two words"`, "%1.0", `%"two words"`,
	"^alert#1", "[issue:1]", "*iteration:4", "[vulnerability:123]", "[[page]]", "[TOC]", "[[_TOC_]]", "> [!NOTE]", "https://a.example/b", "http://a.example", "(www.a.example)",
	"ftp://a.example", "mailto:a", "/close", "/assign me", "-/close", ":tada:", "a :+1: b", "{+ added +}", "[- deleted -]", "0123abc", "fe0123456789fe0123456789fe0123456789fe01",
	"<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- a", "&lt;", "&#64;name", "**bold**", "_a_", "~~a~~", "`code`", "``a`` @b`c", "a|b", "@a|@b", "|---|", "[a](b)",
	"![a](b)", "[a]: b", "[^1]", "# a", "- a", "+ a", "* a", "1. a", "12) a", "===", "---", "    a", "- [ ] a", "$a$", "$$a$$", "a\\@b", "\\", "a\\", "\\`@b", "a\nb\t@c", "%{project}",
}

// readMarkdown gives the HTML of a comment with a text in a paragraph, an item and a cell.
func readMarkdown(t *testing.T, text string) []string {
	t.Helper()
	var all []string
	for _, around := range [][2]string{{"", ""}, {"- ", ""}, {"### ", ""}, {"> ", ""}, {"| a | b |\n|---|---|\n| x | ", " |"}} {
		var b strings.Builder
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Convert([]byte(around[0]+Markdown(text)+around[1]+"\n"), &b); err != nil {
			t.Fatal(err)
		}
		all = append(all, b.String())
	}
	return all
}

var (
	command    = regexp.MustCompile(`^\s*/[a-z]`)
	markup     = regexp.MustCompile(`</?(?:p|ul|li|h3|blockquote|table|thead|tbody|tr|th|td)(?: id="[^"]*")?>`)
	codeInHTML = regexp.MustCompile(`<code>[^<]*</code>`)
	// hostsObey is what hosts look for in the text of a page, outside code.
	hostsObey = regexp.MustCompile(`@\w|#\w|GH-\d|[A-Z]+-\d|!\d|[$&~^%][\w"]|:\w[\w+-]*:|:[+-]1:|\[\[|\[TOC|\[!|https?:|ftp:|www\.|[{\[][+-]|[+-][}\]]|\[[a-z_]+:|\b[0-9]*[a-f][0-9a-f]{6,39}\b`)
)

// TestMarkdownIsInert holds that a text is shown as it is, and that nothing of it is obeyed.
func TestMarkdownIsInert(t *testing.T) {
	check := func(text string) {
		t.Helper()
		written := Markdown(text)
		if command.MatchString(written) || strings.ContainsAny(written, "\n\r") {
			t.Errorf("%q becomes %q", text, written)
		}
		for _, page := range readMarkdown(t, text) {
			if _, cell, table := strings.Cut(page, "<td>x</td>"); table {
				page = cell
			}
			page = markup.ReplaceAllString(page, "")
			if shown := strings.Join(strings.Fields(html.UnescapeString(strings.NewReplacer("<code>", "", "</code>", "").Replace(page))), " "); shown != strings.Join(strings.Fields(Visible(text)), " ") {
				t.Errorf("%q becomes %q, which shows %q", text, written, shown)
			}
			outside := codeInHTML.ReplaceAllString(page, " ")
			if strings.Contains(outside, "<") {
				t.Errorf("%q becomes %q, which is %s", text, written, page)
			}
			if found := hostsObey.FindString(html.UnescapeString(outside)); found != "" {
				t.Errorf("%q becomes %q, in which %q is obeyed", text, written, found)
			}
		}
	}
	for _, text := range markdownTraps {
		check(text)
		check("a " + text + " b")
	}
	pieces := []string{"@", "#", "1", "a", " ", "`", "|", "\\", "!", "[", "]", "(", ")", "<", ">", "&", ";", "*", "_", "~", "-", "+", "/", ":", ".", "=", "$", "{", "}", "%", "é", "0a"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		check(b.String())
	}
}

// TestMarkdownIsReadable holds what a person reads in the source.
func TestMarkdownIsReadable(t *testing.T) {
	for text, want := range map[string]string{
		"attestations BE-VLG 2022-07":             "attestations BE-VLG 2022-07",
		"3,159 → 3,156 (−3; −0.1%)":               "3,159 → 3,156 (−3; −0.1%)",
		"data/drops/2022-07/dvz/attestations.csv": "data/drops/2022-07/dvz/attestations.csv",
		"1 value of 2022-07 revised, it’s done!":  "1 value of 2022-07 revised, it’s done!",
		"report.en.md:4:20":                       "`report.en.md:4:20`",
		"ask @name, see #12":                      "ask `@name,` see `#12`",
		"sex=_T a*b":                              `sex=\_T a\*b`,
		"a|@b":                                    "`a`&#124;`@b`",
		"compared with 1a2b3c4d, not 1234567":     "compared with `1a2b3c4d,` not 1234567",
		"-10, -0.3 %":                             "-10, -0.3 %",
		"- 3":                                     `\- 3`,
		"12. a":                                   `12\. a`,
		"":                                        "",
	} {
		if got := Markdown(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
