package render_test

import "ronde/internal/site"

func sampleMeetings(lang string) *site.Meetings {
	return &site.Meetings{
		Frame: frame(lang, "meetings/", "../../", site.SectionMeetings), Illustrative: true, Actions: "actions/", Open: 3, Overdue: 1,
		Meetings: []site.MeetingEntry{
			{Title: "Vergadering van 15 mei 2023", Href: "2023-05-15/", Lang: "nl", Presentation: "Opvang", Text: "De cijfers van maart."},
			{Title: "Vergadering van 17 april 2023", Href: "2023-04-17/"},
		},
	}
}

func sampleMeeting(lang string) *site.Meeting {
	return &site.Meeting{
		Frame: foreign(frame(lang, "meetings/2023-05-15/", "../../../", site.SectionMeetings)), Title: "Vergadering van 15 mei 2023", Summary: "De cijfers van maart.",
		Date: site.Date{ISO: "2023-05-15", Text: "15 mei 2023"}, Form: site.FormHybrid, Place: "Brussel", Chair: "coördinator", Illustrative: true,
		Report:    site.Link{Text: "Maart 2023", Href: "../../reports/2023-03/"},
		Attendees: []site.Link{{Text: "DVZ", Href: "../../organisations/dvz/"}, {Text: "gewestelijke dienst"}},
		Agenda:    []string{"Cijfers", "Vooruitblik"},
		Presentation: &site.MeetingPresentation{
			Title: "Opvang", By: []site.Link{{Text: "federale dienst"}}, Topic: site.Link{Text: "Opvang", Href: "../../topics/reception/"},
		},
		Body:      []site.Block{{Prose: "<p>Besproken.</p>"}, {Heading: &site.Heading{ID: "vooruitblik", Text: "Vooruitblik"}}, {Prose: "<p>De zomer.</p>"}},
		Decisions: []string{"Het rapport verschijnt."}, Actions: sampleActionList(""), AllActions: "../actions/", Others: []site.Link{{Text: "17 april 2023", Href: "../2023-04-17/"}},
	}
}

func sampleActionList(lang string) []site.Action {
	all := []site.Action{
		{ID: "send", What: "Bestand sturen", Who: []site.Link{{Text: "DVZ", Href: "../../organisations/dvz/"}}, Due: site.Date{ISO: "2023-06-05", Text: "5 juni 2023"}, State: site.ActionOverdue, Days: 12},
		{ID: "check", What: "Tabel nakijken", Who: []site.Link{{Text: "allen"}}, Due: site.Date{ISO: "2023-06-05", Text: "5 juni 2023"}, State: site.ActionDone, Closed: site.Date{ISO: "2023-06-02", Text: "2 juni 2023"}},
	}
	for i := range all {
		if lang != "" {
			all[i].Lang, all[i].Meeting = lang, site.Link{Text: "15 mei 2023", Href: "../2023-05-15/#" + all[i].ID}
		}
	}
	return all
}

func sampleActions(lang string) *site.Actions {
	all := sampleActionList("nl")
	return &site.Actions{Frame: frame(lang, "meetings/actions/", "../../../", site.SectionMeetings), Illustrative: true, Open: all[:1], Closed: all[1:]}
}

func sampleCalendar(lang string) *site.Calendar {
	return &site.Calendar{
		Frame: frame(lang, "calendar/", "../../", site.SectionCalendar), File: "../calendar.ics",
		Coming: []site.ComingRelease{
			{Round: "September 2023", Date: site.Date{ISO: "2023-11-09", Text: "9 november 2023"}, Status: site.PlanConfirmed, Moved: []string{"Eerder gepland op 2 november 2023; wijziging aangekondigd op 20 oktober 2023: de schoolcijfers komen later."}, Note: "Met de schoolcijfers."},
			{Round: "Oktober 2023", Date: site.Date{ISO: "2023-12-07", Text: "7 december 2023"}, Status: site.PlanProvisional},
		},
		Past: []site.PastRelease{
			{Round: "Augustus 2023", Edition: "1", Href: "../reports/2023-08/v1/", Date: site.Date{ISO: "2023-10-05", Text: "5 oktober 2023"}},
			{Round: "Juli 2023", Edition: "1", Href: "../reports/2023-07/v1/", Date: site.Date{ISO: "2023-09-07", Text: "7 september 2023"}, Planned: site.Date{ISO: "2023-08-31", Text: "31 augustus 2023"}, Moved: []string{"Eerder gepland op 24 augustus 2023; wijziging aangekondigd op 1 augustus 2023: vakantie."}},
		},
	}
}
