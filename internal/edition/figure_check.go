package edition

import (
	"ronde/internal/codebook"
	"ronde/internal/diag"
)

func (c *compiler) checkKind(spec *FigureSpec, lines []line, laid layout) {
	at, id := spec.ID.Span, spec.ID.Value
	kind := spec.Kind.Value
	if kind == KeyFigures {
		if len(lines) < 2 || len(lines) > 6 {
			c.out.Add(diag.KeyFigureCount(at, id, len(lines)))
		}
		return
	}
	for _, cells := range laid.series {
		c.checkSeries(id, lines, cells)
	}
	if kind == TableFigure {
		return
	}
	if spec.Zero != nil && !*spec.Zero && kind != LineFigure {
		c.out.Add(diag.FigureScale(spec.Kind.Span, id, string(kind)))
	}
	if len(laid.series) > maxLines {
		c.out.Add(diag.FigureLines(at, id, len(laid.series), maxLines))
	}
	for _, l := range lines[1:] {
		if why := differs(lines[0].indicator, l.indicator); why != "" {
			c.out.Add(diag.FigureMixed(l.spec.Indicator.Span, id, lines[0].indicator.ID.Value, l.indicator.ID.Value, why))
		}
	}
}

// checkSeries reports lines of one series that cannot be printed alike. Units may
// differ between the rows of a table, which then name them; decimals may not.
func (c *compiler) checkSeries(figure string, lines []line, cells []int) {
	var first *codebook.Indicator
	for _, i := range cells {
		switch {
		case i < 0:
			continue
		case first == nil:
			first = lines[i].indicator
		}
		second, why := lines[i].indicator, ""
		switch {
		case c.in.Book.UnitOf(first).Percent != c.in.Book.UnitOf(second).Percent:
			why = "unit"
		case first.Decimals != second.Decimals:
			why = "decimals"
		}
		if why != "" {
			c.out.Add(diag.FigureMixed(lines[i].spec.Indicator.Span, figure, first.ID.Value, second.ID.Value, why))
		}
	}
}

// differs says what keeps two indicators from one scale, "" when nothing does.
// A stock and a cumulative count are both a state of affairs at a date.
func differs(a, b *codebook.Indicator) string {
	switch {
	case a.Unit.Value != b.Unit.Value:
		return "unit"
	case (a.Measure.Value == codebook.Flow) != (b.Measure.Value == codebook.Flow):
		return "measure type"
	}
	return ""
}
