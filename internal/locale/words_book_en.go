package locale

var englishBook = bookWords{
	files: map[File]string{
		FigureData: "Data of this figure", WidePicture: "Picture, wide", NarrowPicture: "Picture, narrow",
		EditionBook: "Workbook of the whole edition", WholeEdition: "whole edition", DatasetBook: "Workbook with latest values and all vintages",
	},
	sheets: map[Sheet]string{
		CoverSheet: "Cover", ContentsSheet: "Contents", NotesSheet: "Notes", KeyFiguresSheet: "Key figures",
		NumbersSheet: "Numbers in the text", NewestSheet: "Latest values", VintagesSheet: "All vintages",
	},
	figure: "Figure {n}",
	facts: map[BookFact]string{
		AboutFact: "What this is", PeriodFact: "Period", PublishedFact: "Published", EditionFact: "Edition",
		StatusFact: "Status", UntilFact: "Data received up to", LaterFact: "Data of this correction up to", SupplierFact: "Supplier", RhythmFact: "Frequency",
		ContactFact: "Contact", LicenceFact: "Licence", AddressFact: "Address", CiteFact: "How to cite",
		NoticeFact: "About this site",
	},
	notes: map[BookNote]string{
		MarkNote: "Mark", DefinitionNote: "Definition", SourceNote: "Source", CoverageNote: "Completeness",
		NoticeNote: "Notice", RemarkNote: "Note to a figure",
	},
	columns: map[string]string{
		"period": "Period", "indicator": "Indicator", "value": "Value", "unit": "Unit", "status": "Status",
		"qualifier": "Read as", "vintage": "Vintage", "note": "Remark", "drop": "Delivery", "received": "Received",
		"release": "Release", "released": "Released", "removed": "Taken back",
	},
	code: "{name} (code)",
	heads: bookHeads{
		sheet: "Sheet", about: "What it holds", subject: "Subject", name: "Name", explanation: "Explanation",
		number: "Number", printed: "As printed", form: "What it is", value: "Value", delivery: "Delivery",
	},
	contents:    "Contents of this workbook",
	numbers:     "All numbers in the text, with the delivery they come from",
	intro:       "One table. Marks and definitions are on the sheet {notes}.",
	elsewhere:   "This table has more rows than a spreadsheet can hold; the CSV file has them all.",
	stands:      "Latest edition",
	draft:       "Draft, not released",
	amends:      "Latest edition; replaces edition {edition}",
	replaced:    "Not the latest: replaced by edition {edition} of {date}",
	citeDataset: "{organisation}, {dataset}. {site}. State of {date}.",
	exact:       "exact", asDelivered: "as delivered", reconstructed: "put together afterwards", noRemark: "no remark", inForce: "no", takenBack: "yes",
}
