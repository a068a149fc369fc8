package trace

import (
	"encoding/json"
	"io"

	"ronde/internal/compare"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

type jsonKey struct {
	Indicator string `json:"indicator"`
	Codes     string `json:"codes"`
	Period    string `json:"period"`
}

type jsonOrigin struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
}

type jsonDelivery struct {
	Drop      string         `json:"drop"`
	Received  string         `json:"received"`
	File      string         `json:"file"`
	Line      int            `json:"line"`
	Column    int            `json:"column"`
	Cell      string         `json:"cell"`
	Workbook  *jsonOrigin    `json:"workbook"` // null when it was not imported
	Period    string         `json:"period"`
	Withdrawn bool           `json:"withdrawn"`
	Says      compare.Saying `json:"says"` // null when it is withdrawn
	TakenBy   string         `json:"taken_by"`
}

type jsonRow struct {
	Says    compare.Saying `json:"says"`
	Period  string         `json:"period"`
	Removed bool           `json:"removed"`
}

type jsonRelease struct {
	ID        string         `json:"id"`
	Released  string         `json:"released"`
	Prints    compare.Saying `json:"prints"` // null when it prints nothing
	Sealed    []jsonRow      `json:"sealed"`
	Addresses []string       `json:"addresses"`
	// Withdrawn is the release that withdrew the report, "" for none; WithdrawnFigures are
	// those that withdrew figures, by their ids.
	Withdrawn        string            `json:"withdrawn"`
	WithdrawnFigures map[string]string `json:"withdrawn_figures"`
}

type jsonTrace struct {
	Key        jsonKey        `json:"key"`
	Today      compare.Saying `json:"today"` // null when nothing is published
	State      string         `json:"state"`
	Observed   string         `json:"observed"`
	Parts      []jsonKey      `json:"parts"`
	Deliveries []jsonDelivery `json:"deliveries"`
	Releases   []jsonRelease  `json:"releases"`
}

// WriteJSON writes a trace as one object. Every object has every key.
func (t *Trace) WriteJSON(w io.Writer) error {
	all := jsonTrace{
		Key: keyJSON(t.Key), Today: t.says(), State: t.Today.State.String(), Observed: periodJSON(t.Today.Observed),
		Parts: []jsonKey{}, Deliveries: []jsonDelivery{}, Releases: []jsonRelease{},
	}
	for _, key := range t.Parts {
		all.Parts = append(all.Parts, keyJSON(key))
	}
	for _, d := range t.Deliveries {
		j := jsonDelivery{
			Drop: d.Drop.String(), Received: d.Received.String(), File: d.At.File, Line: d.At.Line, Column: d.At.Column, Cell: d.At.Cell,
			Period: periodJSON(d.Period), Withdrawn: d.Withdrawn, Says: d.Value,
		}
		if d.Workbook != (Origin{}) {
			j.Workbook = &jsonOrigin{d.Workbook.File, d.Workbook.Sheet, d.Workbook.Cell}
		}
		if d.TakenBy != (seal.ReleaseID{}) {
			j.TakenBy = d.TakenBy.String()
		}
		all.Deliveries = append(all.Deliveries, j)
	}
	for _, r := range t.Releases {
		j := jsonRelease{
			ID: r.Edition.ID().String(), Released: r.Edition.Released.String(), Prints: r.Said,
			Sealed: []jsonRow{}, Addresses: append([]string{}, r.Addresses()...),
			Withdrawn: r.Withdrawn, WithdrawnFigures: r.WithdrawnFigures,
		}
		for _, row := range r.Rows {
			j.Sealed = append(j.Sealed, jsonRow{compare.Given(row.Observation, row.Drop.String()), periodJSON(row.Period), row.Removed})
		}
		all.Releases = append(all.Releases, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func keyJSON(k observation.Key) jsonKey {
	return jsonKey{k.Indicator, string(k.Codes), periodJSON(k.Period)}
}

func periodJSON(p period.Period) string {
	if p.IsZero() {
		return ""
	}
	return p.String()
}
