package chart

import (
	"slices"
	"strconv"

	"ronde/internal/locale"
	"ronde/internal/period"
)

// A need is what belongs to the marks and may have to stand in the key. Whether it
// does is known once the plot is drawn, which is then drawn again.
type need uint8

const (
	referenceLabels need = 1 << iota
	lastValues           // of groups of columns
)

// A plot is a picture in the making. Its origin is the top left corner of the
// bare view, so that the plot is drawn without knowing how many lines the title
// above it takes; the title stands at negative heights.
type plot struct {
	c      *Chart
	locale *locale.Locale
	narrow bool
	series []Series        // those that are drawn
	at     []period.Period // of the places of their points

	size    int // of text, in pixels
	small   int // of months and notes, in pixels
	leading int
	width   int
	height  int // set by the kind once it is drawn

	buf    []byte
	group  string // colour of the texts in the open group; "" outside of one
	kept   furniture
	fields []field
	taken  room
	breaks []int // place of each break, −1 when not on the axis
	worded bool  // the word for provisional stands in the plot

	untotalled bool     // a stack has no sum
	explained  bool     // the words for that stand in the plot
	hatched    []string // patterns written

	references []Reference // those that are drawn
	inKey      need        // what stands in the key because it found no place in the plot
	needs      need        // what found none
}

func newPlot(c *Chart, narrow bool) *plot {
	p := &plot{c: c, locale: c.Locale, narrow: narrow,
		size: 14, small: 13, leading: 18 * px, width: 720 * px}
	if p.locale == nil {
		p.locale, _ = locale.For("en") // Validate reports it; a picture is drawn all the same.
	}
	p.series, p.at = c.drawn()
	if c.traits().references {
		p.references = c.References[:min(len(c.References), maxReferences)]
	}
	if narrow {
		p.size, p.small, p.leading, p.width = 15, 15, 20*px, 360*px
	}
	p.buf = make([]byte, 0, 6<<10)
	for _, b := range c.Breaks {
		p.breaks = append(p.breaks, c.placeOf(b.At))
	}
	return p
}

// newScale makes the scale of some of the chart's series. Over periods one without
// any value begins at zero: what stands there instead has the room above the axis.
func (p *plot) newScale(series []Series) scale {
	s := newScale(series, p.references, p.c.decimals(), p.c.FreeScale && !p.c.traits().fromZero)
	if s.count == 0 && !p.c.categorical() {
		return newScale(nil, nil, p.c.decimals(), false)
	}
	return s
}

// margin is what surrounds the texts of the whole file.
const (
	marginX = 12 * px
	marginY = 8 * px
)

// file puts the plot between title and notes, which are no part of what is kept.
func (drawn *plot) file() []byte {
	p := *drawn
	p.buf = make([]byte, 0, len(drawn.buf)+2<<10)

	title := paragraph(p.c.Title, p.width, 20, true)
	subtitle := paragraph(p.c.Subtitle, p.width, p.size, false)
	first, between, above := 24*px, 26*px, 12*px
	if p.narrow {
		first, between, above = 22*px, 25*px, 14*px
	}
	header := 0
	if len(title) > 0 {
		header = first + (len(title)-1)*between
	}
	if len(subtitle) > 0 {
		header += 22*px + (len(subtitle)-1)*p.leading
	}
	header += above

	var notes []string
	for i, b := range p.c.Breaks {
		notes = append(notes, paragraph(strconv.Itoa(i+1)+" "+b.Note, p.width, p.small, false)...)
	}
	for _, n := range p.c.Notes {
		notes = append(notes, paragraph(n, p.width, p.small, false)...)
	}
	notes = append(notes, paragraph(p.c.Source, p.width, p.small, false)...)
	bottom := p.height + 12*px
	if len(notes) > 0 {
		bottom = p.height + len(notes)*p.leading + 14*px
	}

	p.raw(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="` + p.locale.Language() + `" viewBox="`)
	p.viewBox(-marginX, -marginY-header, p.width+2*marginX, marginY+header+bottom)
	p.raw(` role="img" aria-labelledby="t d" font-family="Arial,Liberation Sans,Helvetica,sans-serif"`)
	p.attr("font-size", p.size*px)
	p.raw(` fill="` + role.ink + "\">\n<title id=\"t\">")
	p.buf = appendText(p.buf, p.c.Title)
	p.raw("</title>\n<desc id=\"d\">")
	p.buf = appendText(p.buf, p.c.Description)
	p.raw("</desc>\n<view id=\"plot\" viewBox=\"")
	p.viewBox(0, 0, p.width, p.height)
	p.raw("/>\n<rect")
	p.attr("x", -marginX)
	p.attr("y", -marginY-header)
	p.attr("width", p.width+2*marginX)
	p.attr("height", marginY+header+bottom)
	p.raw(` fill="` + role.page + "\"/>\n")

	y := first - header
	for i, line := range title {
		p.write(label{y: y + i*between, s: line, bold: true, size: 20}, p.size, "")
	}
	if len(title) > 0 {
		y += (len(title)-1)*between + 22*px
	}
	for i, line := range subtitle {
		p.write(label{y: y + i*p.leading, s: line, fill: role.mute}, p.size, "")
	}
	p.buf = append(p.buf, drawn.buf...)
	if len(notes) > 0 {
		p.open(p.small, role.mute)
		for i, line := range notes {
			p.write(label{y: p.height + 18*px + i*p.leading, s: line}, p.small, "")
		}
		p.close()
	}
	p.raw("</svg>\n")
	return p.buf
}

func (p *plot) viewBox(x, y, w, h int) {
	for i, v := range [...]int{x, y, w, h} {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.buf = appendCoord(p.buf, v)
	}
	p.buf = append(p.buf, '"')
}

// open begins a group of texts.
func (p *plot) open(size int, fill string) {
	p.raw(`<g`)
	if size != p.size {
		p.attr("font-size", size*px)
	}
	p.raw(` fill="` + fill + "\">\n")
	p.group = fill
}

// close ends it.
func (p *plot) close() {
	p.raw("</g>\n")
	p.group = ""
}

// hatch writes the pattern of provisional bars of a series, once, and gives its
// reference.
func (p *plot) hatch(series int) string {
	return p.hatchIn(string(rune('h'+series)), role.series[series])
}

// hatchIn writes a pattern in a colour, once, and gives its reference.
func (p *plot) hatchIn(id, colour string) string {
	if !slices.Contains(p.hatched, id) {
		p.hatched = append(p.hatched, id)
		p.raw(`<pattern id="` + id + `" width="6" height="6" patternUnits="userSpaceOnUse">` +
			`<path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" stroke="` + colour + `" stroke-width="1.8"/></pattern>` + "\n")
	}
	return "url(#" + id + ")"
}

// emptyHeight is that of the scale of a picture without any value.
const emptyHeight = 90 * px

// drawEmpty says that there is no value at all, and why.
func (p *plot) drawEmpty(x, y int) {
	found := map[State]bool{}
	for i := range p.series {
		for j := range p.series[i].Points {
			found[p.series[i].Points[j].State] = true
		}
	}
	if !found[CannotExist] && !found[Hidden] {
		found[NotDelivered] = true
	}
	for _, s := range [...]State{NotDelivered, CannotExist, Hidden} {
		if found[s] {
			text := fit(s.mark().String()+" "+p.why(s), p.width-x, p.size, false)
			p.text(label{x: x, y: y, s: text, fill: role.mute})
			y += p.leading
		}
	}
}
