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
		s.Editions = append(s.Editions, EditionLink{
			Edition: strconv.Itoa(e.Number), Date: r.date(e.Released), Href: relative(r.at, editionAt(r.lang, e.ID())), Current: e == r.e,
		})
		if s.Kind == StatusAmended && e.Kind != seal.First {
			s.Reasons = append(s.Reasons, r.reason(e))
		}
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
