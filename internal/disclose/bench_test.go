package disclose

import (
	"fmt"
	"strings"
	"testing"

	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// BenchmarkProtect protects twelve months of tables of three sizes by commune and sex,
// in which cells of each month are sensitive. What a cell costs is to be the same at all
// sizes.
func BenchmarkProtect(b *testing.B) {
	for _, communes := range []int{100, 500, 2500} {
		var list strings.Builder
		list.WriteString("ronde: 1\nid: geo\nname: Place\ntotal: BE\nlevels: [{id: region}, {id: commune}]\ncodes:\n  - {code: BE, label: Belgium}\n  - {code: BE-VLG, level: region, label: F}\n  - {code: BE-NLC, label: N}\n  - {code: BE-VAN, label: A}\n")
		rows := &strings.Builder{}
		for n := range communes {
			fmt.Fprintf(&list, "  - {code: C%d, level: commune, parent: BE-VLG, label: C}\n", n)
		}
		for m := range 12 {
			fmt.Fprintf(rows, "persons BE._T 2022-%02d 50000\n", m+1)
			for n := range communes {
				fmt.Fprintf(rows, "persons C%d._T 2022-%02d 100\npersons C%d.F 2022-%02d %d\npersons C%d.M 2022-%02d %d\n", n, m+1, n, m+1, 3+n%40, n, m+1, 97-n%40)
			}
		}
		name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "disclosure: {threshold: 5}")
		book := cubetest.Book(b, strings.SplitAfter(indicators, "\n")[1], map[string]string{"data/codelists/geo.yaml": list.String(), name: content})
		c := cube.New(book, set(cubetest.Drop(b, book, "2022-08/a/persons", "2022-09-10", rows.String())))
		b.Run(fmt.Sprintf("cells=%d", c.Len()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Protect(book, c)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.Len()), "ns/cell")
		})
	}
}

// BenchmarkRows takes deliveries of three sizes, of 500 places by month, through the
// wall: for the first time, after they were released, and folded from two releases. What
// a row costs is to be the same at all sizes.
func BenchmarkRows(b *testing.B) {
	for _, n := range []int{4_000, 40_000, 400_000} {
		name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"})
		book := cubetest.Book(b, strings.SplitAfter(indicators, "\n")[1], map[string]string{name: content})
		d := cubetest.Drop(b, book, "2022-08/a/persons", "2022-09-10", "")
		for i := range n {
			o := observation.Observation{HasValue: true, Value: number.Decimal(i % 1000 * 1_000_000)}
			o.Indicator, o.Codes, o.Period = "persons", observation.Codes(fmt.Sprintf("C%03d.F", i%500)), period.MonthOf(1980, 1+i/500)
			d.Observations = append(d.Observations, drop.Delivered{Observation: o})
		}
		c := cube.New(book, set(d))
		released, _ := Protect(book, c)
		run := func(name string, do func() *Observations) {
			b.Run(fmt.Sprintf("%s/rows=%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if o := do(); o.Len() != n {
						b.Fatal(o.Len())
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
			})
		}
		run("first", func() *Observations { o, _ := Protect(book, c); return o })
		run("again", func() *Observations { o, _ := Protect(book, c, released); return o })
		run("fold", func() *Observations { return Fold(book, released, released) })
	}
}
