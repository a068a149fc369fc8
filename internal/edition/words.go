package edition

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// words gathers the names and sentences of an edition in one language, for what
// its text and figures show.
func (c *compiler) words(e *Edition, language string) *Words {
	l := c.locale(language)
	w := &Words{
		Period: l.Days(c.in.Round.Round),
		Cite:   c.cite(e, language),
	}
	shown := shownIndicators(e)
	for _, indicator := range c.in.Book.Indicators {
		if shown[indicator.ID.Value] {
			w.Indicators = append(w.Indicators, IndicatorWords{
				ID: indicator.ID.Value, Name: label(indicator.Name, language),
				Unit:       label(c.in.Book.UnitOf(&indicator).Label, language),
				Definition: label(indicator.Definition, language),
			})
		}
	}
	w.Legend = legend(e, l)
	c.suppliers(w, e, language)
	for _, n := range c.in.Round.Report.Notices {
		if text := c.own(n.Text, language, func() string { return "" }); text != "" {
			w.Notices = append(w.Notices, NoticeWords{n.Date.Value, text})
		}
	}
	w.Coverage = c.coverage(language)
	for _, left := range e.LeftOut {
		w.LeftOut = append(w.LeftOut, label(left, language))
	}
	return w
}

// shownIndicators are those of the figures and of the numbers in the text, with
// what they are derived from, whose definitions a reader needs too.
func shownIndicators(e *Edition) map[string]bool {
	shown := map[string]bool{}
	for _, f := range e.Figures {
		for _, id := range f.Indicators() {
			shown[id] = true
		}
	}
	for _, n := range e.Numbers {
		shown[n.Key.Indicator] = true
	}
	for _, indicator := range e.Codebook.Indicators {
		if shown[indicator.ID.Value] {
			for _, part := range indicator.Parts() {
				shown[part.Value] = true
			}
		}
	}
	return shown
}

// legend explains the marks that the edition uses.
func legend(e *Edition, l *locale.Locale) []Remark {
	var remarks []Remark
	for _, m := range marksOf(e.Figures...) {
		remarks = append(remarks, Remark{m.String(), l.LegendText(m)})
	}
	return remarks
}

// suppliers names the datasets that the edition's numbers rest on and the
// organisations that answer for them.
func (c *compiler) suppliers(w *Words, e *Edition, language string) {
	datasets := map[string]bool{}
	for _, f := range e.Figures {
		for _, id := range f.drops() {
			if d := c.set[id]; d != nil {
				datasets[d.Contract.ID.Value] = true
			}
		}
	}
	for _, n := range e.Numbers {
		if d := c.set[n.Drop]; d != nil {
			datasets[d.Contract.ID.Value] = true
		}
	}
	var organisations []string
	for _, contract := range c.in.Book.Contracts {
		if !datasets[contract.ID.Value] {
			continue
		}
		organisation := contract.Organisation.Value
		w.Methods = append(w.Methods, DatasetWords{contract.ID.Value, label(contract.Name, language), c.organisation(organisation, language)})
		organisations = append(organisations, organisation)
	}
	for _, o := range c.in.Book.Organisations {
		if slices.Contains(organisations, o.ID.Value) {
			w.Contacts = append(w.Contacts, ContactWords{o.ID.Value, shortName(&o, language), o.Contact.Email, contactURL(&o)})
		}
	}
}

func contactURL(o *codebook.Organisation) string {
	if o.Contact.URL != "" {
		return o.Contact.URL
	}
	return o.URL
}

// coverage says how complete the round was: due datasets that are there, those
// that are not, late deliveries, and breaks in this month.
func (c *compiler) coverage(language string) *CoverageWords {
	l := c.locale(language)
	cover := c.in.Coverage
	delivered, due := cover.Organisations()
	if due == 0 {
		return nil
	}
	w := &CoverageWords{Fraction: l.Coverage(delivered, due), Text: l.Reporting()}
	for _, s := range cover.Supplies {
		if !s.Delivered {
			w.Gaps = append(w.Gaps, GapWords{"missing", c.supplyName(s, language), l.NotDelivered(s.Due, s.Last, c.lastValue(s, language))})
		}
	}
	for _, d := range c.in.Late {
		name := l.Named(c.organisation(d.Contract.Organisation.Value, language), label(d.Contract.Name, language))
		w.Gaps = append(w.Gaps, GapWords{"late", name, l.LateDelivery(d.ID.Round, d.Received())})
	}
	for _, id := range c.in.Round.Report.Events {
		event, ok := c.in.Book.Event(id.Value)
		if !ok || event.Kind.Value != "break" {
			continue
		}
		note := event.Note
		if note.IsZero() {
			note = event.Label
		}
		w.Gaps = append(w.Gaps, GapWords{"break", label(event.Label, language), label(note, language)})
	}
	return w
}

func (c *compiler) supplyName(s cube.Supply, language string) string {
	contract, ok := c.in.Book.Contract(s.Dataset)
	if !ok {
		return s.Dataset
	}
	return c.locale(language).Named(c.organisation(s.Organisation, language), label(contract.Name, language))
}

// lastValue is the last value of a dataset's first indicator, printed.
func (c *compiler) lastValue(s cube.Supply, language string) string {
	contract, ok := c.in.Book.Contract(s.Dataset)
	if !ok || s.Last.IsZero() {
		return ""
	}
	l := c.locale(language)
	for _, indicator := range c.in.Book.ContractIndicators(contract) {
		series := observation.Series{Indicator: indicator.ID.Value, Codes: c.in.Book.TotalCodes(indicator)}
		if v, ok := c.table.Latest(series, s.Last.Kind(), s.Last); ok {
			return printPoint(l, Series{Decimals: indicator.Decimals, Percent: c.in.Book.UnitOf(indicator).Percent},
				Point{Value: v.Number, HasValue: true, Qualifier: v.Qualifier})
		}
	}
	return l.NotAvailable()
}

// leftOut says in every language what was not published to protect persons.
func (c *compiler) leftOut() []source.Text {
	var all []source.Text
	for _, left := range c.in.LeftOut {
		all = append(all, c.perLanguage(func(language string) string {
			l := c.locale(language)
			name := left.Dataset
			if contract, ok := c.in.Book.Contract(left.Dataset); ok {
				name = label(contract.Name, language)
			}
			var dimensions []string
			if indicator, ok := c.in.Book.Indicator(left.Indicator); ok && !left.Nothing {
				for _, id := range left.Dimensions {
					dimensions = append(dimensions, c.in.Book.DimensionLabel(indicator, id, language))
				}
			}
			periods := slices.Clone(left.Periods)
			slices.SortFunc(periods, period.Compare)
			return l.LeftOut(name, dimensions, periods)
		}))
	}
	return all
}

// cite is how to name the report; "" for a draft, which is not to be cited.
func (c *compiler) cite(e *Edition, language string) string {
	if e.Released == 0 {
		return ""
	}
	return c.locale(language).Cite(label(c.in.Book.Site.Title, language), e.Texts[language].Title, e.Number, e.Released)
}
