package locale

import (
	"strconv"

	"ronde/internal/number"
	"ronde/internal/period"
)

// deliveryWords say what is known of deliveries: who sent what, and when.
type deliveryWords struct {
	byOrganisation, byDataset string // titles: {year}
	grid                      string // the kind of picture
	onTime, missing, expected string // states
	afterDay, notDue          string // states, as the key of a picture names them
	late                      Noun   // {n} days
	noDay, notReceived        string // in a cell

	// The heads of a table of deliveries.
	dataset, due, received, state string

	// Counts of deliveries that were due. Places: {n}, {due}.
	countOnTime, countLate, countMissing Noun
}

// DeliveriesByOrganisation names a picture of deliveries in a year, inside a
// sentence.
func (l *Locale) DeliveriesByOrganisation(year int) string {
	return fill(l.w.delivery.byOrganisation, "year", strconv.Itoa(year))
}

// DeliveriesByDataset names a picture of the deliveries of one organisation in a
// year, inside a sentence.
func (l *Locale) DeliveriesByDataset(year int) string {
	return fill(l.w.delivery.byDataset, "year", strconv.Itoa(year))
}

// DeliveryGrid describes a picture of deliveries: its title and, unless it is "",
// how many of those due came when.
func (l *Locale) DeliveryGrid(title, counts string) string {
	text := l.w.delivery.grid + ". " + title + "."
	if counts != "" {
		text += " " + counts + "."
	}
	return text
}

// The states of a delivery, inside a sentence. OnTime is by the day it was due.
func (l *Locale) OnTime() string { return l.w.delivery.onTime }

// DaysLate says by how many days a delivery came after the day it was due.
func (l *Locale) DaysLate(days int) string { return l.counted(l.w.delivery.late, days) }

// MissingDelivery is what did not come although its day is past.
func (l *Locale) MissingDelivery() string { return l.w.delivery.missing }

// ExpectedDelivery is what did not come and whose day is still to come.
func (l *Locale) ExpectedDelivery() string { return l.w.delivery.expected }

// Overdue is what came after the day it was due, without by how much.
func (l *Locale) Overdue() string { return l.w.delivery.afterDay }

// NotDue is where nothing was to be delivered.
func (l *Locale) NotDue() string { return l.w.delivery.notDue }

// NoFixedDay stands in place of the day on which a delivery was due.
func (l *Locale) NoFixedDay() string { return l.w.delivery.noDay }

// NotReceived stands in place of the day on which a delivery came.
func (l *Locale) NotReceived() string { return l.w.delivery.notReceived }

// DeliveryHeads are the heads of a table of deliveries: period, dataset, due,
// received, state.
func (l *Locale) DeliveryHeads() [5]string {
	w := &l.w.delivery
	return [5]string{l.PeriodHead(period.Month), l.Capitalise(w.dataset), l.Capitalise(w.due), l.Capitalise(w.received), l.Capitalise(w.state)}
}

// Punctuality counts the deliveries that were due: "9 of 10 deliveries on time, 1
// late". It is "" when none was.
func (l *Locale) Punctuality(onTime, late, missing int) string {
	due := onTime + late + missing
	if due == 0 {
		return ""
	}
	w := &l.w.delivery
	text := fill(l.form(w.countOnTime, due), "n", strconv.Itoa(onTime), "due", strconv.Itoa(due))
	if late > 0 {
		text += ", " + l.counted(w.countLate, late)
	}
	if missing > 0 {
		text += ", " + l.counted(w.countMissing, missing)
	}
	return text
}

// counted fills a text about n things.
func (l *Locale) counted(forms Noun, n int) string {
	return fill(l.form(forms, n), "n", strconv.Itoa(n))
}

// form is the one that goes with a number of things.
func (l *Locale) form(forms Noun, n int) string {
	d, err := number.FromInt(int64(n))
	if err == nil && l.Plural(d, 0) == One {
		return forms.One
	}
	return forms.Other
}
