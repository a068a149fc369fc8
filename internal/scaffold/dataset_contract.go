package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// contract writes the contract.
func (p *proposer) contract() *yaml {
	y := &yaml{}
	y.line("# How every delivery of this dataset looks, as proposed from a sample. Each guess is an", "")
	y.line("# error until somebody has looked at it and deleted the comment behind it.", "")
	y.line("ronde: 1", "")
	y.set("id", p.ID, "")
	y.set("organisation", p.Organisation, "")
	if p.Name.IsZero() {
		y.set("name", p.ID, "write what readers see, in each language of the site")
	} else {
		y.b.Write(source.EncodeYAML(struct {
			Name source.Text `key:"name"`
		}{p.Name}, false))
	}
	p.course(y)
	y.set("layout", p.layout, "")
	p.dialect(y)
	if y.line("columns:", ""); len(p.columns) == 0 {
		y.line("  []", "")
	}
	for i := range p.columns {
		p.write(y, &p.columns[i])
	}
	if p.one != "" {
		y.set("indicator", p.one, p.supplied(p.one))
	}
	p.fixed(y)
	p.marks(y)
	y.line("# A dataset that counts persons protects them: a count from 1 to 4 is sensitive then.", "")
	y.line("# disclosure: {threshold: 5}", "")
	return y
}

// course writes how deliveries follow one another.
func (p *proposer) course(y *yaml) {
	if n := len(p.periods); n == 1 {
		y.set("delivers", "increment", "the sample has one period; series when each file repeats the earlier ones, snapshot when it replaces a date")
	} else {
		y.set("delivers", "series", fmt.Sprintf("the sample has %d periods; increment when a file leaves those that it lacks as they are", n))
	}
	rhythm, why := p.rhythm()
	y.set("rhythm", rhythm, why)
	if rhythm == "irregular" {
		return
	}
	y.line("due: 15", "days after the end of the period; the sample does not say")
	first := p.periods[0]
	if first.Kind() == period.Day {
		first = first.MonthOfEnd()
	}
	y.line("from: "+source.Scalar(first.String()), "the first period of the sample")
}

// rhythm is how often a period is due, with the reason why that may be wrong.
func (p *proposer) rhythm() (word, why string) {
	periods := p.periods
	kind := periods[0].Kind()
	if kind == period.Day {
		var months []period.Period
		for _, day := range periods {
			months = append(months, day.MonthOfEnd())
		}
		if len(slices.Compact(slices.Clone(months))) < len(months) {
			return "irregular", "some months of the sample have several days"
		}
		periods = months
	}
	words := map[period.Kind]string{period.Month: "monthly", period.Quarter: "quarterly", period.Year: "annual"}
	word = words[periods[0].Kind()]
	for i := range periods {
		switch {
		case word == "" || p.periods[i].Kind() != kind:
			return "irregular", "the periods of the sample follow no rhythm that ronde knows"
		case i > 0 && periods[i-1].Next(1) != periods[i]:
			return word, fmt.Sprintf("the sample has nothing between %s and %s", periods[i-1], periods[i])
		}
	}
	switch {
	case len(periods) == 1:
		return word, "the sample has one period"
	case kind == period.Day:
		return word, "the sample has one day in each month"
	}
	return word, ""
}

// dialect writes how the file is written, as far as any file could be read otherwise.
func (p *proposer) dialect(y *yaml) {
	y.line("dialect:", "")
	s := p.Sample
	if !s.ASCII {
		y.set("  encoding", s.Dialect.Encoding, "")
	}
	y.set("  separator", s.Dialect.Separator, "")
	inDecimal, inThousands := s.NumberDoubt, ""
	if s.Thousands != "" {
		inDecimal, inThousands = "", s.NumberDoubt
	}
	if s.Decimal != "" {
		y.set("  decimal", s.Decimal, inDecimal)
	}
	if s.Thousands != "" {
		y.set("  thousands", s.Thousands, inThousands)
	}
	if p.dated.Dates != "" {
		y.set("  dates", p.dated.Dates, p.dated.DateDoubt)
	}
}

// write writes the entry of a column.
func (p *proposer) write(y *yaml, c *column) {
	y.set("  - name", c.Name, "")
	y.set("    is", c.is, c.guess)
	switch c.is {
	case codebook.DimensionColumn:
		y.set("    dimension", c.dimension, "")
		if len(c.codes) > 0 {
			y.line("    codes:", "")
			for _, name := range c.codes {
				y.line("      "+source.Scalar(name.text)+": "+source.Scalar(name.code), "")
			}
		}
	case codebook.ValueColumn:
		if p.layout == codebook.Wide {
			y.set("    indicator", c.indicator, p.supplied(c.indicator))
		}
		marks := slices.DeleteFunc(slices.Clone(c.Marks), hides)
		if len(marks) > 0 {
			y.line("    codes:", "")
		}
		for _, mark := range marks {
			y.line("      "+source.Scalar(mark)+": O", "it may mean O not delivered, M cannot exist or Q hidden")
		}
	case codebook.StatusColumn, codebook.NoteColumn, codebook.IgnoredColumn:
		y.line("    optional: true", "")
	}
}

// hides reports whether a mark in the place of a number looks like a count that is hidden.
func hides(mark string) bool { return strings.HasPrefix(mark, "<") }

// fixed gives dimensions of the site's indicators that no column gives their totals.
func (p *proposer) fixed(y *yaml) {
	var given []string
	for _, c := range p.columns {
		if c.is == codebook.DimensionColumn {
			given = append(given, c.dimension)
		}
	}
	begun := false
	for _, id := range p.indicators {
		indicator, known := p.Book.Indicator(id)
		if !known {
			continue
		}
		for _, e := range indicator.Dimensions.Entries {
			list, ok := p.Book.DimensionList(indicator, e.Key.Value)
			if !ok || slices.Contains(given, e.Key.Value) {
				continue
			}
			given = append(given, e.Key.Value)
			if !begun {
				y.line("fixed:", "")
				begun = true
			}
			y.line("  "+e.Key.Value+": "+source.Scalar(list.Total.Value), "no column of the sample says which "+e.Key.Value+" its rows have")
		}
	}
}

// marks writes what stands in the place of numbers, or before them.
func (p *proposer) marks(y *yaml) {
	var hidden []string
	bounds := false
	for _, c := range p.Sample.Columns {
		for _, mark := range c.Marks {
			if hides(mark) && !slices.Contains(hidden, source.Scalar(mark)) {
				hidden = append(hidden, source.Scalar(mark))
			}
		}
		bounds = bounds || c.Bounds
	}
	if len(hidden) > 0 {
		y.line("hidden_marks: ["+strings.Join(hidden, ", ")+"]", "what the supplier hides is printed [c] and never summed")
	}
	if bounds {
		y.line("qualifiers: true", "some values have >, ± or ~ before them")
	}
}
