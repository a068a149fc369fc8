package site

import "html/template"

// A Block is one piece of a body of text: exactly one of its fields is set.
type Block struct {
	Heading *Heading
	Prose   template.HTML `sealed:"yes"` // rendered Markdown without h1 and h2
	Figure  *Figure
	Tiles   []KeyFigure // a row of key figures inside the text
	Notice  *FigureNotice
}

// A Heading is an h2. It starts a band: heading and supplier in the rail, what
// follows beside it.
type Heading struct {
	ID   string
	Text string `sealed:"yes"`
	Side string `sealed:"yes"` // the supplier, or a remark; may be empty
	// Topic leads to the page of the topic that the section is about; may be
	// empty.
	Topic string
}

// A Band is a heading with the blocks up to the next one. The heading of the
// first is nil when the body begins without one.
type Band struct {
	Heading *Heading
	Blocks  []Block
}

// Bands cuts a body at its headings.
func Bands(body []Block) []Band {
	var bands []Band
	for _, block := range body {
		if block.Heading != nil {
			bands = append(bands, Band{Heading: block.Heading})
			continue
		}
		if len(bands) == 0 {
			bands = append(bands, Band{})
		}
		last := &bands[len(bands)-1]
		last.Blocks = append(last.Blocks, block)
	}
	return bands
}
