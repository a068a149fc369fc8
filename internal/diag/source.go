package diag

import (
	"slices"
	"strings"
)

var sourceEntries = []Entry{
	{"acceptance-unused", Warning, "An acceptance takes no warning out: what it accepted is gone or is named otherwise.",
		`there is no warning [parts] about "attestations BE 2022-08" to accept`,
		"Delete the acceptance if what it accepted is gone. Otherwise compare its `where` with what the warning is about; it stands in the first words of the message."},
	{"acceptance-of-error", Error, "An acceptance names an error or a notice; only warnings can be accepted.",
		"[not-delivered] is the id of a notice; only warnings can be accepted",
		"Errors are mended, and notices need no acceptance. Delete it."},
	{"acceptance-unknown", Error, "An acceptance names an id that no warning of Ronde has.",
		`no warning has the id "everything"`,
		"Copy the id from the end of the first line of the warning, where it stands in square brackets."},
	{"file-missing", Error, "A file that is needed is not there.",
		"this file is not there",
		"Restore the file or write it; small and capital letters of its name count."},
	{"file-unreadable", Error, "A file is there and cannot be read.",
		"this file cannot be read: it is a link that leads nowhere, or out of the site",
		"Close the file in other programs, and look whether it is a file and who may read it."},
	{"file-changed", Error, "A file or folder changed while Ronde was reading the site.",
		"this changed while the site was being read, so that what was read does not belong together",
		"Wait until nobody saves, copies or pulls files, and run ronde again."},
	{"file-size", Error, "A file is larger than Ronde reads.",
		"this file has 5.0 MB; at most 4.0 MB are read",
		"Look whether the file is the one that was meant. Files of Ronde are far smaller."},
	{"merge-conflict", Error, "Git left the marks of a conflict in a file.",
		"git left the marks of a conflict here: two branches changed this file",
		"Open the file, keep what is right of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."},
	{"not-utf-8", Error, "A text file is not written in UTF-8.",
		"from here on this file is not UTF-8",
		"Save the file as UTF-8: in Notepad, Save as, Encoding: UTF-8."},
	{"invisible-character", Error, "A text file holds a control character or an invisible line break.",
		"an invisible character stands here: U+0007",
		"Delete the character; it comes along when text is pasted from another program. Typing the words again is often quickest."},
	{"yaml-syntax", Error, "A file is not YAML, or a line of it stands at another level than it should: a sign or a space is missing or too many.",
		"too few spaces stand before this line: 2 in place of 4",
		"Look at the line and the one above: indents are made of spaces and equal within a list, a space follows each colon, and quotation marks are closed. A text with a colon is put between quotation marks."},
	{"yaml-feature", Error, "A YAML file uses a feature that no format of Ronde needs: alias, anchor, tag or a second document.",
		"a second document after --- is not used in the files of Ronde",
		"Write the value out. Put quotation marks around a text that begins with *, &, ! or similar signs."},
	{"yaml-depth", Error, "A YAML file nests deeper than any format of Ronde.",
		"this value is nested more than 32 levels deep",
		"Look for a bracket or an indent that is never closed."},
	{"format-version", Error, "A YAML file does not say `ronde: 1`.",
		`this file is of version "2" of the format`,
		"Write `ronde: 1` on the first line. If the number is higher, use a newer Ronde."},
	{"unknown-key", Error, "A key is not one of those that the format has at this place.",
		`unknown key "telephone"`,
		"Compare the key with the hint; most often it is misspelt or indented wrongly. ronde schema lists all keys of a file."},
	{"missing-key", Error, "A key that is required is missing.",
		`the key "received" is missing`,
		"Add the line; the hint says what it is for."},
	{"duplicate-key", Error, "The same key stands twice in one mapping.",
		`the key "received" stands here a second time`,
		"Delete one of the two lines, or make them items of a list, each with a dash."},
	{"empty-value", Error, "A key or an item of a list has no value.",
		`"note" in nl has no value`,
		"Write a value, or delete the line."},
	{"wrong-type", Error, "A value is of another kind than the key takes: a list in the place of a text, a word in the place of a number.",
		`"due" takes a whole number, and this is a text between quotation marks`,
		"Write the value as the hint shows: a list has a dash before each item, a number has no quotation marks."},
	{"unknown-word", Error, "A value is not one of the words that the key takes.",
		`"increments" is not a word that "delivers" takes`,
		"Write one of the words that the hint lists."},
	{"wrong-form", Error, "A value is not written in the form that the key takes: id, code, language, address, date, period, number.",
		`"statistiek at cijfers.example" is not a mail address`,
		"Write the value as the hint shows: dates as 2022-07-25, numbers with a point, ids in small letters with hyphens."},
	{"guess", Error, "Something in a YAML file was proposed by ronde new and not confirmed yet.",
		"`received: 2022-08-03` is a guess: the day on which the file was saved",
		"Look at the line that ronde new proposed. When it is right, delete the comment that calls it a guess; otherwise correct it first."},
	{"front-matter", Error, "The block at the top of a Markdown file lacks one of the two lines --- that it stands between.",
		"the block that begins with --- has no end",
		"Write the line that the hint names: three hyphens, ---, with nothing before them. The first one is the first line of the file."},
	{"table-empty", Error, "A CSV file has no header row.",
		"this file is empty: it has no header row",
		"Save the sheet again with its header row; if there is nothing to deliver, deliver no file."},
	{"table-encoding", Error, "The character encoding of a CSV file is in doubt or is not the declared one.",
		"this file is declared as utf-8, and it is not UTF-8 from here on",
		`Save the file in Excel as "CSV UTF-8", or declare its encoding in the contract.`},
	{"table-separator", Error, "What separates the cells of a CSV file is in doubt or is not what is declared.",
		`the contract declares "," between cells, and this line says ";"`,
		"Delete what stands above the names of the columns. If nothing does, declare the separator in the contract."},
	{"table-header", Error, "A column of a CSV file has no name, or the name of another column.",
		"the names of the columns stand in this row, and other rows stand above it",
		"Give each column of the first row one name, as the contract has it, and delete titles and empty rows above it."},
	{"table-row", Error, "A row of a CSV file has more or fewer cells than the header.",
		"this row has 2 cells, and the header has 3",
		"Look at the row: a number with a comma or a semicolon needs quotation marks around it, and totals and remarks below the table are deleted."},
	{"table-quote", Error, "A quotation mark in a CSV file stands where none can stand, or is never closed.",
		"a quotation mark stands inside a cell that does not begin with one",
		"Open the file in a text editor at this line. A quotation mark inside a cell is written twice, and the whole cell stands between quotation marks."},
	{"table-character", Error, "A CSV file holds a NUL byte.",
		"a NUL byte stands here",
		"The file is damaged or is a workbook under another name. Export it again as CSV."},
}

// AcceptanceUnused: nothing matched. subjects are what warnings of this id are
// about, one of which may have been meant.
func AcceptanceUnused(at Span, id, where string, subjects []string) Diagnostic {
	title, hint := Say("there is no warning [%s] to accept", Visible(id)), Say("delete the acceptance: what it accepted is gone")
	if where != "" {
		title, hint = Say("there is no warning [%s] about %s to accept", Visible(id), Quote(where)), Say("delete the acceptance, or compare its `where` with what the warning is about")
		if meant := DidYouMean(where, subjects); !meant.IsZero() {
			hint = suggest(meant, Say("delete the acceptance"))
		}
	} else if len(subjects) > 0 {
		hint = Say("delete the acceptance, or write it where the warning belongs: without `where` it reaches no further than its own file")
	}
	return warning("acceptance-unused", at, title, hint)
}

// AcceptanceOfError: the id is not that of a warning.
func AcceptanceOfError(at Span, id string, severity Severity) Diagnostic {
	title, hint := Say("[%s] is the id of an error; only warnings can be accepted", id), Say("an error cannot be accepted: mend what it is about, and delete the acceptance")
	if severity == Notice {
		title, hint = Say("[%s] is the id of a notice; only warnings can be accepted", id), Say("a notice fails no run and needs no acceptance: delete it")
	}
	return fault("acceptance-of-error", at, title, hint)
}

// AcceptanceUnknown: no message has this id.
func AcceptanceUnknown(at Span, id string, warnings []string) Diagnostic {
	hint := Say("copy the id from the end of the warning's first line, where it stands in square brackets")
	if near, ok := Nearest(id, warnings); ok {
		hint = Say("did you mean %s?", Quote(near))
	}
	return fault("acceptance-unknown", at, Say("no warning has the id %s", Quote(id)), hint)
}

// FileMissing: the file is not there.
func FileMissing(file string) Diagnostic {
	return fault("file-missing", FileSpan(file), Say("this file is not there"), Say("restore or write it, or mend the name; capital letters count"))
}

// FileChanged: what stands there at the end of a run is not what was read.
func FileChanged(file string) Diagnostic {
	return fault("file-changed", FileSpan(file),
		Say("this changed while the site was being read, so that what was read does not belong together"),
		Say("somebody saved, copied or fetched files just then: wait until that has ended, and run ronde again"))
}

// FileUnreadable: the system gave an error that is not about the file's absence.
func FileUnreadable(file string, reason Phrase) Diagnostic {
	return fault("file-unreadable", FileSpan(file),
		Say("this file cannot be read: %s", reason),
		Say("look whether it is a file, close it in other programs, and look who may read it"))
}

// FileTooLarge: the file has more bytes than Ronde reads of its kind.
func FileTooLarge(file string, size, limit int) Diagnostic {
	return fault("file-size", FileSpan(file),
		Say("this file has %s; at most %s are read", megabytes(size), megabytes(limit)),
		Say("look whether it is the file that was meant: files of Ronde are far smaller"))
}

func megabytes(n int) Phrase {
	return Say("%.1f MB", float64(n)/(1<<20))
}

// Guess: a comment marks what stands there as a guess. what is the line, or its beginning;
// why may be empty.
func Guess(at Span, what, why string) Diagnostic {
	title := Say("something here is a guess")
	if what != "" {
		title = Say("`%s` is a guess", Visible(what))
	}
	if why != "" {
		title = Say("%s: %s", title, Visible(why))
	}
	return fault("guess", at, title, Say("when it is right, delete the comment; otherwise mend it first"))
}

// OfASample adds to a finding about a file that has no contract yet where to say what is in
// doubt.
func OfASample(found Diagnostic) Diagnostic {
	if found.ID != "table-separator" && found.ID != "table-encoding" {
		return found
	}
	return found.Note(Say("there is no contract yet: say it with --separator or --encoding"))
}

// NotUTF8: the first byte that is no UTF-8 stands at at.
func NotUTF8(at Span) Diagnostic {
	return fault("not-utf-8", at, Say("from here on this file is not UTF-8"),
		Say("save it as UTF-8: in Notepad, Save as, Encoding: UTF-8"))
}

// MergeConflict: git could not merge two versions of the file, and left both in it.
func MergeConflict(at Span) Diagnostic {
	return fault("merge-conflict", at, Say("git left the marks of a conflict here: two branches changed this file"),
		Say("open the file, keep what is right of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"))
}

// InvisibleCharacter: a control character or an unusual line break.
func InvisibleCharacter(at Span, character rune) Diagnostic {
	return fault("invisible-character", at,
		Say("an invisible character stands here: U+%04X", character),
		Say("delete it; it often comes along when text is pasted from another program"))
}

// YAMLSyntax: fact and hint are found by reading the lines around at.
func YAMLSyntax(at Span, fact, hint Phrase) Diagnostic {
	return fault("yaml-syntax", at, fact, hint)
}

// YAMLFeature: what is the feature, as a noun with its article.
func YAMLFeature(at Span, what, hint Phrase) Diagnostic {
	return fault("yaml-feature", at, Say("%s is not used in the files of Ronde", what), hint)
}

// YAMLDepth: more than limit levels of lists and mappings.
func YAMLDepth(at Span, limit int) Diagnostic {
	return fault("yaml-depth", at, Say("this value is nested more than %d levels deep", limit),
		Say("look for brackets or indents that are never closed"))
}

// FormatVersionMissing: the file does not begin with its format's version.
func FormatVersionMissing(file string) Diagnostic {
	return fault("format-version", Span{File: file, Line: 1}, Say("the line `ronde: 1` is missing"),
		Say("put `ronde: 1` on the first line: it says for which version of the format the file was written"))
}

// FormatVersionOther: another version than this program reads.
func FormatVersionOther(at Span, found string) Diagnostic {
	return fault("format-version", at, Say("this file is of version %s of the format", Quote(found)),
		Say("this version of Ronde reads `ronde: 1`: write that, or use a newer Ronde"))
}

// UnknownKey: the key is not among those known at this place.
func UnknownKey(at Span, key string, known []string) Diagnostic {
	return fault("unknown-key", at, Say("unknown key %s", Quote(key)), DidYouMean(key, known))
}

// MissingKey: at is where the mapping begins, doc what the key is for.
func MissingKey(at Span, key string, doc Phrase) Diagnostic {
	hint := Say("add a line `%s: …`", key)
	if !doc.IsZero() {
		hint = Say("%s (%s)", hint, doc)
	}
	return fault("missing-key", at, Say("the key %q is missing", key), hint)
}

// DuplicateKey: the same key twice; first is the place of the one before.
func DuplicateKey(at Span, key string, first Span) Diagnostic {
	return fault("duplicate-key", at, Say("the key %s stands here a second time", Quote(key)),
		Say("keep one of them; the items of a list each begin with a dash")).
		NoteAt(first, Say("it stands first here"))
}

// EmptyValue: what has no value is a key or the item of a list.
func EmptyValue(at Span, what Phrase) Diagnostic {
	return fault("empty-value", at, Say("%s has no value", what),
		Say("write a value, or delete the line if there is nothing to say"))
}

// WrongType: got and want are nouns with their article, example how the value
// is written.
func WrongType(at Span, subject, got, want, example Phrase) Diagnostic {
	hint := Phrase{}
	if !example.IsZero() {
		hint = Say("write %s", example)
	}
	return fault("wrong-type", at, Say("%s takes %s, and this is %s", subject, want, got), hint)
}

// UnknownWord: the value is not one of the words.
func UnknownWord(at Span, subject Phrase, word string, words []string) Diagnostic {
	hint := Say("one of: %s", strings.Join(words, ", "))
	if slices.Contains(words, ",") {
		// Signs among the words would run into the commas between them.
		hint = Say(`one of: "%s"`, strings.Join(words, `", "`))
	}
	if near, ok := Nearest(word, words); ok && len(words) > 1 {
		hint = Say("did you mean %s? It is %s", Quote(near), hint)
	}
	return fault("unknown-word", at, Say("%s is not a word that %s takes", Quote(word), subject), hint)
}

// WrongForm: what names the form, with its article ("an id"); hint says how it
// is written.
func WrongForm(at Span, text string, what, hint Phrase) Diagnostic {
	return fault("wrong-form", at, Say("%s is not %s", Quote(text), what), hint)
}

// FrontMatterOpen: a block that begins with --- has no end. line is where the text begins,
// 0 when the file holds nothing else.
func FrontMatterOpen(at Span, line int) Diagnostic {
	hint := Say("write --- on a line of its own behind the last line of the block")
	if line > 0 {
		hint = Say("write --- on a line of its own above line %d", line)
	}
	return fault("front-matter", at, Say("the block that begins with --- has no end"), hint)
}

// FrontMatterStart: a text begins with a key, and no --- stands above it.
func FrontMatterStart(at Span, key string) Diagnostic {
	return fault("front-matter", at, Say("--- is missing above the block with %s at the top", key+":"),
		Say("write --- on a line of its own above this line, so that the file begins with it"))
}

// FrontMatterFence: a line stands where --- was meant.
func FrontMatterFence(at Span, line string) Diagnostic {
	return fault("front-matter", at, Say("%s is not ---", Quote(line)), Say("write three hyphens, ---, and nothing else on this line"))
}

// FrontMatterIndented: something stands before ---.
func FrontMatterIndented(at Span) Diagnostic {
	return fault("front-matter", at, Say("a space or a character that nobody sees stands before ---"),
		Say("write this line anew: three hyphens, ---, and nothing else"))
}

// FrontMatterLow: --- stands below empty lines.
func FrontMatterLow(at Span) Diagnostic {
	return fault("front-matter", at, Say("the file does not begin with ---"), Say("delete the empty lines above it"))
}

// TableEmpty: no header row.
func TableEmpty(file string) Diagnostic {
	return fault("table-empty", FileSpan(file), Say("this file is empty: it has no header row"),
		Say("the first row holds the names of the columns; if there is nothing to deliver, deliver no file"))
}

// EncodingDoubt: the encoding is not declared and cannot be recognised.
func EncodingDoubt(at Span, reason Phrase) Diagnostic {
	return fault("table-encoding", at, Say("the character encoding of this file is in doubt: %s", reason),
		Say("save it in Excel as \"CSV UTF-8\", or declare it in the contract: `dialect: {encoding: windows-1252}` (or utf-8, utf-16)"))
}

// EncodingOther: the file is certainly not in the declared encoding.
func EncodingOther(at Span, declared string, found Phrase) Diagnostic {
	return fault("table-encoding", at, Say("this file is declared as %s, and it is %s", declared, found),
		Say("save the file as %s, or mend `encoding` in the contract", declared))
}

// SeparatorDoubt: the header can be read in several ways, or in none.
func SeparatorDoubt(at Span, reason Phrase, expected []string) Diagnostic {
	d := fault("table-separator", at, Say("it is in doubt what separates the cells of this file: %s", reason),
		Say("the first row holds the names of the columns: delete what stands above them. If it does, declare the separator in the contract: `dialect: {separator: \";\"}` (or \",\", or tab)"))
	if len(expected) > 0 {
		d = d.Note(Say("columns expected: %s", Visible(strings.Join(expected, ", "))))
	}
	return d
}

// SeparatorOther: a `sep=` line says otherwise than the contract.
func SeparatorOther(at Span, declared, found string) Diagnostic {
	return fault("table-separator", at,
		Say("the contract declares %s between cells, and this line says %s", Quote(declared), Quote(found)),
		Say("save the file with the declared separator, or mend `separator` in the contract"))
}

// SeparatorFound: the names of the contract stand in the header, with another separator
// between them than the contract declares.
func SeparatorFound(at Span, declared, found Phrase) Diagnostic {
	return fault("table-separator", at,
		Say("the contract declares %s between cells, and in this file it is %s", declared, found),
		Say("save the file with the declared separator, or mend `separator` in the contract"))
}

// WebPage: a page of the web, or XML, in place of a CSV file.
func WebPage(at Span) Diagnostic {
	return fault("table-header", at, Say("this is a web page and no CSV file"),
		Say("open the file in a browser: a page that asks to sign in or tells an error was saved in place of the figures. If it shows a table, open it in Excel and save that as CSV"))
}

// HeaderBlank: a column without a name that has values below it.
func HeaderBlank(at Span) Diagnostic {
	return fault("table-header", at, Say("this column has no name"), cellHint(at, Say("Write the column's name, or delete the column")))
}

// HeaderTwice: two columns of one name.
func HeaderTwice(at Span, name string, first Span) Diagnostic {
	return fault("table-header", at, Say("the column %s is there twice", Quote(name)),
		cellHint(at, Say("Rename one of the two columns or delete it"))).
		NoteAt(first, cellNote(first, Say("it is there first")))
}

// HeaderBelow: the names of the columns stand in a later line than the first.
func HeaderBelow(at, first Span) Diagnostic {
	return fault("table-header", at, Say("the names of the columns stand in this row, and other rows stand above it"),
		cellHint(at, Say("Delete the rows above: a title, groups of columns and empty rows stay in the workbook"))).
		NoteAt(first, Say("the first row"))
}

// HeaderForeign: none of the names in the header is in the contract.
func HeaderForeign(at Span, names, expected []string) Diagnostic {
	return fault("table-header", at, Say("no column has a name of the contract"),
		Say("the first row holds the names of the columns. Look whether this is the file that was meant, and not a pivot table or another export; if the names have changed for good, change them in the contract")).
		Note(Say("columns found: %s", Visible(strings.Join(names, ", ")))).
		Note(Say("columns expected: %s", Visible(strings.Join(expected, ", "))))
}

// HeaderAgain: a row that repeats the header.
func HeaderAgain(at, first Span) Diagnostic {
	return fault("table-row", at, Say("the names of the columns stand here again"),
		Say("delete this row. If two files were put together, look whether both belong here")).
		NoteAt(first, Say("they stand here first"))
}

// HeaderTooWide: more columns than Ronde reads.
func HeaderTooWide(at Span, found, limit int) Diagnostic {
	return fault("table-header", at, Say("the header has %d columns; at most %d are read", found, limit),
		Say("look whether the file is the one that was meant, and whether its lines end where its rows do"))
}

// HeaderTooLong: a first line that no header has.
func HeaderTooLong(file Span, limit int) Diagnostic {
	return fault("table-header", file, Say("the first line is longer than %s", megabytes(limit)),
		Say("look whether the file is the one that was meant, and whether its lines end where its rows do"))
}

// RowTooLong: a cell behind the last column; found and want count cells.
func RowTooLong(at Span, found, want int, separator string) Diagnostic {
	hint := Say("Delete what stands behind the last column")
	if separator == "," || separator == ";" {
		hint = Say("Delete what stands behind the last column, or put a text or a number that holds a %q between quotation marks", separator)
	}
	return fault("table-row", at, Say("this row has %s, and the header has %d", cells(found), want), cellHint(at, hint))
}

// RowTooShort: the row ends before the last column; missing is the first column
// that it lacks.
func RowTooShort(at Span, found, want int, missing string) Diagnostic {
	hint := Say("The row ends before the column %s: complete it, with empty cells if need be", Quote(missing))
	if found == 1 && want > 2 {
		hint = Say("%s; or delete it if it is %s", hint, remark)
	}
	return fault("table-row", at, Say("this row has %s, and the header has %d", cells(found), want), cellHint(at, hint))
}

// remark is what a row may be that is no observation, with where that belongs.
var remark = Say("a total, a unit, a remark or a source: totals are checked or computed, a remark goes into `note:` and a source into `source:` of the YAML file beside this one")

// RowForeign: a row without a period and without codes.
func RowForeign(at Span, text string) Diagnostic {
	title := Say("this row has no period and no codes")
	if text != "" {
		title = Say("this row has no period and no codes, but %s", Quote(text))
	}
	return fault("table-row", at, title, inCell(at, Say("delete the row if it is %s. Otherwise write both: merged cells in Excel are empty but for the first", remark)))
}

func cells(n int) Phrase {
	if n == 1 {
		return Say("1 cell")
	}
	return Say("%d cells", n)
}

// QuoteOpen: a quoted cell without an end.
func QuoteOpen(at Span) Diagnostic {
	return fault("table-quote", at, Say("the quotation mark that opens this cell is never closed"),
		cellHint(at, Say("Close it, or delete it; everything behind it was left unread")))
}

// QuoteInside: a quotation mark within an unquoted cell.
func QuoteInside(at Span) Diagnostic {
	return fault("table-quote", at, Say("a quotation mark stands inside a cell that does not begin with one"),
		cellHint(at, Say("Put the whole cell between quotation marks and write the one inside twice: \"5\"\" pipe\"")))
}

// QuoteFormula: ="1185", as programs write it to keep a number as text.
func QuoteFormula(at Span) Diagnostic {
	return fault("table-quote", at, Say("this cell is a formula that makes a text"),
		cellHint(at, Say("Save the values: in Excel, copy, then paste special, values; the cell then holds what stands between the quotation marks")))
}

// QuoteBehind: text between the closing quotation mark and the separator.
func QuoteBehind(at Span) Diagnostic {
	return fault("table-quote", at, Say("there is text behind the quotation mark that closes this cell"),
		cellHint(at, Say("Delete it, or write a quotation mark inside the cell twice: \"5\"\" pipe\"")))
}

// NULByte: a byte that no text has.
func NULByte(at Span) Diagnostic {
	return fault("table-character", at, Say("a NUL byte stands here"),
		Say("the file is damaged or is no CSV file (an .xlsx under another name?): export it again"))
}

// cellHint names the cell before a hint that begins with a capital letter.
func cellHint(at Span, text Phrase) Phrase {
	if at.Cell == "" {
		return lowerFirst(text)
	}
	return Say("cell %s. %s", cellName(at.Cell), text)
}

func cellNote(at Span, text Phrase) Phrase {
	if at.Cell == "" {
		return text
	}
	return Say("%s, in cell %s", text, cellName(at.Cell))
}
