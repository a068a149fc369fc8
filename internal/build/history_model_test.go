package build

import (
	"cmp"
	"slices"

	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// The model says what a site has published, from what was delivered and released alone:
// a list of rows, and the specification's sentences about it, each written as it reads.
// It knows neither sealed files nor the packages that fold them.

// A cell is a key, whatever its names are today: place 0 is the country, others regions.
type cell struct {
	indicator string
	place     int
	period    period.Period
}

// said is what a delivery or a release says of a cell.
type said struct {
	value           int
	hidden, removed bool
}

// A delivery is a drop with what it says.
type delivery struct {
	id       drop.ID
	received period.Date
	missed   bool // committed after the release of a round whose cutoff it met
	says     map[cell]said
}

// An issue is one release, a withdrawal too.
type issue struct {
	id       seal.ReleaseID
	date     period.Date
	cutoff   period.Date
	embargo  period.Date // 0 for none
	kind     seal.Kind
	from     []*delivery // the drop set
	down     []cell      // a withdrawal takes their values down
	figure   bool        // a withdrawal takes back the figure that each report has of its own
	report   bool        // or the report
	takeDown bool        // the sealed bytes of either go too
	text     string      // word planted in the text, which no other edition has
	title    string      // the same of the figure's title
	language []string
}

func (r issue) withdrawal() bool { return r.kind == seal.Withdrawal }

// A told is a row that a release published.
type told struct {
	by int // of the releases
	cell
	said
	from *delivery
}

// inDropOrder compares deliveries by the day they were received, then round, then number.
func inDropOrder(a, b *delivery) int {
	return cmp.Or(cmp.Compare(a.received, b.received), period.Compare(a.id.Round, b.id.Round), cmp.Compare(a.id.Delivery, b.id.Delivery))
}

// model is the releases of a site, in release order.
type model []issue

// rows are what each release published that none before it published in this form.
func (m model) rows() []told {
	var all []told
	for i, r := range m {
		if r.withdrawal() {
			for n := range all {
				if slices.Contains(r.down, all[n].cell) && !all[n].removed {
					all[n].said = said{hidden: true}
				}
			}
			continue
		}
		for c, d := range current(r) {
			row := told{i, c, d.says[c], d}
			before := slices.DeleteFunc(slices.Clone(all), func(t told) bool { return t.cell != c })
			if row.removed && len(before) == 0 {
				continue // nobody knew of it
			}
			if !row.removed && slices.ContainsFunc(before, func(t told) bool { return t.hidden }) {
				row.said = said{hidden: true} // what was hidden stays so
			}
			if !slices.ContainsFunc(before, func(t told) bool { return t.from == d && t.said == row.said }) {
				all = append(all, row)
			}
		}
	}
	return all
}

// current gives the delivery that counts for each cell in a release: the last in drop order
// of its drop set. Of a later round's delivery only what ends by the round counts.
func current(r issue) map[cell]*delivery {
	chosen := map[cell]*delivery{}
	for _, d := range r.from {
		later := period.Compare(d.id.Round, r.id.Round) > 0
		for c := range d.says {
			if later && c.period.End() > r.id.Round.End() {
				continue
			}
			if held := chosen[c]; held == nil || inDropOrder(d, held) > 0 {
				chosen[c] = d
			}
		}
	}
	return chosen
}

// visible reports whether the embargo of a release, if it has one, is over on a day.
func (m model) visible(i int, on period.Date) bool { return m[i].embargo <= on }

// withdrawn reports whether a release that is visible took back the report of the i-th.
func (m model) withdrawn(i int, on period.Date) bool {
	return m.takenBack(i, on, func(r issue) bool { return r.report })
}

// untitled reports whether the own figure of the i-th was taken back, or the report.
func (m model) untitled(i int, on period.Date) bool {
	return m.takenBack(i, on, func(r issue) bool { return r.report || r.figure })
}

func (m model) takenBack(i int, on period.Date, takes func(issue) bool) bool {
	for j := i + 1; j < len(m); j++ {
		if m[j].withdrawal() && m[j].id.Round == m[i].id.Round && m.visible(j, on) && takes(m[j]) {
			return true
		}
	}
	return false
}

// standing is of each round the newest edition that is not withdrawn.
func (m model) standing(on period.Date) map[period.Period]int {
	all := map[period.Period]int{}
	for i, r := range m {
		if !r.withdrawal() && m.visible(i, on) && !m.withdrawn(i, on) {
			all[r.id.Round] = i
		}
	}
	return all
}

// counting are the rows that count on a day: those under embargo do not yet, and those of a
// withdrawn report only where an edition that stands rests on their delivery.
func (m model) counting(on period.Date) []told {
	rests := map[*delivery]bool{}
	for _, i := range m.standing(on) {
		for _, d := range m[i].from {
			rests[d] = true
		}
	}
	return slices.DeleteFunc(m.rows(), func(t told) bool {
		return !m.visible(t.by, on) || m.withdrawn(t.by, on) && !rests[t.from]
	})
}

// fold is what all releases say together: of each cell the row whose delivery is last in
// drop order, whichever release brought it, and for the same delivery that of the later
// release.
func (m model) fold(on period.Date) map[cell]told {
	last := map[cell]told{}
	for _, t := range m.counting(on) {
		if held, ok := last[t.cell]; !ok || inDropOrder(t.from, held.from) >= 0 {
			last[t.cell] = t
		}
	}
	for c, t := range last {
		if t.removed {
			delete(last, c)
		}
	}
	return last
}

// first is of each cell the row that a release published first.
func (m model) first(on period.Date) map[cell]told {
	all := map[cell]told{}
	for _, t := range m.counting(on) {
		if _, known := all[t.cell]; !known && !t.removed {
			all[t.cell] = t
		}
	}
	return all
}

// words are those planted in texts and titles that readers may find on a day.
func (m model) words(on period.Date) map[string]bool {
	all := map[string]bool{}
	for i, r := range m {
		if r.withdrawal() || !m.visible(i, on) || m.withdrawn(i, on) {
			continue
		}
		all[r.text] = true
		if !m.untitled(i, on) {
			all[r.title] = true
		}
	}
	return all
}

// buried are the words of which nothing is sealed any more: of texts, and of titles of
// figures, where a text names its figures.
func (m model) buried() (texts, titles map[string]bool) {
	texts, titles = map[string]bool{}, map[string]bool{}
	for i, r := range m {
		if r.withdrawal() {
			continue
		}
		// A translation says again what its original says.
		delete(texts, r.text)
		delete(titles, r.title)
		for _, later := range m[i+1:] {
			if later.takeDown && later.id.Round == r.id.Round {
				titles[r.title] = true
				texts[r.text] = texts[r.text] || later.report
			}
		}
	}
	return texts, titles
}

// last is the newest edition of a round that has content; -1 for none.
func (m model) last(round period.Period) int {
	for i, r := range slices.Backward(m) {
		if r.id.Round == round && !r.withdrawal() {
			return i
		}
	}
	return -1
}
