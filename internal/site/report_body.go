package site

import (
	"slices"
	"strings"

	"ronde/internal/commentary"
	"ronde/internal/edition"
)

// body is the commentary without the key figures at its top.
func (r *reading) body(text string, key *edition.Figure) []Block {
	blocks := commentary.Blocks(text, r.presentation())
	out := body(blocks, r.ids, r.topical, func(id string) (Block, bool) {
		if out, ok := r.Archive.WithdrawnFigure(r.e, id); ok {
			return Block{Notice: &FigureNotice{r.takenBack(r.at, out.By)}}, true
		}
		f, ok := r.e.Figure(id)
		switch {
		case !ok || f == key:
			return Block{}, false
		case f.Kind == edition.KeyFigures:
			return Block{Tiles: r.keyFigures(f, true)}, true
		}
		return Block{Figure: r.figure(f)}, true
	})
	r.sides(out, blocks)
	return out
}

// sides puts beside the heading of a band the suppliers of its figures, and the
// way to its topic.
func (r *reading) sides(out []Block, blocks []commentary.Block) {
	var names [][]string // one list for each heading that starts a band
	var topics []string
	for _, b := range blocks {
		switch {
		case b.Heading != "" && b.Level <= 2:
			names, topics = append(names, nil), append(topics, r.topicPage(b.Topic))
		case b.Figure != "" && len(names) > 0:
			if f, ok := r.e.Figure(b.Figure); ok {
				last := &names[len(names)-1]
				for _, name := range r.suppliers(f) {
					if !slices.Contains(*last, name) {
						*last = append(*last, name)
					}
				}
			}
		}
	}
	n := 0
	for _, b := range out {
		if b.Heading != nil {
			b.Heading.Side, b.Heading.Topic = strings.Join(names[n], ", "), topics[n]
			n++
		}
	}
}

// topicPage is the address of today's page of a topic that a sealed text names;
// "" for none.
func (r *reading) topicPage(id string) string {
	topic, ok := r.Archive.Words.Topic(id)
	if !ok {
		return ""
	}
	return relative(r.at, topicAt(r.lang, topic.ID.Value))
}
