package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/scaffold"
)

func newSiteCommand(g *global) *cobra.Command {
	var languages []string
	var round string
	cmd := &cobra.Command{
		Use:   "site DIR",
		Short: "Write a small, complete site into a new or empty folder",
		Long: `Site writes a small site that passes every check: an example institution, two
indicators, a contract, a delivery of made-up figures, a report that is not released yet,
and the pages around it. Comments in the files say what each is for, and README.md where
to begin.

  ronde new site figures
  cd figures
  ronde check
  ronde serve --open

The folder must not be there yet, or be empty; that git has begun in it is fine.`,
		Args: arguments(1, 1, diag.Say("the folder of the new site")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := g.checkFormat(); err != nil {
				return err
			}
			if args[0] == "" {
				return diag.Refuse("the folder of the new site has no name: write . for the folder that you are in")
			}
			for i, l := range languages {
				if known := scaffold.SiteLanguages(); !slices.Contains(known, l) {
					return diag.Refuse("--languages are some of %s, not %q", strings.Join(known, ","), l)
				}
				if slices.Contains(languages[:i], l) {
					return diag.Refuse("--languages names %s twice", l)
				}
			}
			if len(languages) == 0 {
				return diag.Refuse("--languages is empty: name one of %s at least", strings.Join(scaffold.SiteLanguages(), ","))
			}
			month, err := g.lastMonth("")
			if err != nil {
				return err
			}
			if round != "" {
				if month, err = parseRound("--round", round); err != nil {
					return err
				}
			}
			files, err := scaffold.Site(languages, month)
			if err != nil {
				return err
			}
			if err := build.NewSite(args[0], files); err != nil {
				return err
			}
			folder := filepath.ToSlash(filepath.Clean(args[0]))
			g.say(cmd, diag.WroteSite(len(files), folder))
			into := ""
			if folder != "." {
				into = diag.Typed(folder)
			}
			g.next(cmd, diag.NextOfSite(into)...)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&languages, "languages", scaffold.SiteLanguages(), "languages of the site, in the order in which one replaces another that is missing")
	flags.StringVar(&round, "round", "", "month of its first report, such as 2022-09; last month when left out")
	return cmd
}

// lastMonth is the month before the one that it is in a time zone.
func (g *global) lastMonth(zone string) (period.Period, error) {
	today, err := g.today(zone)
	if err != nil {
		return period.Period{}, err
	}
	year, month, _ := today.Civil()
	return period.MonthOf(year, month-1), nil
}

// notADay refuses the value of an option that is a day.
func notADay(option, text string) error {
	return diag.Refuse("%s is a day such as 2022-10-05, not %q", option, text)
}

// parseRound reads a round, which flag or argument name says.
func parseRound(name, text string) (period.Period, error) {
	round, err := period.Parse(text)
	if err != nil || round.Kind() != period.Month {
		return round, diag.Refuse("%s is a month such as 2022-09, not %q", name, text)
	}
	return round, nil
}
