package cube

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
)

// otherRound finds first deliveries of a round that hold nothing of what is due with it, and
// figures of other periods: the usual trace of a month that was mistyped. A whole series and
// a snapshot say what they bring back, a further delivery corrects something, and figures
// that were put together later belong to any round.
func (k *checker) otherRound(r *reading) {
	contract, known := k.book.Contract(r.dataset)
	delivers := r.Contract.Delivers.Value
	switch {
	case !known || !r.Complete || r.ID.Delivery > 1 || len(r.periods) == 0 || r.reconstructed():
		return
	case delivers == "series" || delivers == "snapshot":
		return
	case period.Compare(r.ID.Round, k.set.Round) > 0: // of which the set has a part
		return
	}
	first, last := dueWith(contract, r.ID.Round)
	if last.IsZero() || !k.book.Owes(contract, last) {
		return
	}
	if slices.ContainsFunc(r.periods, func(p period.Period) bool { return p.End() >= first.Start() && p.Start() <= last.End() }) {
		return
	}
	k.add(diag.OtherRound(diag.FileSpan(r.ID.Path()), r.ID.String(), last.String(), r.ID.Round.String(), texts(r.periods)))
}

// dueWith gives the first and the last period of a dataset's own rhythm that may be due with
// a round: its last one, and those before that which have not ended with the round, or are
// due so late that its report cannot wait for them. Both are zero for an irregular dataset.
func dueWith(contract *codebook.Contract, round period.Period) (first, last period.Period) {
	last = contract.Unit(round)
	if last.IsZero() {
		return last, last
	}
	first = last
	for first.End() > round.End() || contract.DueDay(first) > round.Next(1).End() {
		first = first.Next(-1)
	}
	return first, last
}
