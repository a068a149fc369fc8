package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A DatasetRequest is what a contract is proposed from.
type DatasetRequest struct {
	ID           string
	Organisation string
	Name         source.Text // zero for the id, as a guess
	Book         *codebook.Codebook
	Sample       *drop.Sample
}

// A Proposal is a contract, and the indicators that it needs and the site lacks.
type Proposal struct {
	Contract   []byte
	Indicators [][]byte // entries of data/indicators.yaml, as source.AppendItem takes them
	Guesses    int
}

// Dataset proposes a contract. The error says why the sample shows no dataset.
func Dataset(r DatasetRequest) (Proposal, error) {
	p := proposer{DatasetRequest: r}
	if err := p.assign(); err != nil {
		return Proposal{}, err
	}
	contract := p.contract()
	made := Proposal{Contract: contract.bytes(), Guesses: contract.guesses}
	for _, i := range p.fresh {
		entry := p.indicator(i)
		made.Indicators = append(made.Indicators, entry.bytes())
		made.Guesses += entry.guesses
	}
	return made, nil
}

// A proposer knows what the columns of a sample are taken for.
type proposer struct {
	DatasetRequest
	layout     string
	periods    []period.Period    // of the sample, in order, each once
	dated      *drop.SampleColumn // that shows how periods are written
	columns    []column           // without those whose header is a period
	indicators []string           // ids of the values, in the order of their columns
	fresh      []freshIndicator
	one        string // the indicator of all rows, in layouts long and periods-across
}

// A column is what a column of the sample is taken for.
type column struct {
	*drop.SampleColumn
	is        string
	list      *codebook.CodeList // of a dimension
	dimension string
	codes     []codeName
	indicator string
	guess     string // why this may be wrong; "" when it is beyond doubt
}

// A codeName is what a supplier writes and the code that it means.
type codeName struct{ text, code string }

// A freshIndicator is an indicator that the site lacks.
type freshIndicator struct {
	id, name string
	whole    bool
	values   []int // the columns of the sample that hold its values
}

// supplied is why an indicator of the site may be another one than the column's: a second
// supplier gives the same only where their keys differ.
func (p *proposer) supplied(id string) string {
	indicator, ok := p.Book.Indicator(id)
	if !ok {
		return ""
	}
	contracts := p.Book.ContractsOf(indicator)
	if len(contracts) == 0 {
		return ""
	}
	return "the dataset " + contracts[0].ID.Value + " delivers it already"
}

// nearlyPeriods says of a column what keeps it from holding periods: a cell that is none.
func nearlyPeriods(column, cell string) error {
	if cell == "" {
		return diag.Refuse("the column %q holds periods, and has empty cells: write the period into each row, and delete rows that are totals or remarks", column)
	}
	return diag.Refuse("the column %q holds periods, and %q is none: delete the row if it is a total or a remark, otherwise write the period, such as 2022-07", column, cell)
}

// assign finds out what each column is.
func (p *proposer) assign() error {
	var across []period.Period
	when := -1
	for i := range p.Sample.Columns {
		c := &p.Sample.Columns[i]
		switch {
		case !c.Header.IsZero() && c.IsNumber():
			across, p.dated = append(across, c.Header), c
			continue
		case c.IsPeriod() && (when < 0 || p.finer(c, p.columns[when].SampleColumn)):
			when = len(p.columns)
		}
		p.columns = append(p.columns, column{SampleColumn: c})
	}
	switch {
	case when >= 0:
		p.layout, p.periods, p.dated = codebook.Long, slices.Clone(p.columns[when].Periods), p.columns[when].SampleColumn
		if len(across) > 0 {
			return diag.Refuse("the file has periods in the column %q and in the header: a contract knows one of the two", p.columns[when].Name)
		}
	case len(across) > 0:
		p.layout, p.periods = codebook.PeriodsAcross, across
	default:
		for _, c := range p.columns {
			if c.Nearly != nil {
				return nearlyPeriods(c.Name, *c.Nearly)
			}
		}
		return diag.Refuse("no column of the file holds periods, such as 2022-07 or 31/07/2022, in each row, and no header is one: a delivery says for each number when it was counted")
	}
	slices.SortFunc(p.periods, period.Compare)
	p.periods = slices.Compact(p.periods)
	values := 0
	for i := range p.columns {
		c := &p.columns[i]
		if i == when {
			c.is = codebook.PeriodColumn
			continue
		}
		if p.recognise(c); c.is == codebook.ValueColumn {
			values++
		}
	}
	switch {
	case p.layout == codebook.PeriodsAcross && values > 0:
		for i := range p.columns {
			if c := &p.columns[i]; c.is == codebook.ValueColumn {
				c.is, c.guess = codebook.IgnoredColumn, "numbers that stand under no period are not read"
			}
		}
	case values > 1:
		p.layout = codebook.Wide
	case values == 0 && p.layout == codebook.Long:
		return diag.Refuse("no column of the file holds numbers alone: a delivery has a column of values")
	}
	p.name()
	return nil
}

// finer reports whether a column of periods tells more than another: a year beside a month
// is the year of the month.
func (p *proposer) finer(a, b *drop.SampleColumn) bool {
	return a.Periods[0].Kind() > b.Periods[0].Kind()
}

// recognise tells what a column is that holds no periods.
func (p *proposer) recognise(c *column) {
	header := strings.ToLower(c.Name)
	named := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(header, w) })
	}
	if p.dimensionOf(c) {
		return
	}
	switch {
	case c.IsPeriod():
		c.is, c.guess = codebook.IgnoredColumn, "another column has the periods"
	case named("status", "statut", "flag", "vlag") && !slices.ContainsFunc(c.Texts, func(text string) bool { return !drop.IsStatus(text) }):
		c.is = codebook.StatusColumn
	case named("note", "opmerking", "remark", "remarque", "anmerkung", "bemerkung", "toelichting", "comment") && !c.IsNumber():
		c.is = codebook.NoteColumn
	case c.IsNumber():
		c.is = codebook.ValueColumn
	case len(c.Texts) == 0:
		c.is, c.guess = codebook.IgnoredColumn, "no cell of the sample holds anything"
	default:
		c.is, c.guess = codebook.IgnoredColumn, "no code list has "+some(c.Texts)+" for codes or labels; if it tells rows apart, it is a dimension"
	}
}

// some quotes the first few of some texts.
func some(texts []string) string {
	const shown = 3
	var quoted []string
	for _, text := range texts[:min(len(texts), shown)] {
		quoted = append(quoted, "“"+text+"”")
	}
	if len(texts) > shown {
		quoted = append(quoted, "…")
	}
	return strings.Join(quoted, ", ")
}

// name gives the columns of values their indicators: those of the site that are called as the
// column or, of a single one, as the dataset; what is missing is proposed.
func (p *proposer) name() {
	var single *column
	wide := p.layout == codebook.Wide
	for i := range p.columns {
		c := &p.columns[i]
		if c.is != codebook.ValueColumn {
			continue
		}
		if !wide {
			single = c
			break
		}
		c.indicator = p.indicatorOf(c, asID(c.Name), c.Name)
	}
	if wide {
		return
	}
	whole := !slices.ContainsFunc(p.Sample.Columns, func(c drop.SampleColumn) bool { return c.IsNumber() && !c.Whole })
	if single != nil {
		p.one = p.indicatorOf(single, p.ID, single.Name, p.ID)
	} else {
		p.one = p.indicatorOf(&column{SampleColumn: &drop.SampleColumn{Whole: whole}}, p.ID, p.ID)
	}
}

// indicatorOf finds the indicator that has one of some names. When there is none it proposes
// one with the first of them, and with an id as near to id as is free.
func (p *proposer) indicatorOf(c *column, id string, names ...string) string {
	for _, name := range names {
		for i := range p.Book.Indicators {
			indicator := &p.Book.Indicators[i]
			if indicator.Derived != nil || slices.Contains(p.indicators, indicator.ID.Value) || !p.fits(indicator) {
				continue
			}
			if strings.EqualFold(indicator.ID.Value, name) || called(indicator.Name, name) {
				p.indicators = append(p.indicators, indicator.ID.Value)
				return indicator.ID.Value
			}
		}
	}
	id = p.freeID(id)
	p.indicators = append(p.indicators, id)
	p.fresh = append(p.fresh, freshIndicator{id: id, name: names[0], whole: c.Whole, values: p.valuesOf(c)})
	return id
}

// called reports whether a text is the same in some language, capital letters aside.
func called(text source.Text, name string) bool {
	for _, language := range text.Languages() {
		if in, _ := text.In(language); strings.EqualFold(in, name) {
			return true
		}
	}
	return false
}

// fits reports whether an indicator has the dimensions of the file, by the same code lists.
func (p *proposer) fits(i *codebook.Indicator) bool {
	for _, c := range p.columns {
		if c.is != codebook.DimensionColumn {
			continue
		}
		if list, ok := p.Book.DimensionList(i, c.dimension); !ok || list != c.list {
			return false
		}
	}
	return true
}

// freeID is an id that no indicator has, with a number behind it if need be.
func (p *proposer) freeID(stem string) string {
	id := stem
	for n := 2; ; n++ {
		if _, taken := p.Book.Indicator(id); !taken && !slices.Contains(p.indicators, id) {
			return id
		}
		id = fmt.Sprintf("%s-%d", stem, n)
	}
}
