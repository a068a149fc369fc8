package theme

import (
	"html/template"
	"net/url"
	"strings"

	"ronde/internal/site"
)

const revisedKey = "table.revised" // the interface text that rows asks for

// A rowWriter marks up the rows of a table. A report has hundreds of cells, and a
// template takes thirty times as long for one: this is the one piece of markup that
// is written here for its speed.
type rowWriter struct {
	strings.Builder
	seal           string // attributes of an element that holds sealed text
	minus, revised string
}

// rows gives the rows of a table: a head, and a cell for each value. A value that is
// absent is a mark with its meaning for screen readers, a revised one has the
// difference beside it.
func rows(attributes template.HTMLAttr, all []site.Row, minus, revised string) template.HTML {
	w := &rowWriter{seal: string(attributes), minus: minus, revised: revised}
	for _, row := range all {
		w.WriteString("\n<tr><th scope=\"row\"" + w.seal + ">")
		w.text(row.Head)
		w.WriteString("</th>")
		for i := range row.Cells {
			w.cell(&row.Cells[i])
		}
		w.WriteString("</tr>")
	}
	return template.HTML(w.String())
}

func (w *rowWriter) cell(c *site.Cell) {
	switch {
	case c.Style == site.CellAbsent:
		w.WriteString(`<td class="na"><span aria-hidden="true"` + w.seal + ">")
		w.text(c.Text)
		w.WriteString(`</span><span class="vh"` + w.seal + ">")
		w.text(c.Meaning)
		w.WriteString("</span>")
	case c.Style == site.CellWords:
		w.WriteString(`<td class="t"` + w.seal + ">")
		w.linked(c)
	case c.Style == site.CellChanged:
		w.WriteString(`<td class="chg">`)
		w.number(c.Text)
	case c.Revision != "":
		w.WriteString(`<td class="chg">`)
		w.number(c.Text)
		w.WriteString(` <span class="n"><span aria-hidden="true">▲</span><span class="vh">`)
		w.text(w.revised)
		w.WriteString(` </span> `)
		w.number(c.Revision)
		w.WriteString("</span>")
	default:
		w.WriteString("<td>")
		w.number(c.Text)
	}
	w.WriteString("</td>")
}

// linked gives the words of a cell, which may lead to a page of the site. What is no
// address within it is no link: here no template sees to that.
func (w *rowWriter) linked(c *site.Cell) {
	if to, err := url.Parse(c.Href); c.Href == "" || err != nil || to.IsAbs() || to.Host != "" {
		w.text(c.Text)
		return
	}
	w.WriteString(`<a href="`)
	w.text(c.Href)
	w.WriteString(`">`)
	w.text(c.Text)
	w.WriteString("</a>")
}

func (w *rowWriter) text(text string) { w.WriteString(template.HTMLEscapeString(text)) }

func (w *rowWriter) number(text string) {
	w.WriteString(string(spoken(template.HTMLAttr(w.seal), text, w.minus)))
}
