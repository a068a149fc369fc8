package seal

import (
	"cmp"
	"encoding/csv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

var sameRows = gocmp.Options{gocmp.Comparer(func(a, b period.Period) bool { return a == b }), cmpopts.EquateEmpty()}

func TestDataIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		var rows []Row
		for range r.IntN(8) {
			rows = append(rows, randomRow(r))
		}
		encoded := EncodeData(rows)
		got, err := decodeData("attestations", encoded)
		if err != nil {
			t.Fatalf("%v\n%s", err, encoded)
		}
		slices.SortStableFunc(rows, func(a, b Row) int {
			return cmp.Or(a.Key.Compare(b.Key), drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received))
		})
		if diff := gocmp.Diff(rows, got, sameRows); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		if again := EncodeData(got); string(again) != string(encoded) {
			t.Fatalf("written again it differs:\n%s\n%s", encoded, again)
		}
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if shuffled := EncodeData(rows); string(shuffled) != string(encoded) {
			t.Fatalf("in another order it differs:\n%s\n%s", encoded, shuffled)
		}
	}
}

func randomRow(r *rand.Rand) Row {
	day := period.NewDate(2022, 1+r.IntN(12), 1+r.IntN(28))
	row := Row{
		Dataset: "attestations",
		Drop: drop.ID{
			Round: period.MonthOf(2022, 1+r.IntN(12)), Organisation: []string{"dvz", "fedasil"}[r.IntN(2)], Dataset: "attestations", Delivery: 1 + r.IntN(12),
		},
		Received: day, Removed: r.IntN(8) == 0,
	}
	row.Indicator, row.Codes = []string{"attestations", "a-1"}[r.IntN(2)], []observation.Codes{"", "BE", "BE-VLG.F", "_T._T.Y_LT18"}[r.IntN(4)]
	row.Period = []period.Period{
		period.MonthOf(2022, 1+r.IntN(12)), period.YearOf(2021), period.WeekOf(2022, 30), period.DayOf(day), period.SpanOf(day, day+30),
	}[r.IntN(5)]
	row.Status = []observation.Status{0, observation.Provisional, observation.Estimated | observation.Break, observation.Hidden, observation.NotDelivered}[r.IntN(5)]
	if row.Status != observation.Hidden && row.Status != observation.NotDelivered {
		row.HasValue = true
		row.Value = number.Decimal(r.Int64N(2e15) - 1e15)
		row.Qualifier = observation.Qualifier(r.IntN(4))
	}
	row.Reconstructed = r.IntN(2) == 0
	row.Note = []string{"", "x", " a ", `"`, `a "b", c`, "a\nb", "\n", "a;b", "#", `\.`, "'=1+1", "é\u00a0€", "-"}[r.IntN(13)]
	return row
}

// FuzzEdition opens an edition whose manifest and data are anything at all,
// sealed as if a release had written them.
func FuzzEdition(f *testing.F) {
	sample := EncodeData([]Row{randomRow(rand.New(rand.NewPCG(1, 1))), randomRow(rand.New(rand.NewPCG(2, 2)))})
	f.Add("format: ronde-edition/1\nround: 2022-07\nnumber: 1\nreleased: 2022-08-20\nkind: release\ncutoff: 2022-08-15\nlanguages: [nl]\ndrops: [{id: 2022-07/dvz/attestations, received: 2022-08-03}]\n", sample)
	f.Add("", []byte(nil))
	f.Add("seal: x\n\nseal: y\n", []byte("period\n"))
	f.Add("drops: [{id: x, received: 2022-08-03}]\nfiles: [{path: ../.., sha256: ''}]\n", sample[:len(sample)/2])
	f.Fuzz(func(t *testing.T, manifest string, data []byte) {
		id := ReleaseID{period.MonthOf(2022, 7), 1}
		body := "ronde: 1\n" + manifest + "\nfiles: [{path: data/attestations.csv, sha256: \"" + Hash(data) + "\"}]\n"
		fsys := fstest.MapFS{
			id.Dir() + "/edition.yaml":          {Data: []byte(body + "seal: " + Hash([]byte(body)) + "\n")},
			id.Dir() + "/data/attestations.csv": {Data: data},
		}
		open := func() bool {
			var out diag.List
			s, ok := Open(source.NewTree(fsys), id, &out)
			if ok == (out.Errors() > 0) {
				t.Fatalf("ok is %v with %d errors", ok, out.Errors())
			}
			if ok {
				for _, d := range s.Drops {
					d.DropID()
				}
				for row := range s.Rows().All() {
					if row.HasValue && row.Status.Has(observation.Hidden) {
						t.Fatal("a hidden observation has a value")
					}
				}
				var out diag.List
				Chain([]*Sealed{s, s}, &out)
			}
			return ok
		}
		open()
		fsys[id.Dir()+"/edition.yaml"] = &fstest.MapFile{Data: []byte(manifest)}
		if open() && !strings.HasSuffix(manifest, "\n") {
			t.Fatal("a manifest without a seal was opened")
		}
		if rows, err := decodeData("attestations", data); err == nil {
			again, err := decodeData("attestations", EncodeData(rows))
			if err != nil {
				t.Fatalf("what was read is not read again: %v", err)
			}
			if diff := gocmp.Diff(len(rows), len(again)); diff != "" {
				t.Fatal(diff)
			}
			if _, err := csv.NewReader(strings.NewReader(string(EncodeData(rows)))).ReadAll(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
