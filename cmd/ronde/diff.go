package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
)

func diffCommand(g *global) *cobra.Command {
	var exitCode bool
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what differs between two sealed editions",
		Long: `Diff compares two editions as readers know them: values, figures, words. An
edition is named by round and number, or by its round alone for the newest one.

  ronde diff 2022-07@1 2022-07@2              what a correction changed
  ronde diff 2022-07 2022-08 --format json    what one report says otherwise than another
  ronde diff 2022-07@1 2022-07 --format markdown > summary.md

A value is found again by indicator, codes and period, so that what was only renamed
or relabelled is no change. What an edition says of a value is the number with its
status ([P] provisional, [E] estimated, …), or why there is none; – means that the
edition says nothing of it. Headline are the key figures at the top of the report.

Diff ends with exit code 0 whatever it finds, with --exit-code 1 when something differs.`,
		Args: arguments(2, 2, "two editions, the old one and the new one, such as 2022-07@1 2022-07@2"),
		RunE: func(cmd *cobra.Command, args []string) error {
			old, err := build.ParseEditionName(args[0])
			if err != nil {
				return err
			}
			new, err := build.ParseEditionName(args[1])
			if err != nil {
				return err
			}
			fsys, done, err := g.open("markdown")
			if err != nil {
				return err
			}
			defer done()
			c, result := build.Diff(fsys, old, new)
			if c == nil {
				return g.report(cmd, result)
			}
			write := c.WriteText
			switch g.format {
			case "json":
				write = c.WriteJSON
			case "markdown":
				write = c.WriteMarkdown
			}
			if err := write(cmd.OutOrStdout()); err != nil {
				return err
			}
			if exitCode && !c.Same() {
				return findingsError{}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "end with exit code 1 when something differs")
	return cmd
}
