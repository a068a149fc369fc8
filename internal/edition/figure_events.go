package edition

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// What a picture can carry beside its data. Package chart has the same limits.
const (
	maxEvents     = 3
	maxReferences = 2
	maxLabel      = 36 // characters of a line to compare with
)

// checkMarks reports events and lines to compare with that a figure cannot show.
func (s *sketch) checkMarks(form form) {
	spec := s.spec
	for i, id := range spec.Events {
		event, ok := s.in.Book.Event(id.Value)
		fail := func(fact, hint diag.Phrase) {
			s.out.Add(diag.FigureEvent(id.Span, spec.ID.Value, id.Value, fact, hint))
		}
		switch {
		case !ok:
			s.out.Add(diag.UnknownID(id.Span, "event", id.Value, s.in.Book.EventIDs()))
		case !form.dates || s.laid.categories != nil:
			fail(diag.Say(" and has no time axis"), diag.Say("take it out, or show the figure over time, as `kind: line` does"))
		case event.Kind.Value == "break":
			fail(diag.Say(", which is a break"), diag.Say("take it out: where figures before and after cannot be compared, which is what a break says, every picture shows it by itself"))
		case slices.ContainsFunc(spec.Events[:i], func(other source.At[string]) bool { return other.Value == id.Value }):
			fail(diag.Say(" twice"), diag.Say("take one of the two out"))
		case i >= maxEvents:
			s.out.Add(diag.FigureEvents(id.Span, spec.ID.Value, len(spec.Events), maxEvents))
		}
	}
	for i := range spec.Compare {
		at := spec.Compare[i].span()
		switch {
		case !form.references:
			s.out.Add(diag.FigureReference(at, spec.ID.Value, diag.Say("has a line to compare with and no scale to draw it on"), diag.Say("take `references:` out; such lines stand in `kind: line`, `column`, `area`, `grouped`, `stacked`, `multiples`, `bar` and `dot`")))
		case i == maxReferences:
			s.out.Add(diag.FigureReference(at, spec.ID.Value, diag.Say("has more than two lines to compare with"), diag.Say("keep the two that a reader needs")))
		}
	}
}

// events are the policy dates that lie on the figure's axis, in order. One that
// lies before or after it is left out: a figure that recurs moves on.
func (s *sketch) events() []EventMark {
	var marks []EventMark
	for _, id := range s.spec.Events {
		event, ok := s.in.Book.Event(id.Value)
		if !ok {
			continue
		}
		day := event.Date.Value
		i := slices.IndexFunc(s.f.Periods, func(p period.Period) bool { return p.Start() <= day && day <= p.End() })
		if i >= 0 {
			marks = append(marks, EventMark{ID: event.ID.Value, Date: day, At: s.f.Periods[i],
				Label: s.perLanguage(func(language string) string { return label(event.Label, language) })})
		}
	}
	slices.SortStableFunc(marks, func(a, b EventMark) int { return int(a.Date) - int(b.Date) })
	return marks
}

// eventNotes say in words what the picture marks.
func (s *sketch) eventNotes(language string) []Remark {
	l := s.locale(language)
	var remarks []Remark
	for _, mark := range s.f.Events {
		words := label(mark.Label, language)
		if event, ok := s.in.Book.Event(mark.ID); ok {
			if note, ok := event.Note.In(language); ok {
				words = note
			}
		}
		remarks = append(remarks, Remark{Text: l.Capitalise(l.Named(l.Date(mark.Date), words))})
	}
	return remarks
}
