package main

import (
	"github.com/spf13/cobra"
)

func newCommand(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Write a new site, or what a site needs next",
		Long: `New writes files to begin with. It never writes over a file that is there, and writes
all of what it makes or nothing. On a terminal it asks what it has to know; otherwise, as
in CI, each answer is an option.

  ronde new site figures           a small site, complete, with an example to look at
  ronde new report 2022-09         the report of a month, after the sections of the last one
  ronde new organisation vdab      an institution that delivers
  ronde new dataset ID --from FILE  a contract, proposed from a file that is sent anyway
  ronde new drop attestations      the place of a delivery
  ronde new ci github              the pipeline that checks and publishes

What ronde new writes passes ronde check, except where it had to guess. A guess has a
comment, "# guess: why"; ronde check reports it as an error until somebody has looked at
it and deleted the comment. A delivery without rows is an error too, until it has some.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSiteCommand(g), newReportCommand(g), newOrganisationCommand(g), newDatasetCommand(g), newDropCommand(g), newCICommand(g))
	return cmd
}
