package site

import (
	"slices"
	"strconv"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A plate is a figure in one language, ready to be drawn, laid out as a table and
// written as a file. Sealed figures and those of the fold are shown alike
// because both become plates first.
type plate struct {
	id       string
	kind     edition.FigureKind
	l        *locale.Locale
	title    string
	subtitle string
	caption  string // of the table
	alt      string
	source   string // a whole line
	notes    []edition.Remark
	// free is set when the scale need not begin at zero.
	free   bool
	across string // period, indicator or a dimension
	head   string // what the places are: month, region
	// dated is set when each series has its own dates, those of its points; the
	// places are then the months that the axis spans.
	dated      bool
	places     []placing
	series     []strand
	breaks     []cut
	events     []occasion
	references []reference
}

// A placing is a place on the axis: a period or a category.
type placing struct {
	name   string
	period period.Period // zero for a category
	code   string        // of a category
	tile   *edition.MapTile
}

// A strand is one series of a plate, with a point for each place.
type strand struct {
	indicator, codes string
	name, unit       string
	decimals         int
	percent          bool
	points           []spot
	// position is that of the code which the categories replace; -1 for none.
	position int
}

// key is the indicator and the codes of one point. Of a figure over categories the
// strand holds those of its first.
func (p *plate) key(s *strand, at placing) (indicator, codes string) {
	if p.across == "indicator" {
		indicator, codes, _ = strings.Cut(at.code, ".")
		return indicator, codes
	}
	if split := observation.Codes(s.codes).Split(); s.position >= 0 && s.position < len(split) && at.code != "" {
		split[s.position] = at.code
		return s.indicator, string(observation.JoinCodes(split...))
	}
	return s.indicator, s.codes
}

// A spot is a point. A spot that is idle has no value because none was due: it
// is left out where a missing one would be shown as missing.
type spot struct {
	edition.Point
	idle     bool
	gap      string            // printed difference of a delivered total from the sum of its parts; "" for none; of figures of the fold
	received period.Date       // of the point's drop; of figures of the fold
	bases    []observation.Key // what the value was divided by; of figures of the fold
}

// A cut is a break before a period, with its note.
type cut struct {
	before period.Period
	note   string
	series []int // the strands that it cuts; none means all
}

// An occasion is a policy date, at the period of the axis that holds it.
type occasion struct {
	at    period.Period
	label string
	note  string // of figures of the fold
}

// A reference is a value to compare with.
type reference struct {
	value number.Decimal
	label string
}

// place is where the i-th point of a series stands.
func (p *plate) place(s *strand, i int) placing {
	if p.dated {
		at := s.points[i].Period
		return placing{name: p.l.Period(at), period: at}
	}
	return p.places[i]
}

// sealedPlate is a figure of an edition in one of its languages.
func sealedPlate(e *edition.Edition, f *edition.Figure, l *locale.Locale) plate {
	lang := l.Language()
	p := plate{id: f.ID, kind: f.Kind, l: l, free: f.ScaleBreak, across: f.Across, dated: f.Dated != nil}
	for _, t := range f.Texts {
		if t.Language == lang {
			p.title, p.subtitle, p.alt, p.source, p.notes = t.Title, t.Subtitle, t.Alt, t.Source, t.Notes
			if p.caption = t.Subtitle; p.caption == "" {
				p.caption = t.Title
			}
		}
	}
	for _, at := range f.Periods {
		p.places = append(p.places, placing{name: l.Period(at), period: at})
	}
	for _, c := range f.Categories {
		p.places = append(p.places, placing{name: sealedText(c.Name, e.Languages, lang), code: c.Code, tile: c.Tile})
	}
	for i, s := range f.Series {
		line := strand{
			indicator: s.Indicator, codes: s.Codes, name: sealedText(s.Name, e.Languages, lang), unit: sealedText(s.Unit, e.Languages, lang),
			decimals: s.Decimals, percent: s.Percent, position: -1,
		}
		if indicator, ok := e.Codebook.Indicator(s.Indicator); ok {
			line.position = indicator.Position(f.Across)
		}
		for _, point := range f.Points[i] {
			line.points = append(line.points, spot{Point: point, idle: point.Idle})
		}
		if !p.dated {
			line.fit(len(p.places))
		}
		p.series = append(p.series, line)
	}
	for _, b := range f.Breaks {
		p.breaks = append(p.breaks, cut{b.Before, sealedText(b.Note, e.Languages, lang), b.Series})
	}
	for _, mark := range f.Events {
		p.events = append(p.events, occasion{at: mark.At, label: sealedText(mark.Label, e.Languages, lang)})
	}
	for _, r := range f.References {
		p.references = append(p.references, reference{r.Value, sealedText(r.Label, e.Languages, lang)})
	}
	p.head = sealedHead(e, f, l)
	return p
}

// fit makes the points as many as there are places. They are in every edition
// that a release compiled; a file sealed by another hand may lack some.
func (s *strand) fit(places int) {
	for len(s.points) < places {
		s.points = append(s.points, spot{Point: edition.Point{Status: observation.NotDelivered}})
	}
	s.points = s.points[:places]
}

// sealedText gives a sealed text in a language of its edition.
func sealedText(t source.Text, order []string, lang string) string {
	text, _, _ := t.First(append([]string{lang}, order...)...)
	return text
}

// sealedHead names what the places of a figure are, by the edition's own
// codebook.
func sealedHead(e *edition.Edition, f *edition.Figure, l *locale.Locale) string {
	switch {
	case f.Dated != nil:
		return l.PeriodHead(period.Day)
	case f.Across == "period":
		return l.PeriodHead(kindOf(f.Periods))
	case f.Across == "indicator":
		return l.Head(locale.IndicatorHead)
	}
	for _, s := range f.Series {
		if i, ok := e.Codebook.Indicator(s.Indicator); ok && i.Position(f.Across) >= 0 {
			return e.Codebook.DimensionLabel(i, f.Across, append([]string{l.Language()}, e.Languages...)...)
		}
	}
	return f.Across
}

// kindOf is the kind that all periods have, or None.
func kindOf(periods []period.Period) period.Kind {
	kind := period.None
	for i, p := range periods {
		if i > 0 && p.Kind() != kind {
			return period.None
		}
		kind = p.Kind()
	}
	return kind
}

// unit is the unit that all series share, or "".
func (p *plate) unit() string {
	unit := ""
	for i, s := range p.series {
		if i > 0 && s.unit != unit {
			return ""
		}
		unit = s.unit
	}
	return unit
}

// remarks are the notes as a page lists them.
func (p *plate) remarks() []Note {
	var notes []Note
	for _, r := range p.notes {
		notes = append(notes, Note{Mark: r.Mark, Text: r.Text})
	}
	return notes
}

// isBreak reports whether a note explains a break of the plate: its mark is the
// number of one.
func (p *plate) isBreak(r edition.Remark) bool {
	n, err := strconv.Atoi(r.Mark)
	return err == nil && n >= 1 && n <= len(p.breaks)
}

// broken reports whether a break stands between two places of the axis.
func (p *plate) broken(earlier, later period.Period) bool {
	return slices.ContainsFunc(p.breaks, func(c cut) bool {
		return c.before.Start() > earlier.End() && c.before.Start() <= later.End()
	})
}

// print writes a value without its marks.
func (s *strand) print(l *locale.Locale, p edition.Point) string {
	text := l.Number(p.Value, s.decimals)
	if s.percent {
		text = l.Percent(p.Value, s.decimals)
	}
	return l.Qualified(locale.Qualifier(p.Qualifier.String()), text)
}

// absence is the mark that stands in place of a value.
func absence(p edition.Point) locale.Mark {
	switch {
	case p.Status.Has(observation.Hidden):
		return locale.Hidden
	case p.Status.Has(observation.CannotExist):
		return locale.Impossible
	}
	return locale.Absent
}

// trim leaves out the places before the first value of the first series: in a row
// of key figures the others may begin earlier.
func (p *plate) trim() {
	points := p.series[0].points
	for len(points) > 0 && !points[0].HasValue {
		points, p.places = points[1:], p.places[1:]
	}
	p.series = []strand{p.series[0]}
	p.series[0].points = points
}
