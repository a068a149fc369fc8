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
		{Text: "15 June 2022: The centre opened on 15 June."},
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

// TestMapOfRegions: where the codes of a level have tiles, their newest values
// stand on a map with ranked bars; the table has them in the order of the list.
func TestMapOfRegions(t *testing.T) {
	f := figuresOf(t, releasedPictures(t), "arrivals")["by-geo-region"]
	if diff := cmp.Diff([]string{"Flanders | 18 | published", "Brussels | 12 | published", "Wallonia | 6 | published"}, text(f.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if f.Picture == nil || !strings.HasPrefix(f.Picture.Alt, "Tile map with bar chart: Arrivals, by region, August 2022, persons.") {
		t.Errorf("picture: %+v", f.Picture)
	}
}

// TestMapHasNoHoles: an area of a map without a value is shown as one, and one
// without parts stands among the parts of the others.
func TestMapHasNoHoles(t *testing.T) {
	w := pictureWorld(t)
	w.replace("data/codelists/geo.yaml", "  - {id: region, name: {nl: Gewest, en: Region}}\n", "  - {id: region, name: {nl: Gewest, en: Region}}\n  - {id: province, name: {nl: Provincie, en: Province}}\n")
	w.write("data/codelists/geo.yaml", string(w.files["data/codelists/geo.yaml"].Data)+
		`  - {code: ANT, level: province, parent: BE-VLG, label: {nl: Antwerpen, en: Antwerp}, tile: {column: 3, row: 1, short: ANT}}
  - {code: LIM, level: province, parent: BE-VLG, label: {nl: Limburg, en: Limburg}, tile: {column: 4, row: 2, short: LIM}}
  - {code: LUI, level: province, parent: BE-WAL, label: {nl: Luik, en: Liège}, tile: {column: 4, row: 3, short: LUI}}
`)
	w.write("data/drops/2022-08/fedasil/referrals.csv", string(w.files["data/drops/2022-08/fedasil/referrals.csv"].Data)+"2022-08,ANT,11,50,1\n2022-08,LIM,7,50,1\n")
	w.place([]string{"area"})
	w.release("2022-07", "2022-08-20")
	w.release("2022-08", "2022-09-20")
	f := figuresOf(t, outputs(t, w.site("2022-10-01")), "arrivals")["by-geo-province"]
	if f.Picture == nil || !strings.HasPrefix(f.Picture.Alt, "Tile map") {
		t.Fatalf("no map: %+v", f)
	}
	if diff := cmp.Diff([]string{"Brussels | 12 | published", "Antwerp | 11 | published", "Limburg | 7 | published", "Liège | [x] | not delivered"}, text(f.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// TestPyramid: two codes of one list by the classes of an ordered one stand on both
// sides, with a row for each class.
func TestPyramid(t *testing.T) {
	f, ok := figuresOf(t, releasedPictures(t), "registered")["pyramid"]
	if !ok {
		t.Fatal("no pyramid")
	}
	if diff := cmp.Diff([]string{"under 18 | 4 | 5", "18 to 64 | 16 | 9", "65 and over | 3 | 3"}, text(f.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if want := "Population pyramid: Registered, by sex and age, Belgium, 25 July 2022, persons."; !strings.HasPrefix(f.Picture.Alt, want) {
		t.Errorf("alternative text: %s", f.Picture.Alt)
	}
}

// TestSpans: what was counted over four days is not compared with what was counted
// over eight.
func TestSpans(t *testing.T) {
	w := pictureWorld(t)
	w.replace("data/datasets/referrals.yaml", "rhythm: monthly\nfrom: 2022-05", "rhythm: irregular")
	w.write("data/drops/2022-08/fedasil/referrals.csv", string(w.files["data/drops/2022-08/fedasil/referrals.csv"].Data)+
		"2022-03-01/2022-03-04,BE,10,50,1\n2022-03-05/2022-03-08,BE,12,50,1\n2022-03-09/2022-03-16,BE,20,50,1\n")
	w.place([]string{"area"})
	w.release("2022-07", "2022-08-20")
	w.release("2022-08", "2022-09-20")
	var changes []string
	for _, r := range figuresOf(t, outputs(t, w.site("2022-10-01")), "departures")["series"].Table.Rows {
		changes = append(changes, r.Cells[1].Text+r.Cells[1].Meaning)
	}
	if diff := cmp.Diff([]string{"[z]no earlier value", "0", "[z]not comparable"}, changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// TestNotDueIsNotMissing: before a series begins, beside others that began earlier,
// nothing was due; a month that it skips is missing.
func TestNotDueIsNotMissing(t *testing.T) {
	w := pictureWorld(t)
	for _, row := range []string{"2022-05,BE-BRU,20,55,25\n", "2022-06,BE-WAL,9,52,9\n"} {
		w.replace("data/drops/2022-07/fedasil/referrals.csv", row, "")
	}
	w.write("content/reports/figures.yaml", "ronde: 1\nfigures:\n  - {id: flanders, kind: line, series: [{indicator: arrivals, where: {geo: [BE-VLG]}}]}\n")
	w.place([]string{"flanders"})
	w.release("2022-07", "2022-08-20")
	w.release("2022-08", "2022-09-20")
	f := figuresOf(t, outputs(t, w.site("2022-10-01")), "women")["compared-geo-region"]
	if diff := cmp.Diff([]string{
		"May 2022 | 60% | [z] | 50%", "June 2022 | 61% | 54% | [x]", "July 2022 | 62% | 56% | 51%", "August 2022 | 63% | 57% | 50%",
	}, text(f.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if got := f.Table.Rows[0].Cells[1].Meaning; got != "not due" {
		t.Errorf("the mark means %q", got)
	}
	if diff := cmp.Diff([]site.Note{{Mark: "[x]", Text: "No figure: Wallonia (June 2022)."}}, f.Notes[:1]); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// TestBaseThatIsAbout: what rates are divided by is named as it is known.
func TestBaseThatIsAbout(t *testing.T) {
	w := pictureWorld(t)
	w.replace("data/datasets/population.yaml", "rhythm: irregular", "rhythm: irregular\nqualifiers: true")
	w.replace("data/drops/2022-07/fedasil/population.csv", "BE-BRU,1000", "BE-BRU,~1000")
	w.place([]string{"area"})
	w.release("2022-07", "2022-08-20")
	w.release("2022-08", "2022-09-20")
	notes := figuresOf(t, outputs(t, w.site("2022-10-01")), "rate")["compared-geo-region"].Notes
	want := "Denominator: Population (persons) – 1 January 2022: Flanders 6,000; Brussels about 1,000; Wallonia 3,000."
	if got := notes[len(notes)-1].Text; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
