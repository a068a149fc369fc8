package edition

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// breaks lists the breaks between the periods of the axis, each once, with the
// period that begins the new series and the series that it cuts.
func (c *compiler) breaks(periods []period.Period, lines []line) []Break {
	var breaks []Break
	for i := 1; i < len(periods); i++ {
		first := len(breaks)
		var events []*codebook.Event // of the breaks from first on
		for s, l := range lines {
			event, broken := c.table.Break(l.series(), periods[i-1], periods[i])
			if !broken {
				continue
			}
			at := slices.Index(events, event)
			if at < 0 {
				at, events = len(events), append(events, event)
				breaks = append(breaks, Break{Before: periods[i], Note: c.breakNote(event, periods[i])})
			}
			b := &breaks[first+at]
			b.Series = append(b.Series, s)
		}
		for at := first; at < len(breaks); at++ {
			if len(breaks[at].Series) == len(lines) {
				breaks[at].Series = nil
			}
		}
	}
	return breaks
}

func (c *compiler) breakNote(event *codebook.Event, before period.Period) source.Text {
	return c.perLanguage(func(language string) string {
		l := c.locale(language)
		if event == nil {
			return l.Capitalise(l.BreakBefore(before)) + "."
		}
		if note, ok := event.Note.In(language); ok {
			return note
		}
		return l.Named(l.Capitalise(l.BreakBefore(before)), label(event.Label, language))
	})
}

func breakNumber(i int) string { return strconv.Itoa(i + 1) }
