package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// topicWorld has two reports with sections about a topic, one under an id that the
// topic had formerly, and about one that is called as a figure.
func topicWorld(t testing.TB) *world {
	t.Helper()
	w := smallWorld(t)
	w.write("content/topics.yaml", `ronde: 1
topics:
  - id: protection
    formerly: [shelter]
    name: {nl: Bescherming, en: Protection}
    description: {nl: Wie ze krijgt., en: Who receives it.}
    indicators: [attestations, registered, minors]
  - {id: months, name: {nl: Maanden, en: Months}}
  - {id: work, name: {nl: Werk, en: Work}, indicators: [referral-share]}
`)
	const july, august = "content/reports/2022-07/report.", "content/reports/2022-08/report."
	w.replace(july+"nl.md", "## Bescherming", "## Protection\n\nVooraf.\n\n## Bescherming {#protection}")
	w.replace(july+"nl.md", "## Months", "## Months {#months}")
	w.replace(july+"en.md", "## Protection", "## Protection {#protection}")
	w.replace(july+"en.md", "## Months", "## Months {#months}")
	w.replace(august+"nl.md", "## Bescherming", "## Bescherming {#shelter}")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	return w
}

func TestTopics(t *testing.T) {
	all := outputs(t, topicWorld(t).site("2022-10-01"))
	list := pageAt[*site.Topics](t, all, "en/topics/")
	if diff := cmp.Diff([]site.TopicEntry{
		{Name: "Protection", Href: "protection/", Text: "Who receives it.", Headline: "Certificates: 3,111 persons in August 2022", Reports: 2},
		{Name: "Months", Href: "months/", Reports: 1},
		{Name: "Work", Href: "work/", Headline: "Share referred: 25.4% in July 2022"},
	}, list.Topics); diff != "" {
		t.Error(diff)
	}
	p := pageAt[*site.Topic](t, all, "en/topics/protection/")
	var figures []string
	for _, k := range p.Figures {
		figures = append(figures, strings.Join([]string{k.Name, k.Number.Qualifier, k.Number.Text, k.Period, k.Series}, "|"))
		if k.Changes != nil {
			t.Errorf("%s is compared", k.Name)
		}
	}
	if diff := cmp.Diff([]string{
		"Certificates||3,111|in August 2022|../../indicators/attestations/",
		"Registered|more than|30,000|on 25 July 2022|../../indicators/registered/",
		"Minors||66,613|in July 2022|../../indicators/minors/",
	}, figures); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]site.TopicRound{
		{Round: "August 2022", Sections: []site.TopicSection{{
			Seal: site.Seal{Sealed: true, Lang: "nl"}, Heading: "Bescherming", Opening: "Juli stond op 3.159, nu op 3.156.", Href: "../../reports/2022-08/#shelter",
		}}},
		{Round: "July 2022", Sections: []site.TopicSection{{
			Seal: site.Seal{Sealed: true}, Heading: "Protection", Opening: "July: 3,159 certificates, a change of −961.", Href: "../../reports/2022-07/#protection",
		}}},
	}, p.Rounds); diff != "" {
		t.Error(diff)
	}
	if to := pageAt[*site.Redirect](t, all, "nl/topics/shelter/").To; to != "../protection/" {
		t.Errorf("the former id leads to %s", to)
	}
}

// TestTopicAnchors: the topic of a section is its anchor in every language,
// whatever other headings are called; a figure of that name comes first.
func TestTopicAnchors(t *testing.T) {
	all := outputs(t, topicWorld(t).site("2022-10-01"))
	for lang, want := range map[string]string{
		"nl": "protection-2 Protection |protection Bescherming ../../topics/protection/|months-2 Months ../../topics/months/",
		"en": "protection Protection ../../topics/protection/|months-2 Months ../../topics/months/",
	} {
		var got []string
		for _, b := range pageAt[*site.Report](t, all, lang+"/reports/2022-07/").Body {
			if b.Heading != nil {
				got = append(got, b.Heading.ID+" "+b.Heading.Text+" "+b.Heading.Topic)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if href := pageAt[*site.Topic](t, all, "nl/topics/months/").Rounds[0].Sections[0].Href; href != "../../reports/2022-07/#months-2" {
		t.Errorf("the topic leads to %s", href)
	}
}

// TestTopicsAreLeftOut: a site without topics has no such page and no way to one.
func TestTopicsAreLeftOut(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	if _, ok := all["nl/topics/index.html"]; ok {
		t.Error("there is a page of topics")
	}
	for _, m := range pageAt[*site.Home](t, all, "nl/").Menu {
		if m.Section == site.SectionTopics {
			t.Error("the menu leads to topics")
		}
	}
}

func TestTopicLinks(t *testing.T) {
	w := topicWorld(t)
	findings, _ := published(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	for _, f := range findings {
		t.Error(f)
	}
}
