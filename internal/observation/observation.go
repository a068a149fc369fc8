// Package observation holds the atom of everything that Ronde publishes: one
// value of one indicator, for one reference period and one code per dimension.
//
// The written forms are those of Ronde's own CSV files. A key is the indicator's
// id, an ISO period and the codes in the order of the indicator's dimensions,
// joined by points ("BE-VLG._T"; empty for an indicator without dimensions). A
// status is a set of SDMX OBS_STATUS letters joined by spaces ("E P"; empty for
// a normal value). A qualifier is a word: lower, upper, about, or nothing.
package observation

import (
	"cmp"
	"errors"
	"strings"

	"ronde/internal/number"
	"ronde/internal/period"
)

// Codes is one code per dimension, in the order of the indicator's dimensions,
// joined by points. Codes never hold a point themselves.
type Codes string

// JoinCodes makes Codes of one code per dimension.
func JoinCodes(codes ...string) Codes { return Codes(strings.Join(codes, ".")) }

// Split gives one code per dimension; nil for an indicator without dimensions.
func (c Codes) Split() []string {
	if c == "" {
		return nil
	}
	return strings.Split(string(c), ".")
}

// Series names a time series: an indicator with one code per dimension.
type Series struct {
	Indicator string
	Codes     Codes
}

// Compare orders series by indicator, then codes.
func (s Series) Compare(t Series) int {
	return cmp.Or(cmp.Compare(s.Indicator, t.Indicator), cmp.Compare(s.Codes, t.Codes))
}

// String is the form used in messages: "attestations BE" or "attestations".
func (s Series) String() string {
	if s.Codes == "" {
		return s.Indicator
	}
	return s.Indicator + " " + string(s.Codes)
}

// Key names an observation.
type Key struct {
	Series
	Period period.Period
}

// Compare orders keys by indicator, codes, then period.
func (k Key) Compare(l Key) int {
	return cmp.Or(k.Series.Compare(l.Series), period.Compare(k.Period, l.Period))
}

// String is the form used in messages and acceptances: "attestations BE 2022-07";
// without a period, that of the series.
func (k Key) String() string {
	if k.Period.IsZero() {
		return k.Series.String()
	}
	return k.Series.String() + " " + k.Period.String()
}

// Status is a set of SDMX OBS_STATUS codes; the zero value is A, a normal value.
type Status uint16

// The status codes that Ronde knows, by their SDMX letters. "Revised" is not
// among them: it follows from releases and is never delivered.
const (
	Break        Status = 1 << iota // B: time series break
	Differs                         // D: definition differs
	Estimated                       // E: estimated
	Forecast                        // F: forecast
	Imputed                         // I: imputed by the producer
	NotCollected                    // L: exists but was not collected
	CannotExist                     // M: cannot exist
	Low                             // N: not significant, rounds to zero
	NotDelivered                    // O: not delivered
	Provisional                     // P: provisional
	Hidden                          // Q: hidden to protect persons
	LowReliable                     // U: low reliability
	Unvalidated                     // V: not yet validated by the producer
)

const statusLetters = "BDEFILMNOPQUV" // in the order of the constants

// withoutValue are the codes of an observation that has no value.
const withoutValue = NotCollected | CannotExist | NotDelivered | Hidden

// ErrStatus is the error of a text that is not a set of known status codes.
var ErrStatus = errors.New("not a set of OBS_STATUS codes")

// ParseStatus reads letters separated by spaces, commas or semicolons; A may
// stand alone. The error is ErrStatus, also for R ("revised"), which only
// releases give, and for two different reasons to have no value.
func ParseStatus(text string) (Status, error) {
	var status Status
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		if word == "A" {
			continue
		}
		i := strings.Index(statusLetters, word)
		if len(word) != 1 || i < 0 {
			return 0, ErrStatus
		}
		status |= 1 << i
	}
	if reasons := status & withoutValue; reasons&(reasons-1) != 0 {
		return 0, ErrStatus
	}
	return status, nil
}

// String gives the letters in alphabetical order, joined by spaces; "" for A.
func (s Status) String() string { return strings.Join(s.Letters(), " ") }

// Letters gives the codes one by one, in alphabetical order.
func (s Status) Letters() []string {
	var letters []string
	for i, letter := range statusLetters {
		if s&(1<<i) != 0 {
			letters = append(letters, string(letter))
		}
	}
	return letters
}

// Has reports whether s holds every code of t.
func (s Status) Has(t Status) bool { return s&t == t }

// Worst combines the statuses of parts into that of a result: every doubt about
// a part is a doubt about the result.
func Worst(parts ...Status) Status {
	var all Status
	for _, s := range parts {
		all |= s
	}
	return all
}

// Qualifier says that a value is not the exact number.
type Qualifier uint8

// The qualifiers. A lower or upper bound is a value and never an operand;
// a value that is about right makes every result about right.
const (
	Exact Qualifier = iota
	Lower           // more than the value
	Upper           // less than the value
	About           // about the value
)

var qualifierWords = [...]string{"", "lower", "upper", "about"}

// ErrQualifier is the error of a text that is not a qualifier.
var ErrQualifier = errors.New("not a qualifier")

// ParseQualifier reads lower, upper, about, or nothing.
func ParseQualifier(text string) (Qualifier, error) {
	for q, word := range qualifierWords {
		if text == word {
			return Qualifier(q), nil
		}
	}
	return Exact, ErrQualifier
}

// String is the word that ParseQualifier reads.
func (q Qualifier) String() string { return qualifierWords[q] }

// Bound reports whether the value is only a bound and no operand.
func (q Qualifier) Bound() bool { return q == Lower || q == Upper }

// An Observation is what is said about one key. Value counts only when HasValue
// is true; otherwise Status says why there is none.
type Observation struct {
	Key
	Value         number.Decimal
	HasValue      bool
	Status        Status
	Qualifier     Qualifier
	Reconstructed bool   // of a vintage that was put together later, mark [g]
	Note          string // code of a code list or free text in the organisation's language
}

// Same reports whether two observations say the same about the same key.
func (o Observation) Same(p Observation) bool { return o == p }

// Operand reports whether the value may enter a change, a share or a sum.
func (o Observation) Operand() bool { return o.HasValue && !o.Qualifier.Bound() }
