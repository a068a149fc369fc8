package locale

import (
	"strings"
	"testing"
)

func TestSaid(t *testing.T) {
	for _, c := range []struct {
		language, words string
		want            Direction
	}{
		{"nl", "steeg", Rose}, {"nl", "Liep  terug", Fell}, {"nl", "**daalde**", Fell}, {"nl", "bleef gelijk", Unchanged},
		{"fr", "a augmenté", Rose}, {"fr", "ont\u00a0diminué", Fell}, {"fr", "n'a pas changé", Unchanged},
		{"de", "gestiegen", Rose}, {"de", "ging zurück", Fell}, {"de", "blieb unverändert", Unchanged},
		{"en", "rose", Rose}, {"en", "has fallen", Fell}, {"en", "stayed the same", Unchanged},
		// Words that say more, less or something else.
		{"nl", "steeg niet", NoDirection}, {"nl", "stijgen", NoDirection}, {"nl", "rose", NoDirection}, {"en", "rise", NoDirection},
		{"en", "the highest", NoDirection}, {"fr", "a", NoDirection}, {"de", "", NoDirection},
	} {
		if got := in(t, c.language).Said(c.words); got != c.want {
			t.Errorf("%s: %q is %d, want %d", c.language, c.words, got, c.want)
		}
	}
	for _, l := range locales {
		said := map[string]bool{}
		for _, known := range []string{l.w.said.rose, l.w.said.fell, l.w.said.unchanged} {
			for words := range strings.SplitSeq(known, ", ") {
				if said[words] || words != strings.ToLower(strings.TrimSpace(words)) {
					t.Errorf("%s says %q twice, or it would never be found", l.code, words)
				}
				said[words] = true
			}
		}
	}
}
