package locale

var dutchReminder = reminderWords{
	subject: "Onderwerp: nog te leveren cijfers voor “{title}”",
	salute:  "Geachte collega,",
	awaited: "Deze cijfers verwachten wij nog ({organisation}):",
	due:     "{dataset}, {period}: verwacht tegen {date}",
	first:   "{dataset}, {period}: de eerste verwacht tegen {date}",
	noDay:   "{dataset}, {period}: nog geen vaste dag",
	overdue: Noun{"{n} dag geleden", "{n} dagen geleden"},
	last:    "De laatste levering kwam op {date}.",
	ask:     "Kunt u ze bezorgen, of ons laten weten wanneer ze komen? Cijfers die wij niet ontvangen, staan in het rapport als niet geleverd.",
	regards: "Met vriendelijke groeten,",
}

var frenchReminder = reminderWords{
	subject: "Objet : chiffres encore attendus pour « {title} »",
	salute:  "Madame, Monsieur,",
	awaited: "Nous attendons encore les chiffres suivants ({organisation}) :",
	due:     "{dataset}, {period} : attendus pour le {date}",
	first:   "{dataset}, {period} : les premiers attendus pour le {date}",
	noDay:   "{dataset}, {period} : pas encore de jour fixé",
	overdue: Noun{"il y a {n} jour", "il y a {n} jours"},
	last:    "La dernière livraison date du {date}.",
	ask:     "Merci de nous les transmettre, ou de nous indiquer quand ils arriveront. Les chiffres qui ne nous parviennent pas sont mentionnés dans le rapport comme non livrés.",
	regards: "Avec nos salutations distinguées,",
}

var germanReminder = reminderWords{
	subject: "Betreff: noch ausstehende Zahlen für „{title}“",
	salute:  "Sehr geehrte Damen und Herren,",
	awaited: "folgende Zahlen erwarten wir noch ({organisation}):",
	due:     "{dataset}, {period}: erwartet bis {date}",
	first:   "{dataset}, {period}: die ersten erwartet bis {date}",
	noDay:   "{dataset}, {period}: noch kein fester Tag",
	overdue: Noun{"vor {n} Tag", "vor {n} Tagen"},
	last:    "Die letzte Lieferung kam am {date}.",
	ask:     "Können Sie uns diese schicken oder mitteilen, wann sie kommen? Zahlen, die wir nicht erhalten, weist der Bericht als nicht geliefert aus.",
	regards: "Mit freundlichen Grüßen",
}

var englishReminder = reminderWords{
	subject: "Subject: figures still expected for “{title}”",
	salute:  "Dear colleague,",
	awaited: "We are still expecting these figures ({organisation}):",
	due:     "{dataset}, {period}: due by {date}",
	first:   "{dataset}, {period}: the first due by {date}",
	noDay:   "{dataset}, {period}: no day is fixed yet",
	overdue: Noun{"{n} day ago", "{n} days ago"},
	last:    "The last delivery came on {date}.",
	ask:     "Could you send them, or tell us when they will come? Figures that we do not receive are shown in the report as not delivered.",
	regards: "Kind regards,",
}
