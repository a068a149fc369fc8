package edition

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/source"
)

// drops lists the drops that a figure's values rest on.
func (f *Figure) drops() []string {
	var ids []string
	for _, points := range f.Points {
		for _, p := range points {
			if p.Drop != "" && !slices.Contains(ids, p.Drop) {
				ids = append(ids, p.Drop)
			}
		}
	}
	return ids
}

// sources names the organisations of drops, each with the newest day received;
// with published, also where the figures were published, when that was not the
// organisation itself: who wants to look a figure up must know where.
func (c *compiler) sources(ids []string, language string, published bool) string {
	type supply struct {
		organisation string
		newest       period.Date
		publishers   []string
	}
	var supplies []*supply
	for _, id := range ids {
		d := c.set[id]
		if d == nil {
			continue
		}
		organisation := d.Contract.Organisation.Value
		i := slices.IndexFunc(supplies, func(s *supply) bool { return s.organisation == organisation })
		if i < 0 {
			i = len(supplies)
			supplies = append(supplies, &supply{organisation: organisation})
		}
		s := supplies[i]
		s.newest = max(s.newest, d.Received())
		from := d.Description.Source
		if published && from != nil && from.Publisher != "" && !c.isName(organisation, from.Publisher) && !slices.Contains(s.publishers, from.Publisher) {
			s.publishers = append(s.publishers, from.Publisher)
		}
	}
	l := c.locale(language)
	var parts []string
	for _, s := range supplies {
		part := l.Source(c.organisation(s.organisation, language), s.newest)
		if len(s.publishers) > 0 {
			part += " – " + strings.Join(s.publishers, "; ")
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ". ")
}

// isName reports whether a text is a name of an organisation in any language.
func (c *compiler) isName(organisation, text string) bool {
	o, ok := c.in.Book.Organisation(organisation)
	if !ok {
		return false
	}
	for _, name := range []source.Text{o.Name, o.Short} {
		for _, language := range name.Languages() {
			if words, _ := name.In(language); words == text {
				return true
			}
		}
	}
	return false
}

// organisation is the short name of an organisation, or the full one.
func (c *compiler) organisation(id, language string) string {
	o, ok := c.in.Book.Organisation(id)
	if !ok {
		return id
	}
	return shortName(o, language)
}

func shortName(o *codebook.Organisation, language string) string {
	if short, ok := o.Short.In(language); ok {
		return short
	}
	return label(o.Name, language)
}

// dropNotes are what the suppliers say of the newest deliveries that a figure
// rests on, and the rules of reconstructed vintages.
func (c *compiler) dropNotes(f *Figure, language string) []Remark {
	var remarks []Remark
	add := func(mark string, text source.Text) {
		if words, ok := text.In(language); ok && !slices.ContainsFunc(remarks, func(r Remark) bool { return r.Text == words }) {
			remarks = append(remarks, Remark{mark, words})
		}
	}
	// A rule explains its own mark, so it stands for every value that has it.
	for _, id := range f.drops() {
		if d := c.set[id]; d != nil && d.Description.Vintage.Value != "" {
			add(locale.Reconstructed.String(), d.Description.Rule)
		}
	}
	for _, d := range c.newest(f.drops()) {
		add("", d.Description.Note)
	}
	return remarks
}

// newest gives, of each dataset, the last of the drops named, in drop order.
func (c *compiler) newest(ids []string) []*drop.Drop {
	last := map[string]*drop.Drop{}
	for _, id := range ids {
		d := c.set[id]
		if d == nil {
			continue
		}
		if held := last[d.ID.Dataset]; held == nil || drop.Compare(d, held) > 0 {
			last[d.ID.Dataset] = d
		}
	}
	var drops []*drop.Drop
	for _, d := range last {
		drops = append(drops, d)
	}
	slices.SortFunc(drops, drop.Compare)
	return drops
}
