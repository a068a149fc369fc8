package site

import (
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// A summary is a last column of numbers that a table has beside its series: what
// the picture shows and no series says.
type summary struct {
	head string
	of   func(place int) Cell
}

// summary is the column that goes with the kind of a plate: the sum of a stack's
// parts, the range between the dots of a row. nil for the others.
func (p *plate) summary() *summary {
	switch {
	case p.kind == edition.StackedFigure:
		return &summary{p.l.Head(locale.PartsHead), p.sumOfParts}
	case p.kind == edition.DotFigure && len(p.series) > 1:
		return &summary{p.l.Head(locale.RangeHead), p.rangeOfDots}
	}
	return nil
}

// sumOfParts adds up the parts at a place. One that is not known leaves the sum
// unknown.
func (p *plate) sumOfParts(place int) Cell {
	var sum number.Decimal
	about := false
	for i := range p.series {
		part := p.series[i].points[place]
		switch {
		case !part.HasValue:
			return p.without(part)
		case part.Qualifier.Bound():
			return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
		}
		next, fits := sum.Add(part.Value)
		if !fits {
			return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
		}
		sum, about = next, about || part.Qualifier == observation.About
	}
	return p.computed(sum, about)
}

// rangeOfDots is the distance from the lowest to the highest value at a place.
func (p *plate) rangeOfDots(place int) Cell {
	var low, high number.Decimal
	about, known := false, 0
	for i := range p.series {
		dot := p.series[i].points[place]
		if !dot.HasValue {
			return p.without(dot)
		}
		if dot.Qualifier.Bound() {
			return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
		}
		if known == 0 {
			low, high = dot.Value, dot.Value
		}
		low, high, about = min(low, dot.Value), max(high, dot.Value), about || dot.Qualifier == observation.About
		known++
	}
	distance, fits := high.Sub(low)
	if !fits {
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
	}
	return p.computed(distance, about)
}

// computed prints a number that follows from the values of a row, in the form of
// the first series.
func (p *plate) computed(d number.Decimal, about bool) Cell {
	qualifier := observation.Exact
	if about {
		qualifier = observation.About
	}
	s := &p.series[0]
	text := p.l.Number(d, s.decimals)
	switch {
	case s.percent && p.kind == edition.DotFigure:
		text = p.l.PercentagePoints(d, s.decimals)
	case s.percent:
		text = p.l.Percent(d, s.decimals)
	}
	return Cell{Style: CellNumber, Text: p.l.Qualified(locale.Qualifier(qualifier.String()), text)}
}
