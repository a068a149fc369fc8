package site_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
)

// knownBook has an indicator with two suppliers, of which one is preferred, one with two
// that nobody ranks, and one that is computed.
func knownBook(t testing.TB) *codebook.Codebook {
	files := map[string]string{}
	for _, c := range []struct{ id, indicator string }{{"first", "ranked"}, {"second", "ranked"}, {"plain", "plain"}, {"other", "plain"}} {
		path, content := cubetest.Contract(c.id, "a", c.indicator, []string{"geo"})
		files[path] = content
	}
	return cubetest.Book(t, `
  - {id: ranked, name: "=R", definition: R, unit: persons, measure: flow, dimensions: {geo: geo}, suppliers: [first, second]}
  - {id: plain, name: P, definition: P, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: part, name: S, definition: S, unit: percent, measure: share, base: P, dimensions: {geo: geo}, derived: {share: {part: ranked, base: plain}}}
`, files)
}

// randomHistory is some releases of whatever order of deliveries: with values, hidden and
// missing ones, keys taken back, reconstructed vintages, several releases on a day.
func randomHistory(t testing.TB, r *rand.Rand, book *codebook.Codebook) []*edition.Edition {
	t.Helper()
	day := period.NewDate(2022, 8, 10)
	var editions []*edition.Edition
	for n := range 8 {
		day += period.Date(r.IntN(3) * 5)
		e := &edition.Edition{Seal: fmt.Sprint(n), Codebook: book}
		e.Round, e.Number, e.Kind, e.Released = period.MonthOf(2022, 7), n+1, seal.Revision, day
		seen := map[string]bool{}
		var rows []seal.Row
		for range r.IntN(8) {
			dataset := []string{"first", "second", "plain", "other"}[r.IntN(4)]
			indicator := map[string]string{"first": "ranked", "second": "ranked"}[dataset]
			if indicator == "" {
				indicator = "plain"
			}
			key := fmt.Sprintf("%s %s 2022-%02d", indicator, []string{"BE", "BE-VLG"}[r.IntN(2)], 1+r.IntN(2))
			if seen[dataset+key] {
				continue
			}
			seen[dataset+key] = true
			round := 5 + r.IntN(4)
			id, err := drop.ParseID(fmt.Sprintf("2022-%02d/a/%s", round, dataset))
			if err != nil {
				t.Fatal(err)
			}
			row := seal.Row{Dataset: dataset, Drop: id, Received: period.NewDate(2022, round+1, 3)}
			if r.IntN(4) == 0 {
				row.Removed, row.Key = true, cubetest.Key(t, key)
			} else {
				row.Observation = cubetest.Observation(t, key+" "+[]string{"5", "7", "- Q", "- L", "9 P", ">30"}[r.IntN(6)])
			}
			row.Reconstructed = r.IntN(5) == 0
			rows = append(rows, row)
		}
		e.Rows = cubetest.Sealed(t, rows...)
		editions = append(editions, e)
	}
	return editions
}

// TestKnownOnADay: of the rows up to a day, the last one of each key, unless it takes the
// key back, is what the editions released up to that day say together. It is the rule
// that docs/formats.md gives to readers of the file.
func TestKnownOnADay(t *testing.T) {
	book := knownBook(t)
	r := rand.New(rand.NewPCG(41, 42))
	known := 0
	for range 150 {
		editions := randomHistory(t, r, book)
		s := &site.Site{Archive: archive.Fold(book, editions, nil), Locales: locales(t, book)}
		var b bytes.Buffer
		if err := site.KnownOf(s, book.Site.LanguageTags()[0], &b); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for day := period.NewDate(2022, 8, 9); day < editions[len(editions)-1].Released+6; day += 5 {
			want := foldUpTo(book, editions, day)
			if diff := cmp.Diff(want, asKnownOn(records, day)); diff != "" {
				t.Fatalf("on %s (-editions +file):\n%s", day, diff)
			}
			known += len(want)
		}
	}
	if known < 1000 {
		t.Errorf("only %d values were compared", known)
	}
}

// foldUpTo is what the editions released up to a day say together, a line for each key.
func foldUpTo(book *codebook.Codebook, editions []*edition.Edition, day period.Date) []string {
	var rows []seal.Rows
	for _, e := range editions {
		if e.Released <= day {
			rows = append(rows, e.Rows)
		}
	}
	var all []string
	for o := range disclose.FromSealed(book, rows...).All() {
		value := ""
		if v, ok := o.Value(); ok {
			value = v.String()
		}
		vintage := ""
		if o.Reconstructed() {
			vintage = "reconstructed"
		}
		all = append(all, strings.Join([]string{
			o.Key().Period.String(), o.Key().Indicator, string(o.Key().Codes), value, o.Status().String(), o.Qualifier().String(), vintage, o.Drop().String(), o.Received().String(),
		}, " "))
	}
	slices.Sort(all)
	return all
}

// asKnownOn reads the file as its documentation says.
func asKnownOn(records [][]string, day period.Date) []string {
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	last := map[string][]string{}
	for _, r := range records[1:] {
		if r[column["released"]] <= day.String() {
			last[r[column["period"]]+" "+r[column["indicator"]]+" "+r[column["geo"]]] = r
		}
	}
	var all []string
	for _, r := range last {
		if r[column["removed"]] == "yes" {
			continue
		}
		var cells []string
		for _, name := range []string{"period", "indicator", "geo", "value", "status", "qualifier", "vintage", "drop", "received"} {
			cells = append(cells, r[column[name]])
		}
		all = append(all, strings.Join(cells, " "))
	}
	slices.Sort(all)
	return all
}
