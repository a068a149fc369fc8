package edition_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ronde/internal/edition"
)

// pictures are the files of testdata/pictures.txtar, whose texts place all of its
// figures.
var pictures = readPictures()

func readPictures() map[string]string {
	archive, err := txtar.ParseFile("testdata/pictures.txtar")
	if err != nil {
		panic(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	for _, round := range []string{"2022-07", "2022-08"} {
		for _, language := range []string{"nl", "en"} {
			files["content/reports/"+round+"/report."+language+".md"] = picturesText
		}
	}
	return files
}

var pictureIDs = []string{"area", "grouped", "grouped-bars", "stacked", "stacked-bars", "multiples", "dated", "dated-table", "pyramid", "dot", "range", "map"}

var picturesText = "---\n---\n{{figure " + strings.Join(pictureIDs, "}}\n\n{{figure ") + "}}\n"

// What every kind of picture says of itself, as it is sealed: series, places,
// dates, events, lines to compare with, and the words in both languages.
func TestKinds(t *testing.T) {
	s := newSite(t, pictures)
	s.release(t, "2022-07", "2022-08-20")
	s.release(t, "2022-08", "2022-09-20")
	sealed := files(s, "2022-08")
	var b strings.Builder
	for _, id := range pictureIDs {
		for _, name := range []string{"figures/" + id + ".yaml", "figures/" + id + ".csv"} {
			b.WriteString("== " + name + "\n" + sealed[name])
		}
	}
	golden(t, "kinds.golden", b.String())
}

// An event outside the axis is left out, not an error: a figure that recurs moves
// on.
func TestEventsOnTheAxis(t *testing.T) {
	s := newSite(t, pictures)
	e, _ := s.compile(t, "2022-07", "2022-08-20")
	for id, want := range map[string][]string{"area": {"centre 2022-06"}, "dated": {"centre 2022-06"}, "grouped": nil} {
		f, ok := e.Figure(id)
		if !ok {
			t.Fatalf("there is no %s", id)
		}
		var got []string
		for _, mark := range f.Events {
			got = append(got, mark.ID+" "+mark.At.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s marks %v, want %v", id, got, want)
		}
	}
}

// Each series of a figure with dates has its own; the axis spans the months that
// the figure names or that the dates need.
func TestDates(t *testing.T) {
	s := newSite(t, pictures)
	for _, c := range []struct {
		periods     string
		axis, dates string
	}{
		{"", "2022-05 2022-08", "2022-05-03 2022-06-20 2022-07-25 2022-08-29"},
		{"{last: 3}", "2022-06 2022-08", "2022-06-20 2022-07-25 2022-08-29"},
		{"{from: 2022-03, until: 2022-07}", "2022-03 2022-07", "2022-05-03 2022-06-20 2022-07-25"},
		{"{from: 2022-06-21, until: round}", "2022-06 2022-08", "2022-07-25 2022-08-29"},
		{"{until: 2022-06-19}", "2022-05 2022-06", "2022-05-03"},
	} {
		periods := ""
		if c.periods != "" {
			periods = "    periods: " + c.periods + "\n"
		}
		s.write("content/reports/figures.yaml", "ronde: 1\nfigures:\n  - id: f\n    kind: line\n    dated: true\n"+periods+"    series: [{indicator: registered}]\n")
		for _, name := range []string{"content/reports/2022-08/report.nl.md", "content/reports/2022-08/report.en.md"} {
			s.write(name, "---\n---\n{{figure f}}\n")
		}
		e, found := s.compile(t, "2022-08", "2022-09-20")
		f, ok := e.Figure("f")
		if !ok {
			fail(t, found)
		}
		var dates []string
		for _, p := range f.Points[0] {
			dates = append(dates, p.Period.String())
		}
		axis := f.Periods[0].String() + " " + f.Periods[len(f.Periods)-1].String()
		if got := strings.Join(dates, " "); got != c.dates || axis != c.axis {
			t.Errorf("%s: %s on %s, want %s on %s", c.periods, got, axis, c.dates, c.axis)
		}
	}
}

// A stack holds the codes of the periods that it shows, not those of the round's
// month alone.
func TestWholeOfThePeriodsShown(t *testing.T) {
	for _, c := range []struct{ name, periods, code, missing string }{
		{"a code that begins after the periods", "{from: 2022-05, until: 2022-07}", "BE-NEW, from: 2022-08", ""},
		{"a code that begins within them", "{from: 2022-05, until: round}", "BE-NEW, from: 2022-08", "BE-NEW"},
		{"a code that ended within them", "{until: 2022-07}", "BE-OLD, until: 2022-06", "BE-OLD"},
		{"a code that ended before them", "{last: 2}", "BE-OLD, until: 2022-06", ""},
		{"a code that ended before a moment", "{at: 2022-07}", "BE-OLD, until: 2022-06", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, with(pictures, map[string]string{
				"content/reports/figures.yaml":         "ronde: 1\nfigures:\n  - id: f\n    kind: stacked\n    periods: " + c.periods + "\n    series: [{indicator: arrivals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]\n",
				"content/reports/2022-08/report.nl.md": "---\n---\n{{figure f}}\n",
				"content/reports/2022-08/report.en.md": "---\n---\n{{figure f}}\n",
				"data/codelists/geo.yaml": pictures["data/codelists/geo.yaml"] +
					"  - {code: " + c.code + ", level: region, parent: BE, label: {nl: Elders, en: Elsewhere}}\n",
			}))
			_, found := s.compile(t, "2022-08", "2022-09-20")
			left := ""
			for _, d := range found {
				if d.ID == "figure-parts" {
					left = d.Title.String()
				}
			}
			if (left == "") != (c.missing == "") || !strings.Contains(left, c.missing) {
				t.Errorf("want %q left out, found %v", c.missing, found)
			}
		})
	}
}

// A line at a value that is not exact says so.
func TestReferenceKeepsAbout(t *testing.T) {
	s := newSite(t, pictures)
	s.write("content/reports/figures.yaml", "ronde: 1\nfigures:\n  - id: f\n    kind: line\n    dated: true\n    references: [{of: {indicator: registered, period: latest}}]\n    series: [{indicator: registered}]\n")
	s.write("data/drops/2022-08/dvz/attestations.csv", "day,area,sex,age,persons\n2022-08-29,BE,_T,_T,~44\n")
	for _, language := range []string{"nl", "en"} {
		s.write("content/reports/2022-08/report."+language+".md", "---\n---\n{{figure f}}\n")
	}
	e, found := s.compile(t, "2022-08", "2022-09-20")
	f, ok := e.Figure("f")
	if !ok {
		fail(t, found)
	}
	want := "Reference line “29 August 2022”: about 44 persons."
	english := f.Texts[slices.IndexFunc(f.Texts, func(t edition.FigureText) bool { return t.Language == "en" })]
	if !slices.ContainsFunc(english.Notes, func(r edition.Remark) bool { return r.Text == want }) {
		t.Errorf("no %q among %v", want, english.Notes)
	}
}

// A highest value is named only when no bound may be above it.
func TestBoundsLeaveExtremesOpen(t *testing.T) {
	s := newSite(t, pictures)
	s.write("content/reports/figures.yaml", "ronde: 1\nfigures:\n  - id: f\n    kind: line\n    dated: true\n    series: [{indicator: registered}]\n")
	for _, language := range []string{"nl", "en"} {
		s.write("content/reports/2022-08/report."+language+".md", "---\n---\n{{figure f}}\n")
	}
	for _, c := range []struct{ july, want string }{
		{"35", "lowest value 20 (3 May 2022), highest value 44 (29 August 2022)."},
		{">35", "lowest value 20 (3 May 2022)."},
		{"<35", "highest value 44 (29 August 2022)."},
	} {
		s.write("data/drops/2022-07/dvz/attestations.csv", strings.Replace(pictures["data/drops/2022-07/dvz/attestations.csv"], ">35", c.july, 1))
		e, found := s.compile(t, "2022-08", "2022-09-20")
		f, ok := e.Figure("f")
		if !ok {
			fail(t, found)
		}
		alt := f.Texts[slices.IndexFunc(f.Texts, func(t edition.FigureText) bool { return t.Language == "en" })].Alt
		if _, got, _ := strings.Cut(alt, "last value 44 (29 August 2022), "); got != c.want {
			t.Errorf("%s: %q, want %q", c.july, got, c.want)
		}
	}
}

// A kind of figure has a name of its own in its alternative text.
func TestAlternativeKinds(t *testing.T) {
	seen := map[string]bool{}
	s := newSite(t, pictures)
	e, found := s.compile(t, "2022-07", "2022-08-20")
	for _, id := range pictureIDs {
		f, ok := e.Figure(id)
		if !ok {
			fail(t, found)
		}
		kind, _, _ := strings.Cut(f.Texts[0].Alt, ":")
		if id == "range" {
			continue // another figure of dots
		}
		if seen[kind] || kind == "" {
			t.Errorf("%s is a %q, as another figure is", id, kind)
		}
		seen[kind] = true
	}
	for _, kind := range []edition.FigureKind{edition.LineFigure, edition.ColumnFigure, edition.BarFigure, edition.KeyFigures} {
		if k := edition.AlternativeKind(kind, false, false); k == edition.AlternativeKind(edition.TableFigure, false, false) {
			t.Errorf("%s is called as a table is", kind)
		}
	}
}

// A share names what it was divided by, with period and value: in a row of key
// figures that of the value shown, in a figure over time those between which all
// lie.
func TestBases(t *testing.T) {
	for _, c := range []struct{ name, spec, want string }{
		{"key figures", "kind: key-figures\nseries: [{indicator: referral-share}, {indicator: attestations}]", "Denominator: Certificates (persons) – August 2022: 3,111."},
		{"two months", "kind: line\nseries: [{indicator: referral-share}]", "Denominator: Certificates (persons) – 3,156 (July 2022) and 3,111 (August 2022)."},
		{"no share", "kind: line\nseries: [{indicator: attestations}]", ""},
	} {
		f, found := figure(t, c.spec, nil)
		if f == nil {
			fail(t, found)
		}
		got := ""
		for _, r := range f.Texts[1].Notes {
			if strings.HasPrefix(r.Text, "Denominator") {
				got += r.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
