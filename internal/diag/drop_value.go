package diag

import (
	"strings"
)

// A Column is what a message says about the column of a cell: its name, what
// its unit is, and where the contract declares it.
type Column struct {
	Name      string
	Indicator string
	Unit      string // id of the unit: persons
	Countable bool
	Percent   bool
	Statuses  bool // a status column stands beside the values
	Across    bool // the column is a period, and a letter in the cell is the status
	Contract  Span
}

func (d Diagnostic) ofColumn(c Column) Diagnostic {
	switch {
	case c.Countable:
		return d.NoteAt(c.Contract, Say("column %s counts %s", Quote(c.Name), c.Unit))
	case c.Unit != "":
		return d.NoteAt(c.Contract, Say("column %s is in %s", Quote(c.Name), c.Unit))
	}
	return d.NoteAt(c.Contract, Say("column %s", Quote(c.Name)))
}

// AmbiguousNumber: one sign and three digits behind it, which can be a decimal
// sign or group thousands; nothing in the column or the contract says which.
// rows is how many cells of the column are so.
func AmbiguousNumber(at Span, cell, sign, asThousands, asDecimal string, rows int, c Column) Diagnostic {
	title := Say("%s can be %s or %s", Quote(cell), asThousands, asDecimal)
	if c.Countable {
		title = Say("%s is not a whole number", Quote(cell))
	}
	other := "."
	if sign == "." {
		other = ","
	}
	var hint Phrase
	if c.Countable {
		hint = Say("Write %s, or set `thousands: %q` under `dialect:` of this dataset", asThousands, sign)
	} else {
		hint = Say("If it is %s, set `thousands: %q` and `decimal: %q` under `dialect:` of this dataset; if it is %s, set `decimal: %q`", asThousands, sign, other, asDecimal, sign)
	}
	d := fault("number", at, title, cellHint(at, hint)).ofColumn(c)
	if c.Countable {
		d = d.Note(Say("it can be read as %s or as %s, and no other cell of the column says which", asThousands, asDecimal))
	}
	if rows > 1 {
		d = d.Note(Say("%d cells of this column are written so, of which this is the first", rows))
	}
	return d
}

// NumbersChange: a cell is written in another way than one before it.
func NumbersChange(at Span, cell string, how Phrase, before Span, beforeCell string, beforeHow Phrase, c Column) Diagnostic {
	return fault("number", at, Say("%s has %s, and %s of the same column has %s", Quote(cell), how, Quote(beforeCell), beforeHow),
		cellHint(at, Say("Write all numbers of a column in one way; the file was perhaps put together from two"))).
		NoteAt(before, cellNote(before, Say("the other one"))).ofColumn(c)
}

// NumberDialect: a cell is written in another way than the contract declares.
func NumberDialect(at Span, cell string, how, declared Phrase, contract Span, c Column) Diagnostic {
	return fault("number", at, Say("%s has %s", Quote(cell), how),
		cellHint(at, Say("Write numbers as before, or mend `dialect:` in the contract if the file is written otherwise from now on"))).
		NoteAt(contract, Say("the contract declares %s", declared)).ofColumn(c)
}

// NotWhole: a fraction of something that is counted.
func NotWhole(at Span, cell, value string, c Column) Diagnostic {
	hint := Say("It was read as %s: correct it", value)
	if _, fraction, _ := strings.Cut(value, "."); len(fraction) == 3 {
		hint = Say("%s. If the sign groups thousands, declare `thousands` under `dialect:` of this dataset", hint)
	}
	return fault("number", at, Say("%s is not a whole number", Quote(cell)), cellHint(at, hint)).ofColumn(c)
}

// NotANumber: any other text. fact completes the title, hint says what to do.
func NotANumber(at Span, title, hint Phrase, c Column) Diagnostic {
	return fault("number", at, title, cellHint(at, hint)).ofColumn(c)
}

// Negative: a count below zero.
func Negative(at Span, cell string, c Column) Diagnostic {
	return fault("negative", at, Say("%s is a negative count", Quote(cell)),
		cellHint(at, Say("A count is 0 or more. A correction is delivered as the right number for its own period, not as a difference"))).ofColumn(c)
}

// NoValue: an empty cell without a status.
func NoValue(at Span, c Column) Diagnostic {
	return fault("no-value", at, Say("this cell is empty, and nothing says why"), cellHint(at, Say("Write 0 for none. %s", withoutValueHint(c)))).ofColumn(c)
}

// withoutValueHint says how a cell without value says why.
func withoutValueHint(c Column) Phrase {
	if c.Across {
		return Say("For a value that is not there, write a letter in the cell: O not delivered, M cannot exist, L not collected, Q hidden")
	}
	if c.Statuses {
		return Say("Without a value, the status says why: O not delivered, M cannot exist, L not collected, Q hidden")
	}
	return Say("For a value that is not there, write O (not delivered), M (cannot exist), L (not collected) or Q (hidden) in a status column, or give your own mark a meaning in the contract: `codes: {\"n/a\": O}` at the column")
}

// MarkNotANumber: a word or sign for "no value" that the contract does not know.
func MarkNotANumber(at Span, cell string, c Column) Diagnostic {
	hint := withoutValueHint(c)
	if !c.Across {
		hint = Say("Leave the cell empty. %s", hint)
	}
	return fault("number", at, Say("%s stands in place of a number", Quote(cell)), cellHint(at, hint)).ofColumn(c)
}

// HiddenMark: <5 in a column where it may be a hidden value or a bound.
func HiddenMark(at Span, cell string, c Column) Diagnostic {
	return fault("hidden-mark", at, Say("%s may be a hidden value or a bound", Quote(cell)),
		cellHint(at, Say("If it hides a small number, add it in the contract: `hidden_marks: [%q]`. If it means less than that, write `qualifiers: true` there", cell))).ofColumn(c)
}

// QualifierNotAllowed: > or ± in front of a value.
func QualifierNotAllowed(at Span, cell string, c Column) Diagnostic {
	return fault("qualifier", at, Say("%s is not an exact number", Quote(cell)),
		cellHint(at, Say("If this dataset has bounds or rounded guesses, write `qualifiers: true` in its contract: > more than, < less than, ± about"))).ofColumn(c)
}

// QualifierWord: a word in a qualifier column.
func QualifierWord(at Span, word string, rows int) Diagnostic {
	return fault("qualifier", at, Say("%s is not a qualifier", Quote(word)),
		cellHint(at, Say("Write lower (more than the value), upper (less than the value), about, or leave it empty"))).inRows(rows)
}

// QualifierTwice: a sign in front of the value and a word in the column.
func QualifierTwice(at Span, cell string, column Span) Diagnostic {
	return fault("qualifier", at, Say("%s has a sign in front, and its qualifier says something else", Quote(cell)),
		cellHint(at, Say("Keep one of them"))).NoteAt(column, cellNote(column, Say("the qualifier")))
}

// QualifierWithoutValue: a bound of nothing.
func QualifierWithoutValue(at Span, word string) Diagnostic {
	return fault("qualifier", at, Say("the qualifier %s stands beside no value", Quote(word)),
		cellHint(at, Say("Delete it: only a value can be a bound or approximate")))
}

// Revised: status R.
func Revised(at Span, rows int) Diagnostic {
	return fault("status", at, Say(`"revised" is never delivered`),
		cellHint(at, Say("Delete the R: what is revised follows from comparing deliveries. Say what changed and why under `changed:` in the description"))).inRows(rows)
}

// StatusWord: letters that are no status.
func StatusWord(at Span, word, near string, known Phrase, rows int) Diagnostic {
	hint := Say("Write letters separated by spaces: %s", known)
	if near != "" {
		hint = Say("Did you mean %s? %s", Quote(near), hint)
	}
	return fault("status", at, Say("%s is not a status", Quote(word)), cellHint(at, hint)).inRows(rows)
}

// StatusWithValue: a status that says there is no value, beside one.
func StatusWithValue(at Span, status string, meaning Phrase, cell string, value Span) Diagnostic {
	return fault("status", at, Say("status %s says that the value %s, and it stands there: %s", status, meaning, Quote(cell)),
		cellHint(at, Say("Empty the cell of the value, or delete the letter"))).NoteAt(value, cellNote(value, Say("the value")))
}

// StatusWithoutReason: no value, and a status that gives no reason for that.
func StatusWithoutReason(at Span, status string, value Span) Diagnostic {
	return fault("status", at, Say("there is no value, and status %s does not say why", Quote(status)),
		cellHint(at, Say("Add O not delivered, M cannot exist, L not collected or Q hidden, or write the value"))).NoteAt(value, cellNote(value, Say("the value")))
}

// HiddenValue: a value beside Q.
func HiddenValue(at Span, value Span) Diagnostic {
	return fault("hidden-value", value, Say("this value is marked as hidden and stands there all the same"),
		cellHint(value, Say("Empty the cell: whoever gets the file would read what is hidden. If it is not hidden, delete the Q"))).
		NoteAt(at, cellNote(at, Say("the status Q")))
}

// StatusContradicts: a mark in place of a value means another reason than the
// status beside it gives.
func StatusContradicts(at Span, status, cell, meaning string, value Span) Diagnostic {
	return fault("status", at, Say("the status is %s, and %s in place of the value means %s", status, Quote(cell), meaning),
		cellHint(at, Say("Keep one of the two reasons"))).NoteAt(value, cellNote(value, Say("the mark")))
}
