package site

import (
	"slices"

	"ronde/internal/edition"
	"ronde/internal/locale"
)

// marks are those that a page uses, as printed.
type marks map[string]bool

func marksOf(tables ...*Table) marks {
	used := marks{}
	for _, t := range tables {
		used.table(t)
	}
	return used
}

// table adds the marks that stand in place of values.
func (m marks) table(t *Table) {
	if t == nil {
		return
	}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Style == CellAbsent {
				m[c.Text] = true
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
				m[mark.String()] = true
			}
		}
	}
}

// legend explains the marks, in the order of a legend. Those that an edition
// explains are in its words.
func (m marks) legend(l *locale.Locale, sealed []edition.Remark) []LegendEntry {
	words := map[string]string{}
	for _, r := range sealed {
		words[r.Mark] = r.Text
	}
	var entries []LegendEntry
	for _, mark := range locale.Marks() {
		name := mark.String()
		if text, ok := words[name]; ok {
			entries = append(entries, LegendEntry{name, text})
		} else if m[name] {
			entries = append(entries, LegendEntry{name, l.LegendText(mark)})
		}
	}
	return entries
}

// only leaves out the entries of marks that are not used: an edition explains
// those of all its figures.
func (m marks) only(entries []LegendEntry) []LegendEntry {
	return slices.DeleteFunc(entries, func(e LegendEntry) bool { return !m[e.Mark] })
}

// legend explains all marks in the language of the page.
func (o *outlook) legend() []LegendEntry {
	var all []LegendEntry
	for _, m := range locale.Marks() {
		all = append(all, LegendEntry{Mark: m.String(), Text: o.l.LegendText(m)})
	}
	return all
}
