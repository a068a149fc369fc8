package chart

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"ronde/internal/locale"
)

// TestNotice: the words stand in every frame, whole, wrapped in the narrow one, and also in
// the bare view.
func TestNotice(t *testing.T) {
	l, _ := locale.For("nl")
	n := Notice{Locale: l, Title: "Juli 2022: ingetrokken", Lines: []string{"Ingetrokken, 20 juli 2023: " + strings.Repeat("dubbel geteld & ", 8), "https://example.org/"}}
	for _, f := range []Frame{{}, {Dark: true}, {Narrow: true}, {Narrow: true, Dark: true}} {
		svg := string(n.SVG(f))
		var words []string
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if text, ok := token.(xml.CharData); ok {
				words = append(words, strings.Fields(string(text))...)
			}
		}
		if got := strings.Join(words, " "); strings.Count(got, strings.TrimSpace(strings.Repeat("dubbel geteld & ", 8))) != 2 || !strings.HasSuffix(got, "https://example.org/") {
			t.Errorf("%+v: %s", f, got)
		}
		if !strings.Contains(svg, `<view id="plot" viewBox="0 0 `) || strings.Contains(svg, "\x01") {
			t.Errorf("%+v: %s", f, svg)
		}
	}
	if string(n.SVG(Frame{})) == string(n.SVG(Frame{Dark: true})) || strings.Count(string(n.SVG(Frame{Narrow: true})), "<text") <= strings.Count(string(n.SVG(Frame{})), "<text") {
		t.Error("frames do not differ")
	}
}
