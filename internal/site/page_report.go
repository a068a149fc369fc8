package site

import "html/template"

// A Report is the page of a round: its latest edition, or one edition at its own
// address. A draft is the same page of an edition that is not sealed.
type Report struct {
	Frame
	// Seal marks all text of the edition.
	Seal   Seal
	Status Status
	// Title is the title of the edition: Ontheemden uit Oekraïne: augustus 2022.
	Title string `sealed:"yes"`
	// Round is the month in the language of the page: augustus 2022.
	Round       string
	Period      string // what the figures cover: 1 – 31 augustus 2022
	Published   Date   // empty for a draft
	DataUntil   Date   // the cutoff
	DataLater   Date   // arrival of the last delivery that a correction took in, empty otherwise
	NextRelease Announcement
	Contacts    []Contact
	Notices     []Correction
	KeyFigures  KeyFigures
	// MainPoints are at most six, one message each.
	MainPoints []MainPoint
	// Body is the commentary.
	Body     []Block
	Coverage *Coverage
	News     *News
	// Revisions are the values that the edition it replaces printed otherwise; nil for
	// a first edition.
	Revisions   *Revisions
	Definitions []Definition
	// Legend explains the marks that the page uses.
	Legend []LegendEntry
	// Methods leads to the method page of each dataset.
	Methods []Link
	// Numbers is the list of all numbers printed in the text; a number links to
	// its entry.
	Numbers []NumberEntry
	Cite    Cite
	// Downloads are the files of the whole edition.
	Downloads []Download
	// Licence is printed beside the citation, Feedback and Related after it.
	Licence  Link
	Feedback Link
	Related  []RelatedReport
}

// Kind gives KindReport.
func (*Report) Kind() Kind { return KindReport }

func (p *Report) figures() []*Figure { return figuresOf(p.Body) }

// Record finds the report by its text, figures and definitions, and by its month
// in the language of the page. An edition that was replaced is not to be
// found.
func (p *Report) Record() *Record {
	if p.Status.Kind == StatusSuperseded {
		return nil
	}
	r := &Record{Title: p.Title, Text: p.Description}
	r.foreign(p.Fallback)
	if r.Lang != "" {
		r.Within = p.Round
	}
	r.keyFigures(p.KeyFigures)
	for _, point := range p.MainPoints {
		r.add(textOf(point.Text))
	}
	r.body(p.Body)
	for _, d := range p.Definitions {
		r.add(d.Term)
	}
	if p.Coverage != nil {
		for _, g := range p.Coverage.Gaps {
			r.add(g.Name)
		}
	}
	for _, c := range p.Contacts {
		r.add(c.Organisation)
	}
	return r
}

// A StatusKind is what the panel above a report says.
type StatusKind string

// The kinds of status.
const (
	StatusLatest     StatusKind = "latest"     // the newest edition, and the first
	StatusAmended    StatusKind = "amended"    // the newest edition, replacing an earlier one
	StatusSuperseded StatusKind = "superseded" // a later edition exists
	StatusDraft      StatusKind = "draft"      // not released
	StatusWithdrawn  StatusKind = "withdrawn"  // taken back: in lists, and of a figure in a frame
)

// A Status is the panel that says which edition this is.
type Status struct {
	Kind    StatusKind
	Edition string // its number: 1
	// Latest is the address of the report's latest edition, for one that is
	// superseded.
	Latest string
	// Changes is the address of what each edition changed, for amended.
	Changes string
	// Reasons say what changed and why, newest first; for amended.
	Reasons []Correction
	// Errors name values that this edition printed and that have since been
	// replaced because they were wrong.
	Errors []Correction
	// Editions are all editions, newest first.
	Editions []EditionLink
}

// An EditionLink is an entry of the list of editions.
type EditionLink struct {
	Edition string
	Date    Date
	Href    string
	Current bool
	// Withdrawn says that the address shows a notice.
	Withdrawn bool
}

// A Correction is a dated statement about a change. It has a seal of its own: it
// may come from another edition than the page.
type Correction struct {
	Date Date
	Text string `sealed:"yes"`
	Seal Seal
	Href string // where the details are; may be empty
}

// A Contact answers for the figures of one data owner.
type Contact struct {
	Organisation string `sealed:"yes"`
	Href         string // mailto:, or a page; may be empty
}

// A MainPoint is one message, as rendered inline Markdown.
type MainPoint struct {
	Text template.HTML `sealed:"yes"`
}

// Coverage says how complete the round was.
type Coverage struct {
	Fraction string `sealed:"yes"` // 11 van 12
	Text     string `sealed:"yes"` // organisaties hebben geleverd
	// Gaps are the breaks, missing and late deliveries, a sentence each.
	Gaps []Gap
	// Deliveries is the address of the page of deliveries.
	Deliveries string
}

// A GapKind says what is wrong with a delivery or a series.
type GapKind string

// The kinds of gap, each named in the interface texts under gap.
const (
	GapLate    GapKind = "late"
	GapMissing GapKind = "missing"
	GapBreak   GapKind = "break"
)

// A Gap is one missing or late delivery, or one break in a series.
type Gap struct {
	Kind GapKind
	Name string `sealed:"yes"` // organisation and dataset, or the series
	Text string `sealed:"yes"` // niet geleverd voor juni 2022; laatste waarde mei 2022: 7.278
}

// Revisions are the values that changed since the edition before.
type Revisions struct {
	Table  *Table // nil when no value differs
	More   int    // how many the table leaves out
	Reason Correction
	Href   string // all that changed
}

// News says what of a report is new. Months differ in what is delivered: one with
// little says so.
type News struct {
	Datasets string // how many are behind the report
	// Usual is how many brought something new in the reports before, on average;
	// set when this one has far fewer.
	Usual string
	// New are datasets with the periods that are new, Old those without, with
	// the last period that is known.
	New, Old []NewsEntry
}

// A NewsEntry is a dataset with one or more periods.
type NewsEntry struct {
	Name string
	Text string
	Href string
}

// A Neighbour is how another report stands to this one.
type Neighbour string

// The neighbours, each named in the interface texts under neighbour.
const (
	NeighbourPrevious Neighbour = "previous"
	NeighbourNext     Neighbour = "next"
	NeighbourYear     Neighbour = "year" // of the same month a year before
)

// A RelatedReport leads to another report.
type RelatedReport struct {
	Kind  Neighbour
	Round string // Juli 2022
	Href  string
}

// A Definition explains an indicator. Series is the address of its page.
type Definition struct {
	ID     string
	Term   string        `sealed:"yes"`
	Text   template.HTML `sealed:"yes"`
	Series string
}

// A LegendEntry explains a mark.
type LegendEntry struct {
	Mark string `sealed:"yes"` // [p]
	Text string `sealed:"yes"` // voorlopig
}

// A NumberEntry says where a number in the text comes from, in words of the edition, and
// what became of it, in words of today. ID is the anchor that the number links to: n12.
type NumberEntry struct {
	ID        string
	Text      string `sealed:"yes"` // 3.111
	Indicator string `sealed:"yes"` // with codes and form: change, België
	Period    string `sealed:"yes"`
	Source    string `sealed:"yes"` // dataset, organisation and day received
	Drop      string `sealed:"yes"` // 2022-08/dvz/attestations; empty when it rests on none
	// First leads to the edition that published the value first; its Href is empty when
	// that is the edition of the page, and its Text when it is not known.
	First Link
	// Now leads to the indicator, and prints the number as it would be today. Its Text is
	// empty when that is the same, or when nothing can be said.
	Now  Link
	Same bool // the number would be the same today
}

// A Cite is how to name this edition. Address is absolute when the site has a
// base URL.
type Cite struct {
	Text    string `sealed:"yes"`
	Address string
	Href    string
}

// An Announcement is when the next report is to come, as it was known when an edition was
// released.
type Announcement struct {
	Day string // empty prints "to be announced"
	// Past says that the day had passed before: of a correction nothing is said of it.
	Past bool
	// Now is the day on which the calendar has that report today, where it is another;
	// empty for none. Status is how firm the day of the calendar is, Calendar its address;
	// both are empty where it does not have the report.
	Now      Date
	Status   PlanStatus
	Calendar string
}
