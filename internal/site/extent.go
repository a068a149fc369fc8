package site

import (
	"iter"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/period"
)

// An extent is how much of a dataset the site has published.
type extent struct {
	*outlook
	contract *codebook.Contract
	mine     func(disclose.Observation) bool // whether an observation is of the dataset, under whichever name
	rows     int
	covers   string           // the time from the first to the last period; "" when nothing is published
	release  *edition.Edition // the newest that holds rows of it
}

func (o *outlook) extent(c *codebook.Contract) *extent {
	ids := names(c.ID, c.Formerly)
	e := &extent{outlook: o, contract: c, mine: func(x disclose.Observation) bool { return slices.Contains(ids, x.Dataset()) }}
	var periods []period.Period
	for x := range e.current() {
		e.rows++
		periods = append(periods, x.Key().Period)
	}
	for i, release := range o.Archive.Editions {
		if release.Draft() {
			continue
		}
		for x := range o.Archive.Published(i).Rows() {
			if e.mine(x) {
				e.release = release
				break
			}
		}
	}
	if e.rows > 0 {
		e.covers = o.covers(periods)
	}
	return e
}

func (e *extent) id() string { return e.contract.ID.Value }

// current gives the rows that hold today.
func (e *extent) current() iter.Seq[disclose.Observation] {
	return func(yield func(disclose.Observation) bool) {
		for x := range e.Archive.Table.Observations().Rows() {
			if e.mine(x) && !x.Removed() && !yield(x) {
				return
			}
		}
	}
}

// updated is the day of the newest release that holds rows of the dataset.
func (e *extent) updated() Date {
	if e.release == nil {
		return Date{}
	}
	return e.date(e.release.Released)
}

// covers names the time from the first to the last period.
func (o *outlook) covers(periods []period.Period) string {
	first := slices.MinFunc(periods, func(p, q period.Period) int { return int(p.Start() - q.Start()) })
	last := slices.MaxFunc(periods, period.Compare)
	if first.Kind() != last.Kind() || first.Kind() == period.Day {
		first, last = period.DayOf(first.Start()).MonthOfEnd(), last.MonthOfEnd()
	}
	return o.l.Range(first, last)
}
