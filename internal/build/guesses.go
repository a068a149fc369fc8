package build

import (
	"path"

	"ronde/internal/period"
	"ronde/internal/source"
)

// sharedYAML are the YAML files that reports of every round are made from, and those that none
// is; rounds and deliveries have their own.
var sharedYAML = []string{
	"data/*.yaml", "data/codelists/*.yaml", "data/datasets/*.yaml",
	"content/*.yaml", "content/reports/*.yaml", "content/meetings/*.yaml",
}

// guesses reports what nobody has confirmed yet. A release of a round is not held up by what
// is unfinished in later ones.
func (w *workspace) guesses(until *period.Period) {
	later := func(round period.Period) bool { return until != nil && period.Compare(round, *until) > 0 }
	var names []string
	for _, pattern := range sharedYAML {
		names = append(names, w.tree.Glob(pattern)...)
	}
	for _, name := range w.tree.Glob("content/reports/*/*.yaml") {
		if round, err := period.Parse(path.Base(path.Dir(name))); err == nil && !later(round) {
			names = append(names, name)
		}
	}
	for _, id := range w.drops {
		if w.firstRelease(id) == nil && !later(id.Round) {
			names = append(names, id.DescriptionPath())
		}
	}
	for _, name := range names {
		if f, missing := w.tree.Read(name); missing == nil {
			source.Guesses(f, w.out)
		}
	}
}
