package locale

import (
	"strconv"
	"strings"

	"ronde/internal/period"
)

// pageWords are the words of data on pages: the heads of tables, the names of
// measures and rhythms, the descriptions of files. The words of the interface
// (menus, buttons, headings of a page) belong to the theme.
type pageWords struct {
	ownName   string            // of the language, in itself
	languages map[string]string // names of languages in this one
	measures  map[string]string // by measure type
	rhythms   map[string]string
	delivers  map[string]string // sentences: what a new delivery does to earlier ones
	kinds     byKind            // head of a column of periods
	head      headWords
	forms     map[string]string // what a number in a text is, by form
	months    string            // a number that compares over {n} months

	published, notYet, takenBack, noEarlier string // in a cell
	revisions, triangle                     string // captions: {unit}
	by                                      string // {measure}, {dimension}
	course                                  string // {measure}
	newest, vintages, firsts                string // what a file holds
	edition                                 string // {title}, {n}
	withdrawn, withdrawal                   string // of an edition: that it was, and that it does
	revision                                revisionWords
	terms                                   termWords
	planned                                 plannedWords
	columns, holds                          map[string]string // by name of a column, and by what it holds
	codeOf, labelOf                         string            // {list}
}

type headWords struct {
	status, change, indicator, difference, first, newest, series, parts, rangeOf string
	before, after, percent                                                       string
}

// revisionWords say in a table what two editions say of a figure when it is not two
// numbers.
type revisionWords struct {
	caption                               string
	appeared, disappeared, restated, none string
}

// termWords are the parts of a definition and of a contract, and sentences in
// them.
type termWords struct {
	counted, kind, base, supplier, frequency, deliveries, rounding, protection, covers, indicators string

	due       string // {n}
	rounded   string // {step}
	threshold string // {least}: the smallest count that is published
	since     string // {date}
	derived   string
}

// LanguageName is the name of a language in this one: néerlandais. A language
// without a name here gives its code.
func (l *Locale) LanguageName(code string) string { return named(l.w.page.languages, code) }

// OwnName is the name of the language in itself: Nederlands.
func (l *Locale) OwnName() string { return l.w.page.ownName }

// MeasureName says what a measure type is: a count over a period, a state of
// affairs on a date.
func (l *Locale) MeasureName(measure string) string { return named(l.w.page.measures, measure) }

// Rhythm is how often a dataset is delivered: maandelijks.
func (l *Locale) Rhythm(rhythm string) string { return named(l.w.page.rhythms, rhythm) }

// Delivers is a sentence that says what a new delivery does to earlier ones.
func (l *Locale) Delivers(how string) string { return named(l.w.page.delivers, how) }

func named(names map[string]string, key string) string {
	if name, ok := names[key]; ok {
		return name
	}
	return key
}

// PeriodHead heads a column of periods of a kind: Maand. None stands for periods
// of several kinds.
func (l *Locale) PeriodHead(kind period.Kind) string {
	if kind == period.None {
		kind = period.Span
	}
	return l.Capitalise(l.w.page.kinds[kind])
}

// A Head is the head of a column.
type Head uint8

// The heads.
const (
	StatusHead Head = iota
	ChangeHead
	IndicatorHead
	DifferenceHead
	FirstHead // first publication
	NewestHead
	SeriesHead
	PartsHead // sum of the parts of a whole
	RangeHead // highest minus lowest value of a row
	BeforeHead
	AfterHead
	PercentHead // difference in per cent
)

// Head is the text of a column's head.
func (l *Locale) Head(h Head) string {
	w := &l.w.page.head
	return l.Capitalise([...]string{w.status, w.change, w.indicator, w.difference, w.first, w.newest, w.series, w.parts, w.rangeOf, w.before, w.after, w.percent}[h])
}

// NumberForm says what a number in a text is when it is not simply a value:
// change, first published. form is as a reference writes it; "" is the answer
// for a value and for what has no name.
func (l *Locale) NumberForm(form string) string {
	if n, ok := strings.CutPrefix(form, "-"); ok {
		n, ok = strings.CutSuffix(n, "m")
		if _, err := strconv.Atoi(n); ok && err == nil {
			return fill(l.w.page.months, "n", n)
		}
	}
	name, _, _ := strings.Cut(form, " ")
	return l.w.page.forms[name]
}

// Published is the status of a value that has no other.
func (l *Locale) Published() string { return l.w.page.published }

// NotYetPublished is why an earlier release has no value.
func (l *Locale) NotYetPublished() string { return l.w.page.notYet }

// TakenBack is why a release has no value any more.
func (l *Locale) TakenBack() string { return l.w.page.takenBack }

// NoEarlierValue is why the first value has no change.
func (l *Locale) NoEarlierValue() string { return l.w.page.noEarlier }

// RevisionsCaption and TriangleCaption head the tables of vintages.
func (l *Locale) RevisionsCaption(unit string) string {
	return fill(l.w.page.revisions, "unit", unit)
}

// TriangleCaption heads the table of what each release said.
func (l *Locale) TriangleCaption(unit string) string { return fill(l.w.page.triangle, "unit", unit) }

// ChangedFigures heads the table of the figures that an edition replaced.
func (l *Locale) ChangedFigures() string { return l.w.page.revision.caption }

// Appeared says that only the newer of two editions has a figure.
func (l *Locale) Appeared() string { return l.w.page.revision.appeared }

// Disappeared says that only the older of two editions has a figure.
func (l *Locale) Disappeared() string { return l.w.page.revision.disappeared }

// Restated says that a figure is the same and its status or bound is not; before and
// after are the two statuses in words, and may be the same.
func (l *Locale) Restated(before, after string) string {
	if before == after {
		return l.w.page.revision.restated
	}
	return l.Named(l.w.page.revision.restated, before+" → "+after)
}

// NotInEdition is why a cell has nothing of an edition.
func (l *Locale) NotInEdition() string { return l.w.page.revision.none }

// Edition names an edition that is not the first of its report.
func (l *Locale) Edition(title string, number int) string {
	return fill(l.w.page.edition, "title", title, "n", strconv.Itoa(number))
}

// WithdrawnWord says of an edition that it was withdrawn.
func (l *Locale) WithdrawnWord() string { return l.w.page.withdrawn }

// WithdrawalWord names a release that withdraws something.
func (l *Locale) WithdrawalWord() string { return l.w.page.withdrawal }

// By names a breakdown: Attesten, per gebied; per gebied en geslacht.
func (l *Locale) By(measure string, dimensions ...string) string {
	names := make([]string, len(dimensions))
	for i, d := range dimensions {
		names[i] = lower(l, d)
	}
	return fill(l.w.page.by, "measure", measure, "dimension", l.List(names))
}

// OverTime names a breakdown that shows how its parts developed.
func (l *Locale) OverTime(measure string) string { return fill(l.w.page.course, "measure", measure) }

// lower begins a name with a small letter, except in German, where names of
// things keep their capital.
func lower(l *Locale, name string) string {
	if l.code == "de" || name == "" {
		return name
	}
	first := []rune(name)[0]
	return strings.ToLower(string(first)) + name[len(string(first)):]
}

// NewestValues and AllVintages say what a file holds.
func (l *Locale) NewestValues() string { return l.Capitalise(l.w.page.newest) }

// AllVintages says that a file holds every published vintage.
func (l *Locale) AllVintages() string { return l.Capitalise(l.w.page.vintages) }

// FirstValues says that a file holds each value as it was first published.
func (l *Locale) FirstValues() string { return l.Capitalise(l.w.page.firsts) }

// SourceLabel is what Source begins with, before the organisation: "Bron: ".
func (l *Locale) SourceLabel() string {
	label, _, _ := strings.Cut(l.w.source, "{organisation}")
	return label
}

// ColumnText explains a column of a file; ColumnHolds says what its cells are.
// A column of codes or labels is explained by CodeColumn and LabelColumn.
func (l *Locale) ColumnText(column string) string { return l.Capitalise(l.w.page.columns[column]) }

// ColumnHolds says what cells are: period, code, text, number, date.
func (l *Locale) ColumnHolds(what string) string { return l.w.page.holds[what] }

// CodeColumn explains a column of codes of a list.
func (l *Locale) CodeColumn(list string) string {
	return l.Capitalise(fill(l.w.page.codeOf, "list", list))
}

// LabelColumn explains a column of labels of a list.
func (l *Locale) LabelColumn(list string) string {
	return l.Capitalise(fill(l.w.page.labelOf, "list", list))
}
