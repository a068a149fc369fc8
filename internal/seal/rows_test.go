package seal

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
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
		if diff := gocmp.Diff(inOrder(rows), got, sameRows); diff != "" {
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

// inOrder gives rows in the order of a file.
func inOrder(rows []Row) []Row {
	return slices.SortedStableFunc(slices.Values(rows), func(a, b Row) int {
		return cmp.Or(a.Key.Compare(b.Key), drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received))
	})
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
