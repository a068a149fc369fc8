package edition_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/edition"
)

// figures replaces the figures of the base site by one, which its texts place,
// and gives it as the round of August shows it, July being released before.
func figure(t *testing.T, spec string, over map[string]string) (*edition.Figure, []diag.Diagnostic) {
	t.Helper()
	text := "---\n---\n{{figure f}}\n"
	s := newSite(t, with(map[string]string{
		"content/reports/figures.yaml":         "ronde: 1\nfigures:\n  - id: f\n" + indent(spec),
		"content/reports/2022-07/report.nl.md": "Tekst.\n", "content/reports/2022-07/report.en.md": "",
		"content/reports/2022-08/report.nl.md": text, "content/reports/2022-08/report.en.md": text,
	}, over))
	s.release(t, "2022-07", "2022-08-20")
	e, found := s.compile(t, "2022-08", "2022-09-20")
	f, _ := e.Figure("f")
	return f, found
}

func indent(spec string) string {
	var b strings.Builder
	for line := range strings.Lines(spec) {
		b.WriteString("    " + strings.TrimSpace(line) + "\n")
	}
	return b.String()
}

// What a figure's description stands for: series by codes and categories.
func TestExpansion(t *testing.T) {
	for _, c := range []struct {
		name, spec string
		across     string
		series     []string // indicator and codes, name in English, values
		categories []string
	}{
		{
			name: "one series over time", spec: "kind: line\nseries: [{indicator: attestations}]",
			across: "period", series: []string{"attestations BE Certificates: 7278 4120 3156 3111"},
		},
		{
			name: "codes become series", spec: "kind: line\nseries: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU]}}]",
			across: "period", series: []string{"referrals BE-VLG Flanders: 500 400", "referrals BE-BRU Brussels: 203 150"},
		},
		{
			name: "codes times series", spec: "kind: table\nseries: [{indicator: attestations, where: {geo: [BE]}}, {indicator: referrals, where: {geo: [BE, BE-WAL]}}]",
			across: "period", series: []string{
				"attestations BE Certificates, Belgium: 7278 4120 3156 3111", "referrals BE Referrals, Belgium: - - 803 616", "referrals BE-WAL Referrals, Wallonia: - - 100 66",
			},
		},
		{
			name: "a label of the author", spec: "kind: line\nseries: [{indicator: attestations, label: {nl: x, en: Mine}}]",
			across: "period", series: []string{"attestations BE Mine: 7278 4120 3156 3111"},
		},
		{
			name: "bars go across the dimension that varies", spec: "kind: bar\nseries: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]",
			across: "geo", series: []string{"referrals BE-VLG Referrals: 400 150 66"}, categories: []string{"BE-VLG Flanders", "BE-BRU Brussels", "BE-WAL Wallonia"},
		},
		{
			name: "bars of indicators", spec: "kind: bar\nseries: [{indicator: attestations}, {indicator: referrals}]",
			across: "indicator", series: []string{"attestations BE persons: 3111 616"}, categories: []string{"attestations.BE Certificates", "referrals.BE Referrals"},
		},
		{
			name: "a table across a dimension", spec: "kind: table\nacross: geo\nseries: [{indicator: attestations}, {indicator: referrals, where: {geo: [BE-VLG, BE]}}]",
			across: "geo", series: []string{"attestations BE Certificates: 3111 -", "referrals BE Referrals: 616 400"}, categories: []string{"BE Belgium", "BE-VLG Flanders"},
		},
		{
			name: "another moment", spec: "kind: bar\nperiods: {at: 2022-07}\nseries: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU]}}]",
			across: "geo", series: []string{"referrals BE-VLG Referrals: 500 203"}, categories: []string{"BE-VLG Flanders", "BE-BRU Brussels"},
		},
		{
			name: "the last months", spec: "kind: column\nperiods: {last: 3}\nseries: [{indicator: attestations}]",
			across: "period", series: []string{"attestations BE Certificates: 4120 3156 3111"},
		},
		{
			name: "a range with ends that have no value", spec: "kind: column\nperiods: {from: 2022-03, until: 2022-06}\nseries: [{indicator: attestations}]",
			across: "period", series: []string{"attestations BE Certificates: - - 7278 4120"},
		},
		{
			name: "key figures", spec: "kind: key-figures\nseries: [{indicator: referral-share}, {indicator: attestations}]",
			across: "period", series: []string{"referral-share BE Share referred: - - 25.4 19.8", "attestations BE Certificates: 7278 4120 3156 3111"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, found := figure(t, c.spec, nil)
			if f == nil {
				fail(t, found)
			}
			if f.Across != c.across {
				t.Errorf("across %s, want %s", f.Across, c.across)
			}
			var series, categories []string
			for i, s := range f.Series {
				name, _ := s.Name.In("en")
				line := s.Indicator + " " + s.Codes + " " + name + ":"
				for _, p := range f.Points[i] {
					if p.HasValue {
						line += " " + p.Value.String()
					} else {
						line += " -"
					}
				}
				series = append(series, line)
			}
			for _, category := range f.Categories {
				name, _ := category.Name.In("en")
				categories = append(categories, category.Code+" "+name)
			}
			if !slices.Equal(series, c.series) || !slices.Equal(categories, c.categories) {
				t.Errorf("series\n%s\ncategories %q", strings.Join(series, "\n"), categories)
			}
		})
	}
}

func TestFigureFindings(t *testing.T) {
	for _, c := range []struct{ name, spec, want string }{
		{"unknown indicator", "kind: line\nseries: [{indicator: attestation}]", "unknown-id"},
		{"unknown dimension", "kind: line\nseries: [{indicator: attestations, where: {sex: [F]}}]", "unknown-dimension"},
		{"unknown code", "kind: line\nseries: [{indicator: attestations, where: {geo: [BE-VL]}}]", "unknown-code"},
		{"across what is not there", "kind: bar\nacross: sex\nseries: [{indicator: attestations}]", "figure-across"},
		{"not a period", "kind: line\nperiods: {until: soon}\nseries: [{indicator: attestations}]", "figure-period"},
		{"not a moment", "kind: bar\nperiods: {at: soon}\nseries: [{indicator: attestations}, {indicator: referrals}]", "figure-period"},
		{"no months", "kind: line\nperiods: {last: 0}\nseries: [{indicator: attestations}]", "figure-period"},
		{"two units", "kind: line\nseries: [{indicator: attestations}, {indicator: referral-share}]", "figure-mixed"},
		{"two units in one column of a table", "kind: table\nacross: indicator\nseries: [{indicator: attestations}, {indicator: referral-share}]", "figure-mixed"},
		{"columns that do not begin at zero", "kind: column\nzero: false\nseries: [{indicator: attestations}]", "figure-scale"},
		{"one key figure", "kind: key-figures\nseries: [{indicator: attestations}]", "key-figures"},
		{"nothing known", "kind: line\nperiods: {from: 2021-01, until: 2021-03}\nseries: [{indicator: attestations}]", "figure-empty"},
		{"an unknown indicator in a title", "kind: line\ntitle: {nl: \"{{attestation}}\", en: x}\nseries: [{indicator: attestations}]", "unknown-id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := figure(t, c.spec, nil)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.ID == c.want && d.Severity == diag.Error && d.Span.Line > 0 }) {
				t.Errorf("want %s, found %v", c.want, found)
			}
		})
	}
}

func tile(t *testing.T, over map[string]string, indicator string) edition.Tile {
	t.Helper()
	f, found := figure(t, "kind: key-figures\nseries: [{indicator: "+indicator+"}, {indicator: referrals}]", over)
	if f == nil {
		fail(t, found)
	}
	for _, text := range f.Texts {
		if text.Language == "en" {
			return text.Tiles[0]
		}
	}
	t.Fatal("no English tile")
	return edition.Tile{}
}

// A key figure shows the round's month, or the last one before it, which then
// says its own period.
func TestHeadline(t *testing.T) {
	const late = "maand;gebied;attesten\n2022-07;BE;3.156\n"
	const drop = "data/drops/2022-08/dvz/attestations.csv"
	for _, c := range []struct {
		name, csv     string
		printed, when string
	}{
		{"of the month", "maand;gebied;attesten\n2022-08;BE;3.111\n", "3,111", "in August 2022"},
		{"of the month before", late, "3,156", "in July 2022"},
		{"not of a month after", late + "2022-09;BE;9.999\n", "3,156", "in July 2022"},
		{"one person", "maand;gebied;attesten\n2022-08;BE;1\n", "1", "in August 2022"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := tile(t, map[string]string{drop: c.csv}, "attestations")
			if got.Printed != c.printed || got.When != c.when {
				t.Errorf("%q %q, want %q %q", got.Printed, got.When, c.printed, c.when)
			}
			want := "persons"
			if c.printed == "1" {
				want = "person"
			}
			if got.Unit != want {
				t.Errorf("unit %q, want %q", got.Unit, want)
			}
		})
	}
}

// A value that an earlier release published otherwise is marked, in the figure
// and under it; the same value in a new delivery is not.
func TestRevised(t *testing.T) {
	f, found := figure(t, "kind: table\nseries: [{indicator: attestations}]", nil)
	if f == nil {
		fail(t, found)
	}
	for i, want := range []bool{false, false, true, false} {
		if f.Points[0][i].Revised != want {
			t.Errorf("%s: revised is %v", f.Periods[i], !want)
		}
	}
	if got := f.Texts[1]; got.Language != "en" || len(got.Notes) == 0 || got.Notes[0].Mark != "[r]" {
		t.Errorf("notes %v", got.Notes)
	}
	same, found := figure(t, "kind: table\nseries: [{indicator: attestations}]", map[string]string{
		"data/drops/2022-08/dvz/attestations.csv": "maand;gebied;attesten\n2022-07;BE;3.159\n2022-08;BE;3.111\n",
	})
	if same == nil {
		fail(t, found)
	}
	if same.Points[0][2].Revised {
		t.Error("the same value is marked as revised")
	}
}

// A break stands before the first period of the new series, with its note in
// each language, and only where the figure shows both sides of it.
func TestBreaks(t *testing.T) {
	over := map[string]string{"data/events.yaml": rich["data/events.yaml"]}
	f, found := figure(t, "kind: line\nseries: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU]}}]", over)
	if f == nil {
		fail(t, found)
	}
	if len(f.Breaks) != 1 || f.Breaks[0].Before.String() != "2022-08" {
		t.Fatalf("breaks %v", f.Breaks)
	}
	if note, _ := f.Breaks[0].Note.In("en"); note != "The count changed." {
		t.Errorf("note %q", note)
	}
	for _, text := range f.Texts {
		if !slices.ContainsFunc(text.Notes, func(r edition.Remark) bool { return r.Mark == "1" }) {
			t.Errorf("%s: the break is not explained: %v", text.Language, text.Notes)
		}
	}
	for name, spec := range map[string]string{
		"another indicator": "kind: line\nseries: [{indicator: attestations}]",
		"one side":          "kind: column\nperiods: {at: 2022-08}\nseries: [{indicator: referrals}]",
	} {
		if f, found := figure(t, spec, over); f == nil || len(f.Breaks) > 0 {
			t.Errorf("%s: %v %v", name, f, found)
		}
	}
}

// A break of one series leaves the others whole; breaks of several on the same
// day are told apart.
func TestBreaksOfSomeSeries(t *testing.T) {
	event := func(id, where string) string {
		return "  - {id: " + id + ", date: 2022-08-01, kind: break, label: {nl: Breuk, en: Break}, note: {nl: " + id + ", en: " + id + "}, indicators: [referrals]" + where + "}\n"
	}
	for name, test := range map[string]struct {
		events string
		want   []string // note and the series it cuts
	}{
		"all":         {event("all", ""), []string{"all []"}},
		"one":         {event("brussels", ", where: {geo: BE-BRU}"), []string{"brussels [1]"}},
		"one each":    {event("brussels", ", where: {geo: BE-BRU}") + event("flanders", ", where: {geo: BE-VLG}"), []string{"flanders [0]", "brussels [1]"}},
		"none of two": {event("wallonia", ", where: {geo: BE-WAL}"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			f, found := figure(t, "kind: line\nseries: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU]}}]", map[string]string{
				"data/events.yaml": "ronde: 1\nevents:\n" + test.events,
			})
			if f == nil {
				fail(t, found)
			}
			var got []string
			for _, b := range f.Breaks {
				note, _ := b.Note.In("en")
				got = append(got, fmt.Sprint(note, " ", b.Series))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// The words that Ronde writes itself: titles, subtitles, alternative texts,
// notes, tiles, legends, in both languages, as they are sealed.
func TestSealedWords(t *testing.T) {
	s := newSite(t, sites[1].files)
	s.release(t, "2022-07", "2022-08-20")
	s.release(t, "2022-08", "2022-09-20")
	sealed := files(s, "2022-08")
	var names []string
	for name := range sealed {
		if strings.HasPrefix(name, "figures/") || strings.HasPrefix(name, "words.") || strings.HasPrefix(name, "text.") || strings.HasPrefix(name, "data/") || name == "numbers.csv" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		b.WriteString("== " + name + "\n" + sealed[name])
	}
	golden(t, "words.golden", b.String())
}

// A figure keeps the ids that it had, which no other figure of its round may have.
func TestFormerIDs(t *testing.T) {
	const month = "kind: column\nseries: [{indicator: attestations}]\n"
	f, found := figure(t, "formerly: [months, per-month]\n"+month, nil)
	if !slices.Equal(f.Formerly, []string{"months", "per-month"}) || len(found) > 0 {
		t.Errorf("formerly %v, %v", f.Formerly, found)
	}
	own := map[string]string{"content/reports/2022-08/figures.yaml": "ronde: 1\nfigures:\n  - id: months\n    kind: table\n    series: [{indicator: attestations}]\n"}
	_, found = figure(t, "formerly: [months]\n"+month, own)
	if len(found) == 0 || found[0].ID != "duplicate-figure" || found[0].Title.String() != "there are two figures months in this round" {
		t.Errorf("two figures were called months: %v", found)
	}
}
