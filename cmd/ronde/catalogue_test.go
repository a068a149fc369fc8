package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ronde/internal/diag"
)

// unreachable lists the ids that no script can show, each with the reason.
var unreachable = map[string]string{
	"public-unreadable": "a script cannot keep root from reading; TestUnreadable of build shows it",
}

// raised lists the warnings that a release takes for errors, each with the
// reason.
var raised = map[string]string{
	"reference-empty": "a draft prints [x] and can wait for the value; what a release prints stays",
}

// finding is the first line of a message, as WriteText prints it.
var finding = regexp.MustCompile(`(?m)^(?:\S.*: )?(error|warning|notice): (\S.*) \[([a-z0-9-]+)\]$`)

// TestCatalogueIsShown reads what the scripts expect, which TestScripts compares
// with what ronde prints: every id of the catalogue stands there with its text,
// under the severity that the catalogue gives it, and no other id does.
func TestCatalogueIsShown(t *testing.T) {
	severities := map[string]diag.Severity{}
	for _, e := range diag.Catalogue() {
		if _, twice := severities[e.ID]; twice {
			t.Errorf("[%s] stands in the catalogue twice", e.ID)
		}
		severities[e.ID] = e.Severity
	}
	shown := map[string]bool{}
	titles := map[string]bool{} // with their ids
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		content, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(content).Files {
			for _, m := range finding.FindAllStringSubmatch(string(file.Data), -1) {
				severity, known := severities[m[3]]
				switch {
				case !known:
					t.Errorf("%s: [%s] is not in the catalogue", script, m[3])
				case severity == diag.Warning && m[1] == "error" && raised[m[3]] != "":
				case severity.String() != m[1]:
					t.Errorf("%s: [%s] is printed as %s and catalogued as %s", script, m[3], m[1], severity)
				}
				shown[m[3]] = true
				titles[m[2]+" ["+m[3]+"]"] = true
			}
		}
	}
	for _, e := range diag.Catalogue() {
		reason, excused := unreachable[e.ID]
		if !excused && !titles[e.Example+" ["+e.ID+"]"] {
			t.Errorf("no script shows the example of [%s]: %s", e.ID, e.Example)
		}
		switch {
		case excused && reason == "":
			t.Errorf("[%s] is excused without a reason", e.ID)
		case excused && shown[e.ID]:
			t.Errorf("[%s] is shown by a script and needs no excuse", e.ID)
		case !excused && !shown[e.ID]:
			t.Errorf("no script shows [%s]: %s", e.ID, e.Meaning)
		}
	}
	for id := range unreachable {
		if _, known := severities[id]; !known {
			t.Errorf("[%s] is excused and not in the catalogue", id)
		}
	}
}

// TestMessagesPage compares docs/messages.md with what the program writes.
func TestMessagesPage(t *testing.T) {
	const name = "../../docs/messages.md"
	var b bytes.Buffer
	if err := diag.WriteMessages(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(name)
	if err != nil || !bytes.Equal(page, b.Bytes()) {
		t.Errorf("docs/messages.md is not what ronde explain --markdown writes (%v): go test ./cmd/ronde -run TestMessagesPage -update", err)
	}
}
