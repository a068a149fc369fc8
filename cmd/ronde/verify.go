package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
)

func verifyCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "Tell whether a published folder is as it was published",
		Long: `Verify compares a published folder, or a copy of it that was downloaded, with the list
of files that Ronde put into it. Every file is read; dates say nothing.

  ronde verify public
  ronde verify public --format json > findings.json

What was altered, is missing, or stands in the place of something else ends with exit
code 1. Files that Ronde did not write are listed and are no error.

The list, ronde-manifest.json, does not prove itself: who can change it can change a
page too. Compare it with a copy that you kept when you published.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := g.checkFormat(); err != nil {
				return err
			}
			result := build.Verify(args[0])
			if result.Summary != "" {
				g.say(cmd, "%s", result.Summary)
			}
			return g.report(cmd, result)
		},
	}
}
