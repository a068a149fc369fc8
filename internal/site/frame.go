package site

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/source"
)

// frame makes what every page has around its content. address is that of the
// page.
func (o *outlook) frame(address string, section Section) Frame {
	f := Frame{
		Lang: o.lang, Root: relative(address, ""), SiteTitle: o.text(o.Archive.Words.Site.Title),
		Home: relative(address, homeAt(o.lang)), Search: relative(address, searchAt(o.lang)), Glossary: relative(address, glossaryAt(o.lang)), Address: address,
		Canonical: o.absolute(address), Locale: networkLocale(o.l),
		Draft: o.Drafts, NoIndex: o.Drafts,
		Notice: o.notice(),
		Footer: o.footer(),
	}
	if o.hasFeed() {
		f.Feed, f.CorrectionsFeed = relative(address, feedAt(o.lang)), relative(address, correctionsFeedAt(o.lang))
	}
	for _, lang := range o.languages() {
		if lang != o.lang {
			f.OtherLocales = append(f.OtherLocales, networkLocale(o.Locales[lang]))
		}
		to := inLanguage(address, lang)
		f.Languages = append(f.Languages, LanguageLink{
			Lang: lang, Name: o.Locales[lang].OwnName(), Href: relative(address, to), Current: lang == o.lang,
		})
		f.Alternates = append(f.Alternates, Alternate{lang, o.alternate(address, to)})
	}
	standard := inLanguage(address, o.languages()[0])
	if address == homeAt(o.lang) {
		standard = "" // the choice of language is the page for everybody else
	}
	f.Alternates = append(f.Alternates, Alternate{"x-default", o.alternate(address, standard)})
	o.navigate(&f, address, section)
	return f
}

// networkLocale is a locale as social networks write it: nl_BE.
func networkLocale(l *locale.Locale) string { return strings.ReplaceAll(l.Tag(), "-", "_") }

// alternate is an address as search engines read it: absolute where that is
// known.
func (o *outlook) alternate(from, to string) string {
	if o.BaseURL != "" {
		return o.absolute(to)
	}
	return relative(from, to)
}

// notice is what the site says about itself; its first sentence is the lead.
func (o *outlook) notice() *Notice {
	text := o.text(o.Archive.Words.Site.Notice)
	if text == "" {
		return nil
	}
	if i := strings.Index(text, ". "); i >= 0 {
		return &Notice{Lead: text[:i+1], Text: text[i+2:]}
	}
	return &Notice{Lead: text}
}

func (o *outlook) footer() Footer {
	f := Footer{Licence: o.licence(), Contact: o.contact(o.Archive.Words.Site.Contact)}
	if e := o.Archive.LastRelease(); e != nil {
		f.Release = e.ID().String()
	}
	if o.Date != nil {
		f.Date = o.date(*o.Date)
	}
	return f
}

func (o *outlook) licence() Link {
	licence := o.Archive.Words.Site.Licence
	return Link{Text: licence.Name, Href: licence.URL}
}

// contact leads to where questions go. Without a role its address is its name.
func (o *outlook) contact(c codebook.Contact) Link {
	link := Link{Text: o.text(c.Role)}
	switch {
	case c.Email != "":
		link.Href = "mailto:" + c.Email
		if link.Text == "" {
			link.Text = c.Email
		}
	case c.URL != "":
		link.Href = c.URL
		if link.Text == "" {
			link.Text = c.URL
		}
	}
	return link
}

// text gives a text of today's codebook in the language of the page, or in the
// first of the site that has it.
func (o *outlook) text(t source.Text) string {
	text, _, _ := t.First(o.order()...)
	return text
}

func (o *outlook) date(d period.Date) Date { return Date{ISO: d.String(), Text: o.l.Date(d)} }

// label is what readers see for a code.
func (o *outlook) label(list *codebook.CodeList, code string) string {
	label, _ := list.Label(code, o.order()...)
	return label
}

// organisation is the short name of an organisation, or the full one.
func (o *outlook) organisation(id string) string {
	org, ok := o.Archive.Words.Organisation(id)
	if !ok {
		return id
	}
	if short := o.text(org.Short); short != "" {
		return short
	}
	return o.text(org.Name)
}
