package edition

import (
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// breaks lists the breaks between the periods of the axis, each once, with the
// period that begins the new series.
func (c *compiler) breaks(periods []period.Period, lines []line) []Break {
	var breaks []Break
	for i := 1; i < len(periods); i++ {
		for _, l := range lines {
			event, broken := c.table.Break(l.series(), periods[i-1], periods[i])
			if !broken || (len(breaks) > 0 && breaks[len(breaks)-1].Before == periods[i]) {
				continue
			}
			breaks = append(breaks, Break{Before: periods[i], Note: c.breakNote(event, periods[i])})
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
