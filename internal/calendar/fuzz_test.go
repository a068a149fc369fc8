package calendar

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/period"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzRead reads any file as the calendar. What is accepted has one day for each
// month, in order, and is the same when it is written and read again.
func FuzzRead(f *testing.F) {
	f.Add("ronde: 1\nreleases:\n  - {round: 2023-10, date: 2023-12-07, note: {nl: a, fr: b}}\n  - {round: 2023-09, date: 2023-11-07}\n")
	f.Add("ronde: 1\nreleases: [{round: 2023-10, date: 2023-10-01}, {round: 2023-10, date: 2023-12-07, note: {nl: a}}, {round: 2023-Q3, date: 2023-12-07}]\n")
	f.Add("ronde: 1\nreleases:\n  - {round: 2023-10, date: 2023-12-07, status: provisional, moved: [{from: 2023-12-05, on: 2023-11-20, reason: a}, {from: 2023-12-14, on: 2023-11-28, reason: {nl: a, fr: b}}]}\n")
	f.Add("ronde: 1\nreleases: []\n")
	f.Fuzz(func(t *testing.T, content string) {
		book := &codebook.Codebook{Site: codebook.Site{Languages: []source.At[string]{{Value: "nl"}, {Value: "fr"}}}}
		tree := source.NewTree(fstest.MapFS{path: {Data: []byte(content)}})
		var out diag.List
		releases := Read(tree, book, &out)
		diagtest.Usable(t, out.Sorted(), tree.Excerpt)
		if out.Errors() > 0 {
			return
		}
		for i, r := range releases {
			for n, m := range r.Moved {
				if m.From.Value == r.To(n) || r.To(n) < m.On.Value || n > 0 && m.On.Value <= r.Moved[n-1].On.Value {
					t.Errorf("release %d: move %d from %s on %s to %s", i, n, m.From.Value, m.On.Value, r.To(n))
				}
			}
			if r.Round.Value.Kind() != period.Month || i > 0 && period.Compare(releases[i-1].Round.Value, r.Round.Value) >= 0 {
				t.Errorf("release %d is about %s", i, r.Round.Value)
			}
		}
		written := source.EncodeYAML(File{slices.Clone(releases)}, true)
		again := Read(source.NewTree(fstest.MapFS{path: {Data: written}}), book, &out)
		if diff := cmp.Diff(releases, again, sourcetest.AsWritten); diff != "" {
			t.Errorf("-read +written and read again:\n%s%v", diff, out.Sorted())
		}
	})
}
