package diag

import (
	"regexp"
	"testing"
)

func TestCatalogue(t *testing.T) {
	id := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	meaning := regexp.MustCompile(`^[A-Z].*[^ .]\.$`)
	sentences := regexp.MustCompile(`^\S.{20,}[^ .]\.$`)
	seen := map[string]bool{}
	for _, e := range Catalogue() {
		if !id.MatchString(e.ID) {
			t.Errorf("%q is not an id", e.ID)
		}
		if seen[e.ID] {
			t.Errorf("%s is there twice", e.ID)
		}
		seen[e.ID] = true
		if !meaning.MatchString(e.Meaning) {
			t.Errorf("%s: %q is not a sentence", e.ID, e.Meaning)
		}
		if e.Example == "" || e.Example != Visible(e.Example) {
			t.Errorf("%s: %q is no message", e.ID, e.Example)
		}
		if !sentences.MatchString(e.Remedy) {
			t.Errorf("%s: %q does not say what to do in sentences", e.ID, e.Remedy)
		}
		if e.Severity > Error {
			t.Errorf("%s: severity %d", e.ID, e.Severity)
		}
	}
}
