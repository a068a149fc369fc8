package diag

import (
	"strings"
)

// PeriodForm: a cell is no period. hint says how to write this one.
func PeriodForm(at Span, cell string, hint Phrase, rows int) Diagnostic {
	return fault("period", at, Say("%s is not a period", Quote(cell)), cellHint(at, hint)).inRows(rows)
}

// PeriodEmpty: a cell of the period column is empty.
func PeriodEmpty(at Span, rows int) Diagnostic {
	return fault("period", at, Say("this row has no period"), cellHint(at, Say("Write the month, such as 2022-07; merged cells in Excel are empty but for the first"))).inRows(rows)
}

// AmbiguousDate: day and month could be exchanged in all cells.
func AmbiguousDate(at Span, cell, dayFirst, monthFirst, form string, rows int) Diagnostic {
	return fault("period", at, Say("%s can be %s or %s", Quote(cell), dayFirst, monthFirst),
		cellHint(at, Say("If the day stands first, set `dates: %s` under `dialect:` of this dataset, or write %s", form, dayFirst))).
		Note(Say("no other cell of the column has a day above 12, which would say what stands first")).inRows(rows)
}

// DatesChange: a cell is written in another way than the first of the column.
func DatesChange(at Span, cell, form string, before Span, beforeCell, beforeForm string, rows int) Diagnostic {
	return fault("period", at, Say("%s is written %s, and %s of the same column %s", Quote(cell), form, Quote(beforeCell), beforeForm),
		cellHint(at, Say("Write all dates of a column in one way; a copied cell in Excel often brings its own format along"))).
		NoteAt(before, cellNote(before, Say("the first one"))).inRows(rows)
}

// DateDialect: a cell is written in another way than the contract declares.
func DateDialect(at Span, cell, form, declared string, contract Span, rows int) Diagnostic {
	return fault("period", at, Say("%s is written %s", Quote(cell), form),
		cellHint(at, Say("Write it as before, or mend `dates` in the contract if the file is written otherwise from now on"))).
		NoteAt(contract, Say("the contract declares %s", declared)).inRows(rows)
}

// PeriodKind: a period that does not fit the measure type or the rhythm.
func PeriodKind(at Span, cell, kind, indicator, measure string, wanted, hint Phrase, contract Span, rows int) Diagnostic {
	return fault("period-kind", at, Say("%s is a %s, and %s has %s", Quote(cell), Word(kind), indicator, wanted), cellHint(at, hint)).
		NoteAt(contract, Say("%s is a %s", indicator, measure)).inRows(rows)
}

// PeriodAfterReceived: a period that had not begun when it was delivered.
func PeriodAfterReceived(at Span, period, received string, description Span, rows int) Diagnostic {
	return fault("wrong-period", at, Say("%s had not begun when this was received, on %s", period, received),
		cellHint(at, Say("One of the two is wrong: the period, or `received` in the description. A forecast has status F"))).
		NoteAt(description, Say("the day of `received` stands here")).inRows(rows)
}

// UnfinishedPeriod: a period that had not ended when it was delivered.
func UnfinishedPeriod(at Span, period, end, received string, description Span, rows int) Diagnostic {
	return warning("unfinished-period", at, Say("%s had not ended when this was received, on %s", period, received),
		cellHint(at, Say("If the figures go to another period, correct it. If they are of a part of it, give them status P, or the dates in place of the period"))).
		NoteAt(description, Say("%s ends on %s; the day of `received` stands here", period, end)).inRows(rows).About(period)
}

// PeriodOutside: before the contract's from or after its until.
func PeriodOutside(at Span, period, limit string, contract Span, rows int) Diagnostic {
	title := Say("%s is before the first period of the contract", period)
	if limit == "until" {
		title = Say("%s is after the last period of the contract", period)
	}
	return fault("wrong-period", at, title,
		cellHint(at, Say("Correct the period, or `%s` in the contract if it holds for longer", limit))).
		NoteAt(contract, Say("`%s` of the contract", limit)).inRows(rows)
}

// CellCode: a cell is no code of its dimension. meant are further words about
// what was perhaps meant; label is the code whose label the cell is, if any.
func CellCode(at Span, cell, column, list string, candidates []string, odd Phrase, label string, declared Span, rows int) Diagnostic {
	hint := suggest(DidYouMean(cell, candidates), Say("add it to the list, or say under `codes:` of the column what it means"))
	if label != "" {
		hint = Say("this is the label of %s. Write the code, or add to the column in the contract: `codes: {%q: %s}`", label, cell, label)
	}
	return fault("unknown-code", at, Say("%s is not a code of the list %s", Quote(cell), list), inCell(at, hint)).
		NoteAt(declared, Say("the codes of column %s", Quote(column))).
		Note(odd).inRows(rows)
}

// CodeEmpty: a cell of a dimension is empty.
func CodeEmpty(at Span, column, total string, rows int) Diagnostic {
	return fault("unknown-code", at, Say("the cell of column %s is empty", Quote(column)),
		cellHint(at, Say("Write the code; the total is %s. Merged cells in Excel are empty but for the first", Quote(total)))).inRows(rows)
}

// CellIndicator: a cell names no indicator that the contract lists.
func CellIndicator(at Span, cell string, known bool, candidates []string, contract Span, rows int) Diagnostic {
	if known {
		return fault("not-in-contract", at, Say("indicator %s is not in the contract of this dataset", Quote(cell)),
			cellHint(at, Say("Take the rows out, or add the indicator under `codes:` of the column in the contract"))).
			NoteAt(contract, Say("the contract lists %s", Visible(strings.Join(candidates, ", ")))).inRows(rows)
	}
	return fault("unknown-id", at, Say("there is no indicator %s", Quote(cell)),
		inCell(at, suggest(DidYouMean(cell, candidates), Say("add it under `codes:` of the column in the contract")))).
		NoteAt(contract, Say("the contract lists its indicators")).inRows(rows)
}

// CodePeriod: a code is used when it did not exist.
func CodePeriod(at Span, code, period string, bound Phrase, replacement []string, declared Span, rows int) Diagnostic {
	hint := Say("Correct the code or the period")
	if len(replacement) > 0 {
		hint = Say("%s; it is replaced by %s", hint, strings.Join(replacement, ", "))
	}
	return fault("code-period", at, Say("%s does not exist in %s", Quote(code), period), cellHint(at, hint)).
		NoteAt(declared, Say("the code %s", bound)).inRows(rows)
}

// ComputedTotal: a row of a total that Ronde computes.
func ComputedTotal(at Span, code, dimension, indicator string, declared Span, rows int) Diagnostic {
	return fault("computed-total", at, Say("%s is the total of %s, which is computed from its parts", Quote(code), dimension),
		cellHint(at, Say("Leave the row out, or write `how: both` at the totals of the indicator: then the delivered total is printed, and compared with the sum"))).
		NoteAt(declared, Say("the totals of %s", indicator)).inRows(rows)
}

// DuplicateObservation: the same key twice in a file.
func DuplicateObservation(at Span, key string, first Span, same bool) Diagnostic {
	hint := Say("Keep the right one of the two")
	if same {
		hint = Say("Delete one of the two rows: both say the same")
	}
	return fault("duplicate-observation", at, Say("%s is given twice", key), cellHint(at, hint)).
		NoteAt(first, cellNote(first, Say("it is given first")))
}

// Withdrawn: a withdrawal that cannot be.
func Withdrawn(at Span, fact, hint Phrase) Diagnostic {
	return fault("withdrawn", at, fact, hint)
}

// WithdrawnAndGiven: the same delivery withdraws and gives an observation.
func WithdrawnAndGiven(at Span, key string, row Span) Diagnostic {
	return fault("withdrawn", at, Say("%s is withdrawn, and this delivery gives it", key),
		Say("a value that only changes is not withdrawn: delete the withdrawal, or the row")).
		NoteAt(row, cellNote(row, Say("the row")))
}
