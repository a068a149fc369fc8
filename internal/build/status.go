package build

import (
	"io/fs"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/dues"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
)

// Status tells who owes what on a day: o.SiteDate or, when that is nil, today, which
// o.Today gives. Deliveries with errors count as arrived: somebody works on them. It is
// nil when codebook or editions cannot be read, which the findings then say.
func Status(fsys fs.FS, o Options) (*dues.Dues, *codebook.Codebook, Result) {
	w := read(fsys)
	if !w.complete {
		return nil, nil, w.result()
	}
	if o.SiteDate == nil {
		today, err := o.Today(w.book.Site.TimeZone)
		if err != nil {
			return nil, nil, w.usage(err)
		}
		o.SiteDate = &today
	}
	if err := w.foldEditions(Options{SiteDate: o.SiteDate}); err != nil {
		return nil, nil, w.usage(err)
	}
	s := &site.Site{Archive: w.archive, Date: w.date, Arrivals: w.deliveries()}
	return dues.Of(*w.date, w.book, s.Owed(w.unreleased(), w.coverage())), w.book, Result{}
}

// unreleased are the rounds without an edition, with their cutoffs as far as they can be
// read.
func (w *workspace) unreleased() []site.Unreleased {
	var all []site.Unreleased
	for _, round := range edition.Rounds(w.tree, w.book, &diag.List{}) {
		if slices.ContainsFunc(w.chain, func(s *seal.Sealed) bool { return s.Round == round }) {
			continue
		}
		r := edition.ReadRound(w.tree, w.book, w.typed, round, &diag.List{})
		all = append(all, site.Unreleased{Round: round, Cutoff: r.Report.Cutoff.Value})
	}
	return all
}

// coverage tells whether something of a period came with any delivery of a dataset.
func (w *workspace) coverage() func(*codebook.Contract, period.Period) bool {
	came := map[string][]period.Period{} // by today's id of the dataset
	for _, id := range w.drops {
		d := w.drop(id)
		contract, known := w.book.Contract(id.Dataset)
		if !known {
			continue
		}
		dataset := contract.ID.Value
		if d == nil || !d.Complete {
			came[dataset] = append(came[dataset], id.Round)
		}
		if d == nil {
			continue
		}
		for i := range d.Observations {
			p := d.Observations[i].Period
			if all := came[dataset]; len(all) == 0 || all[len(all)-1] != p {
				came[dataset] = append(all, p)
			}
		}
	}
	return func(c *codebook.Contract, unit period.Period) bool {
		return slices.ContainsFunc(came[c.ID.Value], func(p period.Period) bool { return unit.Contains(p) || p.Contains(unit) })
	}
}
