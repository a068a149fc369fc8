package scaffold

import (
	"slices"

	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/source"
)

// figures are those of the last report's own, what they show and not what was said of it:
// titles and texts that are left out are made from labels and data.
func (s *skeleton) figures() []edition.FigureSpec {
	if s.Last == nil {
		return nil
	}
	own := slices.Clone(s.Last.Figures)
	for _, language := range s.Book.Site.LanguageTags() {
		if text, ok := s.Last.Texts[language]; ok {
			own = append(own, text.Inline...)
		}
	}
	recurring := map[string]bool{}
	for _, spec := range s.recurring() {
		recurring[spec.ID.Value] = true
	}
	var kept []edition.FigureSpec
	for _, spec := range own {
		if recurring[spec.ID.Value] || slices.ContainsFunc(kept, func(k edition.FigureSpec) bool { return k.ID.Value == spec.ID.Value }) {
			continue
		}
		kept = append(kept, edition.FigureSpec{
			ID: spec.ID, Kind: spec.Kind, Series: spec.Series, Periods: s.periods(spec.Periods),
			Across: spec.Across, Zero: spec.Zero, Dated: spec.Dated, Events: spec.Events,
		})
	}
	return kept
}

// recurring are the figures of content/reports/figures.yaml that the round has.
func (s *skeleton) recurring() []edition.FigureSpec {
	var valid []edition.FigureSpec
	for _, spec := range s.Recurring {
		if spec.In(s.Round) {
			valid = append(valid, spec)
		}
	}
	return valid
}

// periods moves a month that a figure of the last report ends with along with the round. A
// figure of that month alone shows the latest one.
func (s *skeleton) periods(p *edition.PeriodsSpec) *edition.PeriodsSpec {
	if p == nil {
		return nil
	}
	moved := *p
	moved.Until = s.moved(p.Until)
	if at := s.moved(p.At); at.Value != p.At.Value || at.Value == "round" {
		moved.At.Value = "latest" // of the month itself nothing may be known yet
	}
	return &moved
}

func (s *skeleton) moved(written source.At[string]) source.At[string] {
	if p, err := period.Parse(written.Value); err == nil {
		if later, ok := s.along(p); ok {
			written.Value = later.String()
		}
	}
	return written
}

// along is the month that is to this round what p was to the last one: figures of a supplier
// who publishes two months later are named so in each report. ok is false for what is no month
// shortly before the last round, such as the beginning of a series or the day of a count.
func (s *skeleton) along(p period.Period) (later period.Period, ok bool) {
	const months = 2
	if before := monthsBetween(p, s.Last.Round); p.Kind() != period.Month || before < 0 || before > months {
		return p, false
	}
	return p.Next(s.monthsOn()), true
}
