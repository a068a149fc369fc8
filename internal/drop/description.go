package drop

import (
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// daysOfAYear is how long after its round a delivery may come without a question: what is
// later is mostly a year that was mistyped, and no clock is asked.
const daysOfAYear = 366

// readDescription reads the YAML beside the drop: what could be read is there also
// after errors.
func (r *reader) readDescription(open opener) {
	f, found := open(r.id.DescriptionPath())
	if found != nil {
		r.out.Add(*found)
		return
	}
	source.DecodeYAML(f, &r.drop.Description, r.out)
}

// checkDescription compares the description with itself and with the place of
// the drop, and gives the status of all rows.
func (r *reader) checkDescription() observation.Status {
	d := &r.drop.Description
	if m := d.Missed; m.IsSet() {
		switch {
		case m.Value.Kind() != period.Month:
			r.out.Add(diag.Description(m.Span, diag.Say("`missed` is %s, which is no round", m.Value), diag.Say("write the round that was released without this delivery, such as 2022-07")))
		case m.Value.End() < r.id.Round.Start():
			r.out.Add(diag.Description(m.Span, diag.Say("it missed the round %s, and it was made for %s", m.Value, r.id.Round), diag.Say("a delivery can miss its own round or a later one")))
		}
	}
	r.checkVintage(d)
	if v := d.Validated; v != nil && v.On.IsSet() && d.Received.IsSet() && v.On.Value < d.Received.Value {
		r.out.Add(diag.ValidatedEarly(v.On.Span, v.On.Value.String(), d.Received.Value.String()))
	}
	for _, a := range d.Accept {
		if u := a.Value.Until; !u.IsZero() && u.Kind() != period.Month {
			r.out.Add(diag.Description(a.Span, diag.Say("an acceptance holds until %s, which is no round", u), diag.Say("write a month, such as 2022-12")))
		}
	}
	if d.Received.IsSet() && !r.reconstructed() && r.contract.Rhythm.Value == "monthly" && d.Received.Value < r.id.Round.Start() {
		r.out.Add(diag.ReceivedEarly(d.Received.Span, d.Received.Value.String(), r.id.Round.String(), r.id.String()))
	}
	if d.Received.IsSet() && !r.reconstructed() && d.Received.Value > r.id.Round.End()+daysOfAYear {
		r.out.Add(diag.ReceivedYear(d.Received.Span, d.Received.Value.String(), r.id.Round.String(), r.id.String()))
	}
	if !d.Status.IsSet() {
		return 0
	}
	status, err := observation.ParseStatus(d.Status.Value)
	if err != nil {
		r.out.Add(badStatus(d.Status.Span, d.Status.Value, 1))
		return 0
	}
	if status&noValue != 0 {
		r.out.Add(diag.Description(d.Status.Span, diag.Say("status %s for all rows says that none has a value", diag.Quote(d.Status.Value)), diag.Say("give such a status to single rows, in a status column")))
		return 0
	}
	return status
}

func (r *reader) checkVintage(d *Description) {
	if r.reconstructed() {
		if !d.SourceDate.IsSet() {
			r.out.Add(diag.Description(d.Vintage.Span, diag.Say("a reconstructed vintage has no `source_date`"), diag.Say("write the day of the source that it was put together from; a source dated by month counts as the last day of that month")))
		}
		if d.Rule.IsZero() {
			r.out.Add(diag.Description(d.Vintage.Span, diag.Say("a reconstructed vintage has no `rule`"), diag.Say("write, for readers, how `received` follows: \"about two months after the month\"")))
		}
		return
	}
	if d.SourceDate.IsSet() {
		r.out.Add(diag.Description(d.SourceDate.Span, diag.Say("`source_date` is given, and the vintage is not reconstructed"), diag.Say("add `vintage: reconstructed`, or write the date under `source:`")))
	}
	if !d.Rule.IsZero() {
		r.out.Add(diag.Description(d.Rule.Span, diag.Say("`rule` is given, and the vintage is not reconstructed"), diag.Say("add `vintage: reconstructed`, or write it under `note:`")))
	}
}

func (r *reader) reconstructed() bool { return r.drop.Description.Vintage.Value == "reconstructed" }
