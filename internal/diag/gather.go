package diag

// A Delivery is one that has not come: the delivery of a dataset for a report.
type Delivery struct{ Dataset, Organisation, Round string }

// Awaiting says which delivery a finding waits for.
func (d Diagnostic) Awaiting(delivery Delivery) Diagnostic {
	d.Awaits = delivery
	return d
}

// Gather tells findings that wait for one delivery as one, in the place of the first: until
// it has come, a person can do nothing about any of them. A single one stays as it is. It is
// for people; programs are given all findings.
func Gather(found []Diagnostic) []Diagnostic {
	places, figures := map[Delivery]int{}, map[Delivery]bool{}
	for _, d := range found {
		places[d.Awaits]++
		figures[d.Awaits] = figures[d.Awaits] || d.ID == "figure-waits"
	}
	var gathered []Diagnostic
	told := map[Delivery]bool{{}: true}
	for _, d := range found {
		n := places[d.Awaits]
		switch {
		case d.Awaits == Delivery{} || n == 1:
			gathered = append(gathered, d)
		case !told[d.Awaits]:
			told[d.Awaits] = true
			gathered = append(gathered, awaited(d, n, figures[d.Awaits]))
		}
	}
	return gathered
}

// awaited is the first of n findings that wait for a delivery, told for all; figures says that
// there are such among them.
func awaited(d Diagnostic, n int, figures bool) Diagnostic {
	d.Title = Say("%d places of the report %s wait for %s of %s", n, d.Awaits.Round, d.Awaits.Dataset, d.Awaits.Organisation)
	hint := Say("nothing to do before it comes; where it may not come, give each place %s", elseHint)
	if figures {
		hint = Say("nothing to do before it comes; where it may not come, take the figures out of the texts and give each other place %s", elseHint)
	}
	d = d.hinted(hint)
	d.Notes, d.Subject = nil, ""
	return d
}
