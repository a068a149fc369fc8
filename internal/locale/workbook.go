package locale

import (
	"strconv"

	"ronde/internal/period"
)

// bookWords are the words of workbooks: the names of their sheets, the facts of
// the cover, the heads of their tables and what stands in a cell that would else
// be empty.
type bookWords struct {
	files   map[File]string // what a file to download holds
	sheets  map[Sheet]string
	figure  string // name of a figure's sheet: {n}
	facts   map[BookFact]string
	notes   map[BookNote]string
	columns map[string]string // heads of tables of observations, by the column of the CSV file
	code    string            // head of a column of codes: {name}
	heads   bookHeads

	contents  string // title of the contents
	numbers   string // title of the sheet of numbers in the text
	intro     string // {notes}: the name of the sheet of notes
	elsewhere string // why a table is missing: more rows than a sheet holds

	stands, draft string
	amends        string // {edition}
	replaced      string // {edition}, {date}
	citeDataset   string // {organisation}, {dataset}, {site}, {date}

	exact, asDelivered, reconstructed, noRemark, inForce, takenBack string // in a cell
}

type bookHeads struct {
	sheet, about, subject, name, explanation, number, printed, form, value, delivery string
}

// A File is a kind of file to download.
type File string

// The kinds of file, beside those that NewestValues and AllVintages name.
const (
	FigureData    File = "figure data"
	WidePicture   File = "wide picture"
	NarrowPicture File = "narrow picture"
	EditionBook   File = "edition"
	WholeEdition  File = "whole edition" // the same, beside a figure of the edition
	DatasetBook   File = "dataset"
)

// FileText says what a file holds: Gegevens van deze figuur.
func (l *Locale) FileText(f File) string { return l.w.book.files[f] }

// A Sheet is a sheet of a workbook that is not a figure's.
type Sheet string

// The sheets.
const (
	CoverSheet      Sheet = "cover"
	ContentsSheet   Sheet = "contents"
	NotesSheet      Sheet = "notes"
	KeyFiguresSheet Sheet = "key figures"
	NumbersSheet    Sheet = "numbers"
	NewestSheet     Sheet = "newest"
	VintagesSheet   Sheet = "vintages"
)

// SheetName is the name of a sheet: Inhoud.
func (l *Locale) SheetName(s Sheet) string { return l.w.book.sheets[s] }

// FigureSheet is the name of the n-th figure's sheet: Figuur 3.
func (l *Locale) FigureSheet(n int) string {
	return fill(l.w.book.figure, "n", strconv.Itoa(n))
}

// A BookFact is a fact on the cover of a workbook.
type BookFact string

// The facts.
const (
	AboutFact     BookFact = "about"
	PeriodFact    BookFact = "period"
	PublishedFact BookFact = "published"
	EditionFact   BookFact = "edition"
	StatusFact    BookFact = "status"
	UntilFact     BookFact = "until"
	LaterFact     BookFact = "later"
	SupplierFact  BookFact = "supplier"
	RhythmFact    BookFact = "rhythm"
	ContactFact   BookFact = "contact"
	LicenceFact   BookFact = "licence"
	AddressFact   BookFact = "address"
	CiteFact      BookFact = "cite"
	NoticeFact    BookFact = "notice"
)

// BookFact names a fact on the cover: Periode.
func (l *Locale) BookFact(f BookFact) string { return l.w.book.facts[f] }

// A BookNote is a kind of note.
type BookNote string

// The kinds.
const (
	MarkNote       BookNote = "mark"
	DefinitionNote BookNote = "definition"
	SourceNote     BookNote = "source"
	CoverageNote   BookNote = "coverage"
	NoticeNote     BookNote = "notice"
	RemarkNote     BookNote = "remark"
)

// BookNote names a kind of note: Teken.
func (l *Locale) BookNote(n BookNote) string { return l.w.book.notes[n] }

// A BookHead is the head of a column in a workbook.
type BookHead uint8

// The heads.
const (
	SheetHead BookHead = iota
	AboutHead
	SubjectHead
	NameHead
	ExplanationHead
	NumberHead
	PrintedHead
	FormHead
	ValueHead
	DeliveryHead
)

// BookHead is the head of a column in a workbook.
func (l *Locale) BookHead(h BookHead) string {
	w := &l.w.book.heads
	return [...]string{w.sheet, w.about, w.subject, w.name, w.explanation, w.number, w.printed, w.form, w.value, w.delivery}[h]
}

// ColumnHead heads a column of observations, named as in the CSV file: Waarde
// for value.
func (l *Locale) ColumnHead(column string) string { return l.w.book.columns[column] }

// CodeHead heads the column of codes beside that of a name: Gebied (code).
func (l *Locale) CodeHead(name string) string { return fill(l.w.book.code, "name", name) }

// ContentsTitle and NumbersTitle are titles of sheets.
func (l *Locale) ContentsTitle() string { return l.w.book.contents }

// NumbersTitle is the title of the sheet of the numbers that a text prints.
func (l *Locale) NumbersTitle() string { return l.w.book.numbers }

// SheetIntro stands above each table and says where its marks are explained.
func (l *Locale) SheetIntro() string {
	return fill(l.w.book.intro, "notes", l.SheetName(NotesSheet))
}

// TooLong says why a table is not in a workbook: it has more rows than a sheet
// holds.
func (l *Locale) TooLong() string { return l.w.book.elsewhere }

// EditionStands is the status of the newest edition of a report, when it is the
// first.
func (l *Locale) EditionStands() string { return l.w.book.stands }

// EditionAmends is the status of the newest edition when it replaces another.
func (l *Locale) EditionAmends(replaced int) string {
	return fill(l.w.book.amends, "edition", strconv.Itoa(replaced))
}

// EditionReplaced is the status of an edition that another has replaced.
func (l *Locale) EditionReplaced(by int, on period.Date) string {
	return fill(l.w.book.replaced, "edition", strconv.Itoa(by), "date", l.Date(on))
}

// EditionDraft is the status of what is not released.
func (l *Locale) EditionDraft() string { return l.w.book.draft }

// CiteDataset is how to name a dataset in a list of sources, without its
// address.
func (l *Locale) CiteDataset(organisation, dataset, site string, state period.Date) string {
	return fill(l.w.book.citeDataset, "organisation", organisation, "dataset", dataset, "site", site, "date", l.Date(state))
}

// ExactValue stands where a value has no qualifier. This and the following are
// for cells that a CSV file leaves empty.
func (l *Locale) ExactValue() string { return l.w.book.exact }

// VintageWord says what kind of vintage a value is.
func (l *Locale) VintageWord(reconstructed bool) string {
	if reconstructed {
		return l.w.book.reconstructed
	}
	return l.w.book.asDelivered
}

// NoRemark stands where there is no note.
func (l *Locale) NoRemark() string { return l.w.book.noRemark }

// RemovedWord says whether a delivery took a value back.
func (l *Locale) RemovedWord(removed bool) string {
	if removed {
		return l.w.book.takenBack
	}
	return l.w.book.inForce
}
