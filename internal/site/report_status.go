package site

import (
	"slices"
	"strconv"

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
	case r.e.Kind == seal.First:
		s.Kind = StatusLatest
	default:
		s.Kind, s.Changes = StatusAmended, relative(r.at, changesAt(r.lang, r.e.Round))
	}
	for _, e := range slices.Backward(r.report.Editions) {
		link := r.editionLink(e)
		link.Current = e == r.e
		s.Editions = append(s.Editions, link)
		if s.Kind == StatusAmended && e.Kind != seal.First {
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
func (r *reading) reason(e *edition.Edition) Correction {
	text, lang, _ := e.Reason.First(append(r.order(), e.Reason.Languages()...)...)
	c := Correction{Date: r.date(e.Released), Text: text, Seal: Seal{Sealed: !e.Draft()}}
	if lang != "" && lang != r.lang {
		c.Seal.Lang = lang
	}
	return c
}
