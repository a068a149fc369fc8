package icalendar

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/period"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func sample() Calendar {
	return Calendar{
		Name: "Déplacés d’Ukraine : calendrier des publications", Language: "fr-BE", URL: "https://chiffres.example/fr/calendar/", Source: "https://chiffres.example/fr/calendar/calendar.ics",
		Events: []Event{
			{
				UID: "2023-08@chiffres.example", Changed: period.NewDate(2023, 10, 5), Sequence: 1, Day: period.NewDate(2023, 10, 5),
				Summary: "Rapport sur août 2023", URL: "https://chiffres.example/fr/reports/2023-08/",
			},
			{
				UID: "2023-09@chiffres.example", Changed: period.NewDate(2023, 10, 20), Sequence: 2, Day: period.NewDate(2023, 11, 9), Tentative: true,
				Summary:     "Rapport sur septembre 2023",
				Description: "Date provisoire.\nDéplacé du 2 novembre 2023, annoncé le 20 octobre 2023 : une livraison, attendue en octobre; elle arrive plus tard.",
				URL:         "https://chiffres.example/fr/calendar/",
			},
		},
	}
}

func TestGolden(t *testing.T) {
	got := sample().Bytes()
	name := filepath.Join("testdata", "calendar.ics")
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// properties undoes what a file does to its lines: names with their parameters, and
// values as they are written.
func properties(t *testing.T, file []byte) (all [][2]string) {
	t.Helper()
	if !bytes.HasSuffix(file, []byte("\r\n")) || bytes.Count(file, []byte("\n")) != bytes.Count(file, []byte("\r\n")) || bytes.Count(file, []byte("\r")) != bytes.Count(file, []byte("\r\n")) {
		t.Errorf("lines do not end in CR LF: %q", file)
	}
	for _, piece := range strings.Split(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
		if len(piece) > 75 || !utf8.ValidString(piece) {
			t.Errorf("a line has %d octets, or part of a character: %q", len(piece), piece)
		}
		if rest, folded := strings.CutPrefix(piece, " "); folded {
			all[len(all)-1][1] += rest
			continue
		}
		name, value, ok := strings.Cut(piece, ":")
		if !ok {
			t.Fatalf("%q is no property", piece)
		}
		all = append(all, [2]string{name, value})
	}
	return all
}

// unescape reads a text as RFC 5545 says.
func unescape(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) {
			i++
			if value[i] == 'n' || value[i] == 'N' {
				b.WriteByte('\n')
				continue
			}
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// FuzzText: whatever a text holds, the lines are lines of the format, the text reads back as
// it was, and it adds no property.
func FuzzText(f *testing.F) {
	f.Add("Report", "Moved; from a, b\\n: c\nEND:VEVENT\r\nBEGIN:VEVENT")
	f.Add(strings.Repeat("é", 100), strings.Repeat("日本", 60)+"\\")
	f.Add(strings.Repeat("x", 59), strings.Repeat(",", 75))
	want := len(properties(&testing.T{}, sample().Bytes()))
	f.Fuzz(func(t *testing.T, summary, description string) {
		if !utf8.ValidString(summary) || !utf8.ValidString(description) || description == "" {
			return // texts are UTF-8 when they have been read
		}
		c := sample()
		c.Events[1].Summary, c.Events[1].Description = summary, description
		all := properties(t, c.Bytes())
		if len(all) != want {
			t.Fatalf("%d properties, not %d", len(all), want)
		}
		lines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
		for i, text := range []string{summary, description} {
			name := []string{"SUMMARY;LANGUAGE=fr-BE", "DESCRIPTION;LANGUAGE=fr-BE"}[i]
			last := ""
			for _, p := range all {
				if p[0] == name {
					last = unescape(p[1])
				}
			}
			if last != lines.Replace(text) {
				t.Errorf("%s: %q became %q", name, text, last)
			}
		}
	})
}
