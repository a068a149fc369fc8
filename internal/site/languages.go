package site

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
