package site

import (
	"ronde/internal/commentary"
	"ronde/internal/locale"
)

// prose gives a page of text in the language of the page, or in the first of the
// site that has it; ok is false when none has.
func (o *outlook) prose(page string) (found Prose, ok bool) {
	for _, lang := range o.order() {
		for _, p := range o.Pages {
			if p.Page == page && p.Language == lang {
				return p, true
			}
		}
	}
	return Prose{}, false
}

// markProse says in which language the text of a page is.
func (o *outlook) markProse(f *Frame, p Prose) {
	f.Description = p.Description
	if p.Language != o.lang {
		f.Fallback = &Fallback{Lang: p.Language, Name: o.l.LanguageName(p.Language)}
		f.NoIndex = true
	}
}

// proseBody gives the blocks of a page of text, which places no figures.
func (o *outlook) proseBody(p Prose, ids anchors) []Block {
	l := o.Locales[p.Language]
	return body(commentary.Blocks(p.Body, commentary.Presentation{MinusWord: l.MinusWord()}), ids, nil, func(string) (Block, bool) { return Block{}, false })
}

// about puts the page about the site.
func (o *outlook) about(w *writer) {
	at := aboutAt(o.lang)
	p := &About{Frame: o.frame(at, SectionAbout), Title: o.text(o.Archive.Words.Site.Title)}
	if text, ok := o.prose("about"); ok {
		o.markProse(&p.Frame, text)
		p.Title, p.Intro, p.Body = text.Title, text.Description, o.proseBody(text, anchors{})
	}
	w.page(at, p)
}

// legend explains all marks in the language of the page.
func (o *outlook) legend() []LegendEntry {
	var all []LegendEntry
	for _, m := range locale.Marks() {
		all = append(all, LegendEntry{Mark: m.String(), Text: o.l.LegendText(m)})
	}
	return all
}

// languagesPage is the plain choice of language at the root.
func (s *Site) languagesPage() *Languages {
	first := s.languages()[0]
	o := s.in(first)
	p := &Languages{Frame: o.frame("", "")}
	p.Home, p.Menu, p.More, p.Languages, p.Alternates = relative("", homeAt(first)), nil, nil, nil, nil
	for _, lang := range s.languages() {
		title, _, _ := s.Archive.Words.Site.Title.First(append([]string{lang}, s.languages()...)...)
		p.Choices = append(p.Choices, LanguageChoice{Lang: lang, Name: s.Locales[lang].OwnName(), Title: title, Href: homeAt(lang)})
		p.Alternates = append(p.Alternates, Alternate{lang, o.alternate("", homeAt(lang))})
	}
	p.Alternates = append(p.Alternates, Alternate{"x-default", o.alternate("", "")})
	return p
}

// redirects puts, at the address of each former id, a page that leads to the
// present one.
func (o *outlook) redirects(w *writer, section Section, address func(lang, id string) string, formerly []string, id, title string) {
	for _, old := range formerly {
		at := address(o.lang, old)
		p := &Redirect{Frame: o.frame(at, section), To: relative(at, address(o.lang, id)), Title: title}
		p.NoIndex, p.Canonical = true, o.absolute(address(o.lang, id))
		w.page(at, p)
	}
}
