// Package edition makes reports and keeps them: it compiles a round into a text
// and figures whose numbers come from protected data, writes what it made as
// the files of a sealed edition, and reads them back.
//
// An Edition is the only thing that passes from the analysts' line of Ronde to
// the readers' line. A draft is an Edition that is not sealed: it is compiled
// the same way and shown the same way.
//
// # Files of an edition
//
// Package seal describes the folder, the hashes and data/. The others are:
//
// text.<lang>.md holds the text of one language. Between --- at its top stand
// title, description and main_points; below them the Markdown, in which every
// number is a link to its entry in numbers.csv, [1 037](#n12), every figure an
// image whose target is the file of its data,
// ![title](figures/attestations-month.csv), and a section about a topic names it
// behind its heading, ## Protection {#protection}.
//
// numbers.csv lists the numbers of all texts: number (n12), language, form,
// indicator, codes, period, drop, value, printed. The value is unformatted; it
// is empty where words stand in place of a number.
//
// figures/<id>.yaml is the Figure without its points and figures/<id>.csv are the
// points: series and category (counted from 1), period, value, status,
// qualifier, marks, drop. The marks are r (revised since an earlier release),
// g (reconstructed vintage) and i (idle: without a value because none was due).
//
// words.<lang>.yaml are Words: names, definitions, legends, sources and contacts
// in one language.
//
// Numbers in figures are sealed as values with their number of decimals; they
// are printed in the language of the text by the rules of package locale.
package edition

import (
	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Edition is a report as it was, or would be, released.
type Edition struct {
	seal.Manifest
	Seal    string            // "" for a draft
	Texts   map[string]*Text  // by language
	Words   map[string]*Words // by language: the same languages as Texts
	Figures []*Figure         // in order of first appearance in the texts, then by id
	Numbers []Number          // in the order of the texts, language by language
	// Observations are what this release publishes first, or publishes in
	// another form than before, under the names of its own codebook.
	Observations *disclose.Observations
	Rows         seal.Rows          // the same of a sealed edition, as sealed
	Codebook     *codebook.Codebook // as it was used
}

// Draft reports whether the edition is not sealed.
func (e *Edition) Draft() bool { return e.Seal == "" }

// Figure gives a figure by its id.
func (e *Edition) Figure(id string) (*Figure, bool) {
	for _, f := range e.Figures {
		if f.ID == id {
			return f, true
		}
	}
	return nil, false
}

// Language gives the language in which the edition shows itself to a reader of
// the one named: that one, or the first in which it was sealed.
func (e *Edition) Language(reader string) string {
	if _, ok := e.Texts[reader]; ok {
		return reader
	}
	return e.Languages[0]
}

// Text is a report in one language, its numbers resolved.
type Text struct {
	Title       string   `key:"title,required" doc:"Title"`
	Description string   `key:"description" doc:"Description for lists and search engines"`
	MainPoints  []string `key:"main_points" doc:"Main points, in Markdown"`
	Body        string   // Markdown
}

// Number is one number, or words in place of one, printed in a text.
type Number struct {
	ID       string // n12; unique within a language
	Language string
	Form     string
	Key      observation.Key
	Drop     string // newest drop that the number rests on
	Value    number.Decimal
	HasValue bool
	Printed  string
}

// Figure is a chart, a table or a row of key figures, with its data and texts.
type Figure struct {
	ID         string       `key:"id,required" doc:"Id"`
	Kind       FigureKind   `key:"kind,required" enum:"key-figures|table|line|column|bar|sparkline" doc:"How it is shown"`
	Across     string       `key:"across,required" doc:"What the categories are: period, indicator or a dimension"`
	ScaleBreak bool         `key:"scale_break" doc:"true when the scale does not begin at zero"`
	Series     []Series     `key:"series,required" doc:"The series"`
	Categories []Category   `key:"categories" doc:"The categories, when they are not periods"`
	Breaks     []Break      `key:"breaks" doc:"Breaks of the series"`
	Texts      []FigureText `key:"texts,required" doc:"Texts, one for each language"`
	// Periods is the axis when the categories are periods: every period from
	// the first to the last, also those without a value.
	Periods []period.Period
	// Points holds, for each series, one point for each period or category.
	Points [][]Point
}

// Series is one series of a figure.
type Series struct {
	Indicator string      `key:"indicator,required" doc:"Id of the indicator"`
	Codes     string      `key:"codes" doc:"Codes, joined by points"`
	Name      source.Text `key:"name,required" doc:"Name in the figure"`
	Unit      source.Text `key:"unit,required" doc:"Unit"`
	Decimals  int         `key:"decimals" doc:"Digits after the decimal sign when printed"`
	Percent   bool        `key:"percent" doc:"true when printed with a per cent sign"`
	Derived   bool        `key:"derived" doc:"true when computed by Ronde"`
}

// Category is a row or a bar that is not a period.
type Category struct {
	Code string      `key:"code,required" doc:"Code or id of the indicator"`
	Name source.Text `key:"name,required" doc:"Name in the figure"`
}

// Break is a break of the series of a figure.
type Break struct {
	Before period.Period `key:"before,required" doc:"First period of the new series"`
	Note   source.Text   `key:"note,required" doc:"What changed"`
}

// FigureText is what a figure says in one language.
type FigureText struct {
	Language string   `key:"language,required" doc:"Language"`
	Title    string   `key:"title,required" doc:"Title"`
	Subtitle string   `key:"subtitle" doc:"Subtitle"`
	Alt      string   `key:"alt" doc:"Alternative text"`
	Notes    []Remark `key:"notes" doc:"Notes"`
	Source   string   `key:"source" doc:"Sources and the days received"`
	Tiles    []Tile   `key:"tiles" doc:"Key figures in words"`
}

// Remark is a note under a figure, perhaps with a mark or a number.
type Remark struct {
	Mark string `key:"mark" doc:"Mark or number that it explains"`
	Text string `key:"text,required" doc:"The note"`
}

// Tile is a key figure in words, one for each series of the figure.
type Tile struct {
	Qualifier string       `key:"qualifier" doc:"Word before the number: about, more than"`
	Printed   string       `key:"printed,required" doc:"The number as printed, or a mark"`
	Absent    string       `key:"absent" doc:"What the mark means, when there is no number"`
	Unit      string       `key:"unit" doc:"Unit"`
	When      string       `key:"when" doc:"Period, as in: in July 2022"`
	Tags      []Remark     `key:"tags" doc:"Status marks with their words"`
	Trend     string       `key:"trend" doc:"The change as a sentence"`
	Changes   []TileChange `key:"changes" doc:"Changes with their bases"`
	Source    string       `key:"source" doc:"Suppliers"`
	Caption   string       `key:"caption" doc:"Periods of the small picture"`
	Alt       string       `key:"alt" doc:"Alternative text of the small picture"`
}

// TileChange compares a key figure with an earlier one.
type TileChange struct {
	Against    string `key:"against,required" doc:"Earlier period"`
	Difference string `key:"difference" doc:"Difference as printed"`
	Percent    string `key:"percent" doc:"Difference in per cent as printed"`
	Base       string `key:"base" doc:"Earlier value as printed"`
	Note       string `key:"note" doc:"Why no comparison is made"`
}

// Point is one value of a figure.
type Point struct {
	Period        period.Period
	Value         number.Decimal
	HasValue      bool
	Status        observation.Status
	Qualifier     observation.Qualifier
	Revised       bool
	Reconstructed bool
	// Idle is true when there is no value because none was due: the series had
	// not begun, or is delivered at irregular dates.
	Idle bool
	// Present and Expected count the parts of a computed total that lacks some;
	// both are 0 otherwise.
	Present, Expected int
	Drop              string // newest drop that the value rests on; "" when there is none
}

// Words are the names and sentences of an edition in one language, apart from
// its text and figures.
type Words struct {
	Indicators []IndicatorWords `key:"indicators" doc:"Indicators that the edition shows"`
	Legend     []Remark         `key:"legend" doc:"Marks that the edition uses, with their meaning"`
	Contacts   []ContactWords   `key:"contacts" doc:"Who answers for the figures"`
	Methods    []DatasetWords   `key:"methods" doc:"Datasets that the edition draws on"`
	Notices    []NoticeWords    `key:"notices" doc:"Dated notices above the report"`
	Coverage   *CoverageWords   `key:"coverage" doc:"How complete the round was"`
	LeftOut    []string         `key:"left_out" doc:"What was not published to protect persons"`
	Cite       string           `key:"cite" doc:"How to name the report"`
	Period     string           `key:"period" doc:"The days that the round covers"`
}

// IndicatorWords are the name and definition of an indicator.
type IndicatorWords struct {
	ID         string `key:"id,required" doc:"Id"`
	Name       string `key:"name,required" doc:"Name"`
	Unit       string `key:"unit,required" doc:"Unit"`
	Definition string `key:"definition,required" doc:"Definition"`
}

// ContactWords are an organisation and where it can be asked.
type ContactWords struct {
	Organisation string `key:"organisation,required" doc:"Id"`
	Name         string `key:"name,required" doc:"Name"`
	Email        string `key:"email" doc:"Mail address"`
	URL          string `key:"url" doc:"Page"`
}

// DatasetWords are the name and supplier of a dataset.
type DatasetWords struct {
	Dataset      string `key:"dataset,required" doc:"Id"`
	Name         string `key:"name,required" doc:"Name"`
	Organisation string `key:"organisation,required" doc:"Supplier"`
}

// NoticeWords are a notice in one language.
type NoticeWords struct {
	Date period.Date `key:"date,required" doc:"Day"`
	Text string      `key:"text,required" doc:"The sentence"`
}

// CoverageWords say how complete the round was.
type CoverageWords struct {
	Fraction string     `key:"fraction,required" doc:"11 of 12, as printed"`
	Text     string     `key:"text,required" doc:"What the fraction counts"`
	Gaps     []GapWords `key:"gaps" doc:"Missing and late deliveries, breaks"`
}

// GapWords are one missing or late delivery, or a break.
type GapWords struct {
	Kind string `key:"kind,required" enum:"late|missing|break" doc:"What is wrong"`
	Name string `key:"name,required" doc:"Organisation and dataset, or series"`
	Text string `key:"text,required" doc:"The sentence"`
}
