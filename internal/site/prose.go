package site

import "ronde/internal/commentary"

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
