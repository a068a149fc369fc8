package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

func releaseCommand(g *global) *cobra.Command {
	var date, kind, redo, published string
	var reasons, with, refresh, observations, figures, restore []string
	var takeDown, validated bool
	cmd := &cobra.Command{
		Use:   "release ROUND",
		Short: "Seal the report of a round: the only way a number becomes public",
		Long: `Release checks everything, protects and compiles the report of a round in all
its languages, and writes it as a sealed edition below
content/reports/ROUND/editions/. Commit that folder; publishing shows it.

Deliveries that it takes in and nobody has validated are listed; with --validated, or
with validation: required in ronde.yaml, they stop it. An organisation signs a delivery
off in the YAML beside it:

  validated: {role: head of statistics, on: 2022-09-05}

A round that is already released gets its next edition as a correction, which
starts from the edition it replaces and needs a kind and a reason:

  ronde release 2022-07 --date 2022-09-05
  ronde release 2022-07 --kind revision --with 2022-08/dvz/attestations \
      --reason "nl=Herziene telling van juli" --reason "fr=Comptage révisé de juillet"
  ronde release --redo 2022-08@1

Kinds: revision, error, late, reclassification, editorial, translation. --with names
drops that the correction takes in; of a drop of a later round only the rows count whose
period ends in or before the round. --redo compiles an edition again on top of another
branch's release; it is refused when another release follows it, or when readers have
it: when versions.json of the published site lists it. That is read from the folder
public, where ronde build publishes; --published names another, or a downloaded list:

  ronde release --redo 2022-08@1 --published versions.json
  ronde release --redo 2022-08@1 --date 2022-09-05   dated otherwise

A release of kind withdrawal takes back a report, or figures of it. Readers find a notice
with the reason at their addresses; what was sealed stays in the repository:

  ronde release 2022-07 --kind withdrawal --reason "en=…"
  ronde release 2022-07 --kind withdrawal --figure pupils-provinces --reason "en=…"

--take-down removes the sealed bytes too, and leaves a mark in their place; --observation
removes a value from the data of all editions. Both are for what must not exist, such as
a count of very few persons. A correction publishes what was withdrawn again only with
--restore.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if strings.HasPrefix(redo, "-") && len(args) > 0 {
				if _, err := seal.ParseReleaseID(args[0]); err == nil {
					return diag.Refuse("--redo stands before the edition, as here:").
						Below(diag.Verbatim("  ronde release --redo " + strings.Join(slices.Insert(slices.Clone(args), 1, redo), " ")))
				}
			}
			if redo == "" && cmd.Flags().Changed("published") {
				return diag.Refuse("--published is for --redo: a new release changes nothing that is online")
			}
			rounds := 1
			if redo != "" {
				rounds = 0 // the edition names it
			}
			return arguments(rounds, rounds, diag.Say("one round, such as 2022-07, or --redo with an edition, such as 2022-07@1"))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.forCI(cmd)
			if err != nil {
				return err
			}
			defer done()
			request, err := releaseRequest(args, date, kind, redo, reasons, with, refresh)
			if err != nil {
				return err
			}
			if request.Observations, err = observationKeys(observations); err != nil {
				return err
			}
			if redo != "" {
				if request.Online, err = onlineEditions(published, cmd.Flags().Changed("published")); err != nil {
					return err
				}
			}
			request.Figures, request.Restore, request.TakeDown = figures, restore, takeDown
			request.Strict, request.Validated, request.Today = g.strict, validated, g.today
			result := build.Release(fsys, g.site, request)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.done(cmd, result)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&date, "date", "", "day of the release; today in the time zone of the site when left out")
	flags.StringVar(&kind, "kind", "", "kind of a release that is not the first of its round: "+kindList())
	flags.StringArrayVar(&reasons, "reason", nil, `why a correction is released, per language: "en=…"`)
	flags.StringArrayVar(&with, "with", nil, "a drop that the correction takes in, such as 2022-08/dvz/attestations")
	flags.StringArrayVar(&refresh, "refresh", nil, "what else a correction takes as it is today: data, codebook or figures")
	flags.StringVar(&redo, "redo", "", "an edition to compile again, such as 2022-08@1")
	flags.StringVar(&published, "published", publicFolder, "for --redo, what readers have: published folder, or its versions.json")
	flags.StringArrayVar(&figures, "figure", nil, "id of a figure that a withdrawal takes back; without one it is the report")
	flags.StringArrayVar(&observations, "observation", nil, `a value that a withdrawal takes down everywhere: "INDICATOR [CODES] PERIOD", as for ronde trace`)
	flags.BoolVar(&takeDown, "take-down", false, "a withdrawal also removes the sealed bytes of what it takes back")
	flags.BoolVar(&validated, "validated", false, "release only what somebody has validated: validated: {role, on} beside each delivery")
	flags.StringArrayVar(&restore, "restore", nil, "what a correction publishes again though it is withdrawn: a figure's id, or report")
	return cmd
}

// kinds are those that --kind takes.
func kinds() []seal.Kind { return append(seal.Corrections(), seal.Withdrawal) }

func kindList() string {
	var words []string
	for _, k := range kinds() {
		words = append(words, string(k))
	}
	return strings.Join(words, ", ")
}

// meantKind is the kind that was shortened or misspelt.
func meantKind(word string) (meant string, ok bool) {
	for _, k := range kinds() {
		if len(word) > 2 && strings.HasPrefix(string(k), strings.ToLower(word)) {
			return string(k), true
		}
	}
	return diag.Nearest(word, strings.Split(kindList(), ", "))
}

// observationKeys reads the values that are to be taken down.
func observationKeys(texts []string) ([]observation.Key, error) {
	var keys []observation.Key
	for _, text := range texts {
		words := strings.Fields(text)
		if len(words) < 2 || len(words) > 3 {
			return nil, diag.Refuse("--observation is an indicator, codes and a period, such as \"attestations BE-VLG 2022-07\", not %q", text)
		}
		key, err := observationKey(words)
		if err != nil {
			return nil, diag.Refuse("%s: %s", "--observation", diag.Fact(err))
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func releaseRequest(args []string, date, kind, redo string, reasons, with, refresh []string) (r build.ReleaseRequest, err error) {
	if date != "" {
		if r.Date, err = period.ParseDate(date); err != nil {
			return r, notADay("--date", date)
		}
	}
	r.Dated = date != ""
	if redo != "" {
		if kind != "" || len(reasons)+len(with)+len(refresh) > 0 {
			return r, diag.Refuse("--redo makes an edition again as it was asked for: leave out --kind, --reason, --with and --refresh")
		}
		if r.Redo, err = seal.ParseReleaseID(redo); err != nil {
			return r, diag.Refuse("--redo names an edition, such as 2022-07@1, not %q", redo)
		}
	} else if r.Round, err = parseRound("ROUND", args[0]); err != nil {
		return r, err
	}
	if kind != "" {
		r.Kind = seal.Kind(kind)
		if !slices.Contains(kinds(), r.Kind) {
			if meant, ok := meantKind(kind); ok {
				return r, diag.Refuse("--kind is one of %s, not %q: did you mean %s?", kindList(), kind, meant)
			}
			return r, diag.Refuse("--kind is one of %s, not %q", kindList(), kind)
		}
	}
	if r.Reason, err = translations("reason", "Corrected count for July", reasons); err != nil {
		return r, err
	}
	for _, name := range with {
		id, err := drop.ParseID(strings.TrimSuffix(strings.TrimPrefix(name, "data/drops/"), ".csv"))
		if err != nil {
			return r, diag.Refuse("--with names a drop, such as 2022-08/dvz/attestations, not %q", name)
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
			return r, diag.Refuse("--refresh is data, codebook or figures, not %q", what)
		}
	}
	return r, nil
}
