package scaffold

import (
	"embed"
	"strings"
)

// pipelines are the files of CI as they are written, with @names@ for what differs.
//
//go:embed ci
var pipelines embed.FS

// The hosts of repositories for which there is a pipeline.
const (
	GitHub = "github"
	GitLab = "gitlab"
)

// pipelineFiles are where each host looks for its pipeline.
var pipelineFiles = map[string]string{
	GitHub: ".github/workflows/ronde.yml",
	GitLab: ".gitlab-ci.yml",
}

// ScriptFile holds the steps of CI, which are the same on each host.
const ScriptFile = "ci/ronde.sh"

// CIRequest is what a pipeline has to know.
type CIRequest struct {
	Host      string   // GitHub or GitLab
	Program   string   // address of the program for Linux
	Checksum  string   // its SHA-256, 64 hexadecimal digits
	Online    string   // address of the published site
	Zone      string   // time zone in which days begin; "" for UTC
	Branch    string   // what is published, on GitHub; GitLab knows its default branch
	Strict    bool     // warnings stop it too
	Preview   bool     // drafts of a merge request, for who may read the repository
	Protected []string // contracts with a disclosure rule, with which there is no preview
}

// CI makes the pipeline of a site and the script of its steps.
func CI(r CIRequest) (Files, error) {
	names := []string{"ci/" + r.Host + ".yml"}
	if r.Preview {
		names = append(names, "ci/"+r.Host+"_preview.yml")
	}
	var pipeline strings.Builder
	for _, name := range names {
		part, err := pipelines.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pipeline.Write(part)
	}
	script, err := pipelines.ReadFile(ScriptFile)
	if err != nil {
		return nil, err
	}
	zone, strict := r.Zone, ""
	if zone == "" {
		zone = "UTC"
	}
	if r.Strict {
		strict = "--strict"
	}
	inPipeline := strings.NewReplacer("@branch@", r.Branch, "@preview@\n", previewComment(r))
	inScript := strings.NewReplacer(
		"@program@", shellWord(r.Program), "@checksum@", shellWord(r.Checksum),
		"@online@", shellWord(strings.TrimRight(r.Online, "/")), "@zone@", shellWord(zone), "@strict@", shellWord(strict),
	)
	return Files{
		pipelineFiles[r.Host]: []byte(inPipeline.Replace(pipeline.String())),
		ScriptFile:            []byte(inScript.Replace(string(script))),
	}, nil
}

// previewComment says in the pipeline why there is no preview of drafts, or which one.
func previewComment(r CIRequest) string {
	var lines []string
	switch {
	case r.Preview:
		lines = []string{
			"Drafts of a merge request are an artefact, for who may read the repository. As soon as a",
			"dataset has a disclosure rule the preview refuses: a draft may show what the rule hides",
			"in the end.",
		}
	case len(r.Protected) > 0:
		lines = []string{
			"There is no preview of drafts, because datasets have a disclosure rule: a draft may show",
			"what the rule hides in the end, and whoever can open a preview has read it. Look at",
			"drafts with ronde serve, on your own machine. The rules stand in:",
		}
		for _, file := range r.Protected {
			lines = append(lines, "  "+file)
		}
	default:
		lines = []string{
			"There is no preview of drafts: figures that are not released belong to nobody else yet.",
			"Look at them with ronde serve, on your own machine.",
		}
	}
	return "#\n# " + strings.Join(lines, "\n# ") + "\n\n"
}

// shellWord is a text as one word of a POSIX shell.
func shellWord(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
