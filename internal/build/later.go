package build

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/period"
)

// laterDrops gives notice of values that were released and that a drop which no
// release took yet gives anew, or takes back. A later drop is never a lock: the released report
// stays as it is, and the next release brings the new values. A report that is withdrawn says
// none that a correction could mend.
func (w *workspace) laterDrops() {
	if !w.complete || len(w.chain) == 0 {
		return
	}
	released := disclose.Fold(w.book, w.published(w.book)...)
	for id, d := range sortedDrops(w.unsettled) {
		if w.backdated(d) != nil {
			continue // an error, which says what to do
		}
		for _, taken := range d.Withdrawn {
			if before, ok := released.Get(taken.Key); ok {
				if _, known := before.Value(); known {
					w.stillPrinted(taken.Span, taken.Key, "--kind revision --with "+id.String(), false, period.Period{}, nil)
				}
			}
		}
		revised := map[period.Period][]diag.Other{} // by month
		var months []period.Period
		for _, o := range d.Observations {
			before, ok := released.Get(o.Key)
			value, known := before.Value()
			if !ok || !known || !o.HasValue || (value == o.Value && before.Qualifier() == o.Qualifier) {
				continue
			}
			month := o.Period.MonthOfEnd()
			if withdrawn, _ := w.withdrawn(month); withdrawn != nil || edition.ReleaseOf(w.editions, month) == nil {
				continue
			}
			if revised[month] == nil {
				months = append(months, month)
			}
			revised[month] = append(revised[month], diag.Other{
				Text: diag.Say("%s was released as %s and is %s here", o.Key.String(), value.String(), o.Value.String()), Span: o.Span(),
			})
		}
		slices.SortFunc(months, period.Compare)
		for _, month := range months {
			w.out.Add(diag.RoundRevised(diag.FileSpan(id.Path()), id.String(), month.String(), edition.ReleaseOf(w.editions, month).ID().String(),
				revised[month], w.correction(month, "--kind revision --with "+id.String())))
		}
	}
}
