package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// An axis is the periods of one kind that a series has, every one from the first
// to the last; of days and spans, those that are there.
type axis struct {
	kind    period.Kind // None for days and spans
	periods []period.Period
	due     bool // a supplier owes a value for each of them
}

// rhythmKinds are the periods that a dataset owes, by its rhythm.
var rhythmKinds = map[string]period.Kind{"monthly": period.Month, "quarterly": period.Quarter, "annual": period.Year}

// axes sorts the periods of a series by kind. Counts on days of what is not a
// flow stand in their months.
func (t *track) axes(s observation.Series) []axis {
	byKind := map[period.Kind][]period.Period{}
	onDays := false
	for _, v := range t.Archive.Table.Series(s, period.None) {
		p, kind := v.Key.Period, v.Key.Period.Kind()
		if t.key.Measure.Value != codebook.Flow && (kind == period.Day || kind == period.Week) {
			p, kind, onDays = p.MonthOfEnd(), period.Month, true
		}
		if kind == period.Day || kind == period.Span {
			kind = period.None
		}
		byKind[kind] = append(byKind[kind], p)
	}
	var all []axis
	for _, kind := range []period.Kind{period.Month, period.Quarter, period.Year, period.Week, period.None} {
		periods := byKind[kind]
		if len(periods) == 0 {
			continue
		}
		slices.SortFunc(periods, period.Compare)
		a := axis{kind: kind, periods: slices.Compact(periods)}
		if kind != period.None {
			a.periods = through(a.periods[0], a.periods[len(a.periods)-1])
			a.due = t.owed(kind) && !(onDays && kind == period.Month)
		}
		all = append(all, a)
	}
	return all
}

// through gives every period from one to another of the same kind.
func through(first, last period.Period) []period.Period {
	var all []period.Period
	for p := first; period.Compare(p, last) <= 0; p = p.Next(1) {
		all = append(all, p)
	}
	return all
}

func (t *track) owed(kind period.Kind) bool {
	return slices.ContainsFunc(t.contracts(), func(c *codebook.Contract) bool { return rhythmKinds[c.Rhythm.Value] == kind })
}

// seriesPlates are the figures of the whole main series: one for each kind of
// period, the months first.
func (t *track) seriesPlates() []plate {
	var plates []plate
	for i, a := range t.axes(t.main) {
		p := plate{id: "series", kind: edition.LineFigure, l: t.l, across: "period", head: t.l.PeriodHead(a.kind)}
		switch {
		case a.kind == period.None || len(a.periods) < 2:
			p.kind = edition.TableFigure
		case t.key.Measure.Value == codebook.Flow:
			p.kind = edition.ColumnFigure
		}
		if i > 0 {
			p.id = "series-" + kindIDs[a.kind]
		}
		for _, at := range a.periods {
			p.places = append(p.places, placing{name: t.l.Period(at), period: at})
		}
		p.series = []strand{t.strand(t.main, t.name(), a.periods, a.due)}
		t.addBreaks(&p, a)
		caption := locale.Caption{Measure: t.name(), Place: t.place(t.main), First: a.periods[0], Last: a.periods[len(a.periods)-1]}
		p.title = t.l.Title(locale.Caption{Measure: caption.Measure, Place: caption.Place})
		if t.key.Measure.Value == codebook.Flow || i > 0 {
			p.title = t.l.By(p.title, p.head) // what is counted per month is told apart from what is counted per year
		}
		t.finish(&p, caption)
		plates = append(plates, p)
	}
	return plates
}

// kindIDs name the kinds of period in addresses.
var kindIDs = map[period.Kind]string{
	period.Month: "months", period.Quarter: "quarters", period.Year: "years", period.Week: "weeks", period.None: "dates",
}

// addBreaks finds the breaks between neighbouring places.
func (t *track) addBreaks(p *plate, a axis) {
	for i := 1; i < len(a.periods) && a.kind != period.None; i++ {
		event, broken := t.Archive.Table.Break(t.main, a.periods[i-1], a.periods[i])
		if broken {
			p.breaks = append(p.breaks, cut{a.periods[i], t.breakNote(event, a.periods[i])})
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

// maxBars is the number of bars that a picture shows before a table says it
// better.
const maxBars = 16

// breakdowns are the newest values by the first dimension that has several
// codes, one figure for each level of its list, because codes of two levels
// count the same persons twice.
func (t *track) breakdowns() []plate {
	for n, dimension := range t.key.DimensionIDs() {
		list, ok := t.list(dimension)
		if !ok {
			continue
		}
		byLevel := map[string][]observation.Series{}
		count := 0
		for _, s := range t.all {
			codes := s.Codes.Split()
			if codes[n] != list.Total.Value && t.likeMain(codes, n) {
				code, _ := list.Code(codes[n])
				level := ""
				if code != nil {
					level = code.Level.Value
				}
				byLevel[level] = append(byLevel[level], s)
				count++
			}
		}
		if count < 2 {
			continue
		}
		var plates []plate
		levels := []string{""}
		for _, l := range list.Levels {
			levels = append(levels, l.ID.Value)
		}
		for _, level := range levels {
			if series := byLevel[level]; len(series) > 1 {
				if p, ok := t.breakdown(dimension, level, list, n, series); ok {
					plates = append(plates, p)
				}
			}
		}
		return plates
	}
	return nil
}

// likeMain reports whether all codes but the n-th are those of the main series.
func (t *track) likeMain(codes []string, n int) bool {
	main := t.main.Codes.Split()
	for i := range codes {
		if i != n && codes[i] != main[i] {
			return false
		}
	}
	return true
}

// breakdown shows the newest value of each code. Where the codes differ in its
// period, the period stands beside each.
func (t *track) breakdown(dimension, level string, list *codebook.CodeList, n int, series []observation.Series) (plate, bool) {
	p := plate{id: "by-" + dimension, kind: edition.BarFigure, l: t.l, across: dimension, head: t.levelName(list, level)}
	if level != "" {
		p.id += "-" + level
	}
	if len(series) > maxBars {
		p.kind = edition.TableFigure
	}
	line := t.emptyStrand(t.main, t.name())
	var periods []period.Period
	for _, s := range series {
		v, ok := t.last(s, derive.Known, derive.Hidden)
		if !ok {
			continue
		}
		code := s.Codes.Split()[n]
		p.places = append(p.places, placing{name: t.label(list, code), code: code})
		line.points = append(line.points, t.spot(v))
		periods = append(periods, v.Observed)
	}
	if len(periods) < 2 {
		return p, false
	}
	line.position = n
	p.series = []strand{line}
	caption := locale.Caption{
		Measure: t.l.By(t.name(), p.head),
		First:   slices.MinFunc(periods, period.Compare), Last: slices.MaxFunc(periods, period.Compare),
	}
	p.title = t.l.Title(locale.Caption{Measure: caption.Measure})
	t.finish(&p, caption)
	return p, true
}

// levelName is what the codes of a level are: region; without levels, the name
// of the list.
func (t *track) levelName(list *codebook.CodeList, level string) string {
	if l, _, ok := list.Level(level); ok {
		if name := t.text(l.Name); name != "" {
			return name
		}
	}
	if name := t.text(list.Name); name != "" {
		return name
	}
	return list.ID.Value
}

// newest is the last value of a series, of the first kind of period that it has.
func (t *track) newest(s observation.Series) (derive.Value, bool) { return t.last(s, derive.Known) }

// last is the last of which the state is one of those given.
func (t *track) last(s observation.Series, states ...derive.State) (derive.Value, bool) {
	for _, a := range t.axes(s) {
		for _, at := range slices.Backward(a.periods) {
			v := t.Archive.Table.At(observation.Key{Series: s, Period: at})
			if slices.Contains(states, v.State) {
				return v, true
			}
		}
	}
	return derive.Value{}, false
}
