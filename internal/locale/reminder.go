package locale

import (
	"strconv"
	"strings"

	"ronde/internal/period"
)

// reminderWords are those of a letter that asks for deliveries.
type reminderWords struct {
	subject string // {title}
	salute  string
	awaited string // {organisation}
	due     string // of one figure: {dataset}, {period}, {date}
	first   string // of several periods: {dataset}, {period}, {date} of the first
	noDay   string // the same without a fixed day: {dataset}, {period}
	overdue Noun   // {n} days
	last    string // {date}
	ask     string
	regards string
}

// A Reminder is what a letter to an organisation asks for.
type Reminder struct {
	Organisation string
	Title        string // of the site, which signs
	Awaited      []Awaited
}

// Awaited is what a dataset is to cover and does not yet.
type Awaited struct {
	Dataset string
	Period  period.Period
	Until   period.Period // the last of several periods that follow one another; zero for one
	Due     period.Date   // of the first period; 0 when no day is fixed
	Overdue int           // days since then; 0 when it is still to come
	Last    period.Date   // on which the dataset came last; 0 for never
}

// Reminder writes a letter: a line with its subject, an empty one, and the text. It is
// signed with the title of the site and addresses nobody by name.
func (l *Locale) Reminder(r Reminder) string {
	w := &l.w.reminder
	var b strings.Builder
	b.WriteString(fill(w.subject, "title", r.Title) + "\n\n" + w.salute + "\n\n" + fill(w.awaited, "organisation", r.Organisation) + "\n\n")
	for _, a := range r.Awaited {
		b.WriteString("- " + l.awaited(a) + "\n")
	}
	b.WriteString("\n" + w.ask + "\n\n" + w.regards + "\n" + r.Title)
	return b.String()
}

func (l *Locale) awaited(a Awaited) string {
	w := &l.w.reminder
	when, due := l.Period(a.Period), w.due
	if !a.Until.IsZero() {
		when, due = l.Range(a.Period, a.Until), w.first
	}
	text := fill(w.noDay, "dataset", a.Dataset, "period", when)
	if a.Due != 0 {
		text = fill(due, "dataset", a.Dataset, "period", when, "date", l.Date(a.Due))
	}
	if a.Overdue > 0 {
		text += ", " + fill(l.form(w.overdue, a.Overdue), "n", strconv.Itoa(a.Overdue))
	}
	text += "."
	if a.Last != 0 {
		text += " " + fill(w.last, "date", l.Date(a.Last))
	}
	return text
}
