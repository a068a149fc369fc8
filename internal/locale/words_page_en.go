package locale

import "ronde/internal/period"

var englishPage = pageWords{
	ownName:   "English",
	languages: map[string]string{"nl": "Dutch", "fr": "French", "de": "German", "en": "English"},
	measures: map[string]string{
		"flow": "count over a period", "stock": "state on a date", "cumulative": "cumulative since a date",
		"share": "share", "ratio": "ratio",
	},
	rhythms: map[string]string{"monthly": "monthly", "quarterly": "quarterly", "annual": "annual", "irregular": "irregular"},
	delivers: map[string]string{
		"increment": "Each delivery adds or corrects; what it does not contain stays valid.",
		"series":    "Each delivery contains the whole series.",
		"snapshot":  "Each delivery replaces all figures of its dates.",
	},
	kinds: byKind{
		period.Year: "year", period.Quarter: "quarter", period.Month: "month", period.Week: "week", period.Day: "date", period.Span: "period",
	},
	head: headWords{
		status: "status", change: "change", indicator: "indicator", difference: "difference",
		first: "first publication", newest: "latest value", series: "series", parts: "sum of the parts", rangeOf: "highest minus lowest",
		before: "before", after: "now", percent: "in per cent",
	},
	forms: map[string]string{
		"change": "change", "change%": "change in per cent", "share": "share", "first-published": "first publication", "peak": "highest value",
		"unsigned-change": "change without its sign", "unsigned-change%": "change in per cent without its sign",
	},
	months:    "change over {n} months",
	edition:   "{title} (edition {n})",
	withdrawn: "withdrawn", withdrawal: "withdrawal",
	revision: revisionWords{
		caption: "Values that changed", appeared: "new value", disappeared: "value no longer shown", restated: "another status", none: "not in this edition",
	},
	published: "published", notYet: "not yet published", takenBack: "taken back", noEarlier: "no earlier value",
	revisions: "First publication beside the latest value, {unit}", triangle: "What each release said, {unit}",
	by:     "{measure}, by {dimension}",
	course: "{measure}, over time",
	newest: "latest values", vintages: "all published vintages", firsts: "values as first published",
	terms: termWords{
		counted: "what is counted", kind: "kind of figure", base: "base", supplier: "supplier", frequency: "frequency", deliveries: "deliveries", rounding: "rounding", protection: "protection of persons", covers: "period", indicators: "indicators",
		due:       "expected within {n} days of the end of the period.",
		rounded:   "the supplier rounds to a multiple of {step}.",
		threshold: "a breakdown that holds a count below {least} is not published; the total is, when that is safe.",
		since:     "counted from {date}.",
		derived:   "not delivered, but computed from published figures.",
	},
	planned: plannedWords{
		report: "Report for {round}", provisional: "The date is provisional.", moved: "Formerly planned for {from}; change announced on {on}: {reason}",
	},
	columns: map[string]string{
		"period": "the period that the figure is about", "indicator": "id of the indicator", "indicator_label": "name of the indicator",
		"value": "the value, with a decimal point; empty when it is missing or hidden", "unit": "unit",
		"status":    "SDMX status codes: P provisional, E estimated, B break in the series, O not delivered, M cannot exist, Q hidden; empty is normal",
		"qualifier": "how to read the value; lower: more than, upper: less than, about: roughly",
		"vintage":   "kind of vintage; reconstructed: put together afterwards", "note": "remark of the supplier",
		"drop": "the delivery from which the figure comes", "received": "day of receipt", "release": "the release that published this",
		"released": "day of the release", "removed": "whether the delivery took the figure back: yes, or empty",
	},
	holds:   map[string]string{"period": "period (ISO 8601)", "code": "code", "text": "text", "number": "number", "date": "date (ISO 8601)"},
	codeOf:  "code of the list {list}",
	labelOf: "name in the list {list}",
}
