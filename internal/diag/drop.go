package diag

import (
	"strings"
)

var dropEntries = []Entry{
	{"drop-place", Error, "A file or folder below data/drops is not where or not called as a delivery is.",
		"dataset referrals is delivered by fedasil, and this is the folder of dvz",
		"Deliveries lie in data/drops/ROUND/ORGANISATION/DATASET.csv, such as data/drops/2022-07/dvz/attestations.csv. Move or rename the file and its description; the hint gives the right name."},
	{"drop-foreign", Error, "A file that is no delivery lies below data/drops.",
		"this is the lock of a workbook that is open in Excel",
		"Keep workbooks, notes and temporary files elsewhere, as everything below data/drops may be published with the site's sources. Of a workbook, take over the sheet with ronde import."},
	{"drop-pair", Error, "A delivery is a CSV file with its description beside it, and one of the two is missing.",
		"this is the description of referrals.csv, which is not there",
		"Each CSV file has a YAML file of the same name beside it, which says at least when the figures arrived. Write the missing one; ronde new drop makes both."},
	{"drop-number", Error, "The numbers of the deliveries of one round have a hole.",
		"this is delivery 3 of the round, and there is no attestations.2.csv",
		"The first delivery of a round has no number, the next ones are called .2, .3 and so on. Rename the files so that none is missing."},
	{"description", Error, "The description of a delivery contradicts itself or its place.",
		"`source_date` is given, and the vintage is not reconstructed",
		"Open the YAML file beside the delivery and correct the key that is named: it contradicts another key, or the folder in which the delivery lies."},
	{"validated-early", Error, "The figures of a delivery were validated before they were received.",
		"it was validated on 2022-10-06, before it was received on 2022-10-07",
		"A sign-off is of figures that had arrived. Mend the day under validated; when a new file came after the sign-off, ask for it again."},
	{"received-early", Warning, "A delivery was received before the month of its round began.",
		"it was received on 2022-08-31, before 2022-09 began",
		"Either the files lie in the folder of another round than the one they are for, or `received` in the YAML file is wrong. Move the files, or mend the day."},
	{"received-year", Warning, "A delivery was received more than a year after the month of its round.",
		"it was received on 2035-10-05, more than a year after 2022-09 ended",
		"Look at the year of `received` in the YAML file, which is easily mistyped: a delivery gets into no report whose cutoff is before that day. If it really came so late, accept the warning with the reason."},
	{"header", Error, "The columns of a delivery are not those of its contract.",
		`there is no column "certificates", and the column "number" is new`,
		"Compare the first row of the file with the columns of the contract. If a column was renamed for good, change its name in the contract; if it is one too many, delete it in the workbook and save again."},
	{"no-rows", Error, "A delivery has a header and no rows.",
		"there are no rows below the header",
		"If there is nothing to deliver, take the two files away. Zero is delivered as a row with the value 0."},
	{"number", Error, "A cell that should hold a number cannot be read as one, or not beyond doubt.",
		`"1.185" is not a whole number`,
		"Look at the cell in the workbook and write the number alone, with digits. How decimals and thousands are written is declared once for a dataset, under `dialect` in its contract."},
	{"negative", Error, "A count is negative.",
		`"-3.111" is a negative count`,
		"Counts are 0 or more. A correction is delivered as the right number of its own period, not as a difference."},
	{"no-value", Error, "A cell is empty and no status says why.",
		"this cell is empty, and nothing says why",
		"Write 0 where there is none. Where a value is not there, say why by a status: O not delivered, M cannot exist, L not collected, Q hidden."},
	{"status", Error, "A status is not one that a delivery may have, or contradicts the value.",
		`"revised" is never delivered`,
		"Write the letters that the hint lists, separated by spaces, in the status column. A status that says why there is no value stands beside an empty cell."},
	{"qualifier", Error, "A value is marked as a bound or as approximate where the contract does not allow it, or by no word that Ronde knows.",
		`">900" has a sign in front, and its qualifier says something else`,
		"Write the exact number, or say in the contract that the dataset has bounds: `qualifiers: true`. Then > means more than, < less than and ± about."},
	{"hidden-value", Error, "A value is marked as hidden and stands there all the same.",
		"this value is marked as hidden and stands there all the same",
		"Empty the cell at once, as whoever gets the file can read what is hidden; save it again, and take the old file out of git's history if it was committed. If the value is not hidden, delete the Q."},
	{"hidden-mark", Error, "A cell holds a mark such as <5 in place of a value, and the contract does not say what it means.",
		`"<10" may be a hidden value or a bound`,
		"Ask the supplier what the mark means. If it hides a small number, list it under `hidden_marks` in the contract; if it means less than that number, write `qualifiers: true`."},
	{"period", Error, "A cell that should hold a period or a date cannot be read as one, or not beyond doubt.",
		`"31/08/2022" is written dd/mm/yyyy, and "2022-07-31" of the same column yyyy-mm-dd`,
		"Give the cells of the column the format Custom, yyyy-mm for months or yyyy-mm-dd for days, and save the CSV file again. If the supplier always writes dates day first, declare that under `dialect` in the contract."},
	{"period-kind", Error, "A period is not of the kind that the measure type or the rhythm asks for.",
		`"2022-09-30" is a date, and attestations has one number for each month`,
		"A flow is counted in a month, quarter or year, a stock on a date. Write the kind of period that the hint names, or correct `rhythm` in the contract."},
	{"wrong-period", Error, "A period lies outside the time of its delivery or its contract.",
		"2023-01-31 had not begun when this was received, on 2022-10-04",
		"Look whether the year is right: a period lies between `from` and `until` of the contract, and had begun when the figures arrived. A forecast has status F."},
	{"unfinished-period", Warning, "A period had not ended when its figures were received.",
		"2022-10 had not ended when this was received, on 2022-10-04",
		"If the figures are of another period, correct it. Figures of a part of a period are provisional: give them status P."},
	{"code-period", Error, "A code is used for a period in which it does not exist.",
		`"BE-NEW" does not exist in 2022-08`,
		"Use the code that was valid in the period; the hint names what replaced it. If the code list is wrong, correct `from` or `until` of the code."},
	{"computed-total", Error, "A delivery holds a total that is computed from its parts.",
		`"BE" is the total of geo, which is computed from its parts`,
		"Leave the row of the total out, as Ronde adds up the parts. To have the supplier's total printed and compared, write `how: both` at the totals of the indicator."},
	{"not-in-contract", Error, "A row gives an indicator that its contract does not list.",
		`indicator "referrals" is not in the contract of this dataset`,
		"Take the rows out of the file, or add the indicator under `codes` of the column in the contract."},
	{"duplicate-observation", Error, "A delivery gives the same observation twice.",
		"attestations BE-WAL 2022-09 is given twice",
		"Two rows give the same period and codes. Delete one of them; if they differ, ask which is right."},
	{"withdrawn", Error, "A withdrawal names observations that the dataset cannot have, or that the same delivery gives.",
		"attestations BE 2022-09 is withdrawn, and this delivery gives it",
		"A withdrawal in the YAML file names observations that the dataset can have and this delivery does not give. Correct its codes and period, or delete it."},
	{"absent", Error, "A row that the contract expects is not there.",
		"the row of referrals BE-WAL 2022-08 is missing",
		"Add the rows: 0 for none, an empty value with status O for not delivered. If a missing row always means the same, say so in the contract with `absent`."},
	{"rounding", Warning, "Values are not multiples of what the contract says they are rounded to.",
		`603 in column "aantal" is not a multiple of 5`,
		"If the supplier no longer rounds, take `rounding` out of the contract. Otherwise ask for the rounded figures: exact small counts may tell about persons."},
	{"parts", Warning, "Parts do not add up to their total.",
		"attestations BE 2022-09 is 2900, and its parts add up to 2893 (difference 7)",
		"Look for a typing error in the parts or in the total. A difference that rounding explains is a `tolerance` in the contract."},
}

// inCell is cellHint for a text that begins with a small letter.
func inCell(at Span, text Phrase) Phrase {
	if at.Cell != "" {
		text = upperFirst(text)
	}
	return cellHint(at, text)
}

// inRows says how often a mistake stands in a file, of which the first place
// is shown.
func (d Diagnostic) inRows(rows int) Diagnostic {
	if rows < 2 {
		return d
	}
	return d.Note(Say("it stands in %d rows, of which this is the first", rows))
}

// DropRound: a folder below data/drops is no round.
func DropRound(at Span, folder string) Diagnostic {
	return fault("drop-place", at, Say("the folder %s is not a round", Quote(folder)),
		Say("deliveries lie in data/drops/ROUND/ORGANISATION/; a round is a month, such as 2022-07"))
}

// DropDepth: a file lies too high or too low.
func DropDepth(at Span) Diagnostic {
	return fault("drop-place", at, Say("this file is not in the folder of an organisation in a round"),
		Say("deliveries lie in data/drops/ROUND/ORGANISATION/, such as data/drops/2022-07/dvz/"))
}

// DropOrganisation: the second folder is no organisation.
func DropOrganisation(at Span, folder string, known []string) Diagnostic {
	return fault("drop-place", at, Say("the folder %s is not an organisation", Quote(folder)),
		suggest(DidYouMean(folder, known), Say("declare it in data/organisations.yaml")))
}

// DropDataset: the file is called like no dataset.
func DropDataset(at Span, name string, known []string) Diagnostic {
	return fault("drop-place", at, Say("there is no dataset %s", Quote(name)),
		suggest(DidYouMean(name, known), Say("write its contract in data/datasets/")))
}

// DropOwner: the dataset belongs to another organisation.
func DropOwner(at Span, dataset, folder, owner string, contract Span) Diagnostic {
	return fault("drop-place", at, Say("dataset %s is delivered by %s, and this is the folder of %s", dataset, owner, folder),
		Say("move the file and its description to the folder %s, or mend the file's name", owner)).
		NoteAt(contract, Say("the contract says who delivers"))
}

// DropName: the name is nearly that of a delivery; better is how it should be.
func DropName(at Span, fact Phrase, better string) Diagnostic {
	return fault("drop-place", at, fact, Say("rename it to %s", better))
}

// DropForeign: a file that is no delivery.
func DropForeign(at Span, fact, hint Phrase) Diagnostic {
	return fault("drop-foreign", at, fact, hint)
}

// NoDescription: a CSV file without YAML.
func NoDescription(at Span, name string) Diagnostic {
	return fault("drop-pair", at, Say("this delivery has no description beside it"),
		Say("write %s with at least these two lines, and the day on which the figures arrived:\nronde: 1\nreceived: 2022-08-05", name))
}

// NoTable: a YAML file without CSV.
func NoTable(at Span, name string) Diagnostic {
	return fault("drop-pair", at, Say("this is the description of %s, which is not there", name),
		Say("put the CSV file beside it. A delivery that only withdraws has a CSV file with the header alone"))
}

// DropNumber: delivery n is there and the one before it is not.
func DropNumber(at Span, number int, missing string) Diagnostic {
	return fault("drop-number", at, Say("this is delivery %d of the round, and there is no %s", number, missing),
		Say("number the deliveries of a round without a hole: the first has no number, the next is .2"))
}

// Description: a key of the description contradicts another or the place of
// the drop.
func Description(at Span, fact, hint Phrase) Diagnostic {
	return fault("description", at, fact, hint)
}

// ValidatedEarly: who confirmed figures had seen others.
func ValidatedEarly(at Span, on, received string) Diagnostic {
	return fault("validated-early", at, Say("it was validated on %s, before it was received on %s", on, received),
		Say("write the day on which these figures were confirmed; when a new file came after that, it has to be confirmed again"))
}

// ReceivedEarly: received before the round's month.
func ReceivedEarly(at Span, received, round, drop string) Diagnostic {
	return warning("received-early", at, Say("it was received on %s, before %s began", received, round),
		Say("the folder is the round that a delivery is made for: move the files to an earlier round, or mend `received`")).About(drop)
}

// ReceivedYear: received more than a year after the round's month.
func ReceivedYear(at Span, received, round, drop string) Diagnostic {
	return warning("received-year", at, Say("it was received on %s, more than a year after %s ended", received, round),
		Say("look at the year: a delivery gets into no report whose cutoff is before that day. If it is right, accept it with `accept:` and the reason")).About(drop)
}

// MissingColumn: a column of the contract is not in the header. near is an
// unknown column of the file that may be it, with its place; is what the column
// is in the contract, "dimension sex"; odd says what characters of near look like
// others.
func MissingColumn(header Span, name, is string, contract Span, near string, nearAt Span, odd Phrase) Diagnostic {
	if near != "" {
		return fault("header", nearAt, Say("there is no column %s, and the column %s is new", Quote(name), Quote(near)),
			cellHint(nearAt, Say("Write %s if it only has another name; otherwise add the new column to the contract", Quote(name)))).
			NoteAt(contract, Say("the contract names it %s", Quote(name))).
			Note(odd)
	}
	title, hint := Say("the column %s is missing, which holds the %s", Quote(name), is), Say("add the column, with this name in the header row; the order of columns is free")
	switch word, _, _ := strings.Cut(is, " "); word {
	case "ignored":
		title = Say("the column %s is missing", Quote(name))
		fallthrough
	case "status", "qualifier", "note":
		hint = Say("%s. If files may lack it, write `optional: true` at the column in the contract", hint)
	}
	return fault("header", header, title, hint).
		NoteAt(contract, Say("the contract names it"))
}

// NewColumn: a column that the contract does not know.
func NewColumn(at Span, name string, known []string, contract Span, odd Phrase) Diagnostic {
	return fault("header", at, Say("the contract knows no column %s", Quote(name)),
		inCell(at, suggest(DidYouMean(name, known), Say("delete it, or add it to the contract; what should not be read is `is: ignored`")))).
		NoteAt(contract, Say("the columns of the contract")).
		Note(odd)
}

// NewColumns: many columns that the contract does not know, of which names are the first.
func NewColumns(at Span, names []string, columns int, contract Span) Diagnostic {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = Quote(name)
	}
	return fault("header", at, Say("the contract does not know %d columns, of which the first are %s", columns, strings.Join(quoted, ", ")),
		inCell(at, Say("look whether this is the right table, or, in a workbook, the right row of names (--header) or cells (--range); columns that should not be read are `is: ignored` in the contract"))).
		NoteAt(contract, Say("the columns of the contract"))
}

// NoPeriodColumns: layout periods-across without a period in the header.
func NoPeriodColumns(header Span) Diagnostic {
	return fault("header", header, Say("no column is named after a period"),
		Say("the header row holds the periods, such as 2022-07, one for each column of values"))
}

// NoRows: a header alone.
func NoRows(header Span) Diagnostic {
	return fault("no-rows", header, Say("there are no rows below the header"),
		Say("if there is nothing to deliver, deliver no file; zero is a row with the value 0"))
}

// Rounding: values that are no multiples. column is the header, more the
// number of further ones below the first.
func Rounding(at Span, column, value, multiple string, more int, contract Span) Diagnostic {
	d := warning("rounding", at, Say("%s in column %s is not a multiple of %s", value, Quote(column), multiple),
		cellHint(at, Say("If the figures are no longer rounded, take `rounding` out of the contract"))).
		NoteAt(contract, Say("the contract says that values are rounded")).About(column)
	switch {
	case more == 1:
		d = d.Note(Say("one more value of this column is none either"))
	case more > 1:
		d = d.Note(Say("%d more values of this column are none either", more))
	}
	return d
}

// Part is one part of a sum with its place.
type Part struct {
	Name  string
	Value string
	Span  Span
}

// Parts: parts and their total differ by more than the tolerance.
func Parts(at Span, key, total, totalName, sum, difference, tolerance string, parts []Part, contract Span) Diagnostic {
	d := warning("parts", at, Say("%s is %s, and its parts add up to %s (difference %s)", totalName, total, sum, difference),
		cellHint(at, Say("One of these numbers has a typing error, or a part is missing; a difference that rounding explains is a `tolerance` in the contract"))).About(key)
	for _, p := range parts {
		d = d.NoteAt(p.Span, cellNote(p.Span, Say("%s %s", p.Name, p.Value)))
	}
	if tolerance != "0" {
		return d.NoteAt(contract, Say("the contract allows a difference of %s", tolerance))
	}
	return d.NoteAt(contract, Say("the contract says that these are parts of it"))
}

// Absent: rows that the contract expects for a new period are not in the
// delivery. keys are all of them; the first few are named.
func Absent(at Span, period string, keys []string, contract Span) Diagnostic {
	const named = 5
	title := Say("the row of %s is missing", keys[0])
	if len(keys) > 1 {
		title = Say("%d rows of %s are missing", len(keys), period)
	}
	d := fault("absent", at, title,
		Say("add the rows: 0 is zero, and an empty value with status O is not delivered. If a row that is absent always means one of the two, write `absent: zero` or `absent: missing` in the contract")).
		NoteAt(contract, Say("the contract expects them"))
	if len(keys) > 1 {
		text := Say("missing are %s", strings.Join(keys[:min(len(keys), named)], ", "))
		if len(keys) > named {
			text = Say("%s and %d more", text, len(keys)-named)
		}
		d = d.Note(text)
	}
	return d
}
