package build

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cores"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// A past is what was released on a site. It changes only when somebody releases, so that
// who builds again and again keeps it.
type past struct {
	read     bool
	sealed   []*seal.Sealed     // all editions that are whole
	chain    []*seal.Sealed     // the same in release order; empty when they make no chain
	editions []*edition.Edition // of chain
	takenBy  map[drop.ID]int    // the place in chain of the release that took each first
	whole    bool               // all that lies there could be read, and is a chain
	found    diag.List
}

// readPast opens every sealed edition and puts them in release order. One that a redo will
// replace counts as not there.
func readPast(t *source.Tree, without seal.ReleaseID) *past {
	p := &past{read: true, takenBy: map[drop.ID]int{}}
	// Without an edition that was moved aside its report would vanish from the
	// site, and so would its numbers from every page.
	aside := editionsAside(t)
	for _, name := range aside {
		p.found.Add(diag.EditionAside(name, asideOf(name)))
	}
	all := seal.Find(t)
	down := seal.ReadTombstones(t, all) // also by the edition that a redo makes again: what it took down is gone
	ids := slices.DeleteFunc(all, func(id seal.ReleaseID) bool { return id == without })
	for _, s := range inOrder(&p.found, ids, func(id seal.ReleaseID, out *diag.List) *seal.Sealed {
		s, ok := seal.Open(t, id, down, out)
		if !ok {
			return nil
		}
		return s
	}) {
		if s != nil {
			p.sealed = append(p.sealed, s)
		}
	}
	if len(p.sealed) < len(ids) || len(aside) > 0 {
		// The chain of what is left would only repeat what is already said.
		return p
	}
	chain, ok := seal.Chain(p.sealed, &p.found)
	if !ok {
		return p
	}
	p.chain = chain
	p.noteTaken()
	before := p.found.Errors()
	books := p.sealedCodebooks()
	p.editions = inOrder(&p.found, chain, func(s *seal.Sealed, out *diag.List) *edition.Edition {
		e, _ := edition.Open(s, books[edition.SharedInputs(s)], out)
		return e
	})
	p.whole = p.found.Errors() == before
	return p
}

// sealedCodebooks gives the codebooks of the chain by what they hold. Most releases
// seal the one of the release before: it is read once, and kept once.
func (p *past) sealedCodebooks() map[string]*codebook.Codebook {
	var first []*seal.Sealed // that sealed each
	place := map[string]int{}
	for _, s := range p.chain {
		if !s.HasContent() {
			continue
		}
		name := edition.SharedInputs(s)
		if _, known := place[name]; !known {
			place[name] = len(first)
			first = append(first, s)
		}
	}
	read := inOrder(&p.found, first, edition.OpenCodebook)
	books := map[string]*codebook.Codebook{}
	for name, i := range place {
		books[name] = read[i]
	}
	return books
}

// inOrder does the same with many things on all processors. Results and findings come
// in the order of the things.
func inOrder[T, R any](out *diag.List, things []T, do func(T, *diag.List) R) []R {
	results, found := make([]R, len(things)), make([]diag.List, len(things))
	_ = cores.Each(len(things), func(i int) error { // which never fails
		results[i] = do(things[i], &found[i])
		return nil
	})
	for i := range found {
		out.Append(&found[i])
	}
	return results
}

// noteTaken notes which release took each drop first.
func (p *past) noteTaken() {
	p.takenBy = map[drop.ID]int{}
	for i, s := range p.chain {
		for _, d := range s.Drops {
			if _, before := p.takenBy[d.DropID()]; !before {
				p.takenBy[d.DropID()] = i
			}
		}
	}
}
