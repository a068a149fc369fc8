package drop

import (
	"slices"
	"testing"

	"ronde/internal/period"
)

func TestParseID(t *testing.T) {
	for _, text := range []string{"2022-08/dvz/attestations", "2022-08/dvz/attestations.2", "2022-08/dvz/attestations.12"} {
		id, err := ParseID(text)
		if err != nil || id.String() != text {
			t.Errorf("ParseID(%q) gives %q, %v", text, id, err)
		}
	}
	for _, text := range []string{"", "2022-08/dvz", "2022/dvz/a", "2022-08/dvz/a.1", "2022-08/dvz/a.02", "2022-08/dvz/a.x", "2022-08//a", "2022-08/dvz/", "2022-08/dvz/.2"} {
		if id, err := ParseID(text); err == nil {
			t.Errorf("ParseID(%q) gives %q", text, id)
		}
	}
}

func TestDropOrder(t *testing.T) {
	type dropped struct {
		id       string
		received string
	}
	want := []dropped{
		{"2022-08/dvz/a", "2022-08-01"},
		{"2022-07/dvz/a", "2022-08-02"},
		{"2022-07/dvz/a.2", "2022-08-02"},
		{"2022-07/dvz/a.10", "2022-08-02"},
		{"2022-08/dvz/a", "2022-08-02"},
		{"2022-08/vdab/b", "2022-08-02"},
	}
	compare := func(a, b dropped) int {
		idA, errA := ParseID(a.id)
		idB, errB := ParseID(b.id)
		dayA, errC := period.ParseDate(a.received)
		dayB, errD := period.ParseDate(b.received)
		if errA != nil || errB != nil || errC != nil || errD != nil {
			t.Fatal(errA, errB, errC, errD)
		}
		return CompareOrder(idA, dayA, idB, dayB)
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, compare)
	if !slices.Equal(got, want) {
		t.Errorf("order is %v", got)
	}
}
