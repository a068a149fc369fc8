package site

import "ronde/internal/codebook"

// accessibility puts the statement about accessibility, when the site makes one.
func (o *outlook) accessibility(w *writer) {
	a := o.Archive.Words.Site.Accessibility
	if a == nil {
		return
	}
	at := accessibilityAt(o.lang)
	p := &Accessibility{
		Frame: o.frame(at, SectionAccessibility), Conformity: Conformity(a.Status.Value), Standard: o.text(a.Standard), SiteAddress: o.absolute(homeAt(o.lang)),
		Assessed: o.date(a.Date), Method: o.text(a.Method), Complaint: o.text(a.Complaint.Text), Complaints: a.Complaint.URL,
	}
	if a.Reviewed != 0 {
		p.Reviewed = o.date(a.Reviewed)
	}
	contact := a.Contact
	if contact.Email == "" && contact.URL == "" {
		contact = o.Archive.Words.Site.Contact
	}
	p.Contact = o.contact(contact)
	if contact.Email != "" && p.Contact.Text != contact.Email {
		p.Contact.Text += ", " + contact.Email // it is also read on paper
	}
	for _, reason := range limitReasons() {
		group := LimitGroup{Reason: LimitReason(reason)}
		for _, l := range a.Limits {
			if l.Why.Value == codebook.LimitReason(reason) {
				group.Limits = append(group.Limits, Limit{What: o.text(l.What), Instead: o.text(l.Instead)})
			}
		}
		if group.Limits != nil {
			p.Limits = append(p.Limits, group)
		}
	}
	w.page(at, p)
}
