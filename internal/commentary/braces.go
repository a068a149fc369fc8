package commentary

import (
	"regexp"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// A bracing is a reference as its braces stand in the text, or what was meant to be one and
// lacks some of them. Ranges are byte offsets into the text.
type bracing struct {
	start, end int
	// missing are the braces that were forgotten: "}", "}}", "{" or "{{"; "" for none.
	missing string
	// parted says that }} stands on the next line.
	parted bool
	// faultStart and faultEnd are where that is said.
	faultStart, faultEnd int
	inner                string // between the braces; of one that lacks some, as far as it can be one
}

func (b *bracing) whole() bool { return b.missing == "" && !b.parted }

// bracingAt reads the braces that stand in text at i; ok is false where they are ordinary
// text. A brace is said to be missing only where that is beyond doubt: two braces of a kind
// are no part of a sentence.
func bracingAt(text string, i int) (b bracing, ok bool) {
	switch {
	case escaped(text, i):
		return b, false
	case strings.HasPrefix(text[i:], "{{"):
		return opened(text, i), true
	case text[i] == '{':
		return halfOpened(text, i)
	case strings.HasPrefix(text[i:], "}}"):
		return stray(text, i)
	}
	return b, false
}

// opened reads what follows {{ at start. Two braces within the quotation marks of else close
// nothing.
func opened(text string, start int) bracing {
	line := lineFrom(text, start)
	at := closer(line, true)
	if at < 0 {
		// A mark that is not closed is reported as such, with the reference.
		at = closer(line, false)
	}
	switch {
	case at < 0 || line[at] == '{':
		return unclosed(text, start)
	case strings.HasPrefix(line[at:], "}}"):
		return bracing{start: start, end: start + at + 2, inner: line[2:at]}
	}
	at += start
	return bracing{start: start, end: at + 1, missing: "}", faultStart: at, faultEnd: at + 1, inner: strings.TrimSpace(text[start+2 : at])}
}

// closer finds the first brace behind {{ in a line that ends the reference, or shows that it
// has no end: } or {{. Words of lit may hold one brace.
func closer(line string, marks bool) int {
	literal := strings.HasPrefix(strings.TrimLeft(line[2:], " "), "lit ") && strings.Contains(line, "}}")
	quoted := false
	for i := 2; i < len(line); i++ {
		switch {
		case line[i] == '"':
			quoted = marks && !quoted
		case quoted:
		case line[i] == '}' && (!literal || strings.HasPrefix(line[i:], "}}")), strings.HasPrefix(line[i:], "{{"):
			return i
		}
	}
	return -1
}

// unclosed is a reference without }} on its line. It goes as far as what follows can be one.
func unclosed(text string, start int) bracing {
	line := lineFrom(text, start)
	head := referenceHead(line[2:])
	b := bracing{start: start, end: start + 2 + len(head), missing: "}}", inner: strings.TrimSpace(head)}
	b.faultStart, b.faultEnd = b.start, b.end
	if strings.TrimSpace(line[b.end-start:]) != "" {
		return b
	}
	_, next, _ := strings.Cut(text[start+len(line):], "\n")
	next, _, _ = strings.Cut(next, "\n")
	if at := strings.IndexAny(next, "{}"); at >= 0 && strings.HasPrefix(next[at:], "}}") {
		more := strings.TrimLeft(next[:at], " \t>")
		if joined := b.inner + " " + strings.TrimSpace(more); referenceHead(joined) == joined {
			b.missing, b.parted, b.inner = "", true, joined
		}
	}
	return b
}

// halfOpened is {word … }}: two braces close what one opened.
func halfOpened(text string, start int) (b bracing, ok bool) {
	if start > 0 && text[start-1] == '{' {
		return b, false // of \{{
	}
	line := lineFrom(text, start)
	at := strings.IndexAny(line[1:], "{}") + 1
	if at == 0 || !strings.HasPrefix(line[at:], "}}") || !startsReference.MatchString(line[1:at]) {
		return b, false
	}
	return bracing{start: start, end: start + at + 2, missing: "{", faultStart: start, faultEnd: start + 1, inner: strings.TrimSpace(line[1:at])}, true
}

var (
	startsReference = regexp.MustCompile(`^[ \t]*[\pL\pN]`)
	endsReference   = regexp.MustCompile(`[a-z0-9][a-z0-9-]*$`)
	emptyLine       = regexp.MustCompile(`\n[ \t]*\r?\n`)
)

// stray is word}}, which nothing opens.
func stray(text string, i int) (b bracing, ok bool) {
	before := text[:i]
	if last := strings.LastIndexAny(before, "{}"); last >= 0 && before[last] == '{' && !emptyLine.MatchString(before[last:]) {
		return b, false // of \{{, or of a reference on the line above
	}
	word := endsReference.FindString(lastWord(before))
	if word == "" {
		return b, false
	}
	b = bracing{start: i, end: i + 2, missing: "{{", faultStart: i - len(word), faultEnd: i + 2, inner: word}
	return b, true
}

func lineFrom(text string, start int) string {
	line := text[start:]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	return line
}

// headWord is the beginning of a reference.
var headWord = regexp.MustCompile(`^[ \t]*[\pL\pN][\pL\pN_-]*`)

// headPart is what may follow: a condition, a form, words for else.
var headPart = regexp.MustCompile(`^[ \t]*(?:[a-z][a-z0-9-]*=[\pL\pN_./-]*[\pL\pN_]|\|[ \t]*([a-z%0-9-]+)(?:[ \t]+of=[a-z0-9-]+|[ \t]+[0-9][0-9A-Z.-]*[0-9])?|else[ \t]+"[^"]*")`)

// referenceHead gives as much of a text as can be what stands between {{ and }}.
func referenceHead(text string) string {
	text, _, _ = strings.Cut(text, "{{")
	head := headWord.FindString(text)
	switch strings.TrimSpace(head) {
	case "lit":
		return strings.TrimRight(text, " \t")
	case "figure":
		return head + headWord.FindString(text[len(head):])
	}
	for {
		part := headPart.FindStringSubmatch(text[len(head):])
		if part == nil || part[1] != "" && !slices.Contains(formWords(), part[1]) {
			return head
		}
		head += part[0]
	}
}

// unbraced says which braces are missing.
func (r *reader) unbraced(b *bracing) {
	at := r.at(b.faultStart, b.faultEnd)
	switch {
	case b.parted:
		r.out.Add(diag.ReferenceParted(at, b.inner))
	case b.missing[0] == '{':
		r.out.Add(diag.BracesBefore(at, b.missing, b.inner))
	default:
		r.out.Add(diag.BracesBehind(at, b.missing, b.inner))
	}
}

// A single is a word between single braces, which is a reference where the word is an
// indicator or names a figure.
type single struct {
	start, end   int
	word, second string
}

var singleBraces = regexp.MustCompile(`\{[ \t]*([a-z0-9][a-z0-9-]*)(?:[ \t]+([a-z0-9][a-z0-9-]*)[ \t]*|[ \t]*|[ \t]+[^{}\r\n]*|[ \t]*\|[^{}\r\n]*)\}`)

// findSingles lists words between single braces. Those within an address are part of it.
func (r *reader) findSingles() {
	for _, m := range singleBraces.FindAllStringSubmatchIndex(r.Source, -1) {
		start, end := m[0], m[1]
		before, after := r.Source[:start], r.Source[end:]
		if within(r.seen, start) || escaped(r.Source, start) || strings.HasPrefix(after, "}") || strings.HasPrefix(after, "/") ||
			before != "" && strings.ContainsRune("{/=?&", rune(before[len(before)-1])) {
			continue
		}
		s := single{start: start, end: end, word: r.Source[m[2]:m[3]]}
		if m[4] >= 0 {
			s.second = r.Source[m[4]:m[5]]
		}
		r.singles = append(r.singles, s)
	}
}

// checkSingles reports words between single braces that are references.
func (b *Binder) checkSingles(d *Document) {
	for _, s := range d.singles {
		_, known := b.Book.Indicator(s.word)
		if _, placed := b.titles[s.second]; known || s.word == "figure" && placed {
			b.unbound = true
			b.out.Add(diag.SingleBraces(d.at(s.start, s.end), strings.TrimSpace(d.Source[s.start+1:s.end-1])))
		}
	}
}
