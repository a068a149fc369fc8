package drop

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

// A codeText is one text of a column that holds codes or names of indicators,
// with the first row and the number of rows where it stands.
type codeText struct {
	cell  string // as it stands there
	text  string
	code  int // place in the code list or among the indicators, status or qualifier; -1 for none
	first int
	rows  int
	next  int // what stood below it the last time
}

// A codeColumn reads a column with few different cells: codes of a dimension,
// indicators, statuses, qualifiers. The meaning is found once for each text. A cell
// is mostly what stood below that of the row before the last time, as the communes of
// each month stand in the same order; otherwise it is looked up.
type codeColumn struct {
	column *codebook.Column
	at     int // column of the table
	texts  []codeText
	index  map[string]int
	last   int // the text of the row before
	seen   int // rows before this one are counted
}

func newCodeColumn(column *codebook.Column, at int) *codeColumn {
	return &codeColumn{column: column, at: at, index: map[string]int{}}
}

// find gives what a cell means; resolve finds it for a text that is new, and
// gives -1 for one that means nothing.
func (c *codeColumn) find(cell string, row int, resolve func(text string) int) int {
	i := c.place(cell, row, resolve)
	if row >= c.seen { // The values of one row may share a column.
		c.seen = row + 1
		c.texts[i].rows++
	}
	return c.texts[i].code
}

// place gives the place of a cell among the texts.
func (c *codeColumn) place(cell string, row int, resolve func(text string) int) int {
	if len(c.texts) > 0 {
		if guess := c.texts[c.last].next; c.texts[guess].cell == cell {
			c.last = guess
			return guess
		}
	}
	i, ok := c.index[cell]
	if !ok {
		text := strings.TrimSpace(cell)
		i = len(c.texts)
		c.index[cell] = i
		c.texts = append(c.texts, codeText{cell: cell, text: text, code: resolve(c.meaning(text)), first: row, next: i})
	}
	c.texts[c.last].next, c.last = i, i
	return i
}

// meaning is what the contract says a text means, or the text itself.
func (c *codeColumn) meaning(text string) string {
	if code, ok := c.column.Codes.Get(text); ok {
		return code.Value
	}
	return text
}

// unknownCodes reports the texts of a dimension column that are no codes.
func (c *codeColumn) unknownCodes(r *reader, list *codebook.CodeList) {
	for _, t := range c.texts {
		at := r.table.Span(t.first, c.at)
		switch {
		case t.code >= 0:
		case t.text == "":
			r.out.Add(diag.CodeEmpty(at, c.column.Name.Value, list.Total.Value, t.rows))
		default:
			candidates := list.CodeNames()
			for _, e := range c.column.Codes.Entries {
				candidates = append(candidates, e.Key.Value)
			}
			odd := oddCharacters(t.text, strings.Join(candidates, ""))
			if meant, ok := source.Misread(t.text); ok {
				odd = diag.Say(`it is %s that was opened in another encoding: save the file as "CSV UTF-8" again, from a workbook that shows it right`, diag.Quote(meant))
			}
			r.out.Add(diag.CellCode(at, t.text, c.column.Name.Value, list.ID.Value, candidates, odd, labelled(list, t.text), list.ID.Span, t.rows))
		}
	}
}

// labelled gives the code that has a text as its label in some language.
func labelled(list *codebook.CodeList, text string) string {
	for _, code := range list.Codes {
		for _, language := range code.Label.Languages() {
			if label, _ := code.Label.In(language); strings.EqualFold(label, text) {
				return code.Code.Value
			}
		}
	}
	return ""
}

// unknownIndicators reports the texts of an indicator column that name none of
// the indicators of the contract.
func (c *codeColumn) unknownIndicators(r *reader) {
	var candidates []string
	for _, e := range c.column.Codes.Entries {
		candidates = append(candidates, e.Key.Value)
	}
	for _, t := range c.texts {
		if t.code < 0 {
			_, known := r.cb.Indicator(t.text)
			r.out.Add(diag.CellIndicator(r.table.Span(t.first, c.at), t.text, known, candidates, c.column.Name.Span, t.rows))
		}
	}
}
