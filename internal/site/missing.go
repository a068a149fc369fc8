package site

// missing puts the page that hosts show where there is none. They show it at the
// address that was asked for, whose depth nobody knows, so its links begin at the
// top of the host. Without an address of the site that may be the wrong place: then
// the page has none.
func (s *Site) missing(w *writer) {
	first := s.languages()[0]
	o := s.in(first)
	root := s.basePath()
	rooted := func(address string) string {
		if root == "" {
			return ""
		}
		return root + address
	}
	p := &Missing{Frame: o.frame("", "")}
	p.Root, p.Home, p.Search, p.Feed = root, rooted(homeAt(first)), "", ""
	p.Canonical, p.Alternates, p.Languages, p.Menu, p.More, p.Trail = "", nil, nil, nil, nil, nil
	p.NoIndex = true
	for _, lang := range s.languages() {
		p.Choices = append(p.Choices, MissingChoice{
			Lang: lang, Home: rooted(homeAt(lang)), Search: rooted(searchAt(lang)), Reports: rooted(reportsAt(lang)),
		})
	}
	w.put(Output{Path: "404.html", Page: p})
}
