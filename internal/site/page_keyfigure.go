package site

// KeyFigures is the row of figures that answers first: one lead, and up to five
// tiles.
type KeyFigures struct {
	Lead  *KeyFigure
	Tiles []KeyFigure
}

// A KeyFigure is one number with all that a reader needs to trust it.
type KeyFigure struct {
	ID     string // unique in the page
	Name   string `sealed:"yes"` // what is measured; empty where the page's title says so
	Number Number
	Unit   string `sealed:"yes"` // personen
	Period string `sealed:"yes"` // in augustus 2022, or op 31 augustus 2022
	Tags   []Tag
	// Firm says that the number is exact and carries no mark: it is not
	// provisional as far as its supplier says. In a report it is also of the
	// month that the report is about.
	Firm bool
	// Earlier says the same of a number of an earlier month than the report is about: it is
	// the latest there is.
	Earlier bool
	// Trend is the change in words, a whole sentence.
	Trend   string `sealed:"yes"`
	Changes []Change
	// Spark is the small picture of the series; nil for none. Its caption
	// names the first and last period and any gap.
	Spark        *Picture
	SparkCaption string `sealed:"yes"`
	// Definition and Series are addresses; either may be empty.
	Definition string
	Series     string
	Source     string `sealed:"yes"` // names of the suppliers
}

// A Number is a printed number. Minus is U+2212; the theme gives screen readers
// the word for it.
type Number struct {
	Qualifier string `sealed:"yes"` // more than, almost; empty for none
	Text      string `sealed:"yes"` // 3.111, or a mark such as [x]
	// Absent is what a mark means, in words (not available); empty when Text
	// is a number.
	Absent string `sealed:"yes"`
}

// A TagStyle is how a status is drawn: the same stroke on a tag, a line and a bar.
type TagStyle string

// The styles of tags.
const (
	TagFirm        TagStyle = "firm"        // final, revised, latest available: solid
	TagProvisional TagStyle = "provisional" // dashed
	TagApproximate TagStyle = "approximate" // dotted
)

// A Tag is a status word beside a number.
type Tag struct {
	Style TagStyle
	Text  string `sealed:"yes"` // voorlopig
}

// A Change compares a number with an earlier one. It always names the earlier
// period and value. Where no comparison can be made, Note says why and the rest
// is empty.
type Change struct {
	Against    string `sealed:"yes"` // the earlier period: juli 2022
	Difference string `sealed:"yes"` // −45, or −5 procentpunt
	Percent    string `sealed:"yes"` // −1,4%; empty for shares and for bases under 30
	Base       string `sealed:"yes"` // the earlier value: 3.156
	Note       string `sealed:"yes"` // niet vergelijkbaar: reeks begint in maart 2022
}
