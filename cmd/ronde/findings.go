package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

// The formats in which CI and editors take findings, beside text and json.
const (
	formatGitHub = "github"
	formatSARIF  = "sarif"
)

// forCI opens the site for a command whose findings CI and editors show. In GitHub Actions
// they are annotations when --format says nothing else.
func (g *global) forCI(cmd *cobra.Command) (fs.FS, func(), error) {
	if err := g.checkCIFormat(cmd); err != nil {
		return nil, nil, err
	}
	return g.open(formatGitHub, formatSARIF)
}

// checkCIFormat is checkFormat with the formats for CI, and chooses that of GitHub.
func (g *global) checkCIFormat(cmd *cobra.Command) error {
	if !cmd.Flags().Changed("format") && g.getenv("GITHUB_ACTIONS") == "true" {
		g.format = formatGitHub
	}
	return g.checkFormat(formatGitHub, formatSARIF)
}

// checkFormat insists that --format is text, json or one of more.
func (g *global) checkFormat(more ...string) error {
	formats := append([]string{"text", "json"}, more...)
	if !slices.Contains(formats, g.format) {
		last := len(formats) - 1
		return diag.Refuse("--format is %s or %s, not %q", strings.Join(formats[:last], ", "), formats[last], g.format)
	}
	return nil
}

// report prints what a run found and turns it into an exit code.
func (g *global) report(cmd *cobra.Command, result build.Result) error {
	if result.Err != nil {
		return result.Err
	}
	if err := g.write(cmd, result); err != nil {
		return err
	}
	for _, f := range result.Findings {
		if f.Severity == diag.Error || (g.strict && f.Severity == diag.Warning) {
			return findingsError{}
		}
	}
	return nil
}

// write prints the findings in the format that is asked for.
func (g *global) write(cmd *cobra.Command, result build.Result) error {
	out, found := cmd.OutOrStdout(), result.Findings
	if g.redacts(cmd) {
		found, result.Excerpt = diag.Redact(found, result.Excerpt, result.Threshold)
	}
	options := diag.TextOptions{Colour: g.colour(cmd.ErrOrStderr()), Language: g.language}
	switch g.format {
	case "json":
		return diag.WriteJSON(out, found, g.language)
	case formatSARIF:
		return diag.WriteSARIF(out, found, g.rootOfSite(), programVersion(), g.language)
	}
	found = diag.Gather(found)
	if g.format == formatGitHub {
		if err := diag.WriteGitHub(out, found, g.rootOfSite(), result.Excerpt, options); err != nil {
			return err
		}
		return g.summarise(found)
	}
	return diag.WriteText(cmd.ErrOrStderr(), found, result.Excerpt, options)
}

// redacts reports whether small counts are masked: as --redact says, and else in CI, whose
// logs more people read than a delivery.
func (g *global) redacts(cmd *cobra.Command) bool {
	if cmd.Flags().Changed("redact") {
		return g.redact
	}
	ci := g.getenv("CI")
	return ci != "" && ci != "false"
}

// summarise adds the findings to the summary of the step, as far as it has room for them.
func (g *global) summarise(found []diag.Diagnostic) (err error) {
	name := g.getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("GITHUB_STEP_SUMMARY: %w", err)
	}
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("GITHUB_STEP_SUMMARY: %w", err)
	}
	return diag.WriteSummary(f, found, diag.SummaryLimit-int(info.Size()), g.language)
}

// rootOfSite is the folder of the site within the repository that CI has checked out, or
// else within the folder in which the program runs; "" when it is that folder, or outside.
func (g *global) rootOfSite() string {
	base := g.getenv("GITHUB_WORKSPACE")
	if base == "" {
		base = "."
	}
	from, err := filepath.Abs(base)
	if err != nil {
		return ""
	}
	site, err := filepath.Abs(g.site)
	if err != nil {
		return ""
	}
	root, err := filepath.Rel(from, site)
	if err != nil || root == "." || !filepath.IsLocal(root) {
		return ""
	}
	return filepath.ToSlash(root)
}

// colour is used on a terminal unless NO_COLOR says otherwise.
func (g *global) colour(w io.Writer) bool {
	return isTerminal(w) && g.getenv("NO_COLOR") == "" && g.getenv("CI") == ""
}
