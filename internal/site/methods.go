package site

import (
	"html/template"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/locale"
)

// methods puts the page about how figures are made, and that of each dataset.
func (o *outlook) methods(w *writer) {
	at := methodsAt(o.lang)
	p := &Methods{Frame: o.frame(at, SectionMethods), Title: o.text(o.Archive.Words.Site.Title), Legend: o.legend()}
	if text, ok := o.prose("methods"); ok {
		o.markProse(&p.Frame, text)
		p.Title, p.Intro, p.Body = text.Title, text.Description, o.proseBody(text, anchors{})
	}
	contracts := o.Archive.Words.Contracts
	for i := range contracts {
		c := &contracts[i]
		p.Datasets = append(p.Datasets, Link{Text: o.datasetName(c), Href: relative(at, methodAt(o.lang, c.ID.Value))})
	}
	w.page(at, p)
	for i := range contracts {
		c := &contracts[i]
		w.page(methodAt(o.lang, c.ID.Value), o.method(c))
		o.redirects(w, SectionMethods, methodAt, former(c.Formerly), c.ID.Value, o.text(c.Name))
	}
}

// method is how the figures of one dataset come about: its description and what
// its contract says of rhythm, rounding and the protection of persons.
func (o *outlook) method(c *codebook.Contract) *Methods {
	at := methodAt(o.lang, c.ID.Value)
	p := &Methods{Frame: o.frame(at, SectionMethods), Title: o.text(c.Name), Intro: o.text(c.Description), Legend: o.legend()}
	p.Keywords = names(c.ID, c.Formerly)
	ids := anchors{}
	section := func(term locale.Term, paragraphs ...string) {
		var html strings.Builder
		for _, text := range paragraphs {
			if text != "" {
				html.WriteString("<p>" + template.HTMLEscapeString(text) + "</p>")
			}
		}
		if html.Len() > 0 {
			name := o.l.Term(term)
			p.Body = append(p.Body, Block{Heading: &Heading{ID: ids.take(slug(name)), Text: name}}, Block{Prose: template.HTML(html.String())})
		}
	}
	section(locale.SupplierTerm, o.supplierName(c.Organisation.Value))
	rhythm := o.l.Capitalise(o.l.Rhythm(c.Rhythm.Value)) + "."
	if c.Due > 0 {
		rhythm += " " + o.l.DueWithin(c.Due)
	}
	section(locale.FrequencyTerm, rhythm)
	section(locale.DeliveriesTerm, o.l.Delivers(c.Delivers.Value))
	if c.Rounding != 0 {
		section(locale.RoundingTerm, o.l.RoundedTo(c.Rounding))
	}
	if d := c.Disclosure; d != nil && d.Threshold.Value > 1 {
		section(locale.ProtectionTerm, o.l.Threshold(d.Threshold.Value))
	}
	if indicators := o.Archive.Words.ContractIndicators(c); len(indicators) > 0 {
		name := o.l.Term(locale.IndicatorsTerm)
		p.Body = append(p.Body, Block{Heading: &Heading{ID: ids.take(slug(name)), Text: name}}, Block{Prose: o.definitions(at, indicators)})
	}
	return p
}

// supplierName is the full name of an organisation, with the short one that it
// does not hold.
func (o *outlook) supplierName(id string) string {
	org, ok := o.Archive.Words.Organisation(id)
	if !ok {
		return id
	}
	name, short := o.text(org.Name), o.text(org.Short)
	if short == "" || strings.Contains(name, short) {
		return name
	}
	return name + " (" + short + ")"
}

func (o *outlook) definitions(at string, indicators []*codebook.Indicator) template.HTML {
	var b strings.Builder
	for _, i := range indicators {
		b.WriteString(`<h3><a href="` + template.HTMLEscapeString(relative(at, indicatorAt(o.lang, i.ID.Value))) + `">` +
			template.HTMLEscapeString(o.text(i.Name)) + "</a></h3><p>" + template.HTMLEscapeString(o.text(i.Definition)) + "</p>")
	}
	return template.HTML(b.String())
}
