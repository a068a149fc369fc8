package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

// plannedWorld has a calendar of two reports that appeared, of which July's was moved and
// came later still, and of two that are to come.
func plannedWorld(t *testing.T) *world {
	t.Helper()
	w := topicWorld(t)
	w.write("content/calendar.yaml", `ronde: 1
releases:
  - {round: 2022-10, date: 2022-12-08, status: provisional}
  - round: 2022-09
    date: 2022-11-08
    moved:
      - {from: 2022-11-03, on: 2022-09-28, reason: {nl: "Een levering komt later; zie de notulen.", en: "A delivery is late; see the minutes."}}
      - {from: 2022-11-10, on: 2022-10-03, reason: {nl: Toch vroeger., en: Earlier after all.}}
    note: {nl: Later dan anders., en: Later than usual.}
  - {round: 2022-08, date: 2022-09-20}
  - round: 2022-07
    date: 2022-08-25
    moved: [{from: 2022-08-18, on: 2022-08-10, reason: {nl: Vakantie., en: Holidays.}}]
`)
	return w
}

func TestCalendar(t *testing.T) {
	w := plannedWorld(t)
	w.correct("2022-07", "2022-09-25", seal.Editorial, "nl", "Een woord.")
	all := outputs(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	p := pageAt[*site.Calendar](t, all, "en/calendar/")
	if diff := cmp.Diff([]site.ComingRelease{
		{Round: "September 2022", Date: site.Date{ISO: "2022-11-08", Text: "8 November 2022"}, Status: site.PlanConfirmed, Note: "Later than usual.", Moved: []string{
			"Formerly planned for 3 November 2022; change announced on 28 September 2022: A delivery is late; see the minutes.",
			"Formerly planned for 10 November 2022; change announced on 3 October 2022: Earlier after all.",
		}},
		{Round: "October 2022", Date: site.Date{ISO: "2022-12-08", Text: "8 December 2022"}, Status: site.PlanProvisional},
	}, p.Coming); diff != "" {
		t.Error(diff)
	}
	var past []string
	for _, r := range p.Past {
		past = append(past, strings.Join([]string{r.Round, r.Edition, r.Date.ISO, r.Planned.ISO, r.Href, strings.Join(r.Moved, "/")}, "|"))
	}
	if diff := cmp.Diff([]string{
		"July 2022|2|2022-09-25||../reports/2022-07/v2/|", "August 2022|1|2022-09-20||../reports/2022-08/v1/|",
		"July 2022|1|2022-08-30|2022-08-25|../reports/2022-07/v1/|Formerly planned for 18 August 2022; change announced on 10 August 2022: Holidays.",
	}, past); diff != "" {
		t.Error(diff)
	}
	if _, there := all["en/calendar.ics"]; there || p.File != "" {
		t.Error("a preview gives plans to calendar programs")
	}
}

// TestCalendarFile: the plans as calendar programs read them. A release keeps its name;
// what was moved has a higher number, what appeared the day on which it did.
func TestCalendarFile(t *testing.T) {
	w := plannedWorld(t)
	w.correct("2022-07", "2022-09-25", seal.Editorial, "nl", "Een woord.")
	s := w.site("2022-10-01")
	all := outputs(t, s)
	got := string(all["en/calendar.ics"].Content)
	events := strings.Split(strings.ReplaceAll(got, "\r\n ", ""), "BEGIN:VEVENT\r\n")[1:]
	for i, want := range []string{
		"UID:2022-07@cijfers.example/land|DTSTAMP:20220830T120000Z|DTSTART;VALUE=DATE:20220830|SUMMARY;LANGUAGE=en-GB:Report for July 2022|" +
			"DESCRIPTION;LANGUAGE=en-GB:Formerly planned for 18 August 2022\\; change announced on 10 August 2022: Holidays.|" +
			"URL:" + landAddress + "en/reports/2022-07/|STATUS:CONFIRMED|SEQUENCE:2|TRANSP:TRANSPARENT|END:VEVENT",
		"UID:2022-08@cijfers.example/land|DTSTAMP:20220920T120000Z|DTSTART;VALUE=DATE:20220920|SUMMARY;LANGUAGE=en-GB:Report for August 2022|" +
			"URL:" + landAddress + "en/reports/2022-08/|STATUS:CONFIRMED|SEQUENCE:1|TRANSP:TRANSPARENT|END:VEVENT",
		"UID:2022-09@cijfers.example/land|DTSTAMP:20221003T120000Z|DTSTART;VALUE=DATE:20221108|SUMMARY;LANGUAGE=en-GB:Report for September 2022|" +
			"DESCRIPTION;LANGUAGE=en-GB:Formerly planned for 3 November 2022\\; change announced on 28 September 2022: A delivery is late\\; see the minutes.\\n" +
			"Formerly planned for 10 November 2022\\; change announced on 3 October 2022: Earlier after all.\\nLater than usual.|" +
			"URL:" + landAddress + "en/calendar/|STATUS:CONFIRMED|SEQUENCE:2|TRANSP:TRANSPARENT|END:VEVENT",
		"UID:2022-10@cijfers.example/land|DTSTAMP:20221001T120000Z|DTSTART;VALUE=DATE:20221208|SUMMARY;LANGUAGE=en-GB:Report for October 2022|" +
			"DESCRIPTION;LANGUAGE=en-GB:The date is provisional.|URL:" + landAddress + "en/calendar/|STATUS:TENTATIVE|SEQUENCE:0|TRANSP:TRANSPARENT|END:VEVENT|END:VCALENDAR",
	} {
		if diff := cmp.Diff(want, strings.ReplaceAll(strings.TrimSpace(events[i]), "\r\n", "|")); diff != "" {
			t.Error(diff)
		}
	}
	if p := pageAt[*site.Calendar](t, all, "nl/calendar/"); p.File != "../calendar.ics" {
		t.Errorf("the page offers %q", p.File)
	}
	// The days of the events do not hang on the day of the build, except where nothing
	// else says when they became what they are.
	later := strings.ReplaceAll(string(outputs(t, w.site("2022-10-02"))["en/calendar.ics"].Content), "20221002T", "20221001T")
	if later != got {
		t.Errorf("a day later:\n%s", cmp.Diff(got, later))
	}
	for what, without := range map[string]func(*site.Site){"address": func(s *site.Site) { s.BaseURL = "" }, "day": func(s *site.Site) { s.Date = nil }} {
		s := w.site("2022-10-01")
		without(s)
		all := outputs(t, s)
		if _, there := all["en/calendar.ics"]; there || pageAt[*site.Calendar](t, all, "en/calendar/").File != "" {
			t.Errorf("without an %s of the site there is a calendar file", what)
		}
	}
}

// TestOverdueRelease: a day that has passed without its report is no plan any more, and the
// page says so.
func TestOverdueRelease(t *testing.T) {
	for day, want := range map[string]site.PlanStatus{"2022-11-08": site.PlanConfirmed, "2022-11-09": site.PlanOverdue} {
		all := outputs(t, plannedWorld(t).site(day))
		p := pageAt[*site.Calendar](t, all, "en/calendar/")
		if len(p.Coming) != 2 || p.Coming[0].Status != want || p.Coming[1].Status != site.PlanProvisional || p.Overdue != (want == site.PlanOverdue) {
			t.Errorf("on %s: %t, %+v", day, p.Overdue, p.Coming)
		}
		if next := pageAt[*site.Report](t, all, "en/reports/2022-08/").NextRelease; next.Status != want {
			t.Errorf("on %s the report says %+v", day, next)
		}
	}
}

// TestNextReleaseByTheCalendar: the report that stands last, and the home page, say when
// the calendar has the next one today; what the edition announced stays beside it.
func TestNextReleaseByTheCalendar(t *testing.T) {
	w := smallWorld(t)
	w.write("content/calendar.yaml", "ronde: 1\nreleases: [{round: 2022-09, date: 2022-11-08, status: provisional}]\n")
	w.replace("content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nnext_release: 2022-11-03")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	all := outputs(t, w.site("2022-10-01"))
	want := site.Announcement{
		Day: "3 november 2022", Now: site.Date{ISO: "2022-11-08", Text: "8 november 2022"}, Status: site.PlanProvisional, Calendar: "../../calendar/",
	}
	if diff := cmp.Diff(want, pageAt[*site.Report](t, all, "nl/reports/2022-08/").NextRelease); diff != "" {
		t.Error(diff)
	}
	if home := pageAt[*site.Home](t, all, "nl/").NextRelease; home.Now != want.Now || home.Calendar != "calendar/" {
		t.Errorf("%+v", home)
	}
	if old := pageAt[*site.Report](t, all, "nl/reports/2022-07/").NextRelease; old != (site.Announcement{Day: "30 september 2022"}) {
		t.Errorf("an older report: %+v", old)
	}
	w.write("content/calendar.yaml", "ronde: 1\nreleases: [{round: 2022-08, date: 2022-09-15}, {round: 2022-09, date: 2022-11-03}]\n")
	want.Now, want.Status = site.Date{}, site.PlanConfirmed
	if diff := cmp.Diff(want, pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-08/").NextRelease); diff != "" {
		t.Error(diff)
	}
}
