package locale

import "ronde/internal/period"

var germanPage = pageWords{
	ownName:   "Deutsch",
	languages: map[string]string{"nl": "Niederländisch", "fr": "Französisch", "de": "Deutsch", "en": "Englisch"},
	measures: map[string]string{
		"flow": "Zählung über einen Zeitraum", "stock": "Bestand an einem Tag", "cumulative": "kumuliert seit einem Tag",
		"share": "Anteil", "ratio": "Verhältnis",
	},
	rhythms: map[string]string{"monthly": "monatlich", "quarterly": "vierteljährlich", "annual": "jährlich", "irregular": "unregelmäßig"},
	delivers: map[string]string{
		"increment": "Jede Lieferung ergänzt oder verbessert; was sie nicht enthält, gilt weiter.",
		"series":    "Jede Lieferung enthält die ganze Reihe.",
		"snapshot":  "Jede Lieferung ersetzt alle Zahlen ihrer Tage.",
	},
	kinds: byKind{
		period.Year: "Jahr", period.Quarter: "Quartal", period.Month: "Monat", period.Week: "Woche", period.Day: "Datum", period.Span: "Zeitraum",
	},
	head: headWords{
		status: "Status", change: "Veränderung", indicator: "Indikator", difference: "Unterschied",
		first: "erste Veröffentlichung", newest: "neuester Stand", series: "Reihe", parts: "Summe der Teile", rangeOf: "höchster minus niedrigster Wert",
		before: "zuvor", after: "jetzt", percent: "in Prozent",
	},
	forms: map[string]string{
		"change": "Veränderung", "change%": "Veränderung in Prozent", "share": "Anteil", "first-published": "erste Veröffentlichung", "peak": "höchster Wert",
		"unsigned-change": "Veränderung ohne Vorzeichen", "unsigned-change%": "Veränderung in Prozent ohne Vorzeichen",
	},
	months:    "Veränderung über {n} Monate",
	edition:   "{title} (Ausgabe {n})",
	withdrawn: "zurückgezogen", withdrawal: "Rücknahme",
	revision: revisionWords{
		caption: "Geänderte Zahlen", appeared: "neue Zahl", disappeared: "entfallene Zahl", restated: "anderer Status", none: "nicht in dieser Ausgabe",
	},
	published: "veröffentlicht", notYet: "noch nicht veröffentlicht", takenBack: "zurückgezogen", noEarlier: "kein früherer Wert",
	revisions: "Erste Veröffentlichung und neuester Stand, {unit}", triangle: "Was jede Freigabe sagte, {unit}",
	by:     "{measure}, nach {dimension}",
	course: "{measure}, Verlauf",
	newest: "neueste Werte", vintages: "alle veröffentlichten Stände", firsts: "Werte der ersten Veröffentlichung",
	terms: termWords{
		counted: "was gezählt wird", kind: "Art der Zahl", base: "Basis", supplier: "Lieferant", frequency: "Häufigkeit", deliveries: "Lieferungen", rounding: "Rundung", protection: "Schutz von Personen", covers: "Zeitraum", indicators: "Indikatoren",
		due:       "erwartet innerhalb von {n} Tagen nach dem Ende des Zeitraums.",
		rounded:   "der Lieferant rundet auf ein Vielfaches von {step}.",
		threshold: "eine Gliederung, in der eine Anzahl unter {least} vorkommt, wird nicht veröffentlicht; die Summe schon, wenn das sicher ist.",
		since:     "gezählt ab dem {date}.",
		derived:   "nicht geliefert, sondern aus veröffentlichten Zahlen berechnet.",
	},
	planned: plannedWords{
		report: "Bericht über {round}", provisional: "Das Datum ist vorläufig.", moved: "Zuvor geplant für den {from}; Änderung angekündigt am {on}: {reason}",
	},
	columns: map[string]string{
		"period": "der Zeitraum, auf den sich die Zahl bezieht", "indicator": "Kennung des Indikators", "indicator_label": "Name des Indikators",
		"value": "der Wert, mit einem Dezimalpunkt; leer, wenn er fehlt oder verborgen ist", "unit": "Einheit",
		"status":    "Statuscodes von SDMX: P vorläufig, E geschätzt, B Reihenbruch, O nicht geliefert, M kann nicht bestehen, Q verborgen; leer ist gewöhnlich",
		"qualifier": "wie der Wert zu lesen ist; lower: mehr als, upper: weniger als, about: ungefähr",
		"vintage":   "Art des Standes; reconstructed: nachträglich zusammengestellt", "note": "Bemerkung des Lieferanten",
		"drop": "die Lieferung, aus der die Zahl stammt", "received": "Tag des Eingangs", "release": "die Freigabe, die dies veröffentlichte",
		"released": "Tag der Freigabe", "removed": "ob die Lieferung die Zahl zurückzog: yes, oder leer",
	},
	holds:   map[string]string{"period": "Zeitraum (ISO 8601)", "code": "Code", "text": "Text", "number": "Zahl", "date": "Datum (ISO 8601)"},
	codeOf:  "Code der Liste {list}",
	labelOf: "Name in der Liste {list}",
}
