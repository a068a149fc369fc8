// Package diag holds what Ronde says about its inputs: diagnostics with a
// place, a stable id, the fact, the reason and the way out.
//
// A diagnostic is printed as
//
//	data/drops/2022-07/dvz/attestations.csv:14:15: error: "1.185" is not a whole number [number]
//	   14 │ 2022-06-26;BE;1.185
//	      ╵               ~~~~~
//	  note: column "attestations" counts persons: data/datasets/attestations.yaml:9:5
//	  hint: cell C14. Write 1185, or set `thousands: "."` for this dataset
//
// The position comes first so that editors jump to it. The title states the
// fact, in lower case, without a full stop; a note gives a reason and its own
// position; the hint says what to do in the words of somebody who works in
// Excel.
//
// The texts stand in this package, one file for each stage, as functions with
// typed arguments: a stage says what it found, and how it is said can be read,
// compared and mended in one place. The stages import diag; it imports nothing
// but the standard library.
package diag

import (
	"cmp"
	"slices"
	"strconv"
)

// A Span is a place in an input file. Lines and columns count from 1; columns
// count characters, as editors do, not bytes. Line 0 is the file as a whole.
type Span struct {
	File   string // path within the site, with slashes
	Line   int
	Column int
	End    int    // column after the last character; 0 when only the start is known
	Cell   string // the spreadsheet cell, "C14", where the place is one
}

// FileSpan is the place of a file as a whole.
func FileSpan(file string) Span { return Span{File: file} }

// IsZero reports whether s is no place.
func (s Span) IsZero() bool { return s.File == "" }

// String is the form that editors follow: file:line:column, or the file alone.
func (s Span) String() string {
	if s.Line == 0 {
		return s.File
	}
	if s.Column == 0 {
		return s.File + ":" + strconv.Itoa(s.Line)
	}
	return s.File + ":" + strconv.Itoa(s.Line) + ":" + strconv.Itoa(s.Column)
}

// Severity says what a diagnostic means for the run.
type Severity uint8

// A notice informs and never fails a run; a warning fails it under --strict
// and can be accepted; an error always fails it.
const (
	Notice Severity = iota
	Warning
	Error
)

var severityNames = [...]string{"notice", "warning", "error"}

// String is the English word printed before the title.
func (s Severity) String() string { return severityNames[s] }

// word is that word in any language.
func (s Severity) word() Phrase {
	return [...]Phrase{Say("notice"), Say("warning"), Say("error")}[s]
}

// A Note is a reason for a diagnostic, with the second place involved, if any.
type Note struct {
	Text Phrase
	Span Span
}

// A Diagnostic is one finding about the inputs.
type Diagnostic struct {
	ID       string // stable, lower case with hyphens; an entry of Catalogue
	Severity Severity
	Span     Span
	Title    Phrase
	Notes    []Note
	Hint     Phrase
	// Subject names what a warning is about in words that do not move when
	// lines do: "attestations 2022-06 geo=BE", a figure's id, a sentence's
	// number. It is what `where:` of an acceptance is compared with.
	Subject string
	// Awaits is the delivery that brings what is missing, if one does.
	Awaits Delivery
	// Refused says that a release does not pass this warning.
	Refused bool
}

// Note adds a reason without a place of its own; an empty one adds nothing.
func (d Diagnostic) Note(text Phrase) Diagnostic {
	if text.IsZero() {
		return d
	}
	return d.NoteAt(Span{}, text)
}

// NoteAt adds a reason with the place where it stands.
func (d Diagnostic) NoteAt(at Span, text Phrase) Diagnostic {
	d.Notes = append(slices.Clip(d.Notes), Note{text, at})
	return d
}

// About sets the subject that an acceptance names.
func (d Diagnostic) About(subject string) Diagnostic {
	d.Subject = subject
	return d
}

// A List collects diagnostics. The zero value is an empty list. A list is not
// safe for concurrent use: stages that work in parallel keep one each and
// append them in a fixed order.
type List struct {
	items  []Diagnostic
	errors int
	counts map[group]int
}

// A group of findings has one id and one file.
type group struct{ id, file string }

// MostOfAGroup is the number of findings of one id in one file that are kept. More
// would not be read, and a file of a million faults would fill the memory; the last
// one kept says how many there are besides.
const MostOfAGroup = 1000

// Add appends findings.
func (l *List) Add(found ...Diagnostic) {
	if l.counts == nil {
		l.counts = map[group]int{}
	}
	for _, d := range found {
		if d.Severity == Error {
			l.errors++
		}
		s := group{d.ID, d.Span.File}
		if l.counts[s]++; l.counts[s] <= MostOfAGroup {
			l.items = append(l.items, d)
		}
	}
}

// Append adds what another list holds, as if it had been found here.
func (l *List) Append(other *List) {
	listed := map[group]int{}
	for _, d := range other.items {
		l.Add(d)
		listed[group{d.ID, d.Span.File}]++
	}
	l.errors += other.errors - countErrors(other.items)
	for s, n := range other.counts {
		if more := n - listed[s]; more > 0 {
			l.counts[s] += more
		}
	}
}

func countErrors(found []Diagnostic) (n int) {
	for _, d := range found {
		if d.Severity == Error {
			n++
		}
	}
	return n
}

// Errors is the number of errors so far. A stage that wants to know whether
// what it just did failed compares it before and after.
func (l *List) Errors() int { return l.errors }

// Len is the number of findings so far.
func (l *List) Len() int { return len(l.items) }

// Sorted gives the findings by file, line, column, id and title, equal ones
// once: that one which says more, because a stage that knows the values may find again what
// an earlier one found. The order does not depend on the order in which they were found.
func (l *List) Sorted() []Diagnostic {
	sorted := slices.Clone(l.items)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.File, b.Span.File),
			cmp.Compare(a.Span.Line, b.Span.Line),
			cmp.Compare(a.Span.Column, b.Span.Column),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Title.String(), b.Title.String()),
			cmp.Compare(len(b.Notes), len(a.Notes)),
		)
	})
	sorted = slices.CompactFunc(sorted, func(a, b Diagnostic) bool {
		return a.ID == b.ID && a.Span == b.Span && a.Title.Equal(b.Title)
	})
	noted := map[group]bool{}
	for i := len(sorted) - 1; i >= 0; i-- {
		s := group{sorted[i].ID, sorted[i].Span.File}
		if more := l.counts[s] - MostOfAGroup; more > 0 && !noted[s] {
			noted[s] = true
			sorted[i].Notes = slices.Clone(sorted[i].Notes)
			sorted[i] = sorted[i].Note(Say("%d more of this kind in this file are not listed", more))
		}
	}
	return sorted
}

// Replace puts findings in the place of those that the list holds; it is for
// acceptances, which take warnings out and add warnings of their own.
func (l *List) Replace(found []Diagnostic) {
	*l = List{}
	l.Add(found...)
}

func fault(id string, at Span, title, hint Phrase) Diagnostic {
	return Diagnostic{ID: id, Severity: Error, Span: at, Title: title, Hint: hint}
}

func warning(id string, at Span, title, hint Phrase) Diagnostic {
	return Diagnostic{ID: id, Severity: Warning, Span: at, Title: title, Hint: hint}
}

func notice(id string, at Span, title, hint Phrase) Diagnostic {
	return Diagnostic{ID: id, Severity: Notice, Span: at, Title: title, Hint: hint}
}
