// Package calendar reads content/calendar.yaml: the days on which reports are to
// be released. A day announced there is a plan. What was released, and when, the
// editions say.
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
	Round source.At[period.Period] `key:"round,required" doc:"Month of the report"`
	Date  source.At[period.Date]   `key:"date,required" doc:"Day on which it is to be released"`
	Note  source.Text              `key:"note" doc:"A remark for readers, in every language of the site"`
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
		out.Add(diag.Setting(r.Round.Span, "round", round.String(), "a report is about a month: write one, such as 2023-04"))
		return
	}
	if first, twice := planned[round]; twice {
		out.Add(diag.PlannedTwice(r.Round.Span, round.String(), first))
	} else {
		planned[round] = r.Round.Span
	}
	if r.Date.Value <= round.Start() {
		out.Add(diag.Setting(r.Date.Span, "date", r.Date.Value.String(), "a report is released after its month has begun: correct `round` or `date`"))
	}
	if r.Note.IsZero() {
		return
	}
	if lacking := r.Note.Lacking(book.Site.LanguageTags()); len(lacking) > 0 {
		out.Add(diag.MissingLabel(r.Note.Span, "release", round.String(), "note", lacking))
	}
}
