package site

import (
	"cmp"
	"slices"
)

// A card is what is kept of a page that was put out, until the search of its
// language has been made.
type card struct {
	*Record
	address  string
	kind     Kind
	keywords []string
	released bool // by one release, and not made again with each
}

// catalogue keeps the card of a page that was put at an address. Of one that
// stands at two addresses the other has it.
func (w *writer) catalogue(address string, p Page) {
	f, record := p.Common(), p.Record()
	if record != nil && f.Address == address {
		w.cards = append(w.cards, card{record, address, p.Kind(), f.Keywords, f.Released.ISO != ""})
	}
}

// byTitle sorts cards as an alphabetical list does, those of one title by kind: the
// indicator before its dataset; of figures the newest first. What has no title gets
// what the theme calls its kind.
func (o *outlook) byTitle(cards []card) []card {
	kinds := foundKinds()
	place := func(c card) int { return slices.Index(kinds, string(c.kind)) }
	for _, c := range cards {
		c.Title = cmp.Or(c.Title, o.kindName(c.kind))
	}
	slices.SortStableFunc(cards, func(a, b card) int {
		return cmp.Or(o.l.Compare(a.Title, b.Title), cmp.Compare(place(a), place(b)), cmp.Compare(b.address, a.address))
	})
	return cards
}

// withTerms adds a card for each word that a page explains.
func (o *outlook) withTerms(cards []card) []card {
	all := slices.Clone(cards)
	names := o.Names[o.lang]
	for _, c := range cards {
		for _, term := range c.Terms {
			record := &Record{Title: cmp.Or(names.Terms[term], string(term)), Text: names.Meanings[term]}
			all = append(all, card{Record: record, address: c.address + "#" + string(term), kind: c.kind})
		}
	}
	return all
}

// kindName is what the theme calls a kind of page.
func (o *outlook) kindName(k Kind) string { return cmp.Or(o.Names[o.lang].Kinds[k], string(k)) }
