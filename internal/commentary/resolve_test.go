package commentary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/number"
)

func TestForms(t *testing.T) {
	f := newFixture(t)
	for _, test := range []struct{ language, reference, want string }{
		{"nl", "{{attestations}}", "3.156"},
		{"fr", "{{attestations}}", "3\u202f156"},
		{"en", "{{attestations}}", "3,156"},
		{"nl", "{{attestations | value}}", "3.156"},
		{"nl", "{{ attestations  geo=BE-VLG }}", "1.200"},
		{"nl", "{{attestations period=2022-06}}", "3.111"},
		{"nl", "{{attestations period=2022-Q2}}", "9.611"},
		{"nl", "{{attestations period=latest}}", "3.156 (juli 2022)"},
		{"nl", "{{attestations geo=BE-BRU period=latest}}", "100 (juni 2022)"},
		{"nl", "{{registered}}", "meer dan 65.000"},
		{"de", "{{registered}}", "mehr als 65.000"},
		{"nl", "{{registered period=latest}}", "meer dan 65.000 (25 juli 2022)"},
		{"nl", "{{registered period=2022-06-27}}", "60.000"},
		{"nl", "{{referrals}}", "ongeveer 900"},
		{"nl", "{{referrals | change}}", "ongeveer 0"},
		{"nl", "{{women}}", "55,5%"},
		{"fr", "{{women}}", "55,5\u00a0%"},
		{"de", "{{women}}", "55,5\u00a0%"},
		{"nl", "{{women | change}}", "−5,0 procentpunt"},
		{"en", "{{women | change}}", "−5.0 percentage points"},
		{"nl", "{{attestations | change}}", "+45"},
		{"nl", "{{attestations period=latest | change}}", "+45 (juli 2022)"},
		{"nl", "{{attestations | change%}}", "+1,4%"},
		{"nl", "[steeg]{{attestations | rose}} met {{attestations | unsigned-change}}", "steeg met 45"},
		{"fr", "[a augmenté]{{attestations | rose}} de {{attestations | unsigned-change%}}", "a augmenté de 1,4\u00a0%"},
		{"de", "[sank]{{women | fell}} um {{women | unsigned-change}}", "sank um 5,0 Prozentpunkte"},
		{"en", "[fell]{{attestations period=2022-04 | fell}} by {{attestations period=2022-04 | unsigned-change}}", "fell by 500"},
		{"en", "[fell]{{attestations geo=BE period=2022-04 | fell}} by {{attestations period=2022-04 | unsigned-change%}}", "fell by 12.5%"},
		{"fr", "{{attestations | change%}}", "+1,4\u00a0%"},
		{"nl", "{{attestations geo=BE-WAL | change}}", "+5 (mei 2022 – juli 2022)"},
		{"nl", "{{attestations geo=BE-WAL period=latest | change}}", "+5 (mei 2022 – juli 2022)"},
		{"nl", "{{attestations | first-published}}", "3.159"},
		{"nl", "{{attestations period=2022-06 | first-published}}", "3.111"},
		{"nl", "{{attestations | peak}}", "4.000 (maart 2022)"},
		{"nl", "{{attestations period=2022-04 | peak}}", "4.000 (maart 2022)"},
		{"nl", "{{attestations | -12m}}", "12"},
		{"nl", "{{attestations | -1m}}", "3.111"},
		{"nl", "{{attestations period=2022-Q2 | -12m else \"onbekend\"}}", "onbekend"},
		{"nl", "{{referrals geo=BE-WAL | share of=attestations}}", "48,0%"},
		{"nl", "{{referrals | share of=attestations}}", "ongeveer 28,5%"},
		{"nl", "{{attestations geo=BE-VLG | change else \"geen vergelijking\"}}", "geen vergelijking"},
		{"nl", "{{balance}}", "−1,50"},
		{"nl", "{{balance | change}}", "−2,50"},
		{"nl", "{{jobseekers geo=BE-VLG sex=F}}", "300"},
		{"nl", "{{places}}", "30 (2 van 3)"},
		{"nl", "{{attestations geo=BE-BRU else \"nog niet geleverd\"}}", "nog niet geleverd"},
		{"nl", "{{lit 135 %}}", "135 %"},
	} {
		var out diag.List
		text := "zie " + test.reference
		got := f.binder(test.language, true, &out).Plain(ParsePlain(text, nil, at(text), &out))
		if want := "zie " + test.want; got != want || out.Len() > 0 {
			t.Errorf("%s in %s gives %q, want %q\n%s", test.reference, test.language, got, want, show(t, text, &out))
		}
	}
}

// TestBody holds what resolving does to Markdown around references.
func TestBody(t *testing.T) {
	f := newFixture(t)
	for _, test := range []struct{ name, source, want string }{
		{"nothing to resolve", "## Kop\r\n\r\n* a _b_ `c`\r\n", "## Kop\r\n\r\n* a _b_ `c`\r\n"},
		{"numbers are counted", "{{attestations}}, {{attestations}}", "[3.156](#n1), [3.156](#n2)"},
		{"remark behind the link", "{{attestations | peak}}.", "[4.000](#n1) (maart 2022)."},
		{"beginning of a sentence", "{{registered}} en {{registered}}. {{registered}}", "[Meer dan 65.000](#n1) en [meer dan 65.000](#n2). [Meer dan 65.000](#n3)"},
		{"beginning of an item", "- {{referrals}}\n- a\n  {{referrals}}", "- [Ongeveer 900](#n1)\n- a\n  [ongeveer 900](#n2)"},
		{"marks", "{{attestations geo=BE-VLG period=2022-06}} {{attestations geo=BE-BRU}} {{attestations geo=BE-WLG}}", `[\[c\]](#n1) [\[x\]](#n2) [\[z\]](#n3)`},
		{"exclamation mark", "let op!{{attestations}}", `let op\![3.156](#n1)`},
		{"escaped exclamation mark", `let op\!{{attestations}}`, `let op\![3.156](#n1)`},
		{"emphasis", "**{{attestations}}** _{{attestations}}_", "**[3.156](#n1)** _[3.156](#n2)_"},
		{"heading", "## In juli {{attestations}}", "## In juli [3.156](#n1)"},
		{"list and quotation", "- {{attestations}}\n\n> {{attestations}}", "- [3.156](#n1)\n\n> [3.156](#n2)"},
		{"words of a link", "[zie {{attestations}}](https://example.org)", "[zie 3.156](https://example.org)"},
		{"code", "`{{attestations}}`\n\n    {{attestations}}\n", "`{{attestations}}`\n\n    {{attestations}}\n"},
		{"escaped braces", `\{{attestations}}`, `\{{attestations}}`},
		{"words with Markdown", `a {{attestations geo=BE-BRU else "*b* [c](d) <i>"}}`, `a [\*b\* \[c\](d) \<i\>](#n1)`},
		{"words that would begin a list", "{{lit 12}}. a\n\n{{lit 3. b}}\n\n{{lit # c}}", "&#49;2. a\n\n3\\. b\n\n\\# c"},
		{"braces in words", `{{attestations geo=BE-BRU else "a }} b"}}`, `[a }} b](#n1)`},
		{"code with underscores", "{{jobseekers geo=BE-VLG sex=_T}} _a_", "[500](#n1) _a_"},
		{"assertion", "Het aantal [steeg]{{attestations | rose}} tot {{attestations}}.", "Het aantal steeg tot [3.156](#n1)."},
		{"assertion over a reference", "[steeg tot {{attestations}}]{{attestations | rose}}.", "steeg tot [3.156](#n1)."},
		{"assertion over a link", "[steeg [hier](https://example.org)]{{attestations | rose}}", "steeg [hier](https://example.org)"},
		{"assertion in an assertion", "[boven [duizend]{{attestations | above 1000}} en]{{attestations | rose}}", "boven duizend en"},
		{"assertion over emphasis", "[**steeg**]{{attestations | rose}}", "**steeg**"},
		{"assertion over brackets", `[a \] b` + "`[`]{{attestations | rose}}", `a \] b` + "`[`"},
		{"assertion over lines", "[steeg\nweer]{{attestations | rose}}", "steeg\nweer"},
		{"assertion that would begin a heading", "[# steeg ]{{attestations | rose}}", `\# steeg`},
		{"assertion that would begin a list", "[1. steeg]{{attestations | rose}}", "&#49;. steeg"},
		{"assertion that would begin an item", "[* steeg]{{attestations | rose}}", `\* steeg`},
		{"figure", "a\n\n{{figure month}}\n\nb", "a\n\n![Attesten per maand](figures/month.csv)\n\nb"},
		{"figure in place", "a\n```figure\nid: x\n```\nb", "a\n\n![Attesten per maand](figures/month.csv)\n\nb"},
		{"figure in place, CRLF", "a\r\n\r\n~~~ figure\r\nid: x\r\n~~~\r\n\r\nb", "a\r\n\r\n![Attesten per maand](figures/month.csv)\r\n\r\nb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out diag.List
			d := ParseText(test.source, nil, at(test.source), &out)
			got := f.binder("nl", false, &out).Body(d, []string{"month"})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if out.Errors() > 0 {
				t.Error(show(t, test.source, &out))
			}
		})
	}
}

// TestPlainTexts holds titles, where Markdown means nothing, and main points,
// where the author's characters stand for themselves.
func TestPlainTexts(t *testing.T) {
	f := newFixture(t)
	for _, test := range []struct{ source, plain, linked string }{
		{"2 * 3 _a_ {{attestations}}", "2 * 3 _a_ 3.156", `2 \* 3 \_a\_ [3.156](#n1)`},
		{"1. a", "1. a", `1\. a`},
		{`a \{{ b`, "a {{ b", "a {{ b"},
		{"{{attestations geo=BE-BRU}}", "[x]", `[\[x\]](#n1)`},
		{"{{attestations geo=BE-BRU else \"[a]\"}} & <b>", "[a] & <b>", `[\[a\]](#n1) \& \<b\>`},
		{"[steeg]{{attestations | rose}} nog", "steeg nog", "steeg nog"},
		{"a\nb", "a\nb", "a b"},
	} {
		var out diag.List
		d := ParsePlain(test.source, nil, at(test.source), &out)
		if got := f.binder("nl", false, &out).Plain(d); got != test.plain {
			t.Errorf("%q is %q in plain text, want %q", test.source, got, test.plain)
		}
		if got := f.binder("nl", false, &out).Linked(d); got != test.linked {
			t.Errorf("%q is %q in Markdown, want %q", test.source, got, test.linked)
		}
		if out.Errors() > 0 {
			t.Error(show(t, test.source, &out))
		}
	}
}

func TestNumbers(t *testing.T) {
	f := newFixture(t)
	var out diag.List
	b := f.binder("nl", false, &out)
	title := "Juli: {{attestations}}"
	b.Plain(ParsePlain(title, nil, at(title), &out))
	body := "{{women | change}} {{attestations geo=BE-VLG period=2022-06}} {{attestations | peak}} {{referrals | share of=attestations}} {{attestations | first-published}} {{places}}\n\n[steeg]{{attestations | rose}} {{lit 5}}"
	b.Body(ParseText(body, nil, at(body), &out), nil)
	want := `n1 value attestations BE 2022-07 2022-07/a/attestations 3156 "3.156"
n2 change women BE 2022-07 2022-07/a/women -5 "−5,0 procentpunt"
n3 value attestations BE-VLG 2022-06 2022-07/a/attestations - "[c]"
n4 peak attestations BE 2022-03 2022-07/a/attestations 4000 "4.000"
n5 share of=attestations referrals BE 2022-07 2022-07/a/referrals 28.5 "ongeveer 28,5%"
n6 first-published attestations BE 2022-07 2022-06/a/attestations 3159 "3.159"
n7 value places BE 2022-07 2022-07/a/places 30 "30"
`
	var got strings.Builder
	for _, n := range b.Numbers() {
		value := "-"
		if n.HasValue {
			value = n.Value.String()
		} else if n.Value != number.Decimal(0) {
			t.Errorf("%s has no value and holds %s", n.ID, n.Value)
		}
		got.WriteString(n.ID + " " + n.Form + " " + n.Key.String() + " " + n.Drop + " " + value + ` "` + n.Printed + "\"\n")
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}

func TestSparklines(t *testing.T) {
	f := newFixture(t)
	var out diag.List
	b := f.binder("nl", false, &out)
	body := "a {{attestations | sparkline}} {{attestations | sparkline}} {{jobseekers geo=BE-VLG sex=F | sparkline}}"
	got := b.Body(ParseText(body, nil, at(body), &out), nil)
	alternative := "Lijndiagram: Attesten van bescherming, juli 2021 tot en met juli 2022, persons. Eerste waarde 12 (juli 2021), laatste waarde 3.156 (juli 2022), laagste waarde 12 (juli 2021), hoogste waarde 4.000 (maart 2022)."
	picture := "![" + alternative + "](figures/spark-attestations.csv)"
	women := "![Lijndiagram: Werkzoekenden, Flanders, women, juli 2022, persons. Eerste waarde 300 (juli 2022), laatste waarde 300 (juli 2022), laagste waarde 300 (juli 2022), hoogste waarde 300 (juli 2022).](figures/spark-jobseekers-be-vlg-f.csv)"
	if diff := cmp.Diff("a "+picture+" "+picture+" "+women, got); diff != "" {
		t.Error(diff)
	}
	want := []Picture{
		{"spark-attestations", series("attestations", "BE")},
		{"spark-jobseekers-be-vlg-f", series("jobseekers", "BE-VLG.F")},
	}
	if diff := cmp.Diff(want, b.Sparklines()); diff != "" {
		t.Error(diff)
	}
	if out.Len() > 0 {
		t.Error(show(t, body, &out))
	}
}
