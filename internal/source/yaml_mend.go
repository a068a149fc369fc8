package source

import (
	"cmp"
	"reflect"
	"regexp"
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

// tightKey is a key within brackets that has no space behind its colon.
var tightKey = regexp.MustCompile(`([{,] *[A-Za-z_][A-Za-z0-9_-]*:)([^\s/,}])`)

// A mend is a change that might make a text good: lines from first on are replaced.
type mend struct {
	first        int // counted from 0, as line is
	replaced     []string
	line         int // that is told
	from, to     int // bytes of it
	fact, hint   diag.Phrase
	unlikeliness int
	needsFormat  bool // only who knows the keys can tell that it is right
}

// mended looks near some lines for the change that makes the text good. What is read then
// is set, so that nobody is told what follows from the mistake. Where there are several,
// the first is looked for in the lines down to it and a few below, fewer each time, which
// need to be YAML alone.
func (d *yamlDecoder) mended(near []int, into reflect.Value, versioned bool) (found diag.Diagnostic, ok bool) {
	best, ok := d.likeliest(near, func(text string, m mend) bool {
		trial := &yamlDecoder{file: d.file, first: d.first, lines: splitLines(text), out: &diag.List{}}
		value := reflect.New(into.Type()).Elem()
		trial.read(text, value, versioned)
		// An unknown key is not right because it could stand where any may.
		if trial.out.Errors() > 0 || !d.unread && slices.Contains(trial.free, m.line+1) {
			return false
		}
		into.Set(value)
		return true
	})
	for below := mendBelow; !ok && d.unread && len(near) > 0 && below > 0; below /= 2 {
		top := &yamlDecoder{first: d.first, lines: d.lines[:min(near[0]+below, len(d.lines))]}
		best, ok = top.likeliest(near, func(text string, m mend) bool {
			_, _, err := parseYAML(text)
			return err == nil && !m.needsFormat
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
func (d *yamlDecoder) likeliest(near []int, isGood func(text string, m mend) bool) (best mend, ok bool) {
	budget, size := mendBudget, textSize(d.lines)
	for _, i := range linesAround(near, len(d.lines)) {
		for _, m := range d.mends(i) {
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
	copy(changed[m.first:], m.replaced)
	return strings.Join(changed, "\n") + "\n"
}

// slips are the lines, counted from 0, near which a change may make the text good. There
// are none where it is known what is wrong.
func (d *yamlDecoder) slips() (near []int) {
	if d.certain || d.misspelt || textSize(d.lines) > mendSize {
		return nil
	}
	for _, found := range d.out.Sorted() {
		switch found.ID {
		case "yaml-syntax":
			return []int{d.stop()}
		case "unknown-key", "missing-key", "wrong-type", "wrong-form", "duplicate-key":
			if near = append(near, found.Span.Line-d.first); len(near) == mendPlaces {
				return near
			}
		}
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

// mends gives the changes that a person would make to one line.
func (d *yamlDecoder) mends(i int) []mend {
	line := d.lines[i]
	content := strings.TrimLeft(line, " ")
	if content == "" || content[0] == '#' {
		return nil
	}
	indent := len(line) - len(content)
	end := len(strings.TrimRight(line, " \t"))
	var tried []mend
	try := func(text string, unlikeliness int, fact, hint diag.Phrase) {
		tried = append(tried, mend{i, []string{text}, i, indent, end, fact, hint, unlikeliness, true})
	}
	item := strings.TrimLeft(strings.TrimPrefix(content, "- "), " ") // itself, or what stands behind its dash
	switch key, rest, _ := strings.Cut(item, " "); {
	case content[0] == '+':
		tried = append(tried, d.withoutPlus(i, indent)...)
	case content[0] == '-' && len(content) > 1 && content[1] != ' ' && content[1] != '-':
		try(line[:indent]+"- "+content[1:], 1, diag.Say("no space follows the dash"), diag.Say("write `- %s`", diag.Visible(content[1:])))
	case !keyStart.MatchString(item) && isWord(key):
		written := strings.TrimRight(key+": "+rest, " ")
		try(line[:len(line)-len(item)]+written, 1, diag.Say("no colon follows the key %q", key), diag.Say("write `%s`", diag.Visible(written)))
	}
	if strings.Contains(item, "{") {
		spaced := tightKey.ReplaceAllString(item, "$1 $2")
		try(line[:len(line)-len(item)]+spaced, 1, diag.Say("no space follows the colon"), diag.Say("write `%s`", diag.Visible(strings.TrimRight(spaced, " \t"))))
	}
	if content[0] != '-' {
		fact, hint := diag.Say("no dash begins this item of a list"), diag.Say("write `- %s`", diag.Visible(strings.TrimRight(content, " \t")))
		try(line[:indent]+"- "+content, 6, fact, hint)
		if indent >= 2 {
			try(line[:indent-2]+"- "+content, 5, fact, hint)
		}
	}
	return append(tried, d.moved(i, indent, end)...)
}

func isWord(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == ""
}

// withoutPlus takes the + away that begins lines of a list of changes, here and in the
// lines below that begin so: alone, with the space behind it, or where it took the place
// of a space.
func (d *yamlDecoder) withoutPlus(i, indent int) []mend {
	var tried []mend
	fact, away := diag.Say("a + begins this line, as in a list of changes"), diag.Say("take the + away")
	for _, m := range []struct {
		written, meant string
		hint           diag.Phrase
	}{{"+", "", away}, {"+ ", "", diag.Say("take the + and the space behind it away")}, {"+", " ", diag.Say("write a space in place of the +")}} {
		var lines []string
		for j, line := range d.lines[i:min(i+mendAbove, len(d.lines))] {
			if j == 0 || strings.HasPrefix(line, m.written) {
				line = strings.Replace(line, m.written, m.meant, 1)
			}
			lines = append(lines, line)
		}
		tried = append(tried, mend{i, lines, i, indent, indent + 1, fact, m.hint, 0, false})
	}
	return tried
}

// moved begins a line further to the left or right: alone, with what stands below it, or
// with all that follows at its level.
func (d *yamlDecoder) moved(i, indent, end int) []mend {
	var tried []mend
	if indent > 0 {
		end = indent
	}
	alone := d.extent(i, func(int) bool { return false })
	below := d.extent(i, func(other int) bool { return other > indent })
	level := d.extent(i, func(other int) bool { return other >= indent })
	for _, to := range d.levelsAround(i) {
		by := to.indent - indent
		if by == 0 {
			continue
		}
		fact := diag.Say("too many spaces stand before this line: %d in place of %d", indent, to.indent)
		if by > 0 {
			fact = diag.Say("too few spaces stand before this line: %d in place of %d", indent, to.indent)
		}
		unlikeliness := max(by, -by)
		if indent == 0 {
			unlikeliness++ // The left edge is the level that is seldom missed.
		}
		if !d.isUsual(to, i) {
			unlikeliness += 2
		}
		for more, last := range slices.Compact([]int{alone, below, level}) {
			hint := to.hint
			if last > i {
				hint = diag.Say("%s, and move the lines down to line %d along", to.hint, d.first+last)
			}
			lines := slices.Clone(d.lines[i : last+1])
			for j := range lines {
				lines[j] = shifted(lines[j], by)
			}
			tried = append(tried, mend{i, lines, i, 0, end, fact, hint, unlikeliness + 2*more, false})
		}
	}
	return tried
}

// isUsual tells whether lines of the same kind as line i, with a dash or without one, begin
// at a level besides the one that it was taken from: two of them, since one may be wrong.
func (d *yamlDecoder) isUsual(to level, i int) bool {
	dash := strings.HasPrefix(strings.TrimLeft(d.lines[i], " "), "-")
	alike := 0
	for j, line := range d.lines {
		content := strings.TrimLeft(line, " ")
		if j != i && j != to.line && content != "" && len(line)-len(content) == to.indent && strings.HasPrefix(content, "-") == dash {
			if alike++; alike == 2 {
				return true
			}
		}
	}
	return false
}

// extent is the last of the lines below line i that stand as far to the right as belongs
// says; i when there is none.
func (d *yamlDecoder) extent(i int, belongs func(indent int) bool) (last int) {
	last = i
	for j := i + 1; j < len(d.lines) && j <= i+mendAbove; j++ {
		switch content := strings.TrimLeft(d.lines[j], " "); {
		case content == "":
		case belongs(len(d.lines[j]) - len(content)):
			last = j
		default:
			return last
		}
	}
	return last
}

// A level is how far to the right a line may begin, and how an analyst is told.
type level struct {
	indent int
	line   int // around which it was found, counted from 0
	hint   diag.Phrase
}

// levelsAround gives the levels at which line i could stand, as the lines around it do.
func (d *yamlDecoder) levelsAround(i int) []level {
	var found []level
	add := func(indent, line int, hint diag.Phrase) {
		if !slices.ContainsFunc(found, func(l level) bool { return l.indent == indent }) {
			found = append(found, level{indent, line, hint})
		}
	}
	innermost, nearest := -1, true
	for j := i - 1; j >= 0 && innermost != 0 && len(found) < mendLevels; j-- {
		content := strings.TrimLeft(d.lines[j], " ")
		indent := len(d.lines[j]) - len(content)
		if content == "" || content[0] == '#' || (innermost >= 0 && indent >= innermost) {
			continue
		}
		add(indent, j, diag.Say("begin it as far to the right as line %d", d.first+j))
		behind := strings.TrimLeft(strings.TrimPrefix(content, "-"), " ")
		inside := indent + len(content) - len(behind)
		if inside > indent {
			add(inside, j, diag.Say("begin it under the word behind the dash of line %d", d.first+j))
		}
		if nearest && strings.HasSuffix(strings.TrimRight(content, " "), ":") {
			add(inside+2, j, diag.Say("begin it two spaces further to the right than line %d", d.first+j))
		}
		innermost, nearest = indent, false
	}
	for j := i + 1; j < len(d.lines); j++ {
		if content := strings.TrimLeft(d.lines[j], " "); content != "" && content[0] != '#' {
			add(len(d.lines[j])-len(content), j, diag.Say("begin it as far to the right as line %d", d.first+j))
			break
		}
	}
	return found
}

func shifted(line string, by int) string {
	switch content := strings.TrimLeft(line, " "); {
	case content == "":
		return line
	case by >= 0:
		return strings.Repeat(" ", by) + line
	default:
		return line[min(-by, len(line)-len(content)):]
	}
}
