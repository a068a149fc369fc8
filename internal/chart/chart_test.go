package chart

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

var frames = []struct {
	name string
	Frame
}{
	{"", Frame{}},
	{"-narrow", Frame{Narrow: true}},
	{"-dark", Frame{Dark: true}},
	{"-narrow-dark", Frame{Narrow: true, Dark: true}},
}

// golden are the frames of which files are kept: dark ones differ in colours
// only, which TestDark holds.
var golden = frames[:2]

func TestGolden(t *testing.T) {
	all := examples(t)
	known := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, f := range golden {
			if all[name].Kind == Sparkline && f.Narrow {
				continue
			}
			file := filepath.Join("testdata", name+f.name+".svg")
			known[file] = true
			got := all[name].Draw().SVG(f.Frame)
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Error(err)
				continue
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (−want +got):\n%s", file, diff)
			}
		}
	}
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !known[file] {
			t.Errorf("%s belongs to no example", file)
		}
	}
}

func TestExamplesAreGoodCharts(t *testing.T) {
	for name, c := range examples(t) {
		for _, problem := range c.Validate() {
			t.Errorf("%s: %v", name, problem)
		}
		for _, f := range frames {
			data := c.Draw().SVG(f.Frame)
			if len(data) > 5000 {
				t.Errorf("%s%s has %d bytes", name, f.name, len(data))
			}
			pic := read(t, data)
			if c.Kind == Sparkline {
				continue
			}
			pic.check(t, c.Kind)
			w, h := c.Draw().View(f.Narrow)
			if want := (box{0, 0, w * px, h * px}); pic.plot != want {
				t.Errorf("%s%s: the view is %v, View gives %v", name, f.name, pic.plot, want)
			}
		}
	}
}

func TestDark(t *testing.T) {
	from, to := colours(light), colours(dark)
	var swap []string
	for i := range from {
		swap = append(swap, from[i]+`"`, to[i]+`"`)
	}
	replace := strings.NewReplacer(swap...)
	for name, c := range examples(t) {
		for _, narrow := range []bool{false, true} {
			got := string(c.Draw().SVG(Frame{Narrow: narrow, Dark: true}))
			want := replace.Replace(string(c.Draw().SVG(Frame{Narrow: narrow})))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: dark differs in more than colours:\n%s", name, diff)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	for name, c := range examples(t) {
		for _, f := range frames {
			if !bytes.Equal(c.Draw().SVG(f.Frame), c.Draw().SVG(f.Frame)) {
				t.Errorf("%s%s differs from one time to the next", name, f.name)
			}
		}
	}
}

func TestRootHasNoSize(t *testing.T) {
	data := string(examples(t)["line"].Draw().SVG(Frame{}))
	root, _, _ := strings.Cut(data, ">")
	for _, attribute := range []string{" width=", " height="} {
		if strings.Contains(root, attribute) {
			t.Errorf("the root element has%s: %s", attribute, root)
		}
	}
	for _, part := range []string{`xml:lang="nl"`, `role="img"`, `aria-labelledby="t d"`, `viewBox="-12 `} {
		if !strings.Contains(root, part) {
			t.Errorf("the root element lacks %s: %s", part, root)
		}
	}
}

// BenchmarkSVG lays each example out and paints it, wide.
func BenchmarkSVG(b *testing.B) {
	all := examples(b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				all[name].Draw().SVG(Frame{})
			}
		})
	}
}

// BenchmarkThreeLines draws three lines of two years, the yardstick of the size
// and time of a picture.
func BenchmarkThreeLines(b *testing.B) {
	c := &Chart{Kind: Line, Locale: language(b, "nl"), Title: "T", Description: "D", Unit: "personen", Periods: months(b, "2022-03", 24)}
	for _, s := range []Series{series(b, "België", stock), series(b, "Denemarken", denmark), series(b, "Estland", estonia)} {
		c.Series = append(c.Series, Series{Name: s.Name, Points: s.Points[:24]})
	}
	for b.Loop() {
		c.Draw().SVG(Frame{})
	}
}
