package locale

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/period"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// vocabulary is what a caller brings along: labels of the codebook.
type vocabulary struct {
	person, euro                         Noun
	measure, share, place, other, office string
}

var vocabularies = map[string]vocabulary{
	"nl": {Noun{"persoon", "personen"}, Noun{"euro", "euro"}, "attesten", "aandeel vrouwen", "België", "Brussel", "Dienst Vreemdelingenzaken"},
	"fr": {Noun{"personne", "personnes"}, Noun{"euro", "euros"}, "attestations", "part des femmes", "Belgique", "Bruxelles", "Office des étrangers"},
	"de": {Noun{"Person", "Personen"}, Noun{"Euro", "Euro"}, "Bescheinigungen", "Anteil der Frauen", "Belgien", "Brüssel", "Ausländeramt"},
	"en": {Noun{"person", "persons"}, Noun{"euro", "euros"}, "attestations", "share of women", "Belgium", "Brussels", "Immigration Office"},
}

// kinds has one period of each kind, and the first of a month.
var kinds = []string{"2022", "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022-07", "2022-W30", "2022-W02", "2022-07-25", "2022-03-01", "2022-03-10/2022-08-01"}

// A phrase is a call and how it reads.
type phrase struct {
	name string
	say  func(l *Locale, v vocabulary) string
}

// TestPhrases writes every phrase in every language into one file, for a
// speaker of the language to read. In the file ⍽ is a no-break space and ⎵ a
// narrow one.
func TestPhrases(t *testing.T) {
	visible := strings.NewReplacer("\u00a0", "⍽", "\u202f", "⎵")
	var b strings.Builder
	b.WriteString("# Every phrase that Ronde writes, in nl, fr, de, en. ⍽ is a no-break space, ⎵ a narrow one.\n")
	seen := map[string]bool{}
	for _, p := range phrases(t) {
		if seen[p.name] {
			t.Errorf("phrase %q twice", p.name)
		}
		seen[p.name] = true
		b.WriteString("\n" + p.name + "\n")
		for _, l := range locales {
			text := p.say(l, vocabularies[l.code])
			if text == "" || strings.TrimSpace(text) != text || strings.Contains(text, "  ") || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %q is malformed: %q", l.code, p.name, text)
			}
			b.WriteString("  " + l.code + "  " + visible.Replace(text) + "\n")
		}
	}
	file := filepath.Join("testdata", "phrases.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("phrases changed; read them and run with -update (-want +got):\n%s", diff)
	}
}

func phrases(t *testing.T) []phrase {
	var all []phrase
	add := func(name string, say func(l *Locale, v vocabulary) string) {
		all = append(all, phrase{name, say})
	}
	add("number", func(l *Locale, _ vocabulary) string { return l.Number(dec(t, "-1234567.5"), 1) })
	add("per cent", func(l *Locale, _ vocabulary) string { return l.SignedPercent(dec(t, "12.3"), 1) })
	for _, text := range []string{"1", "5"} {
		add("percentage points "+text, func(l *Locale, _ vocabulary) string { return l.PercentagePoints(dec(t, text), 0) })
	}
	add("months", func(l *Locale, _ vocabulary) string { return l.List(l.w.months[:]) })
	add("months, short", func(l *Locale, _ vocabulary) string { return l.List(l.w.monthsShort[:]) })
	for _, text := range kinds {
		add("period "+text, func(l *Locale, _ vocabulary) string { return l.Period(per(t, text)) })
	}
	for _, text := range kinds {
		add("in "+text, func(l *Locale, _ vocabulary) string { return l.In(per(t, text)) })
	}
	for _, ends := range [][2]string{{"2021", "2022"}, {"2022-Q1", "2022-Q3"}, {"2022-04", "2022-08"}, {"2022-W29", "2022-W30"}, {"2022-03-01", "2022-08-01"}} {
		add("range in words "+ends[0]+" "+ends[1], func(l *Locale, _ vocabulary) string { return l.RangeWords(per(t, ends[0]), per(t, ends[1])) })
	}
	add("range 2022-04 2022-08", func(l *Locale, _ vocabulary) string { return l.Range(per(t, "2022-04"), per(t, "2022-08")) })
	add("on a day", func(l *Locale, _ vocabulary) string { return l.On(day(t, "2022-03-01")) })
	add("since a day", func(l *Locale, _ vocabulary) string { return l.Since(day(t, "2022-03-01")) })
	add("cumulative until a day", func(l *Locale, _ vocabulary) string { return l.CumulativeUntil(day(t, "2022-07-31")) })
	add("list", func(l *Locale, _ vocabulary) string { return l.List([]string{"a", "b", "c"}) })
	add("quotation", func(l *Locale, _ vocabulary) string { return l.Quote("Ukraine") })

	for _, q := range []Qualifier{Exact, Lower, Upper, About} {
		add(strings.TrimSpace("qualifier "+string(q)), func(l *Locale, _ vocabulary) string { return l.Qualified(q, l.Number(dec(t, "65000"), 0)) })
		add(strings.TrimSpace("qualifier in words "+string(q)), func(l *Locale, _ vocabulary) string { return l.QualifiedWords(q, l.Number(dec(t, "-65000"), 0)) })
	}
	add("changed figures", func(l *Locale, _ vocabulary) string {
		return strings.Join([]string{l.ChangedFigures(), l.Head(BeforeHead), l.Head(AfterHead), l.Head(PercentHead), l.Appeared(), l.Disappeared(), l.NotInEdition()}, " | ")
	})
	add("another status", func(l *Locale, _ vocabulary) string {
		return l.Restated(l.StatusWord(Provisional), l.Published()) + " | " + l.Restated("", "")
	})
	add("not comparable", func(l *Locale, _ vocabulary) string { return l.NotComparable() })
	add("not available", func(l *Locale, _ vocabulary) string { return l.NotAvailable() })
	add("gap in a chart", func(l *Locale, _ vocabulary) string { return l.NoFigure() })
	add("coverage", func(l *Locale, _ vocabulary) string { return l.Coverage(11, 12) })
	for _, text := range kinds {
		add("not delivered "+text, func(l *Locale, _ vocabulary) string { return l.NotDelivered(per(t, text), period.Period{}, "") })
	}
	add("not delivered, last value", func(l *Locale, _ vocabulary) string {
		return l.NotDelivered(per(t, "2023-06"), per(t, "2023-05"), l.Number(dec(t, "3111"), 0))
	})
	for _, m := range Marks() {
		add("status "+m.String(), func(l *Locale, _ vocabulary) string { return l.StatusWord(m) })
		add("legend "+m.String(), func(l *Locale, _ vocabulary) string { return l.Legend(m) })
	}
	return slices.Concat(all, comparisons(t), captions(t), deliveries(t))
}

func deliveries(t *testing.T) []phrase {
	all := []phrase{
		{"title of a meeting", func(l *Locale, _ vocabulary) string { return l.MeetingTitle(day(t, "2023-05-15")) }},
		{"planned release", func(l *Locale, _ vocabulary) string {
			return l.ReportOn(per(t, "2022-08")) + " | " + l.ProvisionalDay()
		}},
		{"moved release", func(l *Locale, v vocabulary) string {
			return l.Moved(day(t, "2022-10-01"), day(t, "2022-09-20"), v.office)
		}},
		{"deliveries by organisation", func(l *Locale, _ vocabulary) string { return l.DeliveriesByOrganisation(2022) }},
		{"deliveries by dataset", func(l *Locale, v vocabulary) string { return l.Named(v.office, l.DeliveriesByDataset(2022)) }},
		{"grid of deliveries", func(l *Locale, _ vocabulary) string {
			return l.DeliveryGrid(l.Capitalise(l.DeliveriesByDataset(2022)), l.Punctuality(9, 2, 1))
		}},
		{"grid of deliveries that were not due", func(l *Locale, _ vocabulary) string {
			return l.DeliveryGrid(l.Capitalise(l.DeliveriesByDataset(2022)), l.Punctuality(0, 0, 0))
		}},
		{"punctuality of one", func(l *Locale, _ vocabulary) string { return l.Punctuality(1, 0, 0) }},
		{"punctuality, some missing", func(l *Locale, _ vocabulary) string { return l.Punctuality(0, 1, 2) }},
		{"one day late", func(l *Locale, _ vocabulary) string { return l.DaysLate(1) }},
		{"days late", func(l *Locale, _ vocabulary) string { return l.DaysLate(12) }},
		{"heads of deliveries", func(l *Locale, _ vocabulary) string { h := l.DeliveryHeads(); return l.List(h[:]) }},
		{"states of deliveries", func(l *Locale, _ vocabulary) string {
			return l.List([]string{l.OnTime(), l.MissingDelivery(), l.ExpectedDelivery(), l.NoFixedDay(), l.NotReceived()})
		}},
		{"reminder", func(l *Locale, v vocabulary) string {
			return l.Reminder(Reminder{Organisation: v.office, Title: v.place, Awaited: []Awaited{
				{Dataset: v.measure, Period: per(t, "2022-07"), Due: day(t, "2022-08-15"), Overdue: 1, Last: day(t, "2022-07-04")},
				{Dataset: v.measure, Period: per(t, "2022-05"), Until: per(t, "2022-08"), Due: day(t, "2022-06-15"), Overdue: 12},
				{Dataset: v.measure, Period: per(t, "2022-Q3")},
			}})
		}},
	}
	return all
}

func comparisons(t *testing.T) []phrase {
	month, quarter := per(t, "2022-07"), per(t, "2022-Q3")
	count := func(now, base string) Comparison {
		return Comparison{Now: dec(t, now), Base: dec(t, base), BasePeriod: month}
	}
	share := func(now, base string) Comparison {
		return Comparison{Now: dec(t, now), Base: dec(t, base), Decimals: 1, Measure: Share, BasePeriod: month}
	}
	amount := func(now, base string) Comparison {
		return Comparison{Now: dec(t, now), Base: dec(t, base), Decimals: 2, Measure: Amount, BasePeriod: month}
	}
	with := func(c Comparison, set func(*Comparison)) Comparison { set(&c); return c }
	gap := func(c *Comparison) { c.Gap, c.BasePeriod = true, c.BasePeriod.Next(-2) }
	about := func(c *Comparison) { c.About = true }
	to := func(p period.Period) func(*Comparison) { return func(c *Comparison) { c.BasePeriod = p } }

	type example struct {
		name string
		Comparison
	}
	examples := []example{
		{"count, up", count("3156", "3111")},
		{"count, down", count("3111", "3156")},
		{"count, one more", count("3157", "3156")},
		{"count, one fewer", count("3155", "3156")},
		{"count, the same", count("3156", "3156")},
		{"count, down from a small base", count("26", "29")},
		{"count, up from the least base with a percentage", count("33", "30")},
		{"count, up from zero", count("7", "0")},
		{"count, up after a gap", with(count("3156", "3111"), gap)},
		{"count, down after a gap", with(count("3111", "3156"), gap)},
		{"count, the same after a gap", with(count("3156", "3156"), gap)},
		{"count, about, up", with(count("4000", "3100"), about)},
		{"count, about, down", with(count("3100", "4000"), about)},
		{"count, about, down after a gap", with(with(count("3100", "4000"), about), gap)},
		{"count, about, the same", with(count("900", "900"), about)},
		{"share, up", share("17.6", "12.4")},
		{"share, down", share("12.4", "17.6")},
		{"share, down by one point", share("16.6", "17.6")},
		{"share, about, up", with(share("17.6", "12.4"), about)},
		{"share, down after a gap", with(share("12.4", "17.6"), gap)},
		{"share, the same only when rounded", share("12.42", "12.4")},
		{"amount, up", amount("40.75", "39.5")},
		{"amount, down", amount("38.25", "39.5")},
		{"amount, down by one", amount("38.5", "39.5")},
		{"amount, about, up", with(amount("40.75", "39.5"), about)},
		{"amount, up after a gap", with(amount("40.75", "39.5"), gap)},
		{"amount, about, up after a gap", with(with(amount("40.75", "39.5"), about), gap)},
		{"count, down from a quarter, after a gap", with(with(count("3111", "3156"), to(quarter)), gap)},
	}
	for _, text := range kinds {
		examples = append(examples,
			example{"count, down from " + text, with(count("3111", "3156"), to(per(t, text)))},
			example{"amount, down from " + text, with(amount("38.25", "39.5"), to(per(t, text)))})
	}
	var all []phrase
	for _, e := range examples {
		say := func(write func(l *Locale, c Comparison) string) func(*Locale, vocabulary) string {
			return func(l *Locale, v vocabulary) string {
				c := e.Comparison
				c.Unit = v.person
				if c.Measure == Amount {
					c.Unit = v.euro
				}
				return write(l, c)
			}
		}
		all = append(all, phrase{"trend: " + e.name, say((*Locale).Trend)})
		if !strings.Contains(e.name, " from 2022") { // "in" already shows the period of each kind
			all = append(all, phrase{"change: " + e.name, say((*Locale).Change)})
		}
	}
	all = append(all, phrase{"change: no period", func(l *Locale, _ vocabulary) string {
		return l.Change(with(count("3111", "3156"), to(period.Period{})))
	}})
	return all
}

func captions(t *testing.T) []phrase {
	months := func(v vocabulary) Caption {
		return Caption{v.measure, v.place, per(t, "2022-03"), per(t, "2022-08"), v.person.Other}
	}
	month := func(v vocabulary) Caption {
		return Caption{v.measure, v.place, per(t, "2022-08"), per(t, "2022-08"), v.person.Other}
	}
	point := func(l *Locale, text, value string) Point {
		return Point{l.Period(per(t, text)), l.Number(dec(t, value), 0)}
	}
	series := func(l *Locale, name string) Series {
		return Series{
			Name:  name,
			First: point(l, "2022-03", "26507"), Last: point(l, "2022-08", "3111"),
			Lowest: point(l, "2022-08", "3111"), Highest: point(l, "2022-03", "26507"),
			Missing: l.Runs([]period.Period{per(t, "2022-04"), per(t, "2022-06")}),
		}
	}
	kind := func(k Kind) func(*Locale, vocabulary) string {
		return func(l *Locale, v vocabulary) string { return l.Alternative(k, month(v), nil) }
	}
	base := func(l *Locale, of string, periods ...string) Base {
		b := Base{Of: of}
		for i, p := range periods {
			n := dec(t, []string{"3111", "26507", "900", "1000"}[i])
			b.Values = append(b.Values, BaseValue{At: per(t, p), Number: n, Printed: l.Number(n, 0)})
		}
		return b
	}
	return []phrase{
		{"title", func(l *Locale, v vocabulary) string { return l.Title(month(v)) }},
		{"subtitle", func(l *Locale, v vocabulary) string { return l.Subtitle(months(v)) }},
		{"subtitle without a place", func(l *Locale, v vocabulary) string {
			c := month(v)
			c.Place = ""
			return l.Subtitle(c)
		}},
		{"source", func(l *Locale, v vocabulary) string { return l.Source(v.office, day(t, "2022-08-12")) }},
		{"alternative text of a line", func(l *Locale, v vocabulary) string {
			return l.Alternative(Line, months(v), []Series{series(l, "")})
		}},
		{"alternative text of two lines", func(l *Locale, v vocabulary) string {
			return l.Alternative(Line, months(v), []Series{series(l, v.place), series(l, v.other)})
		}},
		{"alternative text of columns", func(l *Locale, v vocabulary) string {
			s := series(l, "")
			s.First.Value, s.Missing = l.Signed(dec(t, "-45"), 0), nil
			return l.Alternative(Column, months(v), []Series{s})
		}},
		{"alternative text of bars", func(l *Locale, v vocabulary) string {
			return l.Alternative(Bar, month(v), []Series{{
				Lowest: Point{v.other, l.Number(dec(t, "900"), 0)}, Highest: Point{v.place, l.Number(dec(t, "3111"), 0)},
			}})
		}},
		{"alternative text of an area", kind(Area)},
		{"alternative text of columns side by side", kind(GroupedColumns)},
		{"alternative text of bars side by side", kind(GroupedBars)},
		{"alternative text of stacked columns", kind(StackedColumns)},
		{"alternative text of stacked bars", kind(StackedBars)},
		{"alternative text of small multiples", kind(Multiples)},
		{"alternative text of dates", kind(Dates)},
		{"alternative text of dots", kind(Dots)},
		{"alternative text of a pyramid", kind(Pyramid)},
		{"alternative text of a tile map", kind(TileMap)},
		{"subtitle of a scale not from zero", func(l *Locale, v vocabulary) string { return l.Subtitle(month(v)) + ", " + l.FreeScale() }},
		{"breakdown", func(l *Locale, v vocabulary) string { return l.By(v.measure, "Gebied", "Alter") }},
		{"line to compare with", func(l *Locale, v vocabulary) string {
			return l.Named(l.ReferenceLine(v.place), l.Number(dec(t, "1000"), 0))
		}},
		{"delivered base", func(l *Locale, v vocabulary) string { return l.Capitalise(l.BaseIs(v.measure)) + "." }},
		{"denominators of one day", func(l *Locale, v vocabulary) string {
			return l.Denominator(v.measure, v.person.Other, []Base{base(l, v.place, "2022-01-01"), base(l, v.other, "2022-01-01")})
		}},
		{"denominators of two days", func(l *Locale, v vocabulary) string {
			return l.Denominator(v.measure, v.person.Other, []Base{base(l, v.place, "2022-01-01"), base(l, v.other, "2022-01-01", "2023-01-01")})
		}},
		{"denominators of many countries", func(l *Locale, v vocabulary) string {
			bases := []Base{{Of: v.other, Values: base(l, "", "2022-01-01", "2022-01-01").Values[1:]}}
			for range 12 {
				bases = append(bases, base(l, v.place, "2022-01-01"))
			}
			return l.Denominator(v.measure, v.person.Other, bases)
		}},
		{"development of a breakdown", func(l *Locale, v vocabulary) string { return l.OverTime(v.measure) }},
		{"denominators of many months", func(l *Locale, v vocabulary) string {
			return l.Denominator(v.measure, v.person.Other, []Base{base(l, "", "2022-03", "2022-04", "2022-05", "2022-06")})
		}},
		{"alternative text of a table", func(l *Locale, v vocabulary) string { return l.Alternative(Table, months(v), nil) }},
		{"alternative text of key figures", func(l *Locale, v vocabulary) string {
			return l.Alternative(KeyFigures, Caption{Place: v.place, First: per(t, "2022-08"), Last: per(t, "2022-08")}, []Series{
				{Name: v.measure, Last: point(l, "2022-08", "3111")},
				{Name: v.share, Last: Point{Value: l.Percent(dec(t, "12.4"), 1)}},
				{Name: v.other, Missing: []string{l.Period(per(t, "2022-08"))}},
			})
		}},
	}
}
