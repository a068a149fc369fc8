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

// role is the palette that pictures are drawn with, before it is known whether they
// are to be light or dark. Its colours are control characters: no text of a picture
// can hold one (appendText), so that what paint replaces is a colour and nothing else.
var role = palette{
	page: "\x0e", ink: "\x0f", mute: "\x10", grid: "\x11", tint: "\x12", quiet: "\x13",
	series: [6]string{"\x14", "\x15", "\x16", "\x17", "\x18", "\x19"},
}

const firstRole, lastRole = 0x0e, 0x19

// inOrder gives the colours of a palette in the order of the roles.
func (p *palette) inOrder() [lastRole - firstRole + 1]string {
	s := &p.series
	return [...]string{p.page, p.ink, p.mute, p.grid, p.tint, p.quiet, s[0], s[1], s[2], s[3], s[4], s[5]}
}

// of gives the colour of a role.
func (p *palette) of(role string) string { return p.inOrder()[role[0]-firstRole] }

// paint gives a picture that was drawn in roles its colours.
func paint(drawn []byte, colours *palette) []byte {
	all := colours.inOrder()
	size := len(drawn)
	for _, b := range drawn {
		if b >= firstRole && b <= lastRole {
			size += len(all[b-firstRole]) - 1
		}
	}
	painted := make([]byte, 0, size)
	plain := 0 // start of what is not yet written
	for i, b := range drawn {
		if b >= firstRole && b <= lastRole {
			painted = append(append(painted, drawn[plain:i]...), all[b-firstRole]...)
			plain = i + 1
		}
	}
	return append(painted, drawn[plain:]...)
}
