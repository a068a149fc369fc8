package disclose

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/drop"
)

var update = flag.Bool("update", false, "write the golden files")

// auditCases each are rows of datasets without a threshold, where a supplier
// hid cells; testdata/findings.txt says what can be computed. leaks is false
// where nothing can.
var auditCases = []struct {
	name  string
	leaks bool
	rows  map[string]string
	past  string // released rows of plain
}{
	{name: "women = total − men", leaks: true, rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 6"}},
	{name: "total = women + men", leaks: true, rows: map[string]string{"plain": "plain BE._T 2022-07 - Q\nplain BE.F 2022-07 4\nplain BE.M 2022-07 6"}},
	{name: "two of three are hidden", rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 - Q\nplain BE.X 2022-07 1"}},
	{name: "no total", rows: map[string]string{"plain": "plain BE.F 2022-07 - Q\nplain BE.M 2022-07 6"}},
	{name: "of whom women", rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q"}},
	{name: "men are not there, but elsewhere they are", leaks: true, rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-06 6"}},
	{name: "men are not there, but in another region they are", leaks: true, rows: map[string]string{"plain": "plain BE-VLG._T 2022-07 10\nplain BE-VLG.F 2022-07 - Q\nplain BE-WAL.M 2022-07 6"}},
	{name: "tables by region and by sex", rows: map[string]string{"plain": "plain BE._T 2022-07 20\nplain BE-WAL._T 2022-07 10\nplain BE.M 2022-07 9\nplain BE-VLG.F 2022-07 - Q"}},
	{name: "a neighbour is a bound", rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 >5"}},
	{name: "the total is a bound", rows: map[string]string{"plain": "plain BE._T 2022-07 >10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 5"}},
	{name: "a neighbour is not delivered", leaks: true, rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 5\nplain BE.X 2022-07 - O"}},
	{name: "across datasets", leaks: true, rows: map[string]string{
		"plain": "plain BE._T 2022-07 60\nplain BE-VLG._T 2022-07 30", "other": "plain BE-WAL._T 2022-07 - Q\nplain BE-BRU._T 2022-07 10"}},
	{name: "communities overlap", rows: map[string]string{"plain": "plain BE._T 2022-07 60\nplain BE-NLC._T 2022-07 40\nplain BE-FRC._T 2022-07 - Q"}},
	{name: "provinces of a region", leaks: true, rows: map[string]string{"plain": "plain BE-VLG._T 2022-07 60\nplain BE-VAN._T 2022-07 40\nplain BE-VOV._T 2022-07 - Q"}},
	{name: "provinces of the country", leaks: true, rows: map[string]string{"plain": "plain BE._T 2022-07 60\nplain BE-VAN._T 2022-07 40\nplain BE-VOV._T 2022-07 - Q\nplain BE-WLG._T 2022-07 5"}},
	{name: "inner cells and a grand total", leaks: true, rows: map[string]string{
		"plain": "plain BE._T 2022-07 60\nplain BE-VLG.F 2022-07 10\nplain BE-VLG.M 2022-07 10\nplain BE-WAL.F 2022-07 - Q\nplain BE-WAL.M 2022-07 10"}},
	{name: "a square of hidden cells", rows: map[string]string{
		"plain": "plain BE.F 2022-07 20\nplain BE.M 2022-07 20\nplain BE-VLG._T 2022-07 20\nplain BE-WAL._T 2022-07 20\nplain BE-VLG.F 2022-07 - Q\nplain BE-VLG.M 2022-07 - Q\nplain BE-WAL.F 2022-07 - Q\nplain BE-WAL.M 2022-07 - Q"}},
	{name: "parts of a contract", leaks: true, rows: map[string]string{"other": "plain BE-VLG._T 2022-07 60\nplain BE-NLC._T 2022-07 - Q\nplain BE-VAN._T 2022-07 5"}},
	{name: "a year", leaks: true, rows: map[string]string{"entries": year(12) + "entries 2022 100"}},
	{name: "a year without a month", rows: map[string]string{"entries": year(11) + "entries 2022 100"}},
	{name: "a hidden year", leaks: true, rows: map[string]string{"entries": strings.Replace(year(12), "- Q", "9", 1) + "entries 2022 - Q"}},
	{name: "a quarter", leaks: true, rows: map[string]string{"entries": year(3) + "entries 2022-Q1 100"}},
	{name: "months of a stock are not summed", rows: map[string]string{"places": strings.ReplaceAll(year(12), "entries", "places") + "places 2022 100"}},
	{name: "a flow from stocks", leaks: true, rows: map[string]string{
		"places": "places 2022-06 100\nplaces 2022-07 120", "entries": "entries 2022-07 - Q", "exits": "exits 2022-07 5"}},
	{name: "an outflow from stocks", leaks: true, rows: map[string]string{
		"places": "places 2022-06 100\nplaces 2022-07 120", "entries": "entries 2022-07 25", "exits": "exits 2022-07 - Q"}},
	{name: "a stock from the month before", leaks: true, rows: map[string]string{
		"places": "places 2022-06 100\nplaces 2022-07 - Q", "entries": "entries 2022-07 25", "exits": "exits 2022-07 5"}},
	{name: "a stock from the month after", leaks: true, rows: map[string]string{
		"places": "places 2022-06 - Q\nplaces 2022-07 120", "entries": "entries 2022-07 25", "exits": "exits 2022-07 5"}},
	{name: "a flow without the other flow", rows: map[string]string{
		"places": "places 2022-06 100\nplaces 2022-07 120", "entries": "entries 2022-07 - Q"}},
	{name: "an earlier release printed the neighbour", leaks: true, past: "plain BE.M 2022-07 6",
		rows: map[string]string{"plain": "plain BE._T 2022-07 10\nplain BE.F 2022-07 - Q\nplain BE.M 2022-07 - Q"}},
}

// year gives months of entries, the fourth of which, or the last, is hidden.
func year(months int) string {
	var b strings.Builder
	for m := range months {
		value := "9"
		if m == min(3, months-1) {
			value = "- Q"
		}
		fmt.Fprintf(&b, "entries 2022-%02d %s\n", m+1, value)
	}
	return b.String()
}

func TestOnlyUnknown(t *testing.T) {
	b := book(t)
	var out strings.Builder
	for _, c := range auditCases {
		var drops []*drop.Drop
		for _, dataset := range []string{"plain", "other", "entries", "exits", "places"} {
			if rows, ok := c.rows[dataset]; ok {
				contract, _ := b.Contract(dataset)
				drops = append(drops, cubetest.Drop(t, b, "2022-08/"+contract.Organisation.Value+"/"+dataset, "2022-09-10", rows))
			}
		}
		var released []*Observations
		if c.past != "" {
			released = append(released, sealed(t, b, rows(t, "plain", "2022-07/a/plain", c.past)...))
		}
		_, report := Protect(b, cube.New(b, set(drops...)), released...)
		fmt.Fprintf(&out, "== %s\n", c.name)
		leaks := false
		for _, d := range report.Findings {
			leaks = leaks || d.ID == "only-unknown"
			fmt.Fprintf(&out, "%s: %s: %s [%s] (%s)\n", d.Span, d.Severity, d.Title, d.ID, d.Subject)
			for _, n := range d.Notes {
				fmt.Fprintf(&out, "  note: %s %s\n", n.Text, n.Span)
			}
		}
		if leaks != c.leaks {
			t.Errorf("%s: leaks is %t", c.name, leaks)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/findings.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/findings.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Error(diff)
	}
}
