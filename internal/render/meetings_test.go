package render_test

import (
	"testing"
)

func TestMeeting(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleMeeting("fr")))
	d.text(".status.draft strong", "Exemple.")
	d.text("h1[lang=nl]", "Vergadering van 15 mei 2023")
	d.text(".meta div:nth-child(2) dd", "sur place et en ligne, Brussel")
	d.count(2, "ol[lang=nl] > li")
	d.text("#send .unit", "en retard DVZ · pour le 5 juni 2023 (12 jours de retard)")
	d.text("#check .unit", "exécutée 2 juni 2023 · allen · pour le 5 juni 2023")
	d.count(2, ".actions p[lang=nl] > strong")
	d = parse(t, renderPage(t, th, sampleActions("en")))
	d.text("#_open ~ .body .unit", "overdue DVZ · by 5 juni 2023 (12 days overdue) · meeting of 15 mei 2023")
	d.count(2, ".actions p[lang=nl]")
	d = parse(t, renderPage(t, th, sampleMeetings("nl")))
	d.text(".body > p", "Acties: 3 open, waarvan 1 over tijd")
	d.count(2, ".sets h2")
}

func TestCalendar(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleCalendar("de")))
	d.text("#_coming ~ .body tr:nth-child(2) td:last-child", "–keine Bemerkung")
	d.text("#_coming ~ .body tr:nth-child(1) td:last-child", "Eerder gepland op 2 november 2023; wijziging aangekondigd op 20 oktober 2023: de schoolcijfers komen later.Met de schoolcijfers.")
	d.text("#_coming ~ .body tr:nth-child(1) td:nth-child(3)", "bestätigt")
	d.text("#_coming ~ .body tr:nth-child(2) td:nth-child(3)", "vorläufig")
	d.text("#_past ~ .body tr:last-child td:nth-child(2)", "7 september 2023 (geplant für 31 augustus 2023)Eerder gepland op 24 augustus 2023; wijziging aangekondigd op 1 augustus 2023: vakantie.")
	d.count(1, "a[href='../calendar.ics'][type='text/calendar']")
}
