package locale

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/number"
	"ronde/internal/period"
)

func in(t testing.TB, code string) *Locale {
	t.Helper()
	l, ok := For(code)
	if !ok {
		t.Fatalf("no locale %q", code)
	}
	return l
}

func dec(t testing.TB, text string) number.Decimal {
	t.Helper()
	d, err := number.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}

func per(t testing.TB, text string) period.Period {
	t.Helper()
	p, err := period.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return p
}

func day(t testing.TB, text string) period.Date {
	t.Helper()
	d, err := period.ParseDate(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}

func TestLanguages(t *testing.T) {
	if diff := cmp.Diff([]string{"nl", "fr", "de", "en"}, Languages()); diff != "" {
		t.Error(diff)
	}
	Languages()[0] = "xx"
	for _, code := range Languages() {
		if got := in(t, code).Language(); got != code {
			t.Errorf("For(%q).Language() = %q", code, got)
		}
	}
	for _, code := range []string{"", "NL", "nl-BE", "es", "nl "} {
		if _, ok := For(code); ok {
			t.Errorf("For(%q) is known", code)
		}
	}
}

func TestCompare(t *testing.T) {
	for code, want := range map[string][]string{
		"nl": {"België", "Duitsland", "één", "eenheid", "Zwitserland"},
		"fr": {"Allemagne", "Cameroun", "Écosse", "Égypte", "Espagne", "Zambie"},
		"de": {"Ägypten", "Algerien", "Österreich", "Polen", "Straße", "Strasse 2", "Zypern"},
		"en": {"Åland Islands", "Albania", "co-operate", "Zambia"},
	} {
		l := in(t, code)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, l.Compare)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}

// TestCompareTellsDifferentTextsApart: e with an accent may be one code point
// or two; they sort together, but never as equals.
func TestCompareTellsDifferentTextsApart(t *testing.T) {
	l := in(t, "fr")
	if l.Compare("é", "e\u0301") != -l.Compare("e\u0301", "é") || l.Compare("é", "e\u0301") == 0 {
		t.Error("composed and decomposed é are not ordered")
	}
	if l.Compare("é", "é") != 0 {
		t.Error("é is not é")
	}
}

func TestCompareFromSeveralGoroutines(t *testing.T) {
	l := in(t, "de")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 200 {
				if l.Compare("Ägypten", "Zypern") != -1 || l.Compare("Zypern", "Österreich") != 1 {
					t.Error("order changed")
					return
				}
			}
		})
	}
	wait.Wait()
}
