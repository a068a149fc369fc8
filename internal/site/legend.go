package site

import (
	"slices"

	"ronde/internal/edition"
	"ronde/internal/locale"
)

// marks are those that a page uses, as printed, each with what it means in the
// cells of the page where that is more than its name says: [z] stands where a value
// cannot exist, and where none was due or none can be compared.
type marks map[string][]string

func marksOf(tables ...*Table) marks {
	used := marks{}
	for _, t := range tables {
		used.table(t)
	}
	return used
}

// add takes a mark into account, and a meaning of it unless that is "".
func (m marks) add(mark, meaning string) {
	if meanings := m[mark]; meaning == "" || slices.Contains(meanings, meaning) {
		m[mark] = meanings
	} else {
		m[mark] = append(meanings, meaning)
	}
}

// table adds the marks that stand in place of values.
func (m marks) table(t *Table) {
	if t == nil {
		return
	}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Style == CellAbsent {
				m.add(c.Text, c.Meaning)
			}
		}
	}
}

// points adds the marks of a plate's values.
func (m marks) points(p *plate) {
	for _, s := range p.series {
		for _, point := range s.points {
			if point.idle {
				continue
			}
			for _, mark := range point.Marks() {
				m.add(mark.String(), "")
			}
		}
	}
}

// legend explains the marks, in the order of a legend. Those that an edition
// explains are in its words; what its tables mean by them besides is said after.
func (m marks) legend(l *locale.Locale, sealed []edition.Remark) []LegendEntry {
	words := map[string]string{}
	for _, r := range sealed {
		words[r.Mark] = r.Text
	}
	var entries []LegendEntry
	for _, mark := range locale.Marks() {
		name := mark.String()
		meanings, used := m[name]
		text, known := words[name]
		switch {
		case known:
			besides := slices.DeleteFunc(slices.Clone(meanings), func(meaning string) bool { return meaning == l.LegendText(mark) })
			meanings = append([]string{text}, besides...)
		case !used:
			continue
		case len(meanings) == 0:
			meanings = []string{l.LegendText(mark)}
		}
		entries = append(entries, LegendEntry{name, l.Apart(meanings)})
	}
	return entries
}

// only leaves out the entries of marks that are not used: an edition explains
// those of all its figures.
func (m marks) only(entries []LegendEntry) []LegendEntry {
	return slices.DeleteFunc(entries, func(e LegendEntry) bool {
		_, used := m[e.Mark]
		return !used
	})
}

// legend explains all marks in the language of the page.
func (o *outlook) legend() []LegendEntry {
	var all []LegendEntry
	for _, m := range locale.Marks() {
		all = append(all, LegendEntry{Mark: m.String(), Text: o.l.LegendText(m)})
	}
	return all
}
