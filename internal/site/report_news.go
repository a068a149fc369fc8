package site

import (
	"slices"
	"strconv"

	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/period"
)

// news says which of the datasets behind the edition brought values of new periods,
// and which did not: those that it draws on, and those published with it. It is
// what the archive knows of the edition, in today's words; nil when there is none.
func (r *reading) news() *News {
	brought := r.Archive.Brought(r.e)
	var ids []string // of today's codebook
	add := func(dataset string) {
		if c, ok := r.Archive.Words.Contract(dataset); ok && !slices.Contains(ids, c.ID.Value) {
			ids = append(ids, c.ID.Value)
		}
	}
	for _, m := range r.words().Methods {
		add(m.Dataset)
	}
	for i := range r.Archive.Words.Contracts {
		if c := &r.Archive.Words.Contracts[i]; len(r.newPeriods(c)) > 0 {
			add(c.ID.Value)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	n := &News{}
	for _, id := range ids {
		c, _ := r.Archive.Words.Contract(id)
		entry := NewsEntry{Name: r.datasetName(c), Href: relative(r.at, datasetAt(r.lang, id))}
		if fresh := r.newPeriods(c); len(fresh) > 0 {
			entry.Text = r.spans(fresh)
			n.New = append(n.New, entry)
			continue
		}
		entry.Text = r.l.NotAvailable()
		for _, name := range names(c.ID, c.Formerly) {
			if s, ok := brought[name]; ok {
				entry.Text = r.l.Period(s.Last)
			}
		}
		n.Old = append(n.Old, entry)
	}
	n.Datasets, n.Usual = strconv.Itoa(len(ids)), r.usual(len(n.New))
	return n
}

// The reports with which one is compared: the year before it, and as many as an
// average needs to say something.
const (
	mostBefore  = 12
	leastBefore = 2
)

// usual is the average number of datasets that brought something new in the
// reports before, when the given number is less than two thirds of it; else "".
// The first report of a site brings all there is, and is no measure.
func (r *reading) usual(fresh int) string {
	at := slices.IndexFunc(r.Archive.Reports, func(other archive.Report) bool { return other.Round == r.e.Round })
	if at < 1+leastBefore {
		return ""
	}
	before := r.Archive.Reports[max(1, at-mostBefore):at]
	sum := 0
	for _, other := range before {
		for _, s := range r.Archive.Brought(other.Latest()) {
			if len(s.New) > 0 {
				sum++
			}
		}
	}
	if 3*fresh*len(before) >= 2*sum {
		return ""
	}
	return strconv.Itoa((2*sum + len(before)) / (2 * len(before)))
}

// newPeriods are those of which a dataset, under whichever name, brought
// something that no release before the round had.
func (r *reading) newPeriods(c *codebook.Contract) []period.Period {
	var all []period.Period
	for _, name := range names(c.ID, c.Formerly) {
		all = append(all, r.Archive.Brought(r.e)[name].New...)
	}
	return all
}

// mostSpans is the number of periods that a line names one by one.
const mostSpans = 3

// spans names periods: each, or a first and a last where they are many.
func (o *outlook) spans(all []period.Period) string {
	names := o.l.Runs(all)
	if len(names) > mostSpans {
		return o.l.Range(all[0], all[len(all)-1])
	}
	return o.l.List(names)
}
