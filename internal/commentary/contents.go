package commentary

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"ronde/internal/source"
)

// Content is one of: a heading, a figure in its place, a reference.
type Content struct {
	Heading   string // as it is written, without its topic
	Level     int    // of a heading; 0 for all else
	Topic     string // of a heading; "" for none
	Bound     bool   // a heading whose words hold a reference
	Figure    string // id
	Reference *Reference
	start     int
}

// Contents gives what a text is made of but its sentences, in order. inline are the ids of
// the figures written in it.
func (d *Document) Contents(inline []source.At[string]) []Content {
	var entries []Content
	for _, p := range d.pieces {
		switch {
		case p.inline >= 0 && p.inline < len(inline):
			entries = append(entries, Content{Figure: inline[p.inline].Value, start: p.start})
		case p.ref.Figure.IsSet():
			entries = append(entries, Content{Figure: p.ref.Figure.Value, start: p.start})
		case p.ref.Indicator.IsSet():
			entries = append(entries, Content{Reference: &p.ref, start: p.start})
		}
	}
	if d.plain {
		return entries
	}
	content := []byte(d.Source)
	for n := markdown(d.Source).Parse(text.NewReader(content)).FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok || h.Lines().Len() == 0 {
			continue
		}
		start, end := h.Lines().At(0).Start, h.Lines().At(h.Lines().Len()-1).Stop
		e := Content{Level: h.Level, start: start}
		if topic, braces, _, ok := topicAttribute(h, content); ok {
			e.Topic, end = topic, braces
		}
		e.Heading = strings.Join(strings.Fields(d.Source[start:end]), " ")
		e.Bound = strings.Contains(e.Heading, "{{")
		entries = append(entries, e)
	}
	slices.SortStableFunc(entries, func(a, b Content) int { return a.start - b.start })
	return entries
}
