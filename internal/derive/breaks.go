package derive

import (
	"ronde/internal/codebook"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Break gives the declared break, or the observation with status B, that
// stands between two periods of a series: after the earlier one and no later
// than the end of the later one. event is nil when only a status says so.
func (t *Table) Break(series observation.Series, earlier, later period.Period) (event *codebook.Event, broken bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.broken(series, earlier, later)
}

func (t *Table) broken(series observation.Series, earlier, later period.Period) (*codebook.Event, bool) {
	for n := range t.book.Events {
		event := &t.book.Events[n]
		if day := event.Date.Value; event.Kind.Value == "break" && day > earlier.End() && day <= later.End() && t.concerns(event, series, 0) {
			return event, true
		}
	}
	for _, p := range t.candidates(series.Indicator, later.Kind()) {
		if p.Kind() != later.Kind() || p.End() <= earlier.End() || p.End() > later.End() {
			continue
		}
		if t.at(observation.Key{Series: series, Period: p}).Status.Has(observation.Break) {
			return nil, true
		}
	}
	return nil, false
}

// Occasions gives the policy dates that name a series' indicator, or one that it
// is derived from, in the order of the codebook.
func (t *Table) Occasions(series observation.Series) []*codebook.Event {
	t.mu.Lock()
	defer t.mu.Unlock()
	var found []*codebook.Event
	for n := range t.book.Events {
		event := &t.book.Events[n]
		if event.Kind.Value == "policy" && len(event.Indicators) > 0 && t.concerns(event, series, 0) {
			found = append(found, event)
		}
	}
	return found
}

// concerns reports whether an event is one of a series or of what it is derived
// from. An event that names no indicator concerns all. One that names a code
// concerns the code, what stands below it and what stands above it.
func (t *Table) concerns(event *codebook.Event, series observation.Series, depth int) bool {
	indicator, ok := t.book.Indicator(series.Indicator)
	if !ok || depth > len(t.book.Indicators) {
		return false
	}
	named := len(event.Indicators) == 0
	for _, id := range event.Indicators {
		if other, ok := t.book.Indicator(id.Value); ok && other == indicator {
			named = true
		}
	}
	if named && t.touches(event, indicator, series.Codes) {
		return true
	}
	if indicator.Derived == nil {
		return false
	}
	for _, id := range indicator.Parts() {
		if part, ok := t.book.Indicator(id.Value); ok && t.concerns(event, t.project(indicator, series.Codes, part), depth+1) {
			return true
		}
	}
	return false
}

// touches reports whether the codes that an event names overlap with a series.
func (t *Table) touches(event *codebook.Event, indicator *codebook.Indicator, codes observation.Codes) bool {
	split, lists := codes.Split(), t.book.Lists(indicator)
	for _, where := range event.Where.Entries {
		n := indicator.Position(where.Key.Value)
		if n < 0 || n >= len(split) {
			continue
		}
		code, list := where.Value.Value, lists[n]
		if c, ok := list.Code(code); ok {
			code = c.Code.Value
		}
		if split[n] != code && !list.IsAncestor(split[n], code) && !list.IsAncestor(code, split[n]) {
			return false
		}
	}
	return true
}
