package site

import (
	"strings"

	"ronde/internal/calendar"
	"ronde/internal/icalendar"
)

// hasCalendarFile reports whether plans can be given to calendar programs: an event needs
// a name that no other site gives, and the day of which its content is. Those of a preview
// would take the place of the published ones.
func (s *Site) hasCalendarFile() bool {
	return s.BaseURL != "" && s.Date != nil && !s.Drafts && len(s.Planned) > 0
}

// calendarFile is the calendar as an iCalendar file, an event for each report that was
// ever planned.
func (o *outlook) calendarFile() []byte {
	c := icalendar.Calendar{
		Name: o.l.Named(o.text(o.Archive.Words.Site.Title), o.kindName(KindCalendar)), Language: o.l.Tag(),
		URL: o.absolute(calendarAt(o.lang)), Source: o.absolute(calendarFileAt(o.lang)),
	}
	for _, r := range o.Planned {
		c.Events = append(c.Events, o.event(r))
	}
	return c.Bytes()
}

// event is a planned report. Its name is the same in all languages, so that who imports
// two of them has it once. It changes with each move, and for the last time on the day of
// the release, which it then keeps.
func (o *outlook) event(r calendar.Release) icalendar.Event {
	round := r.Round.Value
	e := icalendar.Event{
		UID: round.String() + "@" + o.placeName(), Changed: *o.Date, Sequence: len(r.Moved), Day: r.Date.Value,
		Tentative: o.planStatus(r) != PlanConfirmed, Summary: o.l.ReportOn(round), URL: o.absolute(calendarAt(o.lang)),
	}
	about := o.moves(r)
	if first := o.firstRelease(round); first != nil {
		e.Changed, e.Day, e.Tentative, e.URL = first.Released, first.Released, false, o.absolute(reportAt(o.lang, round))
		e.Sequence++
	} else {
		if n := len(r.Moved); n > 0 {
			e.Changed = max(e.Changed, r.Moved[n-1].On.Value)
		}
		if r.Provisional() {
			about = append(about, o.l.ProvisionalDay())
		}
	}
	if note := o.text(r.Note); note != "" {
		about = append(about, note)
	}
	e.Description = strings.Join(about, "\n")
	return e
}

// placeName is where the site stands, without how one gets there: figures.example/land.
func (s *Site) placeName() string {
	_, name, _ := strings.Cut(s.BaseURL, "://")
	return strings.TrimSuffix(name, "/")
}
