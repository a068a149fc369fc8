package site

import (
	"slices"
	"strconv"

	"ronde/internal/period"
)

// recentDrops is the number of deliveries in the list of the newest.
const recentDrops = 20

// deliveries puts the page that shows who delivered when.
func (o *outlook) deliveries(w *writer) {
	at := deliveriesAt(o.lang)
	p := &Deliveries{Frame: o.frame(at, SectionDeliveries)}
	l := o.ledger()
	if len(l.arrivals) > 0 {
		first := l.arrivals[0].round
		for _, a := range l.arrivals {
			if period.Compare(a.round, first) < 0 {
				first = a.round
			}
		}
		for year := l.last.Year(); year >= first.Year(); year-- {
			p.Years = append(p.Years, o.deliveryYear(at, l, year))
		}
	}
	for _, a := range l.arrivals[:min(len(l.arrivals), recentDrops)] {
		p.Recent = append(p.Recent, o.drop(l, a))
	}
	w.page(at, p)
}

// deliveryYear is the grid of one year.
func (o *outlook) deliveryYear(at string, l *ledger, year int) DeliveryYear {
	y := DeliveryYear{Year: strconv.Itoa(year)}
	tallies := [12]tally{}
	for _, organisation := range o.Archive.Words.Organisations {
		group := DeliveryGroup{Organisation: o.organisation(organisation.ID.Value)}
		for i := range o.Archive.Words.Contracts {
			c := &o.Archive.Words.Contracts[i]
			if c.Organisation.Value != organisation.ID.Value {
				continue
			}
			row := DeliveryRow{Dataset: o.text(c.Name), Href: relative(at, datasetAt(o.lang, c.ID.Value))}
			for m := range tallies {
				month := period.MonthOf(year, m+1)
				cell := o.cell(l, c, month)
				tallies[m].count(organisation.ID.Value, cell.State, l.owes(c, unitOf(c, month)))
				row.Cells = append(row.Cells, cell)
			}
			group.Rows = append(group.Rows, row)
		}
		if group.Rows != nil {
			y.Groups = append(y.Groups, group)
		}
	}
	for m := range tallies {
		month := period.MonthOf(year, m+1)
		head := DeliveryMonth{Short: o.l.MonthShort(m + 1), Full: o.l.Period(month)}
		if due := len(tallies[m].due); due > 0 {
			head.Reporting = strconv.Itoa(due-len(tallies[m].lacking)) + "/" + strconv.Itoa(due)
		}
		y.Months = append(y.Months, head)
	}
	return y
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
