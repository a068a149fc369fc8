package site

import (
	"cmp"
	"slices"
)

// A Card is what is kept of a page that was put out, until the search of its
// language has been made.
type Card struct {
	*Record
	Address  string
	Kind     Kind
	Keywords []string
	Released bool // by one release, and not made again with each
}

// catalogue keeps the card of a page that was put at an address. Of one that
// stands at two addresses the other has it.
func (w *writer) catalogue(address string, p Page) {
	f, record := p.Common(), p.Record()
	if record != nil && f.Address == address {
		w.cards = append(w.cards, Card{record, address, p.Kind(), f.Keywords, f.Released.ISO != ""})
	}
}

// byTitle sorts cards as an alphabetical list does, those of one title by kind: the
// indicator before its dataset; of figures the newest first. What has no title gets
// what the theme calls its kind.
func (o *outlook) byTitle(cards []Card) []Card {
	kinds := foundKinds()
	place := func(c Card) int { return slices.Index(kinds, string(c.Kind)) }
	for _, c := range cards {
		c.Title = cmp.Or(c.Title, o.kindName(c.Kind))
	}
	slices.SortStableFunc(cards, func(a, b Card) int {
		return cmp.Or(o.l.Compare(a.Title, b.Title), cmp.Compare(place(a), place(b)), cmp.Compare(b.Address, a.Address))
	})
	return cards
}

// withTerms adds a card for each word that a page explains.
func (o *outlook) withTerms(cards []Card) []Card {
	all := slices.Clone(cards)
	names := o.Names[o.lang]
	for _, c := range cards {
		for _, term := range c.Terms {
			record := &Record{Title: cmp.Or(names.Terms[term], string(term)), Text: names.Meanings[term]}
			all = append(all, Card{Record: record, Address: c.Address + "#" + string(term), Kind: c.Kind})
		}
	}
	return all
}

// kindName is what the theme calls a kind of page.
func (o *outlook) kindName(k Kind) string { return cmp.Or(o.Names[o.lang].Kinds[k], string(k)) }
