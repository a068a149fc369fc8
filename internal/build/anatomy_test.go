package build

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// anatomy holds what a report has to tell and in which order, on every report page
// of a site: which edition, of when, corrections, key figures, main points,
// sections, what is missing, definitions, how to cite.
func anatomy(t *testing.T, files map[string]string) {
	t.Helper()
	reports, figures := 0, 0
	for name, content := range files {
		if !strings.Contains(content, `<body data-kind="report">`) {
			continue
		}
		reports++
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		p := reportPage{t, name, root}
		p.order()
		p.head()
		for _, tile := range p.all(".kf .lead, .kf .tiles > li") {
			reportPage{t, name, tile}.keyFigure()
		}
		if n := len(p.all(".points li")); n == 0 || n > 6 {
			t.Errorf("%s: %d main points", name, n)
		}
		for _, figure := range p.all("figure") {
			figures++
			reportPage{t, name, figure}.figure(files)
		}
		p.some(1, "#_news", "section[aria-labelledby=_coverage] .frac", "section[aria-labelledby=_definitions] .def dt")
		p.some(1, "section[aria-labelledby=_cite] .cite a", "section[aria-labelledby=_cite] a[rel=license]", "section[aria-labelledby=_cite] a[href^='mailto:']")
		p.some(1, "section[aria-labelledby=_cite] a[href$='.xlsx']")
	}
	if reports < 40 || figures < 150 {
		t.Errorf("%d report pages with %d figures", reports, figures)
	}
}

// A reportPage is a report page, or a part of one.
type reportPage struct {
	t    *testing.T
	name string
	root *html.Node
}

func (p reportPage) all(selector string) []*html.Node {
	return cascadia.QueryAll(p.root, cascadia.MustCompile(selector))
}

// some checks that each selector is met at least so often.
func (p reportPage) some(least int, selectors ...string) {
	p.t.Helper()
	for _, selector := range selectors {
		if got := len(p.all(selector)); got < least {
			p.t.Errorf("%s: %d × %s", p.name, got, selector)
		}
	}
}

// parts are those of a report, in their order.
var parts = regexp.MustCompile(`^status h1 dates (notices )?key-figures main-points (section )*coverage (revisions )?definitions numbers cite$`)

// marksOfParts are what tells that a part begins.
var marksOfParts = map[string]cascadia.Selector{
	"status": cascadia.MustCompile(".status[aria-label]"), "h1": cascadia.MustCompile("h1"), "dates": cascadia.MustCompile(".fold"),
	"notices": cascadia.MustCompile("dl.meta.wide"), "key-figures": cascadia.MustCompile("#_key-figures"), "main-points": cascadia.MustCompile("#_main-points"),
	"section": cascadia.MustCompile("h2:not([id^=_])"), "coverage": cascadia.MustCompile("#_coverage"), "revisions": cascadia.MustCompile("#_revisions"), "definitions": cascadia.MustCompile("#_definitions"),
	"numbers": cascadia.MustCompile("#_numbers"), "cite": cascadia.MustCompile("#_cite"),
}

func (p reportPage) order() {
	var order []string
	for _, n := range p.all("main *") {
		for name, begins := range marksOfParts {
			if begins.Match(n) {
				order = append(order, name)
			}
		}
	}
	if got := strings.Join(order, " "); !parts.MatchString(got) {
		p.t.Errorf("%s: %s", p.name, got)
	}
}

func (p reportPage) head() {
	p.some(1, ".status .editions a", ".fold summary time", ".fold .owners")
	dates := 5
	if len(p.all(".status .editions a")) > 1 {
		dates = 4 // a correction does not announce a report that has come since
	}
	if n := len(p.all(".fold .meta dt")); n < dates || n > 5 {
		p.t.Errorf("%s: %d dates and contacts", p.name, n)
	}
}

// keyFigure: a number says what, for when, up or down against two earlier ones, how
// firm it is, who says so, and what it means.
func (p reportPage) keyFigure() {
	what := strings.TrimSpace(textOf(p.all("h3")[0]))
	p.name += ", " + what
	p.some(1, ".num .big", ".unit", "a[href^='#def-']")
	if len(p.all(".num .tag")) == 0 && len(p.all(".big small")) == 0 && len(p.all(".num .vh")) == 0 {
		p.t.Errorf("%s: no word says how firm the number is", p.name)
	}
	for _, change := range p.all(".delta dd") {
		text := textOf(change)
		if compared := regexp.MustCompile(`\d`).MatchString(text) && strings.Contains(text, "("); compared && !regexp.MustCompile(`\((.*; )?\p{Zs}?(basis|base|Basis)\s`).MatchString(text) {
			p.t.Errorf("%s: the change %q has no base in brackets", p.name, text)
		}
	}
	if n := len(p.all(".delta > div")); n > 2 {
		p.t.Errorf("%s: %d changes", p.name, n)
	}
}

// figure: title, picture or open table, table on demand, files with their sizes, an
// address of its own, source. The button of interactive charts is not of it: it is
// there only where the theme was built with npm.
func (p reportPage) figure(files map[string]string) {
	p.name += ", " + strings.TrimSpace(textOf(p.all("h3")[0]))
	p.some(1, "figcaption h3", "table caption", ".tools a[href$='.csv']", ".tools a[href$='.xlsx']", ".notes li:last-child")
	if len(p.all("picture")) > 0 {
		p.some(1, "details table", ".tools a[href$='.svg']")
	}
	links := p.all(".tools li:not(.try) a")
	if len(links) == 0 {
		p.t.Fatalf("%s: no links", p.name)
	}
	address := ""
	for _, a := range links[0].Attr {
		if a.Key == "href" {
			address = a.Val
		}
	}
	page, _, _ := strings.Cut(p.name, ", ")
	if to := path.Join(path.Dir(page), address) + "/index.html"; !strings.Contains(files[to], `<body data-kind="figure">`) {
		p.t.Errorf("%s: no page of the figure at %s", p.name, to)
	}
	for _, a := range links[1:] {
		if !strings.Contains(textOf(a), "kB)") {
			p.t.Errorf("%s: a file without its size: %s", p.name, textOf(a))
		}
	}
}
