package chart

import (
	"strings"
	"testing"

	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
)

// The figures below are public ones: Eurostat migr_asytpsm and migr_asytpfm as
// of October 2024, the Belgian Immigration Office, the population register, the
// regional employment services, UNHCR.
const (
	stock  = "26505 37540 44820 49145 52300 55405 57580 56545 61475 63210 62520 63615 64555 65420 66455 67655 68680 70070 71350 72670 73705 74605 75760 76730 77650 78610 79560 80425 81795 83240"
	grants = "26505 11035 7280 4325 3155 3105 2200 2095 1920 1735 1560 1470 1365 1035 1180 1290 1370 1550 1430 1350 1090 925 1220 1000 990 1035 970 895 1410 1460"

	bulgaria = "30700 92410 112355 119305 125795 130290 134790 142050 144890 147385 149790 151590 153545 155000 157645 160690 162980 164880 166535 168300 169845 170970 172275 45715 49190 50970 53910 57350 60220 62505"
	denmark  = "1220 10430 20710 25250 26430 27940 29780 29845 30685 32160 32925 33875 34840 34930 35350 35650 35955 36890 37455 35755 36075 36280 36645 37145 31765 32460 33030 34090 35060 35815"
	estonia  = "13810 22295 25865 28015 29730 32045 34025 36000 37455 38385 39085 39815 37020 35135 35105 35215 35425 35780 35820 35855 35885 35945 35755 35205 33950 32775 33615 32370 33820 33835"
)

// tag is the mark of a point in the shorthand of series.
var tags = map[byte]func(*Point){
	'p': func(p *Point) { p.Provisional = true },
	'e': func(p *Point) { p.Estimated = true },
	'g': func(p *Point) { p.Reconstructed = true },
	'~': func(p *Point) { p.Qualifier = locale.About },
	'>': func(p *Point) { p.Qualifier = locale.Lower },
	'<': func(p *Point) { p.Qualifier = locale.Upper },
}

// series reads points from a shorthand: values apart by spaces, each with tags
// behind it; x, z, c and . for what has no value.
func series(t testing.TB, name, text string) Series {
	t.Helper()
	s := Series{Name: name}
	for word := range strings.FieldsSeq(text) {
		var pt Point
		switch word {
		case "x":
		case "z":
			pt.State = CannotExist
		case "c":
			pt.State = Hidden
		case ".":
			pt.State = NotExpected
		default:
			pt.State = Present
			digits := strings.TrimRight(word, "peg~<>")
			for _, tag := range []byte(word[len(digits):]) {
				tags[tag](&pt)
			}
			v, err := number.Parse(digits)
			if err != nil {
				t.Fatalf("%q: %v", word, err)
			}
			pt.Value = v
		}
		s.Points = append(s.Points, pt)
	}
	return s
}

// dated gives the points of a series their dates.
func dated(t testing.TB, s Series, dates string) Series {
	for i, date := range strings.Fields(dates) {
		s.Points[i].At = at(t, date)
	}
	return s
}

// months gives n periods from one on.
func months(t testing.TB, from string, n int) []period.Period {
	t.Helper()
	first, err := period.Parse(from)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]period.Period, n)
	for i := range all {
		all[i] = first.Next(i)
	}
	return all
}

func at(t testing.TB, text string) period.Period { return months(t, text, 1)[0] }

func language(t testing.TB, code string) *locale.Locale {
	t.Helper()
	l, ok := locale.For(code)
	if !ok {
		t.Fatalf("no locale %s", code)
	}
	return l
}

// examples are the charts that the golden files show.
func examples(t testing.TB) map[string]*Chart {
	nl, fr, de, en := language(t, "nl"), language(t, "fr"), language(t, "de"), language(t, "en")
	provisional := func(text string) string { return text + "p" }
	return map[string]*Chart{
		"line": {
			Kind: Line, Locale: nl,
			Title:       "Ruim 83.000 personen met tijdelijke bescherming",
			Subtitle:    "Personen met tijdelijke bescherming in België op de laatste dag van de maand, maart 2022 – augustus 2024",
			Description: "Lijndiagram. Eurostat: van 26.505 op 31 maart 2022 tot 83.240 op 31 augustus 2024 (voorlopig), met een reeksbreuk in oktober 2022. Rijksregister: losse punten.",
			Unit:        "personen",
			Periods:     months(t, "2022-03", 30),
			Series: []Series{
				series(t, "Tijdelijke bescherming", provisional(stock)),
				series(t, "Rijksregister", ". . 18032 . . . . . 50472 . 52452 . 53804 . . . . . . . . 58861 . . . . . . . ."),
			},
			Breaks: []Break{{At: at(t, "2022-10"), Note: "Reeksbreuk in oktober 2022: stand en toekenningen sluiten in oktober en november niet op elkaar aan.", Series: []int{0}}},
			Notes:  []string{"Losse punten: data waarvoor een cijfer is gepubliceerd; ertussen is niets ingevuld."},
			Source: "Bron: Eurostat (migr_asytpsm), stand oktober 2024, afgerond op 5; Rijksregister/DVZ.",
		},
		"line-gap": {
			Kind: Line, Locale: fr,
			Title:       "Les attestations restent autour de 1 500 par mois",
			Subtitle:    "Attestations de protection temporaire délivrées par mois, Belgique, mars 2022 – mai 2023",
			Description: "Graphique linéaire. 26 507 attestations en mars 2022, 1 181 en mai 2023 ; juin, octobre et novembre 2022 ainsi que février et mars 2023 manquent.",
			Unit:        "personnes",
			Periods:     months(t, "2022-03", 15),
			Series:      []Series{series(t, "Attestations délivrées", "26507g 11035g 7278g x 3156 3111 2202 x x 1735 1564 x x 1037 1181")},
			Notes:       []string{"[x] Aucun chiffre mensuel publié.", "[g] Mars à mai 2022 : reconstitué d’après une publication de février 2023."},
			Source:      "Source : Office des étrangers.",
		},
		"line-four": {
			Kind: Line, Locale: de,
			Title:       "Bulgarien bereinigt sein Register im Februar 2024",
			Subtitle:    "Personen mit vorübergehendem Schutz am Monatsende, vier Länder, März 2022 – August 2024",
			Description: "Liniendiagramm mit vier Ländern. Bulgarien fällt im Februar 2024 von 172.275 auf 45.715.",
			Unit:        "Personen",
			Periods:     months(t, "2022-03", 30),
			Series: []Series{
				series(t, "Belgien", provisional(stock)), series(t, "Bulgarien", bulgaria),
				series(t, "Dänemark", denmark), series(t, "Estland", estonia),
			},
			Breaks: []Break{{At: at(t, "2024-02"), Note: "Bereinigung der Register in Bulgarien und Estland.", Series: []int{1, 3}}},
			Source: "Quelle: Eurostat (migr_asytpsm), Stand Oktober 2024.",
		},
		"line-events": {
			Kind: Line, Locale: en,
			Title:       "Fewer than 1,500 grants a month since February 2023",
			Subtitle:    "Decisions granting temporary protection per month, Belgium, March 2022 to August 2024",
			Description: "Line chart. 26,505 grants in March 2022, 895 in June 2024, 1,460 in August 2024 (provisional).",
			Unit:        "persons",
			Periods:     months(t, "2022-03", 30),
			Series:      []Series{series(t, "Grants", provisional(grants))},
			Events:      []Event{{at(t, "2022-03"), "Directive activated"}, {at(t, "2023-10"), "Extended to March 2025"}, {at(t, "2024-06"), "Extended to March 2026"}},
			Source:      "Source: Eurostat (migr_asytpfm), as of October 2024.",
		},
		"line-negative": {
			Kind: Line, Locale: nl,
			Title:       "In mei 2023 kwamen er 1.035 personen bij",
			Subtitle:    "Verandering van het aantal personen met tijdelijke bescherming op de vorige maand, België, personen",
			Description: "Lijndiagram. Tussen −1.035 in oktober 2022 en 4.930 in november 2022.",
			Unit:        "personen",
			Periods:     months(t, "2022-08", 10),
			Series:      []Series{series(t, "Verandering", "3105 2175 -1035 4930 1735 -690 1095 940 865 1035")},
			Source:      "Bron: Eurostat (migr_asytpsm), stand oktober 2024; eigen berekening.",
		},
		"line-free": {
			Kind: Line, Locale: en, FreeScale: true, Decimals: 1,
			Title:       "More than 150,000 people on living wage in an average month",
			Subtitle:    "Monthly average of recipients, Belgium, selected years, thousand persons; the scale does not begin at zero",
			Description: "Line chart over years, from 74.1 in 2003 to 152.9 in 2022.",
			Unit:        "thousand persons",
			Periods:     []period.Period{at(t, "2003"), at(t, "2005"), at(t, "2010"), at(t, "2015"), at(t, "2017"), at(t, "2020"), at(t, "2022")},
			Series:      []Series{series(t, "Living wage", "74.1 76.3 95.6 116.1 140.2 153.3e 152.9")},
			Source:      "Source: PPS Social Integration.",
		},
		"line-bounds": {
			Kind: Line, Locale: nl,
			Title:       "Sinds maart 2022 meer dan 18.000 doorverwijzingen",
			Subtitle:    "Doorverwijzingen naar noodopvang sinds 13 maart 2022, gecumuleerd, personen",
			Description: "Lijndiagram over data, van 2.059 op 13 maart 2022 tot meer dan 18.000 op 26 februari 2024.",
			Unit:        "personen",
			Periods:     []period.Period{at(t, "2022-03-13"), at(t, "2022-03-31"), at(t, "2022-04-05"), at(t, "2022-04-09"), at(t, "2022-05-13"), at(t, "2023-06-06"), at(t, "2024-02-26")},
			Series:      []Series{series(t, "Fedasil", "2059 5800~ 6607 7101 9303 17000~ 18000>")},
			Source:      "Bron: Fedasil.",
		},
		"line-empty": {
			Kind: Line, Locale: de,
			Title: "Noch keine Zahl geliefert", Subtitle: "Ausgestellte Bescheinigungen je Monat, Belgien",
			Description: "Liniendiagramm ohne Werte.", Unit: "Personen",
			Periods: months(t, "2022-03", 6),
			Series:  []Series{series(t, "Bescheinigungen", "x x x x x x")},
			Source:  "Quelle: Ausländeramt.",
		},
		"column": {
			Kind: Column, Locale: nl,
			Title:       "Augustus blijft net onder juli: 3.111 attesten",
			Subtitle:    "Afgeleverde attesten van tijdelijke bescherming per maand, België, maart – augustus 2022",
			Description: "Kolomdiagram. Maart 26.507, april 11.035, mei 7.278, juni geen cijfer, juli 3.156, augustus 3.111 (voorlopig).",
			Unit:        "personen",
			Periods:     months(t, "2022-03", 6),
			Series:      []Series{series(t, "Attesten", "26507g 11035g 7278g x 3156 3111p")},
			Notes:       []string{"[x] Juni 2022: geen maandcijfer gepubliceerd. Gearceerd: voorlopig, eerste publicatie.", "[g] Maart tot mei: gereconstrueerd uit een publicatie van februari 2023."},
			Source:      "Bron: Dienst Vreemdelingenzaken (DVZ), via het Nationaal Crisiscentrum en info-ukraine.be.",
		},
		"column-long": {
			Kind: Column, Locale: nl,
			Title:       "Sinds 2023 maandelijks tussen 895 en 1.560 toekenningen",
			Subtitle:    "Toekenningen van tijdelijke bescherming per maand, België, maart 2022 – augustus 2024",
			Description: "Kolomdiagram. Hoogste waarde 26.505 in maart 2022, laagste 895 in juni 2024, laatste 1.460 in augustus 2024 (voorlopig).",
			Unit:        "personen",
			Periods:     months(t, "2022-03", 30),
			Series:      []Series{series(t, "Toekenningen", provisional(grants))},
			Notes:       []string{"Gearceerd: voorlopig."},
			Source:      "Bron: Eurostat (migr_asytpfm), stand oktober 2024, afgerond op 5.",
		},
		"column-zero": {
			Kind: Column, Locale: en,
			Title:       "No asylum applicants from Ukraine left at the end of 2023",
			Subtitle:    "Asylum seekers from Ukraine at the end of the year, Belgium, persons",
			Description: "Column chart. 155 in 2021, 685 in 2022, 0 in 2023, 887 in 2024, 713 in 2025; 2020 is hidden.",
			Unit:        "persons",
			Periods:     months(t, "2020", 6),
			Series:      []Series{series(t, "Asylum seekers", "c 155 685 0 887 713e")},
			Notes:       []string{"[c] Hidden to protect persons."},
			Source:      "Source: UNHCR.",
		},
		"column-negative": {
			Kind: Column, Locale: fr,
			Title:       "Deux mois de baisse sur dix",
			Subtitle:    "Évolution du nombre de bénéficiaires par rapport au mois précédent, Belgique",
			Description: "Graphique en colonnes. Entre −1 035 en octobre 2022 et 4 930 en novembre 2022.",
			Unit:        "bénéficiaires de la protection temporaire",
			Periods:     months(t, "2022-08", 10),
			Series:      []Series{series(t, "Évolution", "3105 2175 -1035 4930 1735 -690 1095 940 865 1035p")},
			Breaks:      []Break{{At: at(t, "2022-10"), Note: "Rupture de série en octobre 2022."}},
			Source:      "Source : Eurostat (migr_asytpsm).",
		},
		"bar": {
			Kind: Bar, Locale: nl,
			Title:       "Bij de VDAB één op zes ingeschrevenen aan het werk",
			Subtitle:    "Ingeschreven Oekraïners bij de arbeidsbemiddeling en wie daarvan werkt, per gewest, zomer 2022, personen",
			Description: "Staafdiagram. VDAB 3.356 ingeschreven, 543 aan het werk; Actiris 1.323 ingeschreven, geen cijfer over werk; Forem 1.255 ingeschreven, 170 aan het werk.",
			Categories:  []Category{{Name: "VDAB (Vlaanderen)", Detail: "25 juli"}, {Name: "Actiris (Brussel)", Detail: "31 juli"}, {Name: "Forem (Wallonië)", Detail: "16 augustus"}},
			Series:      []Series{series(t, "ingeschreven", "3356 1323 1255"), series(t, "aan het werk", "543 x 170")},
			Notes:       []string{"[x] Actiris: geen cijfer over wie werkt. De datums verschillen; de cijfers zijn niet opgeteld."},
			Source:      "Bron: VDAB, Actiris, Forem, zoals in de pers en het parlement gepubliceerd.",
		},
		"bar-one": {
			Kind: Bar, Locale: fr,
			Title:       "Trois provinces flamandes accueillent chacune plus de 1 000 personnes",
			Subtitle:    "Personnes orientées par Fedasil vers un hébergement, par province, cumul au 19 mai 2022",
			Description: "Diagramme en barres. Limbourg 1 116, Anvers 1 104, Flandre orientale 1 089, Flandre occidentale 872, Brabant flamand 847.",
			Unit:        "personnes",
			Categories:  []Category{{Name: "Limbourg"}, {Name: "Anvers"}, {Name: "Flandre orientale"}, {Name: "Flandre occidentale"}, {Name: "Brabant flamand"}, {Name: "Bruxelles"}, {Name: "Communauté germanophone de Belgique"}},
			Series:      []Series{series(t, "", "1116 1104p 1089 872~ 847 x c")},
			Source:      "Source : Fedasil.",
		},
		"line-dated": {
			Kind: Line, Locale: nl, Dated: true,
			Title:       "Eind 2023 stonden 58.861 personen in het Rijksregister",
			Subtitle:    "Personen met tijdelijke bescherming in het Rijksregister, België en Vlaams Gewest, mei 2022 – december 2023",
			Description: "Losse punten. België: van 18.032 op 19 mei 2022 tot 58.861 op 31 december 2023. Vlaams Gewest: 10.593 op 19 mei 2022 en 29.705 op 23 november 2022.",
			Unit:        "personen",
			Periods:     months(t, "2022-05", 20),
			Series: []Series{
				dated(t, series(t, "België", "18032 50472 52452 53500 53804 57066 58861"), "2022-05-19 2022-11-20 2023-01-22 2023-02-23 2023-03-31 2023-10-01 2023-12-31"),
				dated(t, series(t, "Vlaams Gewest", "10593 29705"), "2022-05-19 2022-11-23"),
			},
			Notes:  []string{"Losse punten: data waarvoor een cijfer is gepubliceerd; ertussen is niets ingevuld."},
			Source: "Bron: Rijksregister/DVZ, zoals in pers en parlement gepubliceerd.",
		},
		"area": {
			Kind: Area, Locale: fr,
			Title:       "83 240 bénéficiaires fin août 2024",
			Subtitle:    "Bénéficiaires de la protection temporaire au dernier jour du mois, Belgique, mars 2022 – août 2024",
			Description: "Graphique en aires. De 26 505 fin mars 2022 à 83 240 fin août 2024 (provisoire), avec une rupture de série en octobre 2022.",
			Unit:        "personnes",
			Periods:     months(t, "2022-03", 30),
			Series:      []Series{series(t, "Belgique", provisional(stock))},
			Breaks:      []Break{{At: at(t, "2022-10"), Note: "Rupture de série en octobre 2022."}},
			Events:      []Event{{at(t, "2023-10"), "Prolongation jusqu’en mars 2025"}},
			Source:      "Source : Eurostat (migr_asytpsm), état d’octobre 2024, arrondi à 5.",
		},
		"area-gap": {
			Kind: Area, Locale: nl,
			Title:       "De attesten per maand, met drie gaten",
			Subtitle:    "Afgeleverde attesten van tijdelijke bescherming per maand, België, maart 2022 – mei 2023",
			Description: "Vlakdiagram. 26.507 in maart 2022, 1.181 in mei 2023; juni, oktober en november 2022 en februari en maart 2023 ontbreken.",
			Unit:        "personen",
			Periods:     months(t, "2022-03", 15),
			Series:      []Series{series(t, "Attesten", "26507g 11035g 7278g x 3156 3111 2202 x x 1735 1564 x x 1037 1181")},
			References:  []Reference{{3156 * one, "Juli 2022"}},
			Source:      "Bron: DVZ.",
		},
		"grouped": {
			Kind: Grouped, Locale: nl,
			Title:       "België telt meer personen dan Denemarken en Estland",
			Subtitle:    "Personen met tijdelijke bescherming op het einde van de maand, drie landen, maart – augustus 2022",
			Description: "Gegroepeerd kolomdiagram van drie landen over zes maanden.",
			Unit:        "personen",
			Periods:     months(t, "2022-03", 6),
			Series: []Series{
				series(t, "België", "26505 37540 44820 49145 52300 55405p"), series(t, "Denemarken", "1220 10430 20710 x 26430 27940"), series(t, "Estland", "13810 22295 25865 28015 29730 32045~"),
			},
			References: []Reference{{37_540 * one, "België in april"}},
			Source:     "Bron: Eurostat (migr_asytpsm), stand oktober 2024.",
		},
		"grouped-bar": {
			Kind: Grouped, Locale: fr,
			Title:       "En juillet 2023, 1 228 places d’accueil collectif",
			Subtitle:    "Places d’accueil collectif par province wallonne, 27 janvier et 6 juillet 2023",
			Description: "Diagramme en barres groupées. Luxembourg 310 puis 362, Hainaut 234 puis 317, Liège 255 puis 280, Brabant wallon 150 puis 198, Namur 112 puis 71.",
			Unit:        "places",
			Categories:  []Category{{Name: "Luxembourg"}, {Name: "Hainaut"}, {Name: "Liège"}, {Name: "Brabant wallon"}, {Name: "Namur"}},
			Series:      []Series{series(t, "27 janvier 2023", "310 234 255 150 112"), series(t, "6 juillet 2023", "362 317 280 198 71")},
			References:  []Reference{{212 * one, "Moyenne en janvier"}},
			Source:      "Source : Région wallonne.",
		},
		"spark":       {Kind: Sparkline, Locale: nl, Title: "Attesten per maand, maart tot augustus 2022; juni ontbreekt", Periods: months(t, "2022-03", 6), Series: []Series{series(t, "", "26507 11035 7278 x 3156 3111p")}},
		"spark-stock": {Kind: Sparkline, Locale: nl, Title: "Stand per maand, maart 2022 tot augustus 2024", Periods: months(t, "2022-03", 30), Series: []Series{series(t, "", stock)}},
	}
}
