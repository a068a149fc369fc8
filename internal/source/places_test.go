package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ronde/internal/diag"
)

// The place of a text marked «thus» is what the message must point at.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       diag.Span
	}{
		{"first line", "a «bc» d", diag.Span{Line: 7, Column: 3, End: 5}},
		{"start", "«a»", diag.Span{Line: 7, Column: 1, End: 2}},
		{"characters, not bytes", "één «drie» €", diag.Span{Line: 7, Column: 5, End: 9}},
		{"second line", "één\nx «y»\nz", diag.Span{Line: 8, Column: 3, End: 4}},
		{"lines of Windows", "a\r\nb\r\n«c»", diag.Span{Line: 9, Column: 1, End: 2}},
		{"lines of old Macintosh", "a\rb\r«c»", diag.Span{Line: 9, Column: 1, End: 2}},
		{"over two lines", "a «b\nc» d", diag.Span{Line: 7, Column: 3, End: 4}},
		{"over two lines of Windows", "a «b\r\nc» d", diag.Span{Line: 7, Column: 3, End: 4}},
		{"nothing", "ab«»", diag.Span{Line: 7, Column: 3, End: 3}},
		{"end after a line", "ab\n«»", diag.Span{Line: 8, Column: 1, End: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, start, end := marked(c.text)
			c.want.File = "a.md"
			if got := NewPlaces("a.md", text, 7).Span(start, end); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// A range that no text has, which a parser's fault could give, is a place all
// the same.
func TestPlacesOutside(t *testing.T) {
	p := NewPlaces("a.md", "ab\ncd", 1)
	for _, r := range [][2]int{{-1, 1}, {3, 99}, {99, 100}, {4, 2}} {
		if got := p.Span(r[0], r[1]); got.Line < 1 || got.Line > 2 || got.Column < 1 || got.End < got.Column {
			t.Errorf("Span(%d, %d) is %+v", r[0], r[1], got)
		}
	}
}

// Of a scalar that stands as it is on its line, ranges are exact; of any other
// they are the scalar's place.
func TestWithin(t *testing.T) {
	type file struct {
		Title At[string] `key:"title"`
	}
	for _, c := range []struct {
		name, yaml string // the range to find is marked in the value
		word       string
		line       int
		column     int
		end        int
	}{
		{"plain", "title: één drie", "drie", 1, 12, 16},
		{"double quotation marks", `title: "één drie"`, "drie", 1, 13, 17},
		{"single quotation marks", `title: 'één drie'`, "drie", 1, 13, 17},
		{"first word", `title: "één"`, "één", 1, 9, 12},
		{"an escape moves the rest", `title: "a\tb drie"`, "drie", 1, 8, 19},
		{"a doubled quotation mark", `title: 'it''s drie'`, "drie", 1, 8, 20},
		{"two escapes are no quotation marks", `title: "\u00e9\u00e9 drie"`, "drie", 1, 8, 27},
		{"literal block", "title: |\n  één drie", "drie", 1, 8, 9},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f file
			var out diag.List
			if !decodeYAML(Fragment{File: &File{Path: "a.yaml"}, Line: 1, Text: []byte(c.yaml)}, &f, false, &out) {
				t.Fatal(out.Sorted())
			}
			start := strings.Index(f.Title.Value, c.word)
			got := Within(f.Title)(start, start+len(c.word))
			if want := (diag.Span{File: "a.yaml", Line: c.line, Column: c.column, End: c.end}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// Every place within a text is on the line and in the column that an editor
// shows.
func FuzzPlaces(f *testing.F) {
	f.Add("één\r\nb\rc\n", 2, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		got := NewPlaces("a.md", text, 1).Span(start, end)
		lines := splitLines(text)
		if got.Line < 1 || got.Line > len(lines) || got.Column < 1 || got.End < got.Column {
			t.Fatalf("%q: Span(%d, %d) is %+v", text, start, end, got)
		}
		// One further than the line's end is the place of the line end itself;
		// one more that of the line feed of Windows.
		if line := lines[got.Line-1]; utf8.ValidString(text) && got.Column > utf8.RuneCountInString(line)+2 {
			t.Fatalf("%q: Span(%d, %d) is %+v, and the line is %q", text, start, end, got, line)
		}
	})
}

func marked(text string) (plain string, start, end int) {
	before, rest, _ := strings.Cut(text, "«")
	in, after, _ := strings.Cut(rest, "»")
	return before + in + after, len(before), len(before) + len(in)
}
