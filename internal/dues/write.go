package dues

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"ronde/internal/period"
)

// summary counts: "on 2022-10-20, 3 deliveries are overdue and 1 is still to come".
func (d *Dues) summary() string {
	overdue, expected := d.counts()
	text := fmt.Sprintf("on %s, ", d.Date)
	switch overdue {
	case 0:
		text += "no delivery is overdue"
	case 1:
		text += "1 delivery is overdue"
	default:
		text += fmt.Sprintf("%d deliveries are overdue", overdue)
	}
	switch expected {
	case 0:
	case 1:
		text += " and 1 is still to come"
	default:
		text += fmt.Sprintf(" and %d are still to come", expected)
	}
	return text
}

// state says by when or since when a delivery is due.
func (x run) state() string {
	switch {
	case x.Day == 0:
		return "no day fixed yet"
	case x.Overdue == 1:
		return fmt.Sprintf("overdue since %s, 1 day", x.Day)
	case x.Overdue > 1:
		return fmt.Sprintf("overdue since %s, %d days", x.Day, x.Overdue)
	}
	return fmt.Sprintf("due by %s", x.Day)
}

func (x run) last() string {
	if x.Last == 0 {
		return "never delivered"
	}
	return "last delivery " + x.Last.String()
}

// due names the periods: "2022-09 to 2022-11 (3 periods)".
func (x run) due() string {
	if x.periods == 1 {
		return x.Due.String()
	}
	return fmt.Sprintf("%s to %s (%d periods)", x.Due, x.until.Due, x.periods)
}

// rounds names the reports that wait for them.
func (x run) rounds() string {
	if x.Round == x.until.Round {
		return x.Round.String()
	}
	return fmt.Sprintf("%s to %s", x.Round, x.until.Round)
}

// WriteText writes dues for a terminal.
func (d *Dues) WriteText(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintln(&b, d.summary())
	for _, o := range d.Organisations {
		fmt.Fprintf(&b, "\n%s\n", o.ID.Value)
		if len(o.Owed) == 0 {
			b.WriteString("  owes nothing\n")
		}
		for _, x := range o.runs() {
			reports := "report"
			if x.Round != x.until.Round {
				reports = "reports"
			}
			fmt.Fprintf(&b, "  %s %s, for the %s of %s: %s; %s\n", x.Contract.ID.Value, x.due(), reports, x.rounds(), x.state(), x.last())
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// WriteMarkdown writes dues as a table, for an issue or the summary of a pipeline. Ids and
// days have no sign that Markdown would read.
func (d *Dues) WriteMarkdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### Deliveries: %s\n\n", d.summary())
	if overdue, expected := d.counts(); overdue+expected > 0 {
		b.WriteString("| organisation | dataset | period | report | due | |\n|---|---|---|---|---|---|\n")
	}
	for _, o := range d.Organisations {
		for _, x := range o.runs() {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", o.ID.Value, x.Contract.ID.Value, x.due(), x.rounds(), x.state(), x.last())
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

type jsonOwed struct {
	Organisation string `json:"organisation"`
	Dataset      string `json:"dataset"`
	Period       string `json:"period"`
	Report       string `json:"report"`
	Due          string `json:"due"`           // "" when no day is fixed
	DaysOverdue  int    `json:"days_overdue"`  // 0 when it is still to come
	LastDelivery string `json:"last_delivery"` // "" for never
}

// WriteJSON writes dues as one object, with each period by itself. Every key is always there.
func (d *Dues) WriteJSON(w io.Writer) error {
	all := struct {
		Date string     `json:"date"`
		Owed []jsonOwed `json:"owed"`
	}{d.Date.String(), []jsonOwed{}}
	for _, o := range d.Organisations {
		for _, x := range o.Owed {
			all.Owed = append(all.Owed, jsonOwed{o.ID.Value, x.Contract.ID.Value, x.Due.String(), x.Round.String(), dateJSON(x.Day), x.Overdue, dateJSON(x.Last)})
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func dateJSON(d period.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}
