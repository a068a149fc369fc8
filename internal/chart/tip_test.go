package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTips compares what is said of a place with what a table prints.
func TestTips(t *testing.T) {
	o := readOption(t, examples(t)["line"])
	for place, want := range map[int][2]string{
		2: {
			"{b|mei 2022}\n{s0|●}Tijdelijke bescherming{r|44.820}\n{s1|■}Rijksregister{r|18.032}",
			"mei 2022, personen: Tijdelijke bescherming: 44.820; Rijksregister: 18.032.",
		},
		7: {
			"{b|oktober 2022}\n{s0|●}Tijdelijke bescherming{r|56.545}\n{s1|■}Rijksregister{r|[z] niet verwacht}\nTijdelijke bescherming: breuk in de reeks vanaf\noktober 2022",
			"oktober 2022, personen: Tijdelijke bescherming: 56.545; Rijksregister: niet verwacht; Tijdelijke bescherming: breuk in de reeks vanaf oktober 2022.",
		},
		29: {
			"{b|augustus 2024}\n{s0|●}Tijdelijke bescherming{r|83.240, voorlopig}\n{s1|■}Rijksregister{r|[z] niet verwacht}",
			"augustus 2024, personen: Tijdelijke bescherming: 83.240, voorlopig; Rijksregister: niet verwacht.",
		},
	} {
		if diff := cmp.Diff(want, [2]string{o.Wide.Tips[place], o.Said[place]}); diff != "" {
			t.Errorf("place %d (-want +got):\n%s", place, diff)
		}
	}
	c := examples(t)["line-gap"]
	c.Series[0].Points[4].State, c.Series[0].Points[7].State, c.Series[0].Points[8].State = Hidden, CannotExist, NotExpected
	o = readOption(t, c)
	want := []string{
		"{b|juin 2022}\n[x] non transmis", "{b|juillet 2022}\n[c] masqué pour protéger les personnes", "{b|octobre 2022}\n[z] sans objet\u00a0: ne peut pas exister",
		"{b|décembre 2022}\n1\u202f735 personnes",
	}
	if diff := cmp.Diff(want, []string{o.Wide.Tips[3], o.Wide.Tips[4], o.Wide.Tips[7], o.Wide.Tips[8]}); diff != "" {
		t.Errorf("tips (-want +got):\n%s", diff)
	}
	c.Percent, c.Decimals, c.Unit = true, 1, "%"
	c.Series = []Series{series(t, "Part", "-12.5 2 3.5~ 4> 5 6 7 8 9 1 2 3 4 5 6")}
	o = readOption(t, c)
	wantTip, wantSaid := []string{"{b|mars 2022}\n−12,5\u00a0%", "{b|mai 2022}\nenviron 3,5\u00a0%", "{b|juin 2022}\n>\u00a04,0\u00a0%"},
		[]string{"mars 2022\u00a0: moins 12,5\u00a0%.", "mai 2022\u00a0: environ 3,5\u00a0%.", "juin 2022\u00a0: plus de 4,0\u00a0%."}
	if diff := cmp.Diff(append(wantTip, wantSaid...), []string{o.Wide.Tips[0], o.Wide.Tips[2], o.Wide.Tips[3], o.Said[0], o.Said[2], o.Said[3]}); diff != "" {
		t.Errorf("percentages (-want +got):\n%s", diff)
	}
}

// TestTipsOfDates: what happened in a month is said of the dates in it, and a break
// of the first date after it.
func TestTipsOfDates(t *testing.T) {
	c := examples(t)["line-dated"]
	c.Events = []Event{{at(t, "2023-03"), "Verlengd"}, {at(t, "2022-08"), "Zonder telling"}}
	c.Breaks = []Break{{At: at(t, "2023-02"), Note: "N"}}
	o := readOption(t, c)
	got := map[string]string{}
	for _, s := range o.Said {
		when, _, _ := strings.Cut(s, ",")
		for _, word := range []string{"Verlengd", "Zonder telling", "Breuk"} {
			if strings.Contains(s, word) {
				got[word] += when
			}
		}
	}
	if diff := cmp.Diff(map[string]string{"Verlengd": "31 maart 2023", "Breuk": "23 februari 2023"}, got); diff != "" {
		t.Errorf("said (-want +got):\n%s\n%s", diff, strings.Join(o.Said, "\n"))
	}
}
