package source

import (
	"regexp"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// tightKey is a key within brackets that has no space behind its colon.
var tightKey = regexp.MustCompile(`([{,] *[A-Za-z_][A-Za-z0-9_-]*:)([^\s/,}])`)

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
		tried = append(tried, mend{i, []string{text}, i, indent, end, fact, hint, unlikeliness, true, false})
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
// of a space. The lines that such a list takes away, with a -, go as well.
func (d *yamlDecoder) withoutPlus(i, indent int) []mend {
	var tried []mend
	fact, away := diag.Say("a + begins this line, as in a list of changes"), diag.Say("take the + away")
	first := i
	for first > 0 && strings.HasPrefix(d.lines[first-1], "-") {
		first--
	}
	for _, m := range []struct {
		written, meant string
		first          int
		hint           diag.Phrase
	}{
		{"+", "", i, away}, {"+ ", "", i, diag.Say("take the + and the space behind it away")}, {"+", " ", i, diag.Say("write a space in place of the +")},
		{"+", "", first, diag.Say("take the + away, and delete the lines above that begin with a -")},
	} {
		var lines []string
		for j, line := range d.lines[m.first:min(i+mendAbove, len(d.lines))] {
			switch {
			case m.first+j < i:
				line = ""
			case m.first+j == i || strings.HasPrefix(line, m.written):
				line = strings.Replace(line, m.written, m.meant, 1)
			}
			lines = append(lines, line)
		}
		tried = append(tried, mend{first: m.first, replaced: lines, line: i, from: indent, to: indent + 1, fact: fact, hint: m.hint})
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
			tried = append(tried, mend{i, lines, i, 0, end, fact, hint, unlikeliness + 2*more, false, false})
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
