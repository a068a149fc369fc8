package scaffold

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/locale"
)

// dimensionOf takes a column for a dimension when all of its cells, or most, are codes or
// labels of a code list; of several lists, the one that knows the most.
func (p *proposer) dimensionOf(c *column) bool {
	if len(c.Texts) == 0 || c.Many {
		return false
	}
	best := 0
	for i := range p.Book.CodeLists {
		list := &p.Book.CodeLists[i]
		names, unknown, doubt := namesIn(list, c.Texts)
		known := len(c.Texts) - len(unknown)
		if known <= best || known <= len(unknown) || p.taken(list) {
			continue
		}
		best = known
		c.is, c.list, c.dimension, c.codes, c.guess = codebook.DimensionColumn, list, p.dimensionBy(list), names, doubt
		switch {
		case len(unknown) > 0:
			c.guess = "no code of " + list.ID.Value + " is called " + some(unknown)
		case c.guess == "" && c.IsNumber():
			c.guess = "the cells are codes of " + list.ID.Value + ", and numbers too"
		}
	}
	return best > 0
}

// taken reports whether another column has the codes of a list.
func (p *proposer) taken(list *codebook.CodeList) bool {
	return slices.ContainsFunc(p.columns, func(c column) bool { return c.is == codebook.DimensionColumn && c.list == list })
}

// dimensionBy is the name under which indicators have a code list.
func (p *proposer) dimensionBy(list *codebook.CodeList) string {
	for i := range p.Book.Indicators {
		for _, e := range p.Book.Indicators[i].Dimensions.Entries {
			if e.Value.Value == list.ID.Value {
				return e.Key.Value
			}
		}
	}
	return list.ID.Value
}

// namesIn finds the codes that texts mean in a list: as codes, or as labels in any language.
// names are those that have to be translated; doubt tells of a label that several codes have.
func namesIn(list *codebook.CodeList, texts []string) (names []codeName, unknown []string, doubt string) {
	for _, text := range texts {
		if _, ok := list.Code(text); ok {
			continue
		}
		var meant []string
		for _, code := range list.Codes {
			if called(code.Label, text) {
				meant = append(meant, code.Code.Value)
			}
		}
		switch {
		case len(meant) == 0:
			unknown = append(unknown, text)
			continue
		case len(meant) > 1:
			doubt = "“" + text + "” is the label of " + strings.Join(meant, " and ")
		}
		names = append(names, codeName{text, meant[0]})
	}
	return names, unknown, doubt
}

// meaning is the code that a text of the column means, or the text itself.
func (c *column) meaning(text string) string {
	for _, name := range c.codes {
		if name.text == text {
			return name.code
		}
	}
	return text
}

// asID makes an id of a name: its letters without accents and its digits, with hyphens
// between.
func asID(name string) string {
	var b strings.Builder
	for _, r := range locale.Fold(name) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if id := strings.TrimSuffix(b.String(), "-"); id != "" {
		return id
	}
	return "values"
}
