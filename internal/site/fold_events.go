package site

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// maxEvents is the number of dates that a picture marks.
const maxEvents = 3

// addEvents marks the policy dates that name the indicator and lie on the axis; of
// more than three, the newest.
func (t *track) addEvents(p *plate, series []observation.Series) {
	var events []*codebook.Event
	for _, s := range series {
		for _, event := range t.Archive.Table.Occasions(s) {
			if !slices.Contains(events, event) && p.holding(event.Date.Value) >= 0 {
				events = append(events, event)
			}
		}
	}
	slices.SortStableFunc(events, func(a, b *codebook.Event) int { return cmp.Compare(a.Date.Value, b.Date.Value) })
	for _, event := range events[max(len(events)-maxEvents, 0):] {
		day := event.Date.Value
		if today, ok := t.Archive.Words.Event(event.ID.Value); ok {
			event = today
		}
		words := t.text(event.Label)
		mark := occasion{at: p.places[p.holding(day)].period, label: words}
		if note := t.text(event.Note); note != "" {
			words = note
		}
		mark.note = t.l.Capitalise(t.l.Named(t.l.Date(day), words))
		p.events = append(p.events, mark)
	}
}

// holding is the place whose period holds a day, −1 when none does.
func (p *plate) holding(day period.Date) int {
	return slices.IndexFunc(p.places, func(at placing) bool { return at.period.Start() <= day && day <= at.period.End() })
}
