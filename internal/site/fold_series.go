package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// plates are all figures of the indicator's page: the whole series, then for each
// level its parts over time and as they are now, then the pyramid.
func (t *track) plates() []plate {
	plates := t.seriesPlates()
	for _, of := range t.levels() {
		if p, ok := t.comparison(of); ok {
			plates = append(plates, p)
		}
		if p, ok := t.breakdown(of); ok {
			plates = append(plates, p)
		}
	}
	if p, ok := t.pyramid(); ok {
		plates = append(plates, p)
	}
	return plates
}

// seriesPlates are the figures of the whole main series: one for each kind of
// period, the months first.
func (t *track) seriesPlates() []plate {
	var plates []plate
	for i, a := range t.axes(t.main) {
		p := t.overTime("series", a, []observation.Series{t.main}, []string{t.name()})
		if i > 0 {
			p.id = "series-" + kindIDs[a.kind]
		}
		if len(p.series[0].points) < 2 || a.kind == period.None {
			p.kind = edition.TableFigure
		} else if t.key.Measure.Value == codebook.Flow {
			p.kind = edition.ColumnFigure
		}
		caption := locale.Caption{Measure: t.measure(), Place: t.place(t.main)}
		caption.First, caption.Last = p.span()
		p.title = t.l.Title(locale.Caption{Measure: caption.Measure, Place: caption.Place})
		if t.key.Measure.Value == codebook.Flow || i > 0 {
			p.title = t.l.By(p.title, p.head) // what is counted per month is told apart from what is counted per year
		}
		t.finish(&p, caption)
		plates = append(plates, p)
	}
	return plates
}

// measure is what a figure of the whole series shows: it may be taken along without the
// page that says whether it is the newest values.
func (t *track) measure() string {
	if t.firsts == nil {
		return t.name()
	}
	return t.name() + ", " + t.l.NumberForm(string(commentary.FirstPublished))
}

// overTime lays series out over the periods of an axis, as lines. Counts at
// irregular dates stand on them: months would draw what was counted on the third
// as the count of a month, and the months between as if something were missing.
func (t *track) overTime(id string, a axis, series []observation.Series, names []string) plate {
	p := plate{id: id, kind: edition.LineFigure, l: t.l, across: "period", head: t.l.PeriodHead(a.kind), dated: t.irregular(a)}
	periods := a.periods
	for i, s := range series {
		if p.dated {
			p.series = append(p.series, t.datedStrand(s, names[i]))
		} else {
			own, _ := t.axisOf(s, a.kind)
			p.series = append(p.series, t.strand(s, names[i], periods, own))
		}
	}
	if p.dated {
		p.head, periods = t.l.PeriodHead(period.Day), p.monthsOfDates()
	}
	for _, at := range periods {
		p.places = append(p.places, placing{name: t.l.Period(at), period: at})
	}
	t.addBreaks(&p, a, series)
	t.addEvents(&p, series)
	return p
}

// monthsOfDates are the months that the dates of a plate span.
func (p *plate) monthsOfDates() []period.Period {
	var from, until period.Period
	for i := range p.series {
		for _, point := range p.series[i].points {
			if from.IsZero() || point.Period.Start() < from.Start() {
				from = point.Period
			}
			if until.IsZero() || point.Period.End() > until.End() {
				until = point.Period
			}
		}
	}
	if from.IsZero() {
		return nil
	}
	return through(period.DayOf(from.Start()).MonthOfEnd(), until.MonthOfEnd())
}

// irregular reports whether a series of states of affairs is counted when it
// suits its supplier.
func (t *track) irregular(a axis) bool {
	return a.kind == period.Month && !a.due && t.key.Measure.Value != codebook.Flow && !t.owed(period.Month)
}

// datedStrand gives a series on its own dates.
func (t *track) datedStrand(s observation.Series, name string) strand {
	line := t.emptyStrand(s, name)
	for _, v := range t.values.Series(s, period.None) {
		switch v.Key.Period.Kind() {
		case period.Day, period.Week, period.Month:
			line.points = append(line.points, t.spot(v))
		}
	}
	return line
}

// span gives the first and last period of a plate over time; of one with dates,
// the first and last date.
func (p *plate) span() (first, last period.Period) {
	var all []period.Period
	for _, at := range p.places {
		all = append(all, at.period)
	}
	if p.dated {
		all = nil
		for i := range p.series {
			for _, point := range p.series[i].points {
				all = append(all, point.Period)
			}
		}
	}
	if len(all) == 0 {
		return first, last
	}
	return slices.MinFunc(all, period.Compare), slices.MaxFunc(all, period.Compare)
}

// kindIDs name the kinds of period in addresses.
var kindIDs = map[period.Kind]string{
	period.Month: "months", period.Quarter: "quarters", period.Year: "years", period.Week: "weeks", period.None: "dates",
}

// addBreaks finds the breaks of the series between neighbouring places, each
// once, with the series that it cuts.
func (t *track) addBreaks(p *plate, a axis, series []observation.Series) {
	for i := 1; i < len(p.places) && a.kind != period.None; i++ {
		before, at := p.places[i-1].period, p.places[i].period
		first := len(p.breaks)
		var events []*codebook.Event // of the breaks from first on
		for n, s := range series {
			event, broken := t.Archive.Table.Break(s, before, at)
			if !broken {
				continue
			}
			place := slices.Index(events, event)
			if place < 0 {
				place, events = len(events), append(events, event)
				p.breaks = append(p.breaks, cut{before: at, note: t.breakNote(event, at)})
			}
			b := &p.breaks[first+place]
			b.series = append(b.series, n)
		}
		for n := first; n < len(p.breaks); n++ {
			if len(p.breaks[n].series) == len(series) {
				p.breaks[n].series = nil
			}
		}
	}
}

// breakNote says what changed, in today's words; event is nil when only a status
// says that there is a break.
func (t *track) breakNote(event *codebook.Event, before period.Period) string {
	note := t.l.Capitalise(t.l.BreakBefore(before))
	if event == nil {
		return note + "."
	}
	if today, ok := t.Archive.Words.Event(event.ID.Value); ok {
		event = today
	}
	if text := t.text(event.Note); text != "" {
		return text
	}
	return t.l.Named(note, t.text(event.Label))
}
