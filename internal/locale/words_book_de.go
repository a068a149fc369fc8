package locale

var germanBook = bookWords{
	files: map[File]string{
		FigureData: "Daten dieser Abbildung", WidePicture: "Bild, breit", NarrowPicture: "Bild, schmal",
		EditionBook: "Arbeitsmappe der ganzen Ausgabe", WholeEdition: "ganze Ausgabe", DatasetBook: "Arbeitsmappe mit neuesten Werten und allen Ständen",
	},
	sheets: map[Sheet]string{
		CoverSheet: "Deckblatt", ContentsSheet: "Inhalt", NotesSheet: "Erläuterungen", KeyFiguresSheet: "Kennzahlen",
		NumbersSheet: "Zahlen im Text", NewestSheet: "Neueste Werte", VintagesSheet: "Alle Stände",
	},
	figure: "Abbildung {n}",
	facts: map[BookFact]string{
		AboutFact: "Gegenstand", PeriodFact: "Zeitraum", PublishedFact: "Veröffentlicht", EditionFact: "Ausgabe",
		StatusFact: "Status", UntilFact: "Daten eingegangen bis", LaterFact: "Daten dieser Korrektur bis", SupplierFact: "Lieferant", RhythmFact: "Häufigkeit",
		ContactFact: "Kontakt", LicenceFact: "Lizenz", AddressFact: "Adresse", CiteFact: "Zitierweise",
		NoticeFact: "Über diese Website",
	},
	notes: map[BookNote]string{
		MarkNote: "Zeichen", DefinitionNote: "Definition", SourceNote: "Quelle", CoverageNote: "Vollständigkeit",
		NoticeNote: "Mitteilung", RemarkNote: "Anmerkung zu einer Abbildung",
	},
	columns: map[string]string{
		"period": "Zeitraum", "indicator": "Indikator", "value": "Wert", "unit": "Einheit", "status": "Status",
		"qualifier": "Zu lesen als", "vintage": "Stand", "note": "Anmerkung", "drop": "Lieferung", "received": "Eingegangen",
		"release": "Freigabe", "released": "Freigegeben", "removed": "Zurückgezogen",
	},
	code: "{name} (Code)",
	heads: bookHeads{
		sheet: "Blatt", about: "Was es enthält", subject: "Thema", name: "Name", explanation: "Erläuterung",
		number: "Nummer", printed: "Wie gedruckt", form: "Was es ist", value: "Wert", delivery: "Lieferung",
	},
	contents:    "Inhalt dieser Arbeitsmappe",
	numbers:     "Alle Zahlen im Text mit der Lieferung, aus der sie stammen",
	intro:       "Eine Tabelle. Zeichen und Definitionen stehen auf dem Blatt {notes}.",
	elsewhere:   "Diese Tabelle hat mehr Zeilen, als ein Tabellenblatt fassen kann; die CSV\u2011Datei enthält sie alle.",
	stands:      "Neueste Ausgabe",
	draft:       "Entwurf, nicht freigegeben",
	amends:      "Neueste Ausgabe; ersetzt Ausgabe {edition}",
	replaced:    "Nicht die neueste: ersetzt durch Ausgabe {edition} vom {date}",
	citeDataset: "{organisation}, {dataset}. {site}. Stand vom {date}.",
	exact:       "genau", asDelivered: "wie geliefert", reconstructed: "nachträglich zusammengestellt", noRemark: "keine Anmerkung", inForce: "nein", takenBack: "ja",
}
