package site

// A Frame is what every page has around its content.
type Frame struct {
	// Lang is the language of the page (nl): of its interface and, unless
	// marked otherwise, of its content.
	Lang string
	// Root leads from the page to the root of the published folder: "./" or
	// "../../". Nothing else in a page knows where the site is mounted.
	Root string
	// SiteTitle is the name of the site in the language of the page.
	SiteTitle string
	// Home is the address of the home page in the language of the page, Search
	// that of the search, Glossary that of the words.
	Home     string
	Search   string
	Glossary string
	// Address is where the page is listed, from the root of the site: its own
	// address (nl/reports/), or for a page that stands at two that of the other.
	Address string
	// Heading is the title of the page as browsers and search engines show it,
	// without the name of the site. Empty where the theme names the page, as it
	// does for lists.
	Heading string
	// Description is one sentence for search engines; may be empty.
	Description string
	// Keywords are what the page is also looked for by and does not show: former
	// names, labels of codes.
	Keywords []string
	// Locale is the language of the page with its country, as social networks write
	// it (nl_BE); OtherLocales are those of its alternates.
	Locale       string
	OtherLocales []string
	// Feed is the address of the releases as a feed, in the language of the page;
	// empty for none.
	Feed string
	// CorrectionsFeed is that of the corrections among them.
	CorrectionsFeed string
	// Released is the day on which all that the page shows was released; empty
	// for a page that is made again with each release.
	Released Date
	// Canonical is the absolute address of the page; empty when the site has
	// no base URL.
	Canonical string
	// Alternates are the same page in all languages, itself included, and the
	// page for readers of other languages (x-default).
	Alternates []Alternate
	// Languages is the language switcher, in the order of the site.
	Languages []LanguageLink
	// Menu is the main navigation; More is what the foot lists besides.
	Menu, More []MenuItem
	// Trail are the pages above this one, from that of its section down; empty
	// for a page that navigation leads to.
	Trail []Crumb
	// Ruler is the months that can be reached from the head of the page: of a
	// report, the year of its round. Empty for none.
	Ruler []RulerYear
	// Draft says that the page was built with drafts: it shows numbers that
	// are not published.
	Draft bool
	// Fallback is set when the content is in another language than the page.
	Fallback *Fallback
	// Notice is what the site says about itself on every page, as a
	// demonstration does; nil for none.
	Notice *Notice
	// Interactive says that a figure of the page has an Option.
	Interactive bool
	// NoIndex keeps search engines from listing the page.
	NoIndex bool
	Footer  Footer
}

// Common gives the frame itself, so that every page that embeds one has it.
func (f *Frame) Common() *Frame { return f }

// An Alternate is the address of the same page in a language.
type Alternate struct {
	Lang string // nl, or x-default
	Href string
}

// A LanguageLink is an entry of the language switcher.
type LanguageLink struct {
	Lang    string
	Name    string // the language's own name: Nederlands
	Href    string
	Current bool
}

// A Section is a part of the site that navigation leads to.
type Section string

// The sections, each named in the interface texts under menu.
const (
	SectionReports       Section = "reports"
	SectionTopics        Section = "topics"
	SectionIndicators    Section = "indicators"
	SectionOrganisations Section = "organisations"
	SectionMeetings      Section = "meetings"
	SectionGlossary      Section = "glossary"
	SectionCalendar      Section = "calendar"
	SectionData          Section = "data"
	SectionMethods       Section = "methods"
	SectionAbout         Section = "about"
	SectionAccessibility Section = "accessibility"
	SectionDeliveries    Section = "deliveries"
	SectionCorrections   Section = "corrections"
)

// A MenuItem is an entry of navigation.
type MenuItem struct {
	Section Section
	Href    string
	// Within is true when the page belongs to the section, Current when it is
	// the page that Href names.
	Within  bool
	Current bool
}

// A Crumb is a page above another. Its name is that of a section, in interface
// words, or else Text.
type Crumb struct {
	Section Section
	Text    string
	Href    string
}

// A Fallback says in which language the content of a page is when the page has
// no content in its own.
type Fallback struct {
	Lang string // nl
	Name string // the language's name in the language of the page
}

// A Notice is a short statement of the site about itself.
type Notice struct {
	Lead string // the first words, printed bold
	Text string
}

// A Footer ends every page.
type Footer struct {
	Licence Link
	Contact Link
	// Release is the newest release the page was built from (2022-08@1), Date
	// the site date; both may be empty.
	Release string
	Date    Date
}
