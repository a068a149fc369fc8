package source

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// Most files that cannot be read differ in one line from one that can: a line begins two
// spaces too far to the left, a dash or a colon is gone, the + of a list of changes was
// pasted along. The library tells where it gave up, which is often the beginning of the
// block or the line below; and a key that slipped to another level is told as several
// faults. So the lines around that place are changed one at a time, as a person would
// change them; the change that makes the whole file good is what the message says.
//
// The way not taken is rules that compare indents: they cannot know which of two lines is
// the wrong one, and named the one after it.

const (
	mendAbove  = 40      // lines above the place where reading stopped that are tried
	mendBelow  = 12      // and below it
	mendPlaces = 4       // of findings, around which lines are tried
	mendLevels = 12      // on which a line is tried
	mendSize   = 1 << 18 // bytes that a text may have at most
	mendBudget = 2 << 20 // bytes of text that are read in trials
)

// A mend is a change that might make a text good: lines from first on are replaced.
type mend struct {
	first        int // counted from 0, as line is
	replaced     []string
	line         int // that is told
	from, to     int // bytes of it
	fact, hint   diag.Phrase
	unlikeliness int
	needsFormat  bool // only who knows the keys can tell that it is right
	inserted     bool // replaced is a line more, above the first
}

// mended looks near some lines for the change that makes the text good. What is read then
// is set, so that nobody is told what follows from the mistake. Where there are several,
// the first is looked for in the lines down to it and a few below, fewer each time, which
// need to be YAML alone.
func (d *yamlDecoder) mended(near []int, into reflect.Value, versioned bool) (found diag.Diagnostic, ok bool) {
	isGood := func(text string, m mend) bool {
		trial := &yamlDecoder{file: d.file, first: d.first, lines: splitLines(text), out: &diag.List{}}
		value := reflect.New(into.Type()).Elem()
		trial.read(text, value, versioned)
		// An unknown key is not right because it could stand where any may.
		if trial.out.Errors() > 0 || !d.unread && slices.Contains(trial.free, m.line+1) {
			return false
		}
		into.Set(value)
		return true
	}
	best, ok := d.likeliest(near, d.mends, isGood)
	if !ok {
		keys := formatKeys(into.Type())
		best, ok = d.likeliest(near, func(i int) []mend { return d.missing(i, keys, slices.Contains(near, i)) }, isGood)
	}
	if !ok {
		best, ok = d.likeliest(near, d.blocks, isGood)
	}
	for below := mendBelow; !ok && d.unread && len(near) > 0 && below > 0; below /= 2 {
		top := &yamlDecoder{first: d.first, lines: d.lines[:min(near[0]+below, len(d.lines))]}
		best, ok = top.likeliest(near, top.mends, func(text string, m mend) bool {
			_, _, err := parseYAML(text)
			return err == nil && !m.needsFormat && len(m.replaced) == 1
		})
	}
	if !ok {
		return found, false
	}
	s := suspect{lines: d.lines}
	s.at(best.line, best.from, best.to, best.fact, best.hint)
	return diag.YAMLSyntax(d.span(s.line, s.column, s.end), s.fact, s.hint), true
}

// likeliest gives the likeliest of the changes near some lines that make the text good.
func (d *yamlDecoder) likeliest(near []int, mends func(line int) []mend, isGood func(text string, m mend) bool) (best mend, ok bool) {
	budget, size := mendBudget, textSize(d.lines)
	for _, i := range linesAround(near, len(d.lines)) {
		for _, m := range mends(i) {
			if ok && m.unlikeliness >= best.unlikeliness {
				continue
			}
			if budget -= size; budget < 0 {
				return best, ok
			}
			if isGood(m.applied(d.lines), m) {
				best, ok = m, true
			}
		}
	}
	return best, ok
}

func textSize(lines []string) (bytes int) {
	for _, line := range lines {
		bytes += len(line) + 1
	}
	return bytes
}

func (m mend) applied(lines []string) string {
	changed := slices.Clone(lines)
	if m.inserted {
		changed = slices.Insert(changed, m.first, m.replaced...)
	} else {
		copy(changed[m.first:], m.replaced)
	}
	return strings.Join(changed, "\n") + "\n"
}

// formatKeys lists the keys of a format, those of its parts included.
func formatKeys(format reflect.Type) (keys []field) {
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			visit(t.Elem())
		case reflect.Struct:
			if seen[t] {
				return
			}
			seen[t] = true
			keys = append(keys, fieldsOf(t)...)
			for i := range t.NumField() {
				visit(t.Field(i).Type)
			}
		}
	}
	visit(format)
	return keys
}

// slips are the lines, counted from 0, near which a change may make the text good. There
// are none where it is known what is wrong, and where every key is right: then it is a value.
func (d *yamlDecoder) slips() (near []int) {
	if d.certain || d.misspelt || textSize(d.lines) > mendSize {
		return nil
	}
	slipped := false
	for _, found := range d.out.Sorted() {
		switch found.ID {
		case "yaml-syntax":
			if d.unread {
				return []int{d.stop()}
			}
			return []int{found.Span.Line - d.first}
		case "unknown-key", "missing-key", "duplicate-key":
			slipped = true
		case "wrong-type", "wrong-form":
		default:
			continue
		}
		if len(near) < mendPlaces {
			near = append(near, found.Span.Line-d.first)
		}
	}
	if !slipped {
		return nil
	}
	return near
}

// stop is the line, counted from 0, before which the text can be read.
func (d *yamlDecoder) stop() int {
	good, bad := 0, len(d.lines)
	for bad-good > 1 {
		middle := (good + bad) / 2
		if _, _, err := parseYAML(strings.Join(d.lines[:middle], "\n")); err == nil {
			good = middle
		} else {
			bad = middle
		}
	}
	return good
}

// linesAround gives the lines to try, the nearest first.
func linesAround(near []int, count int) []int {
	distance := map[int]int{}
	for _, n := range near {
		for i := max(n-mendAbove, 0); i < min(n+mendBelow+1, count); i++ {
			far := max(n-i, i-n)
			if known, seen := distance[i]; !seen || far < known {
				distance[i] = far
			}
		}
	}
	lines := make([]int, 0, len(distance))
	for i := range distance {
		lines = append(lines, i)
	}
	slices.SortFunc(lines, func(a, b int) int { return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b)) })
	return lines
}
