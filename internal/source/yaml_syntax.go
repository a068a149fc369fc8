package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"ronde/internal/diag"
)

// The YAML library says what it could not go on with, and often names the line
// above. So the lines are read once more for the mistakes that people make:
// each rule below is a thing that YAML does not allow, and the first that
// applies is reported. What no rule finds is reported in the library's words.

var yamlErrorForm = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

func (d *yamlDecoder) syntax(err error) diag.Diagnostic {
	s := suspect{lines: d.lines}
	if s.search() {
		d.certain = !s.doubtful
		return diag.YAMLSyntax(d.span(s.line, s.column, s.end), s.fact, s.hint)
	}
	line, text := 1, err.Error()
	if m := yamlErrorForm.FindStringSubmatch(text); m != nil {
		text = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
	}
	return diag.YAMLSyntax(d.span(line, 0, 0), diag.Say("this is not YAML: %s", diag.Visible(text)),
		diag.Say("look at this line and the ones around it: indents are equal within a list, a space follows each colon, quotation marks and brackets are closed"))
}

// suspect is a search for a mistake, and where it was found.
type suspect struct {
	lines             []string
	line, column, end int
	fact, hint        diag.Phrase

	indents []int // of the open mappings and lists
	filled  bool  // the last key has its value on its own line

	// What was found may follow from a line above: an indent, or a key without a colon.
	doubtful bool
}

// at sets what was found: bytes from to before to of a line counted from 0.
func (s *suspect) at(line, from, to int, fact, hint diag.Phrase) bool {
	text := s.lines[line]
	s.line = line + 1
	s.column = utf8.RuneCountInString(text[:from]) + 1
	s.end = utf8.RuneCountInString(text[:to]) + 1
	s.fact, s.hint = fact, hint
	return true
}

var (
	blockStart = regexp.MustCompile(`^[|>][-+0-9]*[ \t]*(#.*)?$`)
	keyStart   = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s"'{}\[\]#&*!|>%@,\x60][^#]*?)[ \t]*:([ \t]+|$)`)
	tightColon = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*:[^\s/]`)
)

func (s *suspect) search() bool {
	s.filled = false
	for i := 0; i < len(s.lines); i++ {
		line := s.lines[i]
		content := strings.TrimLeft(line, " \t")
		if content == "" || content[0] == '#' {
			continue
		}
		indent := len(line) - len(content)
		if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 {
			return s.at(i, tab, tab+1, diag.Say("a tab indents this line"), diag.Say("indent with spaces: two for each level"))
		}
		if content == "---" || content == "..." || content[0] == '%' {
			s.indents, s.filled = nil, false
			continue
		}
		if s.misplaced(i, indent, content) {
			return true
		}
		next, found := s.entry(i, indent)
		if found {
			return true
		}
		i = next
	}
	return false
}

// misplaced compares a line's indent with those of the lines above.
func (s *suspect) misplaced(i, indent int, content string) bool {
	last := len(s.indents) - 1
	if last >= 0 && indent > s.indents[last] && s.filled {
		if keyStart.MatchString(content) {
			s.doubtful = true
			return s.at(i, 0, indent, diag.Say("this line is indented further than the one above, which already has a value"),
				diag.Say("give it the indent of the line above, or take the value above away if this belongs below it"))
		}
		return false // The value goes on in this line.
	}
	for last >= 0 && indent < s.indents[last] {
		last--
	}
	if last >= 0 && indent > s.indents[last] && last < len(s.indents)-1 {
		s.doubtful = true
		return s.at(i, 0, indent, diag.Say("the indent of this line is that of no line above"),
			diag.Say("give lines that belong together the same indent"))
	}
	s.indents = s.indents[:last+1]
	return false
}

// entry looks at a line from its dash or key on; next is the last line that
// belongs to its value.
func (s *suspect) entry(i, from int) (next int, found bool) {
	line := s.lines[i]
	s.open(from)
	for strings.HasPrefix(line[from:], "- ") {
		behind := from + 1
		for behind < len(line) && line[behind] == ' ' {
			behind++
		}
		if behind == len(line) {
			s.filled = false
			return i, false
		}
		from = behind
		if keyStart.MatchString(line[from:]) {
			s.open(from)
		}
	}
	if line[from:] == "-" {
		s.filled = false
		return i, false
	}
	m := keyStart.FindStringSubmatchIndex(line[from:])
	if m == nil {
		return s.noKey(i, from)
	}
	value := from + m[1]
	if value == len(line) || line[value] == '#' {
		s.filled = false
		return i, false
	}
	if blockStart.MatchString(line[value:]) {
		s.filled = false
		return s.block(i, from), false
	}
	s.filled = true
	return s.value(i, value)
}

func (s *suspect) open(indent int) {
	if last := len(s.indents) - 1; last < 0 || indent > s.indents[last] {
		s.indents = append(s.indents, indent)
	}
}

// noKey looks at a line that begins with no key.
func (s *suspect) noKey(i, from int) (next int, found bool) {
	line := s.lines[i]
	if tightColon.MatchString(line[from:]) {
		colon := from + strings.IndexByte(line[from:], ':')
		return i, s.at(i, from, len(strings.TrimRight(line, " \t")), diag.Say("no space follows the colon"), diag.Say("write `%s: %s`", diag.Visible(line[from:colon]), diag.Visible(line[colon+1:])))
	}
	inList := strings.Contains(line[:from], "-")
	if c := line[from]; c == '"' || c == '\'' || c == '{' || c == '[' || inList {
		return s.value(i, from)
	}
	if !s.filled && i > 0 {
		return i, false
	}
	s.doubtful = true
	return i, s.at(i, from, len(strings.TrimRight(line, " \t")), diag.Say("this line has no `key:`"),
		diag.Say("write `key: value`; a text of several lines begins with `key: |` and is indented below it"))
}

// block skips a text that begins with | or >.
func (s *suspect) block(i, indent int) (next int) {
	for i+1 < len(s.lines) {
		content := strings.TrimLeft(s.lines[i+1], " ")
		if content != "" && len(s.lines[i+1])-len(content) <= indent {
			return i
		}
		i++
	}
	return i
}

// value looks at a value that begins at from.
func (s *suspect) value(i, from int) (next int, found bool) {
	line := s.lines[i]
	end := len(strings.TrimRight(line, " \t"))
	switch c := line[from]; {
	case c == '"' || c == '\'':
		return s.quoted(i, from)
	case c == '{' || c == '[':
		return s.bracket(i, from)
	case strings.IndexByte("@`%,]}|>&*!", c) >= 0 && !isTagLike(line[from:]):
		return i, s.at(i, from, end, diag.Say("a value cannot begin with %s", string(rune(c))),
			diag.Say("put quotation marks around it: %s", inQuotes(line[from:end])))
	case strings.HasPrefix(line[from:], "- "):
		return i, s.at(i, from, from+1, diag.Say("a list cannot begin behind its key"), diag.Say("begin each item on a line of its own, or write [a, b]"))
	}
	text := line[from:]
	if j := strings.Index(text, " #"); j >= 0 {
		text = text[:j]
	}
	text = strings.TrimRight(text, " \t")
	for j := 0; j < len(text); j++ {
		if text[j] == ':' && (j+1 == len(text) || text[j+1] == ' ' || text[j+1] == '\t') {
			return i, s.at(i, from+j, from+j+1, diag.Say("this value holds a colon followed by a space"),
				diag.Say("put quotation marks around it: %s", inQuotes(text)))
		}
	}
	return i, false
}

// isTagLike: an alias, anchor or tag that is YAML, and refused as a feature.
func isTagLike(text string) bool {
	return strings.IndexByte("&!", text[0]) >= 0 && len(text) > 1 && text[1] != ' '
}

func inQuotes(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(diag.Visible(text), "'", "''") + "'"
	}
	return `"` + diag.Visible(text) + `"`
}

// quoted looks at a text between quotation marks, which may go on in further
// lines.
func (s *suspect) quoted(i, from int) (next int, found bool) {
	mark := s.lines[i][from]
	line, pos := i, from+1
	for ; line < len(s.lines); line, pos = line+1, 0 {
		text := s.lines[line]
		for ; pos < len(text); pos++ {
			switch {
			case mark == '"' && text[pos] == '\\':
				if pos+1 < len(text) && strings.IndexByte("0abtnvfre\"/\\N_LPxuU \t", text[pos+1]) < 0 {
					return i, s.at(line, pos, pos+2, diag.Say("a backslash cannot stand here"),
						diag.Say("write the text between single quotation marks, in which a backslash is a backslash"))
				}
				pos++
			case mark == '\'' && strings.HasPrefix(text[pos:], "''"):
				pos++
			case text[pos] == mark:
				behind := strings.TrimLeft(text[pos+1:], " \t")
				if behind == "" || behind[0] == '#' {
					return line, false
				}
				if line > i {
					return i, s.unclosed(i, from)
				}
				hint := diag.Say("put the whole value between quotation marks")
				if mark == '\'' {
					hint = diag.Say("write an apostrophe inside single quotation marks twice, or use double ones")
				}
				at := len(text) - len(behind)
				return i, s.at(i, at, len(strings.TrimRight(text, " \t")), diag.Say("there is text behind the closing quotation mark"), hint)
			}
		}
	}
	return i, s.unclosed(i, from)
}

func (s *suspect) unclosed(i, from int) bool {
	return s.at(i, from, from+1, diag.Say("the quotation mark that opens here is not closed"), diag.Say("close it at the end of the text"))
}

// bracket looks at a list in [] or a mapping in {}, which may go on in further
// lines.
func (s *suspect) bracket(i, from int) (next int, found bool) {
	depth := 0
	var mark byte
	for line, pos := i, from; line < len(s.lines); line, pos = line+1, 0 {
		text := s.lines[line]
		for ; pos < len(text); pos++ {
			c := text[pos]
			switch {
			case mark != 0:
				if c == '\\' && mark == '"' {
					pos++
				} else if c == mark {
					mark = 0
				}
			case (c == '"' || c == '\'') && strings.IndexByte(" \t{[,", text[max(pos-1, 0)]) >= 0:
				mark = c
			case c == '{' || c == '[':
				depth++
			case c == '}' || c == ']':
				if depth--; depth > 0 {
					continue
				}
				behind := strings.TrimLeft(text[pos+1:], " \t")
				if behind == "" || behind[0] == '#' {
					return line, false
				}
				at := len(text) - len(behind)
				return i, s.at(line, at, len(strings.TrimRight(text, " \t")), diag.Say("there is text behind the closing bracket"),
					diag.Say("put quotation marks around the whole value if it is a text: %s", inQuotes(strings.TrimRight(text[min(from, pos):], " \t"))))
			}
		}
	}
	return i, s.at(i, from, from+1, diag.Say("the bracket that opens here is not closed"), diag.Say("close it, or put quotation marks around a text that begins with a bracket"))
}
