package source

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/number"
	"ronde/internal/period"
)

// letters is a type that reads itself, as a status set does.
type letters []string

func (l *letters) DecodeScalar(text string) error {
	for _, x := range strings.Fields(text) {
		if len(x) != 1 || x[0] < 'A' || x[0] > 'Z' {
			return errors.New("a set of letters: write capital letters with spaces between them, such as E P")
		}
		*l = append(*l, x)
	}
	return nil
}

func (l letters) String() string { return strings.Join(l, " ") }

func (*letters) ScalarPattern() string { return "^ *([A-Z]( +[A-Z])* *)?$" }

// sample has every type that a format may have.
type sample struct {
	embedded
	Received At[period.Date]   `key:"received,required" doc:"Day on which the figures arrived"`
	Round    period.Period     `key:"round" doc:"Round of the delivery"`
	Name     Text              `key:"name" doc:"What readers see"`
	Note     string            `key:"note" doc:"Anything"`
	Count    At[int]           `key:"count" doc:"How many"`
	Share    number.Decimal    `key:"share" doc:"A share"`
	Open     *bool             `key:"open" doc:"Whether"`
	Kind     At[string]        `key:"kind" enum:"flow|stock" doc:"Measure type"`
	Tags     []At[string]      `key:"tags" pattern:"code" doc:"Codes"`
	Labels   Map[At[string]]   `key:"labels" keys:"code" pattern:"id" doc:"Code: id"`
	Lists    Map[[]At[string]] `key:"lists" doc:"Anything: texts"`
	Parts    []At[part]        `key:"parts" doc:"Parts"`
	Whole    *part             `key:"whole" doc:"The whole"`
	Status   At[letters]       `key:"status" doc:"Status set"`
	URL      string            `key:"url" pattern:"url" doc:"Address"`
	Email    string            `key:"email" pattern:"email" doc:"Mail"`
	Language string            `key:"language" pattern:"language" doc:"Language"`
}

type embedded struct {
	ID At[string] `key:"id,required" pattern:"id" doc:"Stable id"`
}

type part struct {
	Of   At[string] `key:"of,required" pattern:"id" doc:"Of what"`
	From int        `key:"from" doc:"First"`
	To   int        `key:"to" doc:"Last"`
	Sub  *part      `key:"sub" doc:"A part of the part"`
}

func (p *part) Check(at diag.Span, out *diag.List) {
	if p.From > p.To {
		out.Add(diag.WrongForm(at, "from … to", diag.Say("a range"), diag.Say("let `from` be at most `to`")))
	}
}

func TestDecodeYAML(t *testing.T) {
	var s sample
	var out diag.List
	f := &File{Path: "a.yaml", Content: []byte("\ufeff" + strings.ReplaceAll(`# A drop
ronde: 1
id: a-1
received: 2022-08-03   # written like a date
round: 2022
name: {nl: Één, "fr": 'Un'}
note: 0123
count: -12
share: 2.280
open: false
kind: stock
tags:
  - BE-VLG
  - 1
  - no
labels:
  _T: x
  "on": y-2
lists: {a: [], b: [1.0, 2022-08-03]}
parts:
- of: a
  from: 1
  to: 2
  sub: {of: b}
- {of: c}
whole:
  of: d
status: E P
url: https://example.org/x
email: data@example.org
language: nl-BE
`, "\n", "\r\n"))}
	if !DecodeYAML(f, &s, &out) {
		t.Fatal(out.Sorted())
	}
	closed := false
	at := func(line, column, end int) diag.Span {
		return diag.Span{File: "a.yaml", Line: line, Column: column, End: end}
	}
	str := func(text string, line, column, end int) At[string] { return At[string]{text, at(line, column, end)} }
	date, _ := period.ParseDate("2022-08-03")
	want := sample{
		embedded: embedded{ID: str("a-1", 3, 5, 8)},
		Received: At[period.Date]{date, at(4, 11, 21)},
		Round:    period.YearOf(2022),
		Name:     Text{at(6, 7, 0), []translation{{"nl", "Één", at(6, 12, 15)}, {"fr", "Un", at(6, 23, 27)}}},
		Note:     "0123",
		Count:    At[int]{-12, at(8, 8, 11)},
		Share:    2_280_000,
		Open:     &closed,
		Kind:     str("stock", 11, 7, 12),
		Tags:     []At[string]{str("BE-VLG", 13, 5, 11), str("1", 14, 5, 6), str("no", 15, 5, 7)},
		Labels: Map[At[string]]{at(17, 3, 0), []MapEntry[At[string]]{
			{str("_T", 17, 3, 5), str("x", 17, 7, 8)},
			{str("on", 18, 3, 7), str("y-2", 18, 9, 12)},
		}},
		Lists: Map[[]At[string]]{at(19, 8, 0), []MapEntry[[]At[string]]{
			{str("a", 19, 9, 10), []At[string]{}},
			{str("b", 19, 16, 17), []At[string]{str("1.0", 19, 20, 23), str("2022-08-03", 19, 25, 35)}},
		}},
		Parts: []At[part]{
			{part{Of: str("a", 21, 7, 8), From: 1, To: 2, Sub: &part{Of: str("b", 24, 13, 14)}}, at(21, 3, 0)},
			{part{Of: str("c", 25, 8, 9)}, at(25, 3, 0)},
		},
		Whole:    &part{Of: str("d", 27, 7, 8)},
		Status:   At[letters]{letters{"E", "P"}, at(28, 9, 12)},
		URL:      "https://example.org/x",
		Email:    "data@example.org",
		Language: "nl-BE",
	}
	if diff := cmp.Diff(want, s, cmp.AllowUnexported(sample{}, Text{}, translation{}, period.Period{})); diff != "" {
		t.Error(diff)
	}
	if !s.Kind.IsSet() || (At[string]{}).IsSet() {
		t.Error("IsSet")
	}
	if id, ok := s.Labels.Get("on"); !ok || id.Value != "y-2" {
		t.Error("Get", id, ok)
	}
}

// What EncodeYAML writes, DecodeYAML reads as the same value.
func TestEncodeDecode(t *testing.T) {
	var s, back sample
	var out diag.List
	input := "ronde: 1\nid: a\nreceived: 2022-08-03\nround: 2022-W30\nname: {nl: \"a: b\", fr: \"0123\"}\nnote: \"no\"\ncount: 3\nshare: -0.5\nopen: true\ntags: [\"1\", \"true\", _T]\nlabels: {x: y}\nlists: {a: [], \"b c\": [\" d\"]}\nparts: [{of: a, sub: {of: b, to: 1}}, {of: c}]\nkind: flow\nstatus: E P\n"
	if !DecodeYAML(&File{Path: "a", Content: []byte(input)}, &s, &out) {
		t.Fatal(out.Sorted())
	}
	written := EncodeYAML(s, true)
	if !DecodeYAML(&File{Path: "a", Content: written}, &back, &out) {
		t.Fatalf("%v\n%s", out.Sorted(), written)
	}
	if again := EncodeYAML(back, true); string(again) != string(written) {
		t.Errorf("written\n%s\nand again\n%s", written, again)
	}
	if back.Note != "no" || back.Labels.Entries[0].Value.Value != "y" || *back.Open != true || back.Parts[0].Value.Sub.To != 1 || back.Status.Value.String() != "E P" {
		t.Errorf("%+v", back)
	}
}

func TestYAMLMessages(t *testing.T) {
	const head = "ronde: 1\nid: a\nreceived: 2022-08-03\n"
	tests := []struct{ name, input string }{
		{"empty file", "⟦⟧⟦⟧"},
		{"only a comment", "⟦⟧⟦⟧# nothing yet\n"},
		{"no version", "⟦⟧id: a\n"},
		{"another version", "ronde: ⟦2⟧\nid: a\nreceived: 2022-08-03\n"},
		{"version as text", "ronde: ⟦\"1\"⟧\nid: a\nreceived: 2022-08-03\n"},
		{"a list", "⟦⟧- ronde: 1\n"},
		{"unknown keys", head + "⟦recieved⟧: x\n⟦Étage⟧: 1\nparts:\n  - of: a\n    ⟦form⟧: 2\n"},
		{"duplicate keys", head + "note: a\n⟦note⟧: b\nlabels: {a: x, ⟦a⟧: y}\nname: {nl: a, ⟦nl⟧: b}\n"},
		{"missing key in a list", head + "parts:\n  - ⟦⟧from: 1\n    to: 2\n"},
		{"no value", head + "⟦note⟧:\n⟦name⟧:\ncount: ⟦~⟧\nshare: ⟦null⟧\ntags: [a, ⟦~⟧]\nparts:\n  -⟦⟧\n"},
		{"empty texts", head + "name: {nl: ⟦\"\"⟧, ⟦fr⟧: , de: ⟦' '⟧}\n"},
		{"empty mapping for a text", head + "name: ⟦⟧{}\n"},
		{"words", head + "kind: ⟦stok⟧\nopen: ⟦yes⟧\n"},
		{"a word that is nothing like", head + "kind: ⟦percentage⟧\n"},
		{"lists and mappings", head + "note: ⟦⟧[a]\nname: ⟦⟧[nl]\ntags: ⟦BE⟧\nlabels: ⟦BE⟧\nlists: {a: ⟦b⟧}\nparts: ⟦⟧{of: a}\nwhole: ⟦x⟧\ncount: ⟦⟧{a: b}\nstatus: ⟦⟧[E]\n"},
		{"numbers", head + "count: ⟦12.5⟧\nshare: ⟦0,5⟧\n"},
		{"numbers with thousands", head + "count: ⟦1.250,5⟧\nshare: ⟦1,250⟧\n"},
		{"numbers in quotation marks", head + "count: ⟦\"12\"⟧\nshare: ⟦'0.5'⟧\n"},
		{"numbers of YAML", head + "count: ⟦0x1F⟧\nshare: ⟦1e3⟧\n"},
		{"leading zeros", head + "count: ⟦012⟧\nshare: ⟦+1⟧\n"},
		{"numbers too large", head + "count: ⟦99999999999⟧\nshare: ⟦1234567890123⟧\n"},
		{"dates", "ronde: 1\nid: a\nreceived: ⟦03/08/2022⟧\nround: ⟦2022-13⟧\n"},
		{"a date that does not exist", "ronde: 1\nid: a\nreceived: ⟦2022-02-30⟧\nround: ⟦juli 2022⟧\n"},
		{"forms", "ronde: 1\nid: ⟦Work_Permits⟧\nreceived: 2022-08-03\ntags: [⟦BE VLG⟧, ⟦België⟧]\nlabels: {⟦a.b⟧: ⟦A⟧}\nurl: ⟦www.example.org⟧\nemail: ⟦somebody⟧\nlanguage: ⟦Dutch⟧\nstatus: ⟦provisional⟧\nname: {⟦Nederlands⟧: x}\n"},
		{"check of a struct", head + "parts:\n  - ⟦⟧of: a\n    from: 3\n    to: 2\n"},
		{"alias, anchor and tag", "ronde: 1\nid: ⟦⟧&x a\nreceived: ⟦⟧!!str 2022-08-03\nnote: ⟦⟧*x\n"},
		{"two documents", head + "⟦⟧---\nnote: x\n"},
		{"merge key", head + "⟦<<⟧: {note: x}\n"},
		{"a key that is a list", head + "⟦⟧[a, b]: c\n"},
		{"invisible characters", head + "note: a⟦\u0007⟧b\u00a0c⟦\u2028⟧d\n"},
		{"deep", head + "note: " + strings.Repeat("[", 32) + "⟦⟧[" + strings.Repeat("]", 33) + "\n"},
		{"what a terminal would obey", head + "⟦n\u200bote⟧: x\n"},
		{"texts of several lines", head + "kind: ⟦|⟧\n  a\nurl: ⟦\"http:⟧\n  x\"\nlanguage: ⟦a b⟧\n  c\n"},

		{"an unknown key below keys of any name", head + "labels:\n  a: b\n⟦remark⟧: c\n"},
		{"a list that lost its key", head + "note: A text.\n  ⟦- of: a⟧\n"},
		{"items of texts that lost their key", head + "note: A text.\n⟦  - a b⟧\n  - c\n"},
		{"both lines of a change", "ronde: 1\nid: a\n-received: 2022-08-03\n⟦+⟧received: 2022-08-04\nkind: flow\n"},
		{"a key of another level", head + "parts:\n  - of: a\n⟦to: 2⟧\n"},

		{"syntax: tab", "ronde: 1\nwhole:\n⟦\t⟧of: a\n"},
		{"syntax: colon in a value", "ronde: 1\nnote: Opgelet⟦:⟧ voorlopig\n"},
		{"syntax: no space", "ronde: 1\n⟦note:x⟧\nid: a\n"},
		{"syntax: at sign", "ronde: 1\nnote: ⟦@home⟧\n"},
		{"syntax: per cent sign", "ronde: 1\nnote: ⟦%⟧\n"},
		{"syntax: separator", "ronde: 1\nnote: ⟦,⟧\n"},
		{"syntax: star", "ronde: 1\nnote: ⟦*voorlopig*⟧\n"},
		{"syntax: open double quote", "ronde: 1\nnote: ⟦\"⟧abc\nid: x\n"},
		{"syntax: open single quote", "ronde: 1\nnote: ⟦'⟧abc\nid: \"x\"\n"},
		{"syntax: closed lines later", "ronde: 1\nnote: ⟦\"⟧abc\nid: \"x\"\n"},
		{"syntax: apostrophe", "ronde: 1\nnote: 'l'⟦État'⟧\n"},
		{"syntax: words in quotes", "ronde: 1\nnote: \"a\" ⟦b⟧\n"},
		{"syntax: backslash", "ronde: 1\nnote: \"C:⟦\\d⟧ata\"\n"},
		{"syntax: brace", "ronde: 1\nlabels: ⟦{⟧a: b\nid: c\n"},
		{"syntax: reference", "ronde: 1\nnote: {{attestations}} ⟦personen⟧\n"},
		{"syntax: list behind its key", "ronde: 1\ntags: ⟦-⟧ a\n"},
		{"syntax: indented below a value", "ronde: 1\nnote: x\n⟦  ⟧id: a\n"},
		{"syntax: indent of no line", "ronde: 1\nwhole:\n    of: a\n⟦  ⟧from: 2\n"},
		{"syntax: no key", "ronde: 1\nid: a\n⟦provisional figures⟧\nkind: flow\n"},
		{"syntax: behind a block", "ronde: 1\nnote: |\n  a: b: c\n  \"d\nid: a⟦:⟧ b\n"},
		{"syntax: without a rule", "ronde: 1\nid: a\n- b\n"},
	}
	var all strings.Builder
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			input, marked := unmark("a.yaml", test.input)
			f := &File{Path: "a.yaml", Content: []byte(input)}
			var s sample
			var out diag.List
			if DecodeYAML(f, &s, &out) {
				t.Error("accepted")
			}
			all.WriteString("── " + test.name + "\n" + messages(t, f, out.Sorted(), marked) + "\n")
		})
	}
	golden(t, "yaml.golden", all.String())
}

func TestYAMLBytes(t *testing.T) {
	tests := []struct {
		name, content, want string
	}{
		{"not UTF-8", "ronde: 1\nnote: caf\xe9\n", "a.yaml:2:10"},
		{"UTF-16", "\xff\xfer\x00", "a.yaml:1:1"},
		{"too large", "note: " + strings.Repeat("x", MaxTextSize), "a.yaml"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s sample
			var out diag.List
			if DecodeYAML(&File{Path: "a.yaml", Content: []byte(test.content)}, &s, &out) || out.Len() != 1 {
				t.Fatal("accepted or more than one finding", out.Sorted())
			}
			if got := out.Sorted()[0].Span.String(); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

func TestFragment(t *testing.T) {
	const text = "Text\n\n- item\n\n  ```figure\n  id: a\n  note: x\n  kind: ⟦stok⟧\n  ```\n"
	input, marked := unmark("report.nl.md", text)
	f := &File{Path: "report.nl.md", Content: []byte(input)}
	var s struct {
		ID   At[string] `key:"id"`
		Note string     `key:"note"`
		Kind string     `key:"kind" enum:"flow|stock"`
	}
	var out diag.List
	fragment := Fragment{File: f, Line: 6, Text: []byte("id: a\nnote: x\nkind: stok\n")}
	if DecodeFragment(fragment, &s, false, &out) {
		t.Error("accepted")
	}
	golden(t, "fragment.golden", messages(t, f, out.Sorted(), marked))
	if want := (At[string]{"a", diag.Span{File: "report.nl.md", Line: 6, Column: 7, End: 8}}); s.ID != want {
		t.Errorf("%v, want %v", s.ID, want)
	}
}

// What is read has its findings within the file, and is written and read again
// as the same.
func FuzzYAML(f *testing.F) {
	f.Add("ronde: 1\nid: a\nreceived: 2022-08-03\nname: {nl: a, fr: b}\nparts: [{of: a, sub: {of: b}}]\n")
	f.Add("ronde: 1\nid: a\nreceived: \"2022-08-03\"\nround: 2022-Q3\nlabels: {_T: x}\nlists: {\"\": [~, \"\\t\"]}\nopen: true\nstatus: E  P\nnote: |\n  a\n\n  b\n")
	f.Add("ronde: 1\nid: &a [*a]\n---\n? x\n: - y\n")
	f.Add("ronde: 1\nnote: \"abc\n\tx: {{y\n'z'w: |2\n  a\r\nb: >\n")
	f.Add("\ufeffronde: 1\nlabels:\n  a: é: b\n   - c\n\x00")
	f.Fuzz(func(t *testing.T, text string) {
		var s sample
		var out diag.List
		file := &File{Path: "a.yaml", Content: []byte(text)}
		ok := DecodeYAML(file, &s, &out)
		if ok != (out.Errors() == 0) {
			t.Errorf("ok is %v with %d errors", ok, out.Errors())
		}
		diagtest.Usable(t, out.Sorted(), treeOf(file).Excerpt)
		if !ok {
			return
		}
		decodesTo(t, EncodeYAML(s, true), s)
	})
}

// A file that is one long line is read in a time that grows with its length.
func BenchmarkLongLine(b *testing.B) {
	f := &File{Path: "a.yaml", Content: []byte("ronde: 1\nid: a\nreceived: 2022-08-03\ntags: [" + strings.Repeat("a, ", 100_000) + "]\n")}
	b.SetBytes(int64(len(f.Content)))
	for b.Loop() {
		var s sample
		var out diag.List
		if !DecodeYAML(f, &s, &out) {
			b.Fatal(out.Sorted())
		}
	}
}
