package site

// Accessibility is what the site states about its accessibility.
type Accessibility struct {
	Frame
	Conformity Conformity
	Standard   string
	// SiteAddress is where the site stands; empty when it does not know.
	SiteAddress string
	Assessed    Date
	Reviewed    Date // last gone through again; may be empty
	Method      string
	// Limits are what is not accessible or not known to be, by reason.
	Limits    []LimitGroup
	Contact   Link
	Complaint string
	// Complaints is the address of the body that handles complaints; may be empty.
	Complaints string
}

// Kind gives KindAccessibility.
func (*Accessibility) Kind() Kind { return KindAccessibility }

// Record finds the page by its name and its limits.
func (p *Accessibility) Record() *Record {
	r := &Record{}
	r.add(p.Standard, p.Method)
	for _, g := range p.Limits {
		for _, l := range g.Limits {
			r.add(l.What, l.Instead)
		}
	}
	return r
}

// A Conformity says how far the site meets the standard.
type Conformity string

// The degrees of conformity, each named in the interface texts.
const (
	ConformityFull    Conformity = "full"
	ConformityPartial Conformity = "partial"
	ConformityNone    Conformity = "none"
)

// A LimitReason says why something is not accessible.
type LimitReason string

// The reasons, in the order of the page.
const (
	LimitDefect   LimitReason = "defect"   // it does not meet the standard
	LimitBurden   LimitReason = "burden"   // meeting it would be a disproportionate burden
	LimitScope    LimitReason = "scope"    // the rules do not ask for it
	LimitUntested LimitReason = "untested" // nobody has checked it
)

// A LimitGroup is what is not accessible for one reason.
type LimitGroup struct {
	Reason LimitReason
	Limits []Limit
}

// A Limit is one thing that is not accessible.
type Limit struct {
	What    string
	Instead string // where the same is accessible; may be empty
}
