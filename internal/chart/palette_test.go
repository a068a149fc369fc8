package chart

import (
	"bytes"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// luminance is the relative luminance of WCAG 2.2 of a colour #rgb or #rrggbb.
func luminance(t testing.TB, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = strings.Repeat(digits[:1], 2) + strings.Repeat(digits[1:2], 2) + strings.Repeat(digits[2:], 2)
	}
	sum := 0.0
	for i, share := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(digits[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += share * c
	}
	return sum
}

func contrast(t testing.TB, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// colours gives all colours of a palette in the order of its fields.
func colours(p palette) []string {
	var all []string
	for _, field := range reflect.ValueOf(p).Fields() {
		if field.Kind() == reflect.Array {
			for i := range field.Len() {
				all = append(all, field.Index(i).String())
			}
			continue
		}
		all = append(all, field.String())
	}
	return all
}

func TestContrast(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		for _, text := range []string{p.ink, p.mute} {
			if got := contrast(t, text, p.page); got < 7 {
				t.Errorf("%s: text %s has %.2f:1 on the page", name, text, got)
			}
		}
		for i, s := range p.series {
			if got := contrast(t, s, p.page); got < 3 {
				t.Errorf("%s: series %d has %.2f:1 on the page", name, i+1, got)
			}
			if i == 0 {
				continue
			}
			if got := contrast(t, s, p.series[i-1]); got < 3 {
				t.Errorf("%s: series %d has %.2f:1 beside the one before", name, i+1, got)
			}
		}
	}
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		for _, pair := range []struct {
			what, a, b string
			least      float64
		}{
			{"a quiet line on the page", p.quiet, p.page, 3},
			{"the outline of a tile on the lower class", p.series[0], p.tint, 3},
			{"a text on the lower class", p.ink, p.tint, 4.5},
			{"a text on the upper class", p.page, p.series[0], 4.5},
			{"the line of an area on it", p.series[0], p.tint, 3},
		} {
			if got := contrast(t, pair.a, pair.b); got < pair.least {
				t.Errorf("%s: %s has %.2f:1", name, pair.what, got)
			}
		}
	}
	if got := contrast(t, "#000", "#ffffff"); math.Abs(got-21) > .001 {
		t.Errorf("black on white has %.2f:1", got)
	}
}

// TestRoles: each role is painted in its colour, and no text is taken for one.
func TestRoles(t *testing.T) {
	for i, r := range colours(role) {
		for _, p := range []palette{light, dark} {
			want := colours(p)[i]
			if got := string(paint([]byte("a"+r+"b"), &p)); got != "a"+want+"b" || p.of(r) != want {
				t.Errorf("role %d is painted %q, want %q", i, got, want)
			}
		}
	}
	for r := range ' ' {
		text := appendText(nil, string(r))
		if got := paint(text, &dark); !bytes.Equal(got, text) {
			t.Errorf("%q in a text is painted %q", r, got)
		}
	}
}
