package seal

import (
	"fmt"
	"testing"

	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// BenchmarkData writes and reads sealed data of three sizes, of 500 places by month. What
// a row costs is to be the same at all sizes.
func BenchmarkData(b *testing.B) {
	for _, n := range []int{4_000, 40_000, 400_000} {
		rows := make([]Row, n)
		for i := range rows {
			r := &rows[i]
			r.Dataset, r.Indicator, r.Codes = "attestations", "attestations", observation.Codes(fmt.Sprintf("C%03d.F", i%500))
			r.Period, r.HasValue, r.Value = period.MonthOf(1980, 1+i/500), true, number.Decimal(i%1000*1_000_000)
			r.Drop, r.Received = drop.ID{Round: period.MonthOf(2022, 7), Organisation: "dvz", Dataset: "attestations", Delivery: 1}, period.NewDate(2022, 8, 3)
		}
		data := EncodeData(rows)
		run := func(name string, do func()) {
			b.Run(fmt.Sprintf("%s/rows=%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
			})
		}
		run("encode", func() { EncodeData(rows) })
		run("decode", func() {
			if got, err := decodeData("attestations", data); err != nil || len(got) != n {
				b.Fatal(len(got), err)
			}
		})
	}
}
