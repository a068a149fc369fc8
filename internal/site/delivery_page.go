package site

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/period"
)

// recentDrops is the number of deliveries in the list of the newest.
const recentDrops = 20

// deliveries puts the page that shows who delivered when, with its pictures.
func (o *outlook) deliveries(w *writer) {
	at := deliveriesAt(o.lang)
	p := &Deliveries{Frame: o.frame(at, SectionDeliveries)}
	l := o.ledger()
	for _, year := range l.years() {
		p.Years = append(p.Years, o.deliveryYear(w, at, l, year))
	}
	for _, a := range l.arrivals[:min(len(l.arrivals), recentDrops)] {
		p.Recent = append(p.Recent, o.drop(l, a))
	}
	for _, a := range l.setAside {
		p.SetAside = append(p.SetAside, o.drop(l, a))
	}
	w.page(at, p)
}

// deliveryYear is the grid of one year, and its picture.
func (o *outlook) deliveryYear(w *writer, at string, l *ledger, year int) DeliveryYear {
	y := DeliveryYear{Year: strconv.Itoa(year)}
	picture := o.heat(l, o.l.Capitalise(o.l.DeliveriesByOrganisation(year)), year)
	tallies := [12]tally{}
	var all punctuality
	for _, organisation := range o.Archive.Words.Organisations {
		id := organisation.ID.Value
		group := DeliveryGroup{Organisation: o.organisation(id), Href: relative(at, organisationAt(o.lang, id))}
		for _, c := range l.contractsOf(id) {
			cells := o.cells(l, c, year)
			if idle(cells) {
				continue
			}
			for m, cell := range cells {
				owed := l.owed(c, period.MonthOf(year, m+1))
				tallies[m].count(id, cell.State, owed)
				all.count(cell.State, owed)
			}
			group.Rows = append(group.Rows, DeliveryRow{Dataset: o.text(c.Name), Href: relative(at, datasetAt(o.lang, c.ID.Value)), Cells: cells[:]})
		}
		if group.Rows != nil {
			y.Groups = append(y.Groups, group)
			picture.rows = append(picture.rows, group.together())
		}
	}
	for m := range tallies {
		head := DeliveryMonth{Short: o.l.MonthShort(m + 1), Full: o.l.Period(period.MonthOf(year, m+1))}
		if due := len(tallies[m].due); due > 0 {
			head.Reporting = strconv.Itoa(due-len(tallies[m].lacking)) + "/" + strconv.Itoa(due)
		}
		y.Months = append(y.Months, head)
	}
	y.Figure = picture.figure(w, at, y.Year, o.l.Punctuality(all.onTime, all.late, all.missing))
	return y
}

// cells are the deliveries of a dataset for the months of a year.
func (o *outlook) cells(l *ledger, c *codebook.Contract, year int) (cells [12]Delivery) {
	for m := range cells {
		cells[m] = o.cell(l, c, period.MonthOf(year, m+1))
	}
	return cells
}

// idle reports whether nothing came in a year and nothing was due.
func idle(cells [12]Delivery) bool {
	return !slices.ContainsFunc(cells[:], func(d Delivery) bool { return d.State != DeliveryNotDue })
}

// together is the organisation as one row.
func (g *DeliveryGroup) together() heatRow {
	row := heatRow{name: g.Organisation}
	for _, r := range g.Rows {
		for m, cell := range r.Cells {
			row.cells[m].State = worse(row.cells[m].State, cell.State)
		}
	}
	return row
}

// A tally counts the organisations that had something to deliver in a month, and
// those that lack some of it.
type tally struct{ due, lacking []string }

func (t *tally) count(organisation string, state DeliveryState, owed bool) {
	if !owed || state == DeliveryNotDue || state == DeliveryExpected {
		return
	}
	if !slices.Contains(t.due, organisation) {
		t.due = append(t.due, organisation)
	}
	if state == DeliveryMissing && !slices.Contains(t.lacking, organisation) {
		t.lacking = append(t.lacking, organisation)
	}
}

// A punctuality counts deliveries that were due and whose day is past.
type punctuality struct{ onTime, late, missing int }

func (p *punctuality) count(state DeliveryState, owed bool) {
	switch {
	case !owed:
	case state == DeliveryOnTime:
		p.onTime++
	case state == DeliveryLate:
		p.late++
	case state == DeliveryMissing:
		p.missing++
	}
}
