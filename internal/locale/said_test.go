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
		// An adverb of degree changes nothing.
		{"nl", "steeg licht", Rose}, {"nl", "nam sterk af", Fell}, {"fr", "a légèrement augmenté", Rose}, {"de", "ging deutlich zurück", Fell},
		{"en", "dropped sharply", Fell}, {"en", "has again risen", Rose},
		// Words that say more, less or something else.
		{"nl", "stijgen", NoDirection}, {"nl", "rose", NoDirection}, {"en", "rise", NoDirection},
		{"en", "the highest", NoDirection}, {"fr", "a", NoDirection}, {"de", "", NoDirection},
		{"en", "hardly rose", NoDirection}, {"en", "fell less sharply", NoDirection}, {"nl", "nagenoeg onveranderd", NoDirection},
		{"en", "sharply", NoDirection}, {"fr", "ne", NoDirection},
		// What did not rise sharply may have risen.
		{"en", "did not rise sharply", NoDirection}, {"nl", "is niet sterk gestegen", NoDirection}, {"en", "not only rose", NoDirection},
	} {
		if got := in(t, c.language).Said(c.words); got != (Saying{Direction: c.want}) {
			t.Errorf("%s: %q is %v, want %d", c.language, c.words, got, c.want)
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

func TestSaidDenied(t *testing.T) {
	for _, c := range []struct {
		language, words string
		want            Direction
	}{
		{"nl", "niet gestegen", Rose}, {"nl", "steeg niet", Rose}, {"nl", "nam niet af", Fell}, {"nl", "is niet gelijk gebleven", Unchanged},
		{"fr", "n'a pas augmenté", Rose}, {"fr", "ne diminue pas", Fell}, {"fr", "n’augmente pas", Rose}, {"fr", "pas augmenté", Rose},
		{"de", "nicht gestiegen", Rose}, {"de", "ging nicht zurück", Fell},
		{"en", "did not rise", Rose}, {"en", "didn't fall", Fell}, {"en", "has **not** increased", Rose}, {"en", "hasn’t risen", Rose},
	} {
		got := in(t, c.language).Said(c.words)
		if got != (Saying{Direction: c.want, Denied: true}) {
			t.Errorf("%s: %q is %v, want no %d", c.language, c.words, got, c.want)
		}
		if !got.Contradicts(c.want) || got.Affirms(c.want) {
			t.Errorf("%s: %q does not contradict %d", c.language, c.words, c.want)
		}
		for _, other := range [...]Direction{Rose, Fell, Unchanged} {
			if other != c.want && (got.Contradicts(other) || !got.Affirms(other)) {
				t.Errorf("%s: %q contradicts %d", c.language, c.words, other)
			}
		}
	}
	if none := (Saying{}); none.Affirms(Rose) || none.Contradicts(Rose) || none.Affirms(NoDirection) {
		t.Error("words that are not known say something")
	}
}
