package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

const statement = `accessibility:
  status: partial
  standard: WCAG 2.2
  date: 2022-08-01
  method: {nl: Eigen beoordeling., en: Self-assessment.}
  limits:
    - {what: {nl: Werkmappen, en: Workbooks}, why: untested}
    - {what: {nl: Tekeningen, en: Drawings}, why: defect, instead: {nl: De tabellen., en: The tables.}}
    - {what: {nl: Oude brieven, en: Old letters}, why: untested}
  complaint: {text: {nl: De ombudsman., en: The ombudsman.}, url: "https://ombudsman.example/"}
`

// TestAccessibilityStatement: the page says what ronde.yaml says, by reason; the
// site's own contact answers where the statement names none.
func TestAccessibilityStatement(t *testing.T) {
	w := smallWorld(t)
	w.write("ronde.yaml", string(w.files["ronde.yaml"].Data)+statement)
	all := outputs(t, w.site("2022-08-10"))
	p := pageAt[*site.Accessibility](t, all, "en/accessibility/")
	want := []site.LimitGroup{
		{Reason: site.LimitDefect, Limits: []site.Limit{{What: "Drawings", Instead: "The tables."}}},
		{Reason: site.LimitUntested, Limits: []site.Limit{{What: "Workbooks"}, {What: "Old letters"}}},
	}
	if diff := cmp.Diff(want, p.Limits); diff != "" {
		t.Errorf("limits (-want +got):\n%s", diff)
	}
	if p.Conformity != site.ConformityPartial || p.Standard != "WCAG 2.2" || p.Assessed.Text != "1 August 2022" || p.Reviewed.Text != "" || p.SiteAddress != landAddress+"en/" ||
		p.Method != "Self-assessment." || p.Complaint != "The ombudsman." || p.Complaints != "https://ombudsman.example/" || p.Contact != (site.Link{Text: "Editors, redactie@cijfers.example", Href: "mailto:redactie@cijfers.example"}) {
		t.Errorf("%+v", p)
	}
	more := all["en/data/index.html"].Page.Common().More
	if last := more[len(more)-1]; last.Section != site.SectionAccessibility || last.Href != "../accessibility/" {
		t.Errorf("the foot leads to %+v", last)
	}
	if found := indexOf(t, all, "nl").find("werkmappen"); !cmp.Equal(found, []string{"text accessibility/"}) {
		t.Errorf("the search finds %q", found)
	}
}

// TestNoStatement: who states nothing has no page and no link to one.
func TestNoStatement(t *testing.T) {
	all := outputs(t, smallWorld(t).site("2022-08-10"))
	if all["nl/accessibility/index.html"].Page != nil {
		t.Error("there is a statement")
	}
	for _, m := range all["nl/index.html"].Page.Common().More {
		if m.Section == site.SectionAccessibility {
			t.Error("the foot leads to a statement")
		}
	}
}
