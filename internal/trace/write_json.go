package trace

import (
	"encoding/json"
	"io"

	"ronde/internal/compare"
	"ronde/internal/derive"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

type jsonKey struct {
	Indicator string `json:"indicator"`
	Codes     string `json:"codes"`
	Period    string `json:"period"`
}

type jsonValue struct {
	Value     *string `json:"value"` // null for none; as text, so that no digit is lost
	Status    string  `json:"status"`
	Qualifier string  `json:"qualifier"`
}

type jsonDelivery struct {
	Drop      string     `json:"drop"`
	Received  string     `json:"received"`
	File      string     `json:"file"`
	Line      int        `json:"line"`
	Column    int        `json:"column"`
	Cell      string     `json:"cell"`
	Period    string     `json:"period"`
	Withdrawn bool       `json:"withdrawn"`
	Says      *jsonValue `json:"says"` // null when it is withdrawn
	TakenBy   string     `json:"taken_by"`
}

type jsonRow struct {
	jsonValue
	Period  string `json:"period"`
	Drop    string `json:"drop"`
	Removed bool   `json:"removed"`
}

type jsonRelease struct {
	ID        string     `json:"id"`
	Released  string     `json:"released"`
	Prints    *jsonValue `json:"prints"` // null when it prints nothing
	Drop      string     `json:"drop"`
	Sealed    []jsonRow  `json:"sealed"`
	Addresses []string   `json:"addresses"`
}

type jsonTrace struct {
	Key        jsonKey        `json:"key"`
	Today      *jsonValue     `json:"today"` // null when nothing is published
	State      string         `json:"state"`
	Observed   string         `json:"observed"`
	Drop       string         `json:"drop"`
	Parts      []jsonKey      `json:"parts"`
	Deliveries []jsonDelivery `json:"deliveries"`
	Releases   []jsonRelease  `json:"releases"`
}

// WriteJSON writes a trace as one object. Every object has every key.
func (t *Trace) WriteJSON(w io.Writer) error {
	all := jsonTrace{
		Key: keyJSON(t.Key), State: t.Today.State.String(), Observed: periodJSON(t.Today.Observed),
		Parts: []jsonKey{}, Deliveries: []jsonDelivery{}, Releases: []jsonRelease{},
	}
	if v := t.Today; v.State != derive.Absent {
		all.Today = &jsonValue{Status: v.Status.String(), Qualifier: v.Qualifier.String()}
		if v.State == derive.Known {
			text := v.Number.String()
			all.Today.Value = &text
		}
		if v.Dataset != "" {
			all.Drop = v.Drop.String()
		}
	}
	for _, key := range t.Parts {
		all.Parts = append(all.Parts, keyJSON(key))
	}
	for _, d := range t.Deliveries {
		j := jsonDelivery{
			Drop: d.Drop.String(), Received: d.Received.String(), File: d.At.File, Line: d.At.Line, Column: d.At.Column, Cell: d.At.Cell,
			Period: periodJSON(d.Period), Withdrawn: d.Withdrawn, Says: sayingJSON(d.Value),
		}
		if d.TakenBy != (seal.ReleaseID{}) {
			j.TakenBy = d.TakenBy.String()
		}
		all.Deliveries = append(all.Deliveries, j)
	}
	for _, r := range t.Releases {
		j := jsonRelease{
			ID: r.Edition.ID().String(), Released: r.Edition.Released.String(), Prints: sayingJSON(r.Said), Drop: r.Said.Drop,
			Sealed: []jsonRow{}, Addresses: append([]string{}, r.Addresses()...),
		}
		for _, row := range r.Rows {
			said := compare.Saying{Said: true, HasValue: row.HasValue, Value: row.Value, Status: row.Status, Qualifier: row.Qualifier}
			j.Sealed = append(j.Sealed, jsonRow{*sayingJSON(said), periodJSON(row.Period), row.Drop.String(), row.Removed})
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

func sayingJSON(s compare.Saying) *jsonValue {
	if !s.Said {
		return nil
	}
	j := &jsonValue{Status: s.Status.String(), Qualifier: s.Qualifier.String()}
	if s.HasValue {
		text := s.Value.String()
		j.Value = &text
	}
	return j
}
