// Package calendar reads content/calendar.yaml: the days on which reports are to
// be released. A day announced there is a plan, provisional or confirmed; one that
// was put off or brought forward keeps the days announced before it, each with the
// day and the reason of the change. What was released, and when, the editions say:
// nobody writes down that a report is published.
package calendar

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

const path = "content/calendar.yaml"

// File is content/calendar.yaml.
type File struct {
	Releases []Release `key:"releases,required" doc:"Planned releases, in any order"`
}

// Release is the day planned for the report of a round.
type Release struct {
	Round  source.At[period.Period] `key:"round,required" doc:"Month of the report"`
	Date   source.At[period.Date]   `key:"date,required" doc:"Day on which it is to be released"`
	Status source.At[string]        `key:"status" enum:"provisional|confirmed" doc:"Whether the day may still change; confirmed when left out"`
	Moved  []Move                   `key:"moved" doc:"Days that were announced before, the first one first"`
	Note   source.Text              `key:"note" doc:"A remark for readers, in every language of the site"`
}

// Provisional reports whether the day is announced as one that may still change.
func (r Release) Provisional() bool { return r.Status.Value == provisional }

// To is the day to which the i-th of the moves led.
func (r Release) To(i int) period.Date {
	if i+1 < len(r.Moved) {
		return r.Moved[i+1].From.Value
	}
	return r.Date.Value
}

const provisional = "provisional"

// A Move is the change of a day that had been announced.
type Move struct {
	From   source.At[period.Date] `key:"from,required" doc:"Day that had been announced"`
	On     source.At[period.Date] `key:"on,required" doc:"Day on which the change was announced"`
	Reason source.Text            `key:"reason,required" doc:"Why, in every language of the site"`
}

// Read reads the calendar of a site, in the order of rounds. A site need not have
// one.
func Read(t *source.Tree, book *codebook.Codebook, out *diag.List) []Release {
	if !t.Exists(path) {
		return nil
	}
	f, missing := t.ReadText(path)
	if missing != nil {
		out.Add(*missing)
		return nil
	}
	var file File
	if !source.DecodeYAML(f, &file, out) {
		return nil
	}
	planned := map[period.Period]diag.Span{}
	for _, r := range file.Releases {
		check(r, planned, book, out)
	}
	slices.SortStableFunc(file.Releases, func(a, b Release) int { return period.Compare(a.Round.Value, b.Round.Value) })
	return file.Releases
}

func check(r Release, planned map[period.Period]diag.Span, book *codebook.Codebook, out *diag.List) {
	round := r.Round.Value
	if round.Kind() != period.Month {
		out.Add(diag.Setting(r.Round.Span, "round", round.String(), diag.Say("a report is about a month: write one, such as 2023-04")))
		return
	}
	if first, twice := planned[round]; twice {
		out.Add(diag.PlannedTwice(r.Round.Span, round.String(), first))
	} else {
		planned[round] = r.Round.Span
	}
	if r.Date.Value <= round.Start() {
		out.Add(diag.Setting(r.Date.Span, "date", r.Date.Value.String(), diag.Say("a report is released after its month has begun: correct `round` or `date`")))
	}
	for i := range r.Moved {
		checkMove(r, i, book, out)
	}
	if !r.Note.IsZero() {
		inAllLanguages(r.Note, r, "note", book, out)
	}
}

// checkMove insists that the days of a release tell one story: each differs from the one
// that followed it, none was announced when it was over, and what was announced later
// stands below.
func checkMove(r Release, i int, book *codebook.Codebook, out *diag.List) {
	m, round := r.Moved[i], r.Round.Value
	if m.From.Value <= round.Start() {
		out.Add(diag.Setting(m.From.Span, "from", m.From.Value.String(), diag.Say("a report is planned after its month has begun: correct `round` or `from`")))
	}
	if to := r.To(i); to == m.From.Value {
		out.Add(diag.NotMoved(m.From.Span, round.String(), to.String(), i+1 == len(r.Moved)))
	} else if to < m.On.Value {
		out.Add(diag.MovedIntoThePast(m.On.Span, round.String(), m.On.Value.String(), to.String()))
	}
	if i > 0 && m.On.Value <= r.Moved[i-1].On.Value {
		out.Add(diag.MovedOutOfOrder(m.On.Span, round.String(), m.On.Value.String(), r.Moved[i-1].On.Value.String(), r.Moved[i-1].On.Span))
	}
	inAllLanguages(m.Reason, r, "reason", book, out)
}

func inAllLanguages(text source.Text, r Release, key string, book *codebook.Codebook, out *diag.List) {
	if lacking := text.Lacking(book.Site.LanguageTags()); len(lacking) > 0 {
		out.Add(diag.MissingLabel(text.Span, "release", r.Round.Value.String(), key, lacking))
	}
}
