package site

import (
	"slices"
	"strconv"

	"ronde/internal/period"
	"ronde/internal/seal"
)

// calendar puts the page of planned and past releases, when releases are planned.
func (o *outlook) calendar(w *writer) {
	if len(o.Planned) == 0 {
		return
	}
	at := calendarAt(o.lang)
	p := &Calendar{Frame: o.frame(at, SectionCalendar)}
	planned := map[period.Period]period.Date{}
	released := map[period.Period]bool{}
	for _, r := range o.Planned {
		planned[r.Round.Value] = r.Date.Value
	}
	for _, e := range slices.Backward(o.Archive.Editions) {
		if e.Draft() {
			continue
		}
		released[e.Round] = true
		past := PastRelease{
			Round: o.l.Capitalise(o.l.Period(e.Round)), Edition: strconv.Itoa(e.Number), Href: relative(at, editionAt(o.lang, e.ID())), Date: o.date(e.Released),
		}
		if day, ok := planned[e.Round]; ok && e.Kind == seal.First && day != e.Released {
			past.Planned = o.date(day)
		}
		p.Past = append(p.Past, past)
	}
	for _, r := range o.Planned {
		if !released[r.Round.Value] {
			p.Coming = append(p.Coming, ComingRelease{Round: o.l.Capitalise(o.l.Period(r.Round.Value)), Date: o.date(r.Date.Value), Note: o.text(r.Note)})
		}
	}
	w.page(at, p)
}
