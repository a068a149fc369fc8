package seal_test

import (
	"slices"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// TestRecordsOfTakeDown: a release believes the record of a take-down and makes it again. One
// that no release wrote, though its seal is right, is refused before that.
func TestRecordsOfTakeDown(t *testing.T) {
	figures := seal.Withdrawn{Figures: []string{"months"}}
	report := seal.Withdrawn{Report: true}
	nothing := seal.Withdrawn{}
	for _, c := range []struct {
		kind      seal.Kind
		withdrawn seal.Withdrawn
		edition   string
		path      string
		rows      []int
		sound     bool
	}{
		{seal.Withdrawal, report, "2022-07@1", "numbers.csv", nil, true},
		{seal.Withdrawal, report, "2022-07@1", "text.nl.md", nil, true},
		{seal.Withdrawal, report, "2022-07@1", "figures/months.csv", nil, true},
		{seal.Withdrawal, figures, "2022-07@1", "figures/months.yaml", nil, true},
		{seal.Withdrawal, nothing, "2022-08@5", "data/attestations.csv", []int{2}, true},

		{seal.Revision, report, "2022-07@1", "numbers.csv", nil, false},
		{seal.Revision, nothing, "2022-07@1", "data/attestations.csv", []int{2}, false},
		{seal.Withdrawal, report, "2022-07@1", "edition.yaml", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "inputs.yaml", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "codebook/ronde.yaml", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "../../report.yaml", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "figures/../edition.yaml", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "/etc/hosts", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "", nil, false},
		{seal.Withdrawal, report, "2022-07", "numbers.csv", nil, false},
		{seal.Withdrawal, report, "2022-08@1", "numbers.csv", nil, false}, // of another report
		{seal.Withdrawal, report, "2022-07@3", "numbers.csv", nil, false}, // of a later edition
		{seal.Withdrawal, figures, "2022-07@1", "figures/regions.csv", nil, false},
		{seal.Withdrawal, figures, "2022-07@1", "numbers.csv", nil, false},
		{seal.Withdrawal, report, "2022-07@1", "numbers.csv", []int{1}, false},
		{seal.Withdrawal, nothing, "2022-07@1", "data/attestations.csv", nil, false},
		{seal.Withdrawal, nothing, "2022-07@1", "data/attestations.csv", []int{0}, false},
	} {
		m := manifest()
		m.Number, m.Kind, m.Withdrawn = 2, c.kind, c.withdrawn
		m.Withdrawn.Files = []seal.TakenDown{{Edition: c.edition, Path: c.path, SHA256: seal.Hash(nil), Now: seal.Hash([]byte("x")), On: period.NewDate(2022, 8, 20), Rows: c.rows}}
		tree := source.NewTree(site(m.ID(), seal.Close(m, seal.Inputs{Files: []seal.FileHash{}}, nil)))
		var out diag.List
		_, ok := seal.Open(tree, m.ID(), nil, &out)
		if ok != c.sound || !ok && !slices.Equal(ids(out.Sorted()), []string{"seal-broken"}) {
			t.Errorf("%s of %q in %s, rows %v: found %v", c.kind, c.path, c.edition, c.rows, out.Sorted())
		}
		if known := seal.ReadTombstones(tree, []seal.ReleaseID{m.ID()}); len(known) > 0 != c.sound {
			t.Errorf("%s of %q in %s, rows %v: records %v", c.kind, c.path, c.edition, c.rows, known)
		}
	}
}
