package workbook

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// A builder makes the sheets of one file.
type builder struct {
	file     *excelize.File
	language string
	styles   styles
	tables   int
}

// The widths of columns, in characters.
const (
	leastWidth = 10
	mostWidth  = 60
	nameWidth  = 30 // of the names of facts
	textWidth  = 90 // of their texts

	buttonWidth = 2 // of the filter in the head of a table
)

// Columns are measured in characters of the default size, which is 11 points.
const perCharacter = fontSize / 11.0

func runes(text string) int { return utf8.RuneCountInString(text) }

// cover writes the first sheet: a title, then a fact a row.
func (b *builder) cover(name string, w *Workbook) error {
	s, err := b.begin(name, []float64{nameWidth, textWidth}, 0)
	if err != nil {
		return err
	}
	s.row(cell{w.Title, titleStyle})
	for _, fact := range w.Cover.Facts {
		look := textStyle
		if fact.Href != "" {
			look = linkStyle
			s.link(2, fact.Href, "External")
		}
		s.row(cell{fact.Name, nameStyle}, cell{fact.Text, look})
	}
	return s.end()
}

// contents writes the second sheet, a table of the others.
func (b *builder) contents(name string, w *Workbook, sheets []string) error {
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	columns := []Column{{Head: w.Contents.Sheet}, {Head: w.Contents.About}}
	s, err := b.begin(name, []float64{nameWidth, textWidth}, 2)
	if err != nil {
		return err
	}
	s.row(cell{w.Contents.Title, titleStyle})
	s.head(columns)
	for i, sheet := range sheets {
		s.link(1, "'"+strings.ReplaceAll(sheet, "'", "''")+"'!A1", "Location")
		s.row(cell{sheet, linkStyle}, cell{w.Sheets[i].Title, textStyle})
	}
	if len(sheets) > 0 {
		s.table(2, len(columns))
	}
	return s.end()
}

// sheet writes a sheet of a table.
func (b *builder) sheet(name string, sheet *Sheet) error {
	t := &sheet.Table
	above := 1 + len(sheet.Intro)
	switch {
	case len(t.Columns) == 0 || len(t.Rows) == 0:
		return errors.New("a table without columns or rows")
	case above+1+len(t.Rows) > MaxRows:
		return fmt.Errorf("%d rows are more than a sheet holds", len(t.Rows))
	}
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	s, err := b.begin(name, widths(t), above+1)
	if err != nil {
		return err
	}
	s.row(cell{sheet.Title, titleStyle})
	for _, line := range sheet.Intro {
		s.row(cell{line, introStyle})
	}
	s.head(t.Columns)
	for i, row := range t.Rows {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(row), len(t.Columns))
		}
		cells := make([]cell, len(row))
		for n, c := range row {
			cells[n] = cell{c.content(), lookOf(c, t.Columns[n])}
		}
		s.row(cells...)
	}
	s.table(above+1, len(t.Columns))
	return s.end()
}

func lookOf(c Cell, column Column) style {
	switch {
	case c.number:
		return numberStyle + style(c.decimals)
	case column.Numbers:
		return markStyle
	}
	return textStyle
}

// widths fits columns to their cells; a head is wrapped rather than making its
// column wide.
func widths(t *Table) []float64 {
	all := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		most := leastWidth
		for word := range strings.FieldsSeq(c.Head) {
			most = max(most, runes(word)+buttonWidth)
		}
		for _, row := range t.Rows {
			if i < len(row) {
				most = max(most, row[i].width())
			}
		}
		all[i] = float64(min(most, mostWidth)) * perCharacter
	}
	return all
}

// A cell of a sheet: what the library is given, and how it looks.
type cell struct {
	content any
	look    style
}

// height is what the cell needs in a column of the width, in points.
func (c cell) height(width float64) float64 {
	text, isText := c.content.(string)
	switch {
	case c.look == titleStyle:
		return titleHeight
	case !isText || !c.look.wraps():
		return lineHeight
	}
	room := int(width / perCharacter)
	if c.look == headStyle || c.look == headRightStyle {
		room -= buttonWidth
	}
	return lineHeight * float64(lines(text, room))
}

// lines counts the lines of a text that is wrapped between words.
func lines(text string, room int) int {
	count := 0
	for line := range strings.Lines(text) {
		count++
		used := 0
		for word := range strings.FieldsSeq(line) {
			n := runes(word)
			if used > 0 && used+1+n > room {
				count++
				used = 0
			}
			if used > 0 {
				used++
			}
			used += n
			count += (used - 1) / max(room, 1) // a word longer than a line is cut
			used -= (used - 1) / max(room, 1) * room
		}
	}
	return max(count, 1)
}

// A page is a sheet while it is written, row by row. Its first error stays.
type page struct {
	b      *builder
	name   string
	w      *excelize.StreamWriter
	widths []float64
	rows   int
	err    error
	links  []link
}

type link struct{ cell, to, kind string }

// begin begins a sheet with the widths of its columns and the rows that stay in
// sight.
func (b *builder) begin(name string, widths []float64, frozen int) (*page, error) {
	landscape, a4, fit, once := "landscape", 9, true, 1
	many := 0
	view := excelize.Selection{SQRef: "A1", ActiveCell: "A1"}
	panes := &excelize.Panes{Selection: []excelize.Selection{view}}
	if frozen > 0 {
		view.Pane = "bottomLeft"
		panes = &excelize.Panes{
			Freeze: true, YSplit: frozen, TopLeftCell: "A" + strconv.Itoa(frozen+1), ActivePane: "bottomLeft", Selection: []excelize.Selection{view},
		}
	}
	if err := errors.Join(
		b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &many}),
	); err != nil {
		return nil, err
	}
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	p := &page{b: b, name: name, w: w, widths: widths, err: w.SetPanes(panes)}
	for i, width := range widths {
		p.keep(w.SetColWidth(i+1, i+1, width))
	}
	return p, p.err
}

func (p *page) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// row writes the next row, as high as its text needs: not every program does that
// by itself when it opens a file.
func (p *page) row(cells ...cell) {
	p.rows++
	values := make([]any, len(cells))
	height := 0.0
	for i, c := range cells {
		height = max(height, c.height(p.widths[i]))
		id, err := p.b.style(c.look)
		p.keep(err)
		values[i] = excelize.Cell{StyleID: id, Value: c.content}
	}
	p.keep(p.w.SetRow("A"+strconv.Itoa(p.rows), values, excelize.RowOpts{Height: height}))
}

func (p *page) head(columns []Column) {
	cells := make([]cell, len(columns))
	for i, text := range heads(columns) {
		cells[i] = cell{text, headStyle}
		if columns[i].Numbers {
			cells[i].look = headRightStyle
		}
	}
	p.row(cells...)
}

// link makes a cell of the next row lead somewhere.
func (p *page) link(column int, to, kind string) {
	at, err := excelize.CoordinatesToCellName(column, p.rows+1)
	p.keep(err)
	p.links = append(p.links, link{at, to, kind})
}

// table marks what was written from a row on as a table.
func (p *page) table(head, columns int) {
	last, err := excelize.CoordinatesToCellName(columns, p.rows)
	p.keep(err)
	p.b.tables++
	plain := false
	p.keep(p.w.AddTable(&excelize.Table{
		Range: "A" + strconv.Itoa(head) + ":" + last, Name: "table_" + strconv.Itoa(p.b.tables), ShowRowStripes: &plain,
	}))
}

// end closes the sheet. Links belong to what follows the rows.
func (p *page) end() error {
	for _, l := range p.links {
		p.keep(p.b.file.SetCellHyperLink(p.name, l.cell, l.to, l.kind))
	}
	if p.err != nil {
		return p.err
	}
	return p.w.Flush()
}
