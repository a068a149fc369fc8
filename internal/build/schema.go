package build

import (
	"strings"

	"ronde/internal/calendar"
	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/meeting"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// schemas are the kinds of YAML file of a site, in the order in which somebody
// who sets one up meets them. Each is described by the struct that its reader
// decodes into.
var schemas = []struct {
	kind, title string
	sample      any
}{
	{"site", "ronde.yaml: a site", codebook.Site{}},
	{"organisations", "data/organisations.yaml: who delivers", codebook.OrganisationsFile{}},
	{"indicators", "data/indicators.yaml: units and what is measured", codebook.IndicatorsFile{}},
	{"codelist", "data/codelists/<id>.yaml: the codes of a dimension", codebook.CodeList{}},
	{"contract", "data/datasets/<id>.yaml: the contract of a dataset", codebook.Contract{}},
	{"events", "data/events.yaml: breaks and policy dates", codebook.EventsFile{}},
	{"topics", "content/topics.yaml: what sections of reports are about", codebook.TopicsFile{}},
	{"drop", "data/drops/<round>/<organisation>/<dataset>.yaml: a delivery", drop.Description{}},
	{"report", "content/reports/<round>/report.yaml: a round", edition.ReportFile{}},
	{"figures", "figures.yaml: figures", edition.FiguresFile{}},
	{"meeting", "content/meetings/<day>.yaml: the facts of a meeting", meeting.File{}},
	{"calendar", "content/calendar.yaml: planned releases", calendar.File{}},
	{"edition", "edition.yaml: a sealed edition", seal.ManifestFile{}},
	{"inputs", "inputs.yaml: what an edition was made from", seal.Inputs{}},
}

// SchemaKinds lists the kinds of YAML file.
func SchemaKinds() []string {
	kinds := make([]string, len(schemas))
	for i, s := range schemas {
		kinds[i] = s.kind
	}
	return kinds
}

// Schema gives the JSON Schema of one kind.
func Schema(kind string) ([]byte, error) {
	for _, s := range schemas {
		if s.kind == kind {
			return source.Schema(s.title, "ronde/"+kind+".schema.json", s.sample)
		}
	}
	return nil, diag.Refuse("there is no kind of file %q; the kinds are %s", kind, strings.Join(SchemaKinds(), ", "))
}
