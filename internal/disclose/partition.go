package disclose

import (
	"slices"
	"sort"

	"ronde/internal/codebook"
	"ronde/internal/period"
)

// partitions knows, for each code of a list, the ways in which it is the sum of
// others. It looks at each list once, and at each code once for each time in which
// other codes exist: a list of communes is asked about for every cell of a table.
type partitions map[string]map[string]*whole // by list and code

// A whole is a code that is the sum of others, in one or several ways.
type whole struct {
	ways         [][]*codebook.Code
	begins, ends []period.Date // of the codes in them, in order
	known        map[era][]partition
}

// An era is a time in which the same codes exist: so many have begun by its end, so many
// ended before it.
type era struct{ begun, ended int }

// A partition are codes whose sum is another code.
type partition struct {
	parts []string
	has   map[string]bool
}

// of gives the ways in which a code is the sum of others that exist in a
// period: its children without a level, and the codes of each level below it
// that may be summed.
func (ps partitions) of(list *codebook.CodeList, code string, p period.Period) []partition {
	wholes, ok := ps[list.ID.Value]
	if !ok {
		wholes = map[string]*whole{}
		for code, ways := range divide(list) {
			wholes[code] = newWhole(ways)
		}
		ps[list.ID.Value] = wholes
	}
	w, ok := wholes[code]
	if !ok {
		return nil
	}
	at := era{
		begun: sort.Search(len(w.begins), func(i int) bool { return w.begins[i] > p.End() }),
		ended: sort.Search(len(w.ends), func(i int) bool { return w.ends[i] >= p.Start() }),
	}
	all, ok := w.known[at]
	if !ok {
		all = w.in(p)
		w.known[at] = all
	}
	return all
}

func newWhole(ways [][]*codebook.Code) *whole {
	w := &whole{ways: ways, known: map[era][]partition{}}
	for _, codes := range ways {
		for _, c := range codes {
			if !c.From.IsZero() {
				w.begins = append(w.begins, c.From.Start())
			}
			if !c.Until.IsZero() {
				w.ends = append(w.ends, c.Until.End())
			}
		}
	}
	slices.Sort(w.begins)
	slices.Sort(w.ends)
	return w
}

// in gives the partitions of a period.
func (w *whole) in(p period.Period) []partition {
	var all []partition
	for _, codes := range w.ways {
		of := partition{has: map[string]bool{}}
		for _, c := range codes {
			if c.ValidIn(p) {
				of.parts = append(of.parts, c.Code.Value)
				of.has[c.Code.Value] = true
			}
		}
		if len(of.parts) > 0 {
			all = append(all, of)
		}
	}
	return all
}

// divide lists the partitions of all codes of a list, those by level first.
func divide(list *codebook.CodeList) map[string][][]*codebook.Code {
	byCode := map[string][][]*codebook.Code{}
	put := func(above string, place int, c *codebook.Code) {
		if byCode[above] == nil {
			byCode[above] = make([][]*codebook.Code, len(list.Levels)+1)
		}
		byCode[above][place] = append(byCode[above][place], c)
	}
	for i := range list.Codes {
		c := &list.Codes[i]
		level, place, levelled := list.Level(c.Level.Value)
		above := list.Parent(c.Code.Value)
		if !levelled {
			if above != "" {
				put(above, len(list.Levels), c)
			}
			continue
		}
		if !level.Summable() {
			continue
		}
		for steps := 0; above != "" && steps <= len(list.Codes); steps++ {
			put(above, place, c)
			above = list.Parent(above)
		}
	}
	return byCode
}
