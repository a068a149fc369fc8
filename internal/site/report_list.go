package site

import (
	"slices"
	"strconv"

	"ronde/internal/archive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/period"
)

// reportsPage is the list of all reports, newest first.
func (o *outlook) reportsPage() *Reports {
	at := reportsAt(o.lang)
	p := &Reports{Frame: o.frame(at, SectionReports), Corrections: relative(at, correctionsAt(o.lang))}
	for _, year := range o.years(at, noRound) {
		y := ReportYear{Ruler: year}
		for _, round := range slices.Backward(o.Archive.Rounds()) {
			if strconv.Itoa(round.Year()) != year.Year {
				continue
			}
			if r, stands := o.Archive.Report(round); stands {
				y.Reports = append(y.Reports, o.entry(at, r))
			} else {
				y.Reports = append(y.Reports, o.withdrawnEntry(at, round))
			}
		}
		p.Years = append(p.Years, y)
	}
	return p
}

// entry is a report in the list, with its lead figure in the language of the
// page; an edition without that language has none there.
func (o *outlook) entry(at string, r archive.Report) ReportEntry {
	e := r.Latest()
	entry := ReportEntry{
		Round: o.l.Capitalise(o.l.Period(r.Round)), Href: relative(at, reportAt(o.lang, r.Round)), Edition: strconv.Itoa(e.Number),
	}
	reading := o.read(r, e, at)
	switch {
	case e.Draft():
		entry.Status = StatusDraft
	case reading.amended():
		entry.Status, entry.Published = StatusAmended, o.date(e.Released)
	default:
		entry.Status, entry.Published = StatusLatest, o.date(e.Released)
	}
	if reading.sealed != o.lang {
		return entry
	}
	if key := reading.keyFigure(); key != nil {
		if tiles := reading.keyFigures(key, false); len(tiles) > 0 {
			entry.Headline = reading.headline(key.Series[0], tiles[0])
		}
	}
	return entry
}

// withdrawnEntry is a report in the list that was withdrawn, with its last edition.
func (o *outlook) withdrawnEntry(at string, round period.Period) ReportEntry {
	editions := o.Archive.Withdrawn[round]
	e := editions[len(editions)-1]
	return ReportEntry{
		Round: o.l.Capitalise(o.l.Period(round)), Href: relative(at, reportAt(o.lang, round)), Edition: strconv.Itoa(e.Number),
		Published: o.date(e.Released), Status: StatusWithdrawn,
	}
}

// headline says a key figure of the edition in one line. A share names its base in
// brackets: no preposition goes with every base, and German would inflect it.
func (r *reading) headline(s edition.Series, k KeyFigure) string {
	if s.Percent {
		base := k.Unit
		k.Unit = ""
		if base != sealedText(s.Unit, r.e.Languages, r.sealed) {
			k.Unit = "(" + r.sl.BaseIs(base) + ")"
		}
	}
	return headline(r.sl, k)
}

// headline says a key figure in one line.
func headline(l *locale.Locale, k KeyFigure) string {
	text := k.Number.Text
	if k.Number.Absent != "" {
		text = k.Number.Absent
	} else {
		if k.Number.Qualifier != "" {
			text = k.Number.Qualifier + " " + text
		}
		if k.Unit != "" {
			text += " " + k.Unit
		}
	}
	return l.Named(k.Name, text)
}
