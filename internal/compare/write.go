package compare

import (
	"fmt"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/observation"
)

// name is an edition as the head of a comparison names it.
func name(e *edition.Edition) string {
	if e.Draft() {
		return e.ID().String() + " (draft)"
	}
	return e.ID().String() + " of " + e.Released.String()
}

// reasons say why the newer edition was released, where it is a correction.
func (c *Comparison) reasons() []string {
	var lines []string
	for _, language := range c.New.Reason.Languages() {
		text, _ := c.New.Reason.In(language)
		lines = append(lines, language+": "+text)
	}
	return lines
}

// counts is the first thing to know: how much differs, and whether the headline does.
func (c *Comparison) counts() string {
	if len(c.Values) == 0 {
		return "no value differs"
	}
	line := fmt.Sprintf("%s changed, %d restated, %d appeared, %d disappeared", some(c.Count(Changed), "value"), c.Count(Restated), c.Count(Appeared), c.Count(Disappeared))
	if c.Headline {
		return line + "; the headline differs"
	}
	return line + "; the headline is the same"
}

func some(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// largest names the largest changes: that in per cent too, where it is another one.
func (c *Comparison) largest() []string {
	absolute, relative := c.Largest()
	var lines []string
	if absolute != nil {
		lines = append(lines, "largest change: "+absolute.sentence())
	}
	if relative != nil && relative != absolute {
		lines = append(lines, "largest in per cent: "+relative.sentence())
	}
	return lines
}

// sentence is a value in one line: attestations BE 2022-07, 1200 → 1185 (-15, -1.3 %).
func (v Value) sentence() string {
	line := v.Key.String() + ", " + v.Old.String() + " → " + v.New.String()
	if by := v.By(); by != "" {
		line += " (" + by + ")"
	}
	return line
}

// By is the difference in words, also in per cent where there is one: -15, -1.3 %. It is ""
// where there is no difference of numbers.
func (v Value) By() string {
	difference, ok := v.Difference()
	if !ok || difference == 0 {
		return ""
	}
	text := signed(difference.String())
	if percent, ok := v.Percent(); ok {
		text += ", " + signed(percent.String()) + " %"
	}
	return text
}

func signed(number string) string {
	if strings.HasPrefix(number, "-") {
		return number
	}
	return "+" + number
}

// absences are the words for the reasons of having no value.
var absences = []struct {
	status observation.Status
	word   string
}{
	{observation.Hidden, "hidden"}, {observation.NotDelivered, "not delivered"},
	{observation.CannotExist, "cannot exist"}, {observation.NotCollected, "not collected"},
}

var bounds = map[observation.Qualifier]string{observation.Lower: ">", observation.Upper: "<", observation.About: "≈"}

// String is what an edition says of a key, with the letters of the status: 1185 [P].
func (s Saying) String() string {
	if !s.Said {
		return "–"
	}
	if !s.HasValue {
		for _, a := range absences {
			if s.Status.Has(a.status) {
				return a.word
			}
		}
		return "no value"
	}
	text := bounds[s.Qualifier] + s.Value.String()
	if letters := s.Status.String(); letters != "" {
		text += " [" + letters + "]"
	}
	return text
}

// says is what differs of a figure.
func (f Figure) says() string {
	switch f.Kind() {
	case Appeared:
		return "new"
	case Disappeared:
		return "gone"
	}
	var parts []string
	if f.Redrawn {
		parts = append(parts, "drawn otherwise")
	}
	if f.Values > 0 {
		parts = append(parts, some(f.Values, "value"))
	}
	return strings.Join(parts, ", ")
}

// says is that a language is new or gone.
func (l Language) says() string {
	if l.Kind == Appeared {
		return "new language: " + l.Tag
	}
	return "language no longer there: " + l.Tag
}

// place names a piece of text: nl, figure attestations-month, title.
func (t Text) place() string {
	part := strings.ReplaceAll(string(t.Part), "-", " ")
	if t.Figure != "" {
		return t.Language + ", figure " + t.Figure + ", " + part
	}
	return t.Language + ", " + part
}

// around is the number of words that are shown of what did not change.
const around = 4

// marked writes runs in one line, what was deleted and inserted between marks. The space
// behind a run stands behind its mark.
func marked(runs []Run, escape func(string) string, deleted, inserted [2]string) string {
	var b strings.Builder
	for _, r := range Shortened(runs, around) {
		words := strings.TrimRight(r.Text, " ")
		marks := map[Edit][2]string{Deleted: deleted, Added: inserted}[r.Edit]
		b.WriteString(marks[0] + escape(words) + marks[1] + r.Text[len(words):])
	}
	return strings.TrimSpace(b.String())
}
