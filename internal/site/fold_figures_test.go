package site_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/chart"
	"ronde/internal/locale"
	"ronde/internal/site"
)

// figuresOf gives the figures of an indicator's page in English, by id.
func figuresOf(t *testing.T, all map[string]site.Output, indicator string) map[string]site.Figure {
	t.Helper()
	found := map[string]site.Figure{}
	for _, f := range pageAt[*site.Indicator](t, all, "en/indicators/"+indicator+"/").Series {
		found[f.ID] = f
	}
	return found
}

// text gives the rows of a table, cells apart by a bar.
func text(table *site.Table) []string {
	var rows []string
	for _, r := range table.Rows {
		row := r.Head
		for _, c := range r.Cells {
			row += " | " + c.Text
		}
		rows = append(rows, row)
	}
	return rows
}

func releasedPictures(t *testing.T) map[string]site.Output {
	t.Helper()
	w := pictureWorld(t)
	w.place([]string{"area"})
	w.release("2022-07", "2022-08-20")
	w.release("2022-08", "2022-09-20")
	return outputs(t, w.site("2022-10-01"))
}

// TestDatedSeries: counts at irregular dates are marks on them, each in a row of
// its own; regions stand side by side, also one that was counted once.
func TestDatedSeries(t *testing.T) {
	figures := figuresOf(t, releasedPictures(t), "registered")
	series := figures["series"]
	want := []string{
		"3 May 2022 | 20 | [z] | published", "20 June 2022 | >\u00a035 | [z] | published", "25 July 2022 | 40 | [z] | published", "29 August 2022 | 44 | +4 | published",
	}
	if diff := cmp.Diff(want, text(series.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(series.Picture.Alt, "Points on a time axis: Registered, Belgium, 3 May 2022 to 29 August 2022") {
		t.Errorf("alternative text: %s", series.Picture.Alt)
	}
}

// TestSideBySide: the regions of an indicator stand side by side over the same
// months, with what their rates were divided by.
func TestSideBySide(t *testing.T) {
	figures := figuresOf(t, releasedPictures(t), "rate")
	f, ok := figures["compared-geo-region"]
	if !ok {
		t.Fatalf("no regions side by side: %v", figures)
	}
	if f.Title != "Arrivals per 1000 inhabitants, by region, over time" {
		t.Errorf("title %q", f.Title)
	}
	var head []string
	for _, c := range f.Table.Columns {
		head = append(head, c.Text)
	}
	if diff := cmp.Diff([]string{"Month", "Flanders", "Brussels", "Wallonia"}, head); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if rows := text(f.Table); len(rows) != 4 || rows[3] != "August 2022 | 3.0 | 12.0 | 2.0" {
		t.Errorf("rows %q", rows)
	}
	if diff := cmp.Diff([]site.Note{
		{Mark: "1", Text: "Break in the series from July 2022: New count"},
		{Text: "Denominator: Population (persons) – 1 January 2022: Flanders 6,000; Brussels 1,000; Wallonia 3,000."},
	}, f.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// A break of one region cuts that region's line and no other, in the figures of
// an edition and in those of the fold.
func TestBreakCutsItsSeries(t *testing.T) {
	const declared = "indicators: [arrivals]}"
	pieces := func(events string) (sealed []chart.Break, fold int) {
		w := pictureWorld(t)
		if events == "" {
			w.replace("data/events.yaml", "  - {id: new-count, date: 2022-07-01, kind: break, label: {nl: Nieuwe telling, en: New count}, "+declared+"\n", "")
		} else {
			w.replace("data/events.yaml", declared, events)
		}
		w.write("content/reports/figures.yaml", "ronde: 1\nfigures:\n  - {id: regions, kind: line, series: [{indicator: arrivals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]}\n")
		w.place([]string{"regions"})
		w.release("2022-07", "2022-08-20")
		e := w.release("2022-08", "2022-09-20")
		f, ok := e.Figure("regions")
		if !ok {
			t.Fatal("no figure")
		}
		l, _ := locale.For("en")
		svg := string(outputs(t, w.site("2022-10-01"))["en/indicators/arrivals/figure.compared-geo-region.svg"].Content)
		for _, lines := range regexp.MustCompile(`(?s)<g fill="none" stroke=.*?</g>`).FindAllString(svg, -1) {
			fold += strings.Count(lines, "M")
		}
		return site.ChartOf(e, f, l).Breaks, fold
	}
	_, whole := pieces("")
	if whole != 3 {
		t.Fatalf("three regions are %d pieces of line without a break", whole)
	}
	for events, want := range map[string]struct {
		series []int
		fold   int
	}{
		declared: {nil, 6},
		"indicators: [arrivals], where: {geo: BE-BRU}}": {[]int{1}, 4},
	} {
		breaks, fold := pieces(events)
		if len(breaks) != 1 || !slices.Equal(breaks[0].Series, want.series) {
			t.Errorf("%s: breaks %v", events, breaks)
		}
		if fold != want.fold {
			t.Errorf("%s: the fold draws %d pieces of line, not %d", events, fold, want.fold)
		}
	}
}
