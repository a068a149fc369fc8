package codebook

import (
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Accessibility is what a site states about its accessibility: as much as was
// checked, and no more.
type Accessibility struct {
	Status    source.At[Conformity] `key:"status,required" enum:"full|partial|none" doc:"How far the site meets the standard: full, partial or none"`
	Standard  source.Text           `key:"standard,required" doc:"What was assessed against: WCAG 2.2, level AA"`
	Date      period.Date           `key:"date,required" doc:"Day of the assessment"`
	Reviewed  period.Date           `key:"reviewed" doc:"Last day on which the statement was gone through again"`
	Method    source.Text           `key:"method,required" doc:"Who assessed what, and how"`
	Limits    []Limit               `key:"limits" doc:"What is not accessible, or not known to be"`
	Contact   Contact               `key:"contact" doc:"Where readers report a barrier; left out: the contact of the site"`
	Complaint Complaint             `key:"complaint,required" doc:"What readers can do when they get no answer"`
}

// Conformity says how far a site meets a standard of accessibility.
type Conformity string

// The degrees of conformity.
const (
	FullyConformant     Conformity = "full"
	PartiallyConformant Conformity = "partial"
	NotConformant       Conformity = "none"
)

// Limit is something that is not accessible, or not known to be.
type Limit struct {
	What    source.Text            `key:"what,required" doc:"What readers meet, and where"`
	Why     source.At[LimitReason] `key:"why,required" enum:"defect|burden|scope|untested" doc:"defect: it does not meet the standard; burden: meeting it would be a disproportionate burden; scope: the rules do not ask for it; untested: nobody has checked it"`
	Instead source.Text            `key:"instead" doc:"Where the same can be had in an accessible form"`
}

// LimitReason says why something is not accessible.
type LimitReason string

// The reasons.
const (
	Defect   LimitReason = "defect"
	Burden   LimitReason = "burden"
	Scope    LimitReason = "scope"
	Untested LimitReason = "untested"
)

// Complaint is the way on for readers who get no answer, or none that helps.
type Complaint struct {
	Text source.Text `key:"text,required" doc:"Whom they can turn to, and how"`
	URL  string      `key:"url" pattern:"url" doc:"Address of the body that handles complaints"`
}

// accessibility checks that a statement has words in every language, somebody to
// write to, and a status that its own limits bear out.
func (c *checker) accessibility(a *Accessibility) {
	const kind = "the accessibility statement"
	words := func(key string, text source.Text) { c.label(kind, source.At[string]{}, key, text) }
	words("standard", a.Standard)
	words("method", a.Method)
	words("role", a.Contact.Role)
	words("text", a.Complaint.Text)
	for _, l := range a.Limits {
		words("what", l.What)
		words("instead", l.Instead)
		if a.Status.Value == FullyConformant && l.Why.Value != Scope {
			c.out.Add(diag.StatementTooGood(a.Status.Span, l.Why.Value == Untested, l.Why.Span))
		}
	}
	if a.Status.Value != FullyConformant && len(a.Limits) == 0 {
		c.out.Add(diag.StatementWithoutLimits(a.Status.Span, string(a.Status.Value)))
	}
	if !a.Contact.reachable() && !c.Site.Contact.reachable() {
		c.out.Add(diag.StatementWithoutContact(a.Status.Span))
	}
}

func (c Contact) reachable() bool { return c.Email != "" || c.URL != "" }
