package scaffold

import (
	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// indicator is an entry of data/indicators.yaml for what the site does not measure yet.
func (p *proposer) indicator(i freshIndicator) *yaml {
	y := &yaml{}
	y.set("id", i.id, "")
	y.set("name", i.name, "write what readers see, in each language of the site")
	y.set("definition", i.name, "say who or what is counted, and what is not, in each language")
	unit := p.unit(i.whole)
	y.set("unit", unit.ID.Value, "the sample does not say what is counted")
	if !i.whole && !unit.Countable {
		y.line("decimals: 1", "as many as readers need")
	}
	switch {
	case unit.Percent:
		y.set("measure", string(codebook.Share), "share or ratio")
		y.set("base", i.name, "name what it is a part of, in each language")
	case p.periods[0].Kind() == period.Day:
		y.set("measure", string(codebook.Stock), "stock at a date, cumulative since a date")
	default:
		y.set("measure", string(codebook.Flow), "flow in the period, stock at its end, cumulative since a date")
	}
	if dimensions := p.dimensions(); dimensions != "" {
		y.line("dimensions: {"+dimensions+"}", "")
	}
	if totals, why := p.totals(i.values); totals != "" && !unit.Percent {
		y.line("totals: {"+totals+"}", why)
	}
	return y
}

// unit is one of the site that fits whole numbers, or others.
func (p *proposer) unit(whole bool) codebook.Unit {
	for _, u := range p.Book.Units {
		if u.Countable == whole && !u.Percent {
			return u
		}
	}
	for _, u := range p.Book.Units {
		if whole || !u.Countable {
			return u
		}
	}
	return p.Book.Units[0]
}

// dimensions are those of the file, as a mapping on one line.
func (p *proposer) dimensions() string {
	text := ""
	for _, c := range p.columns {
		if c.is == codebook.DimensionColumn {
			if text != "" {
				text += ", "
			}
			text += c.dimension + ": " + source.Scalar(c.list.ID.Value)
		}
	}
	return text
}
