package compare

import (
	"encoding/json"
	"io"

	"ronde/internal/edition"
)

type jsonEdition struct {
	ID       string            `json:"id"`
	Released string            `json:"released"` // a draft's is empty
	Kind     string            `json:"kind"`
	Reason   map[string]string `json:"reason"`
}

// MarshalJSON writes null for nothing said. The value is a text, so that no digit is lost,
// and null where there is none.
func (s Saying) MarshalJSON() ([]byte, error) {
	if !s.Said {
		return []byte("null"), nil
	}
	j := struct {
		Value     *string `json:"value"`
		Status    string  `json:"status"`
		Qualifier string  `json:"qualifier"`
		Drop      string  `json:"drop"`
	}{Status: s.Status.String(), Qualifier: s.Qualifier.String(), Drop: s.Drop}
	if s.HasValue {
		text := s.Value.String()
		j.Value = &text
	}
	return json.Marshal(j)
}

type jsonValue struct {
	Indicator  string  `json:"indicator"`
	Codes      string  `json:"codes"`
	Period     string  `json:"period"`
	Change     Kind    `json:"change"`
	Old        Saying  `json:"old"` // null when the edition says nothing
	New        Saying  `json:"new"`
	Difference *string `json:"difference"`
	Percent    *string `json:"percent"`
	Headline   bool    `json:"headline"`
}

// MarshalJSON writes the key, how the value differs, and what both editions say. Numbers
// are texts, so that no digit is lost; a difference is null where there is none.
func (v Value) MarshalJSON() ([]byte, error) {
	j := jsonValue{
		Indicator: v.Key.Indicator, Codes: string(v.Key.Codes), Period: v.Key.Period.String(), Change: v.Kind(),
		Old: v.Old, New: v.New, Headline: v.Headline,
	}
	if d, ok := v.Difference(); ok {
		text := d.String()
		j.Difference = &text
	}
	if p, ok := v.Percent(); ok {
		text := p.String()
		j.Percent = &text
	}
	return json.Marshal(j)
}

type jsonFigure struct {
	ID      string `json:"id"`
	Change  Kind   `json:"change"`
	Values  int    `json:"values"`
	Redrawn bool   `json:"redrawn"`
}

type jsonRun struct {
	Edit Edit   `json:"edit"`
	Text string `json:"text"`
}

type jsonText struct {
	Language   string      `json:"language"`
	Part       Part        `json:"part"`
	Figure     string      `json:"figure"`
	Paragraphs [][]jsonRun `json:"paragraphs"`
}

type jsonLanguage struct {
	Language string `json:"language"`
	Change   Kind   `json:"change"`
}

type jsonDelivery struct {
	Drop     string `json:"drop"`
	Received string `json:"received"`
	Change   Kind   `json:"change"`
}

type jsonShared struct {
	File   string `json:"file"`
	Change Kind   `json:"change"`
}

type jsonComparison struct {
	Old       jsonEdition    `json:"old"`
	New       jsonEdition    `json:"new"`
	Same      bool           `json:"same"`
	Headline  bool           `json:"headline"`
	Values    []Value        `json:"values"`
	Figures   []jsonFigure   `json:"figures"`
	Languages []jsonLanguage `json:"languages"`
	Texts     []jsonText     `json:"texts"`
	// Deliveries and Shared say where differences come from.
	Deliveries []jsonDelivery `json:"deliveries"`
	Shared     []jsonShared   `json:"shared"`
}

// WriteJSON writes a comparison as one object. Every object has every key.
func (c *Comparison) WriteJSON(w io.Writer) error {
	all := jsonComparison{
		Old: editionJSON(c.Old), New: editionJSON(c.New), Same: c.Same(), Headline: c.Headline,
		Values: append([]Value{}, c.Values...), Figures: []jsonFigure{}, Languages: []jsonLanguage{}, Texts: []jsonText{},
		Deliveries: []jsonDelivery{}, Shared: []jsonShared{},
	}
	for _, d := range c.Deliveries {
		all.Deliveries = append(all.Deliveries, jsonDelivery{d.Drop, d.Received.String(), d.Kind})
	}
	for _, s := range c.Shared {
		all.Shared = append(all.Shared, jsonShared{s.Path, s.Kind})
	}
	for _, f := range c.Figures {
		all.Figures = append(all.Figures, jsonFigure{f.ID(), f.Kind(), f.Values, f.Redrawn})
	}
	for _, l := range c.Languages {
		all.Languages = append(all.Languages, jsonLanguage{l.Tag, l.Kind})
	}
	for _, t := range c.Texts {
		j := jsonText{t.Language, t.Part, t.Figure, nil}
		for _, runs := range t.Paragraphs {
			var line []jsonRun
			for _, r := range runs {
				line = append(line, jsonRun(r))
			}
			j.Paragraphs = append(j.Paragraphs, line)
		}
		all.Texts = append(all.Texts, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func editionJSON(e *edition.Edition) jsonEdition {
	j := jsonEdition{ID: e.ID().String(), Kind: string(e.Kind), Reason: map[string]string{}}
	if !e.Draft() {
		j.Released = e.Released.String()
	}
	for _, language := range e.Reason.Languages() {
		j.Reason[language], _ = e.Reason.In(language)
	}
	return j
}
