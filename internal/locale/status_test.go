package locale

import "testing"

func TestMarkOf(t *testing.T) {
	for status, want := range map[string]Mark{
		"P": "p", "E": "e", "B": "b", "O": "x", "L": "x", "M": "z", "Q": "c", "N": "low",
		"A": "", "": "", "p": "", "R": "", "PE": "",
	} {
		if got, ok := MarkOf(status); got != want || ok != (want != "") {
			t.Errorf("MarkOf(%q) = %q, %v", status, got, ok)
		}
	}
}

func TestUnknownMark(t *testing.T) {
	for _, l := range locales {
		if l.StatusWord("q") != "" || l.Legend("q") != "" {
			t.Errorf("%s explains an unknown mark", l.code)
		}
	}
}
