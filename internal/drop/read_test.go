package drop

import (
	"fmt"
	"strings"
	"testing"
)

// head is the header of the long drop; rows begin with its four first columns.
const head = "Maand;Plaats;Geslacht;Aantal;Vlag\n"

// readCases each change the site in one way. What is read, and what a user
// reads, stands in testdata/read.txt.
var readCases = []struct {
	name    string
	changes map[string]string
}{
	{"as it should be", nil},
	{"order of columns is free", m(long, "Aantal;Geslacht;Plaats;Maand\n12;F;BE;2022-07\n")},
	{"spaces around cells, words of the supplier, former code", m(long, head+" 2022-07 ; heel het land;F ; 1 ;vl\n2022-07;VLG;F;2; \n")},
	{"empty columns and rows of Excel", m(long, "Maand;Plaats;Geslacht;Aantal;;\n2022-07;BE;F;12;;\n;;;;;\n")},
	{"former dataset and organisation", map[string]string{"data/drops/2022-07/ibz/attest.csv": head + "2022-06;BE;F;1;\n", "data/drops/2022-07/ibz/attest.yaml": received}},

	// Numbers.
	{"point and three digits", m(long, head+"2022-06;BE;F;1.185;\n2022-07;BE;F;1.203;\n")},
	{"point and three digits in a share", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;1.185\n")},
	{"points proved to group", m(long, head+"2022-06;BE;F;1.185;\n2022-07;BE;F;1.203.000;\n")},
	{"comma proved, points group", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;12,5\n2022-07-31;BE-WAL;1;1.185\n")},
	{"declared thousands", map[string]string{long: head + "2022-06;BE;F;1.185;\n", contract: with("dialect: {thousands: \".\"}")}},
	{"declared point, and three digits", map[string]string{long: head + "2022-06;BE;F;1.185;\n", contract: with("dialect: {decimal: \".\"}")}},
	{"declared comma does not say what a point is", map[string]string{long: head + "2022-06;BE;F;1.185;\n", contract: with("dialect: {decimal: \",\"}")}},
	{"spaces group", m(long, head+"2022-04;BE;F;1 185;\n2022-05;BE;F;1\u00a0185;\n2022-06;BE;F;1\u202f185;\n")},
	{"apostrophes group", m(long, head+"2022-05;BE;F;1'185;\n2022-06;BE;F;1’185;\n")},
	{"minus signs", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;-2.5\n2022-07-31;BE-WAL;1;\u22122.5\n")},
	{"contrary to itself", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;12,5\n2022-07-31;BE-WAL;1;12.5\n")},
	{"contrary to the contract", map[string]string{long: head + "2022-06;BE;F;1,5;\n", contract: with("dialect: {decimal: \".\"}")}},
	{"groups of two", m(long, head+"2022-06;BE;F;11 85;\n2022-07;BE;F;0.185.000;\n")},
	{"negative count", m(long, head+"2022-07;BE;F;-2509;\n")},
	{"fraction of a count", m(long, head+"2022-07;BE;F;12.5;\n")},
	{"too many digits", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1234567890123;0.30000000000000004\n")},
	{"not numbers", m(long, head+strings.Join(rowsOf("#REF!", "#N/B", "####", "315O", "-", "…", "12 %", "1,5E3", "(123)", "=A1", "'12", "+5", "jul/22", "7/22", "1000 €", "12*", "3159 O", "1O37", "١٢", "twaalf", ">5", "≥5", "12\u00ad"), ""))},

	// Empty is never ambiguous.
	{"empty", m(long, head+"2022-07;BE;F;;\n2022-07;BE;M;;P\n")},
	{"empty without a status column", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;;1\n")},
	{"zero and reasons", m(long, head+"2022-03;BE;F;0;\n2022-04;BE;F;;O\n2022-05;BE;F;;M\n2022-06;BE;F;;L\n2022-07;BE;F;;Q\n")},
	{"hidden and there", m(long, head+"2022-07;BE;F;3;Q\n")},
	{"not delivered and there", m(long, head+"2022-07;BE;F;3;O\n")},
	{"small mark", m(long, head+"2022-07;BE;F;<5;\n")},
	{"small mark allowed, own marks, qualifiers", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;<5;:\n2022-07-31;BE-WAL;> 65 000;±12.5\n2022-07-31;BE-NEW;<50;~3\n")},
	{"mark against status", map[string]string{long: head + "2022-07;BE;F;<5;O\n", contract: with("hidden_marks: [\"<5\"]")}},
	{"statuses", m(long, head+"2022-03;BE;F;1;E P\n2022-04;BE;F;1;R\n2022-05;BE;F;1;p\n2022-06;BE;F;1;X\n2022-07;BE;F;;O M\n")},
	{"status of all rows", map[string]string{description: received + "status: P\n", long: head + "2022-06;BE;F;1;E\n2022-07;BE;F;;O\n"}},
	{"qualifier column", map[string]string{long: "Maand;Plaats;Geslacht;Aantal;Soort\n2022-04;BE;F;1;lower\n2022-05;BE;F;1;meer\n2022-06;BE;F;>1;upper\n", contract: with("qualifiers: true")}},
	{"qualifier of nothing", m(long, "Maand;Plaats;Geslacht;Aantal;Vlag;Soort\n2022-04;BE;F;;O;lower\n")},

	// Periods.
	{"dates with the day proved", m(wide, "Datum;Plaats;Personen;Werk\n03/04/2022;BE-VLG;1;1\n30/04/2022;BE-VLG;1;1\n")},
	{"dates in doubt", m(wide, "Datum;Plaats;Personen;Werk\n03/04/2022;BE-VLG;1;1\n04/04/2022;BE-VLG;1;1\n")},
	{"dates with the month first", m(wide, "Datum;Plaats;Personen;Werk\n03/04/2022;BE-VLG;1;1\n04/30/2022;BE-VLG;1;1\n")},
	{"dates with points", m(wide, "Datum;Plaats;Personen;Werk\n3.4.2022;BE-VLG;1;1\n")},
	{"dates that change", m(wide, "Datum;Plaats;Personen;Werk\n2022-04-30;BE-VLG;1;1\n31/05/2022;BE-VLG;1;1\n30/06/2022;BE-VLG;1;1\n")},
	{"dates against the contract", map[string]string{long: head + "2022-06;BE;F;1;\n", contract: with("dialect: {dates: mm/yyyy}")}},
	{"months as declared", map[string]string{long: head + "6/2022;BE;F;1;\n07/2022;BE;F;1;\n13/2022;BE;F;1;\n", contract: with("dialect: {dates: mm/yyyy}")}},
	{"not periods", m(long, head+strings.Join([]string{"jul/22", "juli 2022", "44743", "202207", "20220725", "2022-7", "Q3 2022", "2022M07", "25/07/22", "2022-07-25 00:00", "#####", "2022–07", "zomer", "", "2022-02-30"}, ";BE;F;1;\n")+";BE;F;1;\n")},
	{"kinds of periods", m(long, head+"2022-07-31;BE;F;1;\n2022;BE;F;1;\n2022-W30;BE;F;1;\n")},
	{"a stock in a week", m(wide, "Datum;Plaats;Personen;Werk\n2022-W30;BE-VLG;1;1\n")},
	{"outside the contract", m(long, head+"2022-02;BE;F;1;\n2024-01;BE;F;1;\n")},
	{"before it began, before it ended", m(long, head+"2022-08;BE;F;1;\n2022-08;BE;M;1;P\n2022-09;BE;F;1;\n2022-10;BE;F;1;F\n")},

	// Keys.
	{"unknown codes", m(long, head+"2022-07;BE-VLA;F;1;\n2022-06;BE-VLA;F;1;\n2022-07;Vlaanderen;F;1;\n2022-07;;F;1;\n2022-07;BE–VLG;F;1;\n2022-07;ВЕ;F;1;\n2022-07;BE;X;1;\n")},
	{"codes in time", m(long, head+"2022-05;BE-OLD;F;1;\n2022-06;BE-OLD;F;1;\n2022-05;BE-NEW;F;1;\n")},
	{"computed total", m(wide, "Datum;Plaats;Personen;Werk\n2022-07-31;BE;3;1\n")},
	{"twice", m(long, head+"2022-07;BE;F;1;\n2022-07;BE;F;2;\n 2022-07;BE;F;1;\n")},
	{"parts", m(long, head+"2022-07;BE;_T;10;\n2022-07;BE;F;6;\n2022-07;BE;M;3;\n2022-06;BE;_T;9;\n2022-06;BE;F;6;\n2022-06;BE;M;3;\n2022-05;BE;_T;9;\n2022-05;BE;F;6;\n2022-05;BE;M;;Q\n")},

	// Columns.
	{"column renamed", m(long, "Maand;Plaats;Geslacht;Aantallen\n2022-07;BE;F;1\n")},
	{"column missing", m(long, "Maand;Plaats;Aantal\n2022-07;BE;1\n")},
	{"column new", m(long, "Maand;Plaats;Geslacht;Aantal;Leeftijd\n2022-07;BE;F;1;12\n")},
	{"no rows", m(long, head)},
	{"empty file", map[string]string{long: "\n"}},
	{"quotation mark open", m(long, head+"2022-07;BE;F;\"1;\n")},

	// Layouts.
	{"periods across", m(across, "Wat;Geslacht;2022-05;2022-06;2022-07\nattesten;F;10;O;15\nattestations;M;5;Q;12\n")},
	{"periods across with odd periods", m(across, "Wat;Geslacht;2022-05;jun/22;Totaal\nattesten;F;10;5;15\n")},
	{"periods across without periods", m(across, "Wat;Geslacht\nattesten;F\n")},
	{"indicators of a column", m(across, "Wat;Geslacht;2022-05\nbeneficiaries;F;10\nattest;F;5\n")},

	// Descriptions.
	{"missed", map[string]string{description: received + "missed: 2022-07\n"}},
	{"missed a year, missed before", map[string]string{description: received + "missed: 2022\n", "data/drops/2022-08/dvz/attestations.csv": head + "2022-07;BE;F;1;\n", "data/drops/2022-08/dvz/attestations.yaml": received + "missed: 2022-07\n"}},
	{"reconstructed", map[string]string{description: received + "vintage: reconstructed\nsource_date: 2023-06-26\nrule: two months later\n"}},
	{"reconstructed by halves", map[string]string{description: received + "vintage: reconstructed\n"}},
	{"half a vintage", map[string]string{description: received + "source_date: 2023-06-26\nrule: two months later\n"}},
	{"status of a description", map[string]string{description: received + "status: R\n"}},
	{"no value at all", map[string]string{description: received + "status: O\n"}},
	{"received early", map[string]string{description: "ronde: 1\nreceived: 2022-06-30\n", long: head + "2022-05;BE;F;1;\n"}},
	{"withdrawn", map[string]string{long: head, description: received + "withdrawn:\n  - {indicator: attestations, period: 2022-05, where: {geo: BE-VLG}}\n"}},
	{"withdrawn and given", map[string]string{description: received + "withdrawn:\n  - {indicator: certificates, period: 2022-07, where: {geo: VLG, sex: F}}\n  - {indicator: attestations, period: 2022-07, where: {geo: VLG}}\n"}},
	{"withdrawn wrongly", map[string]string{description: received + "withdrawn:\n  - {indicator: attest, period: 2022-07}\n  - {indicator: employed, period: 2022-07}\n  - {indicator: attestations, period: 2022-07, where: {geo: XX, age: Y}}\n"}},
}

func m(file, content string) map[string]string { return map[string]string{file: content} }

// with gives the contract of the long drop with one line more.
func with(line string) string {
	return strings.Replace(site[contract], "layout: long\n", "layout: long\n"+line+"\n", 1)
}

// rowsOf gives a row for each value, each of another key.
func rowsOf(values ...string) []string {
	var rows []string
	for i, v := range values {
		rows = append(rows, fmt.Sprintf("%04d-%02d;BE;F;%s;\n", 2022+(i+3)/12, (i+3)%12+1, v))
	}
	return rows
}

func TestRead(t *testing.T) {
	var b strings.Builder
	for _, c := range readCases {
		drops, text := readAll(t, files(c.changes))
		fmt.Fprintf(&b, "== %s\n", c.name)
		for _, d := range drops {
			for _, o := range d.Observations {
				fmt.Fprintf(&b, "%s = %s\n", o.Key, shown(o))
			}
			for _, w := range d.Withdrawn {
				fmt.Fprintf(&b, "%s withdrawn\n", w.Key)
			}
		}
		b.WriteString(text + "\n")
	}
	golden(t, "testdata/read.txt", b.String())
}

func shown(o Delivered) string {
	words := []string{"–"}
	if o.HasValue {
		words[0] = o.Value.String()
	}
	for _, s := range o.Status.Letters() {
		words = append(words, "["+s+"]")
	}
	words = append(words, o.Qualifier.String(), o.Note)
	if o.Reconstructed {
		words = append(words, "reconstructed")
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ") + " (" + o.Span().Cell + ")"
}

func TestFind(t *testing.T) {
	row := head + "2022-07;BE;F;1;\n"
	drops, text := readAll(t, files(map[string]string{
		"data/drops/2022-07/dvz/attestations.2.csv":       row,
		"data/drops/2022-07/dvz/attestations.2.yaml":      received,
		"data/drops/2022-07/dvz/attestations.10.csv":      row,
		"data/drops/2022-07/dvz/attestations.10.yaml":     received,
		"data/drops/2022-07/dvz/Attestations.csv":         row,
		"data/drops/2022-07/dvz/attestations (3).csv":     row,
		"data/drops/2022-07/dvz/attestations.1.csv":       row,
		"data/drops/2022-07/dvz/attestations_v2.CSV":      row,
		"data/drops/2022-07/dvz/attestations - Kopie.csv": row,
		"data/drops/2022-07/dvz/attestations.yml":         received,
		"data/drops/2022-07/dvz/atestations.csv":          row,
		"data/drops/2022-07/dvz/attestations.xlsx":        "x",
		"data/drops/2022-07/dvz/~$attestations.xlsx":      "x",
		"data/drops/2022-07/dvz/Thumbs.db":                "x",
		"data/drops/2022-07/dvz/mail.msg":                 "x",
		"data/drops/2022-07/dvz/attestations.txt":         "x",
		"data/drops/2022-07/dvz/across.csv":               "x",
		"data/drops/2022-07/dvs/attestations.csv":         row,
		"data/drops/2022-7/dvz/attestations.csv":          row,
		"data/drops/attestations.csv":                     row,
		"data/drops/2022-09/dvz/attestations.csv":         row,
		"data/drops/2022-10/dvz/attestations.yaml":        received,
		"data/drops/2022-11/dvz/attestations.2.csv":       row,
		"data/drops/2022-11/dvz/attestations.2.yaml":      received,
		"data/drops/2022-11/dvz/.gitkeep":                 "x",
	}))
	var b strings.Builder
	for _, d := range drops {
		b.WriteString(d.ID.String() + "\n")
	}
	golden(t, "testdata/find.txt", b.String()+text)
}
