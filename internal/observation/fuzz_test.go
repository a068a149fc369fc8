package observation

import "testing"

// FuzzStatus: a status that can be read is written in one way, which is read as
// the same.
func FuzzStatus(f *testing.F) {
	for _, text := range []string{"", "A", "P", "E P", "P,E", "P;P", "A B", "Q", "O Q", "R", "p", "BDEFILMNOPQUV", "é"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		status, err := ParseStatus(text)
		if err != nil {
			if status != 0 {
				t.Errorf("%q is %s and %v", text, status, err)
			}
			return
		}
		again, err := ParseStatus(status.String())
		if err != nil || again != status || Worst(status, again) != status || !status.Has(again) {
			t.Errorf("%q is %q, which is read as %q, %v", text, status, again, err)
		}
		for q := Exact; q <= About; q++ {
			if p, err := ParseQualifier(text); err == nil && p == q && q.String() != text {
				t.Errorf("%q is %q", text, q)
			}
		}
	})
}
