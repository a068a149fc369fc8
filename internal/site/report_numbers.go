package site

import "ronde/internal/observation"

// numbers lists what the text prints, in the words of the edition.
func (r *reading) numbers() []NumberEntry {
	var entries []NumberEntry
	for _, n := range r.e.Numbers {
		if n.Language != r.sealed {
			continue
		}
		entry := NumberEntry{ID: r.ids.take(n.ID), Text: n.Printed, Indicator: r.nameOf(n.Key.Series), Period: r.sl.Period(n.Key.Period), Source: n.Drop}
		if form := r.sl.NumberForm(n.Form); form != "" {
			entry.Indicator += ", " + form
		}
		if entry.Source == "" {
			entry.Source = r.sl.NotAvailable()
		}
		entries = append(entries, entry)
	}
	return entries
}

// nameOf names a series by the edition's own words: the indicator, and the codes
// that are no total. What the edition does not explain has the name of its codebook.
func (r *reading) nameOf(s observation.Series) string {
	i, ok := r.e.Codebook.Indicator(s.Indicator)
	name := s.Indicator
	if ok {
		name = sealedText(i.Name, r.e.Languages, r.sealed)
	}
	for _, w := range r.words().Indicators {
		if w.ID == s.Indicator {
			name = w.Name
		}
	}
	if !ok {
		return name
	}
	codes := s.Codes.Split()
	for n, list := range r.e.Codebook.Lists(i) {
		if n >= len(codes) || codes[n] == list.Total.Value && len(list.Levels) == 0 {
			continue // of a list of places the total is worth naming: Belgium
		}
		label, _ := list.Label(codes[n], append([]string{r.sealed}, r.e.Languages...)...)
		name += ", " + label
	}
	return name
}
