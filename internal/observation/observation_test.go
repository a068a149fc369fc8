package observation

import (
	"errors"
	"slices"
	"testing"

	"ronde/internal/period"
)

func TestStatus(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"A", ""},
		{"P", "P"},
		{"P E", "E P"},
		{"E,P", "E P"},
		{"P;B", "B P"},
		{"A P", "P"},
		{"P P", "P"},
		{"Q", "Q"},
		{"Q P", "P Q"},
	} {
		got, err := ParseStatus(c.text)
		if err != nil || got.String() != c.want {
			t.Errorf("%q is %q (%v), want %q", c.text, got, err, c.want)
		}
		again, err := ParseStatus(got.String())
		if err != nil || again != got {
			t.Errorf("%q is read back as %q (%v)", got, again, err)
		}
	}
	// R follows from releases; two reasons to have no value contradict each other.
	for _, text := range []string{"R", "p", "PE", "Z", "O M", "Q L"} {
		if got, err := ParseStatus(text); !errors.Is(err, ErrStatus) {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// The letters must stand in the order of the constants, or a status would be
// written as another.
func TestLettersAndConstants(t *testing.T) {
	for status, letter := range map[Status]string{
		Break: "B", Differs: "D", Estimated: "E", Forecast: "F", Imputed: "I", NotCollected: "L", CannotExist: "M",
		Low: "N", NotDelivered: "O", Provisional: "P", Hidden: "Q", LowReliable: "U", Unvalidated: "V",
	} {
		if status.String() != letter {
			t.Errorf("the status of %s is written as %s", letter, status)
		}
	}
}

func TestQualifier(t *testing.T) {
	for _, q := range []Qualifier{Exact, Lower, Upper, About} {
		if again, err := ParseQualifier(q.String()); err != nil || again != q {
			t.Errorf("%q is read back as %q (%v)", q, again, err)
		}
	}
	if _, err := ParseQualifier("more"); !errors.Is(err, ErrQualifier) {
		t.Error("more is a qualifier")
	}
	if !Lower.Bound() || !Upper.Bound() || About.Bound() || Exact.Bound() {
		t.Error("lower and upper are bounds, and nothing else")
	}
}

func TestOperand(t *testing.T) {
	for _, c := range []struct {
		o    Observation
		want bool
	}{
		{Observation{HasValue: true}, true},
		{Observation{HasValue: true, Qualifier: About}, true},
		{Observation{HasValue: true, Qualifier: Lower}, false},
		{Observation{Status: Hidden}, false},
	} {
		if got := c.o.Operand(); got != c.want {
			t.Errorf("%+v as an operand: %v", c.o, got)
		}
	}
}

func TestKeys(t *testing.T) {
	key := func(indicator, codes string, month int) Key {
		return Key{Series{indicator, Codes(codes)}, period.MonthOf(2022, month)}
	}
	sorted := []Key{key("a", "", 7), key("a", "", 8), key("a", "BE", 7), key("a", "BE.F", 6), key("b", "", 1)}
	shuffled := []Key{sorted[3], sorted[0], sorted[4], sorted[2], sorted[1]}
	slices.SortFunc(shuffled, Key.Compare)
	if !slices.Equal(shuffled, sorted) {
		t.Errorf("sorted as %v", shuffled)
	}
	if got := key("a", "BE.F", 7).String(); got != "a BE.F 2022-07" {
		t.Errorf("a key is written %q", got)
	}
	if got := (Key{Series: Series{"a", "BE"}}).String(); got != "a BE" {
		t.Errorf("a key without a period is written %q", got)
	}
	if got := JoinCodes("BE", "F").Split(); !slices.Equal(got, []string{"BE", "F"}) {
		t.Errorf("codes are split into %v", got)
	}
	if got := Codes("").Split(); got != nil {
		t.Errorf("no codes are split into %v", got)
	}
}
