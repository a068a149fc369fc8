package site_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// searchIndex is the index as the script reads it.
type searchIndex struct {
	Format    string
	Kinds     []string
	Titles    []string
	Addresses []string
	Kind      []int
	Within    []string
	Texts     []string
	Langs     []string
	Words     string
	Hits      [][]int
}

func indexOf(t *testing.T, all map[string]site.Output, lang string) *searchIndex {
	t.Helper()
	x := &searchIndex{}
	if err := json.Unmarshal(all[lang+"/search/index.json"].Content, x); err != nil {
		t.Fatal(err)
	}
	n := len(x.Titles)
	if len(x.Addresses) != n || len(x.Kind) != n || len(x.Within) != n || len(x.Texts) != n || len(x.Langs) != n || len(x.Hits) != len(strings.Fields(x.Words)) {
		t.Fatal("the columns of the index are not equally long")
	}
	return x
}

// find gives the addresses of the pages that hold a folded word, each with the
// place where it counts most.
func (x *searchIndex) find(word string) []string {
	i := slices.Index(strings.Fields(x.Words), word)
	if i < 0 {
		return nil
	}
	var found []string
	for _, hit := range x.Hits[i] {
		found = append(found, [3]string{"title", "heading", "text"}[hit%3]+" "+x.Addresses[hit/3])
	}
	return found
}

// correctedWorld has a report in two editions, one in one, and pages of text of
// which one speaks Dutch only.
func correctedWorld(t *testing.T) *world {
	w := releasedWorld(t)
	w.correct("2022-07", "2022-09-25", "revision", "nl", "Een herziening.")
	return w
}

// TestEveryPageIsFound: all pages but those that lead on, and each report once, as
// it stands, before its figures that no later report has. Reports come last, the
// newest first.
func TestEveryPageIsFound(t *testing.T) {
	all := outputs(t, correctedWorld(t).site("2022-10-01"))
	want := []string{
		"about/", "corrections/", "indicators/attestations/", "data/attestations/", "methods/attestations/", "", "indicators/minors/", "data/minors/", "methods/minors/",
		"indicators/referrals/", "data/referrals/", "methods/referrals/", "data/registered/", "methods/registered/", "indicators/registered/",
		"indicators/referral-share/", "data/", "deliveries/", "glossary/", "methods/", "organisations/", "organisations/dvz/", "organisations/fedasil/",
		"reports/",
	}
	x := indexOf(t, all, "en")
	got := slices.Clone(x.Addresses)
	reports := []string{
		"reports/2022-08/", "reports/2022-08/v1/figures/key/", "reports/2022-08/v1/figures/months/",
		"reports/2022-07/", "reports/2022-07/changes/", "reports/2022-07/v2/figures/both/", "reports/2022-07/v2/figures/regions/",
	}
	first := len(got) - len(reports)
	if diff := cmp.Diff(reports, got[first:]); diff != "" {
		t.Errorf("last come the reports (-want +got):\n%s", diff)
	}
	got = slices.DeleteFunc(got[:first], func(address string) bool { return strings.HasPrefix(address, "glossary/#") })
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	var listed []string
	for _, l := range pageAt[*site.Search](t, all, "en/search/").Letters {
		for _, e := range l.Entries {
			listed = append(listed, strings.TrimPrefix(e.Href, "../"))
		}
	}
	if len(listed) != len(x.Addresses) {
		t.Errorf("%d pages in the list, %d in the index", len(listed), len(x.Addresses))
	}
	for _, address := range x.Addresses {
		if !slices.Contains(listed, address) {
			t.Errorf("%q is not in the list", address)
		}
	}
}

func TestWordsOfTheIndex(t *testing.T) {
	w := correctedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	x := indexOf(t, all, "en")
	for _, test := range []struct {
		word string
		want []string // among others
	}{
		{"certificates", []string{"title indicators/attestations/", "title data/attestations/", "text indicators/referral-share/", "heading reports/2022-07/"}},
		{"received", []string{"text indicators/attestations/"}},
		{"papers", []string{"text indicators/attestations/", "text data/attestations/", "text methods/attestations/"}}, // a former name
		{"flanders", []string{"text indicators/referrals/"}},                                                           // a label of a code
		{"registered", []string{"title indicators/registered/", "text indicators/attestations/"}},                      // a look-alike
		{"io", []string{"heading data/attestations/", "text indicators/attestations/", "text deliveries/"}},
		{"wij", []string{"text about/"}}, // a page in another language
		{"kop", []string{"heading methods/"}},
	} {
		found := x.find(test.word)
		for _, want := range test.want {
			if !slices.Contains(found, want) {
				t.Errorf("%s: %q, want %q among them", test.word, found, want)
			}
		}
	}
	for _, word := range []string{"66177", "woord"} { // a hidden value; a reason that only the status panel gives
		if found := x.find(word); found != nil {
			t.Errorf("%s: %q", word, found)
		}
	}
	about := slices.Index(x.Addresses, "about/")
	if x.Langs[about] != "nl" || x.Titles[about] != "Over" || x.Kinds[x.Kind[about]] != "about" {
		t.Errorf("about: %q in %q, %q", x.Titles[about], x.Langs[about], x.Kinds[x.Kind[about]])
	}
	if deliveries := slices.Index(x.Addresses, "deliveries/"); x.Titles[deliveries] != "deliveries" {
		t.Errorf("a page that the theme names is called %q", x.Titles[deliveries])
	}
}

// TestWordsOfTheGlossary: each stands at its own place in the page, under the name
// that the theme gives it.
func TestWordsOfTheGlossary(t *testing.T) {
	s := smallWorld(t).site("2022-08-10")
	s.Names = map[string]site.Names{"nl": {
		Kinds:    map[site.Kind]string{site.KindGlossary: "Begrippen"},
		Terms:    map[site.GlossaryWord]string{site.WordEdition: "Editie"},
		Meanings: map[site.GlossaryWord]string{site.WordEdition: "Een uitgebrachte, verzegelde versie."},
	}}
	all := outputs(t, s)
	x := indexOf(t, all, "nl")
	at := slices.Index(x.Addresses, "glossary/#edition")
	if at < 0 || x.Titles[at] != "Editie" || x.Texts[at] != "Een uitgebrachte, verzegelde versie." || x.Kinds[x.Kind[at]] != "Begrippen" {
		t.Fatalf("the word is at %d of %q", at, x.Addresses)
	}
	if found := x.find("verzegelde"); !slices.Equal(found, []string{"text glossary/#edition"}) {
		t.Errorf("its meaning finds %q", found)
	}
	if found := x.find("vintage"); !slices.Equal(found, []string{"title glossary/#vintage"}) {
		t.Errorf("a word without a name finds %q", found)
	}
	for _, l := range pageAt[*site.Search](t, all, "nl/search/").Letters {
		for _, e := range l.Entries {
			if e.Title == "Editie" && (e.Href != "../glossary/#edition" || e.Kind != site.KindGlossary || l.Anchor != "e") {
				t.Errorf("under %s: %+v", l.Letter, e)
			}
		}
	}
}

// TestLettersOfTheList: titles stand under their letter without its accent, what
// begins with a figure first.
func TestLettersOfTheList(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/indicators.yaml", "nl: Attesten, en", "nl: Één attest, en")
	w.replace("data/indicators.yaml", "nl: Ingeschreven, en", "nl: “10 maart” geteld, en")
	w.replace("data/indicators.yaml", "nl: Doorverwijzingen, en", "nl: Eten, en")
	letters := pageAt[*site.Search](t, outputs(t, w.site("2022-08-10")), "nl/search/").Letters
	var anchors, e []string
	for _, l := range letters {
		anchors = append(anchors, l.Anchor+" "+l.Letter)
		if l.Anchor == "e" {
			for _, entry := range l.Entries {
				if entry.Kind == site.KindIndicator {
					e = append(e, entry.Title)
				}
			}
		}
	}
	if diff := cmp.Diff([]string{"Één attest", "Eten"}, e); diff != "" {
		t.Errorf("under E (-want +got):\n%s", diff)
	}
	if anchors[0] != "0 0–9" || !slices.IsSorted(anchors) {
		t.Errorf("letters: %q", anchors)
	}
	if entry := letters[0].Entries[0]; entry.Title != "“10 maart” geteld" || entry.Kind != site.KindIndicator || entry.Href != "../indicators/registered/" {
		t.Errorf("%+v", entry)
	}
}

// TestSearchOfAnEmbargo: what is not out is not found.
func TestSearchOfAnEmbargo(t *testing.T) {
	w := smallWorld(t)
	w.replace("content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nembargo: 2022-10-01")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	for _, test := range []struct {
		date string
		out  bool
	}{{"2022-09-30", false}, {"2022-10-01", true}} {
		x := indexOf(t, outputs(t, w.site(test.date)), "nl")
		if out := slices.Contains(x.Addresses, "reports/2022-08/"); out != test.out {
			t.Errorf("%s: found %t", test.date, out)
		}
		if found := x.find("augustus") != nil; found != test.out {
			t.Errorf("%s: its month is found %t", test.date, found)
		}
	}
}
