package diag

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
)

// sarifOf writes a report and reads it back as a reader of SARIF does.
func sarifOf(t *testing.T, root string, found ...Diagnostic) sarifRun {
	t.Helper()
	var b strings.Builder
	if err := WriteSARIF(&b, found, root, "1.2", Language{}); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	d := json.NewDecoder(strings.NewReader(b.String()))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || !strings.Contains(log.Schema, "sarif-2.1.0") || len(log.Runs) != 1 {
		t.Fatalf("version %s, schema %s, %d runs", log.Version, log.Schema, len(log.Runs))
	}
	return log.Runs[0]
}

// TestWriteSARIF holds a report against what sections 3.13 to 3.52 of SARIF 2.1.0 require.
func TestWriteSARIF(t *testing.T) {
	run := sarifOf(t, "my site",
		fault("number", Span{"data/drops/2022-07/a b/é#?.csv", 3, 4, 9, "B3"}, Say("%s is bad", "\u202ex"), Say("do\nthis")).
			NoteAt(Span{File: "data/x.yaml", Line: 2, Column: 5}, Say("declared here")).Note(Say("because")),
		warning("jump", FileSpan("a:b.yaml"), Say("jump"), Phrase{}),
		notice("not-delivered", Span{}, Say("late"), Phrase{}),
	)
	driver := run.Tool.Driver
	if driver.Name != "ronde" || driver.Version != "1.2" || len(driver.Rules) != len(Catalogue()) {
		t.Errorf("driver %s %s with %d rules", driver.Name, driver.Version, len(driver.Rules))
	}
	levels := map[string]bool{"error": true, "warning": true, "note": true}
	for i, r := range driver.Rules {
		if r.ID != Catalogue()[i].ID || r.ShortDescription.Text == "" || r.Help.Text == "" || !levels[r.Configuration.Level] {
			t.Errorf("rule %d: %+v", i, r)
		}
	}
	if run.ColumnKind != "unicodeCodePoints" || run.Language != "en" {
		t.Errorf("columns in %s, language %s", run.ColumnKind, run.Language)
	}
	for i, r := range run.Results {
		if driver.Rules[r.RuleIndex].ID != r.RuleID || !levels[r.Level] || r.Message.Text == "" || len(r.Fingerprints) == 0 {
			t.Errorf("result %d: %+v", i, r)
		}
		for _, l := range append(r.Locations, r.Related...) {
			a := l.Physical.Artifact
			u, err := url.Parse(a.URI)
			if err != nil || u.IsAbs() || strings.HasPrefix(a.URI, "/") || u.Fragment != "" || u.RawQuery != "" || run.OriginalIDs[a.Base].Description.Text == "" {
				t.Errorf("result %d: address %q below %q: %v", i, a.URI, a.Base, err)
			}
			if g := l.Physical.Region; g != nil && (g.StartLine < 1 || g.EndColumn > 0 && g.EndColumn <= g.StartColumn) {
				t.Errorf("result %d: region %+v", i, g)
			}
		}
	}
	first := run.Results[0]
	if got := first.Locations[0].Physical; got.Artifact.URI != "my%20site/data/drops/2022-07/a%20b/%C3%A9%23%3F.csv" || *got.Region != (sarifRegion{3, 4, 9}) {
		t.Errorf("%+v %+v", got.Artifact, got.Region)
	}
	if first.Message.Text != "\\u202ex is bad\nbecause\ndo\nthis" {
		t.Errorf("message %q", first.Message.Text)
	}
	if r := first.Related; len(r) != 1 || r[0].ID != 1 || r[0].Message.Text != "declared here" || r[0].Physical.Region.StartLine != 2 {
		t.Errorf("related %+v", r)
	}
	if got := sarifOf(t, "", warning("jump", FileSpan("a:b.yaml"), Say("jump"), Phrase{})).Results[0].Locations[0].Physical; got.Artifact.URI != "a%3Ab.yaml" || got.Region != nil {
		t.Errorf("%+v", got)
	}
	if len(run.Results[2].Locations) != 0 {
		t.Error("a finding without a place has one")
	}
}

// TestFingerprints: what a reader of reports knows a finding by stays when it moves to
// another line, and differs for findings that differ.
func TestFingerprints(t *testing.T) {
	at := func(line int) Span { return Span{File: "a.csv", Line: line, Column: 1, End: 2} }
	prints := func(found ...Diagnostic) (all []string) {
		for _, r := range sarifOf(t, "", found...).Results {
			all = append(all, r.Fingerprints["ronde/v1"])
		}
		return all
	}
	before := prints(warning("jump", at(2), Say("was 5"), Phrase{}).About("x 2022-07"), fault("number", at(3), Say("bad"), Phrase{}), fault("number", at(4), Say("bad"), Phrase{}))
	after := prints(warning("jump", at(7), Say("was 6"), Phrase{}).About("x 2022-07"), fault("number", at(8), Say("bad"), Phrase{}), fault("number", at(9), Say("bad"), Phrase{}))
	seen := map[string]bool{}
	for i := range before {
		if before[i] != after[i] || seen[before[i]] {
			t.Errorf("result %d: %s before, %s after", i, before[i], after[i])
		}
		seen[before[i]] = true
	}
}
