package site

// A part is a page that navigation leads to.
type part struct {
	section Section
	at      string
	foot    bool // it stands in the foot alone
	empty   bool // the site has nothing to show there
}

// parts are those of the site, in the order in which navigation lists them.
func (o *outlook) parts() []part {
	words := o.Archive.Words
	return []part{
		{section: SectionReports, at: reportsAt(o.lang)},
		{section: SectionTopics, at: topicsAt(o.lang), empty: len(words.Topics) == 0},
		{section: SectionIndicators, at: dataAt(o.lang) + "#indicators", empty: len(words.Indicators) == 0},
		{section: SectionOrganisations, at: organisationsAt(o.lang), empty: len(words.Organisations) == 0},
		{section: SectionMeetings, at: meetingsAt(o.lang), empty: len(o.Meetings) == 0},
		{section: SectionData, at: dataAt(o.lang)},
		{section: SectionMethods, at: methodsAt(o.lang)},
		{section: SectionAbout, at: aboutAt(o.lang)},
		{section: SectionCorrections, at: correctionsAt(o.lang), foot: true},
		{section: SectionDeliveries, at: deliveriesAt(o.lang), foot: true},
		{section: SectionGlossary, at: glossaryAt(o.lang), foot: true},
		{section: SectionCalendar, at: calendarAt(o.lang), foot: true, empty: len(o.Planned) == 0},
		{section: SectionAccessibility, at: accessibilityAt(o.lang), foot: true, empty: words.Site.Accessibility == nil},
	}
}

// navigate fills in the main navigation, what the foot lists besides, and the way
// back from a page below that of its section. A report has none: the ruler of its
// months leads on.
func (o *outlook) navigate(f *Frame, address string, section Section) {
	for _, p := range o.parts() {
		item := MenuItem{Section: p.section, Href: relative(address, p.at), Within: p.section == section, Current: p.at == address}
		switch {
		case p.empty:
			continue
		case p.foot:
			f.More = append(f.More, item)
		default:
			f.Menu = append(f.Menu, item)
		}
		if item.Within && !item.Current && section != SectionReports {
			f.Trail = []Crumb{{Section: p.section, Href: item.Href}}
		}
	}
}
