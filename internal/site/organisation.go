package site

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/period"
)

// organisations puts the list of organisations and the page of each.
func (o *outlook) organisations(w *writer) {
	organisations := o.Archive.Words.Organisations
	if len(organisations) == 0 {
		return
	}
	at := organisationsAt(o.lang)
	list := &Organisations{Frame: o.frame(at, SectionOrganisations), Deliveries: relative(at, deliveriesAt(o.lang))}
	l := o.ledger()
	for i := range organisations {
		if w.stopped {
			return
		}
		id := organisations[i].ID.Value
		p := o.institution(w, l, &organisations[i])
		w.page(organisationAt(o.lang, id), p)
		o.redirects(w, SectionOrganisations, organisationAt, former(organisations[i].Formerly), id, p.Name)
		list.Organisations = append(list.Organisations, OrganisationEntry{
			Name: o.supplierName(id), Href: relative(at, organisationAt(o.lang, id)), Datasets: len(p.Datasets), Punctuality: p.Punctuality,
		})
	}
	w.page(at, list)
}

// institution is the page of an organisation; its pictures are put.
func (o *outlook) institution(w *writer, l *ledger, organisation *codebook.Organisation) *Organisation {
	id := organisation.ID.Value
	at := organisationAt(o.lang, id)
	p := &Organisation{
		Frame: o.frame(at, SectionOrganisations), Name: o.text(organisation.Name), Contact: o.contact(organisation.Contact),
		Website: Link{Text: organisation.URL, Href: organisation.URL},
	}
	if short := o.text(organisation.Short); short != p.Name {
		p.Short = short
	}
	if !organisation.From.IsZero() {
		p.Since = o.l.Period(organisation.From)
	}
	if !organisation.Until.IsZero() {
		p.Until = o.l.Period(organisation.Until)
	}
	contracts := l.contractsOf(id)
	var all punctuality
	for _, year := range l.years() {
		p.Years = append(p.Years, o.organisationYear(w, l, organisation, year, &all)...)
	}
	p.Punctuality = o.l.Punctuality(all.onTime, all.late, all.missing)
	for _, c := range contracts {
		p.Irregular = p.Irregular || rhythmKinds[c.Rhythm.Value] == period.None
		extent := o.extent(c)
		p.Datasets = append(p.Datasets, extent.organisationDataset(at))
		p.Indicators = append(p.Indicators, extent.supplies(at, p.Indicators)...)
	}
	p.Description = p.Punctuality
	return p
}

// organisationDataset is the dataset in the list of its organisation.
func (e *extent) organisationDataset(at string) OrganisationDataset {
	c := e.contract
	d := OrganisationDataset{
		Name: e.text(c.Name), Href: relative(at, datasetAt(e.lang, e.id())), Rhythm: e.l.Rhythm(c.Rhythm.Value), Covers: e.covers, Updated: e.updated(),
	}
	if c.Due > 0 {
		d.Due = e.l.DueWithin(c.Due)
	}
	for _, i := range e.Archive.Words.ContractIndicators(c) {
		t := e.track(i)
		if t.suppliedBy(c) {
			d.Newest = t.inOneLine()
		}
		if d.Newest != "" {
			break
		}
	}
	return d
}

// suppliedBy makes the first series whose newest value comes from a dataset the
// main one; false when there is none.
func (t *track) suppliedBy(c *codebook.Contract) bool {
	for _, s := range t.all {
		v, ok := t.last(s, derive.Known, derive.Hidden)
		if ok && slices.ContainsFunc(v.Datasets, func(id string) bool { return slices.Contains(names(c.ID, c.Formerly), id) }) {
			t.main = s
			return true
		}
	}
	return false
}

// supplies lists the indicators of the dataset with their newest values from it,
// but those that stand in the list already. What others supply of an indicator is
// not shown as a value of a dataset of which nothing is published.
func (e *extent) supplies(at string, listed []IndicatorEntry) []IndicatorEntry {
	var all []IndicatorEntry
	for _, i := range e.Archive.Words.ContractIndicators(e.contract) {
		t := e.track(i)
		if t.suppliedBy(e.contract); e.rows == 0 {
			t.all = nil
		}
		entry := t.entry(at)
		if !slices.ContainsFunc(listed, func(e IndicatorEntry) bool { return e.Href == entry.Href }) {
			entry.Source = e.text(e.contract.Name)
			all = append(all, entry)
		}
	}
	return all
}

// organisationYear is the deliveries of an organisation in a year; none when
// nothing came and nothing was due.
func (o *outlook) organisationYear(w *writer, l *ledger, organisation *codebook.Organisation, year int, all *punctuality) []OrganisationYear {
	id := organisation.ID.Value
	picture := o.heat(l, o.l.Named(o.organisation(id), o.l.DeliveriesByDataset(year)), year)
	table := &Table{Caption: picture.title}
	for i, head := range o.l.DeliveryHeads() {
		table.Columns = append(table.Columns, Column{Text: head, Words: i > 0})
	}
	var counted punctuality
	contracts := l.contractsOf(id)
	grid := make([][12]Delivery, len(contracts))
	for i, c := range contracts {
		grid[i] = o.cells(l, c, year)
		if !idle(grid[i]) {
			picture.rows = append(picture.rows, heatRow{o.text(c.Name), grid[i]})
		}
	}
	for m := 11; m >= 0; m-- {
		month := period.MonthOf(year, m+1)
		for i, c := range contracts {
			cell := grid[i][m]
			if cell.State == DeliveryNotDue || cell.State == DeliveryExpected && period.Compare(month, l.last) > 0 {
				continue
			}
			counted.count(cell.State, l.owed(c, month))
			table.Rows = append(table.Rows, o.deliveryRow(l, c, month, cell))
		}
	}
	if table.Rows == nil {
		return nil
	}
	all.onTime, all.late, all.missing = all.onTime+counted.onTime, all.late+counted.late, all.missing+counted.missing
	f := picture.figure(w, organisationAt(o.lang, id), "deliveries-"+strconv.Itoa(year), o.l.Punctuality(counted.onTime, counted.late, counted.missing))
	f.Table = table
	return []OrganisationYear{{Year: strconv.Itoa(year), Figure: f}}
}

// deliveryRow says of one delivery when it was due, when it came, and so how
// late.
func (o *outlook) deliveryRow(l *ledger, c *codebook.Contract, month period.Period, cell Delivery) Row {
	words := func(text string) Cell { return Cell{Style: CellWords, Text: text} }
	due, received := o.l.NoFixedDay(), o.l.NotReceived()
	if day, known := l.deadline(c, month); known && l.owed(c, month) {
		due = o.l.Date(day)
	}
	if cell.Received.Text != "" {
		received = cell.Received.Text
	}
	return Row{Head: o.l.Capitalise(o.l.Period(month)), Cells: []Cell{
		words(o.text(c.Name)), words(due), words(received), words(o.deliveryState(cell)),
	}}
}

// deliveryState says in words what happened.
func (o *outlook) deliveryState(d Delivery) string {
	switch d.State {
	case DeliveryLate:
		return o.l.DaysLate(d.DaysLate)
	case DeliveryMissing:
		return o.l.MissingDelivery()
	case DeliveryExpected:
		return o.l.ExpectedDelivery()
	}
	return o.l.OnTime()
}
