package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestExampleTheme: the theme of docs/themes.md is the one in themes/example, to the byte,
// and a site shows it on all its pages without a finding.
func TestExampleTheme(t *testing.T) {
	const theme, guide = "../../themes/example", "../../docs/themes.md"
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{}
	for _, m := range regexp.MustCompile("(?s)\n`themes/example/([^`]+)`\n\n```[a-z]+\n(.*?)```\n").FindAllStringSubmatch(string(text), -1) {
		shown[m[1]] = m[2]
	}
	err = fs.WalkDir(os.DirFS(theme), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(theme, name))
		if shown[name] != string(content) {
			t.Errorf("%s shows another themes/example/%s, or none", guide, name)
		}
		delete(shown, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range shown {
		t.Errorf("%s shows themes/example/%s, which is not there", guide, name)
	}

	site := newSite(t)
	if err := os.CopyFS(filepath.Join(site, "themes", "example"), os.DirFS(theme)); err != nil {
		t.Fatal(err)
	}
	settings, err := os.OpenFile(filepath.Join(site, "ronde.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := settings.WriteString("theme: example\n"); err != nil {
		t.Fatal(err)
	}
	if err := settings.Close(); err != nil {
		t.Fatal(err)
	}
	if said := mustRun(t, site, "check", "--strict", "--quiet"); said != "" {
		t.Errorf("check: %s", said)
	}
	mustRun(t, site, "build", "--drafts", "--out", "preview")
	pages := 0
	style := regexp.MustCompile(`href="[^"]*assets/house-[0-9a-f]+\.css"`)
	err = filepath.WalkDir(filepath.Join(site, "preview"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		content, err := os.ReadFile(name)
		if bytes.Contains(content, []byte("assets/style-")) {
			pages++
			if !style.Match(content) {
				t.Errorf("%s has the style of the default theme alone", name)
			}
		}
		return err
	})
	if err != nil || pages < 20 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	about, err := os.ReadFile(filepath.Join(site, "preview", "en", "about", "index.html"))
	if err != nil || !strings.Contains(string(about), "assets/mark-") || !strings.Contains(string(about), ">Monitors<") {
		t.Errorf("the page about the site has neither mark nor word of the theme: %v\n%s", err, about)
	}
}
