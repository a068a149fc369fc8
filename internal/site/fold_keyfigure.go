package site

import (
	"strings"

	"ronde/internal/chart"
	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// latest is the newest value of the main series as a key figure; nil when there
// is none. Its name is that of the series, empty for the total.
func (t *track) latest(at string, ids anchors) *KeyFigure {
	v, ok := t.newest(t.main)
	if !ok {
		return t.hiddenLatest(ids)
	}
	point := t.spot(v)
	printed := t.printed(v.Number)
	k := &KeyFigure{
		ID: ids.take("kf"), Number: Number{Text: printed, Qualifier: t.l.QualifierWord(locale.Qualifier(v.Qualifier.String()))},
		Unit: t.unitWords(v), Period: t.when(v), Source: strings.Join(t.organisations(v), ", "),
	}
	if t.main.Codes != t.Archive.Keys.TotalCodes(t.key) {
		k.Name = t.l.Capitalise(t.place(t.main))
	}
	for _, m := range point.Marks() {
		k.Tags = append(k.Tags, tag(edition.Remark{Mark: m.String(), Text: t.l.StatusWord(m)}))
	}
	k.Firm = firm(k) && !v.Partial()
	if v.Partial() {
		k.Unit += " (" + t.l.Coverage(v.Present, v.Expected) + ")"
	}
	t.changes(k, v)
	if c := t.spark(); c != nil {
		k.Spark = pictureOf(c.Draw(), relative(at, indicatorAt(t.lang, t.word.ID.Value)+"spark"))
		first, last := c.Periods[0], c.Periods[len(c.Periods)-1]
		k.SparkCaption = t.l.Range(first, last)
	}
	return k
}

// hiddenLatest is the key figure of an indicator whose values are all hidden: it has
// been published, and says why there is no number. nil when nothing is hidden.
func (t *track) hiddenLatest(ids anchors) *KeyFigure {
	v, ok := t.last(t.main, derive.Hidden)
	if !ok {
		return nil
	}
	return &KeyFigure{
		ID: ids.take("kf"), Number: Number{Text: locale.Hidden.String(), Absent: t.l.LegendText(locale.Hidden)},
		Period: t.when(v), Source: strings.Join(t.organisations(v), ", "),
	}
}

// printed writes a value with the decimals and sign of its indicator.
func (t *track) printed(d number.Decimal) string {
	if t.unit().Percent {
		return t.l.Percent(d, t.key.Decimals)
	}
	return t.l.Number(d, t.key.Decimals)
}

// unitWords is the unit as it goes with a number; a share names its base.
func (t *track) unitWords(v derive.Value) string {
	if t.unit().Percent {
		return t.base()
	}
	noun := t.noun()
	if t.l.Plural(v.Number, t.key.Decimals) == locale.One {
		return noun.One
	}
	return noun.Other
}

// base names what a share is a part of.
func (t *track) base() string {
	if text := t.text(t.word.Base); text != "" {
		return text
	}
	if d := t.word.Derived; d != nil && d.Share != nil {
		if base, ok := t.Archive.Words.Indicator(d.Share.Base.Value); ok {
			return t.text(base.Name)
		}
	}
	return t.noun().Other
}

// when says the period of a value the way its measure type asks for.
func (t *track) when(v derive.Value) string {
	switch t.key.Measure.Value {
	case codebook.Stock:
		return t.l.On(v.Observed.End())
	case codebook.Cumulative:
		return t.l.CumulativeUntil(v.Observed.End())
	}
	return t.l.In(v.Observed)
}

// organisations are those that a value rests on.
func (t *track) organisations(v derive.Value) []string {
	var names []string
	seen := map[string]bool{}
	for _, dataset := range v.Datasets {
		c, ok := t.Archive.Words.Contract(dataset)
		if !ok || seen[c.Organisation.Value] {
			continue
		}
		seen[c.Organisation.Value] = true
		names = append(names, t.organisation(c.Organisation.Value))
	}
	return names
}

// changes compares with the previous available value and with the same period
// last year.
func (t *track) changes(k *KeyFigure, v derive.Value) {
	change := t.Archive.Table.Change(v.Key)
	if change.State == derive.Known {
		measure := locale.Amount
		switch {
		case t.unit().Percent:
			measure = locale.Share
		case t.unit().Countable:
			measure = locale.Count
		}
		k.Trend = t.l.Trend(locale.Comparison{
			Now: change.Now.Number, Base: change.Before.Number, Decimals: t.key.Decimals, Measure: measure, Unit: t.noun(),
			BasePeriod: change.Before.Observed, Gap: !change.Adjacent, About: change.Qualifier == observation.About,
		})
	}
	if !change.Before.Key.Period.IsZero() {
		k.Changes = append(k.Changes, t.change(change))
	}
	year := t.Archive.Table.ChangeOnYear(v.Key)
	if year.Before.State == derive.Known {
		k.Changes = append(k.Changes, t.change(year))
		return
	}
	earlier, ok := v.Key.Period.YearsBefore(1)
	if !ok {
		return
	}
	c := Change{Against: t.l.Period(earlier), Note: t.l.NotAvailable()}
	if line := t.Archive.Table.Series(t.main, v.Key.Period.Kind()); len(line) > 0 && period.Compare(line[0].Key.Period, earlier) > 0 {
		c.Note = t.l.SeriesBegins(line[0].Observed)
	}
	k.Changes = append(k.Changes, c)
}

func (t *track) change(c derive.Change) Change {
	qualified := func(q observation.Qualifier, text string) string {
		return t.l.Qualified(locale.Qualifier(q.String()), text)
	}
	out := Change{Against: t.l.Period(c.Before.Observed), Base: qualified(c.Before.Qualifier, t.printed(c.Before.Number))}
	if c.State != derive.Known {
		out.Note = t.l.NotComparable()
		return out
	}
	difference := t.l.Signed(c.Difference, t.key.Decimals)
	if c.Points {
		difference = t.l.SignedPercentagePoints(c.Difference, t.key.Decimals)
	}
	out.Difference = qualified(c.Qualifier, difference)
	if c.HasPercent {
		out.Percent = qualified(c.Qualifier, t.l.SignedPercent(c.Percent, 1))
	}
	return out
}

// sparkPeriods is a whole year with the same month before.
const sparkPeriods = 13

// spark is the small picture beside the newest value; nil when there are fewer
// than two values to show.
func (t *track) spark() *chart.Chart {
	axes := t.axes(t.main)
	if len(axes) == 0 || axes[0].kind == period.None {
		return nil
	}
	periods := axes[0].periods
	if n := len(periods); n > sparkPeriods {
		periods = periods[n-sparkPeriods:]
	}
	p := plate{kind: edition.SparklineFigure, l: t.l, across: "period", series: []strand{t.strand(t.main, t.name(), periods, axes[0])}}
	for _, at := range periods {
		p.places = append(p.places, placing{name: t.l.Period(at), period: at})
	}
	if first, last, _, _ := p.series[0].landmarks(); first == last {
		return nil
	}
	p.trim()
	periods = periods[len(periods)-len(p.places):]
	caption := locale.Caption{Measure: t.name(), First: periods[0], Last: periods[len(periods)-1]}
	p.title = t.l.Title(caption)
	p.alt = t.l.Alternative(locale.Line, caption, p.alternatives())
	return p.chart()
}
