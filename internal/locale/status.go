package locale

// A Mark is the short sign that a table prints beside or instead of a value,
// without its brackets. Its full meaning stands in the legend, which is sealed
// with the table.
type Mark string

// The marks. Hidden, Absent and Impossible stand in place of a value, the
// others beside one.
const (
	Provisional   Mark = "p"
	Estimated     Mark = "e"
	Break         Mark = "b"
	Revised       Mark = "r"
	Absent        Mark = "x"
	Impossible    Mark = "z"
	Hidden        Mark = "c"
	Reconstructed Mark = "g"
	Low           Mark = "low"
)

// Marks gives all marks in the order of a legend.
func Marks() []Mark {
	return []Mark{Provisional, Estimated, Break, Revised, Absent, Impossible, Hidden, Reconstructed, Low}
}

// MarkOf gives the mark of an SDMX OBS_STATUS code (code list CL_OBS_STATUS);
// ok is false for A, normal, and for codes that Ronde does not print. Hidden
// cells have one code and one mark, whoever hid them and why. Revised and
// Reconstructed have no such code: they follow from releases and from the
// drop's description.
func MarkOf(obsStatus string) (m Mark, ok bool) {
	switch obsStatus {
	case "P":
		return Provisional, true
	case "E":
		return Estimated, true
	case "B":
		return Break, true
	case "L", "O":
		return Absent, true
	case "M":
		return Impossible, true
	case "Q":
		return Hidden, true
	case "N":
		return Low, true
	}
	return "", false
}

// String is the mark as printed: [p].
func (m Mark) String() string { return "[" + string(m) + "]" }

// StatusWord is the word that goes with a mark, as a tag beside a key figure
// or a label in a chart: voorlopig. An unknown mark gives "".
func (l *Locale) StatusWord(m Mark) string { return l.w.marks[m].word }

// Legend explains a mark in one line under a table: "[c] verborgen om personen
// te beschermen". An unknown mark gives "".
func (l *Locale) Legend(m Mark) string {
	text, ok := l.w.marks[m]
	if !ok {
		return ""
	}
	return m.String() + " " + text.legend
}
