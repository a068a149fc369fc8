package locale

import "ronde/internal/period"

// English, as written in Great Britain. Persons are counted, so there are
// fewer of them, never less.
var english = words{
	group: ",", point: ".", percent: "%",
	minus:  "minus",
	quotes: [2]string{"“", "”"},
	and:    "and",

	months: [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"},
	monthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	firstDay:    "1",
	quarters:    [4]string{"1st", "2nd", "3rd", "4th"},
	date:        "{day} {month} {year}",

	period: byKind{
		period.Year:    "{year}",
		period.Quarter: "{quarter} quarter of {year}",
		period.Month:   "{month} {year}",
		period.Week:    "week {week} of {year}",
		period.Day:     "{date}",
		period.Span:    "{from} – {to}",
	},
	in: byKind{
		period.Year:    "in {period}",
		period.Quarter: "in the {period}",
		period.Month:   "in {period}",
		period.Week:    "in {period}",
		period.Day:     "on {period}",
		period.Span:    "in the period from {from} to {to}",
	},
	than: byKind{
		period.Year:    "than in {period}",
		period.Quarter: "than in the {period}",
		period.Month:   "than in {period}",
		period.Week:    "than in {period}",
		period.Day:     "than on {period}",
		period.Span:    "than in the period from {from} to {to}",
	},
	against: byKind{
		period.Year:    "compared with {period}",
		period.Quarter: "compared with the {period}",
		period.Month:   "compared with {period}",
		period.Week:    "compared with {period}",
		period.Day:     "compared with {period}",
		period.Span:    "compared with the period from {from} to {to}",
	},
	due: byKind{
		period.Year:    "for {period}",
		period.Quarter: "for the {period}",
		period.Month:   "for {period}",
		period.Week:    "for {period}",
		period.Day:     "for {period}",
		period.Span:    "for the period from {from} to {to}",
	},
	through: byKind{
		period.Year:    "{from} to {to}",
		period.Quarter: "{from} to {to}",
		period.Month:   "{from} to {to}",
		period.Week:    "{from} to {to}",
		period.Day:     "{from} to {to}",
		period.Span:    "{from} to {to}",
	},
	since:      "since {date}",
	cumulative: "cumulative, up to and including {date}",

	percentagePoint: Noun{"percentage point", "percentage points"},

	aboutValue:    "about {value}",
	moreThan:      "more than {value}",
	lessThan:      "less than {value}",
	notComparable: "not comparable",
	notAvailable:  "not available",
	noFigure:      "no figure",
	coverage:      "{present} of {due}",
	notDelivered:  "not delivered {due}",
	lastValue:     "{missing}; last value ({period}): {value}",
	source:        "Source: {organisation}, received on {date}",

	marks: map[Mark]markWords{
		Provisional:   {"provisional", "provisional: this figure may still change"},
		Estimated:     {"estimated", "estimated, not counted"},
		Break:         {"break", "break in the series: not comparable with earlier periods"},
		Revised:       {"revised", "revised: replaces a figure published earlier"},
		Absent:        {"not delivered", "not delivered"},
		Impossible:    {"cannot exist", "cannot exist"},
		Hidden:        {"hidden", "hidden to protect persons"},
		Reconstructed: {"reconstructed", "reconstructed: the date of receipt was set afterwards by a fixed rule"},
		Low:           {"rounds to zero", "not zero, but rounds to zero"},
	},

	trend: trendWords{
		up: direction{
			count:  pair{"{number} more {unit} {than}.", "about {number} more {unit} {than}."},
			share:  pair{"{number} {unit} higher {than}.", "about {number} {unit} higher {than}."},
			amount: pair{"up by {number} {unit} {against}.", "up by about {number} {unit} {against}."},
		},
		down: direction{
			count:  pair{"{number} fewer {unit} {than}.", "about {number} fewer {unit} {than}."},
			share:  pair{"{number} {unit} lower {than}.", "about {number} {unit} lower {than}."},
			amount: pair{"down by {number} {unit} {against}.", "down by about {number} {unit} {against}."},
		},
		unchanged:        "unchanged {against}.",
		unchangedRounded: "after rounding, unchanged {against}.",
		unchangedAbout:   "approximately unchanged {against}.",
		againstAvailable: "compared with the previous available figure ({period})",
	},
	change: changeWords{
		plain:       "{change} ({base})",
		withPercent: "{change} ({percent}; {base})",
		base:        "base {base}",
	},
	alternative: alternativeWords{
		kinds: [...]string{
			Line: "line chart", Column: "column chart", Bar: "bar chart", Table: "table", KeyFigures: "key figures",
		},
		named: "{name}: {text}",
		first: "first value {value}", last: "last value {value}",
		lowest: "lowest value {value}", highest: "highest value {value}",
	},
	page:     englishPage,
	book:     englishBook,
	delivery: englishDeliveries,
	report: reportWords{
		count:         "number",
		subject:       "{subject}: {month}",
		cite:          "{site}. {title}. Edition {edition}, published on {date}.",
		reporting:     "organisations with a delivery due have delivered",
		lateDelivery:  "received on {date}, after the cutoff of this report",
		breakBefore:   "break in the series from {period}",
		leftOut:       "{dataset}: without a breakdown by {dimensions}, to protect persons, for {periods}",
		leftOutWhole:  "{dataset}: not published, to protect persons, for {periods}",
		suppliersNote: "the delivered total differs by {difference} from the sum of its parts.",
		partialNote:   "Total of the parts that are available: {coverage}.",
		seriesBegins:  "{comparable}: the series begins {period}",
		days:          "{first} – {last} {month} {year}",
	},
}
