package drop

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// checkParts compares totals with the sums of their parts where the drop has
// all of them. A part that is hidden, missing, a bound or approximate leaves
// nothing to compare.
func (r *reader) checkParts() {
	if len(r.contract.Parts) == 0 {
		return
	}
	places := make(map[observation.Series]int32, len(r.series))
	for at, s := range r.series {
		places[s.Series] = int32(at)
	}
	for n := range r.contract.Parts {
		check := &r.contract.Parts[n]
		list, ok := r.listOf(check.Dimension.Value)
		if !ok {
			continue
		}
		total, ok := list.Code(check.Total.Value)
		if !check.Total.IsSet() {
			total, ok = list.Code(list.Total.Value)
		}
		if ok {
			r.checkSums(check, list, total, places)
		}
	}
}

// checkSums makes one check for all totals of the drop.
func (r *reader) checkSums(check *codebook.PartsCheck, list *codebook.CodeList, total *codebook.Code, places map[observation.Series]int32) {
	for _, g := range r.given {
		if g.observation < 0 {
			continue
		}
		whole := &r.drop.Observations[g.observation]
		i, _ := r.cb.Indicator(whole.Indicator)
		position := i.Position(check.Dimension.Value)
		if position < 0 || !exact(whole) || !strings.Contains(string(whole.Codes), total.Code.Value) {
			continue
		}
		codes := whole.Codes.Split()
		if codes[position] != total.Code.Value {
			continue
		}
		var parts []*Delivered
		complete := true
		for _, at := range check.Parts {
			part, ok := list.Code(at.Value)
			if !ok || !part.ValidIn(whole.Period) {
				continue // Sums use the codes that are valid in the period.
			}
			codes[position] = part.Code.Value
			o := r.observationOf(places, observation.Series{Indicator: whole.Indicator, Codes: observation.JoinCodes(codes...)}, g)
			if complete = o != nil && exact(o); !complete {
				break
			}
			parts = append(parts, o)
		}
		if complete && len(parts) > 0 {
			r.compare(check, whole, parts, position)
		}
	}
}

// observationOf finds the observation of another series in the period of g.
func (r *reader) observationOf(places map[observation.Series]int32, s observation.Series, g given) *Delivered {
	at, ok := places[s]
	if !ok {
		return nil
	}
	text := r.header.slots[g.slot].period
	if text < 0 {
		text = int(r.rowPeriods[g.row])
	}
	other, ok := r.givenIndex.find(at, r.periods.texts[text].place)
	if !ok || r.given[other].observation < 0 {
		return nil
	}
	return &r.drop.Observations[r.given[other].observation]
}

func exact(o *Delivered) bool { return o.HasValue && o.Qualifier == observation.Exact }

func (r *reader) compare(check *codebook.PartsCheck, whole *Delivered, parts []*Delivered, position int) {
	var sum number.Decimal
	var named []diag.Part
	for _, p := range parts {
		var ok bool
		if sum, ok = sum.Add(p.Value); !ok {
			return
		}
		named = append(named, diag.Part{Name: p.Codes.Split()[position], Value: p.Value.String(), Span: p.Span()})
	}
	difference, ok := whole.Value.Sub(sum)
	if !ok || difference.Abs() <= check.Tolerance {
		return
	}
	r.out.Add(diag.Parts(whole.Span(), whole.Key.String(), whole.Value.String(), whole.Key.String(),
		sum.String(), difference.String(), check.Tolerance.String(), named, check.Dimension.Span))
}
