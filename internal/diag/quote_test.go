package diag

import (
	"strings"
	"testing"
)

func TestQuote(t *testing.T) {
	tests := []struct{ input, want string }{
		{"", `""`},
		{`5" pipe`, `"5" pipe"`},
		{`C:\data`, `"C:\data"`},
		{"a\nb\tc\rd", `"a\nb\tc\rd"`},
		{"\x1b[31m", `"\x1b[31m"`},
		{"a\u202eb\u200bc\ufeff\u2028", `"a\u202eb\u200bc\ufeff\u2028"`},
		{"\U000E0001", `"\U000e0001"`},
		{"caf\xe9", `"caf\xe9"`},
		{"\ufffd", "\"\ufffd\""},
		{"1\u00a0234", "\"1\u00a0234\""},
		{strings.Repeat("é", 60), `"` + strings.Repeat("é", 60) + `"`},
		{strings.Repeat("é", 61), `"` + strings.Repeat("é", 59) + `…"`},
	}
	for _, test := range tests {
		if got := Quote(test.input); got != test.want {
			t.Errorf("Quote(%q) = %s, want %s", test.input, got, test.want)
		}
	}
}

func TestNearest(t *testing.T) {
	candidates := []string{"received", "source", "source_date", "note", "BE-VLG", "BE-WAL", "id", "on"}
	tests := []struct{ word, want string }{
		{"recieved", "received"},
		{"Received", "received"},
		{"source-date", "source_date"},
		{"sorce", "source"},
		{"notes", "note"},
		{"BE-VLAAMS", ""},
		{"be_vlg", "BE-VLG"},
		{"BE-VGL", "BE-VLG"},
		{"ids", "id"},
		{"xy", ""},
		{"naam", ""},
		{"", ""},
		{strings.Repeat("x", 100), ""},
	}
	for _, test := range tests {
		if got, ok := Nearest(test.word, candidates); got != test.want || ok != (got != "") {
			t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}
