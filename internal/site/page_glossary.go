package site

// Glossary explains the words of the site, what is measured, and the codes and
// marks of its files and tables.
type Glossary struct {
	Frame
	Words      []GlossaryWord
	Legend     []LegendEntry
	Indicators []GlossaryIndicator
	Units      []GlossaryUnit
	Lists      []GlossaryList
}

// Kind gives KindGlossary.
func (*Glossary) Kind() Kind { return KindGlossary }

// Record finds the page by what it explains, and each of its words by itself.
func (p *Glossary) Record() *Record {
	r := &Record{Terms: p.Words}
	for _, i := range p.Indicators {
		r.add(i.Name)
	}
	for _, l := range p.Lists {
		r.add(l.Name)
		for _, c := range l.Codes {
			r.add(c.Label)
		}
	}
	return r
}

// A GlossaryWord is a word that readers meet on pages, named and explained in the
// interface texts under glossary. It is its own anchor.
type GlossaryWord string

// The words, in an order in which one prepares the next.
const (
	WordOrganisation GlossaryWord = "organisation"
	WordDataset      GlossaryWord = "dataset"
	WordDelivery     GlossaryWord = "delivery"
	WordIndicator    GlossaryWord = "indicator"
	WordDimension    GlossaryWord = "dimension"
	WordCodeList     GlossaryWord = "code-list"
	WordObservation  GlossaryWord = "observation"
	WordFlow         GlossaryWord = "flow"
	WordStock        GlossaryWord = "stock"
	WordCumulative   GlossaryWord = "cumulative"
	WordShare        GlossaryWord = "share"
	WordRatio        GlossaryWord = "ratio"
	WordRound        GlossaryWord = "round"
	WordReport       GlossaryWord = "report"
	WordTopic        GlossaryWord = "topic"
	WordFigure       GlossaryWord = "figure"
	WordDraft        GlossaryWord = "draft"
	WordRelease      GlossaryWord = "release"
	WordEdition      GlossaryWord = "edition"
	WordCorrection   GlossaryWord = "correction"
	WordVintage      GlossaryWord = "vintage"
	WordRevision     GlossaryWord = "revision"
	WordProvisional  GlossaryWord = "provisional"
	WordBreak        GlossaryWord = "break"
	WordHidden       GlossaryWord = "hidden"
)

// A GlossaryIndicator is what is measured.
type GlossaryIndicator struct {
	ID      string // its anchor
	Name    string
	Text    string // the definition
	Href    string // its page
	Measure string
	Unit    string
}

// A GlossaryUnit is a unit of measure.
type GlossaryUnit struct {
	ID    string
	Label string
	One   string // after the number one, where that differs; may be empty
}

// A GlossaryList is a code list. The columns that none of its codes fills are
// left out.
type GlossaryList struct {
	ID                          string
	Name                        string
	Total                       string // the code that stands for all
	Levelled, Limited, Replaced bool   // whether codes have levels and parents, ends, codes that they replace
	Codes                       []GlossaryCode
}

// A GlossaryCode is a code. What does not apply is empty.
type GlossaryCode struct {
	Code, Label   string
	Level, Parent string
	From, Until   string
	Replaces      string
}
