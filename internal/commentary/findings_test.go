package commentary

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

var update = flag.Bool("update", false, "write the golden files")

// findingCases are texts with something wrong in them; what a user then reads
// stands in testdata/findings.txt.
var findingCases = []struct{ name, source string }{
	{"empty", "a {{}} b"},
	{"not closed", "Énéide {{attestations\nb"},
	{"begins with a dimension", "{{geo=BE}}"},
	{"no form", "{{attestations | }}"},
	{"unknown form", "{{attestations | chnage}}"},
	{"two forms", "{{attestations | change | peak}}"},
	{"form without bar", "{{attestations change}}"},
	{"not a condition", "{{attestations geo}}"},
	{"dimension twice", "{{attestations geo=BE geo=BE}}"},
	{"period twice", "{{attestations period=2022-06 period=2022-07}}"},
	{"not a period", "{{attestations period=juli}}"},
	{"share of nothing", "{{attestations | share}}"},
	{"since no period", "[a]{{attestations | highest-since juli}}"},
	{"above no number", "[a]{{attestations | above 1.000,5}}"},
	{"else without text", "{{attestations else}}"},
	{"else with curved marks", "{{attestations else “niet bekend”}}"},
	{"else not closed", `{{attestations else "niet}} bekend`},
	{"else of an assertion", `[a]{{attestations | rose else "b"}}`},
	{"lit of nothing", "{{lit}}"},
	{"figure without id", "{{figure}}"},
	{"figure with more", "{{figure month 2}}"},
	{"figure in a sentence", "zie {{figure month}} hier"},
	{"figure in a list", "- {{figure month}}\n- b"},
	{"figure in place in a list", "- a\n\n  ```figure\n  id: x\n  ```\n"},
	{"figure in place not closed", "```figure\nid: x\n"},
	{"assertion without words", "het steeg{{attestations | rose}}"},
	{"assertion on empty words", "[ ]{{attestations | rose}}"},
	{"assertion over paragraphs", "[a\n\nb]{{attestations | rose}}"},
	{"assertion without its second bracket", "Het aantal [liep terug{{attestations | fell}}, en [a](b)"},
	{"assertion without its first bracket", "Het aantal liep terug]{{attestations | fell}}, en [a](b)"},
	{"assertion behind a space", "Het aantal [liep terug] {{attestations | fell}}"},
	{"assertion on the next line", "Het aantal [liep terug]\n{{attestations | fell}}"},
	{"assertion behind a link", "[a](b) liep terug{{attestations | fell}}"},
	{"sparkline in a heading", "## a {{attestations | sparkline}}"},
	{"sparkline of a period", "{{attestations period=2022-06 | sparkline}}"},
	{"sparkline of nothing", "{{attestations geo=BE-VAN | sparkline}}"},
	{"in the address of a link", "[a]({{attestations}})"},
	{"HTML", "a <b>c</b>\n\n<div>\nd\n</div>\n"},
	{"comment", "<!-- {{attestations}} -->\n"},
	{"first heading", "# Titel\n\nTitel\n===\n"},
	{"topic without #", "## Bescherming {protection}"},
	{"topic with capitals", "## Bescherming {#Bescherming}"},
	{"topic with a class", "## Bescherming {#protection .wide}"},
	{"topic that is not closed", "## Bescherming {#protection\n\n## Opvang {#reception)"},
	{"topic that is not opened", "## Bescherming #protection}"},
	{"topic of no words", "## {#protection}"},
	{"topic of a third level", "### Bescherming {#protection}"},
	{"signs of a list of changes", "+Op het einde\n+van juli\n-Op het einde\n\n- -Een\n\n+[steeg]{{attestations | rose}}\n\n+{{attestations}} en\n\n+## Opvang"},
	{"image", "zie ![a](b.png)"},
	{"unsafe links", "[a](javascript:alert) <javascript:x> [b](&#106;avascript:x) [c](JAVA&Tab;SCRIPT:x)"},
	{"typed number behind accents", "Één élève: 3 159 personen"},
	{"unknown indicator", "{{attestation}}"},
	{"indicator by name", "{{Verwijzingen}}"},
	{"unknown dimension", "{{attestations sex=F}}"},
	{"unknown dimension, nearly", "{{attestations gio=BE}}"},
	{"unknown code", "{{attestations geo=BE-VLX}}"},
	{"code by label", "{{attestations geo=flanders}}"},
	{"impossible period", "{{registered period=2022}}"},
	{"impossible week", "{{attestations period=2022-W30}}"},
	{"no months before", "{{attestations period=2022-Q2 | -5m}}"},
	{"unknown period", "{{attestations period=2022-12}}"},
	{"no value yet", "{{women period=2022-05}}"},
	{"no total", "{{jobseekers geo=BE-VLG sex=M}} {{jobseekers}}"},
	{"hidden", "{{attestations geo=BE-VLG period=2022-06}}"},
	{"no earlier value", "{{attestations period=2021-07 | change}}"},
	{"change of a bound", "{{registered | change}}"},
	{"change of nothing", "{{attestations geo=BE-BRU | change}}"},
	{"small base", "{{attestations geo=BE-WAL | change%}}"},
	{"unsigned of a small base", "[a]{{attestations geo=BE-WAL | rose}} {{attestations geo=BE-WAL | unsigned-change%}}"},
	{"unsigned and unchecked", "steeg met {{attestations | unsigned-change}}\n\n[steeg]{{attestations | rose}}"},
	{"unsigned and checked otherwise", "[a]{{women | fell}} {{attestations | unsigned-change%}}"},
	{"per cent of per cent", "{{women | change%}}"},
	{"peak of a bound", "{{registered | peak}}"},
	{"share of a share", "{{attestations | share of=women}}"},
	{"share of an unknown", "{{attestations | share of=women2}}"},
	{"share of a bound", "{{attestations | share of=registered}}"},
	{"share of nothing there", "{{referrals geo=BE-BRU | share of=attestations}}"},
	{"share of zero", "{{attestations geo=BE-VLG | share of=referrals}}"},
	{"not fell", "Het aantal [liep terug]{{attestations | fell}} in juli."},
	{"not unchanged", "[bleef gelijk]{{attestations | unchanged}}"},
	{"not rose", "[steeg]{{women | rose}}"},
	{"words that contradict", "Het aantal [daalde]{{attestations | rose}}."},
	{"words that contradict, elsewhere", "[bleef  **gelijk**]{{attestations | rose}} [nam toe]{{referrals | unchanged}}"},
	{"words that deny", "Het aantal [is niet gestegen]{{attestations | rose}}, dus [nam niet af]{{attestations | rose}} [op de\nhoogte]{{attestations | rose}}."},
	{"words that contradict, with an adverb", "[daalde\nlicht]{{attestations | rose}}."},
	{"words that deny a form that is not true", "Het aantal [steeg niet]{{referrals | rose}}."},
	{"form that contradicts", "Het aantal [steeg]{{attestations | fell}}."},
	{"fell with a bound", "[liep terug]{{registered | fell}}"},
	{"rose to a bound", "[steeg]{{visits period=2022-05 | rose}}"},
	{"not above", "[ruim tienduizend]{{attestations | above 10000}}"},
	{"not proven above", "[ruim zeventigduizend]{{registered | above 70000}}"},
	{"not proven below", "[nog geen zeventigduizend]{{registered | below 70000}}"},
	{"not highest", "[hoogste sinds maart]{{attestations | highest-since 2022-03}}"},
	{"not lowest", "[laagste sinds maart]{{attestations | lowest-since 2022-03}}"},
	{"highest since before the series", "[hoogste ooit]{{women | lowest-since 2020-01}}"},
	{"highest since later", "[hoogste]{{attestations | highest-since 2022-07}}"},
	{"highest beside a bound", "[hoogste]{{visits | highest-since 2022-03}}"},
	{"change over a break", "{{jobseekers geo=BE-VLG | change}}"},
	{"rose over a break", "[steeg]{{jobseekers geo=BE-VLG | rose}}"},
	{"highest over a break", "[hoogste]{{jobseekers geo=BE-VLG | highest-since 2022-05}}"},
	{"assertion on nothing", "[steeg]{{attestations geo=BE-BRU | rose}}"},
	{"assertion on the first value", "[steeg]{{attestations period=2021-07 | rose}}"},
}

func TestFindings(t *testing.T) {
	f := newFixture(t)
	words, _ := locale.For("nl")
	typed := NewTypedNumbers(words)
	var b strings.Builder
	for _, c := range findingCases {
		var out diag.List
		d := ParseText(c.source, typed, at(c.source), &out)
		ids := make([]string, len(d.Figures))
		text := f.binder("nl", false, &out).Body(d, ids)
		if out.Len() == 0 {
			t.Errorf("%s: no findings; the text is %q", c.name, text)
		}
		b.WriteString("== " + c.name + "\n" + show(t, c.source, &out))
	}
	const golden = "testdata/findings.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("messages differ (write them with -update):\n%s", diff)
	}
}

// TestAssertionsThatHold are true, so that nothing is said of them.
func TestAssertionsThatHold(t *testing.T) {
	f := newFixture(t)
	for _, reference := range []string{
		"attestations | rose", "attestations | highest-since 2022-04", "attestations | above 3155.5", "attestations | below 3157",
		"women | fell", "women | lowest-since 2022-06", "women | lowest-since 2022-05",
		"attestations period=2022-05 | lowest-since 2022-03", "attestations period=2022-05 | fell",
		"registered | above 1000", "registered | above 65000", "registered | rose", "registered | highest-since 2022-06",
		"visits | rose", "referrals | unchanged", "visits period=2022-05 | fell", "visits | above 8", "places | above 29",
	} {
		var out diag.List
		text := "[woorden]{{" + reference + "}}"
		got := f.binder("nl", true, &out).Body(ParseText(text, nil, at(text), &out), nil)
		if got != "woorden" || out.Len() > 0 {
			t.Errorf("%s gives %q\n%s", reference, got, show(t, text, &out))
		}
	}
	for _, text := range []string{"het is niet [gedaald]{{attestations | rose}}", "[steeg nauwelijks]{{women | fell}}", "[steeg]{{attestations | above 1000}}", "[rose]{{women | fell}}"} {
		var out diag.List
		if f.binder("nl", true, &out).Body(ParseText(text, nil, at(text), &out), nil); out.Len() > 0 {
			t.Errorf("%q\n%s", text, show(t, text, &out))
		}
	}
}

// TestReleasing holds that a draft may lack values and a release may not.
func TestReleasing(t *testing.T) {
	f := newFixture(t)
	for _, text := range []string{"{{attestations geo=BE-BRU}}", "{{attestations period=2021-07 | change}}", "[steeg]{{attestations geo=BE-BRU | rose}}", "{{attestations geo=BE-VAN | sparkline}}"} {
		for releasing, want := range map[bool]diag.Severity{false: diag.Warning, true: diag.Error} {
			var out diag.List
			f.binder("nl", releasing, &out).Body(ParseText(text, nil, at(text), &out), nil)
			found := out.Sorted()
			if len(found) != 1 || found[0].ID != "reference-empty" || found[0].Severity != want {
				t.Errorf("%s, releasing %v: %v", text, releasing, found)
			}
		}
	}
}

func TestUnlinked(t *testing.T) {
	f := newFixture(t)
	var out diag.List
	text := "{{attestations}} en {{attestations geo=BE-BRU else \"*\"}}\n\n{{figure month}}\n\n{{attestations | sparkline}}\n\n## Kop {#work}"
	b := f.binder("nl", false, &out)
	if got, want := b.Unlinked(ParseText(text, nil, at(text), &out)), "3.156 en \\*\n\n\n\n\n\n## Kop {#work}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	var ids []string
	for _, d := range out.Sorted() {
		ids = append(ids, d.ID)
	}
	if diff := cmp.Diff([]string{"figure-on-page", "sparkline", "heading-topic"}, ids); diff != "" {
		t.Error(diff)
	}
	if b.Plain(nil)+b.Linked(nil)+b.Body(nil, nil)+b.Unlinked(nil) != "" {
		t.Error("no document is not the empty text")
	}
}

func TestCompareLanguages(t *testing.T) {
	f := newFixture(t)
	var texts []Texts
	for language, text := range map[string]string{
		"nl": "Één {{attestations}} {{women}} {{attestations | change}}",
		"fr": "{{women}} {{attestations}} {{referrals}}",
	} {
		var out diag.List
		b := f.binder(language, false, &out)
		b.Body(ParseText(text, nil, at(text), &out), nil)
		texts = append(texts, Texts{Language: language, File: "content/reports/2022-07/report." + language + ".md", Numbers: b.Numbers()})
	}
	if texts[0].Language != "nl" {
		texts[0], texts[1] = texts[1], texts[0]
	}
	var out diag.List
	out.Add(CompareLanguages(texts)...)
	want := `content/reports/2022-07/report.nl.md:1:28: warning: referrals BE 2022-07 is bound in fr and not in nl [languages-differ]
  note: no reference to it in nl: content/reports/2022-07/report.nl.md
  hint: bind the same observations in every language, or take it out
1 warning
`
	// Every text of a test stands in the same file; the columns tell them apart.
	if diff := cmp.Diff(want, withoutExcerpts(show(t, "", &out))); diff != "" {
		t.Error(diff)
	}
	if found := CompareLanguages(texts[:1]); len(found) > 0 {
		t.Errorf("one language differs from itself: %v", found)
	}
}

func withoutExcerpts(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "│") && !strings.Contains(line, "╵") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
