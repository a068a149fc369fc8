package site

import "html/template"

// Data is the list of all indicators and datasets.
type Data struct {
	Frame
	Indicators []IndicatorEntry
	Datasets   []DatasetEntry
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
	Latest  Number
	Period  string // of the newest value
	Source  string
}

// A DatasetEntry is a dataset in a list.
type DatasetEntry struct {
	Name         string
	Href         string
	Organisation string
	Rhythm       string // monthly, in words
	Covers       string // maart 2022 – augustus 2024
	Downloads    []Download
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
}
