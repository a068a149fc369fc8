package build

import (
	"io/fs"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/scaffold"
)

// DropRequest is what is known of a new delivery. What is not, is asked for.
type DropRequest struct {
	Dataset  string
	Round    *period.Period
	Received *period.Date
	Table    []byte // the delivered file; nil for none yet
	Today    func(zone string) (period.Date, error)
	Ask      Ask
}

// NewDrop writes the two files of the next delivery of a dataset for a round.
func NewDrop(fsys fs.FS, folder string, r DropRequest) Result {
	w, ok := openBook(fsys)
	if !ok {
		return w.result()
	}
	contract, ok := w.book.Contract(r.Dataset)
	if !ok {
		return w.usage(diag.Refuse("there is no dataset %s%s", r.Dataset, meant(r.Dataset, w.book.ContractIDs())))
	}
	today, err := r.Today(w.book.Site.TimeZone)
	if err != nil {
		return w.usage(err)
	}
	if r.Round == nil {
		year, month, _ := today.Civil()
		answer, err := r.Ask("round", diag.Say("round that %s is delivered for", contract.ID.Value), period.MonthOf(year, month-1).String())
		if err != nil {
			return w.usage(err)
		}
		round, err := period.Parse(answer)
		if err != nil || round.Kind() != period.Month {
			return w.usage(diag.Refuse("%s is a month such as 2022-09, not %q", "--round", answer))
		}
		r.Round = &round
	}
	if r.Received == nil {
		answer, err := r.Ask("received", diag.Say("day on which it arrived, or the day of its source"), today.String())
		if err != nil {
			return w.usage(err)
		}
		day, err := period.ParseDate(answer)
		if err != nil {
			return w.usage(diag.Refuse("%s is a day such as 2022-10-05, not %q", "--received", answer))
		}
		r.Received = &day
	}
	result := w.placeNew(folder, scaffold.Drop(scaffold.DropRequest{ID: w.nextDelivery(*r.Round, contract), Contract: contract, Received: *r.Received, Table: r.Table}))
	if result.Err == nil && *r.Received > today {
		result.Summary = append(result.Summary, diag.ReceivedAhead(r.Received.String(), today.String()))
	}
	return result
}
