package drop

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/source"
)

// maxWithdrawn is the number of keys that one withdrawal may name by leaving
// dimensions out.
const maxWithdrawn = 100_000

// withdraw makes keys of the withdrawals of the description.
func (r *reader) withdraw() {
	if len(r.drop.Description.Withdrawn) == 0 {
		return
	}
	rows := make(map[observation.Key]source.Place, len(r.drop.Observations))
	for _, o := range r.drop.Observations {
		rows[o.Key] = o.At
	}
	for _, w := range r.drop.Description.Withdrawn {
		i, ok := r.cb.Indicator(w.Indicator.Value)
		if !ok {
			r.out.Add(diag.UnknownID(w.Indicator.Span, "indicator", w.Indicator.Value, r.cb.IndicatorIDs()))
			continue
		}
		if !slices.Contains(r.indicators, i) {
			r.out.Add(diag.Withdrawn(w.Indicator.Span, diag.Say("%s is not in the contract of this dataset", i.ID.Value), diag.Say("withdraw it in a delivery of the dataset that gave it")))
			continue
		}
		if listed, whole, ok := r.withdrawnCodes(i, w); ok {
			r.withdrawAll(i, w, listed, whole, rows)
		}
	}
}

// withdrawnCodes gives the codes that a withdrawal names in each dimension: one,
// or all where it leaves the dimension out. whole says that it names one key.
func (r *reader) withdrawnCodes(i *codebook.Indicator, w Withdrawal) (listed [][]string, whole, ok bool) {
	whole, ok = true, true
	for _, e := range w.Where.Entries {
		if i.Position(e.Key.Value) < 0 {
			r.out.Add(diag.UnknownID(e.Key.Span, "dimension", e.Key.Value, i.DimensionIDs()))
			ok = false
		}
	}
	keys := 1
	for n, list := range r.cb.Lists(i) {
		dimension := i.Dimensions.Entries[n].Key.Value
		codes, one, known := r.withdrawnIn(list, dimension, i, w)
		ok = ok && known
		whole = whole && one
		listed = append(listed, codes)
		if keys *= max(len(codes), 1); keys > maxWithdrawn {
			r.out.Add(diag.Withdrawn(w.Indicator.Span, diag.Say("it withdraws more than 100 000 observations"), diag.Say("name codes under `where:`")))
			return nil, false, false
		}
	}
	return listed, whole, ok
}

func (r *reader) withdrawnIn(list *codebook.CodeList, dimension string, i *codebook.Indicator, w Withdrawal) (codes []string, one, ok bool) {
	named, isNamed := w.Where.Get(dimension)
	code, known := list.Code(named.Value)
	if isNamed && !known {
		r.out.Add(diag.UnknownCode(named.Span, named.Value, list.ID.Value, list.CodeNames(), list.ID.Span))
		return nil, false, false
	}
	if _, fixed := r.contract.Fixed.Get(dimension); fixed {
		name := r.fixedCode(i, dimension)
		if isNamed && code.Code.Value != name {
			r.out.Add(diag.Withdrawn(named.Span, diag.Say("this dataset has only the code %s of %s", name, dimension), diag.Say("correct the code, or leave it out")))
			return nil, false, false
		}
		return []string{name}, true, true
	}
	if isNamed {
		return []string{code.Code.Value}, true, true
	}
	for n := range list.Codes {
		if list.Codes[n].ValidIn(w.Period.Value) {
			codes = append(codes, list.Codes[n].Code.Value)
		}
	}
	return codes, false, true
}

// withdrawAll adds every combination of the codes. A key that the drop gives is
// an error where the withdrawal names it, and left alone where it only falls
// under it: whoever withdraws a month and delivers two rows anew means both.
func (r *reader) withdrawAll(i *codebook.Indicator, w Withdrawal, listed [][]string, whole bool, rows map[observation.Key]source.Place) {
	codes := make([]string, len(listed))
	var combine func(n int)
	combine = func(n int) {
		if n < len(listed) {
			for _, c := range listed[n] {
				codes[n] = c
				combine(n + 1)
			}
			return
		}
		key := observation.Key{Series: observation.Series{Indicator: i.ID.Value, Codes: observation.JoinCodes(codes...)}, Period: w.Period.Value}
		row, isGiven := rows[key]
		switch {
		case isGiven && whole:
			r.out.Add(diag.WithdrawnAndGiven(w.Indicator.Span, key.String(), row.Span()))
		case !isGiven:
			r.drop.Withdrawn = append(r.drop.Withdrawn, Withdrawn{Key: key, Span: w.Indicator.Span})
		}
	}
	combine(0)
}
