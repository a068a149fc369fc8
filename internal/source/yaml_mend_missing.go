package source

import (
	"slices"
	"strings"

	"ronde/internal/diag"
)

// missing gives the lines with a key that may have been lost above line i, which are those
// of the format: only it can say which. Above a line at the level of the one before nothing
// is missed, unless keys stand there a second time.
func (d *yamlDecoder) missing(i int, keys []field, again bool) []mend {
	content := strings.TrimLeft(d.lines[i], " ")
	if content == "" || content[0] == '#' || !again && d.indentBefore(i) == len(d.lines[i])-len(content) && content[0] != '-' {
		return nil
	}
	indent := len(d.lines[i]) - len(content)
	end := len(strings.TrimRight(d.lines[i], " \t"))
	var tried []mend
	insert := func(at int, written, shown string, unlikeliness int) {
		line := strings.Repeat(" ", max(at, 0)) + written
		tried = append(tried, mend{
			first: i, replaced: []string{line}, line: i, from: indent, to: end, inserted: true, needsFormat: true, unlikeliness: unlikeliness,
			fact: diag.Say("a line is missing above this one, such as `%s`", shown),
			hint: diag.Say("write `%s` on a line of its own, where it was", shown),
		})
	}
	for _, key := range slices.CompactFunc(keys, func(a, b field) bool { return a.key == b.key }) {
		unlikeliness := 0
		if !key.required {
			unlikeliness++
		}
		insert(indent-2, key.key+":", key.key+":", unlikeliness)
		insert(indent, key.key+":", key.key+":", unlikeliness+2)
		if key.required {
			insert(indent-2, "- "+key.key+": x", "- "+key.key+": …", unlikeliness)
		}
	}
	return tried
}

// indentBefore is that of the last line above line i that holds anything, -1 for none.
func (d *yamlDecoder) indentBefore(i int) int {
	for i--; i >= 0; i-- {
		if content := strings.TrimLeft(d.lines[i], " "); content != "" && content[0] != '#' {
			return len(d.lines[i]) - len(content)
		}
	}
	return -1
}

// blocks begins a line and some that follow further to the right: lines that were pasted at
// the left edge, where those behind them are right.
func (d *yamlDecoder) blocks(i int) []mend {
	content := strings.TrimLeft(d.lines[i], " ")
	if content == "" || content[0] == '#' {
		return nil
	}
	indent := len(d.lines[i]) - len(content)
	var tried []mend
	for _, to := range d.levelsAround(i) {
		by := to.indent - indent
		if by <= 0 {
			continue
		}
		lines := []string{shifted(d.lines[i], by)}
		for j := i + 1; j < min(i+mendAbove, len(d.lines)); j++ {
			lines = append(lines, shifted(d.lines[j], by))
			tried = append(tried, mend{
				first: i, replaced: slices.Clone(lines), line: i, from: 0, to: len(d.lines[i]), unlikeliness: by,
				fact: diag.Say("too few spaces stand before this line: %d in place of %d", indent, to.indent),
				hint: diag.Say("%s, and move the lines down to line %d along", to.hint, d.first+j),
			})
		}
	}
	return tried
}
