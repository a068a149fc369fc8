package site

// A Kind says which template of the theme shows a page. The file of a kind is
// templates/<kind>.html.
type Kind string

// The kinds of page.
const (
	KindLanguages     Kind = "languages"
	KindHome          Kind = "home"
	KindReports       Kind = "reports"
	KindReport        Kind = "report"
	KindChanges       Kind = "changes"
	KindWithdrawn     Kind = "withdrawn"
	KindFigure        Kind = "figure"
	KindEmbed         Kind = "embed"
	KindTopics        Kind = "topics"
	KindTopic         Kind = "topic"
	KindIndicator     Kind = "indicator"
	KindFirst         Kind = "first"
	KindOrganisations Kind = "organisations"
	KindOrganisation  Kind = "organisation"
	KindMeetings      Kind = "meetings"
	KindMeeting       Kind = "meeting"
	KindActions       Kind = "actions"
	KindCalendar      Kind = "calendar"
	KindCorrections   Kind = "corrections"
	KindGlossary      Kind = "glossary"
	KindDeliveries    Kind = "deliveries"
	KindData          Kind = "data"
	KindDataset       Kind = "dataset"
	KindMethods       Kind = "methods"
	KindAbout         Kind = "about"
	KindAccessibility Kind = "accessibility"
	KindSearch        Kind = "search"
	KindRedirect      Kind = "redirect"
	KindMissing       Kind = "missing"
)

// A Page is everything that one published page shows, as plain values: texts
// already in the language of the page, numbers and dates already printed,
// addresses already relative to the page. A template chooses order and markup,
// never words of content, and computes nothing.
type Page interface {
	// Kind gives the template that shows the page.
	Kind() Kind
	// Common gives the parts that every page has.
	Common() *Frame
	// Record gives what the page is found by; nil for one that is not to be
	// found, such as a report that was replaced.
	Record() *Record
}

// Blank gives an empty page of each kind, in the order of the kinds. It is the
// list that a theme is checked against.
func Blank() []Page {
	return []Page{
		&Languages{}, &Home{}, &Reports{}, &Report{}, &Changes{}, &Withdrawn{}, &FigurePage{}, &Embed{}, &Topics{}, &Topic{}, &Indicator{}, &First{}, &Organisations{}, &Organisation{},
		&Meetings{}, &Meeting{}, &Actions{}, &Calendar{}, &Corrections{}, &Glossary{}, &Deliveries{},
		&Data{}, &Dataset{}, &Methods{}, &About{}, &Accessibility{}, &Search{}, &Redirect{}, &Missing{},
	}
}

// A Link is a text that leads somewhere.
type Link struct {
	Text string
	Href string // relative, or mailto:, or an address outside the site
}

// A Date is a day as the page prints it and as machines read it.
type Date struct {
	ISO  string // 2022-09-15
	Text string // 15 september 2022
}
