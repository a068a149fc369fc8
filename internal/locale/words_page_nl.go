package locale

import "ronde/internal/period"

var dutchPage = pageWords{
	ownName:   "Nederlands",
	languages: map[string]string{"nl": "Nederlands", "fr": "Frans", "de": "Duits", "en": "Engels"},
	measures: map[string]string{
		"flow": "telling over een periode", "stock": "stand op een datum", "cumulative": "gecumuleerd sinds een datum",
		"share": "aandeel", "ratio": "verhouding",
	},
	rhythms: map[string]string{"monthly": "maandelijks", "quarterly": "per kwartaal", "annual": "jaarlijks", "irregular": "onregelmatig"},
	delivers: map[string]string{
		"increment": "Elke levering vult aan of verbetert; wat er niet in staat, blijft gelden.",
		"series":    "Elke levering bevat de hele reeks.",
		"snapshot":  "Elke levering vervangt alle cijfers van haar data.",
	},
	kinds: byKind{
		period.Year: "jaar", period.Quarter: "kwartaal", period.Month: "maand", period.Week: "week", period.Day: "datum", period.Span: "periode",
	},
	head: headWords{
		status: "status", change: "verandering", indicator: "indicator", difference: "verschil",
		first: "eerste publicatie", newest: "nieuwste stand", series: "reeks", parts: "som van de delen", rangeOf: "hoogste min laagste",
		before: "voorheen", after: "nu", percent: "in procent",
	},
	forms: map[string]string{
		"change": "verandering", "change%": "verandering in procent", "share": "aandeel", "first-published": "eerste publicatie", "peak": "hoogste waarde",
		"unsigned-change": "verandering zonder teken", "unsigned-change%": "verandering in procent zonder teken",
	},
	months:    "verandering over {n} maanden",
	edition:   "{title} (editie {n})",
	withdrawn: "ingetrokken", withdrawal: "intrekking",
	revision: revisionWords{
		caption: "Gewijzigde cijfers", appeared: "nieuw cijfer", disappeared: "vervallen cijfer", restated: "andere status", none: "niet in deze editie",
	},
	published: "gepubliceerd", notYet: "nog niet gepubliceerd", takenBack: "ingetrokken", noEarlier: "geen vorige waarde",
	revisions: "Eerste publicatie naast nieuwste stand, {unit}", triangle: "Wat elke vrijgave zei, {unit}",
	by:     "{measure}, per {dimension}",
	course: "{measure}, verloop",
	newest: "nieuwste waarden", vintages: "alle gepubliceerde standen", firsts: "waarden zoals eerst gepubliceerd",
	terms: termWords{
		counted: "wat wordt geteld", kind: "soort cijfer", base: "basis", supplier: "leverancier", frequency: "frequentie", deliveries: "leveringen", rounding: "afronding", protection: "bescherming van personen", covers: "periode", indicators: "indicatoren",
		due:       "verwacht binnen {n} dagen na het einde van de periode.",
		rounded:   "de leverancier rondt af op een veelvoud van {step}.",
		threshold: "een uitsplitsing waarin een aantal kleiner dan {least} voorkomt, wordt niet gepubliceerd; het totaal wel als dat veilig is.",
		since:     "geteld vanaf {date}.",
		derived:   "niet geleverd, maar berekend uit gepubliceerde cijfers.",
	},
	planned: plannedWords{
		report: "Rapport over {round}", provisional: "De datum is voorlopig.", moved: "Eerder gepland op {from}; wijziging aangekondigd op {on}: {reason}",
	},
	columns: map[string]string{
		"period": "de periode waarover het cijfer gaat", "indicator": "kenmerk van de indicator", "indicator_label": "naam van de indicator",
		"value": "de waarde, met een punt als decimaalteken; leeg als ze ontbreekt of verborgen is", "unit": "eenheid",
		"status":    "statuscodes van SDMX: P voorlopig, E geraamd, B reeksbreuk, O niet geleverd, M kan niet bestaan, Q verborgen; leeg is gewoon",
		"qualifier": "hoe de waarde te lezen is; lower: meer dan, upper: minder dan, about: ongeveer",
		"vintage":   "soort stand; reconstructed: achteraf samengesteld", "note": "opmerking van de leverancier",
		"drop": "de levering waaruit het cijfer komt", "received": "dag van ontvangst", "release": "de vrijgave die dit publiceerde",
		"released": "dag van de vrijgave", "removed": "of de levering het cijfer introk: yes, of leeg",
	},
	holds:   map[string]string{"period": "periode (ISO 8601)", "code": "code", "text": "tekst", "number": "getal", "date": "datum (ISO 8601)"},
	codeOf:  "code uit de lijst {list}",
	labelOf: "naam uit de lijst {list}",
}
