package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// An optionFile is the file of an interactive chart as a script reads it.
type optionFile struct {
	Said         []string
	Dark         map[string]string
	Wide, Narrow optionFraming
}

type optionFraming struct {
	Width, Height float64
	Fields        []struct {
		Box [4]float64
		X   []float64
	}
	Tips   []string
	Option echartsOption
}

// An echartsOption is as much of an option as tests look at.
type echartsOption struct {
	Animation       *bool
	BackgroundColor string
	Series          []echartsSeries
	XAxis           []struct {
		Type string
		Data []string
		Show bool
	}
	Graphic []struct {
		Type  string
		X, Y  float64
		Style struct {
			Text, Font, Align, Fill, VerticalAlign string
			LineWidth                              float64
			Rich                                   map[string]struct{ Font string }
		}
	}
	Tooltip struct{ RenderMode, TriggerOn string }
}

type echartsSeries struct {
	Name, Type string
	Data       []any
	LineStyle  struct {
		Width float64
		Type  any
	}
	Tooltip *struct{ Show bool }
}

func readOption(t testing.TB, c *Chart) optionFile {
	t.Helper()
	var o optionFile
	decoder := json.NewDecoder(bytes.NewReader(c.Draw().Option()))
	decoder.UseNumber()
	if err := decoder.Decode(&o); err != nil {
		t.Fatal(err)
	}
	return o
}

// interactives are the examples that have an option.
func interactives(t testing.TB) map[string]*Chart {
	all := examples(t)
	maps.DeleteFunc(all, func(_ string, c *Chart) bool { return !c.Draw().Interactive() })
	return all
}

// TestInteractive says which pictures leave values out.
func TestInteractive(t *testing.T) {
	want := "area area-gap column-long column-negative grouped line line-bounds line-dated line-events line-four line-free line-gap line-negative multiples multiples-marked multiples-twelve stacked stacked-long"
	if got := strings.Join(slices.Sorted(maps.Keys(interactives(t))), " "); got != want {
		t.Errorf("interactive are\n%s, want\n%s", got, want)
	}
	few := &Chart{Kind: Line, Locale: language(t, "nl"), Title: "T", Description: "D"}
	for text, want := range map[string]bool{"1 9 4": false, "1 9 x 4": false, "1 9 3 4": true} {
		few.Periods = months(t, "2022-03", len(strings.Fields(text)))
		if few.Series = []Series{series(t, "", text)}; few.Draw().Interactive() != want {
			t.Errorf("%s: interactive is %t", text, !want)
		}
	}
	stack := &Chart{Kind: Stacked, Locale: language(t, "nl"), Title: "T", Description: "D", Periods: months(t, "2022-03", 2),
		Series: []Series{series(t, "A", "1 2"), series(t, "B", "3 4")}}
	if !stack.Draw().Interactive() {
		t.Error("a stack whose sums are printed is not interactive: its parts are not")
	}
	checkOption(t, "stack", stack)
	if stack.Series = []Series{series(t, "A", "x x"), series(t, "B", "c x")}; stack.Draw().Interactive() {
		t.Error("a stack of nothing is interactive")
	}
}

// placed is a text with the room it takes, for comparison.
func placed(s shown) string {
	return fmt.Sprintf("%s %d %d–%d %d", s.s, s.size, (s.box.x0+5)/px, (s.box.x1+5)/px, (s.box.y1+5)/px)
}

var (
	richText = regexp.MustCompile(`^\{b\|([^}]*)\}(.*)$`)
	fontText = regexp.MustCompile(`^(700 )?(\d+)px (.*)$`)
)

// texts gives the texts of an option as they would stand in a picture.
func (o *echartsOption) texts(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, g := range o.Graphic {
		if g.Type != "text" {
			continue
		}
		found := fontText.FindStringSubmatch(g.Style.Font)
		if found == nil || found[3] != font || g.Style.VerticalAlign != "middle" {
			t.Fatalf("%q is set in %q, %s", g.Style.Text, g.Style.Font, g.Style.VerticalAlign)
		}
		e := element{name: "text", bold: found[1] != "", x: []float64{g.X}, anchor: map[string]string{"center": "middle", "right": "end"}[g.Style.Align]}
		fmt.Sscan(found[2], &e.size)
		e.y = math.Round(g.Y*px+float64(e.size*px*35/100)) / px
		text := strings.ReplaceAll(g.Style.Text, "{\u2060", "{")
		if lead := richText.FindStringSubmatch(text); lead != nil {
			e.pieces, e.bolds = lead[1:], []bool{true, e.bold}
		} else {
			e.pieces, e.bolds = []string{text}, []bool{e.bold}
		}
		for _, s := range e.shown() {
			all = append(all, placed(s))
		}
	}
	slices.Sort(all)
	return all
}

// texts gives the texts of the plot of a picture.
func (pic *picture) plotTexts() []string {
	var all []string
	for _, s := range pic.texts {
		if s.s != "" && s.box.y0 >= pic.plot.y0 && s.box.y1 <= pic.plot.y1 {
			all = append(all, placed(s))
		}
	}
	slices.Sort(all)
	return all
}

// values gives the series of an option that hold all points, in order.
func (o *echartsOption) values() []echartsSeries {
	var all []echartsSeries
	for _, s := range o.Series {
		if s.Tooltip == nil {
			all = append(all, s)
		}
	}
	return all
}

// courses counts the pieces of data lines between neighbours, stems and samples.
func (o *echartsOption) courses() int {
	n := 0
	for _, g := range o.Graphic {
		if g.Style.LineWidth == 3 {
			n++
		}
	}
	for _, s := range o.Series {
		if s.LineStyle.Width == 3 {
			n += len(s.Data) - 1
		}
	}
	return n
}

// checkOption holds an option against the pictures: the same texts at the same
// places, the same pieces of line, and the very values of the points.
func checkOption(t testing.TB, name string, c *Chart) {
	t.Helper()
	o := readOption(t, c)
	for _, framing := range []struct {
		optionFraming
		narrow bool
	}{{o.Wide, false}, {o.Narrow, true}} {
		pic := read(t, c.Draw().SVG(Frame{Narrow: framing.narrow}))
		option := &framing.Option
		if diff := cmp.Diff(pic.plotTexts(), option.texts(t)); diff != "" {
			t.Errorf("%s, narrow %t: texts of the picture (-) and of the option (+):\n%s", name, framing.narrow, diff)
		}
		w, h := c.Draw().View(framing.narrow)
		if framing.Width != float64(w) || framing.Height != float64(h) {
			t.Errorf("%s: the option is %v × %v, the view %d × %d", name, framing.Width, framing.Height, w, h)
		}
		if want := len(pic.courses()); (c.Kind == Line || c.Kind == Area) && option.courses() != want {
			t.Errorf("%s: %d pieces of line, the picture has %d", name, option.courses(), want)
		}
		series, places := c.drawn()
		values := option.values()
		if c.Kind == Multiples {
			ordered := make([]Series, len(series))
			for i, from := range ranked(series) {
				ordered[i] = series[from]
			}
			series = ordered
		}
		if len(values) != len(series) {
			t.Fatalf("%s: %d series for %d", name, len(values), len(series))
		}
		for i, s := range series {
			if values[i].Name != s.Name {
				t.Errorf("%s: series %d is %q, want %q", name, i, values[i].Name, s.Name)
			}
			for j, pt := range s.Points {
				want := "-"
				if pt.State == Present {
					want = pt.Value.String()
				}
				if got := bare(values[i].Data[j]); got != want {
					t.Errorf("%s: %s at %s is %s, want %s", name, s.Name, places[j], got, want)
				}
			}
		}
		if len(framing.Tips) != len(o.Said) || len(framing.Fields[0].X) != len(o.Said) {
			t.Errorf("%s: %d tips, %d places, %d sentences", name, len(framing.Tips), len(framing.Fields[0].X), len(o.Said))
		}
	}
}

// bare is a value of an option without its look and date.
func bare(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return bare(v["value"])
	case []any:
		return bare(v[1])
	}
	return fmt.Sprint(v)
}

func TestOptionIsThePicture(t *testing.T) {
	for name, c := range interactives(t) {
		checkOption(t, name, c)
		if !bytes.Equal(c.Draw().Option(), c.Draw().Option()) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

// TestAnyOptionIsThePicture is the same for charts of any shape; and its tooltips
// fit into the narrow view.
func TestAnyOptionIsThePicture(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	found := 0
	for n := range 250 {
		c := anyChart(t, r)
		if !c.Draw().Interactive() {
			continue
		}
		found++
		checkOption(t, fmt.Sprintf("chart %d", n), c)
		for _, narrow := range []bool{false, true} {
			p := drawPlot(c, narrow)
			for _, place := range p.told() {
				if h := (strings.Count(p.tip(place), "\n")+1)*p.leading + 18*px; h > p.height {
					t.Errorf("chart %d, %d series: a tooltip is %d high in a view of %d", n, len(p.series), h, p.height)
				}
				for row := range strings.SplitSeq(p.tip(place), "\n") {
					text := regexp.MustCompile(`\{\w+\|([^}]*)\}`).ReplaceAllString(row, "$1")
					if w := textWidth(text, p.size, strings.HasPrefix(row, "{b|")); w > p.width-22*px {
						t.Errorf("chart %d: %q of a tooltip is %d wide in a view of %d", n, row, w, p.width)
					}
				}
			}
		}
	}
	if found < 80 {
		t.Errorf("only %d of the charts are interactive", found)
	}
}

var colourText = regexp.MustCompile(`#[0-9a-f]{3,6}\b`)

// TestOptionColours: each colour of an option is one of the light picture, and
// what the file gives for it stands in the dark one.
func TestOptionColours(t *testing.T) {
	for name, c := range interactives(t) {
		for _, narrow := range []bool{false, true} {
			o := readOption(t, c)
			lights, darks := string(c.Draw().SVG(Frame{Narrow: narrow})), string(c.Draw().SVG(Frame{Narrow: narrow, Dark: true}))
			p := drawPlot(c, narrow)
			option := p.echarts()
			delete(option, "color") // the palette, used or not
			for _, colour := range colourText.FindAllString(string(encode(option)), -1) {
				if colour == light.grid {
					continue // of the band behind a column too
				}
				if !strings.Contains(lights, colour) || !strings.Contains(darks, o.Dark[colour]) || o.Dark[colour] == "" {
					t.Errorf("%s: %s, dark %q, is no colour of the picture", name, colour, o.Dark[colour])
				}
			}
		}
	}
	if got, want := len(darkOf()), 6+len(light.series); got != want {
		t.Errorf("%d colours have a dark one, want %d", got, want)
	}
}

// TestOptionIsData: nothing in an option runs, moves or is laid out by chance.
func TestOptionIsData(t *testing.T) {
	c := examples(t)["line"]
	c.Series[0].Name = `</script>{b|x} "__f__function(){}__f__"`
	data := c.Draw().Option()
	for _, forbidden := range []string{"</script", `"title"`, `"legend"`, `"toolbox"`, `"formatter"`, `"renderItem"`} {
		if bytes.Contains(data, []byte(forbidden)) {
			t.Errorf("the option holds %s", forbidden)
		}
	}
	o := readOption(t, c)
	if got := o.Wide.Option.values()[0].Name; got != c.Series[0].Name {
		t.Errorf("the name became %q", got)
	}
	if !strings.Contains(o.Wide.Tips[0], "</script>{\u2060b|x}") {
		t.Errorf("a brace of a name is mark-up: %q", o.Wide.Tips[0])
	}
	if a := o.Wide.Option.Animation; a == nil || *a {
		t.Error("the chart moves")
	}
	if tip := o.Wide.Option.Tooltip; tip.RenderMode != "richText" || tip.TriggerOn != "none" {
		t.Errorf("the tooltip is %+v", tip)
	}
	for _, axis := range o.Wide.Option.XAxis {
		if axis.Show {
			t.Error("ECharts draws an axis of its own")
		}
	}
}

// TestBraces: a name with braces stands in a key as it is, beside its last value.
func TestBraces(t *testing.T) {
	c := &Chart{Kind: Grouped, Locale: language(t, "nl"), Title: "T", Description: "D", Periods: months(t, "2022-03", 20)}
	for _, name := range []string{"Groep {a} {b|c}", "Groep }"} {
		c.Series = append(c.Series, series(t, name, strings.Repeat("123456 ", 20)))
	}
	var texts []string
	o := readOption(t, c)
	for _, g := range o.Wide.Option.Graphic {
		text := regexp.MustCompile(`\{\w+\|([^}]*)\}`).ReplaceAllString(g.Style.Text, "$1")
		texts = append(texts, strings.ReplaceAll(text, "{\u2060", "{"))
	}
	for _, s := range c.Series {
		if want := s.Name + " 123.456"; !slices.Contains(texts, want) {
			t.Errorf("%q is not among %q", want, texts)
		}
	}
}

// TestOptionHidesWhatIsHidden gives points without a value one all the same: it
// changes no byte of an option.
func TestOptionHidesWhatIsHidden(t *testing.T) {
	for _, kind := range []Kind{Line, Column, Area} {
		c := &Chart{Kind: kind, Locale: language(t, "nl"), Title: "T", Description: "D", Unit: "personen",
			Periods: months(t, "2022-03", 15), Series: []Series{series(t, "", "700 c 300 x z . 5 6 7 8 9 10 11 12 13")}}
		want := c.Draw().Option()
		for i := range c.Series[0].Points {
			if pt := &c.Series[0].Points[i]; pt.State != Present {
				pt.Value, pt.Provisional, pt.Estimated, pt.Reconstructed = 12_345*one, true, true, true
			}
		}
		if !c.Draw().Interactive() || !bytes.Equal(want, c.Draw().Option()) {
			t.Errorf("kind %d: a value that is not there changes the option", kind)
		}
	}
}

func BenchmarkOption(b *testing.B) {
	d := examples(b)["line"].Draw()
	for b.Loop() {
		d.Option()
	}
}
