package seal

import (
	"slices"
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/period"
)

// A link is one release: name, seal, previous seal, date.
func links(t *testing.T, text string) []*Sealed {
	t.Helper()
	var all []*Sealed
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) != 4 {
			continue
		}
		id, err := ParseReleaseID(words[0])
		if err != nil {
			t.Fatal(err)
		}
		s := &Sealed{Seal: words[1]}
		s.Round, s.Number = id.Round, id.Number
		if words[2] != "-" {
			s.Previous = words[2]
		}
		if s.Released, err = period.ParseDate(words[3]); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

func TestChain(t *testing.T) {
	for _, c := range []struct {
		name, links, order string
		found              []string // id, place, and what the title must hold
	}{
		{name: "none"},
		{name: "one", links: "2022-07@1 a - 2022-08-20", order: "2022-07@1"},
		{
			name: "by previous, not by round",
			links: `
				2022-07@1 a - 2022-08-20
				2022-07@2 c b 2022-09-25
				2022-08@1 b a 2022-09-20`,
			order: "2022-07@1 2022-08@1 2022-07@2",
		},
		{
			name: "an earlier round released later",
			links: `
				2022-06@1 b a 2022-08-20
				2022-07@1 a - 2022-08-20`,
			order: "2022-07@1 2022-06@1",
		},
		{
			name: "fork",
			links: `
				2022-07@1 a - 2022-08-20
				2022-09@1 c a 2022-10-20
				2022-08@1 b a 2022-09-20`,
			found: []string{"chain-fork content/reports/2022-09/editions/1/edition.yaml 2022-08@1 and 2022-09@1 both follow 2022-07@1"},
		},
		{
			name: "two first ones",
			links: `
				2022-07@1 a - 2022-08-20
				2022-08@1 b - 2022-09-20`,
			found: []string{"chain-fork content/reports/2022-08/editions/1/edition.yaml 2022-07@1 and 2022-08@1 both follow no release"},
		},
		{
			name: "a link is missing",
			links: `
				2022-07@1 a - 2022-08-20
				2022-09@1 c b 2022-10-20`,
			found: []string{"chain-broken content/reports/2022-09/editions/1/edition.yaml 2022-09@1 follows a release with seal b, which is not here"},
		},
		{
			name:  "the first is missing",
			links: "2022-08@1 b a 2022-09-20",
			found: []string{"chain-broken content/reports/2022-08/editions/1/edition.yaml 2022-08@1 follows a release with seal a, which is not here"},
		},
		{
			name: "a date before",
			links: `
				2022-07@1 a - 2022-08-20
				2022-08@1 b a 2022-08-19`,
			found: []string{"chain-date content/reports/2022-08/editions/1/edition.yaml 2022-08@1 is dated 2022-08-19, before 2022-08-20 of 2022-07@1 that it follows"},
		},
		{
			name: "the same date",
			links: `
				2022-07@1 a - 2022-08-20
				2022-08@1 b a 2022-08-20`,
			order: "2022-07@1 2022-08@1",
		},
		{
			name: "a circle",
			links: `
				2022-07@1 a b 2022-08-20
				2022-08@1 b a 2022-08-20`,
			found: []string{
				"chain-broken content/reports/2022-07/editions/1/edition.yaml 2022-07@1 follows a release with seal b",
				"chain-broken content/reports/2022-08/editions/1/edition.yaml 2022-08@1 follows a release with seal a",
			},
		},
		{
			name:  "one that follows itself",
			links: "2022-07@1 a a 2022-08-20",
			found: []string{"chain-broken content/reports/2022-07/editions/1/edition.yaml 2022-07@1 follows a release with seal a"},
		},
		{
			name: "a circle beside a chain",
			links: `
				2022-07@1 a - 2022-08-20
				2022-08@1 b c 2022-08-20
				2022-09@1 c b 2022-08-20`,
			found: []string{
				"chain-broken content/reports/2022-08/editions/1/edition.yaml 2022-08@1 follows",
				"chain-broken content/reports/2022-09/editions/1/edition.yaml 2022-09@1 follows",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := links(t, c.links)
			for range 2 {
				var out diag.List
				chain, ok := Chain(all, &out)
				if ok != (c.found == nil) {
					t.Errorf("ok is %v", ok)
				}
				var names []string
				for _, s := range chain {
					names = append(names, s.ID().String())
				}
				if got := strings.Join(names, " "); ok && got != c.order {
					t.Errorf("order %s, want %s", got, c.order)
				}
				found := out.Sorted()
				for i, want := range c.found {
					if i >= len(found) || !strings.HasPrefix(found[i].ID+" "+found[i].Span.String()+" "+found[i].Title.String(), want) {
						t.Errorf("want %s, found %v", want, found)
					}
				}
				if len(found) != len(c.found) {
					t.Errorf("%d findings: %v", len(found), found)
				}
				slices.Reverse(all) // The order in which editions are found says nothing.
			}
		})
	}
}
