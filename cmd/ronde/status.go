package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/dues"
	"ronde/internal/locale"
)

func statusCommand(g *global) *cobra.Command {
	var reminder, language string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Tell who owes what, since when, and for which report",
		Long: `Status lists the deliveries that are due and have not come, by organisation: those whose
day is past, and those of months that are over whose day is still to come. A delivery is
due on the day that its contract says, or up to the cutoff of the report if that is later.

  ronde status
  ronde status --now 2022-10-20 --format markdown >> "$GITHUB_STEP_SUMMARY"

The day is that of --now or SOURCE_DATE_EPOCH, and otherwise today, where the site is.
That something is owed is no error: the exit code is 0.

--reminder writes a letter to an organisation, with all that it owes, in its language or
that of --language: nl, fr, de or en. It is signed with the title of the site.

  ronde status --reminder dvz --language fr`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if language != "" && reminder == "" {
				return diag.Refuse("--language is that of a reminder: name the organisation with --reminder")
			}
			fsys, done, err := g.open("markdown")
			if err != nil {
				return err
			}
			defer done()
			now, err := g.siteDate()
			if err != nil {
				return err
			}
			d, book, result := build.Status(fsys, build.Options{SiteDate: now, Today: g.today})
			if d == nil {
				return g.report(cmd, result)
			}
			if reminder != "" {
				text, err := remind(d, book, reminder, language)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), text)
				return err
			}
			switch g.format {
			case "json":
				return d.WriteJSON(cmd.OutOrStdout())
			case "markdown":
				return d.WriteMarkdown(cmd.OutOrStdout())
			}
			return d.WriteText(cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&reminder, "reminder", "", "write a letter to this organisation, such as dvz")
	cmd.Flags().StringVar(&language, "language", "", "language of the letter: nl, fr, de or en")
	return cmd
}

// remind writes the letter, in the language that was named, that of the organisation, or
// the first of the site.
func remind(d *dues.Dues, book *codebook.Codebook, id, language string) (string, error) {
	organisation, ok := book.Organisation(id)
	if !ok {
		if near, found := diag.Nearest(id, book.OrganisationIDs()); found {
			return "", diag.Refuse("--reminder: there is no organisation %s: did you mean %s?", id, near)
		}
		return "", diag.Refuse("--reminder: there is no organisation %s", id)
	}
	for _, tag := range append([]string{language, organisation.Language}, book.Site.LanguageTags()...) {
		l, known := locale.For(tag)
		if !known {
			if tag == language && tag != "" {
				return "", diag.Refuse("--language is one of %s, not %q", strings.Join(locale.Languages(), ", "), tag)
			}
			continue
		}
		for _, o := range d.Organisations {
			if o.Organisation != organisation {
				continue
			}
			text, owes := o.Reminder(l, book)
			if !owes {
				return "", diag.Refuse("--reminder: %s owes nothing on %s", organisation.ID.Value, d.Date)
			}
			return text, nil
		}
	}
	return "", diag.Refuse("--reminder: name a language with --language: %s", strings.Join(locale.Languages(), ", "))
}
