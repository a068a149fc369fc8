package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The look is that of the site: one family, ink on white, a rule under the head.
// Nothing is told by colour.
const (
	font     = "Arial"
	fontSize = 12
	ink      = "14181C"
	accent   = "12436D"

	lineHeight  = 16.0 // points
	titleHeight = 22.0
)

// A style is the look of a kind of cell.
type style uint8

const (
	titleStyle style = iota
	introStyle
	nameStyle // of a fact
	textStyle
	linkStyle
	headStyle
	headRightStyle
	markStyle                     // a mark in a column of numbers
	numberStyle                   // and one for each further number of decimals
	lastStyle   = numberStyle + 6 // number.Places
)

// wraps says that a long text goes on in a further line of its cell.
func (s style) wraps() bool { return s >= nameStyle && s <= headRightStyle }

// styles are the ids that the library gave to those used so far.
type styles [lastStyle + 1]int

// style gives the id of a style in the file.
func (b *builder) style(s style) (int, error) {
	if b.styles[s] > 0 {
		return b.styles[s], nil
	}
	text := &excelize.Font{Family: font, Size: fontSize, Color: ink}
	look := &excelize.Style{Font: text, Alignment: &excelize.Alignment{Vertical: "top", WrapText: s.wraps()}}
	switch {
	case s == titleStyle:
		text.Bold, text.Size = true, 16
	case s == introStyle:
	case s == nameStyle:
		text.Bold = true
	case s == textStyle:
	case s == linkStyle:
		text.Color, text.Underline = accent, "single"
	case s == headStyle, s == headRightStyle:
		text.Bold = true
		look.Alignment.Vertical = "bottom"
		look.Border = []excelize.Border{{Type: "bottom", Color: ink, Style: 1}}
	case s == markStyle:
	default:
		format := "#,##0"
		if decimals := int(s - numberStyle); decimals > 0 {
			format += "." + strings.Repeat("0", decimals)
		}
		look.CustomNumFmt = &format
	}
	if s == headRightStyle || s >= markStyle {
		look.Alignment.Horizontal, look.Alignment.Indent = "right", 1 // or it touches the words of the next column
	}
	id, err := b.file.NewStyle(look)
	b.styles[s] = id
	return id, err
}
