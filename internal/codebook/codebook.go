// Package codebook holds what figures mean: organisations, code lists,
// indicators, contracts of datasets and events. It knows no numbers and no
// drops. It is the specification of these files of a site:
//
//	ronde.yaml                     Site
//	data/organisations.yaml        Organisations
//	data/indicators.yaml           Indicators: units and indicators
//	data/codelists/<id>.yaml       CodeList
//	data/datasets/<id>.yaml        Contract
//	data/events.yaml               Events: breaks and policy dates
//	content/topics.yaml            Topics: what the sections of reports are about
//
// The same files but the topics stand, as they were used, in the codebook/ folder of a sealed
// edition, and are read from there by the same functions.
//
// Ids are of a-z, 0-9 and hyphen and are never reused. `formerly: [x]` gives an
// id its old name: old drops and editions that say x are read as the new id.
// Codes are the codes of their producers (BE-VLG, Y_LT18, _T) and may have
// upper-case letters, digits, hyphens and underscores.
package codebook

import (
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Codebook is everything that a site's figures mean. It is complete and
// consistent: Load has checked every name that one file uses of another.
type Codebook struct {
	Site          Site
	Organisations []Organisation // in the order of the file
	Units         []Unit
	Indicators    []Indicator // in the order of the file
	CodeLists     []CodeList  // by id
	Contracts     []Contract  // by id
	Events        []Event     // in the order of the file
	Topics        []Topic     // in the order of the file; of a sealed codebook none
	Files         []File      // the files read that a release keeps, by path

	aside map[string]bool // see SetAside
}

// File is one file of the codebook as it was read; a release copies it.
type File struct {
	Path    string
	Content []byte
}

// Site is ronde.yaml.
type Site struct {
	Title      source.Text            `key:"title,required" doc:"Name of the site, per language"`
	Subject    source.Text            `key:"subject" doc:"What the reports are about; begins the title of a report: \"Displaced persons from Ukraine\""`
	Languages  []source.At[string]    `key:"languages,required" pattern:"language" doc:"Languages of the site, in the order in which one replaces another that is missing"`
	BaseURL    string                 `key:"base_url" pattern:"url" doc:"Address of the published site, for canonical links"`
	TimeZone   string                 `key:"time_zone" doc:"Time zone of the organisations, such as Europe/Brussels: a release that is given no date is dated the day that it is there"`
	SiteDate   source.At[period.Date] `key:"site_date" doc:"The day as of which pages are written; without it, the day of the newest release"`
	Licence    Licence                `key:"licence" doc:"Licence of texts and figures"`
	Contact    Contact                `key:"contact" doc:"Whom readers may ask"`
	Theme      source.At[string]      `key:"theme" pattern:"id" doc:"Folder below themes/ whose files override the default theme"`
	Notice     source.Text            `key:"notice" doc:"A sentence that every page shows, such as: this is a demonstration"`
	Validation source.At[string]      `key:"validation" enum:"required|optional" doc:"required: a release takes in no delivery that nobody has signed off; optional when left out"`
	// Accessibility is nil for a site that makes no statement.
	Accessibility *Accessibility          `key:"accessibility" doc:"What is stated about the accessibility of the site; without it there is no statement"`
	Accept        []source.At[Acceptance] `key:"accept" doc:"Warnings that are accepted for the whole site"`
}

// Licence names a licence and where it can be read.
type Licence struct {
	Name string `key:"name" doc:"Short name, such as CC BY 4.0"`
	URL  string `key:"url" pattern:"url" doc:"Where the licence can be read"`
}

// Contact is where questions go: a role, never a person.
type Contact struct {
	Role  source.Text `key:"role" doc:"Function or service, not the name of a person"`
	Email string      `key:"email" pattern:"email" doc:"Mail address of the service"`
	URL   string      `key:"url" pattern:"url" doc:"Contact page"`
}

// Acceptance takes a warning out of the findings, with a reason.
type Acceptance struct {
	ID     string        `key:"id,required" doc:"Id of the warning, as printed in square brackets"`
	Where  string        `key:"where" doc:"What the warning is about, as its message says; left out: all of this id in this file's scope"`
	Until  period.Period `key:"until" doc:"Last round for which the acceptance holds"`
	Reason string        `key:"reason,required" doc:"Why the warning is accepted"`
}

// OrganisationsFile is data/organisations.yaml.
type OrganisationsFile struct {
	Organisations []Organisation `key:"organisations,required" doc:"Institutions that deliver data, in the order in which pages list them"`
}

// Organisation is an institution that delivers data.
type Organisation struct {
	ID       source.At[string]   `key:"id,required" pattern:"id" doc:"Stable id; also the name of its folder in each round"`
	Formerly []source.At[string] `key:"formerly" pattern:"id" doc:"Earlier ids of the same organisation"`
	Name     source.Text         `key:"name,required" doc:"Full name"`
	Short    source.Text         `key:"short" doc:"Short name, as in tables and source lines"`
	Language string              `key:"language" pattern:"language" doc:"Language of its free-text notes"`
	URL      string              `key:"url" pattern:"url" doc:"Its own site"`
	Contact  Contact             `key:"contact" doc:"Where questions on its figures go"`
	From     period.Period       `key:"from" doc:"First round in which it takes part"`
	Until    period.Period       `key:"until" doc:"Last round in which it takes part"`
}

// CodeList is data/codelists/<id>.yaml: the codes of one dimension.
type CodeList struct {
	ID      source.At[string] `key:"id,required" pattern:"id" doc:"Stable id; the file has the same name"`
	Name    source.Text       `key:"name,required" doc:"What the codes distinguish: region, sex, age"`
	Total   source.At[string] `key:"total,required" pattern:"code" doc:"The code that stands for all"`
	Ordered bool              `key:"ordered" doc:"true when the codes follow one another from low to high, as age classes do: by the two codes of another list they make a pyramid"`
	Levels  []Level           `key:"levels" doc:"Levels of the hierarchy, from the total down"`
	Codes   []Code            `key:"codes,required" doc:"The codes, in the order in which tables list them"`

	byName map[string]int // place in Codes by name and former name, made by Load
}

// Level is one level of a hierarchical code list.
type Level struct {
	ID        source.At[string] `key:"id,required" pattern:"id" doc:"Id of the level: country, region, province"`
	Name      source.Text       `key:"name" doc:"Name of the level"`
	Partition *bool             `key:"partition" doc:"false when the codes of this level overlap or leave something out, so that they are never summed; true by default"`
}

// Code is one code of a code list.
type Code struct {
	Code     source.At[string]   `key:"code,required" pattern:"code" doc:"The code"`
	Formerly []source.At[string] `key:"formerly" pattern:"code" doc:"Earlier names of the same code"`
	Label    source.Text         `key:"label,required" doc:"What readers see"`
	Parent   source.At[string]   `key:"parent" pattern:"code" doc:"The code one level up; left out: the total"`
	Level    source.At[string]   `key:"level" pattern:"id" doc:"Its level"`
	From     period.Period       `key:"from" doc:"First period for which the code exists"`
	Until    period.Period       `key:"until" doc:"Last period for which the code exists"`
	Replaces []source.At[string] `key:"replaces" pattern:"code" doc:"Codes that this one takes the place of after a merge or a split; nothing is carried over and a break is drawn"`
	Tile     *Tile               `key:"tile" doc:"Its place on a tile map"`
}

// Tile is the place of a code on a tile map, on which every area is a square of
// the same size, near where it lies. Codes of one level stand beside one another
// on a map, so two levels may use the same places.
type Tile struct {
	Column source.At[int]    `key:"column,required" doc:"Column, counted from 1 at the left"`
	Row    source.At[int]    `key:"row,required" doc:"Row, counted from 1 at the top"`
	Short  source.At[string] `key:"short,required" doc:"What stands in the tile, at most four characters: ANT"`
}

// IndicatorsFile is data/indicators.yaml.
type IndicatorsFile struct {
	Units      []Unit      `key:"units,required" doc:"Units of measure"`
	Indicators []Indicator `key:"indicators,required" doc:"What is measured, in the order in which pages list it"`
}

// Unit is a unit of measure.
type Unit struct {
	ID        source.At[string] `key:"id,required" pattern:"id" doc:"Stable id"`
	Label     source.Text       `key:"label,required" doc:"After a number other than one: persons"`
	One       source.Text       `key:"one" doc:"After the number one: person; left out: as label"`
	Percent   bool              `key:"percent" doc:"true when numbers are printed with a per cent sign and differences are percentage points"`
	Countable bool              `key:"countable" doc:"true when values are counts: whole and never negative"`
}

// Measure is the measure type of an indicator; it decides what may be summed.
type Measure string

// The measure types.
const (
	Flow       Measure = "flow"       // in the period
	Stock      Measure = "stock"      // at a date
	Cumulative Measure = "cumulative" // since a date
	Share      Measure = "share"      // part of a named base
	Ratio      Measure = "ratio"      // of two different things
)

// Indicator is what is measured.
type Indicator struct {
	ID         source.At[string]             `key:"id,required" pattern:"id" doc:"Stable id; unit, measure type and population never change under it"`
	Formerly   []source.At[string]           `key:"formerly" pattern:"id" doc:"Earlier ids of the same indicator"`
	Name       source.Text                   `key:"name,required" doc:"What readers see"`
	Definition source.Text                   `key:"definition,required" doc:"Who or what is counted, and what is not"`
	Population string                        `key:"population" pattern:"id" doc:"Id of the group counted; indicators of one population are protected together"`
	Unit       source.At[string]             `key:"unit,required" pattern:"id" doc:"Id of the unit"`
	Decimals   int                           `key:"decimals" doc:"Digits after the decimal sign when printed"`
	Measure    source.At[Measure]            `key:"measure,required" enum:"flow|stock|cumulative|share|ratio" doc:"Measure type: flow in the period, stock at a date, cumulative since a date, share or ratio of a named base"`
	Since      period.Date                   `key:"since" doc:"First day counted by a cumulative indicator"`
	Base       source.Text                   `key:"base" doc:"What a delivered share or ratio is a part of"`
	Dimensions source.Map[source.At[string]] `key:"dimensions" pattern:"id" doc:"Dimension id: code list id, in the order of a key"`
	Totals     source.Map[Totals]            `key:"totals" doc:"Dimension id: how the total of that dimension comes about; delivered when left out"`
	Suppliers  []source.At[string]           `key:"suppliers" pattern:"id" doc:"Datasets that may supply the same key, the preferred one first"`
	LookAlikes []source.At[string]           `key:"look_alikes" pattern:"id" doc:"Indicators that are easily mistaken for this one"`
	Balance    *Balance                      `key:"balance" doc:"How a stock follows from flows, for a warning when it does not"`
	Derived    *Derivation                   `key:"derived" doc:"For an indicator that is computed and never delivered"`
}

// Totals says how the total code of a dimension comes about.
type Totals struct {
	How       source.At[string] `key:"how,required" enum:"delivered|computed|both" doc:"delivered: by the organisation; computed: the sum of the parts; both: delivered and compared with the sum"`
	Level     source.At[string] `key:"level" pattern:"id" doc:"Level whose codes are summed; left out: the children of the total"`
	Tolerance number.Decimal    `key:"tolerance" doc:"Difference between delivered total and sum that rounding explains"`
}

// Balance is stock(t) = stock(t−1) + in − out, within the tolerance.
type Balance struct {
	In        []source.At[string] `key:"in,required" pattern:"id" doc:"Indicators that add to the stock"`
	Out       []source.At[string] `key:"out" pattern:"id" doc:"Indicators that take from the stock"`
	Tolerance number.Decimal      `key:"tolerance" doc:"Difference that rounding and delays explain"`
}

// Derivation declares a derived indicator: exactly one of its fields is set.
type Derivation struct {
	Share      *ShareOf    `key:"share" doc:"part as per cent of base"`
	Difference *Difference `key:"difference" doc:"from minus subtract"`
	Per        *PerBase    `key:"per" doc:"part per so many of base, such as per 1 000 inhabitants"`
	Sum        *SumOver    `key:"sum" doc:"sum over codes of a dimension"`
}

// ShareOf is 100 × part ÷ base, both of the same period and codes.
type ShareOf struct {
	Part source.At[string] `key:"part,required" pattern:"id" doc:"Indicator of the part"`
	Base source.At[string] `key:"base,required" pattern:"id" doc:"Indicator of the base"`
}

// Difference is from − subtract, both of the same period and codes.
type Difference struct {
	From     source.At[string] `key:"from,required" pattern:"id" doc:"Indicator from which the other is taken"`
	Subtract source.At[string] `key:"subtract,required" pattern:"id" doc:"Indicator that is taken away"`
}

// PerBase is count × part ÷ base. The base is the latest stock at or before
// the end of the part's period, such as the population on 1 January.
type PerBase struct {
	Part  source.At[string] `key:"part,required" pattern:"id" doc:"Indicator of the part"`
	Base  source.At[string] `key:"base,required" pattern:"id" doc:"Indicator of the base, a stock"`
	Count source.At[int]    `key:"count,required" doc:"per how many of the base: 1000"`
}

// SumOver is the sum of an indicator over some codes of one dimension; the
// result has the other dimensions.
type SumOver struct {
	Of        source.At[string]   `key:"of,required" pattern:"id" doc:"Indicator that is summed"`
	Dimension source.At[string]   `key:"dimension,required" pattern:"id" doc:"Dimension over which is summed"`
	Codes     []source.At[string] `key:"codes,required" pattern:"code" doc:"Codes that are summed"`
}

// EventsFile is data/events.yaml.
type EventsFile struct {
	Events []Event `key:"events,required" doc:"Breaks in series and policy dates, oldest first"`
}

// Event is a break of a series or a date that figures may show.
type Event struct {
	ID         source.At[string]             `key:"id,required" pattern:"id" doc:"Stable id"`
	Date       source.At[period.Date]        `key:"date,required" doc:"Day of the event; of a break, the first day of the new series"`
	Kind       source.At[string]             `key:"kind,required" enum:"break|policy" doc:"break: figures before and after are not comparable; policy: a date worth marking"`
	Label      source.Text                   `key:"label,required" doc:"Short label for pictures, of a policy date at most 36 characters"`
	Note       source.Text                   `key:"note" doc:"What changed, for notes under figures"`
	Indicators []source.At[string]           `key:"indicators" pattern:"id" doc:"Indicators that it concerns"`
	Where      source.Map[source.At[string]] `key:"where" pattern:"code" doc:"Dimension id: code, when it concerns only some series"`
}
