package site

import (
	"html/template"

	"ronde/internal/commentary"
)

// body gives the blocks of a resolved text as a page shows them. figure gives the
// block of a figure, or false for one that is shown elsewhere.
func body(blocks []commentary.Block, ids anchors, figure func(id string) (Block, bool)) []Block {
	var out []Block
	sections := sectionIDs(blocks, ids)
	prose := func(html string) {
		if n := len(out); n > 0 && out[n-1].Prose != "" {
			out[n-1].Prose += template.HTML(html)
			return
		}
		out = append(out, Block{Prose: template.HTML(html)})
	}
	for i, b := range blocks {
		switch {
		case b.Figure != "":
			if block, ok := figure(b.Figure); ok {
				out = append(out, block)
			}
		case b.Heading != "" && b.Level <= 2:
			id, ok := sections[i]
			if !ok {
				id = ids.take(slug(b.Heading))
			}
			out = append(out, Block{Heading: &Heading{ID: id, Text: b.Heading}})
		case b.Heading != "":
			name := "h" + string(rune('0'+min(b.Level, 6)))
			prose("<" + name + ">" + template.HTMLEscapeString(b.Heading) + "</" + name + ">\n")
		case b.HTML != "":
			prose(b.HTML)
		}
	}
	return out
}

// sectionIDs gives the anchors of the sections that name a topic, by their place
// among the blocks. They are taken before those of all other headings, so that
// they are the same in every language.
func sectionIDs(blocks []commentary.Block, ids anchors) map[int]string {
	sections := map[int]string{}
	for i, b := range blocks {
		if b.Topic != "" {
			sections[i] = ids.take(b.Topic)
		}
	}
	return sections
}
