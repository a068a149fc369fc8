package codebook

import (
	"cmp"
	"slices"

	"ronde/internal/source"
)

// named finds the entry that has an id, or had it formerly.
func named[T any](entries []T, id string, names func(*T) (source.At[string], []source.At[string])) (*T, bool) {
	if id == "" {
		return nil, false
	}
	for i := range entries {
		current, formerly := names(&entries[i])
		if current.Value == id || slices.ContainsFunc(formerly, func(old source.At[string]) bool { return old.Value == id }) {
			return &entries[i], true
		}
	}
	return nil, false
}

func organisationNames(o *Organisation) (source.At[string], []source.At[string]) {
	return o.ID, o.Formerly
}
func unitNames(u *Unit) (source.At[string], []source.At[string])           { return u.ID, nil }
func indicatorNames(i *Indicator) (source.At[string], []source.At[string]) { return i.ID, i.Formerly }
func codeListNames(l *CodeList) (source.At[string], []source.At[string])   { return l.ID, nil }
func contractNames(c *Contract) (source.At[string], []source.At[string])   { return c.ID, c.Formerly }
func codeNames(c *Code) (source.At[string], []source.At[string])           { return c.Code, c.Formerly }
func eventNames(e *Event) (source.At[string], []source.At[string])         { return e.ID, nil }

// Organisation finds an organisation by its id or a former one.
func (c *Codebook) Organisation(id string) (*Organisation, bool) {
	return named(c.Organisations, id, organisationNames)
}

// Unit finds a unit by its id.
func (c *Codebook) Unit(id string) (*Unit, bool) { return named(c.Units, id, unitNames) }

// Indicator finds an indicator by its id or a former one.
func (c *Codebook) Indicator(id string) (*Indicator, bool) {
	return named(c.Indicators, id, indicatorNames)
}

// CodeList finds a code list by its id.
func (c *Codebook) CodeList(id string) (*CodeList, bool) {
	return named(c.CodeLists, id, codeListNames)
}

// Contract finds the contract of a dataset by the dataset's id or a former one.
func (c *Codebook) Contract(id string) (*Contract, bool) {
	return named(c.Contracts, id, contractNames)
}

// Event finds an event by its id.
func (c *Codebook) Event(id string) (*Event, bool) { return named(c.Events, id, eventNames) }

// UnitOf gives the unit of an indicator. In a Codebook that Load returned,
// every indicator has one.
func (c *Codebook) UnitOf(i *Indicator) *Unit {
	if u, ok := c.Unit(i.Unit.Value); ok {
		return u
	}
	return &Unit{ID: i.Unit}
}

// ContractIndicators lists the indicators that the drops of a contract supply:
// those named by the contract, by its value columns, or by the codes of its
// indicator column, each once, in that order.
func (c *Codebook) ContractIndicators(contract *Contract) []*Indicator {
	var found []*Indicator
	for _, id := range contract.indicatorIDs() {
		if i, ok := c.Indicator(id.Value); ok && !slices.Contains(found, i) {
			found = append(found, i)
		}
	}
	return found
}

// ContractsOf lists the contracts that supply an indicator, the preferred one
// first: in the order of the indicator's `suppliers`, then by id.
func (c *Codebook) ContractsOf(i *Indicator) []*Contract {
	var found []*Contract
	for n := range c.Contracts {
		if slices.Contains(c.ContractIndicators(&c.Contracts[n]), i) {
			found = append(found, &c.Contracts[n])
		}
	}
	slices.SortStableFunc(found, func(a, b *Contract) int {
		return cmp.Or(cmp.Compare(c.Rank(i, a), c.Rank(i, b)), cmp.Compare(a.ID.Value, b.ID.Value))
	})
	return found
}

// Rank is the place of a contract among the suppliers of an indicator, from 0
// for the preferred one. Contracts that the indicator does not rank share the
// place after the last: their keys must be disjoint.
func (c *Codebook) Rank(i *Indicator, contract *Contract) int {
	for rank, id := range i.Suppliers {
		if ranked, ok := c.Contract(id.Value); ok && ranked.ID.Value == contract.ID.Value {
			return rank
		}
	}
	return len(i.Suppliers)
}

// SetAside reports whether a file of the codebook has errors of its own, by its
// path. What it declares may be missing then, so that a name which is not found
// is no finding: the errors of the file itself are.
func (c *Codebook) SetAside(file string) bool { return c.aside[file] }

// OrganisationIDs lists the ids of the organisations.
func (c *Codebook) OrganisationIDs() []string { return idsOf(c.Organisations, organisationNames) }

// UnitIDs lists the ids of the units.
func (c *Codebook) UnitIDs() []string { return idsOf(c.Units, unitNames) }

// IndicatorIDs lists the ids of the indicators.
func (c *Codebook) IndicatorIDs() []string { return idsOf(c.Indicators, indicatorNames) }

// CodeListIDs lists the ids of the code lists.
func (c *Codebook) CodeListIDs() []string { return idsOf(c.CodeLists, codeListNames) }

// ContractIDs lists the ids of the datasets.
func (c *Codebook) ContractIDs() []string { return idsOf(c.Contracts, contractNames) }

// EventIDs lists the ids of the events.
func (c *Codebook) EventIDs() []string { return idsOf(c.Events, eventNames) }

func idsOf[T any](entries []T, names func(*T) (source.At[string], []source.At[string])) []string {
	ids := make([]string, len(entries))
	for i := range entries {
		id, _ := names(&entries[i])
		ids[i] = id.Value
	}
	return ids
}

// LanguageTags lists the languages of the site in the order in which one
// replaces another that is missing.
func (s *Site) LanguageTags() []string {
	tags := make([]string, len(s.Languages))
	for i, l := range s.Languages {
		tags[i] = l.Value
	}
	return tags
}
