package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
)

func checkCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check everything, publish nothing",
		Long: `Check reads the whole site: contracts, drops, commentary, sealed editions.

All findings of a run are printed, sorted by file and line. Errors and broken
seals end with exit code 1; warnings do so with --strict; notices never do.
Rounds that are not released are compiled as they would be released now.

  ronde check
  ronde check --lang nl
  ronde check --strict --format json > findings.json

In GitHub Actions findings are annotations beside the lines of a merge request, as many
as GitHub shows, the most severe first, and all stand in the summary of the step. Code
scanning and editors read SARIF:

  ronde check --format github
  ronde check --format sarif > ronde.sarif

Where CI is set, whole numbers from 1 to below the largest disclosure threshold of the
site, at least 10, are masked in lines of deliveries and in what messages quote of them;
--redact does the same elsewhere, and --redact=false shows them. What is found, and the
exit code, stay as they are.

Findings are in English, and in Dutch or French where --lang or RONDE_LANG says nl or fr.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fsys, done, err := g.forCI(cmd)
			if err != nil {
				return err
			}
			defer done()
			now, err := g.siteDate()
			if err != nil {
				return err
			}
			result := build.Check(fsys, build.Options{SiteDate: now})
			if err := g.report(cmd, result); err != nil {
				return err
			}
			if g.format == "text" {
				g.say(cmd, result.Summary...)
			}
			return nil
		},
	}
}
