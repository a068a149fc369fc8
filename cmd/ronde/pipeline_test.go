//go:build unix

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// A pipeline is a site in a git repository with what `ronde new ci github` wrote, and the
// host at which its readers look. Runs of its steps happen in clones.
type pipeline struct {
	t      *testing.T
	repo   string
	online string // the folder that the host shows
	host   *httptest.Server
	closed bool // the host answers 403
}

// theProgram is what the host gives for the program: its size would be most of the test.
const theProgram = "#!/bin/sh\nexec ronde \"$@\"\n"

func newPipeline(t *testing.T) *pipeline {
	p := &pipeline{t: t, repo: newSite(t), online: filepath.Join(t.TempDir(), "online")}
	files := http.FileServer(http.Dir(p.online))
	p.host = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/program":
			w.Write([]byte(theProgram))
		case p.closed:
			w.WriteHeader(http.StatusForbidden)
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(p.host.Close)
	p.replace("ronde.yaml", "https://cijfers.example/", p.host.URL+"/stats/")
	p.replace("ronde.yaml", "licence:", "time_zone: Europe/Brussels\nlicence:")
	sum := sha256.Sum256([]byte(theProgram))
	mustRun(t, p.repo, "new", "ci", "github", "--program", p.host.URL+"/program", "--checksum", hex.EncodeToString(sum[:]))
	p.git("init", "--quiet", "--initial-branch", "main")
	p.commit("Begin")
	return p
}

func (p *pipeline) replace(name, old, new string) {
	p.t.Helper()
	name = filepath.Join(p.repo, filepath.FromSlash(name))
	content, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(content), old) {
		p.t.Fatalf("%s does not hold %q: %v", name, old, err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(content), old, new, 1)), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *pipeline) git(args ...string) {
	p.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.org"}, args...)...)
	cmd.Dir = p.repo
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
	if said, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, said)
	}
}

func (p *pipeline) commit(message string) {
	p.t.Helper()
	p.git("add", "--all")
	p.git("commit", "--quiet", "--message", message)
}

// clone is what CI checks out of the branch that the repository is on.
func (p *pipeline) clone() string {
	p.t.Helper()
	folder := filepath.Join(p.t.TempDir(), "clone")
	p.git("clone", "--quiet", ".", folder)
	return folder
}

// run does in a clone what the job of the pipeline runs, and gives whether it ended well,
// what it said, and the summary that it wrote.
func (p *pipeline) run(clone, job, day string) (well bool, said, summary string) {
	p.t.Helper()
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct{ Run string }
		}
	}
	content, err := os.ReadFile(filepath.Join(clone, ".github/workflows/ronde.yml"))
	if err != nil {
		p.t.Fatal(err)
	}
	if err := yaml.Unmarshal(content, &workflow); err != nil {
		p.t.Fatal(err)
	}
	lines := []string{"set -e"}
	for _, step := range workflow.Jobs[job].Steps {
		lines = append(lines, step.Run)
	}
	page := filepath.Join(p.t.TempDir(), "summary.md")
	cmd := exec.Command("sh", "-c", strings.Join(lines, "\n"))
	cmd.Dir = clone
	cmd.Env = append(os.Environ(), "CI=true", "GITHUB_ACTIONS=true", "GITHUB_WORKSPACE="+clone, "GITHUB_BASE_REF=main",
		"GITHUB_STEP_SUMMARY="+page, "SOURCE_DATE_EPOCH=", "RONDE_LANG=", "RONDE_NOW="+day, "NO_PROXY=127.0.0.1", "no_proxy=127.0.0.1")
	output, err := cmd.CombinedOutput()
	written, _ := os.ReadFile(page) // none when nothing was said
	return err == nil, string(output), string(written)
}

// publish publishes what main holds on a day, and puts it online.
func (p *pipeline) publish(clone, day string) string {
	p.t.Helper()
	well, said, _ := p.run(clone, "publish", day)
	if !well {
		p.t.Fatalf("publishing failed:\n%s", said)
	}
	if err := os.RemoveAll(p.online); err != nil {
		p.t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(p.online, "stats"), os.DirFS(filepath.Join(clone, "public"))); err != nil {
		p.t.Fatal(err)
	}
	return said
}

// refuses runs a publication that must stop for a reason, with nothing published.
func (p *pipeline) refuses(reason string) {
	p.t.Helper()
	clone := p.clone()
	well, said, _ := p.run(clone, "publish", "2022-11-01")
	if well || !strings.Contains(said, reason) {
		p.t.Errorf("publishing ended well: %t, without %q:\n%s", well, reason, said)
	}
	if _, err := os.Stat(filepath.Join(clone, "public")); err == nil {
		p.t.Errorf("%s, and there is something to publish", reason)
	}
}

func TestRealMergeRequests(t *testing.T) {
	t.Parallel()
	p := newPipeline(t)
	p.git("checkout", "--quiet", "-b", "delivery")
	p.replace("data/drops/2022-08/dvz/attestations.csv", "3.111", "3.112")
	p.commit("Mend August")
	well, said, summary := p.run(p.clone(), "check", "")
	if !well {
		t.Errorf("a merge request without an error fails:\n%s", said)
	}
	if !strings.Contains(summary, "3,112") || !strings.Contains(summary, "dvz") {
		t.Errorf("the summary does not say what changes:\n%s", summary)
	}
	p.replace("data/drops/2022-07/dvz/attestations.csv", "3.159", "3.1x9")
	p.commit("Deliver")
	well, said, summary = p.run(p.clone(), "check", "")
	if well || !strings.Contains(said, "::error file=data/drops/2022-07/dvz/attestations.csv,line=") {
		t.Errorf("an error in a cell is no annotation (ended well: %t):\n%s", well, said)
	}
	if !strings.Contains(summary, "1 error") {
		t.Errorf("the summary does not count the error:\n%s", summary)
	}
}

func TestRealPublications(t *testing.T) {
	t.Parallel()
	p := newPipeline(t)
	mustRun(t, p.repo, july...)
	p.commit("Release July")
	clone := p.clone()
	if said := p.publish(clone, "2022-09-06"); !strings.Contains(said, "first publication") {
		t.Errorf("nothing was online, and nobody says so:\n%s", said)
	}
	first := filepath.Join(t.TempDir(), "first")
	if err := os.CopyFS(first, os.DirFS(filepath.Join(clone, "public"))); err != nil {
		t.Fatal(err)
	}

	// The folder of the run before decides nothing: not what was altered, nor what is strange.
	page := filepath.Join(clone, "public/nl/reports/2022-07/index.html")
	for name, content := range map[string]string{page: "3.160", filepath.Join(clone, "public/draft.html"): "secret"} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p.publish(clone, "2022-09-06")
	sameFolder(t, first, filepath.Join(clone, "public"))
	again := p.clone()
	p.publish(again, "2022-09-06")
	sameFolder(t, first, filepath.Join(again, "public"))

	// August is published from main; a branch that does not know it corrects July.
	p.git("checkout", "--quiet", "-b", "correction")
	p.git("checkout", "--quiet", "main")
	mustRun(t, p.repo, august...)
	p.commit("Release August")
	p.publish(p.clone(), "2022-10-06")
	p.git("checkout", "--quiet", "correction")
	p.replace("content/reports/2022-07/report.nl.md", "kregen", "ontvingen")
	mustRun(t, p.repo, "release", "2022-07", "--date", "2022-10-04", "--kind", "editorial", "--reason", "nl=Taal")
	p.commit("Correct July")
	p.refuses("2022-08@1, which is online, both follow 2022-07@1")

	p.git("checkout", "--quiet", "main")
	p.closed = true
	p.refuses("/stats/versions.json answers 403")
	p.closed = false
	p.replace("ronde.yaml", "/stats/", "/stats2/")
	p.commit("Move")
	p.refuses("ronde.yaml has another base_url than " + p.host.URL + "/stats, ")
	p.replace("ronde.yaml", "/stats2/", "/stats/")
	p.replace("ci/ronde.sh", "checksum='", "checksum='0")
	p.commit("Another program")
	p.refuses("is not the program of this checksum")
	p.host.Close()
	p.refuses("cannot be fetched")
}

func TestRealEmbargo(t *testing.T) {
	t.Parallel()
	p := newPipeline(t)
	p.replace("content/reports/2022-07/report.yaml", "lead:", "embargo: 2022-09-12\nlead:")
	mustRun(t, p.repo, july...)
	p.commit("Release July under embargo")
	clone, report := p.clone(), "public/nl/reports/2022-07/index.html"
	p.publish(clone, "2022-09-11")
	if _, err := os.Stat(filepath.Join(clone, report)); err == nil {
		t.Error("the report is published before its embargo ends")
	}
	p.publish(clone, "2022-09-12") // the daily run, with the folder of the day before
	if _, err := os.Stat(filepath.Join(clone, report)); err != nil {
		t.Error("the embargo is over and the report is not published")
	}
}

// A rule that comes after the pipeline stops the preview too.
func TestRealPreview(t *testing.T) {
	t.Parallel()
	p := newPipeline(t)
	preview := func() (well bool, said string) {
		cmd := exec.Command("sh", "ci/ronde.sh", "preview")
		cmd.Dir = p.clone()
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=", "GITHUB_ACTIONS=", "NO_PROXY=127.0.0.1", "no_proxy=127.0.0.1")
		output, err := cmd.CombinedOutput()
		_, missing := os.Stat(filepath.Join(cmd.Dir, "preview/index.html"))
		return err == nil && missing == nil, string(output)
	}
	p.replace("data/drops/2022-08/dvz/attestations.csv", "2022-08", "2022-8x")
	p.replace("data/datasets/attestations.yaml", "ronde: 1", "ronde: 1\n# without disclosure: counts of provinces are large")
	p.commit("Deliver something with an error")
	if well, said := preview(); !well {
		t.Errorf("there is no preview without the delivery that has an error:\n%s", said)
	}
	p.replace("data/datasets/attestations.yaml", "ronde: 1", "ronde: 1\ndisclosure: {threshold: 5, finest: geo}")
	p.commit("Protect")
	if well, said := preview(); well || !strings.Contains(said, "no preview: a dataset has a disclosure rule") || !strings.Contains(said, "attestations.yaml") {
		t.Errorf("a disclosure rule does not stop the preview:\n%s", said)
	}
}
