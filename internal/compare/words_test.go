package compare

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     []Run
	}{
		{"", "", nil},
		{"In juli kregen 3\u00a0159 personen", "In juli ontvingen 3\u00a0156 personen", []Run{
			{Kept, "In juli "}, {Deleted, "kregen 3\u00a0159 "}, {Added, "ontvingen 3\u00a0156 "}, {Kept, "personen"},
		}},
		{"één twee", "één twee drie", []Run{{Kept, "één twee "}, {Added, "drie"}}},
		{"a", "b", []Run{{Deleted, "a"}, {Added, "b"}}},
		{"een  twee", "een\ntwee", []Run{{Kept, "een\ntwee"}}},
	} {
		if diff := cmp.Diff(c.want, Words(c.old, c.new)); diff != "" {
			t.Errorf("%q and %q: %s", c.old, c.new, diff)
		}
	}
}

// FuzzWords: what is kept and deleted is the older text, what is kept and inserted the
// newer one, and no two runs of a kind follow each other.
func FuzzWords(f *testing.F) {
	f.Add("In juli kregen 3 159 personen", "In juli ontvingen 3 156 personen")
	f.Add(" a\tb ", "b a b\n")
	f.Fuzz(func(t *testing.T, old, new string) {
		var was, is []string
		var last Edit
		for _, r := range Words(old, new) {
			if r.Edit == last {
				t.Errorf("two runs that are %s follow each other", last)
			}
			last = r.Edit
			words := strings.Fields(r.Text)
			if r.Edit != Added {
				was = append(was, words...)
			}
			if r.Edit != Deleted {
				is = append(is, words...)
			}
		}
		if diff := cmp.Diff(strings.Fields(old), was); len(was)+len(strings.Fields(old)) > 0 && diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(strings.Fields(new), is); len(is)+len(strings.Fields(new)) > 0 && diff != "" {
			t.Error(diff)
		}
	})
}

// As much is kept as can be: as much as by the table of all common subsequences.
func TestMatchesAreLongest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	list := func() []int {
		all := make([]int, random.IntN(12))
		for i := range all {
			all[i] = random.IntN(4)
		}
		return all
	}
	for range 2000 {
		a, b := list(), list()
		kept, i, j := 0, 0, 0
		for _, m := range matches(a, b) {
			if m.a < i || m.b < j || m.length < 1 {
				t.Fatalf("%v and %v: %+v is out of order", a, b, m)
			}
			for n := range m.length {
				if a[m.a+n] != b[m.b+n] {
					t.Fatalf("%v and %v: %+v is no match", a, b, m)
				}
			}
			kept, i, j = kept+m.length, m.a+m.length, m.b+m.length
		}
		if want := common(a, b); kept != want {
			t.Fatalf("%v and %v: %d are kept, %d could be", a, b, kept, want)
		}
	}
}

// common is the length of the longest common subsequence.
func common(a, b []int) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}

// Two texts that have nothing in common take bounded time and memory.
func TestWordsOfTwoLongTexts(t *testing.T) {
	var a, b strings.Builder
	for range 20_000 {
		a.WriteString("a ")
		b.WriteString("b ")
	}
	if got := Words(a.String(), b.String()); len(got) != 2 || got[0].Edit != Deleted || got[1].Edit != Added {
		t.Errorf("%d runs", len(got))
	}
}
