package site

import (
	"html/template"

	"ronde/internal/commentary"
)

// body gives the blocks of a resolved text as a page shows them. sections are the
// anchors of the headings that name a topic, in order; figure gives the block of a
// figure, or false for one that is shown elsewhere.
func body(blocks []commentary.Block, ids anchors, sections []string, figure func(id string) (Block, bool)) []Block {
	var out []Block
	prose := func(html string) {
		if n := len(out); n > 0 && out[n-1].Prose != "" {
			out[n-1].Prose += template.HTML(html)
			return
		}
		out = append(out, Block{Prose: template.HTML(html)})
	}
	for _, b := range blocks {
		switch {
		case b.Figure != "":
			if block, ok := figure(b.Figure); ok {
				out = append(out, block)
			}
		case b.Heading != "" && b.Level <= 2:
			h := &Heading{Text: b.Heading}
			if b.Topic != "" && len(sections) > 0 {
				h.ID, sections = sections[0], sections[1:]
			} else {
				h.ID = ids.take(slug(b.Heading))
			}
			out = append(out, Block{Heading: h})
		case b.Heading != "":
			name := "h" + string(rune('0'+min(b.Level, 6)))
			prose("<" + name + ">" + template.HTMLEscapeString(b.Heading) + "</" + name + ">\n")
		case b.HTML != "":
			prose(b.HTML)
		}
	}
	return out
}
