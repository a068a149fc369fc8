package site

import (
	"slices"
	"strconv"

	"ronde/internal/calendar"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// calendar puts the page of planned and past releases, when releases are planned, and
// the plans as a file for calendar programs.
func (o *outlook) calendar(w *writer) {
	if len(o.Planned) == 0 {
		return
	}
	at := calendarAt(o.lang)
	p := &Calendar{Frame: o.frame(at, SectionCalendar)}
	if o.hasCalendarFile() {
		p.File = relative(at, calendarFileAt(o.lang))
		w.file(calendarFileAt(o.lang), o.calendarFile())
	}
	for _, e := range slices.Backward(o.Archive.Editions) {
		if !e.Draft() {
			p.Past = append(p.Past, o.pastRelease(at, e))
		}
	}
	for _, r := range o.Planned {
		if o.firstRelease(r.Round.Value) == nil {
			coming := o.comingRelease(r)
			p.Coming, p.Overdue = append(p.Coming, coming), p.Overdue || coming.Status == PlanOverdue
		}
	}
	w.page(at, p)
}

func (o *outlook) comingRelease(r calendar.Release) ComingRelease {
	return ComingRelease{
		Round: o.l.Capitalise(o.l.Period(r.Round.Value)), Date: o.date(r.Date.Value), Status: o.planStatus(r), Moved: o.moves(r), Note: o.text(r.Note),
	}
}

// pastRelease is an edition in the list. What had been planned is said of the first one
// alone: the days of corrections are not announced.
func (o *outlook) pastRelease(at string, e *edition.Edition) PastRelease {
	past := PastRelease{
		Round: o.l.Capitalise(o.l.Period(e.Round)), Edition: strconv.Itoa(e.Number), Href: relative(at, editionAt(o.lang, e.ID())), Date: o.date(e.Released), Withdrawn: o.Archive.Withdrawal(e) != nil,
	}
	i := slices.IndexFunc(o.Planned, func(r calendar.Release) bool { return r.Round.Value == e.Round })
	if i < 0 || e.Kind != seal.First {
		return past
	}
	plan := o.Planned[i]
	if plan.Date.Value != e.Released {
		past.Planned = o.date(plan.Date.Value)
	}
	past.Moved = o.moves(plan)
	return past
}

// moves says of each day that was announced before when and why another took its place.
func (o *outlook) moves(r calendar.Release) []string {
	var all []string
	for _, m := range r.Moved {
		all = append(all, o.l.Moved(m.From.Value, m.On.Value, o.text(m.Reason)))
	}
	return all
}

// planStatus says how firm the day is of a report that is not released.
func (s *Site) planStatus(r calendar.Release) PlanStatus {
	switch {
	case s.Date != nil && r.Date.Value < *s.Date:
		return PlanOverdue
	case r.Provisional():
		return PlanProvisional
	}
	return PlanConfirmed
}

// firstRelease is the edition with which the report of a round appeared; nil while it
// has not.
func (s *Site) firstRelease(round period.Period) *edition.Edition {
	for _, e := range s.Archive.Editions {
		if e.Round == round && !e.Draft() {
			return e
		}
	}
	return nil
}

// plan adds to what an edition announced what the calendar says today of the report
// after it. Of an edition that was replaced, or that others followed, it adds nothing.
func (r *reading) plan(a *Announcement) {
	if newest, ok := r.Archive.Newest(); !ok || r.e != newest.Latest() {
		return
	}
	i := slices.IndexFunc(r.Planned, func(p calendar.Release) bool { return period.Compare(p.Round.Value, r.e.Round) > 0 })
	if i < 0 {
		return
	}
	next := r.Planned[i]
	a.Status, a.Calendar = r.planStatus(next), relative(r.at, calendarAt(r.lang))
	if next.Date.Value != r.e.Next || a.Past {
		a.Now = r.date(next.Date.Value)
	}
}
