package build

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/compare"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// An EditionName is how a person names an edition: a round and a number, or a round alone
// for its newest edition.
type EditionName struct {
	Round  period.Period
	Number int // 0 for the newest
}

// ParseEditionName reads 2022-07@1 and 2022-07.
func ParseEditionName(text string) (EditionName, error) {
	if id, err := seal.ParseReleaseID(text); err == nil {
		return EditionName{id.Round, id.Number}, nil
	}
	if round, err := period.Parse(text); err == nil && round.Kind() == period.Month {
		return EditionName{Round: round}, nil
	}
	return EditionName{}, diag.Refuse("%q is neither an edition such as 2022-07@1 nor a round such as 2022-07", text)
}

// Diff tells what differs between two sealed editions. Nothing else of the site is read:
// drops and texts may be unfinished. The comparison is nil when there are findings, of
// broken seals for example, or an error.
func Diff(fsys fs.FS, old, new EditionName) (*compare.Comparison, Result) {
	w := newWorkspace(fsys)
	if !w.readEditions() {
		return nil, w.result()
	}
	before, err := w.comparable(old)
	if err != nil {
		return nil, w.usage(err)
	}
	after, err := w.comparable(new)
	if err != nil {
		return nil, w.usage(err)
	}
	if w.insistOnCalm(); w.out.Errors() > 0 {
		return nil, w.result()
	}
	return compare.Of(before, after), w.result()
}

// comparable finds a sealed edition that has a report: a withdrawal says nothing of its own,
// and what was taken down says nothing any more.
func (w *workspace) comparable(n EditionName) (*edition.Edition, error) {
	e, err := w.named(n)
	switch {
	case err != nil:
		return nil, err
	case !e.HasContent():
		return nil, diag.Refuse("%s is a withdrawal, which has no report to compare: name an edition before it or after it", e.ID())
	case len(e.Texts) == 0:
		return nil, diag.Refuse("%s was taken down: nothing of it is left to compare", e.ID())
	}
	return e, nil
}

// named finds a sealed edition.
func (w *workspace) named(n EditionName) (*edition.Edition, error) {
	var numbers []int
	for _, e := range w.editions {
		if e.Round == n.Round {
			numbers = append(numbers, e.Number)
		}
	}
	slices.Sort(numbers)
	switch {
	case len(numbers) == 0:
		return nil, diag.Refuse("%s is not released: its report has no edition yet", n.Round)
	case n.Number == 0:
		return edition.ReleaseOf(w.editions, n.Round), nil
	}
	for _, e := range w.editions {
		if e.Round == n.Round && e.Number == n.Number {
			return e, nil
		}
	}
	var words []string
	for _, number := range numbers {
		words = append(words, seal.ReleaseID{Round: n.Round, Number: number}.String())
	}
	return nil, diag.Refuse("there is no edition %s@%s: there is %s", n.Round, strconv.Itoa(n.Number), strings.Join(words, ", "))
}
