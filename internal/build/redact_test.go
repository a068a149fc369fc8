package build

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ronde/internal/diag"
)

// fingerprint is a hash, whose digits mean nothing.
var fingerprint = regexp.MustCompile(`"ronde/v1": "[^"]*"`)

// inAllForms prints findings in each of the forms in which others read them.
func inAllForms(t *testing.T, found []diag.Diagnostic, excerpt func(string, int) (string, bool)) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, write := range map[string]func(b *bytes.Buffer) error{
		"text": func(b *bytes.Buffer) error { return diag.WriteText(b, found, excerpt, diag.TextOptions{Limit: -1}) },
		"json": func(b *bytes.Buffer) error { return diag.WriteJSON(b, found, diag.Language{}) },
		"github": func(b *bytes.Buffer) error {
			if err := diag.WriteGitHub(b, found, "", excerpt, diag.TextOptions{}); err != nil {
				return err
			}
			return diag.WriteSummary(b, found, diag.SummaryLimit, diag.Language{})
		},
		"sarif": func(b *bytes.Buffer) error { return diag.WriteSARIF(b, found, "", "1", diag.Language{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		all[name] = fingerprint.ReplaceAllString(b.String(), "")
	}
	return all
}

// TestRedact: of a delivery in which anything may be wrong, no count below the threshold
// stands in what is printed, and what else is said stays.
func TestRedact(t *testing.T) {
	const referrals = "data/drops/2022-08/fedasil/referrals.csv"
	// {1} to {4} are counts below the threshold of 900.
	deliveries := map[string]string{
		"a wrong total":      "month,area,referrals\n2022-08,BE,{1}\n2022-08,BE-VLG,{2}\n2022-08,BE-BRU,{3}\n2022-08,BE-WAL,{4}\n",
		"no numbers":         "month,area,referrals\n2022-08,BE,{1} personen\n2022-08,BE-VLG,({2})\n2022-08,BE-BRU,{3}-\n2022-08,BE-WAL,{4}*\n",
		"marks":              "month,area,referrals\n2022-08,BE,~{1}\n2022-08,BE-VLG,={2}\n2022-08,BE-BRU,+{3}\n2022-08,BE-WAL,-{4}\n",
		"no header":          "2022-08,BE,{1}\n2022-08,BE-VLG,{2}\n",
		"a second time":      "month,area,referrals\n2022-08,BE,{1}\n2022-08,BE,{2}\n",
		"too many cells":     "month,area,referrals\n2022-08,BE,{1},{2}\n2022-08,BE-VLG,\"{3};{4}\"\n",
		"in another column":  "month,area,referrals\n{1},BE,1\n2022-08,{2},{3}\n",
		"an earlier value":   "month,area,referrals\n2022-07,BE,{1}\n2022-07,BE-VLG,{2}\n2022-08,BE,{3}\n",
		"a row of a total":   "month,area,referrals\n2022-08,BE,{1}\nTotaal: {2},,{3}\n,,{4}\n",
		"an open quotation":  "month,area,referrals\n2022-08,BE,\"{1}\n2022-08,BE-VLG,{2}\n",
		"another separator":  "month;area;{1}\n2022-08;BE;{2}\n",
		"in front of a name": "month,area,{1}\n2022-08,BE,{2}\n",
	}
	texts := "---\ndescription: x\n---\n\n[rose]{{referrals | below 1}}, [fell]{{referrals | rose}}, [a]{{referrals | above 5000}}\n"
	count := 300
	for name, content := range deliveries {
		t.Run(name, func(t *testing.T) {
			dir := newSite(t)
			replace(t, dir, "data/datasets/referrals.yaml", "rhythm: monthly", "rhythm: monthly\njump: 1\ndisclosure: {threshold: 900}")
			var counts [4]int
			var places []string
			for i := range counts {
				count = 300 + (count*7+i*13+11)%577
				counts[i] = count
				places = append(places, fmt.Sprintf("{%d}", i+1), strconv.Itoa(count))
			}
			fill := strings.NewReplacer(places...)
			write(t, dir, referrals, fill.Replace(content))
			write(t, dir, "content/reports/2022-08/report.en.md", texts)
			r := Check(os.DirFS(dir), Options{})
			if r.Threshold != 900 || len(r.Findings) == 0 {
				t.Fatalf("threshold %d, %d findings", r.Threshold, len(r.Findings))
			}
			found, excerpt := diag.Redact(r.Findings, r.Excerpt, r.Threshold)
			shown := inAllForms(t, r.Findings, r.Excerpt)
			for form, text := range inAllForms(t, found, excerpt) {
				leaks, stood := 0, 0
				for _, n := range counts {
					standing := regexp.MustCompile(`(^|[^0-9.])` + strconv.Itoa(n) + `($|[^0-9.])`)
					if standing.MatchString(text) {
						leaks++
					}
					if standing.MatchString(shown[form]) {
						stood++
					}
				}
				if leaks > 0 {
					t.Errorf("%s shows %d of %v:\n%s", form, leaks, counts, text[max(0, len(text)-3000):])
				}
				if stood == 0 && form == "text" {
					t.Errorf("nothing had to be masked:\n%s", shown[form])
				}
			}
			for i, d := range found {
				if d.ID != r.Findings[i].ID || d.Severity != r.Findings[i].Severity || d.Span != r.Findings[i].Span {
					t.Errorf("%s %s is now %s %s", r.Findings[i].Span, r.Findings[i].ID, d.Span, d.ID)
				}
			}
		})
	}
}
