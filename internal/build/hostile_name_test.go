package build

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
)

// names that files and folders can have on some system, and nobody would give
// them on purpose: with marks that turn the direction of a text, invisible and
// control characters, blanks, and those that differ from a good one in ways
// that are hard to see.
var hostileNames = []struct{ name, part string }{
	{"turned around", "2022-\u202e80"},
	{"isolated", "\u2066dvz\u2069"},
	{"with a zero-width blank", "att\u200bestations"},
	{"with a byte order mark", "\ufeffreport"},
	{"with a soft hyphen", "2022\u00ad-08"},
	{"with an escape sequence", "a\x1b[31mb"},
	{"with a line break", "a\n::error::b"},
	{"with a tab", "a\tb"},
	{"with a delete character", "a\x7fb"},
	{"with a non-breaking blank", "a\u00a0b"},
	{"in full width", "２０２２-08"},
	{"with a Cyrillic letter", "dv\u0437"},
	{"with a combining accent", "e\u0301t\u00e9"},
	{"of Windows", "aux"},
	{"with a blank at its end", "2022-08 "},
	{"with a dot at its end", "2022-08."},
	{"very long", strings.Repeat("x", 255)},
	{"that is an option", "--out=x"},
}

// Wherever such a name stands, the files below it are said to be out of place,
// and what is said can be printed; nothing panics.
func TestHostileNames(t *testing.T) {
	base := released(t)
	for _, place := range []string{
		"data/drops/2022-09/dvz/*.csv", "data/drops/2022-09/*/attestations.csv", "data/drops/*/dvz/attestations.csv",
		"data/datasets/*.yaml", "data/codelists/*.yaml", "data/*.yaml",
		"content/reports/*/report.yaml", "content/reports/2022-08/*.md", "content/reports/2022-08/report.*.md",
		"content/reports/2022-08/editions/*/edition.yaml", "content/reports/2022-08/editions/1/*", "content/reports/2022-08/editions/1/data/*.csv",
		"content/reports/2022-08/editions/*", "content/reports/2022-08/*/1/edition.yaml", "content/meetings/*.yaml", "content/*.md", "themes/own/*.css", "themes/own/*/page.html",
	} {
		for _, h := range hostileNames {
			name := strings.Replace(place, "*", h.part, 1)
			fsys := fstest.MapFS{}
			for known, file := range base {
				fsys[known] = file
			}
			fsys[name] = &fstest.MapFile{Data: []byte("ronde: 1\n")}
			if strings.HasPrefix(place, "themes/") {
				fsys["ronde.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(base["ronde.yaml"].Data), "theme: own\n"...)}
			}
			w := read(fsys)
			w.compileDrafts()
			if strings.HasPrefix(place, "themes/") || strings.HasPrefix(place, "content/meetings/") {
				if err := w.fold(Options{}); err != nil {
					t.Fatal(err)
				}
			}
			result := w.result()
			about := false
			for _, f := range errorsOf(result.Findings) {
				about = about || f.Span.File == name || strings.HasPrefix(name, f.Span.File+"/")
			}
			if !about {
				t.Errorf("%s %s: nothing is said about it: %v", place, h.name, result.Findings)
			}
			printable(t, place+" "+h.name, result)
		}
	}
}

// printable fails when what is said of a site holds a character that a terminal
// would obey or hide.
func printable(t *testing.T, about string, r Result) {
	t.Helper()
	var text, object bytes.Buffer
	if err := diag.WriteText(&text, r.Findings, r.Excerpt, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := diag.WriteJSON(&object, r.Findings, diag.Language{}); err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{text.String(), object.String()} {
		if strings.ContainsAny(said, "\x00\x1b\x7f\t\u202e\u2066\u2069\u200b\ufeff\u00ad") || strings.Contains(said, "\n::error::") {
			t.Errorf("%s: said with a character that does something: %q", about, said)
		}
	}
}

// A file beside one whose name differs in upper and lower case alone is never
// taken for it, nor beside it: on Windows and on a Mac only one of them exists.
func TestTwinsInUpperAndLowerCase(t *testing.T) {
	base := released(t)
	for _, twin := range []struct{ of, name string }{
		{"data/drops/2022-08/dvz/attestations.csv", "data/drops/2022-08/dvz/Attestations.csv"},
		{"data/drops/2022-08/dvz/attestations.csv", "data/drops/2022-08/dvz/attestations.CSV"},
		{"data/drops/2022-08/dvz/attestations.csv", "data/drops/2022-08/DVZ/attestations.csv"},
		{"data/drops/2022-08/dvz/attestations.yaml", "data/drops/2022-08/dvz/attestations.YAML"},
		{"data/datasets/attestations.yaml", "data/datasets/Attestations.yaml"},
		{"data/codelists/geo.yaml", "data/codelists/Geo.yaml"},
		{"data/codelists/geo.yaml", "data/codelists/geo.YAML"},
		{"data/indicators.yaml", "data/Indicators.yaml"},
		{"content/about.nl.md", "content/About.nl.md"},
		{"content/about.nl.md", "content/about.NL.md"},
		{"content/reports/2022-08/report.yaml", "content/reports/2022-08/Report.yaml"},
		{"content/reports/2022-08/report.nl.md", "content/reports/2022-08/report.NL.md"},
		{"content/reports/2022-08/figures.yaml", "content/reports/2022-08/Figures.yaml"},
		{"content/reports/2022-08/editions/1/edition.yaml", "content/reports/2022-08/Editions/1/edition.yaml"},
		{"content/reports/2022-08/editions/1/text.nl.md", "content/reports/2022-08/editions/1/Text.nl.md"},
	} {
		t.Run(twin.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for known, file := range base {
				fsys[known] = file
			}
			if fsys[twin.of] == nil {
				t.Fatalf("there is no %s", twin.of)
			}
			fsys[twin.name] = fsys[twin.of]
			about := false
			found := examine(fsys)
			for _, f := range found {
				about = about || f.Span.File == twin.name || strings.HasPrefix(twin.name, f.Span.File+"/")
			}
			if !about {
				t.Errorf("nothing is said about it: %v", found)
			}
		})
	}
}
