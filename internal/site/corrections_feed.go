package site

import (
	"cmp"
	"slices"
	"strings"

	"ronde/internal/compare"
)

// correctionsFeed puts the corrections as a feed: an entry a correction, which is known by
// its place on the page of the report's changes. The release that it is has an entry of
// its own in the other feed; that of a withdrawal stands in both.
func (o *outlook) correctionsFeed(w *writer) {
	if !o.hasFeed() {
		return
	}
	f := feed{
		at: correctionsFeedAt(o.lang), page: correctionsAt(o.lang),
		title: o.l.Named(o.text(o.Archive.Words.Site.Title), o.kindName(KindCorrections)), updated: o.Archive.Editions[0].Released,
	}
	corrections := o.comparisons()
	for _, e := range slices.Backward(o.Archive.Releases) {
		var entry atomEntry
		switch {
		case f.full():
			continue
		case !e.HasContent():
			entry = o.withdrawnRelease(e, e)
		case len(corrections) > 0 && corrections[0].New == e:
			entry, corrections = o.correctionEntry(corrections[0]), corrections[1:]
		default:
			continue
		}
		if f.entries == nil {
			f.updated = e.Released
		}
		f.entries = append(f.entries, entry)
	}
	o.putFeed(w, f)
}

// correctionEntry is a correction as an entry, in the language in which the newer edition
// shows itself: of what kind it is, why it was made, and its largest change.
func (o *outlook) correctionEntry(compared *compare.Comparison) atomEntry {
	c := o.correctionAt(correctionsAt(o.lang), compared)
	kind := CorrectionKind(c.New.Kind)
	word := cmp.Or(o.Names[c.sealed].Corrections[kind], string(kind))
	address := o.absolute(changesAt(o.lang, c.New.Round) + "#" + changeID(c.New))
	entry := atomEntry{
		ID: address, Title: c.sl.Named(c.sl.Edition(c.New.Texts[c.sealed].Title, c.New.Number), word), Published: noon(c.New.Released), Updated: noon(c.New.Released),
		Link: atomLink{Rel: "alternate", Type: "text/html", Lang: c.sealed, Href: address}, Category: &atomCategory{string(kind), word},
	}
	if c.sealed != o.lang {
		entry.Lang = c.sealed
	}
	reason, _, _ := c.New.Reason.First(append([]string{c.sealed}, c.New.Reason.Languages()...)...)
	about := []string{reason}
	if largest, _ := c.largest(); largest != nil {
		about = append(about, c.sl.Named(largest.What, largest.Text)+".")
	}
	entry.Summary = strings.Join(about, " ")
	return entry
}
