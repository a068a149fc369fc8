package drop

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ronde/internal/diag"
)

// excelErrors are what Excel writes into a cell whose formula fails, in the
// languages of its users here: English, Dutch, French and German.
var excelErrors = []string{
	"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
	"#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#LEEG!", "#GETAL!", "#OVERLOOP!",
	"#VALEUR!", "#NOM?", "#NUL!", "#NOMBRE!", "#PROPAGATION!",
	"#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ÜBERLAUF!",
}

// noValueMarks are what people write for a number that they do not have.
var noValueMarks = []string{
	"-", "–", "—", "−", ".", "..", "...", "…", ":", "/", "?", "*", "x", "c",
	"n/a", "na", "n.a.", "nan", "null", "nil", "none", "nb", "n.b.", "n/b", "nvt", "n.v.t.", "geen", "nihil", "onbekend",
	"nd", "n.d.", "n/d", "inconnu", "néant", "aucun", "k.a.", "ka", "k. a.", "keine", "unbekannt", "unknown", "missing", "confidential",
	"(leeg)", "(vide)", "(leer)", "(blank)",
}

var (
	exponent  = regexp.MustCompile(`^[-−+]?[0-9]+([.,][0-9]+)?[eE][-+]?[0-9]+$`)
	bracketed = regexp.MustCompile(`^\(([0-9][0-9.,  ]*)\)$`)
	footnote  = regexp.MustCompile(`^([-−]?[0-9][0-9.,  ]*?) *(\*+|\(?[a-zA-Z]{1,2}\)?|\([0-9]{1,2}\)|[¹²³])$`)
	excelDate = regexp.MustCompile(`(?i)^([0-9]{1,2}[-/. ])?(jan|feb|mrt|mar|maa|apr|mei|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez|déc|fév|avr|jui|aoû|mär)[a-zéû.]*[-/. ]*[0-9]{0,4}$`)
	likeDate  = regexp.MustCompile(`^[0-9]{1,4}[-/][0-9]{1,2}([-/][0-9]{1,4})?$`)
	minusLast = regexp.MustCompile(`^([0-9][0-9.,  ]*)[-−–]$`)
	// Behind a digit they are slips for 0 and 1; a flag O stands behind a space.
	letterLast = regexp.MustCompile(`[0-9][OolI]$`)
	wordAfter  = regexp.MustCompile(`^[-−]?[0-9][0-9.,  ]* *(€|\$|£|[kKmM]|\pL{3,}.*)$`)
	wordFirst  = regexp.MustCompile(`^(€|\$|£|\pL[\pL.]+) *[-−]?[0-9][0-9.,  ]*$`)
)

// notANumber says what a cell is that should hold a number, and what to do. The
// cell is trimmed, not empty and no numeral.
func notANumber(at diag.Span, cell string, c diag.Column) diag.Diagnostic {
	quoted := diag.Quote(cell)
	lower := strings.ToLower(cell)
	switch {
	case slices.Contains(excelErrors, strings.ToUpper(cell)):
		return diag.NotANumber(at, diag.Say("%s is an error that Excel wrote", quoted), diag.Say("A formula in the workbook fails: mend it there and save the CSV file again"), c)
	case strings.Trim(cell, "#") == "":
		return diag.NotANumber(at, diag.Say("%s is what Excel shows for a number that is wider than its column", quoted), diag.Say("Widen the column in the workbook and save the CSV file again"), c)
	case slices.Contains(noValueMarks, lower):
		return diag.MarkNotANumber(at, cell, c)
	case strings.HasPrefix(cell, "<"):
		return diag.HiddenMark(at, cell, c)
	case strings.ContainsAny(cell[:1], ">~") || strings.HasPrefix(cell, "±"):
		return diag.QualifierNotAllowed(at, cell, c)
	case strings.HasPrefix(cell, "≥") || strings.HasPrefix(cell, "≤"):
		return diag.NotANumber(at, diag.Say("%s is not an exact number", quoted), diag.Say("Of bounds Ronde knows > more than and < less than; write one of them if it is true"), c)
	case strings.HasSuffix(cell, "%") || strings.HasSuffix(cell, "‰"):
		hint := diag.Say("Write the number without the sign, in the unit of the column")
		if c.Percent {
			hint = diag.Say("Write the number without the sign: the column is in per cent, so that 12 %% is 12, not 0.12")
		}
		return diag.NotANumber(at, diag.Say("%s has a per cent sign", quoted), hint, c)
	case exponent.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s is a number that Excel shortened", quoted), diag.Say("Digits may be lost: in the workbook, give the cells the format Number with 0 decimals and save the CSV file again"), c)
	case bracketed.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s is in brackets", quoted), diag.Say("If brackets mean a negative number, write -%s; if they mean that it is uncertain, write it without them and with a status", bracketed.FindStringSubmatch(cell)[1]), c)
	case minusLast.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s has its minus sign behind the number", quoted), diag.Say("Some programs for accounts write it there: write -%s", minusLast.FindStringSubmatch(cell)[1]), c)
	case strings.ContainsAny(cell, "\"“”„«»‘"):
		return diag.NotANumber(at, diag.Say("%s has quotation marks around the number", quoted), diag.Say("Write the digits alone"), c)
	case strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@"):
		return diag.NotANumber(at, diag.Say("%s is a formula", quoted), diag.Say("Save the values: in Excel, copy, then paste special, values"), c)
	case strings.HasPrefix(cell, "'") || strings.HasPrefix(cell, "+"):
		return diag.NotANumber(at, diag.Say("%s begins with %s", quoted, cell[:1]), diag.Say("Write the digits alone"), c)
	case excelDate.MatchString(cell) || likeDate.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s looks like a date", quoted), diag.Say("Excel makes dates of numbers such as 7.22: give the cells the format Number before you type, and enter it again"), c)
	case wordAfter.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s has a word or a unit behind the number", quoted), diag.Say("Write the number alone, in full: the unit stands in data/indicators.yaml"), c)
	case wordFirst.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s has a word or a unit in front of the number", quoted), diag.Say("Write the number alone, in full: the unit stands in data/indicators.yaml. For a number that is not exact, write ± in front and `qualifiers: true` in the contract"), c)
	case footnote.MatchString(cell) && !letterLast.MatchString(cell):
		return diag.NotANumber(at, diag.Say("%s has a mark behind the number", quoted), diag.Say("Write the number alone; p, e and other flags go into a status column, remarks into a note column"), c)
	}
	if odd := oddCharacters(cell, "0123456789.,-"); !odd.IsZero() {
		return diag.NotANumber(at, diag.Say("%s is not a number", quoted), diag.Say("Type it again by hand: %s", odd), c)
	}
	return diag.NotANumber(at, diag.Say("%s is not a number", quoted), diag.Say("Write a number, or leave the cell empty with a status that says why"), c)
}

// lookAlikes are characters that look like another one, and that other one.
// Copied text and some keyboards bring them along.
var lookAlikes = map[rune]rune{
	'O': '0', 'o': '0', 'l': '1', 'I': '1', 'О': '0', 'о': '0',
	'‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '﹣': '-', '－': '-',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y', 'І': 'I',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'а': 'a', 'е': 'e', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'і': 'i',
	'‚': ',', '，': ',', '．': '.', '·': '.', '＿': '_', '˗': '-',
}

// looked is the number of bytes of a cell in which odd characters are looked for;
// what is longer than that has other faults.
const looked = 200

// oddCharacters names the characters of a cell that look like one of the
// expected ones, or like nothing at all; nothing when there are none.
func oddCharacters(cell, expected string) diag.Phrase {
	var odd []diag.Phrase
	name := func(r rune, what diag.Phrase) {
		text := diag.Say("U+%04X, which %s", r, what)
		if r < 0x80 {
			text = diag.Say("the letter %c, which %s", r, what)
		}
		if !slices.ContainsFunc(odd, text.Equal) {
			odd = append(odd, text)
		}
	}
	isWord := !strings.ContainsAny(cell, "0123456789")
	for i, r := range cell {
		if i > looked {
			break
		}
		if strings.ContainsRune(expected, r) {
			continue
		}
		like, known := lookAlikes[r]
		switch {
		case r < 0x80 && isWord:
			// A word, not a number with a letter in it.
		case known && strings.ContainsRune(expected, like):
			name(r, diag.Say("looks like %c", like))
		case unicode.IsDigit(r) && r >= 0x80:
			name(r, diag.Say("is a digit of another script"))
		case r >= '！' && r <= '～':
			name(r, diag.Say("is a wide form of %c", r-'！'+'!'))
		case unicode.In(r, unicode.Cf, unicode.Cc):
			name(r, diag.Say("cannot be seen"))
		case r != ' ' && unicode.IsSpace(r):
			name(r, diag.Say("is a space of another kind"))
		}
	}
	if len(odd) == 0 {
		return diag.Phrase{}
	}
	all := diag.Say("it holds %s", odd[0])
	for _, one := range odd[1:] {
		all = diag.Say("%s; %s", all, one)
	}
	return all
}
