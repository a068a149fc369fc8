package archive

import (
	"cmp"
	"slices"

	"ronde/internal/edition"
	"ronde/internal/period"
)

// A withdrawal takes back what was released before it: a report in all its editions, or
// figures of it. The archive holds no more of that than its addresses, so that whoever
// makes pages from it cannot show it by mistake. What the releases published of
// observations stays, unless no edition that stands rests on the delivery.

// A WithdrawnFigure is a figure that gave way to a notice.
type WithdrawnFigure struct {
	ID       string
	Kind     edition.FigureKind // "" for one that was taken down
	Formerly []string
	By       *edition.Edition // the withdrawal
}

// Withdrawal is the release that took an edition back; nil for one that counts.
func (a *Archive) Withdrawal(e *edition.Edition) *edition.Edition { return a.withdrawnBy[e] }

// WithdrawnFigures are those of an edition that gave way to a notice, or all that it had
// when the report was withdrawn, by id.
func (a *Archive) WithdrawnFigures(e *edition.Edition) []WithdrawnFigure { return a.figuresOut[e] }

// WithdrawnFigure is the notice that stands in the place of a figure of an edition; ok is
// false for one that was not withdrawn.
func (a *Archive) WithdrawnFigure(e *edition.Edition, id string) (notice WithdrawnFigure, ok bool) {
	i := slices.IndexFunc(a.figuresOut[e], func(f WithdrawnFigure) bool { return f.ID == id })
	if i < 0 {
		return WithdrawnFigure{}, false
	}
	return a.figuresOut[e][i], true
}

func (a *Archive) figureOut(e *edition.Edition, id string) bool {
	_, out := a.WithdrawnFigure(e, id)
	return out
}

// withdraw leaves of the releases what withdrawals left of them. Both are in release
// order.
func (a *Archive) withdraw(releases []*edition.Edition) []*edition.Edition {
	a.withdrawnBy, a.figuresOut = map[*edition.Edition]*edition.Edition{}, map[*edition.Edition][]WithdrawnFigure{}
	if !slices.ContainsFunc(releases, func(e *edition.Edition) bool { return !e.HasContent() }) {
		return releases
	}
	out := make([]*edition.Edition, len(releases))
	for i, e := range releases {
		out[i] = a.left(e, releases[i+1:])
	}
	kept := a.standingDrops(out)
	for _, e := range out {
		if a.withdrawnBy[e] != nil {
			e.Rows = e.Rows.Of(kept)
		}
	}
	return out
}

// left is what later releases left of an edition.
func (a *Archive) left(e *edition.Edition, later []*edition.Edition) *edition.Edition {
	report, figures := TakenBack(e, later)
	if report == nil && len(figures) == 0 {
		return e
	}
	left := *e
	if report != nil {
		left = *e.Emptied()
	}
	left.Figures, left.Texts = nil, map[string]*edition.Text{}
	for _, f := range e.Figures {
		by := cmp.Or(figures[f.ID], report)
		delete(figures, f.ID)
		switch {
		case by == nil:
			left.Figures = append(left.Figures, f)
		case f.Kind != edition.SparklineFigure: // which has no address
			a.figuresOut[&left] = append(a.figuresOut[&left], WithdrawnFigure{f.ID, f.Kind, f.Formerly, by})
		}
	}
	for _, id := range e.FigureIDs() { // those that were taken down could not be read
		if by := cmp.Or(figures[id], report); by != nil && !a.figureOut(&left, id) {
			a.figuresOut[&left] = append(a.figuresOut[&left], WithdrawnFigure{ID: id, By: by})
		}
	}
	if report != nil {
		a.withdrawnBy[&left] = report
		return &left
	}
	for language, text := range e.Texts {
		left.Texts[language] = text.Untitled(func(id string) bool { return a.figureOut(&left, id) })
	}
	return &left
}

// TakenBack gives the first withdrawal of an edition's report among later releases, nil for
// none, and that of each of its figures, by id.
func TakenBack(e *edition.Edition, later []*edition.Edition) (report *edition.Edition, figures map[string]*edition.Edition) {
	figures = map[string]*edition.Edition{}
	if !e.HasContent() {
		return nil, figures
	}
	for _, w := range later {
		if w.HasContent() || w.Round != e.Round {
			continue
		}
		if w.Withdrawn.Report && report == nil {
			report = w
		}
		for _, id := range w.Withdrawn.Figures {
			figures[id] = cmp.Or(figures[id], w)
		}
	}
	return report, figures
}

// standingDrops are the names of the drops on which editions rest that stand: the newest
// of each report that is not withdrawn.
func (a *Archive) standingDrops(releases []*edition.Edition) map[string]bool {
	newest := map[period.Period]*edition.Edition{}
	for _, e := range releases {
		if e.HasContent() && a.withdrawnBy[e] == nil {
			newest[e.Round] = e
		}
	}
	drops := map[string]bool{}
	for _, e := range newest {
		for _, d := range e.Drops {
			drops[d.ID] = true
		}
	}
	return drops
}
