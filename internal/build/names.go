package build

import (
	"slices"

	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// lockNames insists that every name that released figures use is still declared
// today, under itself or under `formerly:`. Without it the fold of the sealed
// editions would lose figures that were published.
func (w *workspace) lockNames() {
	if !w.complete {
		return
	}
	n := names{workspace: w, seen: map[lostName]bool{}}
	for i, s := range w.chain {
		n.languages(s)
		n.topics(w.editions[i])
		for _, d := range s.Drops {
			n.supplier(s, d)
		}
		dimensions := map[string][]string{} // of each indicator, as sealed
		for row := range s.Rows().All() {
			ids, known := dimensions[row.Indicator]
			if !known {
				if indicator, ok := w.editions[i].Codebook.Indicator(row.Indicator); ok {
					ids = indicator.DimensionIDs()
				}
				dimensions[row.Indicator] = ids
			}
			n.row(s, row, ids)
		}
	}
}

// names looks names up once each, and says which are gone.
type names struct {
	*workspace
	seen map[lostName]bool
}

// a lostName is a name of one kind; within says whose: the code list of a code.
type lostName struct{ kind, within, name string }

// fresh reports whether a name is met for the first time.
func (n names) fresh(name lostName) bool {
	known := n.seen[name]
	n.seen[name] = true
	return !known
}

// languages looks up the languages of an edition: with one of them gone, every
// address below it would vanish.
func (n names) languages(s *seal.Sealed) {
	for _, language := range s.Languages {
		if n.fresh(lostName{"language", "", language}) && !slices.Contains(n.book.Site.LanguageTags(), language) {
			n.out.Add(diag.LanguageLost(n.book.Site.Languages[0].Span, language, s.ID().String()))
		}
	}
}

// topics looks up the topics that the sections of an edition are about.
func (n names) topics(e *edition.Edition) {
	for _, language := range e.Languages {
		text := e.Texts[language]
		if text == nil {
			continue // a withdrawal, or a report that was taken down
		}
		for _, block := range commentary.Outline(text.Body) {
			if block.Topic == "" || !n.fresh(lostName{"topic", "", block.Topic}) {
				continue
			}
			if _, ok := n.book.Topic(block.Topic); !ok {
				n.out.Add(diag.TopicLost(block.Topic, e.ID().String(), diag.FileSpan(e.ID().Dir()+"/text."+language+".md")))
			}
		}
	}
}

// supplier looks up the organisation and the dataset of a drop.
func (n names) supplier(s *seal.Sealed, d seal.DropRef) {
	id, used := d.DropID(), diag.FileSpan(s.ID().Dir()+"/edition.yaml")
	if n.fresh(lostName{"organisation", "", id.Organisation}) {
		if _, ok := n.book.Organisation(id.Organisation); !ok {
			n.lost("data/organisations.yaml", "organisation", id.Organisation, s, used)
		}
	}
	if n.fresh(lostName{"dataset", "", id.Dataset}) {
		if _, ok := n.book.Contract(id.Dataset); !ok {
			n.lost("data/datasets/"+id.Dataset+".yaml", "dataset", id.Dataset, s, used)
		}
	}
}

// row looks up the indicator and the codes of a sealed row. A dimension that an
// indicator got later stands behind those that it had.
func (n names) row(s *seal.Sealed, row seal.Row, dimensions []string) {
	used := diag.FileSpan(s.ID().Dir() + "/data/" + row.Dataset + ".csv")
	indicator, ok := n.book.Indicator(row.Indicator)
	if !ok {
		if n.fresh(lostName{"indicator", "", row.Indicator}) {
			n.lost("data/indicators.yaml", "indicator", row.Indicator, s, used)
		}
		return
	}
	codes := row.Codes.Split()
	for i, dimension := range dimensions {
		if i >= len(codes) || !n.fresh(lostName{"code", row.Indicator + " " + dimension, codes[i]}) {
			continue
		}
		list, ok := n.book.DimensionList(indicator, dimension)
		if !ok {
			if n.fresh(lostName{"dimension", row.Indicator, dimension}) {
				n.lost(indicator.ID.Span.File, "dimension", dimension, s, used)
			}
			continue
		}
		if _, ok := list.Code(codes[i]); !ok && n.fresh(lostName{"code", "the list " + list.ID.Value, codes[i]}) {
			n.out.Add(diag.ReferenceLost(list.ID.Span, "code", codes[i], s.ID().String(), used))
		}
	}
}

func (n names) lost(file, kind, name string, s *seal.Sealed, used diag.Span) {
	n.out.Add(diag.ReferenceLost(diag.FileSpan(file), kind, name, s.ID().String(), used))
}
