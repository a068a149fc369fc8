package compare

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/edition"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// saying is an edition of one figure, whose points are of successive months. A point is
// written as value, status and qualifier, apart by commas; "idle" is none that was due.
func saying(t *testing.T, points ...string) *edition.Edition {
	t.Helper()
	f := &edition.Figure{ID: "months", Kind: edition.LineFigure, Across: "period", Series: []edition.Series{{Indicator: "arrivals", Codes: "BE"}}, Points: make([][]edition.Point, 1)}
	for i, text := range points {
		p := edition.Point{Period: month(t, i+1)}
		parts := strings.Split(text+",,", ",")
		var err error
		if parts[0] == "idle" {
			p.Idle = true
		} else if parts[0] != "" {
			if p.Value, err = number.Parse(parts[0]); err != nil {
				t.Fatal(err)
			}
			p.HasValue = true
		}
		if p.Status, err = observation.ParseStatus(parts[1]); err != nil {
			t.Fatal(err)
		}
		if p.Qualifier, err = observation.ParseQualifier(parts[2]); err != nil {
			t.Fatal(err)
		}
		f.Points[0] = append(f.Points[0], p)
	}
	return &edition.Edition{
		Manifest: seal.Manifest{Round: month(t, 7), Number: 1}, Figures: []*edition.Figure{f}, Codebook: &codebook.Codebook{},
	}
}

func month(t *testing.T, n int) period.Period {
	t.Helper()
	p, err := period.Parse("2022-" + string([]byte{byte('0' + n/10), byte('0' + n%10)}))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestKinds(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"1", "1", ""},
		{"1", "2", "changed 1 → 2 +1, +100 %"},
		{"0", "2", "changed 0 → 2 +2"},
		{"200,P", "199", "changed 200 [P] → 199 -1, -0.5 %"},
		{"1,P", "1", "restated 1 [P] → 1 "},
		{"1,,lower", "1", "restated >1 → 1 "},
		{",O", "5", "appeared not delivered → 5 "},
		{"5", ",Q", "disappeared 5 → hidden "},
		{",O", ",Q", "restated not delivered → hidden "},
		{"idle", "5", "appeared – → 5 "},
		{"5", "idle", "disappeared 5 → – "},
		{"idle", "idle", ""},
	} {
		comparison := Of(saying(t, c.old), saying(t, c.new))
		got := ""
		for _, v := range comparison.Values {
			got += string(v.Kind()) + " " + v.Old.String() + " → " + v.New.String() + " " + v.By()
		}
		if got != c.want {
			t.Errorf("%s and %s: %q, want %q", c.old, c.new, got, c.want)
		}
		if (len(comparison.Figures) == 0) != (c.want == "") || comparison.Same() != (c.want == "") {
			t.Errorf("%s and %s: figures %+v", c.old, c.new, comparison.Figures)
		}
	}
}

// The largest change is not the largest in per cent. Values that only one edition has
// are no changes.
func TestLargest(t *testing.T) {
	c := Of(saying(t, "1000", "10", "7", "idle"), saying(t, "900", "12", "idle", "50000"))
	absolute, relative := c.Largest()
	if absolute == nil || relative == nil || absolute.sentence() != "arrivals BE 2022-01, 1000 → 900 (-100, -10 %)" || relative.sentence() != "arrivals BE 2022-02, 10 → 12 (+2, +20 %)" {
		t.Errorf("%+v and %+v", absolute, relative)
	}
	if got := [4]int{c.Count(Changed), c.Count(Restated), c.Count(Appeared), c.Count(Disappeared)}; got != [4]int{2, 0, 1, 1} {
		t.Error(got)
	}
	if absolute, relative := Of(saying(t, "1"), saying(t, "1")).Largest(); absolute != nil || relative != nil {
		t.Error(absolute, relative)
	}
}

// The headline are the last points of the key figures of either edition.
func TestHeadline(t *testing.T) {
	key := func(points ...string) *edition.Edition {
		e := saying(t, points...)
		e.Figures[0].Kind = edition.KeyFigures
		return e
	}
	if Of(key("1", "2"), key("5", "2")).Headline {
		t.Error("an earlier month is no headline")
	}
	if !Of(key("1", "2"), key("1", "3")).Headline {
		t.Error("the last month is the headline")
	}
	if Of(saying(t, "1"), saying(t, "2")).Headline {
		t.Error("a line is no headline")
	}
}

// What a text alone says has no status; it is another value when its number is.
func TestNumberOfAText(t *testing.T) {
	text := saying(t)
	text.Numbers = []edition.Number{{Language: "nl", Form: "value", Key: observation.Key{Series: observation.Series{Indicator: "arrivals", Codes: "BE"}, Period: month(t, 1)}, Value: 5_000_000, HasValue: true}}
	if c := Of(saying(t, "5,P"), text); len(c.Values) != 0 {
		t.Errorf("%+v", c.Values)
	}
	if c := Of(saying(t, "6,P"), text); c.Count(Changed) != 1 {
		t.Errorf("%+v", c.Values)
	}
	text.Numbers[0].Form = "change"
	if c := Of(saying(t), text); len(c.Values) != 0 {
		t.Errorf("a change is a value: %+v", c.Values)
	}
}

func TestParagraphs(t *testing.T) {
	got := paragraphs(pieces("Een.\n\nTwee drie.\n\nVier.\n"), pieces("Een.\n\nTwee vijf.\n\nNieuw.\n\nVier."))
	want := [][]Run{{{Kept, "Twee "}, {Deleted, "drie."}, {Added, "vijf."}}, {{Added, "Nieuw."}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	read := said("**[3 159](#n12)** en\nmeer\n\n![Een \\] titel](figures/a.csv)\n\n## Bescherming {#protection}\n\nNr. #1\n", map[string]string{"a": "Een titel"})
	if diff := cmp.Diff([]string{"3 159 en meer", "[Een titel]", "Bescherming", "Nr. #1"}, read); diff != "" {
		t.Error(diff)
	}
}

func TestLanguages(t *testing.T) {
	old, new := saying(t), saying(t)
	old.Languages, new.Languages = []string{"nl", "en"}, []string{"nl", "de"}
	old.Texts = map[string]*edition.Text{"nl": {Title: "a"}, "en": {Title: "a"}}
	new.Texts = map[string]*edition.Text{"nl": {Title: "a"}, "de": {Title: "b"}}
	c := Of(old, new)
	want := []Language{{"de", Appeared}, {"en", Disappeared}}
	if diff := cmp.Diff(want, c.Languages); diff != "" || len(c.Texts) > 0 || c.Same() {
		t.Error(diff, c.Texts)
	}
}

// TestDayAndMonth: a stock that a figure says of its month and a text of its day is one
// value that changed; a flow of a day is another than that of its month.
func TestDayAndMonth(t *testing.T) {
	of := func(month, day string) *edition.Edition {
		e := saying(t, month)
		d, err := number.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		p, err := period.Parse("2022-01-23")
		if err != nil {
			t.Fatal(err)
		}
		key := observation.Key{Series: observation.Series{Indicator: "arrivals", Codes: "BE"}, Period: p}
		e.Numbers = append(e.Numbers, edition.Number{ID: "n1", Language: "nl", Form: "value", Key: key, Value: d, HasValue: true})
		return e
	}
	if c := Of(of("5", "5"), of("6", "6")); len(c.Values) != 1 || c.Values[0].Key.Period.Kind() != period.Day {
		t.Errorf("a stock: %v", c.Values)
	}
	if c := Of(of("5", "1"), of("6", "2")); len(c.Values) != 2 {
		t.Errorf("a flow: %v", c.Values)
	}
}
