package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextWidth(t *testing.T) {
	tests := []struct {
		s    string
		size int
		bold bool
		want int // tenths of a pixel, 8 % included, rounded up
	}{
		{"", 14, false, 0},
		{"0", 100, false, 601}, // 1139 ÷ 2048 × 100 × 1.08 = 60.06
		{"26.507", 14, true, 463},
		{"É", 14, false, 101},
		{"e\u0301", 14, false, 85}, // a combining accent takes no room
		{"Київ", 10, false, 432},   // not in the tables: one em each
	}
	for _, test := range tests {
		if got := textWidth(test.s, test.size, test.bold); got != test.want {
			t.Errorf("%q: %d, want %d", test.s, got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		s     string
		width int
		want  []string
	}{
		{"", 100 * px, nil},
		{"een twee drie", 200 * px, []string{"een twee drie"}},
		{"een twee drie", 60 * px, []string{"een", "twee", "drie"}},
		{"1\u202f000 000", 60 * px, []string{"1\u202f000", "000"}},
		{"Wallonie-Bruxelles", 80 * px, []string{"Wallonie-", "Bruxelles"}},
		{"MMMMM", 30 * px, []string{"MM", "MM", "M"}},
		{"\xff\xfe", 20 * px, []string{"\xff", "\xfe"}},
		{"a\nb", 200 * px, []string{"a b"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, wrap(test.s, test.width, 14, false)); diff != "" {
			t.Errorf("%q (−want +got):\n%s", test.s, diff)
		}
	}
}

// TestParagraph leaves no single word on a last line that could have more.
func TestParagraph(t *testing.T) {
	const s = "Personen met tijdelijke bescherming in België op de laatste dag van de maand, maart 2022 – augustus 2024"
	lines := paragraph(s, 720*px, 14, false)
	if got := strings.Join(lines, " "); got != s {
		t.Errorf("got %q", got)
	}
	if last := lines[len(lines)-1]; len(lines) != 2 || len(last) < 20 {
		t.Errorf("got %q", lines)
	}
}

func TestFit(t *testing.T) {
	if got := fit("Bildungseinrichtungen", 80*px, 14, false); got != "Bildungs…" {
		t.Errorf("got %q", got)
	}
	if got := fit("kort", 80*px, 14, false); got != "kort" {
		t.Errorf("got %q", got)
	}
}
