package render_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/themes"
)

// sealedText splits the text of a page at data-edition.
func sealedText(page document) (sealed, rest []string) {
	var walk func(n *html.Node, within bool)
	walk = func(n *html.Node, within bool) {
		if _, ok := attribute(n, "data-edition"); ok {
			within = true
		}
		if text := strings.TrimSpace(n.Data); n.Type == html.TextNode && text != "" {
			if within {
				sealed = append(sealed, text)
			} else {
				rest = append(rest, text)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, within)
		}
	}
	body := page.all("body")
	walk(body[0], false)
	return sealed, rest
}

// sealedPages make the pages that show an edition, each as the turn-th specimen.
// A figure has a picture, or key figures, or neither.
var sealedPages = []func(turn int, text func(path string, sealed bool) string) site.Page{
	func(turn int, text func(string, bool) string) site.Page {
		p := &site.Report{}
		site.Fill(p, turn, text)
		return p
	},
	func(turn int, text func(string, bool) string) site.Page {
		p := &site.Changes{}
		site.Fill(p, turn, text)
		return p
	},
	func(turn int, text func(string, bool) string) site.Page {
		p := &site.Corrections{}
		site.Fill(p, turn, text)
		return p
	},
	func(turn int, text func(string, bool) string) site.Page {
		p := &site.FigurePage{}
		site.Fill(p, turn, text)
		p.Figure.Picture, p.Tiles = oneOf(turn, p.Figure.Picture, p.Tiles)
		return p
	},
	func(turn int, text func(string, bool) string) site.Page {
		p := &site.Embed{}
		site.Fill(p, turn, text)
		p.Figure.Picture, p.Tiles = oneOf(turn, p.Figure.Picture, p.Tiles)
		return p
	},
}

// oneOf leaves one of the ways to show a figure. Which one does not go with the
// style of a cell, that follows the turn too.
func oneOf(turn int, picture *site.Picture, tiles []site.KeyFigure) (*site.Picture, []site.KeyFigure) {
	switch (turn + 1 + turn/4) % 3 {
	case 0:
		return picture, nil
	case 1:
		return nil, tiles
	}
	return nil, nil
}

// specimens fills a page with marks that say where each text came from and
// whether it is sealed. Half of them leave out the texts that stand in the way
// of others: a change has a note or a difference, not both.
func specimens(specimen func(int, func(string, bool) string) site.Page) []site.Page {
	var pages []site.Page
	for turn := range site.Specimens * 2 {
		page := specimen(turn, func(path string, sealed bool) string {
			for _, field := range []string{".Note", ".Absent", ".Revision"} {
				if turn >= site.Specimens && strings.HasSuffix(path, field) {
					return ""
				}
			}
			if sealed {
				return "sealed:" + path
			}
			return "open:" + path
		})
		f := page.Common()
		f.Lang, f.Heading = "fr", ""
		pages = append(pages, page)
	}
	return pages
}

// TestSealedTextAndNothingElse is the strict rule of data-edition: every text of
// the edition is within it, and nothing else is.
func TestSealedTextAndNothingElse(t *testing.T) {
	th := defaultTheme(t)
	for _, specimen := range sealedPages {
		shown := map[string]bool{}
		all := map[string]bool{}
		specimen(0, func(path string, sealed bool) string {
			all[path] = sealed
			return ""
		})
		for _, page := range specimens(specimen) {
			sealed, rest := sealedText(parse(t, renderPage(t, th, page)))
			for _, text := range sealed {
				path, ok := strings.CutPrefix(text, "sealed:")
				if !ok {
					t.Errorf("within data-edition: %q", text)
				}
				shown[path] = true
			}
			for _, text := range rest {
				if strings.Contains(text, "sealed:") {
					t.Errorf("outside data-edition: %q", text)
				}
			}
		}
		for _, path := range slices.Sorted(maps.Keys(all)) {
			if all[path] && !shown[path] {
				t.Errorf("%s is never shown", path)
			}
		}
		if len(shown) < 10 {
			t.Errorf("only %d sealed texts seen", len(shown))
		}
	}
}

// TestFoldedPagesAreNotSealed keeps the attribute off pages that are made again
// at each release.
func TestFoldedPagesAreNotSealed(t *testing.T) {
	th := defaultTheme(t)
	for _, page := range site.Blank() {
		switch page.Kind() {
		case site.KindReport, site.KindChanges, site.KindCorrections, site.KindFigure, site.KindEmbed:
			continue
		case site.KindWithdrawn:
			continue // the reason of the withdrawal is sealed
		case site.KindTopic:
			continue // what it quotes of editions stays as it was sealed
		}
		site.Fill(page, 0, func(string, bool) string { return "x" })
		d := parse(t, renderPage(t, th, page))
		d.count(len(d.all(".gone [data-edition]")), "[data-edition]") // the reason why a figure is gone
	}
}

// TestThemeTextsStayOutside changes every interface text and compares: the text
// of the edition is the same, letter by letter, and the rest is not.
func TestThemeTextsStayOutside(t *testing.T) {
	before, after := defaultTheme(t), themeWithOtherWords(t)
	for _, kind := range []site.StatusKind{site.StatusLatest, site.StatusAmended, site.StatusSuperseded, site.StatusDraft} {
		for _, lang := range siteLanguages {
			page := sampleReport(lang, kind)
			sealed1, rest1 := sealedText(parse(t, renderPage(t, before, page)))
			sealed2, rest2 := sealedText(parse(t, renderPage(t, after, page)))
			if !slices.Equal(sealed1, sealed2) {
				t.Errorf("%s, %s: sealed text changed with the theme", lang, kind)
			}
			if slices.Equal(rest1, rest2) {
				t.Errorf("%s, %s: the theme's texts changed and the page did not", lang, kind)
			}
		}
	}
}

// themeWithOtherWords is the default theme with an omega after every text.
func themeWithOtherWords(t *testing.T) *theme.Theme {
	t.Helper()
	own := fstest.MapFS{}
	for _, lang := range siteLanguages {
		name := "texts/" + lang + ".yaml"
		data, err := fs.ReadFile(themes.Default(), name)
		if err != nil {
			t.Fatal(err)
		}
		var document yaml.Node
		if err := yaml.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		addOmega(&document)
		changed, err := yaml.Marshal(&document)
		if err != nil {
			t.Fatal(err)
		}
		own[name] = &fstest.MapFile{Data: changed}
	}
	var found diag.List
	th := theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, &theme.Source{Files: own, Path: "themes/omega"}, siteLanguages, &found)
	if th == nil {
		t.Fatal(found.Sorted())
	}
	return th
}

func addOmega(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		for i := 1; i < len(n.Content); i += 2 {
			addOmega(n.Content[i])
		}
		return
	}
	for _, c := range n.Content {
		addOmega(c)
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		n.Value += "Ω"
	}
}

// TestScriptIsInert puts a script into every text of every page, addresses
// included. The payload tries an element, an attribute and a scheme.
func TestScriptIsInert(t *testing.T) {
	th := defaultTheme(t)
	for _, payload := range []string{`"><script>alert(1)</script>`, `' onerror=alert(1) x='`, `javascript:alert(1)`, "</title><svg onload=alert(1)>"} {
		for _, page := range site.Blank() {
			for turn := range 2 { // words of closed sets hold no payload: two are enough
				site.Fill(page, turn, func(string, bool) string { return payload })
				page.Common().Lang = "nl"
				d := parse(t, renderPage(t, th, page))
				for _, n := range d.all("script") {
					if src, _ := attribute(n, "src"); !strings.HasPrefix(src, "../assets/search-") && !strings.HasPrefix(src, "../assets/charts-") || textOf(n) != "" {
						t.Fatalf("%s: the script %q holds %q", page.Kind(), src, textOf(n))
					}
				}
				for _, n := range d.all("*") {
					for _, a := range n.Attr {
						if strings.HasPrefix(a.Key, "on") {
							t.Fatalf("%s: %s gets %s", page.Kind(), n.Data, a.Key)
						}
						if scheme := strings.ToLower(strings.TrimSpace(a.Val)); (a.Key == "href" || a.Key == "src" || a.Key == "srcset") && strings.HasPrefix(scheme, "javascript:") {
							t.Fatalf("%s: %s leads to %s", page.Kind(), n.Data, a.Val)
						}
						if a.Key == "content" && strings.Contains(a.Val, "url=javascript:") {
							t.Fatalf("%s: refreshes to %s", page.Kind(), a.Val)
						}
					}
				}
			}
		}
	}
}
