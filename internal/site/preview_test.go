package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ronde/internal/diag"
	"ronde/internal/render"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/internal/publish"
	"ronde/themes"
)

func TestPreview(t *testing.T) {
	target := os.Getenv("PREVIEW")
	if target == "" {
		t.Skip()
	}
	w := worldOn(t, os.DirFS("../.."), "ronde.yaml", "data", "content")
	for _, r := range []string{"2022-07 2022-09-05", "2022-08 2022-10-06", "2022-09 2022-11-05","2022-10 2022-12-05"} {
		if _, err := os.Stat("../../content/reports/" + r[:7]+"/report.yaml"); err != nil { continue }
		func() {
			defer func() { if x := recover(); x != nil { fmt.Println(r, x); panic(x) } }()
			w.release(r[:7], r[8:])
		}()
	}
	for _, page := range []string{"home", "about", "methods"} {
		for _, l := range []string{"nl", "fr", "de", "en"} {
			w.prose = append(w.prose, site.Prose{Page: page, Language: l, Title: page, Description: "Beschrijving " + l, Body: "Tekst.\n\n## Kop\n\nMeer tekst.\n"})
		}
	}
	s := w.site("2023-10-05")
	var found diag.List
	th := theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, nil, []string{"nl", "fr", "de", "en"}, &found)
	if th == nil { t.Fatal(found.Sorted()) }
	st, err := publish.Begin(target, publish.Options{BaseURL: s.BaseURL})
	if err != nil { t.Fatal(err) }
	defer st.Discard()
	start := time.Now()
	n, pages := 0, 0
	for o := range s.Outputs() {
		n++
		content := o.Content
		if o.Page != nil {
			pages++
			if content, err = render.Render(th, o.Page); err != nil { t.Fatal(err) }
		}
		if err := st.WriteFile(filepath.ToSlash(o.Path), content); err != nil { t.Error(err) }
	}
	for _, a := range th.Assets() {
		if err := st.WriteFile(a.Path, a.Data); err != nil { t.Error(err) }
	}
	for _, f := range st.Check() { t.Error(f) }
	_, err = st.Publish()
	fmt.Println(n, pages, time.Since(start), err)
}
