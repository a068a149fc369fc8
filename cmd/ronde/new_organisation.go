package main

import (
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

func newOrganisationCommand(g *global) *cobra.Command {
	var names, shorts []string
	var language, url, from string
	cmd := &cobra.Command{
		Use:   "organisation ID",
		Short: "Add an institution that delivers to data/organisations.yaml",
		Long: `Organisation adds an institution to the end of data/organisations.yaml. Order, comments
and all else in the file stay as they are. Its id is also the name of the folder of its
deliveries, and never changes.

  ronde new organisation vdab --name "nl=Vlaamse Dienst voor Arbeidsbemiddeling" \
      --name "fr=Office flamand de l’emploi" --short VDAB

A name without a language is the same in all of them. What is missing is asked for on a
terminal.`,
		Args: arguments(1, 1, diag.Say("the id of the organisation, such as vdab")),
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			r := build.OrganisationRequest{ID: args[0], Language: language, URL: url, Ask: g.ask(cmd)}
			if r.Name, err = texts("name", names); err != nil {
				return err
			}
			if r.Short, err = texts("short", shorts); err != nil {
				return err
			}
			if from != "" {
				if r.From, err = parseRound("--from", from); err != nil {
					return err
				}
			}
			result := build.NewOrganisation(fsys, g.site, r)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, result.Summary...)
			g.next(cmd, diag.NextOfOrganisation(r.ID))
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&names, "name", nil, `full name, per language: "en=Immigration Office"; without a language, the same in all`)
	flags.StringArrayVar(&shorts, "short", nil, "short name, for tables and source lines, written as --name")
	flags.StringVar(&language, "language", "", "language of its free-text notes, such as nl")
	flags.StringVar(&url, "url", "", "address of its own site")
	flags.StringVar(&from, "from", "", "first round in which it takes part; from the beginning when left out")
	return cmd
}

// texts reads what an option says per language: "nl=Attesten", or one text for all, which has
// the language "".
func texts(flag string, given []string) (map[string]string, error) {
	all := map[string]string{}
	for _, one := range given {
		language, text, found := strings.Cut(one, "=")
		if !found || len(language) != 2 {
			language, text = "", one
		}
		text = strings.TrimSpace(text)
		if _, twice := all[language]; twice || text == "" || len(given) > 1 && language == "" {
			return nil, diag.Refuse("--%s is one text for each language, as in \"nl=…\", or a single one for all, not %q", flag, one)
		}
		all[language] = text
	}
	return all, nil
}
