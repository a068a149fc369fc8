package site

import (
	"ronde/internal/chart"
	"ronde/internal/commentary"
	"ronde/internal/compare"
	"ronde/internal/edition"
	"ronde/internal/locale"
)

// A telling is an edition in the language of its text, as far as pages have asked
// for it: its figures ready to be shown, and what its text holds. An edition stands
// on several pages, and a figure on four of them and in six files.
type telling struct {
	e        *edition.Edition
	sl       *locale.Locale // of the text
	sections []commentary.Section
	placed   []*edition.Figure // that the text places, in order
	plates   map[*edition.Figure]*illustration
	compared *compare.Comparison // with the edition that it replaces, once asked for
	amending map[*edition.Edition]bool
}

// An illustration is a figure of an edition: its plate, and its drawing where it has a
// picture. Neither is changed by who shows it.
type illustration struct {
	plate
	drawing *chart.Drawing
}

func illustrate(p plate) *illustration {
	i := &illustration{plate: p}
	if c := i.chart(); c != nil {
		i.drawing = c.Draw()
	}
	return i
}

// tell gives the telling of an edition. Only the last is kept: what is made together
// asks for one edition at a time, and lists ask for all of them.
func (o *outlook) tell(e *edition.Edition) *telling {
	if o.told == nil || o.told.e != e {
		o.told = newTelling(e, o.Locales[e.Language(o.lang)])
	}
	return o.told
}

func newTelling(e *edition.Edition, l *locale.Locale) *telling {
	t := &telling{e: e, sl: l, plates: map[*edition.Figure]*illustration{}, amending: map[*edition.Edition]bool{}}
	body := e.Texts[l.Language()].Body
	t.sections = commentary.Sections(body)
	for _, b := range commentary.Outline(body) {
		if f, ok := e.Figure(b.Figure); ok {
			t.placed = append(t.placed, f)
		}
	}
	return t
}

func (t *telling) illustration(f *edition.Figure) *illustration {
	i, ok := t.plates[f]
	if !ok {
		i = illustrate(sealedPlate(t.e, f, t.sl))
		t.plates[f] = i
	}
	return i
}

// since tells what the edition says otherwise than the one that it replaces.
func (t *telling) since(replaced *edition.Edition) *compare.Comparison {
	if t.compared == nil {
		t.compared = compare.Of(replaced, t.e)
	}
	return t.compared
}

// keyFigure is the row of key figures that stands at the top: the first that the
// text places.
func (t *telling) keyFigure() *edition.Figure {
	for _, f := range t.placed {
		if f.Kind == edition.KeyFigures {
			return f
		}
	}
	return nil
}
