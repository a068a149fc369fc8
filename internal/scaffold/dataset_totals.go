package scaffold

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/number"
)

// valuesOf lists the columns of the sample that hold the values of an indicator: its own, or
// in layout periods-across all that are called as a period.
func (p *proposer) valuesOf(c *column) []int {
	var values []int
	for i := range p.Sample.Columns {
		own := &p.Sample.Columns[i]
		if own == c.SampleColumn || p.layout == codebook.PeriodsAcross && !own.Header.IsZero() && own.IsNumber() {
			values = append(values, i)
		}
	}
	return values
}

// totals says of dimensions how their total comes about, as a mapping on one line, and why
// that may be wrong. A total that the sample lacks is the sum of the codes that are there,
// where these are of one level; one that it has is compared with its parts, where it is
// their sum throughout the sample.
func (p *proposer) totals(values []int) (text, why string) {
	var all, reasons []string
	for i := range p.columns {
		c := &p.columns[i]
		if c.is != codebook.DimensionColumn {
			continue
		}
		how, reason := p.total(c, values)
		if how == "" {
			continue
		}
		all = append(all, c.dimension+": {how: "+how+"}")
		if !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	return strings.Join(all, ", "), strings.Join(reasons, "; ")
}

// total says how the total of one dimension comes about; "" when the sample does not show it.
func (p *proposer) total(c *column, values []int) (how, why string) {
	levels := map[string]bool{}
	for _, text := range c.Texts {
		code, ok := c.list.Code(c.meaning(text))
		switch {
		case !ok:
		case code.Code.Value == c.list.Total.Value:
			return p.comparedTotal(c, values)
		default:
			levels[code.Level.Value] = true
		}
	}
	if len(levels) != 1 {
		return "", ""
	}
	how = "computed"
	for level := range levels {
		if l, _, ok := c.list.Level(level); ok && l.Summable() {
			how += ", level: " + level
		}
	}
	return how, "the sample has no rows of the total"
}

// comparedTotal looks for the parts whose sum the total is wherever the sample has both.
func (p *proposer) comparedTotal(c *column, values []int) (how, why string) {
	levels := []string{""}
	for i := range c.list.Levels {
		if l := &c.list.Levels[i]; l.Summable() {
			levels = append(levels, l.ID.Value)
		}
	}
	for _, level := range levels {
		var parts []string
		for _, code := range c.list.Parts(level) {
			parts = append(parts, code.Code.Value)
		}
		if len(parts) < 2 || !p.sumThroughout(c, values, parts) {
			continue
		}
		how = "both"
		if level != "" {
			how += ", level: " + level
		}
		return how, "in the sample the total " + c.list.Total.Value + " is the sum of " + some(parts)
	}
	return "", ""
}

// sumThroughout reports whether each total of the sample is the sum of the values of parts,
// which are all there, and one at least is not zero.
func (p *proposer) sumThroughout(c *column, values []int, parts []string) bool {
	total, evident := c.list.Total.Value, false
	for _, of := range p.valuesByCode(c, values) {
		want, ok := of[total]
		if !ok {
			continue
		}
		var sum number.Decimal
		for _, part := range parts {
			value, there := of[part]
			if !there {
				return false
			}
			if sum, ok = sum.Add(value); !ok {
				return false
			}
		}
		if sum != want {
			return false
		}
		evident = evident || want != 0
	}
	return evident
}

// valuesByCode gives the values of a sample by the codes of a dimension, for each period and
// each combination of the other codes.
func (p *proposer) valuesByCode(dimension *column, values []int) []map[string]number.Decimal {
	at := map[string]int{} // by what the values have in common
	var all []map[string]number.Decimal
	for row := range p.Sample.Rows() {
		common, code := "", ""
		for i := range p.Sample.Columns {
			switch c := p.columnAt(i); {
			case c == nil:
			case c == dimension:
				code = c.meaning(p.Sample.Text(row, i))
			case c.is == codebook.PeriodColumn || c.is == codebook.DimensionColumn:
				common += p.Sample.Text(row, i) + "\x00"
			}
		}
		for _, column := range values {
			value, ok := p.Sample.Value(row, column)
			if !ok {
				continue
			}
			key := common + p.Sample.Columns[column].Name
			if _, known := at[key]; !known {
				at[key] = len(all)
				all = append(all, map[string]number.Decimal{})
			}
			all[at[key]][code] = value
		}
	}
	return all
}

// columnAt is what a column of the sample is taken for; nil for one that is called as a
// period.
func (p *proposer) columnAt(i int) *column {
	own := func(c column) bool { return c.SampleColumn == &p.Sample.Columns[i] }
	if n := slices.IndexFunc(p.columns, own); n >= 0 {
		return &p.columns[n]
	}
	return nil
}
