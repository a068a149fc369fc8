package site

import (
	"html"
	"strconv"
	"unicode/utf8"

	"ronde/internal/edition"
	"ronde/internal/seal"
)

// embedAt is the address of what another site shows of a figure.
func embedAt(lang string, id seal.ReleaseID, figure string) string {
	return figureAt(lang, id, figure) + "embed/"
}

// embed is what another site shows of a figure.
func (r *reading) embed(f *edition.Figure) *Embed {
	p := &Embed{
		Frame: r.frame(r.at, SectionReports), Seal: r.seal(), Status: r.status().Kind, Figure: *r.shownFigure(f),
		Round: r.l.Period(r.e.Round), Page: Quotation{r.e.Texts[r.sealed].Title, relative(r.at, figureAt(r.lang, r.e.ID(), f.ID))},
	}
	r.markFigureFrame(&p.Frame, f)
	p.NoIndex, p.Alternates = true, nil
	p.Canonical = r.absolute(figureAt(r.lang, r.e.ID(), f.ID))
	p.Description = p.Figure.Subtitle
	p.Figure.Downloads, p.Figure.Address = nil, ""
	p.Figure.Option = "" // a page in a frame runs no script
	if f.Kind == edition.KeyFigures {
		p.Tiles = r.keyFigures(f, false)
	}
	return p
}

// embedCode is the HTML that shows an address in a frame.
func embedCode(src, title string, height int) string {
	return `<iframe src="` + html.EscapeString(src) + `" title="` + html.EscapeString(title) +
		`" width="100%" height="` + strconv.Itoa(height) + `" loading="lazy" style="border:0"></iframe>`
}

// The most that a frame asks for; what is higher is scrolled within it.
const tallestFrame = 900

// embedHeight is the height in CSS pixels that a figure takes at the widths that
// frames have. It is an estimate: fonts differ, and a frame of another site
// cannot grow with its content without a script.
func embedHeight(f *Figure, tiles []KeyFigure) int {
	height := 0
	for _, width := range []int{320, 480, 719, 1200} {
		height = max(height, heightAt(f, tiles, width))
	}
	return min((height+19)/20*20, tallestFrame)
}

func heightAt(f *Figure, tiles []KeyFigure, width int) int {
	column := min(width-32, 736)
	lines := func(text string, character, height int) int {
		return (utf8.RuneCountInString(text)*character/column + 1) * height
	}
	height := 40 + lines(f.Title, 10, 24) + lines(f.Source, 7, 22) + 2*30
	if f.Subtitle != "" {
		height += lines(f.Subtitle, 7, 22)
	}
	if len(f.Notes) > 0 {
		height += 40 // closed
	}
	p := f.Picture
	switch {
	case p != nil && width >= 720:
		height += column*p.Height/p.Width + 30
	case p != nil:
		height += min(column, 416)*p.NarrowHeight/p.NarrowWidth + 30
	case len(tiles) > 0:
		height += (len(tiles)*260 + column) / max(column/260, 1)
	case f.Table != nil:
		height += lines(f.Table.Caption, 8, 22) + 60 + len(f.Table.Rows)*34
	}
	return height
}
