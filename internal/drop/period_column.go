package drop

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A periodText is one way in which a period is written in a file, with the
// rows where it stands.
type periodText struct {
	text   string
	date   writtenDate
	cut    bool // text has a form
	period period.Period
	ok     bool // period is known
	place  int  // the same for texts of the same period
	at     func() diag.Span
	rows   int

	judged     []bool // by indicator: fits measure and rhythm was looked at
	future     int    // rows of observations that had not begun when received
	unfinished int    // rows of observations that had not ended
}

// A periodColumn reads the periods of a file: the cells of the period column,
// or the headers of layout periods-across. Dates are read when the whole column
// was seen: 03/04/2022 is the third of April only if some other cell has a day
// above twelve in front, or the contract says so.
type periodColumn struct {
	texts []*periodText
	index map[string]int
}

// add counts one cell and gives the index of its text.
func (c *periodColumn) add(cell string, at func() diag.Span) int {
	i, ok := c.index[cell]
	if !ok {
		if c.index == nil {
			c.index = map[string]int{}
		}
		text := strings.TrimSpace(cell)
		p := &periodText{text: text, at: at}
		p.date, p.cut = cutDate(text)
		i = len(c.texts)
		c.index[cell] = i
		c.texts = append(c.texts, p)
	}
	c.texts[i].rows++
	return i
}

// settle reads the texts and reports those that cannot be read.
func (c *periodColumn) settle(dialect codebook.Dialect, out *diag.List) {
	c.formless(out)
	declared := dateForm(dialect.Dates.Value)
	var first [period.Span + 1]*periodText // of each kind of form
	for _, p := range c.texts {
		kind := p.date.form.kind()
		switch {
		case !p.cut:
		case declared.kind() == kind && kind != period.None:
			if p.date.form != declared {
				out.Add(diag.DateDialect(p.at(), p.text, string(p.date.form), string(declared), dialect.Dates.Span, p.rows))
				continue
			}
			c.readOne(p, out)
		case first[kind] == nil:
			first[kind] = p
		case kind != period.None && first[kind].date.form != p.date.form:
			out.Add(diag.DatesChange(p.at(), p.text, string(p.date.form), first[kind].at(), first[kind].text, string(first[kind].date.form), p.rows))
			return
		}
	}
	c.recognise(declared, out)
	places := map[period.Period]int{}
	for i, p := range c.texts {
		if _, seen := places[p.period]; !seen {
			places[p.period] = i
		}
		p.place = places[p.period]
	}
}

// formless reports texts that have no form at all.
func (c *periodColumn) formless(out *diag.List) {
	for _, p := range c.texts {
		switch {
		case p.cut || p.rows == 0: // or all of its rows were left unread
		case p.text == "":
			out.Add(diag.PeriodEmpty(p.at(), p.rows))
		default:
			out.Add(diag.PeriodForm(p.at(), p.text, periodHint(p.text), p.rows))
		}
	}
}

// recognise reads the texts whose form the contract does not declare: ISO
// forms, months, days with points, and other days if one of them proves that
// the day stands first.
func (c *periodColumn) recognise(declared dateForm, out *diag.List) {
	var doubtful *periodText
	rows, proved := 0, false
	for _, p := range c.texts {
		if form := p.date.form; p.cut && (form == slashDay || form == hyphenDay) && declared.kind() != period.Day {
			if doubtful == nil {
				doubtful = p
			}
			rows += p.rows
			proved = proved || p.date.a > 12
		}
	}
	for _, p := range c.texts {
		form := p.date.form
		if !p.cut || p.ok || (declared.kind() == form.kind() && form.kind() != period.None) {
			continue
		}
		if (form == slashDay || form == hyphenDay) && !proved {
			continue
		}
		c.readOne(p, out)
	}
	if doubtful != nil && !proved {
		c.reportDoubt(doubtful, rows, out)
	}
}

// reportDoubt says why dates cannot be read: the month stands first, or nothing
// says what does.
func (c *periodColumn) reportDoubt(p *periodText, rows int, out *diag.List) {
	for _, q := range c.texts {
		if _, ok := q.date.dayFirst(); !ok && q.cut && q.date.form == p.date.form {
			out.Add(diag.PeriodForm(q.at(), q.text, diag.Say("The month seems to stand first, as in America: give the cells the format Custom, yyyy-mm-dd, and save the CSV file again"), q.rows))
			return
		}
	}
	day, _ := p.date.dayFirst()
	month, _ := p.date.monthFirst()
	out.Add(diag.AmbiguousDate(p.at(), p.text, day.String(), month.String(), string(p.date.form), rows))
}

func (c *periodColumn) readOne(p *periodText, out *diag.List) {
	p.period, p.ok = p.date.read()
	if !p.ok {
		hint := diag.Say("The calendar has no such day or month: correct it")
		if _, ok := p.date.monthFirst(); ok && p.date.form.kind() == period.Day {
			hint = diag.Say("The calendar has no such day; the month seems to stand first, as in America: give the cells the format Custom, yyyy-mm-dd, and save the CSV file again")
		}
		out.Add(diag.PeriodForm(p.at(), p.text, hint, p.rows))
	}
}

// outside reports periods before or after those of the contract.
func (c *periodColumn) outside(contract *codebook.Contract, out *diag.List) {
	for _, p := range c.texts {
		from, until := contract.From, contract.Until
		switch {
		case !p.ok:
		case from.IsSet() && p.period.End() < from.Value.Start():
			out.Add(diag.PeriodOutside(p.at(), p.text, "from", from.Span, p.rows))
		case until.IsSet() && p.period.Start() > until.Value.End():
			out.Add(diag.PeriodOutside(p.at(), p.text, "until", until.Span, p.rows))
		}
	}
}

// late reports periods that had not begun or ended on the day of receipt.
func (c *periodColumn) late(received source.At[period.Date], out *diag.List) {
	for _, p := range c.texts {
		if p.future > 0 {
			out.Add(diag.PeriodAfterReceived(p.at(), p.period.String(), received.Value.String(), received.Span, p.future))
		}
		if p.unfinished > 0 {
			out.Add(diag.UnfinishedPeriod(p.at(), p.period.String(), p.period.End().String(), received.Value.String(), received.Span, p.unfinished))
		}
	}
}

// fits reports a period that is not of a kind that the indicator can have. A
// flow is in a period, and with a rhythm in a month, a quarter or a year. A
// stock or a sum since a day is counted on a date, which may be the last day of
// a month, quarter or year. A share is of either.
func (p *periodText) fits(i *codebook.Indicator, contract *codebook.Contract, out *diag.List) bool {
	kind := p.period.Kind()
	whole := map[string]period.Kind{"monthly": period.Month, "quarterly": period.Quarter, "annual": period.Year}[contract.Rhythm.Value]
	report := func(wanted, hint diag.Phrase, at diag.Span) bool {
		out.Add(diag.PeriodKind(p.at(), p.text, kind.String(), i.ID.Value, string(i.Measure.Value), wanted, hint, at, p.rows))
		return false
	}
	switch i.Measure.Value {
	case codebook.Flow:
		if whole != period.None && kind != whole {
			hint := diag.Say("Write the %s, such as %s, or another `rhythm` in the contract", diag.Word(whole.String()), example(whole))
			if kind == period.Day && whole == period.Month {
				hint = diag.Say("Write the month, such as 2022-07: in Excel, give the cells the format Custom, yyyy-mm. Otherwise write another `rhythm` in the contract")
			}
			return report(diag.Say("one number for each %s", diag.Word(whole.String())), hint, contract.Rhythm.Span)
		}
	case codebook.Stock, codebook.Cumulative:
		if kind == period.Week || kind == period.Span {
			return report(diag.Say("a number at a date"), diag.Say("Write the date of the count, such as 2022-07-31"), i.Measure.Span)
		}
		if whole != period.None && kind != period.Day && kind < whole {
			return report(diag.Say("one number for each %s", diag.Word(whole.String())), diag.Say("Write the date of the count, or the %s, such as %s", diag.Word(whole.String()), example(whole)), contract.Rhythm.Span)
		}
	}
	return true
}

func example(kind period.Kind) string {
	return map[period.Kind]string{period.Month: "2022-07", period.Quarter: "2022-Q3", period.Year: "2022"}[kind]
}
