package locale

var frenchBook = bookWords{
	files: map[File]string{
		FigureData: "Données de cette figure", WidePicture: "Image, large", NarrowPicture: "Image, étroite",
		EditionBook: "Classeur de toute l’édition", WholeEdition: "toute l’édition", DatasetBook: "Classeur des dernières valeurs et de tous les états",
	},
	sheets: map[Sheet]string{
		CoverSheet: "Couverture", ContentsSheet: "Sommaire", NotesSheet: "Notes", KeyFiguresSheet: "Chiffres clés",
		NumbersSheet: "Chiffres du texte", NewestSheet: "Dernières valeurs", VintagesSheet: "Tous les états",
	},
	figure: "Figure {n}",
	facts: map[BookFact]string{
		AboutFact: "Objet", PeriodFact: "Période", PublishedFact: "Publication", EditionFact: "Édition",
		StatusFact: "Statut", UntilFact: "Données reçues jusqu’au", LaterFact: "Données de cette correction jusqu’au", SupplierFact: "Fournisseur", RhythmFact: "Fréquence",
		ContactFact: "Contact", LicenceFact: "Licence", AddressFact: "Adresse", CiteFact: "Comment citer",
		NoticeFact: "À propos de ce site",
	},
	notes: map[BookNote]string{
		MarkNote: "Signe", DefinitionNote: "Définition", SourceNote: "Source", CoverageNote: "Exhaustivité",
		NoticeNote: "Avis", RemarkNote: "Remarque sur une figure",
	},
	columns: map[string]string{
		"period": "Période", "indicator": "Indicateur", "value": "Valeur", "unit": "Unité", "status": "Statut",
		"qualifier": "Comment lire", "vintage": "État", "note": "Remarque", "drop": "Livraison", "received": "Réception",
		"release": "Publication", "released": "Date de publication", "removed": "Retiré",
	},
	code: "{name} (code)",
	heads: bookHeads{
		sheet: "Feuille", about: "Contenu", subject: "Sujet", name: "Nom", explanation: "Explication",
		number: "Numéro", printed: "Tel qu’imprimé", form: "Nature", value: "Valeur", delivery: "Livraison",
	},
	contents:    "Sommaire de ce classeur",
	numbers:     "Tous les chiffres du texte, avec la livraison dont ils proviennent",
	intro:       "Un seul tableau. Les signes et les définitions figurent sur la feuille {notes}.",
	elsewhere:   "Ce tableau compte plus de lignes qu’une feuille de calcul ne peut en contenir\u00a0; le fichier CSV les contient toutes.",
	stands:      "Dernière édition",
	draft:       "Projet, non publié",
	amends:      "Dernière édition\u00a0; remplace l’édition {edition}",
	replaced:    "N’est pas la dernière édition\u00a0: remplacée par l’édition {edition} du {date}",
	citeDataset: "{organisation}, {dataset}. {site}. État au {date}.",
	exact:       "valeur exacte", asDelivered: "tel que livré", reconstructed: "recomposé après coup", noRemark: "aucune remarque", inForce: "non", takenBack: "oui",
}
