package edition

import (
	"ronde/internal/period"
)

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
