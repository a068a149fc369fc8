package proposal

import (
	"bytes"
	"encoding/json"
	"io"

	"ronde/internal/compare"
)

type jsonProposal struct {
	Base          string             `json:"base"`
	Same          bool               `json:"same"`
	Unread        bool               `json:"unread"`
	Attention     []jsonAttention    `json:"attention"`
	Organisations []jsonOrganisation `json:"organisations"`
	Reports       []jsonReport       `json:"reports"`
	Files         []jsonFile         `json:"files"`
}

type jsonFile struct {
	Path string       `json:"path"`
	Kind compare.Kind `json:"kind"`
}

type jsonAttention struct {
	jsonFile
	Reason Reason `json:"reason"`
	Of     string `json:"of"`
}

type jsonOrganisation struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Datasets []jsonDataset `json:"datasets"`
}

type jsonDataset struct {
	ID         string          `json:"id"`
	Contract   compare.Kind    `json:"contract"` // "" when it is the same
	Deliveries []jsonDelivery  `json:"deliveries"`
	Indicators []jsonIndicator `json:"indicators"`
}

type jsonDelivery struct {
	Drop     string       `json:"drop"`
	Kind     compare.Kind `json:"kind"`
	Received string       `json:"received"` // "" when its description cannot be read
}

type jsonIndicator struct {
	ID      string      `json:"id"`
	Added   int         `json:"added"`
	Changed int         `json:"changed"`
	Removed int         `json:"removed"`
	Values  []jsonValue `json:"values"`
}

// A jsonValue is a value in words, as the other forms print it: a masked count is no
// number.
type jsonValue struct {
	Key    string       `json:"key"`
	Kind   compare.Kind `json:"kind"`
	Before string       `json:"before"`
	After  string       `json:"after"`
}

type jsonReport struct {
	Round      string          `json:"round"`
	Released   []string        `json:"released"`
	New        bool            `json:"new"`
	Gone       bool            `json:"gone"`
	Comparison json.RawMessage `json:"comparison"` // as ronde diff OLD NEW writes it, or null
}

// WriteJSON writes a proposal as one object, with all values. Every object has every key.
func (p *Proposal) WriteJSON(w io.Writer) error {
	all := jsonProposal{
		Base: p.Base, Same: p.Same(), Unread: p.Unread, Attention: []jsonAttention{}, Organisations: []jsonOrganisation{},
		Reports: []jsonReport{}, Files: []jsonFile{},
	}
	for _, f := range p.Files {
		all.Files = append(all.Files, jsonFile(f))
	}
	for _, a := range p.Attention {
		all.Attention = append(all.Attention, jsonAttention{jsonFile(a.File), a.Reason, a.Of})
	}
	for _, o := range p.Organisations {
		j := jsonOrganisation{o.ID, o.Name, []jsonDataset{}}
		for _, d := range o.Datasets {
			j.Datasets = append(j.Datasets, p.datasetJSON(d))
		}
		all.Organisations = append(all.Organisations, j)
	}
	for _, r := range p.Reports {
		j := jsonReport{Round: r.Round.String(), Released: []string{}, New: r.New, Gone: r.Gone, Comparison: json.RawMessage("null")}
		for _, id := range r.Released {
			j.Released = append(j.Released, id.String())
		}
		if r.Comparison != nil {
			var b bytes.Buffer
			if err := r.Comparison.WriteJSON(&b); err != nil {
				return err
			}
			j.Comparison = b.Bytes()
		}
		all.Reports = append(all.Reports, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func (p *Proposal) datasetJSON(d Dataset) jsonDataset {
	j := jsonDataset{d.ID, d.Contract, []jsonDelivery{}, []jsonIndicator{}}
	for _, delivery := range d.Deliveries {
		received := ""
		if delivery.Received != 0 {
			received = delivery.Received.String()
		}
		j.Deliveries = append(j.Deliveries, jsonDelivery{delivery.Drop, delivery.Kind, received})
	}
	for _, i := range d.Indicators {
		k := jsonIndicator{i.ID, i.Count(compare.Appeared), i.Count(compare.Changed), i.Count(compare.Disappeared), []jsonValue{}}
		for _, v := range i.Values {
			before, after, _ := p.says(v)
			k.Values = append(k.Values, jsonValue{v.Key.String(), v.Kind(), before, after})
		}
		j.Indicators = append(j.Indicators, k)
	}
	return j
}
