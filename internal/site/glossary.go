package site

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/period"
)

// glossaryWords are the words, in the order of the page.
func glossaryWords() []GlossaryWord {
	return []GlossaryWord{
		WordOrganisation, WordDataset, WordDelivery, WordIndicator, WordDimension, WordCodeList, WordObservation,
		WordFlow, WordStock, WordCumulative, WordShare, WordRatio, WordRound, WordReport, WordTopic, WordFigure,
		WordDraft, WordRelease, WordEdition, WordCorrection, WordVintage, WordRevision, WordProvisional, WordBreak, WordHidden,
	}
}

// The anchors of the glossary. They are made of ids, and so stay.
const (
	glossaryIndicator = "indicator-"
	glossaryUnit      = "unit-"
	glossaryList      = "list-"
)

// glossary puts the page that explains words, indicators, units and codes.
func (o *outlook) glossary(w *writer) {
	at := glossaryAt(o.lang)
	words := o.Archive.Words
	p := &Glossary{Frame: o.frame(at, SectionGlossary), Words: glossaryWords(), Legend: o.legend()}
	for i := range words.Indicators {
		indicator := &words.Indicators[i]
		t := o.track(indicator)
		p.Indicators = append(p.Indicators, GlossaryIndicator{
			ID: glossaryIndicator + indicator.ID.Value, Name: t.name(), Text: o.text(indicator.Definition), Href: relative(at, indicatorAt(o.lang, indicator.ID.Value)),
			Measure: o.l.MeasureName(string(indicator.Measure.Value)), Unit: t.noun().Other,
		})
	}
	for _, u := range words.Units {
		unit := GlossaryUnit{ID: glossaryUnit + u.ID.Value, Label: o.text(u.Label)}
		if one := o.text(u.One); one != unit.Label {
			unit.One = one
		}
		p.Units = append(p.Units, unit)
	}
	for i := range words.CodeLists {
		p.Lists = append(p.Lists, o.glossaryList(&words.CodeLists[i]))
	}
	w.page(at, p)
}

func (o *outlook) glossaryList(list *codebook.CodeList) GlossaryList {
	g := GlossaryList{ID: glossaryList + list.ID.Value, Name: o.listName(list), Total: list.Total.Value, Levelled: len(list.Levels) > 0}
	bound := func(p period.Period) string {
		if p.IsZero() {
			return ""
		}
		return o.l.Period(p)
	}
	for _, c := range list.Codes {
		code := GlossaryCode{Code: c.Code.Value, Label: o.label(list, c.Code.Value), From: bound(c.From), Until: bound(c.Until)}
		if level, _, ok := list.Level(c.Level.Value); ok {
			code.Level = o.text(level.Name)
		}
		if parent := list.Parent(c.Code.Value); parent != "" && g.Levelled {
			code.Parent = o.label(list, parent)
		}
		var replaced []string
		for _, old := range c.Replaces {
			replaced = append(replaced, old.Value)
		}
		code.Replaces = strings.Join(replaced, ", ")
		g.Limited = g.Limited || code.From != "" || code.Until != ""
		g.Replaced = g.Replaced || code.Replaces != ""
		g.Codes = append(g.Codes, code)
	}
	return g
}

// explain is the address of a word's or a thing's place in the glossary.
func (o *outlook) explain(from, anchor string) string {
	return relative(from, glossaryAt(o.lang)+"#"+anchor)
}
