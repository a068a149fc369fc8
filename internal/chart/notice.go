package chart

import (
	"strings"

	"ronde/internal/locale"
)

// A Notice is what stands in the files of a picture that was withdrawn: words alone, so
// that whoever shows the picture elsewhere shows why it is gone. The bare view has the
// lines and not the title, and has to say it too.
type Notice struct {
	Locale *locale.Locale
	Title  string
	Lines  []string // paragraphs
}

// SVG is the notice in one of the frames of a picture.
func (n Notice) SVG(f Frame) []byte {
	p := newPlot(&Chart{Locale: n.Locale, Title: n.Title, Description: strings.Join(n.Lines, " ")}, f.Narrow)
	p.height = p.leading
	for _, text := range n.Lines {
		for _, line := range paragraph(text, p.width, p.size, false) {
			p.text(label{y: p.height, s: line})
			p.height += p.leading
		}
	}
	colours := &light
	if f.Dark {
		colours = &dark
	}
	return paint(p.file(), colours)
}
