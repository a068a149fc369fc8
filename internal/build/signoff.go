package build

import (
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/period"
)

// An analyst signs a delivery off by `validated:` beside it. A release says which of the
// deliveries that it takes in nobody signed; with --validated, or on a site that requires
// it, these are errors. What an earlier release took in is settled, signed or not.

// unvalidated gives the drops among some that no release took yet and whose figures nobody
// had confirmed by a day.
func (w *workspace) unvalidated(drops []*drop.Drop, by period.Date) []*drop.Drop {
	var all []*drop.Drop
	for _, d := range drops {
		if v := d.Description.Validated; w.firstRelease(d.ID) == nil && (v == nil || v.On.Value > by) {
			all = append(all, d)
		}
	}
	return all
}

// takenUnsigned gives the drops that an edition is the first to take in, unsigned.
func (w *workspace) takenUnsigned(e *edition.Edition) []*drop.Drop {
	var taken []*drop.Drop
	for _, d := range e.Drops {
		if known := w.unsettled[d.DropID()]; known != nil {
			taken = append(taken, known)
		}
	}
	return w.unvalidated(taken, e.Released)
}

// insistOnValidation makes errors of drops that a release takes in unsigned.
func (w *workspace) insistOnValidation(drops []*drop.Drop, released period.Date) {
	for _, d := range w.unvalidated(drops, released) {
		if v := d.Description.Validated; v != nil {
			w.out.Add(diag.ValidatedLate(v.On.Span, d.ID.String(), v.On.Value.String(), released.String()))
			continue
		}
		w.out.Add(diag.NotValidated(d.ID.DescriptionPath(), d.ID.String(), released.String(), w.validationRequired()))
	}
}

func (w *workspace) validationRequired() bool { return w.book.Site.Validation.Value == "required" }

// unsigned is a line that lists drops nobody signed; none when there are none.
func unsigned(drops []*drop.Drop) []diag.Phrase {
	if len(drops) == 0 {
		return nil
	}
	names := make([]string, len(drops))
	for i, d := range drops {
		names[i] = d.ID.String()
	}
	return []diag.Phrase{diag.NotValidatedYet(names)}
}
