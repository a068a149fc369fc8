package commentary

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

func TestTopics(t *testing.T) {
	var out diag.List
	text := "## Één {#protection-2022-10}\n\nTekst {#a}\n\n## Wie {#protection}\n\n## Zonder\n\n- ## Lijst {#work}\n"
	words, _ := locale.For("nl")
	d := ParseText(text, NewTypedNumbers(words), at(text), &out)
	var got []string
	for _, topic := range d.Topics {
		got = append(got, topic.Value+" "+topic.Span.String())
	}
	want := []string{"protection-2022-10 " + file + ":1:10", "protection " + file + ":5:10", "work " + file + ":9:14"}
	if diff := cmp.Diff(want, got); diff != "" || out.Len() > 0 {
		t.Errorf("%s\n%s", diff, show(t, text, &out))
	}
}

// TestTopicStays holds that what is sealed still names the topic.
func TestTopicStays(t *testing.T) {
	f := newFixture(t)
	var out diag.List
	text := "## In juli {{attestations}} {#protection}\n"
	resolved := f.binder("nl", true, &out).Body(ParseText(text, nil, at(text), &out), nil)
	if want := "## In juli [3.156](#n1) {#protection}\n"; resolved != want || out.Len() > 0 {
		t.Errorf("%q, want %q\n%s", resolved, want, show(t, text, &out))
	}
	if diff := cmp.Diff([]Block{{Heading: "In juli 3.156", Level: 2, Topic: "protection"}}, Blocks(resolved, presentation)); diff != "" {
		t.Error(diff)
	}
}

func TestCompareTopics(t *testing.T) {
	texts := make([]Texts, 3)
	for i, text := range []string{"## a {#work}\n\n## b {#work}\n\n## c {#europe}\n", "## a {#work}\n\n## b {#reception}\n\n## c {#europe}\n", "## c {#europe}\n"} {
		var out diag.List
		texts[i] = Texts{Language: []string{"nl", "fr", "de"}[i], Topics: ParseText(text, nil, at(text), &out).Topics}
	}
	var out diag.List
	out.Add(CompareTopics(texts)...)
	want := `content/reports/2022-07/report.nl.md:1:8: warning: the number of sections about work differs: 2 in nl, 1 in fr, 0 in de [topics-differ]
  hint: write {#work} behind the same headings in every language: the topic's page leads to them
content/reports/2022-07/report.nl.md:3:8: warning: the number of sections about reception differs: 0 in nl, 1 in fr, 0 in de [topics-differ]
  hint: write {#reception} behind the same headings in every language: the topic's page leads to them
2 warnings
`
	if diff := cmp.Diff(want, withoutExcerpts(show(t, "", &out))); diff != "" {
		t.Error(diff)
	}
	if found := CompareTopics(texts[2:]); len(found) > 0 {
		t.Errorf("one language differs from itself: %v", found)
	}
}
