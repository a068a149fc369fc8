package site

import "html/template"

// Data is the catalogue: all indicators, and all datasets by organisation.
type Data struct {
	Frame
	Updated    Date     // of the newest release; empty before the first
	Formats    []string // of the files, each once
	Licence    Link
	Datasets   int // how many there are
	Indicators []IndicatorEntry
	Suppliers  []DatasetGroup
	// Known is the file of all that was known after each release; nil before the first.
	Known    *Download
	Versions string // the list of all editions, for programs; empty before the first
}

// Kind gives KindData.
func (*Data) Kind() Kind { return KindData }

// Record finds the page by its name: what it lists has pages of its own.
func (*Data) Record() *Record { return &Record{} }

// An IndicatorEntry is an indicator in a list, with its newest value.
type IndicatorEntry struct {
	Name    string
	Href    string
	Measure string // the measure type in words
	Unit    string
	// Dimensions are what its values are broken down by, with the place of their
	// codes in the glossary.
	Dimensions []Link
	Latest     Number
	Period     string // of the newest value
	Source     string
}

// A DatasetGroup is the datasets of an organisation.
type DatasetGroup struct {
	Name     string
	Href     string // the organisation's page
	Datasets []DatasetEntry
}

// A DatasetEntry is a dataset in a list. Of one of which nothing is released,
// Covers, Rows and Downloads are empty.
type DatasetEntry struct {
	Name      string
	Href      string
	Summary   string
	Rhythm    string // monthly, in words
	Covers    string // maart 2022 – augustus 2024
	Rows      string
	Updated   Date // of the newest release that holds rows of it
	Downloads []Download
}

// A Dataset is the page of one dataset with its files.
type Dataset struct {
	Frame
	Name         string
	Summary      string
	Organisation string
	Contact      Link
	Rhythm       string
	Covers       string
	Updated      Date // of the newest release that holds rows of it
	Rows         string
	Licence      Link
	Methods      string // address of its method page; may be empty
	Downloads    []Download
	// Columns describes the columns of the files.
	Columns    []DataColumn
	Indicators []Link
	Drops      []Drop
	Notes      template.HTML
}

// Kind gives KindDataset.
func (*Dataset) Kind() Kind { return KindDataset }

// Record finds the dataset by its name, its organisation and its indicators.
func (p *Dataset) Record() *Record {
	r := &Record{Title: p.Name, Within: p.Organisation, Text: p.Summary}
	r.add(p.Organisation, p.Rhythm)
	r.links(p.Indicators)
	return r
}

// A DataColumn describes a column of a file.
type DataColumn struct {
	Name  string // as in the head of the file
	Holds string // a date, a code of …, a number of …
	Text  string
	Href  string // the codes in the glossary; may be empty
}
