package locale

import "ronde/internal/period"

// German, as written in Belgium. Months and kinds of figures are nouns and
// keep their capital inside a sentence.
var german = words{
	group: ".", point: ",", percent: "\u00a0%",
	minus:  "minus",
	quotes: [2]string{"„", "“"},
	and:    "und",

	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni",
		"Juli", "August", "September", "Oktober", "November", "Dezember"},
	monthsShort: [12]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
	firstDay:    "1",
	quarters:    [4]string{"1.", "2.", "3.", "4."},
	date:        "{day}. {month} {year}",

	period: byKind{
		period.Year:    "{year}",
		period.Quarter: "{quarter} Quartal {year}",
		period.Month:   "{month} {year}",
		period.Week:    "{week}. Kalenderwoche {year}",
		period.Day:     "{date}",
		period.Span:    "{from} – {to}",
	},
	in: byKind{
		period.Year:    "im Jahr {period}",
		period.Quarter: "im {period}",
		period.Month:   "im {period}",
		period.Week:    "in der {period}",
		period.Day:     "am {period}",
		period.Span:    "im Zeitraum vom {from} bis zum {to}",
	},
	than: byKind{
		period.Year:    "als im Jahr {period}",
		period.Quarter: "als im {period}",
		period.Month:   "als im {period}",
		period.Week:    "als in der {period}",
		period.Day:     "als am {period}",
		period.Span:    "als im Zeitraum vom {from} bis zum {to}",
	},
	against: byKind{
		period.Year:    "gegenüber {period}",
		period.Quarter: "gegenüber dem {period}",
		period.Month:   "gegenüber {period}",
		period.Week:    "gegenüber der {period}",
		period.Day:     "gegenüber dem {period}",
		period.Span:    "gegenüber dem Zeitraum vom {from} bis zum {to}",
	},
	due: byKind{
		period.Year:    "für {period}",
		period.Quarter: "für das {period}",
		period.Month:   "für {period}",
		period.Week:    "für die {period}",
		period.Day:     "für den {period}",
		period.Span:    "für den Zeitraum vom {from} bis zum {to}",
	},
	through: byKind{
		period.Year:    "{from} bis {to}",
		period.Quarter: "{from} bis {to}",
		period.Month:   "{from} bis {to}",
		period.Week:    "{from} bis {to}",
		period.Day:     "{from} bis {to}",
		period.Span:    "{from} bis {to}",
	},
	since:      "seit dem {date}",
	cumulative: "kumuliert bis einschließlich {date}",

	percentagePoint: Noun{"Prozentpunkt", "Prozentpunkte"},

	aboutValue:    "ungefähr {value}",
	moreThan:      "mehr als {value}",
	lessThan:      "weniger als {value}",
	notComparable: "nicht vergleichbar",
	notAvailable:  "nicht verfügbar",
	noFigure:      "keine Angabe",
	coverage:      "{present} von {due}",
	notDelivered:  "nicht geliefert {due}",
	lastValue:     "{missing}; letzter Wert ({period}): {value}",
	source:        "Quelle: {organisation}, erhalten am {date}",

	marks: map[Mark]markWords{
		Provisional:   {"vorläufig", "vorläufig: dieser Wert kann sich noch ändern"},
		Estimated:     {"geschätzt", "geschätzt, nicht gezählt"},
		Break:         {"Bruch", "Bruch in der Reihe: nicht vergleichbar mit früheren Zeiträumen"},
		Revised:       {"revidiert", "revidiert: ersetzt einen früher veröffentlichten Wert"},
		Absent:        {"nicht geliefert", "nicht geliefert"},
		Impossible:    {"kann nicht vorkommen", "kann nicht vorkommen"},
		Hidden:        {"verborgen", "verborgen zum Schutz von Personen"},
		Reconstructed: {"rekonstruiert", "rekonstruiert: das Eingangsdatum wurde nachträglich nach einer festen Regel bestimmt"},
		Low:           {"auf null gerundet", "nicht null, aber auf null gerundet"},
	},

	trend: trendWords{
		up: direction{
			count:  pair{"{number} {unit} mehr {than}.", "ungefähr {number} {unit} mehr {than}."},
			share:  pair{"{number} {unit} höher {than}.", "ungefähr {number} {unit} höher {than}."},
			amount: pair{"{against} um {number} {unit} gestiegen.", "{against} um ungefähr {number} {unit} gestiegen."},
		},
		down: direction{
			count:  pair{"{number} {unit} weniger {than}.", "ungefähr {number} {unit} weniger {than}."},
			share:  pair{"{number} {unit} niedriger {than}.", "ungefähr {number} {unit} niedriger {than}."},
			amount: pair{"{against} um {number} {unit} gesunken.", "{against} um ungefähr {number} {unit} gesunken."},
		},
		unchanged:        "unverändert {against}.",
		unchangedRounded: "nach Rundung unverändert {against}.",
		unchangedAbout:   "ungefähr unverändert {against}.",
		againstAvailable: "gegenüber dem vorherigen verfügbaren Wert ({period})",
	},
	change: changeWords{
		plain:       "{change} ({base})",
		withPercent: "{change} ({percent}; {base})",
		base:        "Basis {base}",
	},
	alternative: alternativeWords{
		kinds: [...]string{
			Line: "Liniendiagramm", Column: "Säulendiagramm", Bar: "Balkendiagramm", Table: "Tabelle", KeyFigures: "Kennzahlen",
		},
		named: "{name}: {text}",
		first: "erster Wert {value}", last: "letzter Wert {value}",
		lowest: "niedrigster Wert {value}", highest: "höchster Wert {value}",
	},
	page:     germanPage,
	book:     germanBook,
	delivery: germanDeliveries,
	report: reportWords{
		count:         "Anzahl",
		subject:       "{subject}: {month}",
		cite:          "{site}. {title}. Ausgabe {edition}, veröffentlicht am {date}.",
		reporting:     "Organisationen, deren Lieferung fällig war, haben geliefert",
		lateDelivery:  "eingegangen am {date}, nach dem Stichtag dieses Berichts",
		breakBefore:   "Reihenbruch ab {period}",
		leftOut:       "{dataset}: zum Schutz von Personen ohne Aufgliederung nach {dimensions}, für {periods}",
		leftOutWhole:  "{dataset}: zum Schutz von Personen nicht veröffentlicht, für {periods}",
		suppliersNote: "die gelieferte Gesamtzahl weicht um {difference} von der Summe der Teile ab.",
		partialNote:   "Summe der verfügbaren Teile: {coverage}.",
		seriesBegins:  "{comparable}: die Reihe beginnt {period}",
		days:          "{first}.–{last}. {month} {year}",
	},
}
