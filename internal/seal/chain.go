package seal

import (
	"slices"

	"ronde/internal/diag"
)

// Chain puts editions in the order in which they were released, by following
// `previous:` from the first. Two editions that follow the same one, an edition
// that follows none that is here, and a date before that of the release
// followed are findings; the result counts only when ok.
func Chain(all []*Sealed, out *diag.List) (chain []*Sealed, ok bool) {
	before := out.Errors()
	bySeal := map[string]*Sealed{}
	next := map[string]*Sealed{} // seal of a release → the one that follows it; "" → the first
	for _, s := range all {
		bySeal[s.Seal] = s
	}
	for _, s := range all {
		at := manifestSpan(s)
		if other, taken := next[s.Previous]; taken {
			followed := diag.Say("no release: each is the first of its branch")
			if p, known := bySeal[s.Previous]; known {
				followed = diag.Verbatim(p.ID().String())
			}
			first, second := other, s
			if second.Released < first.Released {
				first, second = second, first
			}
			out.Add(diag.ChainFork(manifestSpan(second), second.ID().String(), manifestSpan(first), first.ID().String(), followed))
			continue
		}
		next[s.Previous] = s
		p, known := bySeal[s.Previous]
		switch {
		case s.Previous == "":
		case !known:
			out.Add(diag.ChainBroken(at, s.ID().String(), s.Previous))
		case s.Released < p.Released:
			out.Add(diag.ChainDate(at, s.ID().String(), s.Released.String(), p.ID().String(), p.Released.String()))
		}
	}
	for s := next[""]; s != nil && len(chain) < len(all); s = next[s.Seal] {
		chain = append(chain, s)
	}
	if out.Errors() == before && len(chain) != len(all) {
		// Every previous seal is here and none is followed twice, so those left
		// out follow each other in a circle, which no release can have made.
		for _, s := range all {
			if !slices.Contains(chain, s) {
				out.Add(diag.ChainBroken(manifestSpan(s), s.ID().String(), s.Previous))
			}
		}
	}
	return chain, out.Errors() == before
}

func manifestSpan(s *Sealed) diag.Span { return diag.FileSpan(s.ID().Dir() + "/edition.yaml") }
