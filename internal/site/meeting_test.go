package site_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// meetingWorld has two meetings: one in both languages, one in Dutch alone.
func meetingWorld(t testing.TB) *world {
	t.Helper()
	w := topicWorld(t)
	w.write("content/meetings/2022-09-12.yaml", `ronde: 1
illustrative: true
form: hybrid
place: {nl: Brussel, en: Brussels}
round: 2022-07
chair: {nl: coördinator, en: coordinator}
attendees:
  - {organisation: dvz}
  - {role: {nl: gewestelijke dienst, en: regional service}}
agenda:
  - {nl: "Juli: {{attestations}} attesten", en: "July: {{attestations}} certificates"}
presentation:
  title: {nl: "Wie kreeg een attest?", en: "Who received a certificate?"}
  by: [{organisation: fedasil}]
  topic: shelter
decisions: [{nl: Verder zo., en: Go on.}]
actions:
  - {id: late, what: {nl: Bestand sturen, en: Send the file}, who: [{organisation: dvz}], due: 2022-09-20, status: open}
  - {id: done, what: {nl: Tabel nakijken, en: Check the table}, who: [{role: {nl: allen, en: all}}], due: 2022-09-30, status: done, closed: 2022-09-28}
  - {id: work, what: {nl: Zaal zoeken, en: Find a room}, who: [{role: {nl: allen, en: all}}], due: 2022-12-30, status: open}
`)
	w.write("content/meetings/2022-09-12.nl.md", "---\ndescription: Over juli.\n---\n\nBesproken werd {{attestations | change}}.\n\n## Work\n\nNiets.\n")
	w.write("content/meetings/2022-09-12.en.md", "---\ndescription: On July.\n---\n\nA change of {{attestations | change}}.\n")
	w.write("content/meetings/2022-08-08.yaml", `ronde: 1
form: online
agenda: [{nl: Kennismaking}]
actions:
  - {id: first, what: {nl: Contract schrijven}, who: [{organisation: fedasil}], due: 2022-08-31, status: dropped, closed: 2022-09-12}
  - {id: second, what: {nl: Lijst maken}, who: [{organisation: fedasil}], due: 2022-08-31, status: open}
`)
	return w
}

func TestMeeting(t *testing.T) {
	all := outputs(t, meetingWorld(t).site("2022-10-01"))
	p := pageAt[*site.Meeting](t, all, "en/meetings/2022-09-12/")
	if p.Title != "Meeting of 12 September 2022" || p.Summary != "On July." || p.Form != site.FormHybrid || p.Place != "Brussels" || p.Chair != "coordinator" || !p.Illustrative || p.Fallback != nil {
		t.Errorf("%+v", p)
	}
	if diff := cmp.Diff([]string{"July: 3,156 certificates"}, p.Agenda); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]site.Link{{Text: "IO", Href: "../../organisations/dvz/"}, {Text: "regional service"}}, p.Attendees); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(&site.MeetingPresentation{
		Title: "Who received a certificate?", By: []site.Link{{Text: "Fedasil", Href: "../../organisations/fedasil/"}}, Topic: site.Link{Text: "Protection", Href: "../../topics/protection/"},
	}, p.Presentation); diff != "" {
		t.Error(diff)
	}
	if p.Report != (site.Link{Text: "July 2022", Href: "../../reports/2022-07/"}) || len(p.Others) != 1 || p.Others[0].Href != "../2022-08-08/" {
		t.Errorf("%+v, %+v", p.Report, p.Others)
	}
	if body := string(p.Body[0].Prose); !strings.Contains(body, "A change of −964.") {
		t.Errorf("%q", body)
	}
	var states []string
	for _, a := range p.Actions {
		states = append(states, strings.Join([]string{a.ID, string(a.State), a.Due.ISO, a.Closed.ISO, a.Meeting.Href}, " "))
	}
	if diff := cmp.Diff([]string{"late overdue 2022-09-20  ", "done done 2022-09-30 2022-09-28 ", "work open 2022-12-30  "}, states); diff != "" {
		t.Error(diff)
	}
	// The anchors of actions come before those of headings.
	p = pageAt[*site.Meeting](t, all, "nl/meetings/2022-09-12/")
	if id := p.Body[1].Heading.ID; id != "work-2" {
		t.Errorf("the heading is %s", id)
	}
}

func TestMeetingInAnotherLanguage(t *testing.T) {
	all := outputs(t, meetingWorld(t).site("2022-10-01"))
	p := pageAt[*site.Meeting](t, all, "en/meetings/2022-08-08/")
	if p.Title != "Vergadering van 8 augustus 2022" || p.Fallback == nil || p.Fallback.Lang != "nl" || !p.NoIndex || p.Actions[0].Lang != "" || p.Report.Href != "../../reports/2022-07/" {
		t.Errorf("%+v", p)
	}
	list := pageAt[*site.Meetings](t, all, "en/meetings/")
	var entries []string
	for _, m := range list.Meetings {
		entries = append(entries, strings.Join([]string{m.Title, m.Href, m.Lang, m.Presentation, m.Text}, "|"))
	}
	if diff := cmp.Diff([]string{
		"Meeting of 12 September 2022|2022-09-12/||Who received a certificate?|On July.", "Vergadering van 8 augustus 2022|2022-08-08/|nl||",
	}, entries); diff != "" {
		t.Error(diff)
	}
	if !list.Illustrative || list.Open != 3 || list.Overdue != 2 || list.Actions != "actions/" {
		t.Errorf("%+v", list)
	}
}

func TestActions(t *testing.T) {
	w := meetingWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Actions](t, all, "en/meetings/actions/")
	show := func(actions []site.Action) (lines []string) {
		for _, a := range actions {
			lines = append(lines, strings.Join([]string{a.What, a.Lang, a.Who[0].Text, string(a.State), strings.Repeat("+", a.Days), a.Meeting.Href}, "|"))
		}
		return lines
	}
	if diff := cmp.Diff([]string{
		"Lijst maken|nl|Fedasil|overdue|" + strings.Repeat("+", 31) + "|../2022-08-08/#second",
		"Send the file||IO|overdue|" + strings.Repeat("+", 11) + "|../2022-09-12/#late",
		"Find a room||all|open||../2022-09-12/#work",
	}, show(p.Open)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		"Check the table||all|done||../2022-09-12/#done", "Contract schrijven|nl|Fedasil|dropped||../2022-08-08/#first",
	}, show(p.Closed)); diff != "" {
		t.Error(diff)
	}
	// On the day itself nothing is overdue yet.
	for _, a := range pageAt[*site.Actions](t, outputs(t, w.site("2022-09-20")), "en/meetings/actions/").Open {
		if a.ID == "late" && a.State != site.ActionOpen {
			t.Error("overdue on the day it is due")
		}
	}
}

func TestMeetingsAreLeftOut(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	for path := range all {
		if strings.Contains(path, "/meetings/") || strings.Contains(path, "/calendar/") {
			t.Errorf("there is %s", path)
		}
	}
	f := pageAt[*site.Home](t, all, "nl/").Frame
	if slices.ContainsFunc(append(f.Menu, f.More...), func(m site.MenuItem) bool {
		return m.Section == site.SectionMeetings || m.Section == site.SectionCalendar
	}) {
		t.Error("navigation leads to meetings")
	}
}

func TestMeetingLinks(t *testing.T) {
	w := meetingWorld(t)
	w.write("content/calendar.yaml", "ronde: 1\nreleases: [{round: 2022-09, date: 2022-11-08}]\n")
	findings, _ := published(t, w.site("2022-10-01"))
	for _, f := range findings {
		t.Error(f)
	}
}
