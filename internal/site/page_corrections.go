package site

// Corrections is the list of the editions that replaced others, of all reports.
type Corrections struct {
	Frame
	// Years are those that changed figures, by the year of their release, newest first.
	Years []CorrectionYear
	// Words are those that changed the wording, or brought another language, newest first.
	Words []CorrectionEntry
	// Withdrawals are the releases that took something back, newest first.
	Withdrawals []WithdrawalEntry
	// File holds the same for programs, with every value.
	File Download
}

// Kind gives KindCorrections.
func (*Corrections) Kind() Kind { return KindCorrections }

// Record finds the page by its name.
func (*Corrections) Record() *Record { return &Record{} }

// A CorrectionYear is the corrections that were released in one year.
type CorrectionYear struct {
	Year        string
	Corrections []CorrectionEntry // newest first
}

// A CorrectionEntry is a correction in a list.
type CorrectionEntry struct {
	ChangesInShort
	Round  string // juli 2022
	Report string // its address
	// Changes is the address of all that the correction changed.
	Changes string
}

// A WithdrawalEntry is a withdrawal in a list.
type WithdrawalEntry struct {
	ID    string // anchor
	Title string // Juli 2022
	Round string // juli 2022
	// Reason says when and why. Its Href is the page of the withdrawal.
	Reason Correction
	Extent WithdrawnExtent
}
