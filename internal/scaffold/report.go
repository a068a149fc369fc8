package scaffold

import (
	"fmt"
	"strings"

	"ronde/internal/calendar"
	"ronde/internal/codebook"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A ReportRequest is what the skeleton of a report is made from.
type ReportRequest struct {
	Round     period.Period
	Book      *codebook.Codebook
	Locales   map[string]*locale.Locale // of all languages of the site
	Last      *edition.Round            // the report before; nil for none
	Recurring []edition.FigureSpec      // content/reports/figures.yaml
	Planned   []calendar.Release        // content/calendar.yaml
}

// Report makes the files of a round: its dates, its figures, and a text in each language of
// the site with the sections of the report before. Of that report's sentences nothing is
// taken, nor of the titles and notes of its figures: they say what was true of its month. The
// values that it named stand in lists, ready for sentences; assertions are left out.
func Report(r ReportRequest) Files {
	s := skeleton{ReportRequest: r}
	made := Files{edition.Dir(r.Round) + "/report.yaml": s.dates()}
	own := s.figures()
	if len(own) > 0 {
		made[edition.Dir(r.Round)+"/figures.yaml"] = source.EncodeYAML(edition.FiguresFile{Figures: own}, true)
	}
	s.known = map[string]bool{}
	for _, spec := range append(s.recurring(), own...) {
		s.known[spec.ID.Value] = true
	}
	for _, language := range r.Book.Site.LanguageTags() {
		made[edition.Dir(r.Round)+"/report."+language+".md"] = s.text(language)
	}
	return made
}

type skeleton struct {
	ReportRequest
	known map[string]bool // ids of figures that the round has
}

// monthsOn is the number of months from the last report to this one.
func (s *skeleton) monthsOn() int { return monthsBetween(s.Last.Round, s.Round) }

func monthsBetween(from, to period.Period) int {
	y, m, _ := from.Start().Civil()
	year, month, _ := to.Start().Civil()
	return 12*(year-y) + month - m
}

// dates is report.yaml.
func (s *skeleton) dates() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# The dates of the report. What is a guess fails `ronde check` until its comment is deleted.\nronde: 1\n")
	fmt.Fprintf(&b, "# Deliveries received up to this day are in the report.\n")
	if s.Last == nil || !s.Last.Report.Cutoff.IsSet() {
		fmt.Fprintf(&b, "cutoff: %s # guess: no earlier report says how long deliveries are waited for\n", s.Round.End()+15)
	} else {
		fmt.Fprintf(&b, "cutoff: %s # guess: as long after the month as in the report of %s\n", monthsLater(s.Last.Report.Cutoff.Value, s.monthsOn()), s.Last.Round)
	}
	if next, why, ok := s.next(); ok {
		fmt.Fprintf(&b, "# The day announced for the report after this one.\nnext_release: %s%s\n", next, why)
	}
	if s.Last != nil && len(s.Last.Report.Lead) > 0 {
		var ids []string
		for _, id := range s.Last.Report.Lead {
			ids = append(ids, id.Value)
		}
		fmt.Fprintf(&b, "# Whose change makes a correction concern the headline.\nlead: [%s]\n", strings.Join(ids, ", "))
	}
	return []byte(b.String())
}

// next is the day of the report after this one, and the comment behind it: as planned, or
// else guessed.
func (s *skeleton) next() (day period.Date, comment string, ok bool) {
	for _, r := range s.Planned {
		if r.Round.Value == s.Round.Next(1) {
			return r.Date.Value, " # as content/calendar.yaml plans it", true
		}
	}
	if s.Last == nil || !s.Last.Report.Next.IsSet() {
		return 0, "", false
	}
	last := s.Last.Report.Next.Value
	day = monthsLater(last, s.monthsOn())
	const week = 7
	if ahead := ((last-day)%week + week) % week; ahead > week/2 {
		day += ahead - week
	} else {
		day += ahead
	}
	return day, fmt.Sprintf(" # guess: as long after the month as in the report of %s, on the same day of the week", s.Last.Round), true
}

// monthsLater is the same day n months later. The last day of a month stays the last, and a
// month that is too short ends earlier.
func monthsLater(day period.Date, n int) period.Date {
	year, month, d := day.Civil()
	target := period.MonthOf(year, month+n)
	if day == period.MonthOf(year, month).End() {
		return target.End()
	}
	return min(target.Start()+period.Date(d-1), target.End())
}
