package archive

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Series lists the series of an indicator of which something is published:
// those delivered, the totals over them that are computed, and for a derived
// indicator what its parts allow. Totals come first, then the order of the code
// lists.
func (a *Archive) Series(indicator string) []observation.Series {
	return seriesIn(a.Keys, a.Table, indicator)
}

// seriesIn lists the series of an indicator of which a table knows something.
func seriesIn(book *codebook.Codebook, table *derive.Table, indicator string) []observation.Series {
	i, ok := book.Indicator(indicator)
	if !ok {
		return nil
	}
	lists := book.Lists(i)
	series := slices.DeleteFunc(possible(book, table, i), func(s observation.Series) bool { return !said(table, s) })
	slices.SortFunc(series, func(s, t observation.Series) int {
		x, y := s.Codes.Split(), t.Codes.Split()
		for n, list := range lists {
			if c := compareCodes(list, x[n], y[n]); c != 0 {
				return c
			}
		}
		return 0
	})
	return series
}

// possible lists the series of an indicator of which a table may know something: those
// delivered and all totals over them, in no order.
func possible(book *codebook.Codebook, table *derive.Table, i *codebook.Indicator) []observation.Series {
	lists := book.Lists(i)
	candidates := map[observation.Codes]bool{}
	for _, codes := range candidatesIn(book, table, i, map[string]bool{}) {
		upward(codes.Split(), lists, func(all []string) { candidates[observation.JoinCodes(all...)] = true })
	}
	var series []observation.Series
	for codes := range candidates {
		series = append(series, observation.Series{Indicator: i.ID.Value, Codes: codes})
	}
	return series
}

func compareCodes(list *codebook.CodeList, x, y string) int {
	if x == list.Total.Value || y == list.Total.Value {
		return btoi(y == list.Total.Value) - btoi(x == list.Total.Value)
	}
	return cmp.Or(cmp.Compare(list.Index(x), list.Index(y)), cmp.Compare(x, y))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// said reports whether anything is known of a series, be it that it is hidden.
func said(table *derive.Table, s observation.Series) bool {
	return slices.ContainsFunc(table.Series(s, period.None), func(v derive.Value) bool { return v.State != derive.Absent })
}

// upward visits the codes and every choice of them replaced by their totals.
func upward(codes []string, lists []*codebook.CodeList, visit func([]string)) {
	if len(codes) != len(lists) {
		return
	}
	for choice := range 1 << len(codes) {
		all := slices.Clone(codes)
		for n := range all {
			if choice&(1<<n) != 0 {
				all[n] = lists[n].Total.Value
			}
		}
		visit(all)
	}
}

// candidatesIn lists the codes for which an indicator may have series. seen guards
// against indicators that are derived from each other.
func candidatesIn(book *codebook.Codebook, table *derive.Table, i *codebook.Indicator, seen map[string]bool) []observation.Codes {
	if seen[i.ID.Value] {
		return nil
	}
	seen[i.ID.Value] = true
	var codes []observation.Codes
	if i.Derived == nil {
		for _, s := range table.Observations().AllSeries() {
			if s.Indicator == i.ID.Value {
				codes = append(codes, s.Codes)
			}
		}
		return codes
	}
	part, ok := book.Indicator(i.MainPart())
	if !ok {
		return nil
	}
	for _, of := range candidatesIn(book, table, part, seen) {
		codes = append(codes, project(book, part, of, i))
	}
	return codes
}

// project gives the codes of one indicator to the dimensions of another; a
// dimension that the first lacks has its total.
func project(book *codebook.Codebook, from *codebook.Indicator, codes observation.Codes, to *codebook.Indicator) observation.Codes {
	split := codes.Split()
	lists := book.Lists(to)
	var all []string
	for n, dimension := range to.DimensionIDs() {
		code := lists[n].Total.Value
		if at := from.Position(dimension); at >= 0 && at < len(split) {
			code = split[at]
		}
		all = append(all, code)
	}
	return observation.JoinCodes(all...)
}

// Showing lists the reports whose standing edition shows an indicator, in a
// figure or in its text, newest first.
func (a *Archive) Showing(indicator string) []Report {
	var reports []Report
	for i := range slices.Backward(a.Reports) {
		if a.shown[i][indicator] {
			reports = append(reports, a.Reports[i])
		}
	}
	return reports
}

// shows gives the indicators that an edition shows, under today's ids: the
// edition may use a former one.
func shows(e *edition.Edition, words *codebook.Codebook) map[string]bool {
	ids := map[string]bool{}
	for _, n := range e.Numbers {
		ids[n.Key.Indicator] = true
	}
	for _, f := range e.Figures {
		for _, id := range f.Indicators() {
			ids[id] = true
		}
	}
	shown := map[string]bool{}
	for id := range ids {
		if i, ok := words.Indicator(id); ok {
			shown[i.ID.Value] = true
		}
	}
	return shown
}
