package site

// A Home is the first page in a language.
type Home struct {
	Frame
	Title string // the site's own first sentence
	Intro string
	// Round and Report name and address the newest report; both empty when
	// nothing is released yet. Status, the dates, Coverage and KeyFigures are
	// those of its standing edition. Foreign is set when that edition shows itself
	// in another language; nothing is marked as sealed, because the next release
	// puts other text in the same place.
	Round       string
	Report      string
	Foreign     *Fallback
	Status      Status
	Published   Date
	DataUntil   Date
	DataLater   Date
	NextRelease Announcement
	Coverage    *Coverage
	KeyFigures  KeyFigures
	// Body is the content of the home page, figures included.
	Body []Block
	// Years is the archive, newest year first.
	Years []RulerYear
	// Reports is the address of the list of all reports.
	Reports string
}

// Kind gives KindHome.
func (*Home) Kind() Kind { return KindHome }

func (p *Home) figures() []*Figure { return figuresOf(p.Body) }

// Record finds the page by its text and the names of the key figures.
func (p *Home) Record() *Record {
	r := &Record{Title: p.Title, Text: p.Intro}
	r.foreign(p.Fallback)
	r.body(p.Body)
	r.keyFigures(p.KeyFigures)
	return r
}
