package codebook

import (
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Contract is data/datasets/<id>.yaml: what one organisation delivers again
// and again, and how.
//
// A file of layout long has one period column and one value column, and one of
// layout wide one period column and a value column for each indicator; in a
// file of layout periods-across the headers are the periods. The indicator of a
// row is named once: by `indicator`, by the value column, or in a column with
// `is: indicator`, whose `codes` then list all indicators of the dataset. All
// indicators have the dimensions that the columns give, with the same code
// lists; what no column gives is fixed.
type Contract struct {
	ID           source.At[string]               `key:"id,required" pattern:"id" doc:"Stable id of the dataset; the contract and each drop have this name"`
	Formerly     []source.At[string]             `key:"formerly" pattern:"id" doc:"Earlier ids of the same dataset"`
	Organisation source.At[string]               `key:"organisation,required" pattern:"id" doc:"Who delivers it"`
	Name         source.Text                     `key:"name,required" doc:"What readers see"`
	Description  source.Text                     `key:"description" doc:"How the figures come about: source system, coverage, known limits"`
	Delivers     source.At[string]               `key:"delivers,required" enum:"increment|series|snapshot" doc:"What a new drop does to earlier ones. increment: keys that are absent stay; series: a key absent between the first and last period of the drop has vanished; snapshot: the dates in the drop are replaced whole"`
	Absent       source.At[string]               `key:"absent" enum:"error|missing|zero" doc:"What an absent row of an expected key means in a new period; error when left out"`
	Expect       source.Map[[]source.At[string]] `key:"expect" pattern:"code" doc:"Dimension id: codes that every new period must have; left out: nothing is expected beyond what arrives"`
	Rhythm       source.At[string]               `key:"rhythm,required" enum:"monthly|quarterly|annual|irregular" doc:"How often a new period is due"`
	Due          int                             `key:"due" doc:"Days after the end of a period when its figures are due"`
	From         source.At[period.Period]        `key:"from" doc:"First period that is due"`
	Until        source.At[period.Period]        `key:"until" doc:"Last period that is due"`
	Layout       source.At[string]               `key:"layout,required" enum:"long|wide|periods-across" doc:"long: a row per observation; wide: a column per indicator; periods-across: a column per period"`
	Dialect      Dialect                         `key:"dialect" doc:"How the file is written; what is left out is recognised beyond doubt or reported"`
	Columns      []Column                        `key:"columns,required" doc:"The columns of the file; their order in the file is free"`
	Fixed        source.Map[source.At[string]]   `key:"fixed" pattern:"code" doc:"Dimension id: the code that all rows have, for a dimension that the file lacks"`
	Indicator    source.At[string]               `key:"indicator" pattern:"id" doc:"The indicator of all rows, when no column names it"`
	HiddenMarks  []source.At[string]             `key:"hidden_marks" doc:"What the supplier writes in place of a value that it hides, such as <5"`
	Qualifiers   bool                            `key:"qualifiers" doc:"true when values may be written with >, < or ± in front"`
	Rounding     number.Decimal                  `key:"rounding" doc:"The supplier rounds to multiples of this"`
	Jump         source.At[int]                  `key:"jump" doc:"Per cent by which a value may differ from the one before without a warning; 0 or left out: no such check"`
	Parts        []PartsCheck                    `key:"parts" doc:"Sums that must hold within one drop"`
	Disclosure   *Disclosure                     `key:"disclosure" doc:"How persons are protected in these figures"`
	Accept       []source.At[Acceptance]         `key:"accept" doc:"Warnings on this dataset that are accepted"`
}

// Dialect is how a CSV file is written.
type Dialect struct {
	Encoding  source.At[string] `key:"encoding" enum:"utf-8|utf-16|windows-1252" doc:"Character encoding"`
	Separator source.At[string] `key:"separator" enum:",|;|tab" doc:"What stands between cells"`
	Decimal   source.At[string] `key:"decimal" enum:".|," doc:"Decimal sign"`
	Thousands source.At[string] `key:"thousands" enum:".|,|space|'" doc:"What groups thousands; space stands for spaces of every width"`
	Dates     source.At[string] `key:"dates" enum:"yyyy-mm-dd|dd/mm/yyyy|dd-mm-yyyy|dd.mm.yyyy|mm/yyyy|yyyy/mm" doc:"How dates and months are written; ISO when left out"`
}

// Column is one column of a dataset's files.
type Column struct {
	Name      source.At[string]             `key:"name,required" doc:"Header of the column, as in the file"`
	Is        source.At[string]             `key:"is,required" enum:"period|dimension|indicator|value|status|qualifier|note|ignored" doc:"What the cells are"`
	Dimension source.At[string]             `key:"dimension" pattern:"id" doc:"For is: dimension, which one"`
	Indicator source.At[string]             `key:"indicator" pattern:"id" doc:"For is: value, status, qualifier or note in a wide file, of which indicator"`
	Codes     source.Map[source.At[string]] `key:"codes" pattern:"code" doc:"What the supplier writes: the code it means; what is not listed must be a code itself. At is: value, marks in place of a value and the status they mean; at is: indicator, all indicators of the dataset"`
	Optional  bool                          `key:"optional" doc:"true when files may lack the column"`
}

// PartsCheck says that some codes of a dimension add up to another code.
type PartsCheck struct {
	Dimension source.At[string]   `key:"dimension,required" pattern:"id" doc:"Dimension of the codes"`
	Total     source.At[string]   `key:"total" pattern:"code" doc:"Code of the whole; the total of the code list when left out"`
	Parts     []source.At[string] `key:"parts,required" pattern:"code" doc:"Codes that add up to it"`
	Tolerance number.Decimal      `key:"tolerance" doc:"Difference that rounding explains"`
}

// Disclosure is how a dataset protects persons.
type Disclosure struct {
	Threshold source.At[int]    `key:"threshold,required" doc:"A count from 1 to one less than this is sensitive"`
	Zeros     source.At[string] `key:"zeros" enum:"structural|ordinary|sensitive" doc:"structural: cannot exist, published; ordinary: published; sensitive: treated like small counts. ordinary when left out"`
	Finest    source.At[string] `key:"finest" pattern:"id" doc:"Dimension that is dropped first when cells are sensitive; the last one of the key when left out"`
}
