package locale

import "ronde/internal/period"

// Dutch, as the Belgian federal administration writes it.
var dutch = words{
	group: ".", point: ",", percent: "%",
	minus:  "min",
	quotes: [2]string{"“", "”"},
	and:    "en",

	months: [12]string{"januari", "februari", "maart", "april", "mei", "juni",
		"juli", "augustus", "september", "oktober", "november", "december"},
	monthsShort: [12]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
	firstDay:    "1",
	quarters:    [4]string{"1e", "2e", "3e", "4e"},
	date:        "{day} {month} {year}",

	period: byKind{
		period.Year:    "{year}",
		period.Quarter: "{quarter} kwartaal {year}",
		period.Month:   "{month} {year}",
		period.Week:    "week {week} van {year}",
		period.Day:     "{date}",
		period.Span:    "{from} – {to}",
	},
	in: byKind{
		period.Year:    "in {period}",
		period.Quarter: "in het {period}",
		period.Month:   "in {period}",
		period.Week:    "in {period}",
		period.Day:     "op {period}",
		period.Span:    "in de periode van {from} tot en met {to}",
	},
	than: byKind{
		period.Year:    "dan in {period}",
		period.Quarter: "dan in het {period}",
		period.Month:   "dan in {period}",
		period.Week:    "dan in {period}",
		period.Day:     "dan op {period}",
		period.Span:    "dan in de periode van {from} tot en met {to}",
	},
	against: byKind{
		period.Year:    "tegenover {period}",
		period.Quarter: "tegenover het {period}",
		period.Month:   "tegenover {period}",
		period.Week:    "tegenover {period}",
		period.Day:     "tegenover {period}",
		period.Span:    "tegenover de periode van {from} tot en met {to}",
	},
	due: byKind{
		period.Year:    "voor {period}",
		period.Quarter: "voor het {period}",
		period.Month:   "voor {period}",
		period.Week:    "voor {period}",
		period.Day:     "voor {period}",
		period.Span:    "voor de periode van {from} tot en met {to}",
	},
	through: byKind{
		period.Year:    "{from} tot en met {to}",
		period.Quarter: "{from} tot en met {to}",
		period.Month:   "{from} tot en met {to}",
		period.Week:    "{from} tot en met {to}",
		period.Day:     "{from} tot en met {to}",
		period.Span:    "{from} tot en met {to}",
	},
	since:      "sinds {date}",
	cumulative: "cumulatief tot en met {date}",

	percentagePoint: Noun{"procentpunt", "procentpunt"},

	aboutValue:    "ongeveer {value}",
	moreThan:      "meer dan {value}",
	lessThan:      "minder dan {value}",
	notComparable: "niet vergelijkbaar",
	notAvailable:  "niet beschikbaar",
	noFigure:      "geen cijfer",
	coverage:      "{present} van {due}",
	notDelivered:  "niet geleverd {due}",
	lastValue:     "{missing}; laatste waarde ({period}): {value}",
	source:        "Bron: {organisation}, ontvangen op {date}",

	marks: map[Mark]markWords{
		Provisional:   {"voorlopig", "voorlopig: dit cijfer kan nog wijzigen"},
		Estimated:     {"geraamd", "geraamd, niet geteld"},
		Break:         {"breuk", "breuk in de reeks: niet vergelijkbaar met eerdere perioden"},
		Revised:       {"herzien", "herzien: vervangt een eerder gepubliceerd cijfer"},
		Absent:        {"niet geleverd", "niet geleverd"},
		Impossible:    {"kan niet voorkomen", "kan niet voorkomen"},
		Hidden:        {"verborgen", "verborgen om personen te beschermen"},
		Reconstructed: {"gereconstrueerd", "gereconstrueerd: de datum van ontvangst is achteraf volgens een vaste regel bepaald"},
		Low:           {"afgerond tot nul", "niet nul, maar afgerond tot nul"},
	},

	trend: trendWords{
		up: direction{
			count:  pair{"{number} {unit} meer {than}.", "ongeveer {number} {unit} meer {than}."},
			share:  pair{"{number} {unit} hoger {than}.", "ongeveer {number} {unit} hoger {than}."},
			amount: pair{"gestegen met {number} {unit} {against}.", "gestegen met ongeveer {number} {unit} {against}."},
		},
		down: direction{
			count:  pair{"{number} {unit} minder {than}.", "ongeveer {number} {unit} minder {than}."},
			share:  pair{"{number} {unit} lager {than}.", "ongeveer {number} {unit} lager {than}."},
			amount: pair{"gedaald met {number} {unit} {against}.", "gedaald met ongeveer {number} {unit} {against}."},
		},
		unchanged:        "onveranderd {against}.",
		unchangedRounded: "na afronding onveranderd {against}.",
		unchangedAbout:   "ongeveer onveranderd {against}.",
		againstAvailable: "tegenover het vorige beschikbare cijfer ({period})",
	},
	change: changeWords{
		plain:       "{change} ({base})",
		withPercent: "{change} ({percent}; {base})",
		base:        "basis {base}",
	},
	alternative: alternativeWords{
		kinds: [...]string{
			Line: "lijndiagram", Column: "kolomdiagram", Bar: "staafdiagram", Table: "tabel", KeyFigures: "kerncijfers",
		},
		named: "{name}: {text}",
		first: "eerste waarde {value}", last: "laatste waarde {value}",
		lowest: "laagste waarde {value}", highest: "hoogste waarde {value}",
	},
	page: dutchPage,
	report: reportWords{
		count:         "aantal",
		subject:       "{subject}: {month}",
		cite:          "{site}. {title}. Editie {edition}, gepubliceerd op {date}.",
		reporting:     "organisaties die een levering moesten doen, hebben geleverd",
		lateDelivery:  "ontvangen op {date}, na de afsluiting voor dit rapport",
		breakBefore:   "breuk in de reeks vanaf {period}",
		leftOut:       "{dataset}: om personen te beschermen zonder uitsplitsing naar {dimensions}, voor {periods}",
		leftOutWhole:  "{dataset}: niet gepubliceerd om personen te beschermen, voor {periods}",
		suppliersNote: "het geleverde totaal verschilt {difference} van de som van de delen.",
		partialNote:   "Totaal van de beschikbare delen: {coverage}.",
		seriesBegins:  "{comparable}: de reeks begint {period}",
		days:          "{first} – {last} {month} {year}",
	},
}
