package site

import (
	"slices"
	"strconv"
	"sync"

	"ronde/internal/archive"
	"ronde/internal/compare"
	"ronde/internal/edition"
)

// compared are the corrections of a site beside what they replaced. They are compared
// once, for whoever asks first.
type compared struct {
	once sync.Once
	all  []*compare.Comparison
}

// comparisons are the releases that replaced an edition, each with the values that it
// changed, the newest first. What replaces nothing yet, as drafts do, is not among them.
func (s *Site) comparisons() []*compare.Comparison {
	s.compared.once.Do(func() {
		for _, e := range slices.Backward(s.Archive.Editions) {
			if before := s.replacedBy(e); before != nil {
				c := compare.Of(before, e)
				c.Figures, c.Texts = nil, nil // which pages of changes show, and not all is to be held
				s.compared.all = append(s.compared.all, c)
			}
		}
	})
	return s.compared.all
}

// replacedBy is the edition that a release replaced; nil when there is none.
func (s *Site) replacedBy(e *edition.Edition) *edition.Edition {
	report, ok := s.Archive.Report(e.Round)
	if !ok || e.Draft() || !slices.Contains(report.Editions, e) {
		return nil
	}
	return report.Before(e)
}

// corrections puts the page of all corrections, and of what was withdrawn.
func (o *outlook) corrections(w *writer) {
	at := correctionsAt(o.lang)
	p := &Corrections{Frame: o.frame(at, SectionCorrections), File: o.download(at, CorrectionsName, "JSON", "")}
	for _, c := range o.comparisons() {
		entry := o.corrected(at, c)
		if entry.wordsAlone() {
			p.Words = append(p.Words, entry)
			continue
		}
		year := strconv.Itoa(yearOf(c.New))
		if n := len(p.Years); n == 0 || p.Years[n-1].Year != year {
			p.Years = append(p.Years, CorrectionYear{Year: year})
		}
		last := &p.Years[len(p.Years)-1]
		last.Corrections = append(last.Corrections, entry)
	}
	for _, e := range slices.Backward(o.Archive.Releases) {
		if !e.HasContent() {
			p.Withdrawals = append(p.Withdrawals, o.withdrawalEntry(at, e))
		}
	}
	w.page(at, p)
}

// withdrawalEntry is a withdrawal in the list.
func (o *outlook) withdrawalEntry(at string, by *edition.Edition) WithdrawalEntry {
	round := o.l.Period(by.Round)
	return WithdrawalEntry{ID: by.Round.String() + "-" + changeID(by), Title: o.l.Capitalise(round), Round: round, Reason: o.takenBack(at, by), Extent: o.extentOf(at, by)}
}

// yearOf is the year in which an edition was released.
func yearOf(e *edition.Edition) int {
	year, _, _ := e.Released.Civil()
	return year
}

// corrected is a correction in the list.
func (o *outlook) corrected(at string, c *compare.Comparison) CorrectionEntry {
	entry := CorrectionEntry{
		ChangesInShort: o.correctionAt(at, c).inShort(), Round: o.l.Capitalise(o.l.Period(c.New.Round)),
		Report: relative(at, reportAt(o.lang, c.New.Round)), Changes: relative(at, changesAt(o.lang, c.New.Round)) + "#" + changeID(c.New),
	}
	entry.ID = c.New.Round.String() + "-" + changeID(c.New)
	return entry
}

// correctionAt is a correction as the page at an address tells it.
func (o *outlook) correctionAt(at string, c *compare.Comparison) *correction {
	report := archive.Report{Round: c.New.Round, Editions: []*edition.Edition{c.Old, c.New}}
	return o.read(report, c.New, at).beside(c)
}

// wordsAlone reports whether a correction is one of words, by its kind and in fact.
func (e CorrectionEntry) wordsAlone() bool {
	return (e.Kind == CorrectionEditorial || e.Kind == CorrectionTranslation) && e.Changed+e.Restated+e.Appeared+e.Disappeared == 0
}
