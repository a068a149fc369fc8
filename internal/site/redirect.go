package site

import "ronde/internal/source"

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

// former are the ids that something had.
func former(names []source.At[string]) []string {
	var ids []string
	for _, n := range names {
		ids = append(ids, n.Value)
	}
	return ids
}
