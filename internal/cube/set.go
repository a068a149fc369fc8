package cube

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
)

// A Set is a drop set: the drops that a report is made from, in drop order.
// The zero value is empty.
type Set struct {
	Round  period.Period
	Cutoff period.Date
	drops  []*drop.Drop
	late   []*drop.Drop
}

// SetOf gives the drop set of a round: the drops of this round and of earlier
// ones that were received by the cutoff, whatever the order of drops.
//
// released reports whether a round has been released; nil stands for no. A drop
// that says `missed: R` met the cutoff of R and of rounds before it, but was
// committed after their releases, so it is left out of those of them that are
// released and counts from the next release on. A correction that takes all
// drops received by its own date is a next release and passes nil.
func SetOf(drops []*drop.Drop, round period.Period, cutoff period.Date, released func(period.Period) bool) Set {
	s := Set{Round: round, Cutoff: cutoff}
	for _, d := range drops {
		missed := d.Description.Missed
		switch {
		case period.Compare(d.ID.Round, round) > 0:
		case d.Received() > cutoff:
			s.late = append(s.late, d)
		case missed.IsSet() && period.Compare(round, missed.Value) <= 0 && released != nil && released(round):
		default:
			s.drops = append(s.drops, d)
		}
	}
	slices.SortFunc(s.drops, drop.Compare)
	slices.SortFunc(s.late, drop.Compare)
	return s
}

// SetFrom gives the drop set that consists of the named drops, such as the one
// that a sealed edition lists. A drop of a later round than the set's counts as
// far as its rows end in or before that round.
func SetFrom(drops []*drop.Drop, round period.Period, cutoff period.Date) Set {
	s := Set{Round: round, Cutoff: cutoff}
	for _, d := range drops {
		s.drops = append(s.drops, upTo(d, round))
	}
	slices.SortFunc(s.drops, drop.Compare)
	return s
}

// With gives the set with further drops, as a correction names them; drops that
// it already holds stay as they are. Of a drop of a later round only the rows
// count whose period ends in or before the set's round.
func (s Set) With(drops ...*drop.Drop) Set {
	s.drops = slices.Clone(s.drops)
	for _, d := range drops {
		if !slices.ContainsFunc(s.drops, func(held *drop.Drop) bool { return held.ID == d.ID }) {
			s.drops = append(s.drops, upTo(d, s.Round))
		}
	}
	slices.SortFunc(s.drops, drop.Compare)
	return s
}

// upTo gives d, or the part of it that ends by the end of a round before its own.
func upTo(d *drop.Drop, round period.Period) *drop.Drop {
	if period.Compare(d.ID.Round, round) <= 0 {
		return d
	}
	part := *d
	part.Observations = slices.DeleteFunc(slices.Clone(d.Observations), func(o drop.Delivered) bool { return o.Period.End() > round.End() })
	part.Withdrawn = slices.DeleteFunc(slices.Clone(d.Withdrawn), func(w drop.Withdrawn) bool { return w.Key.Period.End() > round.End() })
	return &part
}

// Drops gives the drops of the set in drop order.
func (s Set) Drops() []*drop.Drop { return s.drops }

// Late gives the drops of this and earlier rounds that arrived after the
// cutoff, in drop order. They are not in the set.
func (s Set) Late() []*drop.Drop { return s.late }

// receivedSpan is where a drop says when it arrived.
func receivedSpan(d *drop.Drop) diag.Span {
	if d.Description.Received.IsSet() {
		return d.Description.Received.Span
	}
	return diag.FileSpan(d.ID.DescriptionPath())
}
