package site

// Changes is the page of what each correction of a report changed.
type Changes struct {
	Frame
	Round  string // in the language of the page: juli 2022
	Report string // address of the report
	// Corrections is the address of the corrections of all reports.
	Corrections string
	// Editions are those that replaced another, newest first.
	Editions []EditionChanges
}

// Kind gives KindChanges.
func (*Changes) Kind() Kind { return KindChanges }

// Record finds the page by its month and what changed.
func (p *Changes) Record() *Record {
	r := &Record{Within: p.Round}
	for _, e := range p.Editions {
		if e.Values != nil {
			for _, row := range e.Values.Rows {
				r.add(row.Head)
			}
		}
		for _, f := range e.Figures {
			r.add(f.Title)
		}
	}
	return r
}

// ChangesInShort is why an edition replaced another, and how much that changed.
type ChangesInShort struct {
	ID       string // anchor on the page
	Edition  EditionLink
	Replaced EditionLink
	Kind     CorrectionKind
	Reason   Correction
	// Seal marks names and values, which are in the words of the newer edition.
	Seal Seal
	// How many values have another number, have the same with another status, are new
	// and are gone.
	Changed, Restated, Appeared, Disappeared int
	Headline                                 bool // a key figure at the top of the report is among them
	// Largest is the largest change of a number, LargestPercent that in per cent; nil
	// when there is none, or for the latter when it is the same value.
	Largest, LargestPercent *LargestChange
	// Deliveries are those that the edition takes in and the replaced one did not have.
	Deliveries []TakenDelivery
	// Languages are those in which only one of the two editions speaks.
	Languages []LanguageChange
}

// EditionChanges is what one edition changed of the one that it replaced. Its anchor is the
// number of the edition: v2.
type EditionChanges struct {
	ChangesInShort
	// Values are at most the number that a reader can take in; More are left out.
	Values  *Table // nil when no value differs
	More    int
	Legend  []LegendEntry
	Figures []FigureChange
	// Texts are in a language in which both editions speak, the page's if it can be.
	Texts     []TextChange
	TextSeal  Seal
	MoreTexts int // paragraphs that are left out
}

// A TakenDelivery is a delivery that an edition takes in.
type TakenDelivery struct {
	Name     string `sealed:"yes"` // Attesten per maand (DVZ)
	Received Date
}

// A LargestChange is a value with its change.
type LargestChange struct {
	What string `sealed:"yes"` // Attesten, België (personen), juli 2022
	Text string `sealed:"yes"` // −3 (−0,1%; basis 3.159)
}

// A CorrectionKind says why an edition replaced another, as its manifest does.
type CorrectionKind string

// The kinds of correction, each named in the interface texts under correction.
const (
	CorrectionRevision         CorrectionKind = "revision"
	CorrectionError            CorrectionKind = "error"
	CorrectionLate             CorrectionKind = "late"
	CorrectionReclassification CorrectionKind = "reclassification"
	CorrectionEditorial        CorrectionKind = "editorial"
	CorrectionTranslation      CorrectionKind = "translation"
	CorrectionWithdrawal       CorrectionKind = "withdrawal"
)

// A ChangeKind says in which of two editions something stands.
type ChangeKind string

// The kinds of change.
const (
	ChangeChanged     ChangeKind = "changed" // in both, otherwise
	ChangeAppeared    ChangeKind = "appeared"
	ChangeDisappeared ChangeKind = "disappeared"
)

// A FigureChange is a figure that two editions show otherwise.
type FigureChange struct {
	Title   string `sealed:"yes"`
	Seal    Seal
	Kind    ChangeKind
	Values  int  // of its points that differ
	Redrawn bool // another kind of figure, or another layout
	// Before and After are the addresses of its pages; empty where an edition has none.
	Before, After string
}

// A LanguageChange is a language in which only one edition speaks.
type LanguageChange struct {
	Kind ChangeKind
	Name string // in the language of the page
}

// A TextPart says what a piece of text is.
type TextPart string

// The parts, each named in the interface texts under part.
const (
	PartTitle       TextPart = "title"
	PartDescription TextPart = "description"
	PartMainPoints  TextPart = "main-points"
	PartBody        TextPart = "text"
	PartSubtitle    TextPart = "subtitle"
	PartNotes       TextPart = "notes"
	PartKeyFigures  TextPart = "key-figures"
)

// A TextChange is a piece of text that two editions word otherwise.
type TextChange struct {
	Part   TextPart
	Figure string `sealed:"yes"` // title of the figure whose text it is; empty for the report
	// Paragraphs are those that differ.
	Paragraphs []ParagraphChange
}

// A ParagraphChange is a paragraph as words of both editions, what stayed in excerpts.
type ParagraphChange struct {
	Runs []TextRun
}

// An Edit says in which of two texts words stand.
type Edit string

// The edits.
const (
	EditKept     Edit = "kept"
	EditDeleted  Edit = "deleted"
	EditInserted Edit = "inserted"
)

// A TextRun is a stretch of words.
type TextRun struct {
	Edit  Edit
	Text  string `sealed:"yes"`
	Space bool   // a space follows
}
