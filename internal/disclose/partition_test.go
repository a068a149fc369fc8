package disclose

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ronde/internal/cube/cubetest"
	"ronde/internal/period"
)

// What is remembered of a list is what is true of each period, whatever was asked before.
func TestPartitions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		text := "ronde: 1\nid: geo\nname: Place\ntotal: BE\nlevels: [{id: region}]\ncodes:\n  - {code: BE, label: B}\n"
		for i := range 6 {
			text += fmt.Sprintf("  - {code: C%d, level: region, label: C", i)
			from := 1 + r.IntN(10)
			if r.IntN(2) == 0 {
				text += fmt.Sprintf(", from: 2022-%02d", from)
			}
			if r.IntN(2) == 0 {
				text += fmt.Sprintf(", until: 2022-%02d", from+r.IntN(3))
			}
			text += "}\n"
		}
		b := cubetest.Book(t, indicators, map[string]string{"data/codelists/geo.yaml": text})
		list, _ := b.CodeList("geo")
		known := partitions{}
		for range 40 {
			p := period.MonthOf(2022, 1+r.IntN(12))
			switch r.IntN(3) {
			case 0:
				p = period.DayOf(p.Start() + period.Date(r.IntN(28)))
			case 1:
				p = period.SpanOf(p.Start(), p.Next(r.IntN(4)).End())
			}
			var want []string
			for i := range list.Codes {
				if c := &list.Codes[i]; c.Code.Value != "BE" && c.ValidIn(p) {
					want = append(want, c.Code.Value)
				}
			}
			var got []string
			for _, of := range known.of(list, "BE", p) {
				got = append(got, of.parts...)
				if !of.has[of.parts[0]] || of.has["BE"] {
					t.Errorf("%v has %v", of.parts, of.has)
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("in %s BE is the sum of %s, want %s\n%s", p, strings.Join(got, " "), strings.Join(want, " "), text)
			}
		}
		if known.of(list, "C0", period.MonthOf(2022, 1)) != nil {
			t.Error("C0 is a sum")
		}
	}
}
