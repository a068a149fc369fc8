package build

import (
	"io/fs"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/seal"
	"ronde/internal/trace"
)

// Trace follows the value of a key through deliveries and releases. Findings that have
// nothing to do with it do not stop it; the trace is nil after an error, or when codebook
// or editions cannot be read, which the findings then say.
func Trace(fsys fs.FS, key observation.Key, o Options) (*trace.Trace, Result) {
	w := read(fsys)
	if !w.complete {
		return nil, w.result()
	}
	if err := w.checkKey(key); err != nil {
		return nil, w.usage(err)
	}
	if err := w.foldEditions(o); err != nil {
		return nil, w.usage(err)
	}
	var drops []*drop.Drop
	for _, id := range w.drops {
		if d := w.drop(id); d != nil {
			drops = append(drops, d)
		}
	}
	t := trace.Of(key, trace.Sources{
		Book: w.book, Table: w.archive.Table, Drops: drops, Editions: w.editions, Withdrawn: w.withdrawnFrom,
		TakenBy: func(id drop.ID) seal.ReleaseID {
			if s := w.firstRelease(id); s != nil {
				return s.ID()
			}
			return seal.ReleaseID{}
		},
	})
	if t.Empty() {
		return nil, w.usage(diag.Refuse("nothing was delivered or published of %s", t.Key))
	}
	return t, Result{}
}

// withdrawnFrom names the release that withdrew an edition's report, and those that withdrew
// figures of it.
func (w *workspace) withdrawnFrom(e *edition.Edition) (report string, figures map[string]string) {
	figures = map[string]string{}
	for _, left := range w.archive.Editions {
		if left.ID() != e.ID() {
			continue
		}
		if by := w.archive.Withdrawal(left); by != nil {
			report = by.ID().String()
		}
		for _, f := range w.archive.WithdrawnFigures(left) {
			figures[f.ID] = f.By.ID().String()
		}
	}
	return report, figures
}

// checkKey refuses names that the codebook does not know.
func (w *workspace) checkKey(key observation.Key) error {
	indicator, ok := w.book.Indicator(key.Indicator)
	if !ok {
		return diag.Refuse("there is no indicator %s%s", key.Indicator, meant(key.Indicator, w.book.IndicatorIDs()))
	}
	codes, lists := key.Codes.Split(), w.book.Lists(indicator)
	if len(codes) > len(lists) {
		return diag.Refuse("%s has the dimensions %s: give at most one code for each, joined by points", indicator.ID.Value, strings.Join(indicator.DimensionIDs(), ", "))
	}
	for n, code := range codes {
		if _, ok := lists[n].Code(code); !ok {
			return diag.Refuse("%s is no code of %s%s", code, lists[n].ID.Value, meant(code, codesOf(lists[n])))
		}
	}
	return nil
}

func codesOf(list *codebook.CodeList) []string {
	var all []string
	for i := range list.Codes {
		all = append(all, list.Codes[i].Code.Value)
	}
	slices.Sort(all)
	return all
}

// meant names what was meant; it says nothing when nothing is near.
func meant(name string, known []string) diag.Phrase {
	if nearest, ok := diag.Nearest(name, known); ok {
		return diag.Say(": did you mean %s?", nearest)
	}
	return diag.Phrase{}
}
