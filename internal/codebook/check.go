package codebook

import (
	"regexp"
	"unicode/utf8"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A checker compares the files of a codebook with each other. Every check runs
// whatever the others found: an entry that refers to nothing is left out of
// the checks that need what it refers to.
type checker struct {
	*Codebook
	out       *diag.List
	languages []string
}

func (c *checker) all() {
	c.site()
	unique(c, "organisation", c.Organisations, organisationNames)
	unique(c, "unit", c.Units, unitNames)
	unique(c, "indicator", c.Indicators, indicatorNames)
	unique(c, "code list", c.CodeLists, codeListNames)
	unique(c, "dataset", c.Contracts, contractNames)
	unique(c, "event", c.Events, eventNames)
	unique(c, "topic", c.Topics, topicNames)
	for i := range c.Organisations {
		c.organisation(&c.Organisations[i])
	}
	for i := range c.Units {
		u := &c.Units[i]
		c.label("unit", u.ID, "label", u.Label)
		c.label("unit", u.ID, "one", u.One)
	}
	for i := range c.CodeLists {
		c.codeList(&c.CodeLists[i])
	}
	for i := range c.Indicators {
		c.indicator(&c.Indicators[i])
	}
	c.derivationCycles()
	for i := range c.Contracts {
		before := c.out.Errors()
		c.contract(&c.Contracts[i])
		if c.out.Errors() > before {
			c.aside[c.Contracts[i].ID.Span.File] = true
		}
	}
	for i := range c.Events {
		c.event(&c.Events[i])
	}
	for i := range c.Topics {
		c.topic(&c.Topics[i])
	}
}

// unique checks that ids and former ids of one kind of thing are one-to-one.
func unique[T any](c *checker, kind string, entries []T, names func(*T) (source.At[string], []source.At[string])) {
	seen := make(map[string]diag.Span, len(entries))
	for i := range entries {
		id, _ := names(&entries[i])
		if first, taken := seen[id.Value]; taken && id.Value != "" {
			c.out.Add(diag.DuplicateID(id.Span, kind, id.Value, first))
			continue
		}
		seen[id.Value] = id.Span
	}
	for i := range entries {
		_, formerly := names(&entries[i])
		for _, old := range formerly {
			if first, taken := seen[old.Value]; taken {
				c.out.Add(diag.DuplicateFormerly(old.Span, kind, old.Value, first))
				continue
			}
			seen[old.Value] = old.Span
		}
	}
}

// label checks that a text which readers see is there in every language of the
// site. A text that is not there at all is the business of the decoder, which
// knows whether it is required.
func (c *checker) label(kind string, id source.At[string], key string, text source.Text) {
	if text.IsZero() {
		return
	}
	if lacking := text.Lacking(c.languages); len(lacking) > 0 {
		c.out.Add(diag.MissingLabel(text.Span, kind, id.Value, key, lacking))
	}
}

// order checks that something does not end before it begins.
func (c *checker) order(at diag.Span, what diag.Phrase, from, until period.Period) {
	if !from.IsZero() && !until.IsZero() && until.End() < from.Start() {
		c.out.Add(diag.UntilBeforeFrom(at, what, from.String(), until.String()))
	}
}

// timeZone is the form of a name in the time zone database. Whether the name
// is in it is not asked: the answer would depend on the machine.
var timeZone = regexp.MustCompile(`^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_+-]*[A-Za-z0-9]*)+)$`)

func (c *checker) site() {
	s := &c.Site
	c.label("the site", source.At[string]{}, "title", s.Title)
	seen := map[string]diag.Span{}
	for _, l := range s.Languages {
		if first, taken := seen[l.Value]; taken {
			c.out.Add(diag.DuplicateID(l.Span, "language", l.Value, first))
		}
		seen[l.Value] = l.Span
	}
	if s.TimeZone != "" && !timeZone.MatchString(s.TimeZone) {
		c.out.Add(diag.Setting(c.siteSpan(), "time_zone", diag.Quote(s.TimeZone), diag.Say("write the name of a place, such as Europe/Brussels")))
	}
	for _, a := range s.Accept {
		c.acceptance(a)
	}
	if s.Accessibility != nil {
		c.accessibility(s.Accessibility)
	}
}

// siteSpan is a place in ronde.yaml for settings that keep none of their own.
func (c *checker) siteSpan() diag.Span { return diag.FileSpan(c.Site.Title.Span.File) }

func (c *checker) acceptance(a source.At[Acceptance]) {
	if u := a.Value.Until; !u.IsZero() && u.Kind() != period.Month {
		c.out.Add(diag.Setting(a.Span, "until", u.String(), diag.Say("an acceptance holds until a round: write a month, such as 2022-12")))
	}
}

func (c *checker) organisation(o *Organisation) {
	c.label("organisation", o.ID, "name", o.Name)
	for _, bound := range []struct {
		key string
		p   period.Period
	}{{"from", o.From}, {"until", o.Until}} {
		if !bound.p.IsZero() && bound.p.Kind() != period.Month {
			c.out.Add(diag.Setting(o.ID.Span, bound.key, bound.p.String(), diag.Say("organisation %s takes part by rounds: write a month, such as 2022-07", o.ID.Value)))
		}
	}
	c.order(o.ID.Span, diag.Say("organisation %s", diag.Quote(o.ID.Value)), o.From, o.Until)
}

func (c *checker) event(e *Event) {
	c.label("event", e.ID, "label", e.Label)
	if e.Kind.Value == "policy" {
		c.eventLabel(e)
	}
	var concerned []*Indicator
	for _, id := range e.Indicators {
		if i, ok := c.indicatorNamed(id); ok {
			concerned = append(concerned, i)
		}
	}
	for _, w := range e.Where.Entries {
		for _, i := range concerned {
			if i.Position(w.Key.Value) < 0 {
				c.out.Add(diag.UnknownID(w.Key.Span, "dimension", w.Key.Value, i.DimensionIDs()))
			} else if list, ok := c.DimensionList(i, w.Key.Value); ok {
				c.code(list, w.Value)
			}
		}
		if len(e.Indicators) == 0 {
			c.codeAnywhere(w.Key, w.Value)
		}
	}
}

// maxEventLabel is the number of characters that a picture has room for beside an
// event.
const maxEventLabel = 36

// eventLabel checks that the label of a date that pictures mark fits into one.
func (c *checker) eventLabel(e *Event) {
	for _, language := range e.Label.Languages() {
		words, _ := e.Label.In(language)
		if utf8.RuneCountInString(words) > maxEventLabel {
			c.out.Add(diag.EventLabel(e.Label.SpanIn(language), e.ID.Value, words, maxEventLabel))
		}
	}
}

// codeAnywhere checks a dimension and code of an event that names no
// indicator: some indicator must have them.
func (c *checker) codeAnywhere(dimension, code source.At[string]) {
	var dimensions, codes []string
	var declared diag.Span
	known := c.SetAside(indicatorsFile)
	for i := range c.Indicators {
		dimensions = append(dimensions, c.Indicators[i].DimensionIDs()...)
		known = known || c.Indicators[i].Position(dimension.Value) >= 0
		list, ok := c.DimensionList(&c.Indicators[i], dimension.Value)
		if !ok {
			continue
		}
		if _, ok := list.Code(code.Value); ok || c.SetAside(list.ID.Span.File) {
			return
		}
		codes, declared = append(codes, list.CodeNames()...), list.ID.Span
	}
	if len(codes) == 0 && known {
		return // Its code list is not there, which is reported where it is named.
	}
	if len(codes) == 0 {
		c.out.Add(diag.UnknownID(dimension.Span, "dimension", dimension.Value, dimensions))
		return
	}
	c.out.Add(diag.UnknownCode(code.Span, code.Value, dimension.Value, codes, declared))
}

// code checks that a code is in a list.
func (c *checker) code(list *CodeList, code source.At[string]) (*Code, bool) {
	if code.Value == "" {
		return nil, false
	}
	found, ok := list.Code(code.Value)
	if !ok && !c.SetAside(list.ID.Span.File) {
		c.out.Add(diag.UnknownCode(code.Span, code.Value, list.ID.Value, list.CodeNames(), list.ID.Span))
	}
	return found, ok
}

// indicatorNamed checks that an id is that of an indicator.
func (c *checker) indicatorNamed(id source.At[string]) (*Indicator, bool) {
	if id.Value == "" {
		return nil, false
	}
	i, ok := c.Codebook.Indicator(id.Value)
	if !ok && !c.SetAside(indicatorsFile) {
		c.out.Add(diag.UnknownID(id.Span, "indicator", id.Value, c.IndicatorIDs()))
	}
	return i, ok
}
