package drop

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
)

// noValue are the statuses of an observation that has no value.
const noValue = observation.NotCollected | observation.CannotExist | observation.NotDelivered | observation.Hidden

// badStatus says why a text is no set of status codes.
func badStatus(at diag.Span, text string, rows int) diag.Diagnostic {
	words := statusWords(text)
	if slices.Contains(words, "R") || slices.Contains(words, "r") {
		return diag.Revised(at, rows)
	}
	return diag.StatusWord(at, text, upperStatus(words), codebook.StatusWords, rows)
}

// statusWords cuts a status into its letters, as observation.ParseStatus does.
func statusWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
}

// upperStatus gives the set in capital letters if that makes it one; "" if not.
func upperStatus(words []string) string {
	upper := strings.ToUpper(strings.Join(words, " "))
	if _, err := observation.ParseStatus(upper); err != nil || upper == "" {
		return ""
	}
	return upper
}

// reasonWords say what a status without value says about the value.
var reasonWords = map[observation.Status]diag.Phrase{
	observation.NotDelivered: diag.Say("was not delivered"),
	observation.CannotExist:  diag.Say("cannot exist"),
	observation.NotCollected: diag.Say("was not collected"),
	observation.Hidden:       diag.Say("is hidden"),
}
