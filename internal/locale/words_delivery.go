package locale

var dutchDeliveries = deliveryWords{
	byOrganisation: "leveringen per organisatie en maand, {year}",
	byDataset:      "leveringen per dataset en maand, {year}",
	grid:           "Raster",
	onTime:         "op tijd", missing: "ontbreekt", expected: "nog te leveren",
	afterDay: "laat", notDue: "niet verwacht",
	late:  Noun{"{n} dag te laat", "{n} dagen te laat"},
	noDay: "geen vaste dag", notReceived: "niet ontvangen",
	dataset: "dataset", due: "verwacht tegen", received: "ontvangen", state: "stand",
	countOnTime:  Noun{"{n} van {due} levering op tijd", "{n} van {due} leveringen op tijd"},
	countLate:    Noun{"{n} te laat", "{n} te laat"},
	countMissing: Noun{"{n} ontbreekt", "{n} ontbreken"},
}

var frenchDeliveries = deliveryWords{
	byOrganisation: "livraisons par organisation et par mois, {year}",
	byDataset:      "livraisons par jeu de données et par mois, {year}",
	grid:           "Grille",
	onTime:         "à temps", missing: "manquante", expected: "à livrer",
	afterDay: "tardive", notDue: "non attendue",
	late:  Noun{"{n} jour de retard", "{n} jours de retard"},
	noDay: "pas de jour fixe", notReceived: "non reçue",
	dataset: "jeu de données", due: "attendue pour le", received: "reçue le", state: "état",
	countOnTime:  Noun{"{n} livraison sur {due} à temps", "{n} des {due} livraisons à temps"},
	countLate:    Noun{"{n} en retard", "{n} en retard"},
	countMissing: Noun{"{n} manquante", "{n} manquantes"},
}

var germanDeliveries = deliveryWords{
	byOrganisation: "Lieferungen je Organisation und Monat, {year}",
	byDataset:      "Lieferungen je Datensatz und Monat, {year}",
	grid:           "Raster",
	onTime:         "pünktlich", missing: "fehlt", expected: "noch zu liefern",
	afterDay: "verspätet", notDue: "nicht erwartet",
	late:  Noun{"{n} Tag verspätet", "{n} Tage verspätet"},
	noDay: "kein fester Tag", notReceived: "nicht eingegangen",
	dataset: "Datensatz", due: "erwartet bis", received: "eingegangen", state: "Stand",
	countOnTime:  Noun{"{n} von {due} Lieferung pünktlich", "{n} von {due} Lieferungen pünktlich"},
	countLate:    Noun{"{n} verspätet", "{n} verspätet"},
	countMissing: Noun{"{n} fehlt", "{n} fehlen"},
}

var englishDeliveries = deliveryWords{
	byOrganisation: "deliveries by organisation and month, {year}",
	byDataset:      "deliveries by dataset and month, {year}",
	grid:           "Grid",
	onTime:         "on time", missing: "missing", expected: "awaited",
	afterDay: "late", notDue: "not due",
	late:  Noun{"{n} day late", "{n} days late"},
	noDay: "no fixed day", notReceived: "not received",
	dataset: "dataset", due: "due by", received: "received", state: "state",
	countOnTime:  Noun{"{n} of {due} delivery on time", "{n} of {due} deliveries on time"},
	countLate:    Noun{"{n} late", "{n} late"},
	countMissing: Noun{"{n} missing", "{n} missing"},
}
