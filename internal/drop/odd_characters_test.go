package drop

import "testing"

// Odd are characters that look like others or like nothing. The digits of every day are
// none, where letters are expected either.
func TestOddCharacters(t *testing.T) {
	for cell, want := range map[string]string{
		"c5":       "",
		"col-10":   "",
		"c٥":       "it holds U+0665, which is a digit of another script",
		"ВЕ-10":    "it holds U+0412, which looks like B; U+0415, which looks like E",
		"c\u200b5": "it holds U+200B, which cannot be seen",
	} {
		if got := oddCharacters(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_").String(); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}
