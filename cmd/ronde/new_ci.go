package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/scaffold"
)

func newCICommand(g *global) *cobra.Command {
	r := build.CIRequest{}
	cmd := &cobra.Command{
		Use:   "ci github|gitlab",
		Short: "Write the pipeline that checks merge requests and publishes the site",
		Long: `Ci writes a pipeline into the repository of a site: .github/workflows/ronde.yml or
.gitlab-ci.yml, and ci/ronde.sh with the steps themselves, which run on your own machine too.

  ronde new ci github --program https://example.org/ronde_1.0.0_linux_amd64 \
      --checksum 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03

Each merge request is checked. What is merged, and each day what comes out of an embargo,
is published, if readers keep every edition that they have: the pipeline asks base_url of
ronde.yaml, and stops where it gets no answer. Only the program with this checksum is run;
the file SHA256SUMS beside the programs has it. With --strict warnings stop both.

Drafts are shown to nobody. With --preview those of a merge request are an artefact, for who
may read the repository, and only while that is not public. Where a contract has a disclosure
rule it is refused: a draft may show what the rule hides in the end.

The folder of the site must be the top of the repository. docs/hosting.md says how to publish
elsewhere than on Pages.`,
		Args: arguments(1, 1, diag.Say("github or gitlab")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] != scaffold.GitHub && args[0] != scaffold.GitLab {
				return diag.Refuse("there is a pipeline for %s and for %s, not for %q", scaffold.GitHub, scaffold.GitLab, args[0])
			}
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			r.Host, r.Strict, r.Ask = args[0], g.strict, g.ask(cmd, "program", "checksum")
			result := build.NewCI(fsys, g.site, r)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, result.Summary...)
			g.next(cmd, diag.NextOfCI())
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&r.Program, "program", "", "address of the program of ronde for Linux")
	flags.StringVar(&r.Checksum, "checksum", "", "SHA-256 of the program")
	flags.StringVar(&r.Branch, "branch", "main", "branch that is published, on GitHub; GitLab knows its default branch")
	flags.BoolVar(&r.Preview, "preview", false, "show the drafts of a merge request to who may read the repository")
	return cmd
}
