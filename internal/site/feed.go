package site

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// feedLength is the number of entries in a feed, the newest first.
const feedLength = 50

// hasFeed reports whether a feed can be written. One is valid only with whole
// addresses and a day on which it changed; a preview of drafts has none.
func (s *Site) hasFeed() bool {
	return s.BaseURL != "" && !s.Drafts && s.Archive.LastRelease() != nil
}

// A feed is a list of entries that readers follow, in one language.
type feed struct {
	at, page string // addresses: its own, and of the page that shows the same
	title    string
	updated  period.Date
	entries  []atomEntry
}

// full reports whether a feed holds as much as it may.
func (f *feed) full() bool { return len(f.entries) == feedLength }

// releasesFeed puts the releases as a feed: an entry an edition, which is known by its own
// address and, like the edition, never changes. Corrections of words are told to those who
// read them.
func (o *outlook) releasesFeed(w *writer) {
	if !o.hasFeed() {
		return
	}
	f := feed{at: feedAt(o.lang), page: homeAt(o.lang), title: o.text(o.Archive.Words.Site.Title), updated: o.Archive.LastRelease().Released}
	for _, e := range slices.Backward(o.Archive.Releases) {
		if !f.full() && o.concerned(e) {
			f.entries = append(f.entries, o.release(e))
		}
	}
	o.putFeed(w, f)
}

// concerned reports whether a release tells the readers of this language anything: neither
// another word in a text of another language does, nor a translation into one.
func (o *outlook) concerned(e *edition.Edition) bool {
	if e.Kind != seal.Editorial && e.Kind != seal.Translation || o.Archive.Withdrawal(e) != nil {
		return true
	}
	report, _ := o.Archive.Report(e.Round)
	before := report.Before(e)
	return before == nil || e.Language(o.lang) == o.lang && before.Language(o.lang) != o.lang || o.read(report, e, editionAt(o.lang, e.ID())).amends(e)
}

// putFeed writes a feed as Atom (RFC 4287).
func (o *outlook) putFeed(w *writer, f feed) {
	all := atomFeed{
		Lang: o.lang, ID: o.absolute(f.at), Title: f.title, Updated: noon(f.updated),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: o.absolute(f.at)},
			{Rel: "alternate", Type: "text/html", Href: o.absolute(f.page)},
		},
		Author: o.author(), Rights: strings.TrimSpace(o.licence().Text + " " + o.licence().Href), Entries: f.entries,
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.Write(mustXML(all))
	w.file(f.at, b.Bytes())
}

// release is an edition as an entry, in the language in which it shows itself:
// why it was released when it replaces another, what it is about, and its key
// figures as it sealed them.
func (o *outlook) release(e *edition.Edition) atomEntry {
	if by := o.Archive.Withdrawal(e); by != nil || !e.HasContent() {
		return o.withdrawnRelease(e, cmp.Or(by, e))
	}
	report, _ := o.Archive.Report(e.Round)
	r := o.read(report, e, editionAt(o.lang, e.ID()))
	address := o.absolute(r.at)
	entry := atomEntry{
		ID: address, Title: e.Texts[r.sealed].Title, Published: noon(e.Released), Updated: noon(e.Released),
		Link: atomLink{Rel: "alternate", Type: "text/html", Lang: r.sealed, Href: address},
	}
	if r.sealed != o.lang {
		entry.Lang = r.sealed
	}
	var about []string
	if e.Kind != seal.First {
		entry.Title = r.sl.Edition(entry.Title, e.Number)
		reason, _, _ := e.Reason.First(append([]string{r.sealed}, e.Reason.Languages()...)...)
		about = append(about, reason)
	}
	entry.Summary = strings.Join(append(about, r.summary()...), " ")
	return entry
}

// withdrawnRelease is the entry of a release that was withdrawn, or that withdraws
// something: the day and the reason of that take the place of all it said.
func (o *outlook) withdrawnRelease(e, by *edition.Edition) atomEntry {
	address := o.absolute(editionAt(o.lang, e.ID()))
	title, why := o.l.Edition(o.l.Capitalise(o.l.Period(e.Round)), e.Number), o.takenBack("", by)
	entry := atomEntry{
		ID: address, Title: o.l.Named(title, o.l.WithdrawnWord()), Published: noon(e.Released), Updated: noon(by.Released),
		Link: atomLink{Rel: "alternate", Type: "text/html", Lang: o.lang, Href: address}, Summary: why.Text,
	}
	if e == by {
		entry.Title = o.l.Named(title, o.l.WithdrawalWord())
	}
	return entry
}

// summary says in its own words what an edition is about: its description, and its
// key figures, each with its period. It may be empty.
func (r *reading) summary() []string {
	var sentences []string
	if text := r.e.Texts[r.sealed].Description; text != "" {
		sentences = append(sentences, text)
	}
	key := r.keyFigure()
	if key == nil {
		return sentences
	}
	r = r.read(r.report, r.e, r.at) // its anchors are those of no page
	var figures []string
	for i, tile := range r.keyFigures(key, false) {
		figures = append(figures, strings.Trim(r.headline(key.Series[i], tile)+", "+tile.Period, ", "))
	}
	if len(figures) > 0 {
		sentences = append(sentences, strings.Join(figures, "; ")+".")
	}
	return sentences
}

// author answers for the releases: the role that readers may write to.
func (o *outlook) author() atomAuthor {
	c := o.Archive.Words.Site.Contact
	return atomAuthor{Name: cmp.Or(o.text(c.Role), o.text(o.Archive.Words.Site.Title)), URI: c.URL, Email: c.Email}
}

// noon is a day as a moment, which Atom asks for and a release does not have. At
// noon in Greenwich it is that day nearly everywhere.
func noon(d period.Date) string { return d.String() + "T12:00:00Z" }

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Rights  string      `xml:"rights,omitempty"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Lang      string   `xml:"xml:lang,attr,omitempty"`
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Link      atomLink `xml:"link"`
	// Category says what kind of correction it is, in one word for programs and one for
	// readers; nil for a release.
	Category *atomCategory `xml:"category"`
	Summary  string        `xml:"summary,omitempty"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Lang string `xml:"hreflang,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

type atomAuthor struct {
	Name  string `xml:"name"`
	URI   string `xml:"uri,omitempty"`
	Email string `xml:"email,omitempty"`
}
