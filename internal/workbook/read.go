package workbook

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"

	"ronde/internal/source"
)

// MaxCells is the number of cells that a sheet may hold to be read.
const MaxCells = 2_000_000

// Read reads a sheet. The error is a Refusal.
func (b *Book) Read(sheet Listed) (*Grid, error) {
	r := &gridReader{book: b, xml: xml.NewDecoder(bytes.NewReader(b.part(sheet.part))), grid: &Grid{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	rows := r.grid.Rows
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	for i := range rows {
		if i > 0 && rows[i].Number == rows[i-1].Number {
			return nil, Damaged
		}
		cells := rows[i].Cells
		slices.SortStableFunc(cells, func(a, b Stored) int { return cmp.Compare(a.Column, b.Column) })
		for n := range cells {
			if n > 0 && cells[n].Column == cells[n-1].Column {
				return nil, Damaged
			}
		}
	}
	return r.grid, nil
}

// A gridReader goes through the text of a sheet once. Elements are known by their local
// names: there are two sets of namespaces for the same words.
type gridReader struct {
	book  *Book
	xml   *xml.Decoder
	grid  *Grid
	row   Row
	last  int // number of the row before
	at    int // column of the cell before
	cells int
}

func (r *gridReader) read() error {
	for {
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return Damaged
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := r.start(&t); err != nil {
				return err
			}
		case xml.EndElement:
			if t.Name.Local == "row" && (len(r.row.Cells) > 0 || r.row.Hidden) {
				r.grid.Rows = append(r.grid.Rows, r.row)
			}
		}
	}
}

func (r *gridReader) start(t *xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		return r.startRow(t)
	case "c":
		return r.cell(t)
	case "col":
		from, errFrom := strconv.Atoi(attribute(t, "min"))
		to, errTo := strconv.Atoi(attribute(t, "max"))
		if errFrom != nil || errTo != nil {
			return Damaged
		}
		if yes(attribute(t, "hidden")) || none(attribute(t, "width")) {
			r.grid.hiddenColumns = append(r.grid.hiddenColumns, Range{Left: from, Right: to})
		}
	case "mergeCell":
		merged, ok := ParseRange(attribute(t, "ref"))
		if !ok {
			return Damaged
		}
		r.grid.Merged = append(r.grid.Merged, merged)
	}
	return nil
}

// startRow begins a row; one that says no number follows the one before it.
func (r *gridReader) startRow(t *xml.StartElement) error {
	r.last++
	if number := attribute(t, "r"); number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 {
			return Damaged
		}
		r.last = n
	}
	if r.last > source.LastRow {
		return Damaged
	}
	r.at = 0
	r.row = Row{Number: r.last, Hidden: yes(attribute(t, "hidden")) || none(attribute(t, "ht"))}
	return nil
}

// cell reads a cell, and keeps it when it holds anything.
func (r *gridReader) cell(t *xml.StartElement) error {
	r.at++
	if name := attribute(t, "r"); name != "" {
		column, row, ok := source.ParseCell(name)
		if !ok || row != r.row.Number {
			return Damaged
		}
		r.at = column
	}
	var content struct {
		F  *struct{} `xml:"f"`
		V  *string   `xml:"v"`
		Is *rich     `xml:"is"`
	}
	if err := r.xml.DecodeElement(&content, t); err != nil || r.at > source.LastColumn {
		return Damaged
	}
	c := Stored{Column: r.at, Formula: content.F != nil}
	if style, err := strconv.Atoi(attribute(t, "s")); err == nil && style >= 0 && style < len(r.book.formats) {
		c.Look, c.Scale = r.book.formats[style].look, r.book.formats[style].scale
	}
	value := ""
	if content.V != nil {
		value = *content.V
	}
	if content.Is != nil {
		c.Text = content.Is.String()
	}
	kind := attribute(t, "t")
	if content.F != nil && value == "" && (kind != "str" || content.V == nil) {
		c.Kind = Uncalculated
	} else if err := r.book.hold(&c, kind, value); err != nil {
		return err
	}
	if c.Kind == Empty {
		return nil
	}
	if r.cells++; r.cells > MaxCells {
		return TooLarge
	}
	r.row.Cells = append(r.row.Cells, c)
	return nil
}

// hold reads the value of a cell by the type that the file gives it.
func (b *Book) hold(c *Stored, kind, value string) error {
	written := func(text string) {
		if c.Text = text; text != "" {
			c.Kind = Written
		}
	}
	switch kind {
	case "s":
		if value == "" {
			return nil
		}
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(b.strings) {
			return Damaged
		}
		written(b.strings[n])
	case "str":
		written(unescape(value))
	case "inlineStr":
		written(c.Text)
	case "b":
		c.Kind, c.Text = Boolean, "FALSE"
		if yes(value) {
			c.Text = "TRUE"
		}
	case "e":
		c.Kind, c.Text = Failed, value
	case "d":
		c.Text, c.Kind = isoDay(value)
		if c.Look < LikeDay {
			c.Look = LikeDay
		}
	case "", "n":
		if value == "" {
			return nil
		}
		text, ok := digits(value)
		if !ok {
			return Damaged
		}
		switch c.Text, c.Kind = text, Numeric; c.Look {
		case LikeTime:
			c.Kind = Timed
		case LikeDay, LikeMonth, LikeYear:
			c.Text, c.Kind = b.day(text)
		}
	default:
		return Damaged
	}
	return nil
}

func attribute(t *xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// none reports whether a height or width is zero: some programs hide rows and columns so.
func none(size string) bool {
	value, err := strconv.ParseFloat(size, 64)
	return err == nil && value == 0
}

func yes(value string) bool { return value == "1" || value == "true" }
