package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/site"
)

// sealedRows is an edition that published the rows, one a line: the drop and the row, or
// the word removed and the key. A row that ends in [g] is of a reconstructed vintage.
func sealedRows(t testing.TB, book *codebook.Codebook, id, released, rows string) *edition.Edition {
	t.Helper()
	name, err := seal.ParseReleaseID(id)
	if err != nil {
		t.Fatal(err)
	}
	e := &edition.Edition{Seal: id, Codebook: book}
	e.Round, e.Number, e.Kind, e.Released = name.Round, name.Number, seal.First, day(t, released)
	var all []seal.Row
	for line := range strings.Lines(rows) {
		line, reconstructed := strings.CutSuffix(strings.TrimSpace(line), " [g]")
		from, said, _ := strings.Cut(line, " ")
		var r seal.Row
		if r.Drop, err = drop.ParseID(from); err != nil {
			t.Fatal(err)
		}
		r.Received, r.Dataset = r.Drop.Round.End(), r.Drop.Dataset
		if key, removed := strings.CutPrefix(said, "removed "); removed {
			r.Removed, r.Key = true, cubetest.Key(t, key)
		} else {
			r.Observation = cubetest.Observation(t, said)
		}
		r.Reconstructed = reconstructed
		all = append(all, r)
	}
	e.Rows = cubetest.Sealed(t, all...)
	return e
}

func triangleOf(t testing.TB, book *codebook.Codebook, editions ...*edition.Edition) *site.Triangle {
	t.Helper()
	s := &site.Site{Archive: archive.Fold(book, editions, nil), Locales: locales(t, book)}
	return site.TriangleOf(s, book.Site.LanguageTags()[0], "plain")
}

// asLines gives a triangle as lines: what each cell prints, with what revises it.
func asLines(table *site.Table) []string {
	var heads []string
	for _, c := range table.Columns[1:] {
		heads = append(heads, c.Text)
	}
	lines := []string{strings.Join(heads, " | ")}
	for _, r := range table.Rows {
		line := r.Head
		for _, c := range r.Cells {
			line += " | " + strings.TrimSpace(strings.ReplaceAll(c.Text, "\u00a0", " ")+" "+strings.ReplaceAll(c.Revision, "\u00a0", " "))
		}
		lines = append(lines, line)
	}
	return lines
}

// TestTriangle: what each release said, of reconstructed, hidden, missing and withdrawn
// values, bounds, periods that came later, two releases on a day, and a draft.
func TestTriangle(t *testing.T) {
	book := knownBook(t)
	draft := sealedRows(t, book, "2022-09@1", "2022-10-20", "")
	draft.Seal, draft.Observations = "", disclose.FromSealed(book, sealedRows(t, book, "2022-09@1", "2022-10-20", "2022-09/a/plain plain BE 2022-01 12").Rows)
	got := triangleOf(t, book,
		sealedRows(t, book, "2022-06@1", "2022-07-10", `2022-06/a/plain plain BE 2022-01 10 [g]
			2022-06/a/plain plain BE 2022-02 - Q
			2022-06/a/plain plain BE 2022-03 >30
			2022-06/a/plain plain BE 2022-04 7
			2022-06/a/plain plain BE-VLG 2022-01 4`),
		sealedRows(t, book, "2022-07@1", "2022-08-10", `2022-07/a/plain plain BE 2022-01 11
			2022-07/a/plain plain BE 2022-02 5
			2022-07/a/plain plain BE 2022-03 31
			2022-07/a/plain removed plain BE 2022-04
			2022-07/a/plain plain BE 2022-05 - L`),
		sealedRows(t, book, "2022-06@2", "2022-08-10", "2022-07/a/plain.2 plain BE 2022-04 8"),
		sealedRows(t, book, "2022-08@1", "2022-09-10", "2022-08/a/plain plain BE-VLG 2022-01 5"), // of another series
		draft,
	)
	want := []string{
		"10 July 2022 | 10 August 2022, July 2022 | 10 August 2022, June 2022 (edition 2) | Draft, not released: September 2022",
		"January 2022 | 10 [g] | 11 +1 | 11 | 12 +1",
		"February 2022 | [c] | 5 | 5 | 5",
		"March 2022 | > 30 | 31 not comparable | 31 | 31",
		"April 2022 | 7 | taken back | 8 | 8",
		"May 2022 | [z] | [x] | [x] | [x]",
	}
	if diff := cmp.Diff(want, asLines(got.Table)); diff != "" {
		t.Errorf("triangle (-want +got):\n%s", diff)
	}
	if got.Table.Columns[3].Href != "../../reports/2022-06/v2/" {
		t.Errorf("a head leads to %q", got.Table.Columns[3].Href)
	}
	if !got.NotYet || got.Cut || got.Main != "Belgium" || got.All != "2" || got.File.Href != "plain-vintages.csv" {
		t.Errorf("what is said below: %+v", got)
	}
}

// TestTriangleIsCut: of a long history the newest periods and releases are shown, and the
// page says that there are more.
func TestTriangleIsCut(t *testing.T) {
	book := knownBook(t)
	var editions []*edition.Edition
	for n := range 30 {
		year, month := 2020+n/12, 1+n%12
		id := fmt.Sprintf("%d-%02d", year, month)
		editions = append(editions, sealedRows(t, book, id+"@1", id+"-28", fmt.Sprintf("%s/a/plain plain BE %s %d", id, id, n)))
	}
	for _, test := range []struct {
		releases, rows, columns int
		cut                     bool
	}{{2, 2, 2, false}, {12, 12, 12, false}, {13, 13, 12, true}, {30, 24, 12, true}} {
		got := triangleOf(t, book, editions[:test.releases]...)
		if len(got.Table.Rows) != test.rows || len(got.Table.Columns) != test.columns+1 || got.Cut != test.cut || got.Main != "" {
			t.Errorf("%d releases: %d rows, %d columns, cut %t", test.releases, len(got.Table.Rows), len(got.Table.Columns)-1, got.Cut)
		}
		last := got.Table.Rows[len(got.Table.Rows)-1]
		if want := fmt.Sprint(test.releases - 1); last.Cells[len(last.Cells)-1].Text != want {
			t.Errorf("%d releases: the newest value is %q", test.releases, last.Cells[len(last.Cells)-1].Text)
		}
	}
	if triangleOf(t, book, editions[0]) != nil {
		t.Error("one release alone makes no triangle")
	}
}
