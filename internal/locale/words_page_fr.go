package locale

import "ronde/internal/period"

var frenchPage = pageWords{
	ownName:   "Français",
	languages: map[string]string{"nl": "néerlandais", "fr": "français", "de": "allemand", "en": "anglais"},
	measures: map[string]string{
		"flow": "décompte sur une période", "stock": "état à une date", "cumulative": "cumul depuis une date",
		"share": "part", "ratio": "ratio",
	},
	rhythms: map[string]string{"monthly": "mensuelle", "quarterly": "trimestrielle", "annual": "annuelle", "irregular": "irrégulière"},
	delivers: map[string]string{
		"increment": "Chaque livraison complète ou corrige ; ce qu’elle ne contient pas reste valable.",
		"series":    "Chaque livraison contient toute la série.",
		"snapshot":  "Chaque livraison remplace tous les chiffres de ses dates.",
	},
	kinds: byKind{
		period.Year: "année", period.Quarter: "trimestre", period.Month: "mois", period.Week: "semaine", period.Day: "date", period.Span: "période",
	},
	head: headWords{
		status: "statut", change: "évolution", indicator: "indicateur", difference: "différence",
		first: "première publication", newest: "dernier état", series: "série", parts: "somme des parties", rangeOf: "maximum moins minimum",
		before: "avant", after: "maintenant", percent: "en pour cent",
	},
	forms: map[string]string{
		"change": "évolution", "change%": "évolution en pour cent", "share": "part", "first-published": "première publication", "peak": "valeur la plus élevée",
		"unsigned-change": "évolution sans signe", "unsigned-change%": "évolution en pour cent sans signe",
	},
	months:    "évolution sur {n} mois",
	edition:   "{title} (édition {n})",
	withdrawn: "retirée", withdrawal: "retrait",
	revision: revisionWords{
		caption: "Chiffres modifiés", appeared: "nouveau chiffre", disappeared: "chiffre retiré", restated: "autre statut", none: "pas dans cette édition",
	},
	published: "publié", notYet: "pas encore publié", takenBack: "retiré", noEarlier: "aucune valeur précédente",
	revisions: "Première publication et dernier état, {unit}", triangle: "Ce que chaque publication a indiqué, {unit}",
	by:     "{measure}, par {dimension}",
	course: "{measure}, évolution",
	newest: "dernières valeurs", vintages: "tous les états publiés", firsts: "valeurs de la première publication",
	terms: termWords{
		counted: "ce qui est compté", kind: "type de chiffre", base: "base", supplier: "fournisseur", frequency: "fréquence", deliveries: "livraisons", rounding: "arrondi", protection: "protection des personnes", covers: "période", indicators: "indicateurs",
		due:       "attendu dans les {n} jours qui suivent la fin de la période.",
		rounded:   "le fournisseur arrondit à un multiple de {step}.",
		threshold: "une ventilation contenant un nombre inférieur à {least} n’est pas publiée ; le total l’est s’il est sans risque.",
		since:     "compté depuis le {date}.",
		derived:   "non livré, mais calculé à partir de chiffres publiés.",
	},
	planned: plannedWords{
		report: "Rapport sur {round}", provisional: "La date est provisoire.", moved: "Auparavant prévu le {from}\u202f; changement annoncé le {on}\u00a0: {reason}",
	},
	columns: map[string]string{
		"period": "la période sur laquelle porte le chiffre", "indicator": "identifiant de l’indicateur", "indicator_label": "nom de l’indicateur",
		"value": "la valeur, avec un point décimal ; vide si elle manque ou est masquée", "unit": "unité",
		"status":    "codes de statut SDMX : P provisoire, E estimé, B rupture de série, O non livré, M ne peut exister, Q masqué ; vide si normal",
		"qualifier": "comment lire la valeur ; lower : plus que, upper : moins que, about : environ",
		"vintage":   "type d’état ; reconstructed : recomposé après coup", "note": "remarque du fournisseur",
		"drop": "la livraison dont provient le chiffre", "received": "jour de réception", "release": "la publication qui l’a fait paraître",
		"released": "jour de la publication", "removed": "si la livraison a retiré le chiffre : yes, ou vide",
	},
	holds:   map[string]string{"period": "période (ISO 8601)", "code": "code", "text": "texte", "number": "nombre", "date": "date (ISO 8601)"},
	codeOf:  "code de la liste {list}",
	labelOf: "nom dans la liste {list}",
}
