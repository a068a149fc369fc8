package codebook

import (
	"fmt"

	"ronde/internal/diag"
	"ronde/internal/observation"
)

// DimensionIDs lists the dimensions of an indicator in the order of a key.
func (i *Indicator) DimensionIDs() []string {
	ids := make([]string, len(i.Dimensions.Entries))
	for n, e := range i.Dimensions.Entries {
		ids[n] = e.Key.Value
	}
	return ids
}

// Position is the place of a dimension in a key; -1 when the indicator lacks it.
func (i *Indicator) Position(dimension string) int {
	for n, e := range i.Dimensions.Entries {
		if e.Key.Value == dimension {
			return n
		}
	}
	return -1
}

// HowTotal says how the total of a dimension comes about: delivered, computed
// or both.
func (i *Indicator) HowTotal(dimension string) string {
	if t, ok := i.Totals.Get(dimension); ok && t.How.Value != "" {
		return t.How.Value
	}
	return "delivered"
}

// DimensionList is the code list of a dimension of an indicator.
func (c *Codebook) DimensionList(i *Indicator, dimension string) (*CodeList, bool) {
	id, ok := i.Dimensions.Get(dimension)
	if !ok {
		return nil, false
	}
	return c.CodeList(id.Value)
}

// Lists gives the code lists of an indicator's dimensions, in the order of a
// key. In a Codebook that Load returned, every dimension has one.
func (c *Codebook) Lists(i *Indicator) []*CodeList {
	lists := make([]*CodeList, len(i.Dimensions.Entries))
	for n, e := range i.Dimensions.Entries {
		if l, ok := c.CodeList(e.Value.Value); ok {
			lists[n] = l
		} else {
			lists[n] = &CodeList{ID: e.Value}
		}
	}
	return lists
}

// TotalCodes is the key part of an indicator's total over all its dimensions.
func (c *Codebook) TotalCodes(i *Indicator) observation.Codes {
	lists := c.Lists(i)
	codes := make([]string, len(lists))
	for n, l := range lists {
		codes[n] = l.Total.Value
	}
	return observation.JoinCodes(codes...)
}

// An UnknownName is the error of CodesOf: a dimension that the indicator lacks,
// or a code that is not in the dimension's list.
type UnknownName struct {
	Dimension  string
	Code       string   // "" when it is the dimension that is unknown
	Candidates []string // what may have been meant
}

// Error says what is unknown, for programs; messages to users are in diag.
func (e *UnknownName) Error() string {
	if e.Code == "" {
		return fmt.Sprintf("no dimension %s", diag.Quote(e.Dimension))
	}
	return fmt.Sprintf("no code %s in dimension %s", diag.Quote(e.Code), e.Dimension)
}

// CodesOf makes the key part from codes by dimension; a dimension that is not
// given has its total. Former names become today's. The error is *UnknownName.
func (c *Codebook) CodesOf(i *Indicator, given map[string]string) (observation.Codes, error) {
	codes := make([]string, len(i.Dimensions.Entries))
	lists := c.Lists(i)
	used := 0
	for n, e := range i.Dimensions.Entries {
		name, ok := given[e.Key.Value]
		if !ok {
			codes[n] = lists[n].Total.Value
			continue
		}
		used++
		code, ok := lists[n].Code(name)
		if !ok {
			return "", &UnknownName{Dimension: e.Key.Value, Code: name, Candidates: lists[n].CodeNames()}
		}
		codes[n] = code.Code.Value
	}
	if used < len(given) {
		return "", &UnknownName{Dimension: firstUnknown(given, i), Candidates: i.DimensionIDs()}
	}
	return observation.JoinCodes(codes...), nil
}

// firstUnknown gives the alphabetically first dimension that i lacks, so that
// the message does not depend on the order of a map.
func firstUnknown(given map[string]string, i *Indicator) string {
	first := ""
	for dimension := range given {
		if i.Position(dimension) < 0 && (first == "" || dimension < first) {
			first = dimension
		}
	}
	return first
}

// DimensionLabel is what readers see for a dimension: the name of its list.
func (c *Codebook) DimensionLabel(i *Indicator, dimension string, languages ...string) string {
	if l, ok := c.DimensionList(i, dimension); ok {
		if name, _, ok := l.Name.First(languages...); ok {
			return name
		}
	}
	return dimension
}
