package diag

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A list that was kept apart and appended says what one list would have said, also of
// what it no longer lists.
func TestAppend(t *testing.T) {
	var whole, first, second List
	for i := range 2*MostOfAGroup + 10 {
		found := FileMissing("a.csv")
		found.Span.Line = i
		if i%3 == 0 {
			found.Severity = Warning
		}
		whole.Add(found)
		if i < MostOfAGroup+5 {
			first.Add(found)
		} else {
			second.Add(found)
		}
	}
	whole.Add(FileMissing("b.csv"))
	second.Add(FileMissing("b.csv"))
	var got List
	got.Append(&first)
	got.Append(&second)
	if got.Errors() != whole.Errors() || got.Len() != whole.Len() {
		t.Errorf("%d errors of %d, want %d of %d", got.Errors(), got.Len(), whole.Errors(), whole.Len())
	}
	if diff := cmp.Diff(whole.Sorted(), got.Sorted()); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
