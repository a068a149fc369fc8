package main

import (
	"io"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/git"
	"ronde/internal/number"
)

func diffCommand(g *global) *cobra.Command {
	var exitCode bool
	var base, author string
	cmd := &cobra.Command{
		Use:   "diff OLD NEW | --base REVISION",
		Short: "Tell what differs between two editions, or what a branch changes",
		Long: `Diff compares two editions as readers know them: values, figures, words. An
edition is named by round and number, or by its round alone for the newest one.

  ronde diff 2022-07@1 2022-07@2              what a correction changed
  ronde diff 2022-07 2022-08 --format json    what one report says otherwise than another
  ronde diff 2022-07@1 2022-07 --format markdown > summary.md

A value is found again by indicator, codes and period, so that what was only renamed
or relabelled is no change. What an edition says of a value is the number with its
status ([P] provisional, [E] estimated, …), or why there is none; – means that the
edition says nothing of it. Headline are the key figures at the top of the report.

With --base it tells what the working copy changes since it parted from a revision of
git: whose deliveries came or differ, which values, which reports and sentences; and it
names files of sealed editions, deliveries that were published already and, with --as,
those of another organisation than the author's. It is for who decides on a merge
request, and shows values as they were delivered; in CI, or with --redact, small counts
are masked.

  ronde diff --base main
  ronde diff --base origin/main --as dvz --format markdown >> "$GITHUB_STEP_SUMMARY"

Diff ends with exit code 0 whatever it finds, with --exit-code 1 when something differs.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if base != "" {
				return noArguments(cmd, args)
			}
			if author != "" {
				return diag.Refuse("--as is for --base: it names the organisation whose change that is")
			}
			return arguments(2, 2, diag.Say("two editions, the old one and the new one, such as 2022-07@1 2022-07@2, or --base REVISION"))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if base != "" {
				return g.propose(cmd, base, author, exitCode)
			}
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
			return g.tellDifference(cmd, c, exitCode)
		},
	}
	cmd.Flags().StringVar(&base, "base", "", "revision of git to compare the working copy with, such as main")
	cmd.Flags().StringVar(&author, "as", "", "with --base, id of the organisation whose change it is")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "end with exit code 1 when something differs")
	return cmd
}

// propose tells what the working copy changes since it parted from a revision.
func (g *global) propose(cmd *cobra.Command, base, author string, exitCode bool) error {
	fsys, done, err := g.open("markdown")
	if err != nil {
		return err
	}
	defer done()
	revision, err := git.Base(g.site, base)
	if err != nil {
		return err
	}
	p, result := build.Propose(revision.Files, fsys, revision.Name+" at "+revision.Short(), author)
	if p == nil {
		return g.report(cmd, result)
	}
	if g.redacts(cmd) {
		if p.Threshold, err = number.FromInt(int64(diag.MaskedBelow(result.Threshold))); err != nil {
			return err
		}
	}
	return g.tellDifference(cmd, p, exitCode)
}

// A difference is what a comparison of editions and one of revisions have in common.
type difference interface {
	WriteText(io.Writer) error
	WriteJSON(io.Writer) error
	WriteMarkdown(io.Writer) error
	Same() bool
}

// tellDifference prints a difference in the format that is asked for.
func (g *global) tellDifference(cmd *cobra.Command, d difference, exitCode bool) error {
	write := d.WriteText
	switch g.format {
	case "json":
		write = d.WriteJSON
	case "markdown":
		write = d.WriteMarkdown
	}
	if err := write(cmd.OutOrStdout()); err != nil {
		return err
	}
	if exitCode && !d.Same() {
		return findingsError{}
	}
	return nil
}
