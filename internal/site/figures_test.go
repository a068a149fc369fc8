package site_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/site"
	"ronde/internal/source"
)

// pictureWorld is the base site of the scripts with the data of all kinds of
// pictures over it.
func pictureWorld(t testing.TB) *world {
	t.Helper()
	files := map[string]string{}
	base := os.DirFS("../../cmd/ronde/testdata/base")
	err := fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(base, name)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	pictures, err := txtar.ParseFile("../edition/testdata/pictures.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range pictures.Files {
		files[f.Name] = string(f.Data)
	}
	return newWorld(t, files)
}

// place writes texts that place figures, in both rounds and languages.
func (w *world) place(ids []string) {
	text := "---\n---\n"
	for _, id := range ids {
		text += "{{figure " + id + "}}\n\n"
	}
	for _, round := range []string{"2022-07", "2022-08"} {
		for _, language := range []string{"nl", "en"} {
			w.write("content/reports/"+round+"/report."+language+".md", text)
		}
	}
}

// randomFigure describes a figure of any kind: series, places, periods and marks as
// chance has them.
func randomFigure(r *rand.Rand, id string) string {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	some := func(words ...string) string {
		var kept []string
		for _, i := range r.Perm(len(words))[:1+r.IntN(len(words))] {
			kept = append(kept, words[i])
		}
		return strings.Join(kept, ", ")
	}
	b := &strings.Builder{}
	fmt.Fprintf(b, "  - id: %s\n    kind: %s\n", id, pick("key-figures", "table", "line", "area", "column", "grouped", "stacked", "multiples", "bar", "dot", "pyramid", "tile-map"))
	fmt.Fprintf(b, "    series:\n")
	if r.IntN(4) == 0 {
		// Only on this day is everything counted by sex and age.
		fmt.Fprintf(b, "      - {indicator: registered, where: {sex: [F, M], age: [Y_LT18, Y18T64, Y_GE65]}}\n    periods: {at: 2022-07-25}\n")
	} else {
		randomSeries(r, b, pick, some)
	}
	if r.IntN(7) == 0 {
		fmt.Fprintf(b, "    across: %s\n", pick("period", "indicator", "geo", "sex", "age"))
	}
	if r.IntN(7) == 0 {
		fmt.Fprintf(b, "    zero: false\n")
	}
	if r.IntN(7) == 0 {
		fmt.Fprintf(b, "    dated: true\n")
	}
	if r.IntN(7) == 0 {
		fmt.Fprintf(b, "    events: [%s]\n", some("directive", "centre"))
	}
	if r.IntN(7) == 0 {
		fmt.Fprintf(b, "    references: [%s]\n", pick("{label: X, value: 10}", "{label: X, value: -3}, {of: {indicator: arrivals, where: {geo: BE-BRU}}}",
			"{of: {indicator: registered, period: 2022-07-25}}", "{of: {indicator: rate, where: {geo: BE-VLG}, period: latest}}"))
	}
	return b.String()
}

// randomSeries writes what a figure shows, and perhaps of which periods.
func randomSeries(r *rand.Rand, b *strings.Builder, pick, some func(words ...string) string) {
	for range 1 + r.IntN(2)*r.IntN(2)*r.IntN(3) {
		indicator := pick("registered", "registered", "registered", "arrivals", "net", "population", "rate", "women")
		where := []string{}
		if r.IntN(2) == 0 {
			where = append(where, "geo: ["+pick("BE-VLG, BE-BRU, BE-WAL", some("BE", "BE-VLG", "BE-BRU", "BE-WAL"))+"]")
		}
		if indicator == "registered" && r.IntN(2) == 0 {
			where = append(where, "sex: ["+pick("F, M", some("_T", "F", "M"))+"]")
		}
		if indicator == "registered" && r.IntN(2) == 0 {
			where = append(where, "age: ["+pick("Y_LT18, Y18T64, Y_GE65", some("_T", "Y_LT18", "Y18T64", "Y_GE65"))+"]")
		}
		fmt.Fprintf(b, "      - {indicator: %s, where: {%s}}\n", indicator, strings.Join(where, ", "))
	}
	if r.IntN(2) == 0 {
		fmt.Fprintf(b, "    periods: {%s}\n", pick("last: 3", "last: 1", "from: 2022-03", "from: 2022-06, until: round", "until: 2022-07", "from: 2022-Q1",
			"from: 2022", "from: 2022-05-03", "at: round", "at: latest", "at: 2022-07-25", "at: 2022-Q2", "from: 2022-09"))
	}
}

// asSealed compares figures by what their files say.
var asSealed = cmp.Options{
	cmp.Comparer(func(a, b period.Period) bool { return a == b }),
	cmp.Comparer(func(a, b source.Text) bool {
		return string(source.EncodeYAML(struct {
			T source.Text `key:"t"`
		}{a}, false)) == string(source.EncodeYAML(struct {
			T source.Text `key:"t"`
		}{b}, false))
	}),
	cmpopts.EquateEmpty(),
}

// Whatever an analyst describes: it is a finding, or it becomes a figure whose
// picture breaks no rule of package chart, in every language, and which is read
// back from its edition as it was compiled.
func TestAnyFigureIsAGoodPicture(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	drawn := map[edition.FigureKind]int{}
	for range 16 {
		w := pictureWorld(t)
		specs, ids := map[string]string{}, []string{}
		for i := range 120 {
			id := fmt.Sprintf("f%d", i)
			specs[id], ids = randomFigure(r, id), append(ids, id)
		}
		write := func(ids []string) {
			file := "ronde: 1\nfigures:\n"
			for _, id := range ids {
				file += specs[id]
			}
			w.write("content/reports/figures.yaml", file)
			w.place(ids)
		}
		write(ids)
		e, found := w.try("2022-08", "2022-09-20", nil)
		var good []string
		for _, f := range e.Figures {
			good = append(good, f.ID)
			drawn[f.Kind]++
			for language, l := range locales(t, w.book()) {
				checkTables(t, e, f, l, specs[f.ID])
				if f.Kind == edition.TableFigure || f.Kind == edition.KeyFigures {
					continue
				}
				c := site.ChartOf(e, f, l)
				if c == nil {
					t.Fatalf("no picture in %s of\n%s", language, specs[f.ID])
				}
				for _, problem := range c.Validate() {
					t.Fatalf("%s, in %s, of\n%s", problem.Error(), language, specs[f.ID])
				}
			}
		}
		for _, d := range found {
			if d.Severity == diag.Error && (d.Span.Line == 0 || d.Hint.IsZero()) {
				t.Errorf("%s: %s: no place or no way out", d.Span, d.Title)
			}
		}
		write(good)
		compiled := w.compile("2022-08", "2022-09-20", nil)
		opened := w.publish(compiled)
		if diff := cmp.Diff(compiled.Figures, opened.Figures, asSealed); diff != "" {
			t.Fatalf("-compiled +opened:\n%s", diff)
		}
	}
	for _, kind := range []edition.FigureKind{
		edition.KeyFigures, edition.TableFigure, edition.LineFigure, edition.AreaFigure, edition.ColumnFigure, edition.GroupedFigure,
		edition.StackedFigure, edition.MultiplesFigure, edition.BarFigure, edition.DotFigure, edition.PyramidFigure, edition.TileMapFigure,
	} {
		if drawn[kind] < 3 {
			t.Errorf("%d figures of the kind %s: chance is to find more", drawn[kind], kind)
		}
	}
}

// checkTables sees to it that the tables of a figure have a row for something, and
// in each row a cell for each column.
func checkTables(t *testing.T, e *edition.Edition, f *edition.Figure, l *locale.Locale, spec string) {
	t.Helper()
	table, sheet := site.TableOf(e, f, l), site.BookOf(e, f, l)
	if len(table.Rows) == 0 || len(sheet.Rows) != len(table.Rows) {
		t.Fatalf("%d rows on the page and %d in the workbook of\n%s", len(table.Rows), len(sheet.Rows), spec)
	}
	for _, row := range table.Rows {
		if len(row.Cells) != len(table.Columns)-1 {
			t.Fatalf("a row of %d cells in the table of\n%s", len(row.Cells), spec)
		}
	}
	for _, row := range sheet.Rows {
		if len(row) != len(sheet.Columns) {
			t.Fatalf("a row of %d cells in the workbook of\n%s", len(row), spec)
		}
	}
}

// What a picture shows and no series says has a column of its own: the sum of the
// parts of a stack, the distance between the dots of a row.
func TestSummaries(t *testing.T) {
	w := pictureWorld(t)
	w.place([]string{"stacked", "range", "dated", "dot"})
	e := w.compile("2022-08", "2022-09-20", nil)
	l := locales(t, w.book())["en"]
	for id, want := range map[string][]string{
		"stacked": {"May 2022 | 30 | 20 | 10 | 60", "June 2022 | 24 | 18 | 9 | 51", "July 2022 | 20 | 15 | 6 | 41", "August 2022 | 18 | 12 | 6 | 36"},
		"range":   {"under 18 | 4 | 5 | 1", "18 to 64 | 16 | 9 | 7", "65 and over | 3 | 3 | 0"},
		"dot":     {"Flanders | 63% | published", "Brussels | 57% | published", "Wallonia | 50% | published"},
		"dated": {"3 May 2022 | Belgium | 20 | published", "20 June 2022 | Belgium | >\u00a035 | published", "20 June 2022 | Flanders | 15 | published",
			"25 July 2022 | Belgium | 40 | published", "29 August 2022 | Belgium | 44 | published"},
	} {
		f, ok := e.Figure(id)
		if !ok {
			t.Fatalf("there is no %s", id)
		}
		if diff := cmp.Diff(want, text(site.TableOf(e, f, l))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	f, _ := e.Figure("stacked")
	f.Points[1][2].HasValue, f.Points[1][2].Status = false, observation.Hidden
	if got := text(site.TableOf(e, f, l))[2]; got != "July 2022 | 20 | [c] | 6 | [c]" {
		t.Errorf("the sum with a hidden part: %s", got)
	}
}
