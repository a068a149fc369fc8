package site_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/archive"
	"ronde/internal/site"
)

// TestDeterministic: the same site gives the same outputs in the same order.
func TestDeterministic(t *testing.T) {
	w := releasedWorld(t)
	once, again := w.site("2022-10-01"), w.site("2022-10-01")
	var first []site.Output
	for o := range once.Outputs() {
		first = append(first, o)
	}
	i := 0
	for o := range again.Outputs() {
		if i >= len(first) || o.Path != first[i].Path || !bytes.Equal(o.Content, first[i].Content) || !cmp.Equal(o.Page, first[i].Page) {
			t.Fatalf("output %d, %s, differs", i, o.Path)
		}
		i++
	}
	if i != len(first) || i < 100 {
		t.Errorf("%d outputs, then %d", len(first), i)
	}
}

// TestStops: nothing more is made when nobody wants more, wherever that is.
func TestStops(t *testing.T) {
	s := releasedWorld(t).site("2022-10-01")
	total := len(outputs(t, s))
	for _, after := range []int{1, 2, 3, 10, 40, total - 1} {
		n := 0
		for range s.Outputs() {
			if n++; n == after {
				break
			}
		}
		if n != after {
			t.Errorf("stopped after %d instead of %d", n, after)
		}
	}
}

// TestHiddenStaysHidden: no page, picture or file holds a value that the wall
// kept back, or the address of a cell that only it has.
func TestHiddenStaysHidden(t *testing.T) {
	w := releasedWorld(t)
	_, pages := published(t, w.site("2022-10-01"))
	for path, content := range pages {
		for _, digits := range []string{"66177", "66.177", "66,177", "66 177"} {
			if strings.Contains(content, digits) {
				t.Errorf("%s holds %s, which is hidden", path, digits)
			}
		}
		if strings.Contains(path, "minors") && strings.Contains(content, "BE-WAL") {
			t.Errorf("%s names a cell that was left out", path)
		}
	}
	if !strings.Contains(pages["nl/data/minors/minors.csv"], "66613") {
		t.Error("the total, which is safe, is not there either")
	}
}

// sealedFields gives the text of every sealed field of a page by its path.
func sealedFields(page site.Page) map[string]string {
	fields := map[string]string{}
	var walk func(v reflect.Value, path string, sealed bool)
	walk = func(v reflect.Value, path string, sealed bool) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), path, sealed)
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), sealed)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				walk(v.Field(i), path+"."+f.Name, f.Tag.Get("sealed") == "yes")
			}
		case reflect.String:
			if sealed {
				fields[path] = v.String()
			}
		}
	}
	walk(reflect.ValueOf(page).Elem(), "", false)
	return fields
}

// TestSealedTextStays: whatever becomes of today's codebook, the sealed text of
// every edition of every report stays as it was. Each round changes some words,
// codes, units and decimals of the shared inputs at random.
func TestSealedTextStays(t *testing.T) {
	w := releasedWorld(t)
	w.correct("2022-07", "2022-09-25", "editorial", "nl", "Een woord.")
	reports := func() map[string]map[string]string {
		found := map[string]map[string]string{}
		for path, o := range outputs(t, w.site("2022-10-01")) {
			switch o.Page.(type) {
			case *site.Report, *site.Changes, *site.FigurePage, *site.Embed:
				found[path] = sealedFields(o.Page)
			}
		}
		return found
	}
	before := reports()
	if n := len(before["nl/reports/2022-07/v1/index.html"]); n < 100 {
		t.Fatalf("only %d sealed fields", n)
	}
	edits := []struct{ file, was, is string }{
		{"data/indicators.yaml", "nl: Attesten, en: Certificates", "nl: Papieren, en: Papers"},
		{"data/indicators.yaml", "nl: Personen die een attest kregen.", "nl: Iets anders."},
		{"data/indicators.yaml", "{nl: personen, en: persons}", "{nl: mensen, en: people}"},
		{"data/indicators.yaml", "decimals: 1", "decimals: 3"},
		{"data/codelists/geo.yaml", "{nl: Vlaanderen, en: Flanders}", "{nl: Het noorden, en: The north}"},
		{"data/codelists/geo.yaml", "{nl: Gebied, en: Area}", "{nl: Plaats, en: Place}"},
		{"data/codelists/geo.yaml", "level: region, parent: BE, label: {nl: Wallonië", "parent: BE, label: {nl: Wallonië"},
		{"data/organisations.yaml", "{nl: DVZ, en: IO}", "{nl: Dienst, en: Office}"},
		{"data/organisations.yaml", "cijfers@dvz.example", "ander@dvz.example"},
		{"data/events.yaml", "nl: Vanaf juni anders geteld.", "nl: Niets."},
		{"data/events.yaml", "date: 2022-06-01", "date: 2022-07-01"},
		{"data/datasets/attestations.yaml", "rhythm: monthly", "rhythm: irregular"},
		{"data/datasets/attestations.yaml", "nl: Attesten per maand", "nl: Papieren per maand"},
		{"content/reports/figures.yaml", "Juni blijft boven juli", "Een andere titel"},
		{"content/reports/2022-07/report.nl.md", "In juli", "Nu"},
		{"ronde.yaml", "nl: Ontheemden, en", "nl: Anderen, en"},
		{"ronde.yaml", "nl: Ontheemden in België", "nl: Een andere naam"},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 8 {
		kept := map[string]string{}
		var done []string
		for _, e := range edits {
			if random.IntN(2) == 0 {
				continue
			}
			if _, known := kept[e.file]; !known {
				kept[e.file] = string(w.files[e.file].Data)
			}
			w.replace(e.file, e.was, e.is)
			done = append(done, e.is)
		}
		if diff := cmp.Diff(before, reports()); diff != "" {
			t.Errorf("round %d, after %q (-was +is):\n%s", round, done, diff)
		}
		for file, content := range kept {
			w.write(file, content)
		}
	}
}

// TestWordsOfToday: a changed label changes folded pages, and a changed number of
// decimals does not change a number until it is released.
func TestWordsOfToday(t *testing.T) {
	w := releasedWorld(t)
	w.replace("data/indicators.yaml", "nl: Attesten, en: Certificates", "nl: Papieren, en: Papers")
	w.replace("data/indicators.yaml", "decimals: 1", "decimals: 3")
	all := outputs(t, w.site("2022-10-01"))
	if p := pageAt[*site.Indicator](t, all, "en/indicators/attestations/"); p.Name != "Papers" {
		t.Errorf("name %q", p.Name)
	}
	if p := pageAt[*site.Indicator](t, all, "en/indicators/referral-share/"); p.Latest.Number.Text != "25.4%" {
		t.Errorf("value %q", p.Latest.Number.Text)
	}
}

// TestEmbargo: before its day an edition is nowhere.
func TestEmbargo(t *testing.T) {
	w := smallWorld(t)
	w.replace("content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nembargo: 2022-10-01")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	book := w.book()
	for _, test := range []struct {
		date string
		want int
	}{{"2022-09-30", 1}, {"2022-10-01", 2}} {
		on := day(t, test.date)
		if got := len(archive.Fold(book, w.editions, &on).Reports); got != test.want {
			t.Errorf("%s: %d reports, want %d", test.date, got, test.want)
		}
	}
	for path, o := range outputs(t, w.site("2022-09-30")) {
		if strings.Contains(path, "2022-08/") || bytes.Contains(o.Content, []byte("3111")) {
			t.Errorf("%s is out before its day", path)
		}
	}
}
