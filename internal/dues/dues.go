// Package dues says who owes what on a day: deliveries that are due and have not come,
// since when, and for which round. It is for whoever coordinates; the rules are those of
// the pages of deliveries (package site), and timing is never an error.
package dues

import (
	"ronde/internal/codebook"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/site"
)

// Dues are what all organisations owe.
type Dues struct {
	Date          period.Date
	Organisations []Organisation // all of the codebook, in its order
}

// An Organisation is who owes something, or nothing.
type Organisation struct {
	*codebook.Organisation
	Owed []site.Owed
}

// Of sorts what is owed by organisation.
func Of(date period.Date, book *codebook.Codebook, owed []site.Owed) *Dues {
	d := &Dues{Date: date}
	for i := range book.Organisations {
		o := Organisation{Organisation: &book.Organisations[i]}
		for _, x := range owed {
			if owner, ok := book.Organisation(x.Contract.Organisation.Value); ok && owner == o.Organisation {
				o.Owed = append(o.Owed, x)
			}
		}
		d.Organisations = append(d.Organisations, o)
	}
	return d
}

// counts tells how many deliveries are overdue, and how many are still to come.
func (d *Dues) counts() (overdue, expected int) {
	for _, o := range d.Organisations {
		for _, x := range o.Owed {
			if x.Overdue > 0 {
				overdue++
			} else {
				expected++
			}
		}
	}
	return overdue, expected
}

// A run is one period that is owed, or several of a dataset that follow one another and
// are all overdue, or all without a day: of a dataset that stopped long ago, a line for each
// month says no more.
type run struct {
	site.Owed           // the first
	until     site.Owed // the last
	periods   int
}

func (r run) joins(next site.Owed) bool {
	return r.Overdue > 0 && next.Overdue > 0 || r.Day == 0 && next.Day == 0
}

func (o Organisation) runs() []run {
	var all []run
	for _, x := range o.Owed {
		if n := len(all) - 1; n >= 0 && all[n].Contract == x.Contract && all[n].until.Due.Next(1) == x.Due && all[n].joins(x) {
			all[n].until = x
			all[n].periods++
			continue
		}
		all = append(all, run{x, x, 1})
	}
	return all
}

// Reminder writes a letter that asks an organisation for what it owes; ok is false when it
// owes nothing. languages are those of the site, for names that lack the letter's one.
func (o Organisation) Reminder(l *locale.Locale, book *codebook.Codebook) (text string, ok bool) {
	in := append([]string{l.Language()}, book.Site.LanguageTags()...)
	name, _, _ := o.Name.First(in...)
	title, _, _ := book.Site.Title.First(in...)
	r := locale.Reminder{Organisation: name, Title: title}
	for _, x := range o.runs() {
		dataset, _, _ := x.Contract.Name.First(in...)
		a := locale.Awaited{Dataset: dataset, Period: x.Due, Due: x.Day, Overdue: x.Overdue, Last: x.Last}
		if x.periods > 1 {
			a.Until = x.until.Due
		}
		r.Awaited = append(r.Awaited, a)
	}
	return l.Reminder(r), len(o.Owed) > 0
}
