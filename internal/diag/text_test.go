package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lookupIn gives lines of one text, whatever the file.
func lookupIn(text string) func(string, int) (string, bool) {
	lines := strings.Split(text, "\n")
	return func(_ string, line int) (string, bool) {
		if line > len(lines) {
			return "", false
		}
		return lines[line-1], true
	}
}

func TestWriteText(t *testing.T) {
	at := func(line, column, end int) Span {
		return Span{File: "data/a.csv", Line: line, Column: column, End: end}
	}
	tests := []struct {
		name    string
		input   string
		found   []Diagnostic
		options TextOptions
		want    string
	}{
		{name: "nothing", want: ""},
		{
			name:  "the form of the package comment",
			input: strings.Repeat("\n", 13) + "2022-06-26;BE;1.185",
			found: []Diagnostic{
				fault("number", Span{"data/drops/2022-07/dvz/attestations.csv", 14, 15, 20, "C14"}, Say(`"1.185" is not a whole number`), Say("cell C14. Write 1185, or set `thousands: \".\"` for this dataset")).
					NoteAt(Span{File: "data/datasets/attestations.yaml", Line: 9, Column: 5}, Say(`column "attestations" counts persons`)),
			},
			want: `data/drops/2022-07/dvz/attestations.csv:14:15: error: "1.185" is not a whole number [number]
   14 │ 2022-06-26;BE;1.185
      ╵               ~~~~~
  note: column "attestations" counts persons: data/datasets/attestations.yaml:9:5
  hint: cell C14. Write 1185, or set ` + "`thousands: \".\"`" + ` for this dataset
1 error
`,
		},
		{
			name:  "a whole file, a whole line, a start alone, behind the end",
			input: "abc",
			found: []Diagnostic{
				notice("a", FileSpan("data/a.csv"), Verbatim("file"), Phrase{}),
				warning("b", Span{File: "data/a.csv", Line: 1}, Verbatim("line"), Phrase{}),
				fault("c", at(1, 2, 0), Verbatim("start"), Phrase{}),
				fault("d", at(1, 4, 0), Verbatim("behind"), Phrase{}),
				fault("e", at(9, 1, 2), Verbatim("no such line"), Phrase{}),
			},
			want: `data/a.csv: notice: file [a]
data/a.csv:1: warning: line [b]
    1 │ abc
data/a.csv:1:2: error: start [c]
    1 │ abc
      ╵  ^
data/a.csv:1:4: error: behind [d]
    1 │ abc
      ╵    ^
data/a.csv:9:1: error: no such line [e]
3 errors, 1 warning, 1 notice
`,
		},
		{
			name:  "tabs, wide and combining characters",
			input: "a\tb\tx\n統計ab\ne\u0301t\u00e9 12",
			found: []Diagnostic{
				fault("x", at(1, 5, 6), Verbatim("tab"), Phrase{}),
				fault("x", at(2, 3, 5), Verbatim("wide"), Phrase{}),
				fault("x", at(2, 2, 3), Verbatim("on a wide one"), Phrase{}),
				fault("x", at(3, 6, 8), Verbatim("combining"), Phrase{}),
				fault("x", at(3, 2, 3), Verbatim("the accent alone"), Phrase{}),
			},
			want: `data/a.csv:1:5: error: tab [x]
    1 │ a   b   x
      ╵         ~
data/a.csv:2:3: error: wide [x]
    2 │ 統計ab
      ╵     ~~
data/a.csv:2:2: error: on a wide one [x]
    2 │ 統計ab
      ╵   ~~
data/a.csv:3:6: error: combining [x]
    3 │ ` + "e\u0301t\u00e9" + ` 12
      ╵     ~~
data/a.csv:3:2: error: the accent alone [x]
    3 │ ` + "e\u0301t\u00e9" + ` 12
      ╵ ^
5 errors
`,
		},
		{
			name:  "what a terminal would obey",
			input: "\x1b[31mred\u202eder",
			found: []Diagnostic{
				fault("x", at(1, 6, 9), Verbatim("title\x1b[2J\r"), Verbatim("first\nsecond\x07")).Note(Verbatim("a\u2066b")),
			},
			want: `data/a.csv:1:6: error: title\x1b[2J\r [x]
    1 │ \x1b[31mred\u202eder
      ╵         ~~~
  note: a\u2066b
  hint: first
        second\x07
1 error
`,
		},
		{
			name:    "a long line",
			input:   "0123456789012345678901234567890123456789",
			options: TextOptions{Width: 12},
			found: []Diagnostic{
				fault("x", at(1, 1, 2), Verbatim("start"), Phrase{}),
				fault("x", at(1, 21, 23), Verbatim("middle"), Phrase{}),
				fault("x", at(1, 40, 41), Verbatim("end"), Phrase{}),
				fault("x", at(1, 3, 39), Verbatim("longer than the width"), Phrase{}),
			},
			want: `data/a.csv:1:1: error: start [x]
    1 │ 012345678901…
      ╵ ~
data/a.csv:1:21: error: middle [x]
    1 │ …345678901234…
      ╵         ~~
data/a.csv:1:40: error: end [x]
    1 │ …890123456789
      ╵             ~
data/a.csv:1:3: error: longer than the width [x]
    1 │ …234567890123…
      ╵  ~~~~~~~~~~~~
4 errors
`,
		},
		{
			name:    "a very long line",
			input:   strings.Repeat("0123456789", 1000),
			options: TextOptions{Width: 10},
			found: []Diagnostic{
				fault("x", at(1, 1, 2), Verbatim("start"), Phrase{}),
				fault("x", at(1, 5001, 5003), Verbatim("middle"), Phrase{}),
				fault("x", at(1, 10000, 10001), Verbatim("end"), Phrase{}),
				fault("x", at(1, 10001, 0), Verbatim("behind"), Phrase{}),
			},
			want: `data/a.csv:1:1: error: start [x]
    1 │ 0123456789…
      ╵ ~
data/a.csv:1:5001: error: middle [x]
    1 │ …4567890123…
      ╵        ~~
data/a.csv:1:10000: error: end [x]
    1 │ …0123456789
      ╵           ~
data/a.csv:1:10001: error: behind [x]
    1 │ …0123456789
      ╵            ^
4 errors
`,
		},
		{
			name:  "colour",
			input: "abc",
			options: TextOptions{
				Colour: true,
			},
			found: []Diagnostic{warning("x", at(1, 1, 2), Verbatim("title"), Verbatim("do"))},
			want: "\x1b[1mdata/a.csv:1:1:\x1b[0m \x1b[1;33mwarning:\x1b[0m \x1b[1mtitle\x1b[0m [x]\n" +
				"    1 │ abc\n      ╵ \x1b[1;33m~\x1b[0m\n  \x1b[1mhint:\x1b[0m do\n1 warning\n",
		},
		{
			name:    "many of one id in one file",
			options: TextOptions{Limit: 2},
			found: []Diagnostic{
				fault("x", Span{File: "a"}, Verbatim("1"), Phrase{}), warning("y", Span{File: "a"}, Verbatim("1"), Phrase{}),
				fault("x", Span{File: "a"}, Verbatim("2"), Phrase{}), fault("x", Span{File: "a"}, Verbatim("3"), Phrase{}), fault("x", Span{File: "a"}, Verbatim("4"), Phrase{}),
				fault("x", Span{File: "b"}, Verbatim("1"), Phrase{}), fault("x", Span{File: "b"}, Verbatim("2"), Phrase{}),
			},
			want: `a: error: 1 [x]
a: warning: 1 [y]
a: error: 2 [x]
a: and 2 more [x]
b: error: 1 [x]
b: error: 2 [x]
6 errors, 1 warning
`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			if err := WriteText(&b, test.found, lookupIn(test.input), test.options); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTwentyOfOneID(t *testing.T) {
	var found []Diagnostic
	for i := range 25 {
		found = append(found, fault("x", Span{File: "a", Line: i + 1}, Say("t"), Phrase{}))
	}
	var b strings.Builder
	if err := WriteText(&b, found, nil, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "error: t [x]"); n != 20 || !strings.HasSuffix(b.String(), "a: and 5 more [x]\n25 errors\n") {
		t.Errorf("%d are shown, and then:\n%s", n, b.String())
	}
}

// An excerpt is never wider than asked for, and its marks stand below the span.
func FuzzExcerpt(f *testing.F) {
	f.Add("2022-06-26;BE;1.185", 15, 20, 100)
	f.Add("\t統計\x1b\u202e\xff", 2, 4, 3)
	f.Add("", 1, 0, 10)
	f.Fuzz(func(t *testing.T, line string, column, end, width int) {
		if strings.ContainsAny(line, "\r\n") {
			return
		}
		width = 8 + width&0x7f
		text, mark := excerpt(line, Span{File: "a", Line: 1, Column: column, End: end}, width)
		columns := 0
		for _, g := range shape(text) {
			columns += g.width
		}
		if columns > width+2 {
			t.Errorf("%q is %d columns wide", text, columns)
		}
		if (mark == "") != (column < 1) {
			t.Errorf("column %d: mark %q", column, mark)
		}
		if Visible(text) != text {
			t.Errorf("%q holds hidden characters", text)
		}
	})
}
