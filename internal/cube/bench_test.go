package cube

import (
	"fmt"
	"strings"
	"testing"

	"ronde/internal/cube/cubetest"
)

// BenchmarkNew lays out and checks drops of three sizes, each of 500 places by sex
// over some months.
func BenchmarkNew(b *testing.B) {
	for _, months := range []int{4, 40, 400} {
		b.Run(fmt.Sprintf("rows=%d", months*1000), func(b *testing.B) {
			var list strings.Builder
			list.WriteString("ronde: 1\nid: geo\nname: Place\ntotal: BE\nlevels: [{id: region}]\ncodes:\n  - {code: BE, label: Belgium}\n")
			for n := range 500 {
				fmt.Fprintf(&list, "  - {code: C%d, level: region, parent: BE, label: C}\n", n)
			}
			rows := &strings.Builder{}
			for m := range months {
				for n := range 500 {
					fmt.Fprintf(rows, "persons C%d.F %d-%02d %d\npersons C%d.M %d-%02d %d\n", n, 1980+m/12, m%12+1, n%40, n, 1980+m/12, m%12+1, n%37)
				}
			}
			name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "")
			book := cubetest.Book(b, strings.SplitAfter(indicators, "\n")[1], map[string]string{"data/codelists/geo.yaml": list.String(), name: content})
			set := all(cubetest.Drop(b, book, "2022-08/a/persons", "2022-09-10", rows.String()))
			b.ReportAllocs()
			for b.Loop() {
				New(book, set).Check(nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(months*1000), "ns/row")
		})
	}
}
