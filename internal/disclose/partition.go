package disclose

import (
	"ronde/internal/codebook"
	"ronde/internal/period"
)

// partitions knows, for each code of a list, the ways in which it is the sum of
// others. It looks at each list once: a list of communes is asked about for
// every cell of a table.
type partitions map[string]map[string][][]*codebook.Code // by list and code

// of gives the ways in which a code is the sum of others that exist in a
// period: its children without a level, and the codes of each level below it
// that may be summed.
func (ps partitions) of(list *codebook.CodeList, code string, p period.Period) [][]string {
	known, ok := ps[list.ID.Value]
	if !ok {
		known = divide(list)
		ps[list.ID.Value] = known
	}
	var all [][]string
	for _, codes := range known[code] {
		var parts []string
		for _, c := range codes {
			if c.ValidIn(p) {
				parts = append(parts, c.Code.Value)
			}
		}
		if len(parts) > 0 {
			all = append(all, parts)
		}
	}
	return all
}

// divide lists the partitions of all codes of a list, those by level first.
func divide(list *codebook.CodeList) map[string][][]*codebook.Code {
	byCode := map[string][][]*codebook.Code{}
	put := func(above string, place int, c *codebook.Code) {
		if byCode[above] == nil {
			byCode[above] = make([][]*codebook.Code, len(list.Levels)+1)
		}
		byCode[above][place] = append(byCode[above][place], c)
	}
	for i := range list.Codes {
		c := &list.Codes[i]
		level, place, levelled := list.Level(c.Level.Value)
		above := list.Parent(c.Code.Value)
		if !levelled {
			if above != "" {
				put(above, len(list.Levels), c)
			}
			continue
		}
		if !level.Summable() {
			continue
		}
		for steps := 0; above != "" && steps <= len(list.Codes); steps++ {
			put(above, place, c)
			above = list.Parent(above)
		}
	}
	return byCode
}
