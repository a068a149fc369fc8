package locale

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ronde/internal/period"
)

// texts lists every text of a language by the path of its field.
func texts(path string, v reflect.Value, into map[string]string) {
	switch v.Kind() {
	case reflect.String:
		into[path] = v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			texts(path+"."+v.Type().Field(i).Name, v.Field(i), into)
		}
	case reflect.Array:
		for i := range v.Len() {
			if v.Type() == reflect.TypeFor[byKind]() && i == int(period.None) {
				continue
			}
			texts(fmt.Sprintf("%s[%d]", path, i), v.Index(i), into)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			texts(path+"."+key.String(), v.MapIndex(key), into)
		}
	default:
		panic("words hold a " + v.Kind().String())
	}
}

var places = regexp.MustCompile(`\{[a-z]+\}`)

// TestEveryLanguageSaysEverything: a text that one language lacks, or a place
// that one language forgets, would be a hole in a sealed edition.
func TestEveryLanguageSaysEverything(t *testing.T) {
	reference := map[string]string{}
	texts("", reflect.ValueOf(dutch), reference)
	for _, l := range locales {
		got := map[string]string{}
		texts("", reflect.ValueOf(*l.w), got)
		if len(got) != len(reference) {
			t.Errorf("%s has %d texts, nl has %d", l.code, len(got), len(reference))
		}
		for path, text := range got {
			if text == "" {
				t.Errorf("%s%s is empty", l.code, path)
			}
			mine, theirs := places.FindAllString(text, -1), places.FindAllString(reference[path], -1)
			slices.Sort(mine)
			slices.Sort(theirs)
			if !slices.Equal(mine, theirs) {
				t.Errorf("%s%s has places %v, nl has %v", l.code, path, mine, theirs)
			}
			if strings.ContainsAny(places.ReplaceAllString(text, ""), "{}") {
				t.Errorf("%s%s: stray brace in %q", l.code, path, text)
			}
			if strings.Contains(text, "'") || strings.Contains(text, "-") {
				t.Errorf("%s%s: typewriter sign in %q", l.code, path, text)
			}
		}
	}
	for _, m := range Marks() {
		if in(t, "nl").StatusWord(m) == "" {
			t.Errorf("mark %s has no word", m)
		}
	}
	if len(Marks()) != len(dutch.marks) {
		t.Error("a mark is not in the order of the legend")
	}
}

// TestFrenchSpacing: no ordinary space before a high sign.
func TestFrenchSpacing(t *testing.T) {
	all := map[string]string{}
	texts("", reflect.ValueOf(french), all)
	for path, text := range all {
		for _, sign := range []string{":", ";", "%", "»", "?", "!"} {
			for before := range strings.SplitSeq(text, sign) {
				if strings.HasSuffix(before, " ") && before != text {
					t.Errorf("fr%s: ordinary space before %q in %q", path, sign, text)
				}
			}
		}
	}
}

// TestNoWordOfJudgement rules words out of the sentences that Ronde writes:
// a number is neither good nor bad, and persons are no wave.
func TestNoWordOfJudgement(t *testing.T) {
	judging := regexp.MustCompile(`(?i)\b(slechts|maar liefst|explosie|stroom|golf|seulement|à peine|explosion|vague|flux|nur|lediglich|strom|welle|only|merely|surge|flood|wave|flow|sharply|good|bad)\b`)
	for _, l := range locales {
		all := map[string]string{}
		texts("", reflect.ValueOf(*l.w), all)
		for path, text := range all {
			if word := judging.FindString(text); word != "" && path != ".said.degree" { // which authors may write
				t.Errorf("%s%s says %q", l.code, path, word)
			}
		}
	}
}
