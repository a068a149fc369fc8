package locale

var dutchBook = bookWords{
	files: map[File]string{
		FigureData: "Gegevens van deze figuur", WidePicture: "Afbeelding, breed", NarrowPicture: "Afbeelding, smal",
		EditionBook: "Werkmap van de hele editie", WholeEdition: "hele editie", DatasetBook: "Werkmap met nieuwste waarden en alle standen",
	},
	sheets: map[Sheet]string{
		CoverSheet: "Omslag", ContentsSheet: "Inhoud", NotesSheet: "Toelichting", KeyFiguresSheet: "Kerncijfers",
		NumbersSheet: "Cijfers in de tekst", NewestSheet: "Nieuwste waarden", VintagesSheet: "Alle standen",
	},
	figure: "Figuur {n}",
	facts: map[BookFact]string{
		AboutFact: "Wat", PeriodFact: "Periode", PublishedFact: "Gepubliceerd", EditionFact: "Editie",
		StatusFact: "Status", UntilFact: "Gegevens ontvangen tot", LaterFact: "Gegevens van deze correctie tot", SupplierFact: "Leverancier", RhythmFact: "Frequentie",
		ContactFact: "Contact", LicenceFact: "Licentie", AddressFact: "Adres", CiteFact: "Hoe te citeren",
		NoticeFact: "Over deze site",
	},
	notes: map[BookNote]string{
		MarkNote: "Teken", DefinitionNote: "Definitie", SourceNote: "Bron", CoverageNote: "Volledigheid",
		NoticeNote: "Bericht", RemarkNote: "Opmerking bij een figuur",
	},
	columns: map[string]string{
		"period": "Periode", "indicator": "Indicator", "value": "Waarde", "unit": "Eenheid", "status": "Status",
		"qualifier": "Hoe te lezen", "vintage": "Stand", "note": "Opmerking", "drop": "Levering", "received": "Ontvangen",
		"release": "Vrijgave", "released": "Vrijgegeven", "removed": "Ingetrokken",
	},
	code: "{name} (code)",
	heads: bookHeads{
		sheet: "Blad", about: "Wat erop staat", subject: "Onderwerp", name: "Naam", explanation: "Uitleg",
		number: "Nummer", printed: "Zoals gedrukt", form: "Wat het is", value: "Waarde", delivery: "Levering",
	},
	contents:    "Inhoud van deze werkmap",
	numbers:     "Alle cijfers in de tekst, met de levering waaruit ze komen",
	intro:       "Eén tabel. Tekens en definities staan op het blad {notes}.",
	elsewhere:   "Deze tabel heeft meer rijen dan een rekenblad kan bevatten; het CSV\u2011bestand heeft ze alle.",
	stands:      "Nieuwste editie",
	draft:       "Ontwerp, niet vrijgegeven",
	amends:      "Nieuwste editie; vervangt editie {edition}",
	replaced:    "Niet de nieuwste: vervangen door editie {edition} van {date}",
	citeDataset: "{organisation}, {dataset}. {site}. Stand van {date}.",
	exact:       "exact", asDelivered: "zoals geleverd", reconstructed: "achteraf samengesteld", noRemark: "geen opmerking", inForce: "neen", takenBack: "ja",
}
