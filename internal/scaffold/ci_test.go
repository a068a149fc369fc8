package scaffold

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	libyaml "gopkg.in/yaml.v3"
)

// ciOf is the pipeline for a host, and its script.
func ciOf(t *testing.T, r CIRequest) (pipeline []byte, script string) {
	t.Helper()
	r.Program, r.Checksum, r.Online, r.Branch = "https://example.org/ronde", strings.Repeat("0", 64), "https://figures.example/", "main"
	files, err := CI(r)
	if err != nil {
		t.Fatal(err)
	}
	return files[pipelineFiles[r.Host]], string(files[ScriptFile])
}

var (
	stepLine    = regexp.MustCompile(`^sh ci/ronde\.sh ([a-z]+)( "[^"]+")?$`)
	versionOf   = regexp.MustCompile(`^[a-z/-]+@(v[0-9]+|[0-9a-f]{40})$`)
	placeholder = regexp.MustCompile(`@[a-z]+@`)
)

// checkSteps insists that a pipeline runs steps of the script, and nothing else.
func checkSteps(t *testing.T, job, script string, lines []string) {
	t.Helper()
	for _, line := range lines {
		step := stepLine.FindStringSubmatch(line)
		if step == nil {
			t.Errorf("%s runs %q, which is no step of the script", job, line)
		} else if !strings.Contains(script, "\n"+step[1]+") "+step[1]) {
			t.Errorf("%s runs the step %s, which the script does not have", job, step[1])
		}
	}
}

func TestGitHub(t *testing.T) {
	content, script := ciOf(t, CIRequest{Host: GitHub, Preview: true})
	var p struct {
		On struct {
			PullRequest       *struct{} `yaml:"pull_request"`
			PullRequestTarget *struct{} `yaml:"pull_request_target"`
			Push              struct{ Branches []string }
			Schedule          []struct{ Cron string }
		} `yaml:"on"`
		Permissions map[string]string
		Concurrency struct {
			Group  string
			Cancel string `yaml:"cancel-in-progress"`
		}
		Jobs map[string]struct {
			If          string
			Outputs     map[string]string
			Permissions map[string]string
			Steps       []struct {
				Uses, Run string
				With      map[string]string
			}
		}
	}
	if err := libyaml.Unmarshal(content, &p); err != nil {
		t.Fatal(err)
	}
	if len(p.On.Schedule) != 1 || !slices.Equal(p.On.Push.Branches, []string{"main"}) {
		t.Errorf("it runs on %+v", p.On)
	}
	if strings.Contains(string(content), "pull_request_target") || strings.Contains(string(content), "secrets.") {
		t.Error("what a merge request brings could reach a secret")
	}
	if len(p.Permissions) != 1 || p.Permissions["contents"] != "read" {
		t.Errorf("every job may do %v", p.Permissions)
	}
	if want := "${{ github.event_name == 'pull_request' }}"; p.Concurrency.Cancel != want || !strings.Contains(p.Concurrency.Group, "'publish'") {
		t.Errorf("a publication can be cut off, or run beside another: %+v", p.Concurrency)
	}
	for name, job := range p.Jobs {
		var lines []string
		for _, step := range job.Steps {
			if step.Run != "" {
				lines = append(lines, step.Run)
			}
			if step.Uses != "" && !versionOf.MatchString(step.Uses) {
				t.Errorf("%s uses %s", name, step.Uses)
			}
			if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["persist-credentials"] != "false" {
				t.Errorf("%s leaves the token in the working copy", name)
			}
		}
		checkSteps(t, name, script, lines)
		if name == "check" && job.Steps[0].With["fetch-depth"] != "0" {
			t.Error("the check cannot compare with the target of the merge request: it has no history")
		}
		if may := len(job.Permissions) > 0; may != (name == "deploy") || may && len(lines) > 0 {
			t.Errorf("%s may do %v and runs %q", name, job.Permissions, lines)
		}
	}
	if p.Jobs["publish"].Outputs["attempt"] != "${{ github.run_attempt }}" {
		t.Error("a deployment that is run again alone could bring back an old folder")
	}
	for name, condition := range map[string]string{
		"check":   "github.event_name == 'pull_request'",
		"publish": "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'",
		"preview": "github.event_name == 'pull_request' && github.event.repository.private",
		"deploy":  "needs.publish.outputs.attempt == github.run_attempt",
	} {
		if p.Jobs[name].If != condition {
			t.Errorf("%s runs if %q", name, p.Jobs[name].If)
		}
	}
}

func TestGitLab(t *testing.T) {
	content, script := ciOf(t, CIRequest{Host: GitLab, Preview: true})
	type job struct {
		Rules         []struct{ If string }
		ResourceGroup string `yaml:"resource_group"`
		Interruptible bool
		Cache         struct{ Paths []string }
		Variables     map[string]string
		Script        []string
		Artifacts     struct {
			Access string
			Paths  []string
		}
	}
	var p struct{ Check, Pages, Preview job }
	if err := libyaml.Unmarshal(content, &p); err != nil {
		t.Fatal(err)
	}
	for name, j := range map[string]job{"check": p.Check, "pages": p.Pages, "preview": p.Preview} {
		checkSteps(t, name, script, j.Script)
		if len(j.Script) != 1 || len(j.Rules) != 1 {
			t.Errorf("%s runs %q if %v", name, j.Script, j.Rules)
		}
	}
	if p.Pages.ResourceGroup == "" || p.Pages.Interruptible || !slices.Equal(p.Pages.Artifacts.Paths, []string{"public"}) {
		t.Errorf("the publication is %+v", p.Pages)
	}
	if !p.Check.Interruptible || p.Check.Artifacts.Access != "developer" || len(p.Check.Cache.Paths) > 0 || p.Check.Variables["GIT_DEPTH"] != "0" {
		t.Errorf("the check is %+v", p.Check)
	}
	if p.Preview.Artifacts.Access != "developer" || !strings.Contains(p.Preview.Rules[0].If, `$CI_PROJECT_VISIBILITY != "public"`) {
		t.Errorf("the preview can be public: %+v", p.Preview)
	}
}

func TestPipelineIsFilledIn(t *testing.T) {
	for _, host := range []string{GitHub, GitLab} {
		content, script := ciOf(t, CIRequest{Host: host, Zone: "Europe/Brussels", Strict: true, Protected: []string{"data/datasets/a.yaml"}})
		if left := placeholder.FindString(string(content) + script); left != "" {
			t.Errorf("%s: %s is left", host, left)
		}
		if !strings.Contains(string(content), "\n#   data/datasets/a.yaml\n") || strings.Contains(string(content), "ronde.sh preview") {
			t.Errorf("%s: no word of the disclosure rule, or a preview in spite of it:\n%s", host, content)
		}
	}
	if got := shellWord(`it's $(here)`); got != `'it'\''s $(here)'` {
		t.Errorf("a word of the shell is %s", got)
	}
}
