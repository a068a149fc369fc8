package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
)

func traceCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "trace INDICATOR [CODES] PERIOD",
		Short: "Tell where a value comes from, and where it was printed",
		Long: `Trace follows a value from the cells in which it was delivered, through the releases
that sealed and printed it, to the addresses at which readers find it. Codes are joined
by points, in the order of the indicator's dimensions; those left out are totals.

  ronde trace attestations 2022-07
  ronde trace attestations-total BE-VLG 2022-07 --format json

It names files, lines and deliveries, which are for insiders: what it prints is not to be
published.`,
		Args: arguments(2, 3, diag.Say("an indicator, codes and a period, such as attestations-total BE-VLG 2022-07")),
		RunE: func(cmd *cobra.Command, args []string) error {
			key, err := observationKey(args)
			if err != nil {
				return err
			}
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			now, err := g.siteDate()
			if err != nil {
				return err
			}
			t, result := build.Trace(fsys, key, build.Options{SiteDate: now})
			if t == nil {
				return g.report(cmd, result)
			}
			if g.format == "json" {
				return t.WriteJSON(cmd.OutOrStdout())
			}
			return t.WriteText(cmd.OutOrStdout())
		},
	}
}

// observationKey reads a key as a person names it: an indicator, codes where they are not
// all totals, and a period.
func observationKey(words []string) (observation.Key, error) {
	last := len(words) - 1
	p, err := period.Parse(words[last])
	if err != nil {
		return observation.Key{}, diag.Refuse("%q is no period: write 2022, 2022-Q3, 2022-07, 2022-W30, 2022-07-25 or 2022-03-10/2022-08-01", words[last])
	}
	key := observation.Key{Series: observation.Series{Indicator: words[0]}, Period: p}
	if last == 2 {
		key.Codes = observation.Codes(words[1])
	}
	return key, nil
}
