package locale

import "ronde/internal/period"

// French, as written in Belgium: thousands are grouped by a narrow no-break
// space (U+202F); the per cent sign, colon, semicolon and guillemets are set
// off by a no-break space (U+00A0). Changes are nouns ("en hausse de") so that
// no participle has to agree with a subject that is not there.
var french = words{
	group: "\u202f", point: ",", percent: "\u00a0%",
	minus:  "moins",
	quotes: [2]string{"«\u00a0", "\u00a0»"},
	and:    "et",

	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	monthsShort: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
	firstDay:    "1er",
	quarters:    [4]string{"1er", "2e", "3e", "4e"},
	date:        "{day} {month} {year}",

	period: byKind{
		period.Year:    "{year}",
		period.Quarter: "{quarter} trimestre {year}",
		period.Month:   "{month} {year}",
		period.Week:    "semaine {week} de {year}",
		period.Day:     "{date}",
		period.Span:    "{from} – {to}",
	},
	in: byKind{
		period.Year:    "en {period}",
		period.Quarter: "au {period}",
		period.Month:   "en {period}",
		period.Week:    "durant la {period}",
		period.Day:     "le {period}",
		period.Span:    "durant la période du {from} au {to}",
	},
	than: byKind{
		period.Year:    "qu’en {period}",
		period.Quarter: "qu’au {period}",
		period.Month:   "qu’en {period}",
		period.Week:    "que durant la {period}",
		period.Day:     "que le {period}",
		period.Span:    "que durant la période du {from} au {to}",
	},
	against: byKind{
		period.Year:    "par rapport à {period}",
		period.Quarter: "par rapport au {period}",
		period.Month:   "par rapport à {period}",
		period.Week:    "par rapport à la {period}",
		period.Day:     "par rapport au {period}",
		period.Span:    "par rapport à la période du {from} au {to}",
	},
	due: byKind{
		period.Year:    "pour {period}",
		period.Quarter: "pour le {period}",
		period.Month:   "pour {period}",
		period.Week:    "pour la {period}",
		period.Day:     "pour le {period}",
		period.Span:    "pour la période du {from} au {to}",
	},
	through: byKind{
		period.Year:    "{from} à {to}",
		period.Quarter: "{from} au {to}",
		period.Month:   "{from} à {to}",
		period.Week:    "{from} à la {to}",
		period.Day:     "{from} au {to}",
		period.Span:    "{from} au {to}",
	},
	since:      "depuis le {date}",
	cumulative: "cumul jusqu’au {date} inclus",

	percentagePoint: Noun{"point de pourcentage", "points de pourcentage"},

	aboutValue:    "environ {value}",
	moreThan:      "plus de {value}",
	lessThan:      "moins de {value}",
	notComparable: "non comparable",
	notAvailable:  "non disponible",
	noFigure:      "pas de chiffre",
	coverage:      "{present} sur {due}",
	notDelivered:  "non transmis {due}",
	lastValue:     "{missing}\u00a0; dernière valeur ({period})\u00a0: {value}",
	source:        "Source\u00a0: {organisation}, données reçues le {date}",

	marks: map[Mark]markWords{
		Provisional:   {"provisoire", "provisoire\u00a0: ce chiffre peut encore changer"},
		Estimated:     {"estimé", "estimé, non dénombré"},
		Break:         {"rupture", "rupture de série\u00a0: non comparable avec les périodes antérieures"},
		Revised:       {"révisé", "révisé\u00a0: remplace un chiffre publié auparavant"},
		Absent:        {"non transmis", "non transmis"},
		Impossible:    {"sans objet", "sans objet\u00a0: ne peut pas exister"},
		Hidden:        {"masqué", "masqué pour protéger les personnes"},
		Reconstructed: {"reconstitué", "reconstitué\u00a0: la date de réception a été établie après coup selon une règle fixe"},
		Low:           {"arrondi à zéro", "non nul, mais arrondi à zéro"},
	},

	trend: trendWords{
		up: direction{
			count:  pair{"{number} {unit} de plus {than}.", "environ {number} {unit} de plus {than}."},
			share:  pair{"{number} {unit} de plus {than}.", "environ {number} {unit} de plus {than}."},
			amount: pair{"en hausse de {number} {unit} {against}.", "en hausse d’environ {number} {unit} {against}."},
		},
		down: direction{
			count:  pair{"{number} {unit} de moins {than}.", "environ {number} {unit} de moins {than}."},
			share:  pair{"{number} {unit} de moins {than}.", "environ {number} {unit} de moins {than}."},
			amount: pair{"en baisse de {number} {unit} {against}.", "en baisse d’environ {number} {unit} {against}."},
		},
		unchanged:        "sans changement {against}.",
		unchangedRounded: "après arrondi, sans changement {against}.",
		unchangedAbout:   "à peu près sans changement {against}.",
		againstAvailable: "par rapport au chiffre disponible précédent ({period})",
	},
	change: changeWords{
		plain:       "{change} ({base})",
		withPercent: "{change} ({percent}\u00a0; {base})",
		base:        "base {base}",
	},
	alternative: alternativeWords{
		kinds: [...]string{
			Line: "graphique en courbes", Column: "graphique en colonnes", Bar: "graphique en barres", Table: "tableau", KeyFigures: "chiffres clés",
		},
		named: "{name}\u00a0: {text}",
		first: "première valeur {value}", last: "dernière valeur {value}",
		lowest: "valeur la plus basse {value}", highest: "valeur la plus élevée {value}",
	},
	page:     frenchPage,
	book:     frenchBook,
	delivery: frenchDeliveries,
	report: reportWords{
		count:         "nombre",
		subject:       "{subject}\u00a0: {month}",
		cite:          "{site}. {title}. Édition {edition}, publiée le {date}.",
		reporting:     "organisations dont une livraison était attendue ont livré",
		lateDelivery:  "reçu le {date}, après la clôture de ce rapport",
		breakBefore:   "rupture de série à partir de {period}",
		leftOut:       "{dataset}\u00a0: sans ventilation par {dimensions} afin de protéger les personnes, pour {periods}",
		leftOutWhole:  "{dataset}\u00a0: non publié afin de protéger les personnes, pour {periods}",
		suppliersNote: "le total livré diffère de {difference} de la somme des parties.",
		partialNote:   "Total des parties disponibles\u00a0: {coverage}.",
		seriesBegins:  "{comparable}\u00a0: la série commence {period}",
		days:          "{first} – {last} {month} {year}",
	},
}
