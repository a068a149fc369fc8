package site

import (
	"slices"
	"strconv"

	"ronde/internal/compare"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// status is the panel that says which edition this is.
func (r *reading) status() Status {
	s := Status{Edition: strconv.Itoa(r.e.Number)}
	switch {
	case r.e.Draft():
		return Status{Kind: StatusDraft, Edition: s.Edition}
	case r.e != r.report.Latest():
		s.Kind, s.Latest = StatusSuperseded, relative(r.at, reportAt(r.lang, r.e.Round))
	case !r.amended():
		s.Kind = StatusLatest
	default:
		s.Kind, s.Changes = StatusAmended, relative(r.at, changesAt(r.lang, r.e.Round))
	}
	for _, e := range slices.Backward(r.report.Editions) {
		link := r.editionLink(e)
		link.Current = e == r.e
		s.Editions = append(s.Editions, link)
		if s.Kind == StatusAmended && r.amends(e) {
			s.Reasons = append(s.Reasons, r.reason(e))
		}
	}
	for _, e := range slices.Backward(r.Archive.Withdrawn[r.e.Round]) { // all are older
		link := r.editionLink(e)
		link.Withdrawn = true
		s.Editions = append(s.Editions, link)
	}
	for _, e := range r.Archive.Mistakes(r.e) {
		if e.Round != r.e.Round {
			c := r.reason(e)
			c.Href = relative(r.at, editionAt(r.lang, e.ID()))
			s.Errors = append(s.Errors, c)
		}
	}
	return s
}

// reason says why an edition was released, in the language of the page or in the
// first in which it says so.
func (o *outlook) reason(e *edition.Edition) Correction {
	text, lang, _ := e.Reason.First(append(o.order(), e.Reason.Languages()...)...)
	c := Correction{Date: o.date(e.Released), Text: text, Seal: Seal{Sealed: !e.Draft()}}
	if lang != "" && lang != o.lang {
		c.Seal.Lang = lang
	}
	return c
}

// amended reports whether what readers of this language were told has changed since the
// first edition.
func (r *reading) amended() bool { return slices.ContainsFunc(r.report.Editions, r.amends) }

// amends reports whether an edition of the report tells the readers of this language
// something else than the one that it replaces. A correction of words in one language, and
// a new language, do not alarm those who read another.
func (r *reading) amends(e *edition.Edition) bool {
	before := r.report.Before(e)
	switch {
	case e.Kind == seal.First:
		return false
	case before == nil || e.Kind != seal.Editorial && e.Kind != seal.Translation:
		return true
	}
	if known, ok := r.amending[e]; ok {
		return known
	}
	c := compare.Of(before, e)
	r.amending[e] = len(c.Values) > 0 || slices.ContainsFunc(c.Texts, func(t compare.Text) bool { return t.Language == r.sealed })
	return r.amending[e]
}
