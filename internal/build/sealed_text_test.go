package build

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/cascadia"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"ronde/internal/diag"
	"ronde/internal/render"
	"ronde/internal/theme"
	"ronde/themes"
)

// What is sealed stays as it was, to the letter, whatever becomes of what is
// shared with later rounds and of what never goes into a report: that is the
// promise of `[data-edition]`. An edit below changes one such file at random.

// An edit is a change that leaves a site without errors.
type edit struct {
	name string
	do   func(*rand.Rand, fstest.MapFS)
}

var words = []string{"Anders", "Ganz neu", "x", "[9 999](#n1)", "*ster*", "<b>", "é “ü” €", "{{x}}", "12 345", "Attesten"}

func word(r *rand.Rand) string { return words[r.IntN(len(words))] }

// swap replaces one of the places at which a text stands in a file.
func swap(r *rand.Rand, fsys fstest.MapFS, name, was, is string) {
	content := string(fsys[name].Data)
	n := strings.Count(content, was)
	if n == 0 {
		panic(fmt.Sprintf("%s does not hold %q", name, was))
	}
	at := 0
	for range r.IntN(n) + 1 {
		at += strings.Index(content[at:], was) + len(was)
	}
	fsys[name] = &fstest.MapFile{Data: []byte(content[:at-len(was)] + is + content[at:])}
}

func quoted(text string) string { return `"` + text + `"` }

// labels swaps one of the words of a file for others.
func labels(name string, old ...string) func(*rand.Rand, fstest.MapFS) {
	return func(r *rand.Rand, fsys fstest.MapFS) {
		for range 1 + r.IntN(3) {
			was := old[r.IntN(len(old))]
			if bytes.Contains(fsys[name].Data, []byte(was)) {
				key, _, _ := strings.Cut(was, ":")
				swap(r, fsys, name, was, key+": "+quoted(word(r)))
			}
		}
	}
}

func put(fsys fstest.MapFS, name, content string) {
	fsys[name] = &fstest.MapFile{Data: []byte(content)}
}

var edits = []edit{
	// Shared inputs.
	{"labels of indicators", labels("data/indicators.yaml", "nl: Attesten", "en: Certificates", "nl: Doorverwijzingen", "en: Referrals", "nl: personen", "en: persons", "one: persoon")},
	{"definitions", labels("data/indicators.yaml", "nl: Personen die een attest kregen.", "en: Persons who received a certificate.", "en: Persons who were referred.")},
	{"labels of codes", labels("data/codelists/geo.yaml", "nl: België", "en: Belgium", "nl: Vlaanderen", "en: Flanders", "nl: gebied")},
	{"names of organisations", labels("data/organisations.yaml", "name: Fedasil", "nl: DVZ", "en: Immigration Office", "nl: Dienst Vreemdelingenzaken")},
	{"names of datasets", labels("data/datasets/attestations.yaml", "nl: Attesten per maand", "en: Certificates by month")},
	{"the title of the site", labels("ronde.yaml", "nl: Ontheemden in België", "en: Displaced persons in Belgium", "nl: Ontheemden", "en: Displaced persons")},
	{"a code more", func(r *rand.Rand, fsys fstest.MapFS) {
		put(fsys, "data/codelists/geo.yaml", string(fsys["data/codelists/geo.yaml"].Data)+"  - {code: BE-X, level: region, parent: BE, label: "+quoted(word(r))+", from: 2022-09}\n")
	}},
	{"the description of a contract", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "data/datasets/attestations.yaml", "delivers:", "description: "+quoted(word(r))+"\ndelivers:")
	}},
	{"a contract that asks for more", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "data/datasets/referrals.yaml", "layout: long", "jump: 1\nlayout: long")
	}},
	{"decimals and tolerance", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "data/indicators.yaml", "decimals: 1", "decimals: 2")
		swap(r, fsys, "data/indicators.yaml", "tolerance: 5", "tolerance: 500")
	}},
	{"how a total comes about", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "data/indicators.yaml", "how: both, tolerance: 5", "how: delivered")
	}},
	{"an event", func(r *rand.Rand, fsys fstest.MapFS) {
		put(fsys, "data/events.yaml", "ronde: 1\nevents:\n  - {id: e, date: 2022-0"+fmt.Sprint(6+r.IntN(3))+"-01, kind: break, label: "+quoted(word(r))+", note: "+quoted(word(r))+", indicators: [attestations]}\n")
	}},
	{"titles of recurring figures", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "content/reports/figures.yaml", "{{attestations}} certificates", "Another title")
	}},
	{"the kind of a recurring figure", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "content/reports/figures.yaml", "kind: column", "kind: "+[]string{"line", "table", "bar\n    across: period"}[r.IntN(2)])
	}},
	{"recurring figures that come and go", func(r *rand.Rand, fsys fstest.MapFS) {
		if r.IntN(2) == 0 {
			delete(fsys, "content/reports/figures.yaml")
			return
		}
		put(fsys, "content/reports/figures.yaml", string(fsys["content/reports/figures.yaml"].Data)+"  - id: more\n    kind: line\n    series: [{indicator: referrals}]\n")
	}},
	{"licence and contact", func(r *rand.Rand, fsys fstest.MapFS) {
		swap(r, fsys, "ronde.yaml", "name: CC BY 4.0", "name: "+quoted(word(r)))
		put(fsys, "ronde.yaml", string(fsys["ronde.yaml"].Data)+"contact: {role: "+quoted(word(r))+", email: x@cijfers.example}\nnotice: "+quoted(word(r))+"\n")
	}},
	// What is never an input.
	{"a later drop that revises", func(r *rand.Rand, fsys fstest.MapFS) {
		put(fsys, "data/drops/2022-09/dvz/attestations.csv", fmt.Sprintf("maand;gebied;attesten\n2022-07;BE;3.%d\n2022-08;BE;3.1%d\n2022-09;BE;2.9%d\n", 100+r.IntN(50), 10+r.IntN(90), 10+r.IntN(90)))
		put(fsys, "data/drops/2022-09/dvz/attestations.yaml", "ronde: 1\nreceived: 2022-10-05\nchanged: {nl: Herzien., en: Revised.}\n")
	}},
	{"home, about and methods", func(r *rand.Rand, fsys fstest.MapFS) {
		for _, page := range []string{"home", "about", "methods"} {
			put(fsys, "content/"+page+".nl.md", "---\ntitle: Pagina\ndescription: Anders\n---\n\nTekst over {{attestations period=2022-07}} personen.\n")
		}
	}},
	{"words of the theme", func(r *rand.Rand, fsys fstest.MapFS) {
		put(fsys, "ronde.yaml", string(fsys["ronde.yaml"].Data)+"theme: house\n")
		put(fsys, "themes/house/texts/en.yaml", "ronde: 1\nmenu: {reports: Woorden "+fmt.Sprint(r.IntN(9))+"}\nfigure: {definition: Anders}\n")
	}},
	{"the draft of a later round", func(r *rand.Rand, fsys fstest.MapFS) {
		put(fsys, "content/reports/2022-09/report.yaml", "ronde: 1\ncutoff: 2022-10-15\n")
		put(fsys, "content/reports/2022-09/report.nl.md", "Tekst "+word(r)[:1]+".\n")
	}},
}

func TestSharedInputsLeaveSealedTextAlone(t *testing.T) {
	base := released(t)
	before := reportPages(t, base)
	want := sealedText(t, before)
	reports := 0
	for name, texts := range want {
		if strings.Contains(name, "/figures/") { // a page of one figure, or the figure alone
			if len(texts) == 0 {
				t.Errorf("%s has no sealed text", name)
			}
			continue
		}
		reports++
		if len(texts) < 20 {
			t.Fatalf("%s has %d sealed texts", name, len(texts))
		}
		all := strings.Join(texts, "\n")
		for _, words := range [][2]string{{"Personen die een attest kregen.", "Persons who received a certificate."}, {"Vlaanderen", "Flanders"}, {"DVZ", "Immigration Office"}, {"7.278", "7,278"}} {
			if !strings.Contains(all, words[0]) && !strings.Contains(all, words[1]) {
				t.Errorf("%s: %q is not marked as sealed", name, words)
			}
		}
	}
	if reports < 8 {
		t.Fatalf("%d report pages: want two reports, in two languages, latest and v1", reports)
	}
	moved := 0 // edits that the rest of a page shows
	for i, chosen := range choices(rand.New(rand.NewPCG(11, 12))) {
		r := rand.New(rand.NewPCG(13, uint64(i)))
		fsys := maps.Clone(base)
		var names []string
		for _, n := range chosen {
			if e := edits[n]; !clash(names, e.name) {
				e.do(r, fsys)
				names = append(names, e.name)
			}
		}
		after := reportPages(t, fsys)
		if diff := cmp.Diff(want, sealedText(t, after)); diff != "" {
			t.Errorf("after %q: -before +after:\n%s", names, diff)
		}
		if t.Failed() {
			return
		}
		if !maps.Equal(before, after) {
			moved++
		}
	}
	if moved < 4 {
		t.Errorf("only %d edits reach a page at all", moved)
	}
}

// choices says which edits are made together: each one once with a neighbour,
// then many at once.
func choices(r *rand.Rand) [][]int {
	all := slices.Collect(slices.Chunk(r.Perm(len(edits)), 2))
	for range 3 {
		all = append(all, r.Perm(len(edits))[:len(edits)/2])
	}
	return all
}

// clash reports whether two edits change the same words.
func clash(names []string, name string) bool {
	for _, pair := range [][2]string{
		{"recurring figures that come and go", "titles of recurring figures"}, {"recurring figures that come and go", "the kind of a recurring figure"},
		{"decimals and tolerance", "how a total comes about"},
	} {
		if (pair[0] == name && slices.Contains(names, pair[1])) || (pair[1] == name && slices.Contains(names, pair[0])) {
			return true
		}
	}
	return false
}

// reportPages renders the report pages of a site as a build does, without the
// stage. Only a site with a theme of its own loads one: it takes most of the time.
func reportPages(t *testing.T, fsys fstest.MapFS) map[string]string {
	t.Helper()
	w := read(fsys)
	w.lock(nil)
	w.compileDrafts()
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(t, found)
	}
	if err := w.foldEditions(Options{}); err != nil {
		t.Fatal(err)
	}
	if w.theme = defaultTheme(); w.book.Site.Theme.IsSet() {
		w.theme = w.loadTheme()
	}
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(t, found)
	}
	pages := map[string]string{}
	for output := range w.site(Options{}).Outputs() {
		if output.Page == nil || !strings.Contains(output.Path, "/reports/2022-") {
			continue
		}
		content, err := render.Render(w.theme, output.Page)
		if err != nil {
			t.Fatal(err)
		}
		pages[output.Path] = string(content)
	}
	return pages
}

// defaultTheme is the default theme in the languages of the base site.
var defaultTheme = sync.OnceValue(func() *theme.Theme {
	return theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, nil, []string{"nl", "en"}, &diag.List{})
})

// sealedText gives the text of the elements that hold sealed text, by page.
func sealedText(t testing.TB, pages map[string]string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for name, content := range pages {
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range cascadia.QueryAll(root, marked) {
			found[name] = append(found[name], textOf(n))
		}
	}
	return found
}

var marked = cascadia.MustCompile("[data-edition]")

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
