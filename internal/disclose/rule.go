package disclose

import (
	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// a rule is how a dataset protects persons.
type rule struct {
	threshold number.Decimal
	zeros     string
	finest    string
}

// ruleOf gives the rule of a dataset; nil when it has none.
func ruleOf(book *codebook.Codebook, dataset string) *rule {
	contract, ok := book.Contract(dataset)
	if !ok || contract.Disclosure == nil {
		return nil
	}
	threshold, err := number.FromInt(int64(contract.Disclosure.Threshold.Value))
	if err != nil {
		return nil
	}
	return &rule{threshold, contract.Disclosure.Zeros.Value, contract.Disclosure.Finest.Value}
}

// small reports whether a value tells that few are counted. A bound counts as
// small when it allows a small count only, or when a small count is the least
// it allows.
func (r *rule) small(o observation.Observation) bool {
	switch {
	case !o.HasValue || o.Value < 0:
		return false
	case o.Qualifier == observation.Upper:
		return o.Value <= r.threshold
	case o.Value == 0:
		return r.zeros == "sensitive" && o.Qualifier != observation.Lower
	}
	return o.Value < r.threshold
}

// sensitive reports whether any cell of a table, as far as it is left, may not
// be published.
func (w *wall) sensitive(rule *rule, i *codebook.Indicator, left []cube.Fact) bool {
	for _, f := range left {
		if w.past.known(f) {
			continue
		}
		if rule.small(f.Observation) || w.past.leftOut(w.cube, f) {
			return true
		}
	}
	return w.groups(rule, i, left)
}

// groups reports whether a margin tells something about (nearly) everybody in
// it: whether one category of a partition holds all of it but fewer than the
// threshold. Where the other categories cannot exist, it tells nothing new.
func (w *wall) groups(rule *rule, i *codebook.Indicator, left []cube.Fact) bool {
	cells := make(map[observation.Codes]cube.Fact, len(left))
	for _, f := range left {
		cells[f.Codes] = f
	}
	lists := w.book.Lists(i)
	for _, margin := range left {
		if !margin.Operand() || margin.Value <= 0 {
			continue
		}
		codes := margin.Codes.Split()
		for n := range codes {
			for _, of := range w.partitions.of(lists[n], codes[n], margin.Period) {
				others := 0
				for _, code := range of.parts {
					if f, ok := cells[with(codes, n, code)]; !ok || !f.Status.Has(observation.CannotExist) {
						others++
					}
				}
				if others < 2 {
					continue
				}
				for _, code := range of.parts {
					f, ok := cells[with(codes, n, code)]
					if !ok || !f.HasValue || f.Qualifier == observation.Upper || w.past.known(f) && w.past.known(margin) {
						continue
					}
					rest, fits := margin.Value.Sub(f.Value)
					few := rest < rule.threshold || rest == rule.threshold && f.Qualifier == observation.Lower
					if fits && rest >= 0 && few && (rest > 0 || rule.zeros != "structural") {
						return true
					}
				}
			}
		}
	}
	return false
}

// with gives codes with one of them replaced.
func with(codes []string, n int, code string) observation.Codes {
	held := codes[n]
	codes[n] = code
	joined := observation.JoinCodes(codes...)
	codes[n] = held
	return joined
}
