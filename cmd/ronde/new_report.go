package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

func newReportCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "report ROUND",
		Short: "Begin the report of a month after the sections of the last one",
		Long: `Report writes the folder of a round: its dates, its figures, and a text in each
language of the site. Sections, topics and figures are those of the report before, and the
values that it named stand in lists, ready for sentences. Of its sentences, titles and notes
nothing is taken: they say what was true of another month.

  ronde new report 2022-09

Cutoff and next release are guessed from the report before, unless content/calendar.yaml
plans them. ronde check reports each guess until its comment is deleted.`,
		Args: arguments(1, 1, diag.Say("a round, such as 2022-09")),
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			round, err := parseRound("ROUND", args[0])
			if err != nil {
				return err
			}
			result := build.NewReport(fsys, g.site, round)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, result.Summary...)
			g.next(cmd, diag.NextOfReport())
			return nil
		},
	}
}
