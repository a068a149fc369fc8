package compare

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/edition"
	"ronde/internal/observation"
)

// A Figure is one that two editions show otherwise.
type Figure struct {
	Old, New *edition.Figure // nil where an edition has none
	Values   int             // of its points that say something else, or that one of the two lacks
	Redrawn  bool            // another kind of figure, or another layout
}

// ID is the id of the figure in the newer edition that has it.
func (f Figure) ID() string {
	if f.New != nil {
		return f.New.ID
	}
	return f.Old.ID
}

// Kind says whether the figure changed, appeared or disappeared.
func (f Figure) Kind() Kind {
	switch {
	case f.Old == nil:
		return Appeared
	case f.New == nil:
		return Disappeared
	}
	return Changed
}

func (c *Comparison) figures(names *codebook.Canonical) {
	for _, f := range c.New.Figures {
		was := earlier(f, c.Old)
		if was == nil {
			c.Figures = append(c.Figures, Figure{New: f})
			continue
		}
		d := Figure{Old: was, New: f, Redrawn: was.Kind != f.Kind || was.Across != f.Across || was.ScaleBreak != f.ScaleBreak}
		d.Values = differing(shown(was, c.Old, names), shown(f, c.New, names))
		if d.Redrawn || d.Values > 0 {
			c.Figures = append(c.Figures, d)
		}
	}
	for _, was := range c.Old.Figures {
		if !slices.ContainsFunc(c.New.Figures, func(f *edition.Figure) bool { return earlier(f, c.Old) == was }) {
			c.Figures = append(c.Figures, Figure{Old: was})
		}
	}
}

// earlier is the same figure in an older edition, perhaps under a former id; nil where
// it has none.
func earlier(f *edition.Figure, old *edition.Edition) *edition.Figure {
	for _, id := range append([]string{f.ID}, f.Formerly...) {
		if was, ok := old.Figure(id); ok {
			return was
		}
	}
	return nil
}

func shown(f *edition.Figure, e *edition.Edition, names *codebook.Canonical) map[observation.Key]Saying {
	all := map[observation.Key]Saying{}
	for key, p := range pointsOf(f, e.Codebook) {
		all[names.Key(key)] = sayingOf(p)
	}
	return all
}

func differing(before, after map[observation.Key]Saying) int {
	n := 0
	for _, key := range keys(before, after) {
		if differ(before[key], after[key]) {
			n++
		}
	}
	return n
}
