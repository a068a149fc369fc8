package diag

import (
	"fmt"
	"strings"
)

// PeriodForm: a cell is no period. hint says how to write this one.
func PeriodForm(at Span, cell, hint string, rows int) Diagnostic {
	return fault("period", at, fmt.Sprintf("%s is not a period", Quote(cell)), cellHint(at, hint)).inRows(rows)
}

// PeriodEmpty: a cell of the period column is empty.
func PeriodEmpty(at Span, rows int) Diagnostic {
	return fault("period", at, "this row has no period", cellHint(at, "Write the month, such as 2022-07; merged cells in Excel are empty but for the first")).inRows(rows)
}

// AmbiguousDate: day and month could be exchanged in all cells.
func AmbiguousDate(at Span, cell, dayFirst, monthFirst, form string, rows int) Diagnostic {
	return fault("period", at, fmt.Sprintf("%s can be %s or %s", Quote(cell), dayFirst, monthFirst),
		cellHint(at, fmt.Sprintf("If the day stands first, set `dates: %s` under `dialect:` of this dataset, or write %s", form, dayFirst))).
		Note("no other cell of the column has a day above 12, which would say what stands first").inRows(rows)
}

// DatesChange: a cell is written in another way than the first of the column.
func DatesChange(at Span, cell, form string, before Span, beforeCell, beforeForm string, rows int) Diagnostic {
	return fault("period", at, fmt.Sprintf("%s is written %s, and %s of the same column %s", Quote(cell), form, Quote(beforeCell), beforeForm),
		cellHint(at, "Write all dates of a column in one way; a copied cell in Excel often brings its own format along")).
		NoteAt(before, cellNote(before, "the first one")).inRows(rows)
}

// DateDialect: a cell is written in another way than the contract declares.
func DateDialect(at Span, cell, form, declared string, contract Span, rows int) Diagnostic {
	return fault("period", at, fmt.Sprintf("%s is written %s", Quote(cell), form),
		cellHint(at, "Write it as before, or mend `dates` in the contract if the file is written otherwise from now on")).
		NoteAt(contract, "the contract declares "+declared).inRows(rows)
}

// PeriodKind: a period that does not fit the measure type or the rhythm.
func PeriodKind(at Span, cell, kind, indicator, measure, wanted, hint string, contract Span, rows int) Diagnostic {
	return fault("period-kind", at, fmt.Sprintf("%s is a %s, and %s has %s", Quote(cell), kind, indicator, wanted), cellHint(at, hint)).
		NoteAt(contract, fmt.Sprintf("%s is a %s", indicator, measure)).inRows(rows)
}

// PeriodAfterReceived: a period that had not begun when it was delivered.
func PeriodAfterReceived(at Span, period, received string, description Span, rows int) Diagnostic {
	return fault("wrong-period", at, fmt.Sprintf("%s had not begun when this was received, on %s", period, received),
		cellHint(at, "One of the two is wrong: the period, or `received` in the description. A forecast has status F")).
		NoteAt(description, "the day of `received` stands here").inRows(rows)
}

// UnfinishedPeriod: a period that had not ended when it was delivered.
func UnfinishedPeriod(at Span, period, end, received string, description Span, rows int) Diagnostic {
	return warning("unfinished-period", at, fmt.Sprintf("%s had not ended when this was received, on %s", period, received),
		cellHint(at, "If the figures go to another period, correct it. If they are of a part of it, give them status P, or the dates in place of the period")).
		NoteAt(description, period+" ends on "+end+"; the day of `received` stands here").inRows(rows).About(period)
}

// PeriodOutside: before the contract's from or after its until.
func PeriodOutside(at Span, period, bound, limit string, contract Span, rows int) Diagnostic {
	which := map[string]string{"from": "first", "until": "last"}[limit]
	return fault("wrong-period", at, fmt.Sprintf("%s is %s the %s period of the contract", period, bound, which),
		cellHint(at, fmt.Sprintf("Correct the period, or `%s` in the contract if it holds for longer", limit))).
		NoteAt(contract, fmt.Sprintf("`%s` of the contract", limit)).inRows(rows)
}

// CellCode: a cell is no code of its dimension. meant are further words about
// what was perhaps meant; label is the code whose label the cell is, if any.
func CellCode(at Span, cell, column, list string, candidates []string, odd, label string, declared Span, rows int) Diagnostic {
	hint := suggest(DidYouMean(cell, candidates), "add it to the list, or say under `codes:` of the column what it means")
	if label != "" {
		hint = fmt.Sprintf("this is the label of %s. Write the code, or add to the column in the contract: `codes: {%q: %s}`", label, cell, label)
	}
	return fault("unknown-code", at, fmt.Sprintf("%s is not a code of the list %s", Quote(cell), list), inCell(at, hint)).
		NoteAt(declared, "the codes of column "+Quote(column)).
		Note(odd).inRows(rows)
}

// CodeEmpty: a cell of a dimension is empty.
func CodeEmpty(at Span, column, total string, rows int) Diagnostic {
	return fault("unknown-code", at, fmt.Sprintf("the cell of column %s is empty", Quote(column)),
		cellHint(at, fmt.Sprintf("Write the code; the total is %s. Merged cells in Excel are empty but for the first", Quote(total)))).inRows(rows)
}

// CellIndicator: a cell names no indicator that the contract lists.
func CellIndicator(at Span, cell string, known bool, candidates []string, contract Span, rows int) Diagnostic {
	if known {
		return fault("not-in-contract", at, fmt.Sprintf("indicator %s is not in the contract of this dataset", Quote(cell)),
			cellHint(at, "Take the rows out, or add the indicator under `codes:` of the column in the contract")).
			NoteAt(contract, "the contract lists "+Visible(strings.Join(candidates, ", "))).inRows(rows)
	}
	return fault("unknown-id", at, fmt.Sprintf("there is no indicator %s", Quote(cell)),
		inCell(at, suggest(DidYouMean(cell, candidates), "add it under `codes:` of the column in the contract"))).
		NoteAt(contract, "the contract lists its indicators").inRows(rows)
}

// CodePeriod: a code is used when it did not exist.
func CodePeriod(at Span, code, period, bound string, replacement []string, declared Span, rows int) Diagnostic {
	hint := "Correct the code or the period"
	if len(replacement) > 0 {
		hint += "; it is replaced by " + strings.Join(replacement, ", ")
	}
	return fault("code-period", at, fmt.Sprintf("%s does not exist in %s", Quote(code), period), cellHint(at, hint)).
		NoteAt(declared, fmt.Sprintf("the code %s", bound)).inRows(rows)
}

// ComputedTotal: a row of a total that Ronde computes.
func ComputedTotal(at Span, code, dimension, indicator string, declared Span, rows int) Diagnostic {
	return fault("computed-total", at, fmt.Sprintf("%s is the total of %s, which is computed from its parts", Quote(code), dimension),
		cellHint(at, "Leave the row out, or write `how: both` at the totals of the indicator: then the delivered total is printed, and compared with the sum")).
		NoteAt(declared, fmt.Sprintf("the totals of %s", indicator)).inRows(rows)
}

// DuplicateObservation: the same key twice in a file.
func DuplicateObservation(at Span, key string, first Span, same bool) Diagnostic {
	hint := "Keep the right one of the two"
	if same {
		hint = "Delete one of the two rows: both say the same"
	}
	return fault("duplicate-observation", at, fmt.Sprintf("%s is given twice", key), cellHint(at, hint)).
		NoteAt(first, cellNote(first, "it is given first"))
}

// Withdrawn: a withdrawal that cannot be.
func Withdrawn(at Span, fact, hint string) Diagnostic {
	return fault("withdrawn", at, fact, hint)
}

// WithdrawnAndGiven: the same delivery withdraws and gives an observation.
func WithdrawnAndGiven(at Span, key string, row Span) Diagnostic {
	return fault("withdrawn", at, fmt.Sprintf("%s is withdrawn, and this delivery gives it", key),
		"a value that only changes is not withdrawn: delete the withdrawal, or the row").
		NoteAt(row, cellNote(row, "the row"))
}
