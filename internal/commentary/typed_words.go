package commentary

import (
	"regexp"
	"strings"

	"ronde/internal/locale"
)

// typedWords are the words of one language by which numbers are told apart. All
// are parts of regular expressions.
type typedWords struct {
	scale   string // are read as a part of the number before them
	counted string // are what a statistic counts: 2022 personen is no year
	before  string // stand before a number that is a name: article 5, week 30
	after   string // stand behind an age, a length of time or a time of day
	per     string // stand before the 1 000 of "per 1 000"
	ordinal string // article before "3." in German; "" elsewhere
}

var typedIn = map[string]typedWords{
	"nl": {
		scale:   `procent|miljoen|miljard|duizend`,
		counted: `personen|mensen|kinderen|leerlingen|gezinnen|dossiers|attesten|plaatsen|vrouwen|mannen|gemeenten`,
		before: `artikel(?:en)?|art\.|lid|leden|hoofdstuk|deel|bijlagen?|tabel(?:len)?|figu(?:ur|ren)|grafiek(?:en)?|kaart|punt|week|weken|kwartaal|` +
			`fase|versie|editie|pagina|blz\.|nrs?\.|nummer|wet|besluit|richtlijn|verordening|ronde|stap|kb|zone`,
		after: `jaar|jarigen?|jaren|maand(?:en)?|week|weken|dag(?:en)?|werkdagen|uur|uren|minuten`,
		per:   `per|op`,
	},
	"fr": {
		scale:   `pour\scent|millions?|milliards?|mille`,
		counted: `personnes|enfants|élèves|familles|ménages|dossiers|attestations|places|femmes|hommes|communes`,
		before: `articles?|art\.|alinéas?|chapitres?|parties?|annexes?|tableaux?|figures?|graphiques?|cartes?|point|semaines?|trimestre|` +
			`phase|version|édition|pages?|p\.|nos?|n[°º]|numéros?|loi|arrêtés?|directive|règlement|étape|ar|zone`,
		after: `ans?|mois|semaines?|jours?|heures?|minutes?|années?|trimestres?`,
		per:   `pour|sur`,
	},
	"de": {
		scale:   `Prozent|Millionen?|Milliarden?|Mio\.|Mrd\.|Tausend`,
		counted: `Personen|Menschen|Kinder|Schüler|Familien|Haushalte|Akten|Bescheinigungen|Plätze|Frauen|Männer|Gemeinden`,
		before: `artikeln?|art\.|absatz|abs\.|kapitel|teil|anhang|tabellen?|abbildung(?:en)?|abb\.|grafik|karte|punkt|wochen?|kw|quartal|` +
			`phase|version|ausgabe|auflage|seiten?|s\.|nrn?\.|nummern?|gesetz|beschluss|richtlinie|verordnung|schritt|zone`,
		after:   `Jahre?n?|Jährigen?|Monate?n?|Wochen?|Tage?n?|Arbeitstagen?|Stunden?|Uhr|Minuten?`,
		per:     `je|pro|auf`,
		ordinal: `der|die|das|dem|den|des|am|im|vom|zum|zur|beim|jeder|jede|jedes`,
	},
	"en": {
		scale:   `per\scent|percent|million|billion|thousand`,
		counted: `persons|people|children|pupils|families|households|files|certificates|places|women|men|communes`,
		before: `articles?|art\.|sections?|paragraphs?|chapters?|part|annex|tables?|figures?|charts?|map|point|weeks?|quarter|` +
			`phase|version|edition|pages?|p\.|nos?\.|numbers?|act|decrees?|directive|regulation|step|round|area|zone`,
		after: `years?|year-olds?|months?|weeks?|days?|hours?|minutes?|quarters?|a\.m\.|p\.m\.`,
		per:   `per`,
	},
}

const (
	gap   = `[\s\x{00a0}\x{202f}]`
	left  = `(?:^|[^\pL\pN.,])` // before a name
	right = `(?:[^\pL\pN]|$)`   // behind it
)

// numberPattern is a number as people write it: digits, perhaps grouped, with a
// decimal part, a per cent sign or a word for a million; and a range of two.
func numberPattern(language string) *regexp.Regexp {
	const one = `(?:[0-9]{1,3}(?:[.,'’ \x{00a0}\x{202f}\x{2009}][0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?`
	unit := `(?:[ \x{00a0}\x{202f}]?[%‰]|` + gap + `(?:` + typedIn[language].scale + `)\b)?`
	return regexp.MustCompile(one + `(?:[-–]` + one + `)?` + unit)
}

// names are the patterns of dates, years, times, ages and other numbers that
// are no statistics, in one language. Later ones see the text without what
// earlier ones found.
func names(words *locale.Locale) []name {
	in := typedIn[words.Language()]
	const (
		and     = `(?:` + gap + `*(?:[-–—/]|tot en met|tot|t/m|en|au|et|à|bis|und|to|and)` + gap + `*)`
		anyCase = `(?i)`
		year    = `(?:19|20)[0-9]{2}`
	)
	day := `[0-9]{1,2}(?:er|st|nd|rd|th|e|\.)?`
	month := monthPattern(words)
	all := []name{
		// Addresses and names of files.
		{pattern: regexp.MustCompile(`((?:https?|mailto):[^\s>)]*)`)},
		{pattern: regexp.MustCompile(anyCase + `([\pL\pN_.-]+\.(?:csv|xlsx?|pdf|md|ya?ml|svg|docx?|html?))` + right)},
		// 5 July 2022; 1, 8 and 15 July; from 1 to 15 July; 10 March to 31 July.
		{pattern: regexp.MustCompile(left + `((?:` + day + `,` + gap + `*)*(?:` + day + `(?:` + gap + `+` + month + `)?` + and + `)?` + day + gap + `+` + month + `(?:` + gap + `+` + year + `)?)` + right)},
		// 2022-07-31, 31/07/2022, 31.7.22.
		{pattern: regexp.MustCompile(left + `([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2}))` + right)},
		// 14:30, 14u30, 14 h 30.
		{pattern: regexp.MustCompile(left + `([0-9]{1,2}(?::[0-9]{2}|` + gap + `?[uh](?:` + gap + `?[0-9]{2})?))` + right)},
		// Article 57/29, tables 3 and 4, week 30, § 24.
		{pattern: regexp.MustCompile(anyCase + `(?:^|[^\pL])(?:(?:` + in.before + `)` + gap + `*|§+` + gap + `*)([0-9]+(?:[./][0-9]+)*(?:` + and + `[0-9]+)?)` + right)},
		// 18 years, from 6 to 18 years, 14.30 hours.
		{pattern: regexp.MustCompile(anyCase + left + `([0-9]{1,3}(?:[.,:][0-9]{1,2})?(?:` + and + `[0-9]{1,3})?[\s\x{00a0}\x{202f}-]+(?:` + in.after + `))(?:[^\pL]|$)`)},
		// Per 1 000 inhabitants.
		{pattern: regexp.MustCompile(anyCase + `(?:^|[^\pL])(?:` + in.per + `)` + gap + `(100|1[.,]?[ \x{00a0}\x{202f}]?000|100[., \x{00a0}\x{202f}]?000)` + right)},
		// 2022, 2022-2023, 2022/23; not 2022 persons, 2022.5 or 2022 %.
		{
			pattern: regexp.MustCompile(left + `(` + year + `(?:` + gap + `*[-–/]` + gap + `*(?:19|20)?[0-9]{2})?)` + right),
			unless:  regexp.MustCompile(`^(?:[.,][0-9]|` + gap + `?[%‰]|` + gap + `(?:` + in.counted + `)(?:[^\pL]|$))`),
		},
	}
	if in.ordinal != "" {
		all = append(all, name{pattern: regexp.MustCompile(anyCase + `(?:^|[^\pL])(?:` + in.ordinal + `)` + gap + `([0-9]{1,2}\.)` + gap + `\pL`)})
	}
	if words.Language() == "en" {
		// July 25th, on July 25, July 25, 2022. "In July 25 persons" is no date.
		all = append(all,
			name{pattern: regexp.MustCompile(left + month + gap + `([0-9]{1,2}(?:(?:st|nd|rd|th)(?:,?` + gap + year + `)?|,?` + gap + year + `))` + right)},
			name{pattern: regexp.MustCompile(anyCase + `(?:on|by|until|till|from|since|before|after)` + gap + month + gap + `([0-9]{1,2})` + right)})
	}
	return all
}

// monthPattern matches the name of a month, in full or shortened. Where months
// are written with a capital, only so: "may" is no month.
func monthPattern(words *locale.Locale) string {
	var months []string
	for m := 1; m <= 12; m++ {
		for _, text := range [...]string{words.MonthName(m), words.MonthShort(m)} {
			months = append(months, regexp.QuoteMeta(strings.TrimSuffix(text, ".")))
		}
	}
	pattern := `(?:` + strings.Join(months, "|") + `)\.?`
	if words.MonthName(5) == strings.ToLower(words.MonthName(5)) {
		return `(?i:` + pattern + `)`
	}
	return pattern
}
