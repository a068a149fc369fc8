package cube

import (
	"fmt"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// BenchmarkNew lays out and checks drops of three sizes and of several shapes: what a
// row costs is to be the same at all sizes.
func BenchmarkNew(b *testing.B) {
	for _, shape := range []struct {
		name     string
		delivers string
		drops    func(n int, drop func(rows [][2]int)) // calls drop with the series and day of each row, n in all
	}{
		{"500 places by day", "increment", func(n int, drop func([][2]int)) {
			drop(grid(n, func(i int) [2]int { return [2]int{i % 500, i / 500} }))
		}},
		{"500 places by place", "increment", func(n int, drop func([][2]int)) {
			drop(grid(n, func(i int) [2]int { return [2]int{i / (n / 500), i % (n / 500)} }))
		}},
		{"one series", "series", func(n int, drop func([][2]int)) {
			drop(grid(n, func(i int) [2]int { return [2]int{0, n - i} }))
		}},
		{"one day", "snapshot", func(n int, drop func([][2]int)) {
			drop(grid(n, func(i int) [2]int { return [2]int{i, 0} }))
		}},
		{"days in turn", "increment", func(n int, drop func([][2]int)) { // the first drop has every 20th day, the next those after them
			for first := range 20 {
				drop(grid(n/20, func(i int) [2]int { return [2]int{0, 20*i + first} }))
			}
		}},
		{"small snapshots", "snapshot", func(n int, drop func([][2]int)) {
			drop(grid(n/2, func(i int) [2]int { return [2]int{i, 0} }))
			for range n / 200 {
				drop(grid(100, func(i int) [2]int { return [2]int{i, 0} }))
			}
		}},
	} {
		for _, n := range []int{4_000, 40_000, 400_000} {
			b.Run(fmt.Sprintf("%s/rows=%d", shape.name, n), func(b *testing.B) {
				name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "rhythm: irregular", "jump: 1000", "delivers: "+shape.delivers)
				book := cubetest.Book(b, indicators, map[string]string{name: content})
				var drops []*drop.Drop
				shape.drops(n, func(rows [][2]int) { drops = append(drops, delivery(b, book, len(drops), rows)) })
				set := all(drops...)
				b.ReportAllocs()
				for b.Loop() {
					New(book, set).Check(nil)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
			})
		}
	}
}

func grid(n int, at func(i int) [2]int) [][2]int {
	rows := make([][2]int, n)
	for i := range rows {
		rows[i] = at(i)
	}
	return rows
}

// delivery makes the n-th drop, of series that are numbered and of days from 1000 on.
func delivery(b *testing.B, book *codebook.Codebook, n int, rows [][2]int) *drop.Drop {
	d := cubetest.Drop(b, book, fmt.Sprintf("%04d-%02d/a/persons", 2000+n/12%20, n%12+1), "2022-09-10", "")
	d.ID.Delivery = n + 1
	first := period.NewDate(1000, 1, 1)
	for _, row := range rows {
		o := observation.Observation{HasValue: true, Value: number.Decimal(100_000_000 + row[0]%7*1_000_000)}
		o.Indicator, o.Codes = "persons", observation.Codes(fmt.Sprintf("C%06d.F", row[0]))
		o.Period = period.DayOf(first + period.Date(row[1]))
		d.Observations = append(d.Observations, drop.Delivered{Observation: o})
	}
	return d
}
