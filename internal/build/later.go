package build

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
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
		w.late(d, released)
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

// late gives notice of a delivery for a round that was released without what it brings.
func (w *workspace) late(d *drop.Drop, released *disclose.Observations) {
	e := edition.ReleaseOf(w.editions, d.ID.Round)
	if withdrawn, _ := w.withdrawn(d.ID.Round); e == nil || withdrawn != nil {
		return
	}
	fresh := 0
	for _, o := range d.Observations {
		before, ok := released.Get(o.Key)
		if o.HasValue && o.Period.End() <= d.ID.Round.End() && (!ok || before.Status().Has(observation.NotDelivered)) {
			fresh++
		}
	}
	if fresh > 0 {
		w.out.Add(diag.LateForRelease(diag.FileSpan(d.ID.Path()), d.ID.String(), e.ID().String(), fresh, w.correction(d.ID.Round, "--kind late --with "+d.ID.String())))
	}
}
