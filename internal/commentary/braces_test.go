package commentary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

// braceCases are texts with braces that were forgotten. Of each one thing is said, where the
// marks stand in the second line; the third is what to type.
var braceCases = []struct{ source, marked, title, hint string }{
	{"a {{attestations }", "                 ~", "} is missing at the end of this reference", "write {{attestations}}"},
	{"a {{attestations } b", "                 ~", "} is missing at the end of this reference", "write {{attestations}}"},
	{"{{attestations} a {{referrals}}", "              ~", "} is missing at the end of this reference", "write {{attestations}}"},
	{"{{attestations geo=BE | change}, 3 159", "                              ~", "} is missing at the end of this reference", "write {{attestations geo=BE | change}}"},
	{`{{attestations else "}} a"} b`, "                          ~", "} is missing at the end of this reference", `write {{attestations else "}} a"}}`},
	{"{{attestations} }", "              ~", "} is missing at the end of this reference", "write {{attestations}}"},
	{"{{figure month}", "              ~", "} is missing at the end of this reference", "write {{figure month}}"},
	{"{{lit 135 %}", "           ~", "} is missing at the end of this reference", "write {{lit 135 %}}"},
	{"[liep terug]{{attestations | rose}", "                                 ~", "} is missing at the end of this reference", "write {{attestations | rose}}"},
	{"a {{attestations", "  ~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{attestations}}"},
	{"a {{attestations personen, en {{referrals}}", "  ~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{attestations}}"},
	{"{{attestations geo=BE | change personen", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{attestations geo=BE | change}}"},
	{"{{attestations geo=BE.", "~~~~~~~~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{attestations geo=BE}}"},
	{"[a]{{attestations | above 3000, b", "   ~~~~~~~~~~~~~~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{attestations | above 3000}}"},
	{"{{figure month", "~~~~~~~~~~~~~~", "}} is missing at the end of this reference", "write {{figure month}}"},
	{"a {{", "  ~~", "}} is missing at the end of this reference", "write a reference as {{indicator}}"},
	{"a {{attestations\ngeo=BE}} b", "  ~~~~~~~~~~~~~~", "this reference is not closed on its line", "write it on one line: {{attestations geo=BE}}"},
	{"> a {{attestations geo=BE\n> | change}} b", "    ~~~~~~~~~~~~~~~~~~~~~", "this reference is not closed on its line", "write it on one line: {{attestations geo=BE | change}}"},
	{"a {attestations}} b", "  ~", "{ is missing at the beginning of this reference", "write {{attestations}}"},
	{"a {attestations | change}}, {{referrals}}", "  ~", "{ is missing at the beginning of this reference", "write {{attestations | change}}"},
	{"{figure month}}", "~", "{ is missing at the beginning of this reference", "write {{figure month}}"},
	{"a attestations}} b", "  ~~~~~~~~~~~~~~", "{{ is missing at the beginning of this reference", "write {{attestations}}"},
	{"a {attestations} b", "  ~~~~~~~~~~~~~~", "this reference has one brace on each side, and needs two", "write {{attestations}}"},
	{"a {attestations geo=BE | change} b", "  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "this reference has one brace on each side, and needs two", "write {{attestations geo=BE | change}}"},
	{"{figure month}", "~~~~~~~~~~~~~~", "this reference has one brace on each side, and needs two", "write {{figure month}}"},
}

func TestBraces(t *testing.T) {
	f := newFixture(t)
	words, _ := locale.For("nl")
	for _, c := range braceCases {
		start := strings.IndexByte(c.marked, '~')
		for plain, read := range map[bool]func(string, *TypedNumbers, func(int, int) diag.Span, *diag.List) *Document{false: ParseText, true: ParsePlain} {
			var out diag.List
			b := f.binder("nl", false, &out)
			d := read(c.source, NewTypedNumbers(words), at(c.source), &out)
			if b.Body(d, nil); plain && strings.HasPrefix(c.source, "> ") {
				continue // no quotation in a plain text
			}
			want := fmt.Sprintf("%d-%d %s / %s", start+1, len(c.marked)+1, c.title, c.hint)
			var got []string
			for _, found := range out.Sorted() {
				if found.ID != "typed-number" || !strings.HasSuffix(c.source, "3 159") {
					got = append(got, fmt.Sprintf("%d-%d %s / %s", found.Span.Column, found.Span.End, found.Title, found.Hint))
				}
			}
			if diff := cmp.Diff([]string{want}, got); diff != "" {
				t.Errorf("%q, plain %v:\n%s", c.source, plain, diff)
			}
		}
	}
}

// TestOrdinaryBraces holds that braces of ordinary text are left alone.
func TestOrdinaryBraces(t *testing.T) {
	f := newFixture(t)
	for _, text := range []string{
		`\{{attestations}}`, `a \{{ b }} c`, "{a}", "a {b c} d", "{attestation}", "{ }", "{}", "a } b { c", "{figure other}", "`{{attestations}`", "`{attestations}}`",
		"a `{attestations}` b", "[a](https://b.example/{attestations}/c)", "https://b.example/{attestations}", `\{attestations}`, "{{lit a}b}}", "## Kop {#protection}",
		"```\n{attestations}}\n```",
	} {
		var out diag.List
		b := f.binder("nl", false, &out)
		b.Body(ParseText(text, nil, at(text), &out), nil)
		if out.Len() > 0 {
			t.Errorf("%q:\n%s", text, show(t, text, &out))
		}
	}
}
