// Package site makes the pages and files of a published site from its archive,
// each when it is asked for.
//
// # Addresses
//
// Every page is a folder with an index.html, so that its address ends in a
// slash. Below the folder of each language:
//
//	(root)/                       choice of language
//	<lang>/                       home
//	reports/                      all reports
//	reports/2022-07/              the standing edition of a report
//	reports/2022-07/changes/      what each correction of a report changed
//	reports/2022-07/v1/           each edition at its own address; its workbook beside it
//	reports/2022-07/v1/figures/   <id>.svg, .dark.svg, .narrow.svg, .narrow-dark.svg, .json, .csv
//	…/figures/<id>/, <id>/embed/  a figure of an edition; what another site shows of it
//	topics/, topics/<id>/         what reports return to, through all rounds
//	indicators/<id>/              an indicator; <id>.csv, <id>-vintages.csv and its pictures beside it
//	organisations/<id>/           who delivers what, and how punctually
//	meetings/, meetings/<day>/    the working group; meetings/actions/ is what is to be done
//	calendar/                     planned and past releases
//	glossary/                     words, indicators, units, codes and marks
//	deliveries/                   who delivered when
//	data/, data/<dataset>/        indicators and datasets; <dataset>.csv, <dataset>-vintages.csv and its workbook
//	methods/, methods/<dataset>/  how figures are made
//	about/                        the site itself
//	accessibility/                what is stated about accessibility
//	search/                       search and list of all pages; index.json beside it
//	corrections/                  what editions replaced others, of all reports
//	corrections.xml               the same as an Atom feed
//	calendar.ics                  planned releases for calendar programs
//	feed.xml                      the releases as an Atom feed
//
// and at the root versions.json and corrections.json for programs, 404.html for hosts, _headers for some of them, sitemap.xml and
// robots.txt.
//
// The parts that an id is followed by begin with a point, which no id holds, so
// that a figure called map-dark and the dark picture of map are different files.
// Pictures and data of a report exist only below vN, in the languages in which
// the edition was sealed; other pages point to them. Ids that a figure, an
// indicator or a dataset had formerly lead on by a redirect page.
//
// Where a report or a figure was withdrawn, its pages and pictures are notices, and its other files are gone.
//
// # What comes from where
//
// What a report page marks as sealed comes from the edition alone: its texts,
// words, figures and the labels of its own codebook; numbers are printed from
// sealed values. Around it stand the status of the edition and navigation, from
// the archive. All other pages show the fold: names and definitions of today's
// codebook, units and decimals of the one that the last release sealed. Of drops
// the site knows names and days, never a row.
package site

import (
	"io"

	"ronde/internal/archive"
	"ronde/internal/calendar"
	"ronde/internal/locale"
	"ronde/internal/meeting"
	"ronde/internal/period"
)

// Site is what pages are made from.
type Site struct {
	Archive *archive.Archive
	Locales map[string]*locale.Locale // one for each language of the site
	// BaseURL is where the site will stand; "" when that is not known, and
	// pages then have no absolute address.
	BaseURL string
	// Names are words of the theme that lists of all pages need, by language.
	Names map[string]Names
	// Date is the site date; nil for none.
	Date *period.Date
	// Drafts says that the archive holds reports that are not released.
	Drafts   bool
	Pages    []Prose
	Meetings []Minutes          // oldest first
	Planned  []calendar.Release // in the order of rounds
	Arrivals []Arrival

	compared compared
}

// Names are words of the theme in one language.
type Names struct {
	Kinds       map[Kind]string           // what it calls each kind of page
	Terms       map[GlossaryWord]string   // what it calls a word of the glossary
	Meanings    map[GlossaryWord]string   // and how it explains it
	Corrections map[CorrectionKind]string // what it calls each kind of correction
}

// Prose is a page of text in one language, its references resolved.
type Prose struct {
	Page     string // home, about or methods
	Language string
	Title    string
	// Description is a sentence for search engines, and the lead of the page.
	Description string
	Body        string // Markdown
}

// Minutes are a meeting with its texts in the languages in which it can be shown,
// references resolved.
type Minutes struct {
	*meeting.Meeting
	Texts map[string]meeting.Text
}

// An Arrival is a delivery as far as pages know it: its name and its day.
type Arrival struct {
	Drop     string      // 2022-08/dvz/attestations.2
	Received period.Date // zero when its description could not be read
	// SetAside says that it has errors, and that a preview was made without it.
	SetAside bool
}

// Output is one file of the published folder: a page to be rendered, the content of
// another file, or one that is written as it is made, because it may be larger than
// memory. Path is relative to the folder.
type Output struct {
	Path    string
	Page    Page // nil for files that are no page
	Content []byte
	Write   func(io.Writer) error // nil where there is a Page or Content
}

// languages are those of the site, in order.
func (s *Site) languages() []string { return s.Archive.Words.Site.LanguageTags() }

// An outlook is the site in one language: what its pages are made with.
type outlook struct {
	*Site
	lang  string
	l     *locale.Locale
	sizes sizes // of the files that are there already
	told  *telling
}

func (s *Site) in(lang string) *outlook { return &outlook{Site: s, lang: lang, l: s.Locales[lang]} }

// in is the same site in another language.
func (o *outlook) in(lang string) *outlook {
	other := o.Site.in(lang)
	other.sizes = o.sizes
	return other
}

// download offers a file on the page at an address. text may be empty.
func (o *outlook) download(at, path, format, text string) Download {
	d := Download{Format: format, Href: relative(at, path), Text: text}
	if n, ok := o.sizes.of(path); ok {
		d.Size = size(o.l, n)
	}
	return d
}

// order gives the languages in which a text is looked for: the page's own, then
// those of the site.
func (o *outlook) order() []string { return append([]string{o.lang}, o.languages()...) }
