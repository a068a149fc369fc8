package site

import (
	"path"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// numbers lists what the text prints, in the words of the edition, and what became of it.
func (r *reading) numbers() []NumberEntry {
	var entries []NumberEntry
	today := codebook.NewCanonical(r.Archive.Keys)
	for i := range r.e.Numbers {
		n := &r.e.Numbers[i]
		if n.Language != r.sealed {
			continue
		}
		entry := NumberEntry{
			ID: r.ids.take(n.ID), Text: n.Printed, Indicator: r.nameOf(n.Key.Series), Period: r.sl.Period(n.Key.Period),
			Source: r.delivery(n.Drop), Drop: n.Drop,
		}
		if form := r.sl.NumberForm(n.Form); form != "" {
			entry.Indicator += ", " + form
		}
		r.became(&entry, n, today.Key(n.Key))
		entries = append(entries, entry)
	}
	return entries
}

// delivery names the dataset of a drop with its organisation and the day received, by the
// edition's own codebook and drop set.
func (r *reading) delivery(id string) string {
	name := organisationOf(r.e.Codebook, id, append([]string{r.sealed}, r.e.Languages...))
	if name == "" {
		return r.sl.NotAvailable()
	}
	dataset, _, _ := strings.Cut(path.Base(id), ".") // without the number of a second delivery
	if c, ok := r.e.Codebook.Contract(dataset); ok {
		name = sealedText(c.Name, r.e.Languages, r.sealed) + " (" + name + ")"
	}
	for _, d := range r.e.Drops {
		if d.ID == id {
			return sourceOf(r.sl, r.sl.Source(name, d.Received))
		}
	}
	return name
}

// became says which edition published the value behind a number first, and what the number
// would be today. key is that of the number in the words of today's data.
func (r *reading) became(entry *NumberEntry, n *edition.Number, key observation.Key) {
	if first := r.Archive.Firsts(key.Indicator).Of(key); first.Edition != nil {
		entry.First.Text = r.editionName(first.Edition)
		if first.Value.State == derive.Known && n.HasValue && isValue(n.Form) && first.Value.Number != n.Value {
			entry.First.Text += " (" + r.printedValue(first.Value) + ")"
		}
		if first.Edition.ID() != r.e.ID() {
			entry.First.Href = relative(r.at, editionAt(r.lang, first.Edition.ID()))
		}
	}
	now, printed, ok := r.today(n, key)
	if !ok || !n.HasValue {
		return
	}
	if now.State == derive.Known && now.Number == n.Value {
		entry.Same = true
		return
	}
	entry.Now.Text = printed
	if id, ok := r.indicatorPage(key.Indicator); ok {
		entry.Now.Href = relative(r.at, indicatorAt(r.lang, id))
	}
}

// today is a number of a text as it would be today, in the language of the page. ok is false
// for a form that is not asked for again: a share of something, and what a text asserts.
func (r *reading) today(n *edition.Number, key observation.Key) (now derive.Value, printed string, ok bool) {
	indicator, known := r.Archive.Keys.Indicator(key.Indicator)
	if !known {
		return now, "", false
	}
	switch form := commentary.Form(n.Form); {
	case form.Changes():
		now, printed = r.changeToday(form, n.Value, key, indicator.Decimals)
		return now, printed, true
	case !isValue(n.Form):
		return now, "", false
	}
	now = r.Archive.Table.At(key)
	return now, r.printedValue(now), true
}

// isValue reports whether a form prints the value of its key: of the period itself, of one
// some months before, or of the highest.
func isValue(form string) bool {
	switch commentary.Form(form) {
	case commentary.Value, commentary.FirstPublished, commentary.Peak:
		return true
	}
	return strings.HasPrefix(form, "-")
}

// printedValue writes a value of the fold in the language of the page, or why there is none.
func (o *outlook) printedValue(v derive.Value) string {
	indicator, ok := o.Archive.Keys.Indicator(v.Key.Indicator)
	switch {
	case v.State == derive.Hidden:
		return locale.Hidden.String()
	case v.State != derive.Known || !ok:
		return o.l.TakenBack()
	}
	text := o.l.Number(v.Number, indicator.Decimals)
	if o.Archive.Keys.UnitOf(indicator).Percent {
		text = o.l.Percent(v.Number, indicator.Decimals)
	}
	return o.l.Qualified(locale.Qualifier(v.Qualifier.String()), text)
}

// changeToday is the change of a value as it would be today.
func (r *reading) changeToday(form commentary.Form, was number.Decimal, key observation.Key, decimals int) (now derive.Value, printed string) {
	c := r.Archive.Table.Change(key)
	now = derive.Value{State: c.State, Number: c.Difference}
	if c.State != derive.Known || form.InPercent() && !c.HasPercent {
		now.State = derive.NotComparable
		return now, r.l.NotComparable()
	}
	now.Number, printed = commentary.PrintChange(r.l, c, form.Beside(was, c.Difference), decimals)
	return now, r.l.Qualified(locale.Qualifier(c.Qualifier.String()), printed)
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
