package proposal

import (
	"fmt"

	"ronde/internal/compare"
	"ronde/internal/diag"
)

// most is how many values of an indicator are listed; a new delivery has thousands, and who
// reads a merge request needs the first of them, and the number of the rest.
const most = 10

// masked reports whether a value is a count that is too small to be shown.
func (p *Proposal) masked(s compare.Saying) bool {
	return s.HasValue && s.Value > 0 && s.Value.Whole() && s.Value < p.Threshold
}

// says is what was delivered of a key before, what is now, and the difference. Where one of
// the two is masked both are: one of them would bound the other.
func (p *Proposal) says(v compare.Value) (before, after, by string) {
	before, after, by = v.Old.String(), v.New.String(), v.By()
	if !p.masked(v.Old) && !p.masked(v.New) {
		return before, after, by
	}
	if v.Old.HasValue {
		before = diag.Mask
	}
	if v.New.HasValue {
		after = diag.Mask
	}
	return before, after, ""
}

// listed gives the values that are listed and how many there are besides. Those that
// differ come first: that a delivery brings new values is what it is for.
func (i Indicator) listed() (values []compare.Value, more int) {
	for _, kind := range []compare.Kind{compare.Changed, compare.Restated, compare.Disappeared, compare.Appeared} {
		for _, v := range i.Values {
			if v.Kind() == kind {
				values = append(values, v)
			}
		}
	}
	if len(values) > most {
		return values[:most], len(values) - most
	}
	return values, 0
}

// counts says how many values came, differ and went, and of which periods.
func (i Indicator) counts() string {
	first, last := i.Periods()
	of := first.String()
	if last != first {
		of += " to " + last.String()
	}
	return fmt.Sprintf("%d added, %d changed, %d removed (%s)", i.Count(compare.Appeared), i.Count(compare.Changed), i.Count(compare.Disappeared), of)
}

// says is a delivery in a line.
func (d Delivery) says() string {
	words := map[compare.Kind]string{compare.Appeared: "new delivery", compare.Changed: "changed delivery", compare.Disappeared: "removed delivery"}
	line := words[d.Kind] + " " + d.Drop
	if d.Received != 0 {
		line += ", received " + d.Received.String()
	}
	return line
}

// says is what becomes of a report, before the comparison that tells more.
func (r Report) says() string {
	line := "report of " + r.Round.String()
	for i, id := range r.Released {
		if i == 0 {
			line += ", releases"
		}
		line += " " + id.String()
	}
	switch {
	case r.New && len(r.Released) == 0:
		line += ", a new draft"
	case r.New:
		line += ", the first of its round"
	case r.Gone:
		line += " is gone"
	case r.Comparison == nil && len(r.Released) == 0:
		line += " cannot be compared: see ronde check"
	}
	return line
}

// says is why a file asks for attention.
func (a Attention) says() string {
	switch a.Reason {
	case Sealed:
		return "belongs to the sealed edition " + a.Of
	case Settled:
		return "is what the released " + a.Of + " was made from"
	}
	return "belongs to " + a.Of
}

const unread = "The site has errors, which ronde check tells: what depends on them is not compared."
