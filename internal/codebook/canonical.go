package codebook

import "ronde/internal/observation"

// Canonical gives keys the names of today: former ids of indicators and codes
// are replaced, and codes that lack the last dimensions get their totals. A
// Canonical remembers what it has looked up and is not safe for concurrent use.
type Canonical struct {
	book   *Codebook
	series map[observation.Series]observation.Series
}

// NewCanonical makes a Canonical for one codebook.
func NewCanonical(book *Codebook) *Canonical {
	return &Canonical{book, map[observation.Series]observation.Series{}}
}

// Key gives the key as today's codebook writes it. A key of an unknown
// indicator stays as it is; so does an unknown code.
func (c *Canonical) Key(key observation.Key) observation.Key {
	key.Series = c.Series(key.Series)
	return key
}

// Series gives the series as today's codebook writes it, as Key does.
func (c *Canonical) Series(s observation.Series) observation.Series {
	known, ok := c.series[s]
	if !ok {
		known = c.resolve(s)
		c.series[s] = known
	}
	return known
}

func (c *Canonical) resolve(s observation.Series) observation.Series {
	indicator, ok := c.book.Indicator(s.Indicator)
	if !ok {
		return s
	}
	codes := s.Codes.Split()
	for n, list := range c.book.Lists(indicator) {
		if n >= len(codes) {
			codes = append(codes, list.Total.Value)
			continue
		}
		if code, ok := list.Code(codes[n]); ok {
			codes[n] = code.Code.Value
		}
	}
	return observation.Series{Indicator: indicator.ID.Value, Codes: observation.JoinCodes(codes...)}
}

// Dataset gives today's id of a dataset.
func (c *Canonical) Dataset(id string) string {
	if contract, ok := c.book.Contract(id); ok {
		return contract.ID.Value
	}
	return id
}
