package codebook

import (
	"ronde/internal/diag"
	"ronde/internal/source"
)

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
