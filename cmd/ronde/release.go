package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

func releaseCommand(g *global) *cobra.Command {
	var date, kind, redo string
	var reasons, with, refresh []string
	cmd := &cobra.Command{
		Use:   "release ROUND",
		Short: "Seal the report of a round: the only way a number becomes public",
		Long: `Release checks everything, protects and compiles the report of a round in all
its languages, and writes it as a sealed edition below
content/reports/ROUND/editions/. Commit that folder; publishing shows it.

A round that is already released gets its next edition as a correction, which
starts from the edition it replaces and needs a kind and a reason:

  ronde release 2022-07 --date 2022-09-05
  ronde release 2022-07 --kind revision --with 2022-08/dvz/attestations \
      --reason "nl=Herziene telling van juli" --reason "fr=Comptage révisé de juillet"
  ronde release --redo 2022-08@1

Kinds: revision, error, late, reclassification, editorial, translation. --with names drops that the correction takes in; of a drop of a later
round only the rows count whose period ends in or before the round. --redo
compiles an edition again on top of another branch's release; it is refused
when another release follows it.`,
		Args: func(_ *cobra.Command, args []string) error {
			if (len(args) == 1) == (redo == "") {
				return nil
			}
			return fmt.Errorf("release takes one round, such as 2022-07, or --redo with an edition, such as 2022-07@1")
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			request, err := releaseRequest(args, date, kind, redo, reasons, with, refresh)
			if err != nil {
				return err
			}
			request.Strict, request.Today = g.strict, g.today
			result := build.Release(fsys, g.site, request)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, "%s", result.Summary)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&date, "date", "", "day of the release; today in the time zone of the site when left out")
	flags.StringVar(&kind, "kind", "", "kind of a correction: "+kindList())
	flags.StringArrayVar(&reasons, "reason", nil, `why a correction is released, per language: "en=…"`)
	flags.StringArrayVar(&with, "with", nil, "a drop that the correction takes in, such as 2022-08/dvz/attestations")
	flags.StringArrayVar(&refresh, "refresh", nil, "what else a correction takes as it is today: data, codebook or figures")
	flags.StringVar(&redo, "redo", "", "an edition to compile again, such as 2022-08@1")
	return cmd
}

func kindList() string {
	var words []string
	for _, k := range seal.Corrections() {
		words = append(words, string(k))
	}
	return strings.Join(words, ", ")
}

func releaseRequest(args []string, date, kind, redo string, reasons, with, refresh []string) (r build.ReleaseRequest, err error) {
	if date != "" {
		if r.Date, err = period.ParseDate(date); err != nil {
			return r, fmt.Errorf("--date is a day such as 2022-09-05, not %q", date)
		}
	}
	r.Dated = date != ""
	if redo != "" {
		if r.Redo, err = seal.ParseReleaseID(redo); err != nil {
			return r, fmt.Errorf("--redo: %w", err)
		}
	} else if r.Round, err = period.Parse(args[0]); err != nil || r.Round.Kind() != period.Month {
		return r, fmt.Errorf("a round is a month such as 2022-07, not %q", args[0])
	}
	if kind != "" {
		r.Kind = seal.Kind(kind)
		if !slices.Contains(seal.Corrections(), r.Kind) {
			return r, fmt.Errorf("--kind is one of %s, not %q", kindList(), kind)
		}
	}
	var pairs []string
	for _, reason := range reasons {
		language, text, found := strings.Cut(reason, "=")
		if !found || len(language) != 2 || strings.TrimSpace(text) == "" {
			return r, fmt.Errorf("--reason names its language: \"en=Corrected count for July\", not %q", reason)
		}
		pairs = append(pairs, language, strings.TrimSpace(text))
	}
	r.Reason = source.NewText(pairs...)
	for _, name := range with {
		id, err := drop.ParseID(strings.TrimSuffix(strings.TrimPrefix(name, "data/drops/"), ".csv"))
		if err != nil {
			return r, fmt.Errorf("--with names a drop, such as 2022-08/dvz/attestations: %w", err)
		}
		r.With = append(r.With, id)
	}
	for _, what := range refresh {
		switch what {
		case "data":
			r.RefreshData = true
		case "codebook":
			r.RefreshCodebook = true
		case "figures":
			r.RefreshFigures = true
		default:
			return r, fmt.Errorf("--refresh is data, codebook or figures, not %q", what)
		}
	}
	return r, nil
}
