package diag

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// leastMasked is the number below which counts are masked where no dataset of a site asks
// for more.
const leastMasked = 10

// Mask stands for each digit of a masked number, so that what stands behind it keeps
// its column.
const Mask = "▒"

// Redact gives findings, and the lines of input files, with whole numbers from 1 to below
// threshold masked: a log of CI is often read by more people than a delivery. threshold is
// the largest of the site, and counts as 10 where it is less.
//
// Masked are such numbers in the lines of deliveries, and in what messages quote or name of
// cells and values; the words of messages, places, periods, ids and codes with letters stay.
// Where one number of a message or of a line is masked, all are: a total, a difference or a
// percentage beside it would tell it. What follows from several messages is not covered.
//
// A code that is nothing but a small number is masked too: what is printed cannot tell it
// from a count. Findings about other files than deliveries, and not about their values, are
// as they were.
func Redact(found []Diagnostic, lookup func(file string, line int) (string, bool), threshold int) ([]Diagnostic, func(file string, line int) (string, bool)) {
	m := mask{below: MaskedBelow(threshold)}
	masked := slices.Clone(found)
	for i, d := range masked {
		if !tellsValues(d) {
			continue
		}
		if masked[i] = m.finding(d); !same(masked[i], d) {
			masked[i] = mask{all: true}.finding(d)
		}
	}
	if lookup == nil {
		return masked, nil
	}
	return masked, func(file string, line int) (string, bool) {
		text, ok := lookup(file, line)
		if ok && isDelivery(file) {
			if hidden := m.row(text); hidden != text {
				text = mask{all: true}.row(text)
			}
		}
		return text, ok
	}
}

// MaskedBelow is the number below which counts are masked on a site whose largest threshold
// is given.
func MaskedBelow(threshold int) int { return max(threshold, leastMasked) }

func isDelivery(file string) bool {
	return strings.HasPrefix(file, "data/drops/") && strings.HasSuffix(file, ".csv")
}

// tellsValues reports whether a finding is about the values of deliveries: it stands in
// one, or is of a stage that has nothing else to tell.
func tellsValues(d Diagnostic) bool {
	if strings.HasPrefix(d.Span.File, "data/drops/") {
		return true
	}
	for _, stage := range [][]Entry{dropEntries, sheetEntries, cubeEntries, discloseEntries, commentaryEntries} {
		if slices.ContainsFunc(stage, func(e Entry) bool { return e.ID == d.ID }) {
			return true
		}
	}
	return false
}

// same reports whether two findings say the same.
func same(a, b Diagnostic) bool {
	return a.Title.Equal(b.Title) && a.Hint.Equal(b.Hint) && a.Subject == b.Subject &&
		slices.EqualFunc(a.Notes, b.Notes, func(x, y Note) bool { return x.Text.Equal(y.Text) })
}

// A mask hides whole numbers from 1 to less than below, or all numbers but years.
type mask struct {
	below int
	all   bool
}

// finding masks what is said in a finding.
func (m mask) finding(d Diagnostic) Diagnostic {
	d.Title, d.Hint, d.Subject = m.phrase(d.Title), m.phrase(d.Hint), m.text(d.Subject)
	d.Notes = slices.Clone(d.Notes)
	for n := range d.Notes {
		d.Notes[n].Text = m.phrase(d.Notes[n].Text)
	}
	return d
}

// phrase masks what is put into a format, not its words.
func (m mask) phrase(p Phrase) Phrase {
	args := make([]any, len(p.args))
	for i, a := range p.args {
		switch a := a.(type) {
		case string:
			args[i] = m.text(a)
		case Phrase:
			args[i] = m.phrase(a)
		default:
			args[i] = a
		}
	}
	return Phrase{p.format, args, p.initial}
}

var (
	// keyForm is an observation as a message names it: indicator, codes and period.
	keyForm = regexp.MustCompile(`^[a-z][a-z0-9-]*( [A-Za-z0-9_.-]+)? [0-9]{4}(-[0-9W][0-9Q/-]*)?$`)
	// wordForm is what stands between spaces, quotation marks and the like; a comma within a
	// numberForm is part of it.
	wordForm = regexp.MustCompile(`(?:[^\s"'“”„«»()\[\]{}<>=≤≥±~;:|,]|,[0-9])+`)
	// cellForm is what stands between the separators that a delivery may have.
	cellForm = regexp.MustCompile(`[^\s"'()\[\]{}<>=≤≥±~;:|,]+`)
	// numberForm is a word with one whole number in it and no letter in front of that.
	numberForm = regexp.MustCompile(`^([^0-9\p{L}/]*)([0-9]+)((?:[.,]0+)?[^0-9/]*)$`)
	// anyForm is one with any number in it, yearForm one that may be a year.
	anyForm   = regexp.MustCompile(`^([^0-9\p{L}/]*)([0-9][0-9.,]*)([^0-9/]*)$`)
	yearForm  = regexp.MustCompile(`^(19|20)[0-9]{2}$`)
	digitForm = regexp.MustCompile(`[0-9]`)
)

// text masks the words of an argument that are small numbers.
func (m mask) text(text string) string {
	if keyForm.MatchString(text) {
		return text
	}
	return wordForm.ReplaceAllStringFunc(text, m.number)
}

// row masks the cells of a line of a delivery that are small numbers.
func (m mask) row(text string) string { return cellForm.ReplaceAllStringFunc(text, m.number) }

func (m mask) number(text string) string {
	if m.all {
		if parts := anyForm.FindStringSubmatch(text); parts != nil && !yearForm.MatchString(text) {
			return parts[1] + digitForm.ReplaceAllString(parts[2], Mask) + parts[3]
		}
		return text
	}
	parts := numberForm.FindStringSubmatch(text)
	if parts == nil {
		return text
	}
	if n, err := strconv.Atoi(parts[2]); err != nil || n < 1 || n >= m.below {
		return text
	}
	return parts[1] + strings.Repeat(Mask, len(parts[2])) + parts[3]
}
