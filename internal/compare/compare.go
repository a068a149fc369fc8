// Package compare tells what a reader of one edition finds otherwise in another:
// values, figures and words.
//
// # Values
//
// An edition says values in its figures, each point of which is a value or the reason
// why there is none, and in its texts, as numbers of the form value; changes, shares and
// the like follow from values and are compared as words. A value is found again by its
// key: indicator, codes and period, under the names of the codebook of the newer edition,
// so that what was renamed or relabelled is the same value. A value changed when it is
// printed otherwise: another number, another status, another bound.
//
// # Headline
//
// The headline of an edition is what its report declares as such (`lead:`): of each of
// those indicators the last value among the key figures at the top, or the last value of
// each of its series where the top has none. Without a declaration it is the key figures
// at the top, the last point of each.
//
// # Words
//
// Texts are compared by words as they are read, paragraph by paragraph: without the links
// by which numbers are bound to data, and without signs of Markdown, so that emphasis alone
// is no change.
package compare

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/edition"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Comparison is what differs from one edition to another.
type Comparison struct {
	Old, New *edition.Edition
	Values   []Value  // that changed, appeared or disappeared, by key
	Figures  []Figure // that changed, appeared or disappeared, in the order of the newer edition
	Texts    []Text   // in which words changed, in the order of languages
	// Languages are those in which only one of the two speaks.
	Languages []Language
	// Headline reports whether a value of a headline is among Values.
	Headline bool
	// Deliveries and Shared are inputs that only one of the two has, or that differ. They
	// say where a difference comes from, and are none by themselves.
	Deliveries []Delivery
	Shared     []Shared
}

// Same reports whether nothing differs.
func (c *Comparison) Same() bool {
	return len(c.Values) == 0 && len(c.Figures) == 0 && len(c.Texts) == 0 && len(c.Languages) == 0
}

// A Value is a key of which two editions say different things.
type Value struct {
	Key      observation.Key // in the names of the newer edition
	Old, New Saying          // that of an edition which says nothing is zero
	Headline bool
}

// A Saying is what an edition says of a key.
type Saying struct {
	Said      bool
	HasValue  bool
	Value     number.Decimal
	Status    observation.Status
	Qualifier observation.Qualifier
	Drop      string // newest that it rests on

	bare bool // said in a text alone, which gives neither status nor bound
}

// Kind says how a value differs.
type Kind string

// The kinds.
const (
	Changed     Kind = "changed"     // another number
	Restated    Kind = "restated"    // the same number with another status or bound, or another reason for none
	Appeared    Kind = "appeared"    // said, or a number, in the newer edition only
	Disappeared Kind = "disappeared" // said, or a number, in the older edition only
)

// Kind says how the value differs.
func (v Value) Kind() Kind {
	switch {
	case v.Old.HasValue && v.New.HasValue && v.Old.Value != v.New.Value:
		return Changed
	case !v.Old.Said, v.Old.Said && v.New.HasValue && !v.Old.HasValue:
		return Appeared
	case !v.New.Said, v.New.Said && v.Old.HasValue && !v.New.HasValue:
		return Disappeared
	}
	return Restated
}

// Difference is the newer value less the older, when both are numbers.
func (v Value) Difference() (difference number.Decimal, ok bool) {
	if !v.Old.HasValue || !v.New.HasValue {
		return 0, false
	}
	return v.New.Value.Sub(v.Old.Value)
}

// Percent is the difference in per cent of the older value, to one decimal. There is
// none of zero.
func (v Value) Percent() (percent number.Decimal, ok bool) {
	difference, ok := v.Difference()
	if !ok || v.Old.Value == 0 {
		return 0, false
	}
	return difference.Quotient(100, v.Old.Value.Abs(), 1)
}

// Of tells what differs from one edition to another.
func Of(old, new *edition.Edition) *Comparison {
	c := &Comparison{Old: old, New: new}
	names := codebook.NewCanonical(new.Codebook)
	before, after := Sayings(old, names), Sayings(new, names)
	lead := headline(new, after, names)
	for key := range headline(old, before, names) {
		lead[key] = true
	}
	c.Values = Values(before, after)
	for i := range c.Values {
		v := &c.Values[i]
		v.Headline = lead[v.Key]
		c.Headline = c.Headline || v.Headline
	}
	c.once()
	c.figures(names)
	c.texts()
	c.languages()
	c.inputs()
	return c
}

// Values gives the keys of which different things are said before and after, in order.
func Values(before, after map[observation.Key]Saying) []Value {
	var all []Value
	for _, key := range keys(before, after) {
		if v := (Value{Key: key, Old: before[key], New: after[key]}); differ(v.Old, v.New) {
			all = append(all, v)
		}
	}
	return all
}

// once leaves out the values of months that are those of a day in them: figures say a stock
// of its month, texts of its day, and it is one value that changed.
func (c *Comparison) once() {
	days := map[observation.Key]*Value{} // by month
	for i := range c.Values {
		v := &c.Values[i]
		if v.Key.Period.Kind() == period.Day {
			days[observation.Key{Series: v.Key.Series, Period: v.Key.Period.MonthOfEnd()}] = v // the last
		}
	}
	headline := map[observation.Key]bool{}
	same := func(v Value) bool {
		day := days[v.Key]
		if day == nil || !alike(day.Old, v.Old) || !alike(day.New, v.New) {
			return false
		}
		headline[day.Key] = headline[day.Key] || v.Headline
		return true
	}
	kept := slices.DeleteFunc(slices.Clone(c.Values), same)
	for i := range kept {
		kept[i].Headline = kept[i].Headline || headline[kept[i].Key]
	}
	c.Values = kept
}

// alike reports whether two sayings have the same number.
func alike(a, b Saying) bool {
	return a.Said == b.Said && a.HasValue == b.HasValue && a.Value == b.Value
}

// differ reports whether a reader sees two things.
func differ(a, b Saying) bool {
	a.Drop, b.Drop = "", ""
	if a.bare != b.bare && a.Said && b.Said {
		return a.HasValue != b.HasValue || a.Value != b.Value
	}
	return a != b
}

// Largest gives the changed values with the largest difference and the largest in per
// cent; nil where there are none. Of equals it is the first.
func (c *Comparison) Largest() (absolute, relative *Value) {
	var most, mostPercent number.Decimal
	for i := range c.Values {
		v := &c.Values[i]
		if d, ok := v.Difference(); ok && d.Abs() > most {
			absolute, most = v, d.Abs()
		}
		if p, ok := v.Percent(); ok && p.Abs() > mostPercent {
			relative, mostPercent = v, p.Abs()
		}
	}
	return absolute, relative
}

// Count gives the number of values of a kind.
func (c *Comparison) Count(kind Kind) int {
	n := 0
	for _, v := range c.Values {
		if v.Kind() == kind {
			n++
		}
	}
	return n
}

// Sayings are what an edition says of each key, under the names of a codebook. Where it
// says something of a key twice, both were computed from the same data; what is said with
// a value counts.
func Sayings(e *edition.Edition, names *codebook.Canonical) map[observation.Key]Saying {
	all := map[observation.Key]Saying{}
	add := func(key observation.Key, s Saying) {
		key = names.Key(key)
		if known, ok := all[key]; !ok || s.HasValue && !known.HasValue {
			all[key] = s
		}
	}
	for _, f := range e.Figures {
		for key, p := range pointsOf(f, e.Codebook) {
			if !p.Idle {
				add(key, sayingOf(p))
			}
		}
	}
	for _, n := range e.Numbers {
		if n.HasValue && n.Form == "value" {
			if known, ok := all[names.Key(n.Key)]; !ok || !known.HasValue {
				add(n.Key, Saying{Said: true, HasValue: true, Value: n.Value, Drop: n.Drop, bare: true})
			}
		}
	}
	return all
}

// Given is what an observation says, as a delivery gave it or an edition sealed it.
func Given(o observation.Observation, drop string) Saying {
	return Saying{Said: true, HasValue: o.HasValue, Value: o.Value, Status: o.Status, Qualifier: o.Qualifier, Drop: drop}
}

func sayingOf(p edition.Point) Saying {
	return Saying{Said: true, HasValue: p.HasValue, Value: p.Value, Status: p.Status, Qualifier: p.Qualifier, Drop: p.Drop}
}

// keys lists the keys of which either edition says something, in order.
func keys(before, after map[observation.Key]Saying) []observation.Key {
	all := maps.Clone(before)
	maps.Copy(all, after)
	return slices.SortedFunc(maps.Keys(all), observation.Key.Compare)
}

// headline gives the keys of the headline of an edition that says what is given.
func headline(e *edition.Edition, says map[observation.Key]Saying, names *codebook.Canonical) map[observation.Key]bool {
	top := map[observation.Series]observation.Key{}
	if f := e.Lead(); f != nil {
		for key, p := range pointsOf(f, e.Codebook) {
			if !p.Idle {
				key = names.Key(key)
				top[key.Series] = key
			}
		}
	}
	lead := map[observation.Key]bool{}
	if len(e.Manifest.Lead) == 0 {
		for _, key := range top {
			lead[key] = true
		}
		return lead
	}
	for _, id := range e.Manifest.Lead {
		indicator := names.Series(observation.Series{Indicator: id}).Indicator
		last := map[observation.Series]observation.Key{}
		for series, key := range top {
			if series.Indicator == indicator {
				last[series] = key
			}
		}
		if len(last) == 0 {
			for key := range says {
				if before, ok := last[key.Series]; key.Indicator == indicator && (!ok || period.Compare(before.Period, key.Period) < 0) {
					last[key.Series] = key
				}
			}
		}
		for _, key := range last {
			lead[key] = true
		}
	}
	return lead
}

// Shows reports whether a figure of an edition says something of a key that is meant.
func Shows(f *edition.Figure, e *edition.Edition, meant func(observation.Key) bool) bool {
	return hasPoint(f, e, meant, func(p edition.Point) bool { return !p.Idle })
}

// Prints reports whether a figure of an edition has a value of a key.
func Prints(f *edition.Figure, e *edition.Edition, meant func(observation.Key) bool) bool {
	return hasPoint(f, e, meant, func(p edition.Point) bool { return p.HasValue })
}

func hasPoint(f *edition.Figure, e *edition.Edition, meant func(observation.Key) bool, wanted func(edition.Point) bool) bool {
	for key, p := range pointsOf(f, e.Codebook) {
		if wanted(p) && meant(key) {
			return true
		}
	}
	return false
}

// pointsOf gives the points of a figure with their keys.
func pointsOf(f *edition.Figure, book *codebook.Codebook) iter.Seq2[observation.Key, edition.Point] {
	return func(yield func(observation.Key, edition.Point) bool) {
		for s, points := range f.Points {
			for i, p := range points {
				key := observation.Key{Series: observation.Series{Indicator: f.Series[s].Indicator, Codes: observation.Codes(f.Series[s].Codes)}, Period: p.Period}
				if i < len(f.Categories) && f.Across != "period" {
					var ok bool
					if key.Series, ok = across(key.Series, f, f.Categories[i].Code, book); !ok {
						continue
					}
				}
				if !yield(key, p) {
					return
				}
			}
		}
	}
}

// across is the series of a point for a category of a figure.
func across(s observation.Series, f *edition.Figure, category string, book *codebook.Codebook) (observation.Series, bool) {
	if f.Across == "indicator" {
		indicator, codes, _ := strings.Cut(category, ".")
		return observation.Series{Indicator: indicator, Codes: observation.Codes(codes)}, true
	}
	indicator, ok := book.Indicator(s.Indicator)
	if !ok {
		return s, false
	}
	at, codes := indicator.Position(f.Across), s.Codes.Split()
	if at < 0 || at >= len(codes) {
		return s, false
	}
	codes = slices.Clone(codes)
	codes[at] = category
	s.Codes = observation.JoinCodes(codes...)
	return s, true
}
