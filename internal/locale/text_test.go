package locale

import "testing"

func TestCapitalise(t *testing.T) {
	for _, c := range []struct{ code, text, want string }{
		{"nl", "", ""},
		{"nl", "attesten", "Attesten"},
		{"nl", "Attesten", "Attesten"},
		{"nl", "45 personen", "45 personen"},
		{"nl", "ijsland", "IJsland"},
		{"en", "ijsland", "Ijsland"},
		{"nl", "'s avonds", "'s Avonds"},
		{"nl", "’t ijs", "’t IJs"},
		{"nl", "“verblijf”", "“Verblijf”"},
		{"fr", "étrangers", "Étrangers"},
		{"fr", "œuvre", "Œuvre"},
		{"fr", "«\u00a0état\u00a0»", "«\u00a0État\u00a0»"},
		{"de", "ähnlich", "Ähnlich"},
		{"de", "„ungefähr“", "„Ungefähr“"},
		{"en", "(provisional)", "(Provisional)"},
		{"en", "−45", "−45"},
		{"en", "\xffabc", "\xffabc"},
		{"en", "'", "'"},
		{"nl", "'s", "'S"},
	} {
		if got := in(t, c.code).Capitalise(c.text); got != c.want {
			t.Errorf("%s: Capitalise(%q) = %q, want %q", c.code, c.text, got, c.want)
		}
	}
}

func FuzzCapitalise(f *testing.F) {
	for _, text := range []string{"", "ijs", "'s avonds", "«\u00a0état", "\xff", "45", "ß", "ǆ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range locales {
			once := l.Capitalise(text)
			if twice := l.Capitalise(once); twice != once {
				t.Errorf("%s: %q, then %q, then %q", l.code, text, once, twice)
			}
		}
	})
}

func TestFillLeavesBracesInValues(t *testing.T) {
	if got := fill("{a} {b}", "a", "{b}", "b", "{a}"); got != "{b} {a}" {
		t.Errorf("%q", got)
	}
}
