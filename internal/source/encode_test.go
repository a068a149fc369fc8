package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/period"
)

// hostile are texts that YAML could read as something else, or not at all.
var hostile = []string{
	"plain", "a b", "", " ", "  leading", "trailing  ", "\n", "a\nb\n", "\ttab", "tab\t", "a\r\nb", "\r",
	"no", "No", "YES", "on", "off", "y", "N", "true", "False", "null", "Null", "~", "nan", ".nan", ".inf", "-.inf", "infinity",
	"2022-07", "2022-07-25", "2022-07@1", "2022-07/dvz/attestations.2", "2022", "0123", "0x1f", "0o17", "1e5", "1_000", "12:30:45", "3.159", "-1", "+1", ".5",
	"- item", "-", "--", "---", "...", "? key", "?", "key: value", "key:", ": value", ":", "a:b", "# comment", "a #comment", "a#b",
	"'single'", `"double"`, `it's`, `say "no"`, `back\slash`, `\n`, `\u0041`, "'", `"`, `\`,
	"[1, 2]", "]", "{a: b}", "}", "a, b", "&anchor", "*alias", "!tag", "!!str x", "|", ">", "|-", ">+", "%TAG", "@at", "`tick`", "<<", "=",
	"België", "één\u00a0twee", "\u2028", "a\u2029b", "\u0085", "\ufeffx", "x\ufffe", "\uffff", "\x00", "\x07\x1b", "\x7f", "\u009f", "😀", "e\u0301", "\u202eabc", "<b>&amp;</b>",
	"https://example.org/?a=1&b=2#c", "{{attestations | fell}}", "[1\u00a0037](#n12)",
	strings.Repeat("9", 64), "0" + strings.Repeat("1", 62) + "e", strings.Repeat("a", 64), strings.Repeat("long ", 400),
	"ronde: 1", "seal: x\nseal: y",
}

// A sealedSample has every shape that a sealed file has, and some more.
type sealedSample struct {
	embedded
	Text     string            `key:"text,required"`
	Optional string            `key:"optional"`
	Label    Text              `key:"label,required"`
	Texts    []Text            `key:"texts"`
	Strings  []string          `key:"strings"`
	Empty    []string          `key:"empty,required"`
	Count    int               `key:"count"`
	Yes      bool              `key:"yes"`
	Maybe    *bool             `key:"maybe"`
	Share    number.Decimal    `key:"share"`
	Day      period.Date       `key:"day"`
	Month    period.Period     `key:"month,required"`
	Status   At[letters]       `key:"status"`
	Labels   Map[At[string]]   `key:"labels"`
	Lists    Map[[]At[string]] `key:"lists"`
	Items    []sealedItem      `key:"items"`
	One      *sealedItem       `key:"one"`
	Placed   At[sealedItem]    `key:"placed"`
}

type sealedItem struct {
	Name  string       `key:"name,required"`
	Note  string       `key:"note"`
	Label Text         `key:"label"`
	Items []sealedItem `key:"items"`
}

// withoutPlaces compares what files say and not where.
var withoutPlaces = cmp.Options{
	cmp.AllowUnexported(sample{}, sealedSample{}, Text{}, translation{}),
	cmpopts.IgnoreTypes(diag.Span{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b period.Period) bool { return a == b }),
}

func TestEncodedTextIsReadBack(t *testing.T) {
	for _, text := range hostile {
		type file struct {
			Text string   `key:"text,required"`
			List []string `key:"list"`
		}
		want := file{Text: text, List: []string{text, "x", text}}
		decodesTo(t, EncodeYAML(want, true), want)
	}
}

func TestEncodedSamplesAreReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		want := randomSample(r)
		encoded := EncodeYAML(want, true)
		decodesTo(t, encoded, want)
		if again := EncodeYAML(&want, true); string(again) != string(encoded) {
			t.Fatalf("the same value gives other bytes\n%s\n%s", encoded, again)
		}
		if t.Failed() {
			return
		}
	}
}

// A pointer is optional by being nil: one to a zero value was set.
func TestEncodeYAMLKeepsFalse(t *testing.T) {
	type file struct {
		Zero *bool `key:"zero"`
		None *bool `key:"none"`
	}
	if got := string(EncodeYAML(file{Zero: new(bool)}, false)); got != "zero: false\n" {
		t.Errorf("got %q", got)
	}
}

// The bytes are hashed into seals: this form stays for ever.
func TestEncodeYAMLForm(t *testing.T) {
	yes := true
	got := string(EncodeYAML(sealedSample{
		embedded: embedded{ID: At[string]{Value: "a-1"}}, Text: "it's 12:30", Label: NewText("nl", "Één", "fr", "Un: deux"),
		Texts: []Text{NewText("", "plain"), NewText("nl", "x", "en", "no")}, Strings: []string{"nl", "no", "2022-07"}, Count: -3, Yes: true, Maybe: &yes,
		Share: 2_280_000, Day: period.NewDate(2022, 8, 31), Month: period.MonthOf(2022, 7), Status: At[letters]{Value: letters{"E", "P"}},
		Labels: Map[At[string]]{Entries: []MapEntry[At[string]]{{At[string]{Value: "on"}, At[string]{Value: "x y"}}}},
		Items:  []sealedItem{{Name: "a", Items: []sealedItem{{Name: "b", Label: NewText("nl", "c")}, {Name: strings.Repeat("0", 64)}}}, {Name: "d", Note: "two\nlines"}},
		One:    &sealedItem{Name: "e"}, Placed: At[sealedItem]{Value: sealedItem{Name: "f"}},
	}, true))
	const want = `ronde: 1
id: a-1
text: "it's 12:30"
label:
  nl: "Één"
  fr: "Un: deux"
texts:
  - plain
  - nl: x
    en: "no"
strings:
  - nl
  - "no"
  - 2022-07
empty: []
count: -3
yes: true
maybe: true
share: 2.28
day: 2022-08-31
month: 2022-07
status: "E P"
labels:
  "on": "x y"
items:
  - name: a
    items:
      - name: b
        label:
          nl: c
      - name: "0000000000000000000000000000000000000000000000000000000000000000"
  - name: d
    note: "two\nlines"
one:
  name: e
placed:
  name: f
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func FuzzEncodeYAML(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return // a file that is not UTF-8 is never read, so such a text never reaches the encoder
		}
		want := sealedItem{Name: a, Note: b, Items: []sealedItem{{Name: b, Note: a}, {Name: a + b}}}
		if strings.TrimSpace(a) != "" {
			want.Label = NewText("nl", a, "en", a)
		}
		decodesTo(t, EncodeYAML(want, true), want)
	})
}

func decodesTo[T any](t *testing.T, encoded []byte, want T) {
	t.Helper()
	var got T
	var out diag.List
	if !DecodeYAML(&File{Path: "a.yaml", Content: encoded}, &got, &out) {
		for _, d := range out.Sorted() {
			t.Errorf("%s: %s", d.Span, d.Title)
		}
		t.Errorf("not read back:\n%q", encoded)
		return
	}
	if diff := cmp.Diff(want, got, withoutPlaces); diff != "" {
		t.Errorf("-want +got:\n%s\nfrom %q", diff, encoded)
	}
}

func randomSample(r *rand.Rand) sealedSample {
	s := sealedSample{
		embedded: embedded{ID: At[string]{Value: fmt.Sprintf("id-%d", r.IntN(100))}},
		Text:     randomText(r), Optional: randomText(r), Label: randomTranslations(r),
		Count: r.IntN(2000) - 1000, Yes: r.IntN(2) == 0, Share: number.Decimal(r.Int64N(1e12) - 5e11),
		Day: period.NewDate(2022, 1+r.IntN(12), 1+r.IntN(31)), Month: randomPeriod(r),
		Status: At[letters]{Value: [][]string{nil, {"P"}, {"N"}, {"Y"}, {"E", "P"}}[r.IntN(5)]},
		Placed: At[sealedItem]{Value: randomItem(r, 0)},
	}
	if r.IntN(2) == 0 {
		maybe := r.IntN(2) == 0
		s.Maybe = &maybe
		one := randomItem(r, 2)
		s.One = &one
	}
	for i := range r.IntN(4) {
		s.Strings = append(s.Strings, randomText(r))
		s.Texts = append(s.Texts, randomTranslations(r))
		s.Items = append(s.Items, randomItem(r, 2))
		key := At[string]{Value: randomText(r) + fmt.Sprint(i)}
		if len(key.Value) > 1000 {
			key.Value = fmt.Sprint(i) // A key that YAML reads on one line has at most 1 024 characters.
		}
		s.Labels.Entries = append(s.Labels.Entries, MapEntry[At[string]]{key, At[string]{Value: randomText(r)}})
		s.Lists.Entries = append(s.Lists.Entries, MapEntry[[]At[string]]{key, []At[string]{{Value: randomText(r)}, {Value: randomText(r)}}})
	}
	return s
}

func randomItem(r *rand.Rand, depth int) sealedItem {
	item := sealedItem{Name: randomText(r), Note: randomText(r)}
	if r.IntN(2) == 0 {
		item.Label = randomTranslations(r)
	}
	for range min(depth, r.IntN(3)) {
		item.Items = append(item.Items, randomItem(r, depth-1))
	}
	return item
}

func randomText(r *rand.Rand) string {
	text := hostile[r.IntN(len(hostile))]
	if r.IntN(4) == 0 {
		text += hostile[r.IntN(len(hostile))]
	}
	return text
}

// randomTranslations has no blank one: a text that says nothing is refused
// wherever it is read.
func randomTranslations(r *rand.Rand) Text {
	say := func() string { return "x" + randomText(r) }
	if r.IntN(3) == 0 {
		return NewText("", say())
	}
	return NewText("nl", say(), "fr", say(), "no", say())
}

func randomPeriod(r *rand.Rand) period.Period {
	day := period.NewDate(2022, 1+r.IntN(12), 1+r.IntN(31))
	return []period.Period{
		period.YearOf(2022), period.MonthOf(2022, 1+r.IntN(12)), period.WeekOf(2022, 1+r.IntN(52)), period.DayOf(day), period.SpanOf(day, day+7),
	}[r.IntN(5)]
}
