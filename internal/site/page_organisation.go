package site

// Organisations is the list of the institutions that deliver data.
type Organisations struct {
	Frame
	Organisations []OrganisationEntry
	Deliveries    string // address of the page of deliveries
}

// Kind gives KindOrganisations.
func (*Organisations) Kind() Kind { return KindOrganisations }

// Record is that of the list.
func (*Organisations) Record() *Record { return &Record{} }

// An OrganisationEntry is an organisation in a list.
type OrganisationEntry struct {
	Name     string // with the short one in brackets
	Href     string
	Datasets int
	// Punctuality counts its deliveries that were due; empty when none was.
	Punctuality string
}

// An Organisation is the page of an institution that delivers data.
type Organisation struct {
	Frame
	Name  string
	Short string // empty when it has none
	// Since and Until are the first and the last round in which it takes part;
	// either may be empty.
	Since, Until string
	Website      Link
	Contact      Link
	// Punctuality counts its deliveries that were due; empty when none was.
	// Irregular is set when it delivers some at no fixed day.
	Punctuality string
	Irregular   bool
	Datasets    []OrganisationDataset
	// Years are its deliveries, newest year first.
	Years      []OrganisationYear
	Indicators []IndicatorEntry
}

// Kind gives KindOrganisation.
func (*Organisation) Kind() Kind { return KindOrganisation }

// Record is found by names, and by what it supplies.
func (p *Organisation) Record() *Record {
	r := &Record{Title: p.Name, Text: p.Punctuality}
	r.add(p.Short)
	for _, d := range p.Datasets {
		r.add(d.Name)
	}
	for _, i := range p.Indicators {
		r.add(i.Name)
	}
	return r
}

// An OrganisationDataset is what an organisation delivers again and again.
type OrganisationDataset struct {
	Name    string
	Href    string
	Rhythm  string // monthly, in words
	Due     string // a sentence: expected within so many days; may be empty
	Covers  string // empty when nothing is released
	Newest  string // the newest value of its first indicator; may be empty
	Updated Date   // of the newest release with rows of it
}

// An OrganisationYear is the deliveries of one year: a picture, and a table of
// everything that came or was due.
type OrganisationYear struct {
	Year   string
	Figure Figure
}
