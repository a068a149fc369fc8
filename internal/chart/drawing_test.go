package chart

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// draw gives a wide light picture of one series over months.
func draw(t *testing.T, kind Kind, text string, change ...func(*Chart)) string {
	t.Helper()
	c := &Chart{Kind: kind, Locale: language(t, "nl"), Title: "T", Description: "D", Unit: "personen",
		Series: []Series{series(t, "Reeks", text)}}
	n := len(c.Series[0].Points)
	for len(c.Series) < c.traits().least {
		c.Series = append(c.Series, series(t, "Tweede", strings.Repeat("100 ", n)))
	}
	c.Periods = months(t, "2022-03", n)
	for i := range n {
		c.Categories = append(c.Categories, Category{Name: "Plaats", Tile: &Tile{1 + i%maxTileSide, 1 + i/maxTileSide, "PL"}})
	}
	for _, f := range change {
		f(c)
	}
	data := c.Draw().SVG(Frame{})
	read(t, data)
	return string(data)
}

// joints counts the pieces of line between neighbours.
func joints(t *testing.T, svg string) int {
	return len(read(t, []byte(svg)).courses())
}

func TestNothingBridges(t *testing.T) {
	brk := func(c *Chart) { c.Breaks = []Break{{At: c.Periods[2], Note: "N"}} }
	other := func(c *Chart) { c.Breaks = []Break{{At: c.Periods[2], Note: "N", Series: []int{1}}} }
	tests := []struct {
		name   string
		svg    string
		joints int
	}{
		{"all there", draw(t, Line, "1 2 3 4 5"), 4},
		{"missing", draw(t, Line, "1 2 x 4 5"), 2},
		{"hidden", draw(t, Line, "1 2 c 4 5"), 2},
		{"cannot exist", draw(t, Line, "1 2 z 4 5"), 2},
		{"not expected", draw(t, Line, "1 2 . 4 5"), 2},
		{"more than", draw(t, Line, "1 2 9> 4 5"), 2},
		{"less than", draw(t, Line, "1 2 9< 4 5"), 2},
		{"about", draw(t, Line, "1 2 3~ 4 5"), 4},
		{"alone", draw(t, Line, "1 x 3 x 5"), 0},
		{"break", draw(t, Line, "1 2 3 4 5", brk), 3},
		{"break of another series", draw(t, Line, "1 2 3 4 5", other), 4},
	}
	for _, test := range tests {
		if got := joints(t, test.svg); got != test.joints {
			t.Errorf("%s: %d pieces, want %d", test.name, got, test.joints)
		}
	}
	if got := read(t, []byte(draw(t, Line, "1 x 3 x 5"))).dots(); got != 3 {
		t.Errorf("three lone points have %d markers", got)
	}
}

func TestMarks(t *testing.T) {
	for _, kind := range withText {
		if kind == Heat {
			continue
		}
		for _, text := range []string{"7 x c z . 0 5p", "-7 x c z . -5p"} {
			svg := draw(t, kind, text)
			for _, word := range []string{"[x]", "[c]", "[z]", "voorlopig"} {
				if !strings.Contains(svg, word) {
					t.Errorf("kind %d, %s lacks %s:\n%s", kind, text, word, svg)
				}
			}
		}
	}
	for _, kind := range []Kind{Column, Bar, TileMap} {
		svg := draw(t, kind, "700 0 300")
		zero := 0
		for _, b := range read(t, []byte(svg)).bars() {
			if b.x1-b.x0 == 2*px || b.y1-b.y0 == 2*px {
				zero++
			}
		}
		if zero != 1 || !strings.Contains(svg, ">0<") {
			t.Errorf("kind %d: zero is no bar of two pixels with its 0:\n%s", kind, svg)
		}
		for sign, text := range map[string]string{"&gt;\u00a0300": "700 300>", "&lt;\u00a0300": "700 300<", "≈\u00a0300": "700 300~"} {
			if svg := draw(t, kind, text); !strings.Contains(svg, sign) || !strings.Contains(svg, "stroke-dasharray") {
				t.Errorf("kind %d does not mark %q:\n%s", kind, text, svg)
			}
		}
	}
}

// TestBoundIsNoPeak labels the highest exact value, and the bound as a bound.
func TestBoundIsNoPeak(t *testing.T) {
	svg := draw(t, Line, "10 20 90 30 500> 40 15")
	for _, want := range []string{">90<", ">&gt;\u00a0500<"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture lacks %s:\n%s", want, svg)
		}
	}
}

// TestHiddenValuesStayHidden gives points without a value one all the same: it
// changes no byte of any picture.
func TestHiddenValuesStayHidden(t *testing.T) {
	for kind := Line; kind <= TileMap; kind++ {
		want := draw(t, kind, "700 c 300 x z . 5")
		got := draw(t, kind, "700 c 300 x z . 5", func(c *Chart) {
			for i := range c.Series[0].Points {
				if pt := &c.Series[0].Points[i]; pt.State != Present {
					pt.Value, pt.Provisional, pt.Estimated, pt.Reconstructed = 12_345*one, true, true, true
				}
			}
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("kind %d (−want +got):\n%s", kind, diff)
		}
	}
}

func TestProvisional(t *testing.T) {
	line := draw(t, Line, "1 2 3p")
	if !strings.Contains(line, `stroke-dasharray="4 3"`) || !strings.Contains(line, `r="4.5" fill="#fff"`) {
		t.Errorf("the last piece is not dashed with a hollow end:\n%s", line)
	}
	if column := draw(t, Column, "1 2 3p"); !strings.Contains(column, `fill="url(#h)"`) || !strings.Contains(column, `<pattern id="h"`) {
		t.Errorf("the last column is not hatched:\n%s", column)
	}
}

// TestKeyIsTheEnd: the marker in a narrow key is hollow where the end of its line
// is.
func TestKeyIsTheEnd(t *testing.T) {
	c := &Chart{Kind: Line, Locale: language(t, "nl"), Title: "T", Description: "D", Periods: months(t, "2022-03", 4)}
	for _, last := range []string{"6>", "6", "6p"} {
		c.Series = append(c.Series, series(t, "Een naam die nergens plaats vindt", "3 4 5 "+last))
	}
	var hollow []bool
	for _, s := range drawPlot(c, true).kept.spots {
		hollow = append(hollow, s.hollow)
	}
	if diff := cmp.Diff([]bool{true, false, true}, hollow); diff != "" {
		t.Errorf("hollow (−want +got):\n%s", diff)
	}
}

// TestNoValue draws an axis and says why nothing is on it.
func TestNoValue(t *testing.T) {
	for text, want := range map[string]string{"x x": "[x] geen cijfer", "c c": "[c] verborgen"} {
		for _, kind := range []Kind{Line, Column, Bar, Area, Dot, TileMap} {
			if svg := draw(t, kind, text); !strings.Contains(strings.ReplaceAll(svg, "\u00a0", " "), want) {
				t.Errorf("kind %d, %q lacks %q:\n%s", kind, text, want, svg)
			}
		}
	}
}

// TestSparkline has one size, the same in wide and narrow pages.
func TestSparkline(t *testing.T) {
	c := examples(t)["spark"]
	if !bytes.Equal(c.Draw().SVG(Frame{}), c.Draw().SVG(Frame{Narrow: true})) {
		t.Error("narrow differs from wide")
	}
	if w, h := c.Draw().View(true); w != 160 || h != 44 {
		t.Errorf("the view is %d × %d", w, h)
	}
}
