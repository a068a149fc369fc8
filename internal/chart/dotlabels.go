package chart

import "strings"

// values gives the texts beside the dots of a category: the highest value on the
// right, the lowest on the left, and the marks of what is missing, wordy with whose
// where there is room.
func (d *dotPlot) values(place int, wordy bool) []label {
	r := &d.rows[place]
	var all []label
	x := d.scale.from + toValue
	if r.highest >= 0 {
		pt := &d.series[r.highest].Points[place]
		l := d.pastLines(label{x: d.scale.at(pt.Value) + toDot, s: d.valueText(pt)})
		all = append(all, l)
		x = d.bounds(l).x1 + toAbsent
	}
	if r.lowest != r.highest {
		pt := &d.series[r.lowest].Points[place]
		all = append(all, d.pastLines(label{x: d.scale.at(pt.Value) - toDot, s: d.valueText(pt), at: end}))
	}
	if s := d.absent(place, false); s != "" {
		l := d.pastLines(label{x: x, s: s, fill: role.mute})
		if named := d.pastLines(label{x: x, s: d.absent(place, true), fill: role.mute}); wordy && d.bounds(named).x1 <= d.width {
			l = named
		}
		all = append(all, l)
	}
	return all
}

// pastLines moves a label beyond zero and the reference lines.
func (d *dotPlot) pastLines(l label) label {
	lines := []int{d.scale.zero()}
	for i := range d.references {
		lines = append(lines, d.scale.at(d.references[i].Value))
	}
	return d.past(lines, l)
}

func (d *dotPlot) valueText(pt *Point) string {
	if marks := pt.marks(); d.terse && marks != "" {
		return d.value(pt) + " " + marks
	}
	return d.stated(pt)
}

// absent is what stands for values that are missing: the marks, or where there is
// room also whose.
func (d *dotPlot) absent(place int, named bool) string {
	var marks []string
	for s := range d.series {
		pt := &d.series[s].Points[place]
		mark := pt.State.sign()
		if mark == "" {
			continue
		}
		switch {
		case named && len(d.series) > 1:
			mark += " " + d.series[s].Name
		case named:
			mark += " " + d.why(pt.State)
		}
		marks = append(marks, mark)
	}
	if named {
		return strings.Join(marks, ", ")
	}
	return strings.Join(marks, " ")
}

// drawValues writes what stands beside the dots of a category.
func (d *dotPlot) drawValues(place int) {
	for _, l := range d.values(place, true) {
		if l.y = d.rows[place].middle + 5*px; d.inside(d.bounds(l), d.height) {
			d.text(l)
		}
	}
}
