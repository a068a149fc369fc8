package chart

// A palette holds the colours of a picture, from the tokens of the visual
// language. Colour is never the only difference between two marks, text is
// never set in a series colour, and the rule, ink and quiet ratios are held by a
// test: every series has 3:1 against the page and against its neighbours.
type palette struct {
	page   string // background, and the fill of hollow marks
	ink    string // text and baselines
	mute   string // units, notes, axis labels
	grid   string // gridlines: decoration
	tint   string // beneath a line: decoration
	quiet  string // lines that are no data of their own: ranges, the edge of a hatch
	series [6]string
}

var (
	light = palette{
		page: "#fff", ink: "#14181c", mute: "#4b535b", grid: "#d5dade", tint: "#dbe6f0", quiet: "#8a949d",
		series: [6]string{"#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"},
	}
	dark = palette{
		page: "#11161b", ink: "#e9ecef", mute: "#aeb6bd", grid: "#333d46", tint: "#1d3346", quiet: "#76818b",
		series: [6]string{"#a9d3f7", "#1c756d", "#f7c8e2", "#b04a18", "#dde0e3", "#7954b6"},
	}
)
