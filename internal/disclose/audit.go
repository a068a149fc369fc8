package disclose

import (
	"maps"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/observation"
)

// onlyUnknowns finds the hidden cells that are the only unknown of a published
// sum, given what is public now and what any release has published.
func (w *wall) onlyUnknowns(public *Observations) []diag.Diagnostic {
	if len(w.hidden) == 0 {
		return nil
	}
	var found []diag.Diagnostic
	use := w.codesInUse()
	seen := map[sum]bool{}
	for _, hidden := range slices.SortedFunc(maps.Keys(w.hidden), observation.Key.Compare) {
		for _, e := range w.equations(hidden, seen) {
			if key, ok := w.solves(e, public, use); ok {
				fact, _ := w.cube.Get(key)
				found = append(found, diag.OnlyUnknown(fact.Span(), key.String(), w.inWords(w.withValues(e, key, public), key), w.places(e, key, public)))
				break
			}
		}
	}
	return found
}

// knownBefore reports whether a hidden cell has to count as known, because a
// release published it: with the value that it has now, or with one that may
// still hold because the supplier now says nothing.
func (w *wall) knownBefore(key observation.Key) bool {
	fact, ok := w.cube.Get(key)
	return ok && w.past.published(key) && (!fact.HasValue || w.past.known(fact))
}

// solves reports whether an equation gives away its only hidden member, and
// which that is.
func (w *wall) solves(e equation, public *Observations, use map[inUse]bool) (key observation.Key, ok bool) {
	unknown, published, siblings := 0, 0, 0
	count := func(k observation.Key, part bool) bool {
		switch o, here := public.Get(k); {
		case w.hidden[k] && !w.knownBefore(k):
			unknown++
			key = k
		case here && o.Operand() || w.past.published(k):
			published++
			if part {
				siblings++
			}
		case here && o.Qualifier().Bound():
			return false // not known exactly, so that nothing follows exactly
		default:
			if e.complete || !part {
				return false
			}
			if w.used(k, e.whole, use) {
				siblings++
			}
		}
		return unknown < 2
	}
	if !count(e.whole, false) {
		return key, false
	}
	for _, k := range slices.Concat(e.parts, e.less) {
		if !count(k, true) {
			return key, false
		}
	}
	return key, unknown == 1 && published > 0 && siblings > 0
}

// inUse is a code that an indicator uses in one of its dimensions.
type inUse struct {
	indicator string
	dimension int
	code      string
}

// codesInUse lists the codes that have an observation, for any period.
func (w *wall) codesInUse() map[inUse]bool {
	use := map[inUse]bool{}
	var before observation.Series
	for f := range w.cube.Facts() {
		if f.Series == before {
			continue
		}
		before = f.Series
		for n, code := range f.Codes.Split() {
			use[inUse{f.Indicator, n, code}] = true
		}
	}
	return use
}

// used reports whether an attacker reads an absent part of a whole as a zero. He
// does when its code is in use elsewhere; where only "of whom women" is ever
// delivered, nothing says how many the men are. A part that differs from the
// whole in several dimensions must itself have been there at some time: tables
// by region and tables by sex say nothing about women in one region.
func (w *wall) used(part, whole observation.Key, use map[inUse]bool) bool {
	codes, total := part.Codes.Split(), whole.Codes.Split()
	differ, used := 0, true
	for n, code := range codes {
		if n < len(total) && code != total[n] {
			differ++
			used = used && use[inUse{part.Indicator, n, code}]
		}
	}
	return used && (differ == 1 || len(w.cube.Periods(part.Series)) > 0)
}

// withValues leaves out of an equation what is read as zero because nobody
// delivered a value of it.
func (w *wall) withValues(e equation, key observation.Key, public *Observations) equation {
	without := func(k observation.Key) bool {
		o, ok := public.Get(k)
		return k != key && !w.past.published(k) && !(ok && o.Operand())
	}
	e.parts = slices.DeleteFunc(slices.Clone(e.parts), without)
	e.less = slices.DeleteFunc(slices.Clone(e.less), without)
	return e
}

// inWords writes the equation solved for one member: "women = total − men".
func (w *wall) inWords(e equation, key observation.Key) string {
	name := w.shortNames(e)
	var plus, minus []string
	if key == e.whole {
		for _, k := range e.parts {
			plus = append(plus, name(k))
		}
		for _, k := range e.less {
			minus = append(minus, name(k))
		}
	} else {
		inLess := slices.Contains(e.less, key)
		whole, parts, less := &plus, &minus, &plus
		if inLess {
			whole, parts, less = &minus, &plus, &minus
		}
		*whole = append(*whole, name(e.whole))
		for _, k := range e.parts {
			if k != key {
				*parts = append(*parts, name(k))
			}
		}
		for _, k := range e.less {
			if k != key {
				*less = append(*less, name(k))
			}
		}
	}
	text := name(key) + " = " + strings.Join(shortened(plus), " + ")
	if len(minus) > 0 {
		text += " − " + strings.Join(shortened(minus), " − ")
	}
	return text
}

// shortened keeps a long sum readable.
func shortened(names []string) []string {
	if len(names) > 4 {
		return append(slices.Clone(names[:3]), "…", names[len(names)-1])
	}
	return names
}

// shortNames gives the members of an equation names that hold only what they
// do not share: a label of the one dimension in which they differ, a period, or
// the whole key.
func (w *wall) shortNames(e equation) func(observation.Key) string {
	indicator, _ := w.book.Indicator(e.whole.Indicator)
	varies, periods, indicators := map[int]bool{}, false, false
	whole := e.whole.Codes.Split()
	for _, k := range slices.Concat(e.parts, e.less) {
		periods = periods || k.Period != e.whole.Period
		indicators = indicators || k.Indicator != e.whole.Indicator
		for n, code := range k.Codes.Split() {
			if n >= len(whole) || code != whole[n] {
				varies[n] = true
			}
		}
	}
	dimension := -1
	for n := range varies {
		dimension = n
	}
	return func(k observation.Key) string {
		switch {
		case indicators || len(varies) > 1 || len(varies) == 1 && periods:
			return k.String()
		case len(varies) == 1:
			label, _ := w.book.Lists(indicator)[dimension].Label(k.Codes.Split()[dimension], append([]string{"en"}, w.book.Site.LanguageTags()...)...)
			return label
		}
		return k.Period.String()
	}
}

// places are notes that lead to the published members of an equation.
func (w *wall) places(e equation, key observation.Key, public *Observations) []diag.Note {
	var notes []diag.Note
	for _, k := range slices.Concat([]observation.Key{e.whole}, e.parts, e.less) {
		o, _ := public.Get(k)
		if fact, ok := w.cube.Get(k); ok && o.Operand() && k != key && len(notes) < 3 {
			notes = append(notes, diag.Note{Text: diag.Say("%s is published", k.String()), Span: fact.Span()})
		}
	}
	return notes
}
