package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

// publicFolder is where a site is published when nothing else is said.
const publicFolder = "public"

func buildCommand(g *global) *cobra.Command {
	var out, baseURL string
	var drafts, keepGoing bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Check, then publish the released reports",
		Long: `Build runs every check and then writes the site to a folder.

Only released editions are published. With an error nothing is written: the
folder stays as it was. Files in the folder that Ronde did not write are kept.
When nothing changed since the folder was written, nothing is done.
Without a release yet, the pages that hold no number are published.

  ronde build                          the site in public/
  ronde build --drafts --out preview   also rounds that are not released, marked
                                       as drafts; never into a published folder
  ronde build --drafts --keep-going --out preview
                                       without the deliveries that have errors, which
                                       the page of deliveries names; ends with 1`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fsys, done, err := g.forCI(cmd)
			if err != nil {
				return err
			}
			defer done()
			now, err := g.siteDate()
			if err != nil {
				return err
			}
			if keepGoing && !drafts {
				return diag.Refuse("--keep-going is for previews: say --drafts too, since nothing with an error is published")
			}
			result := build.Build(fsys, out, build.Options{
				SiteDate: now, KeepGoing: keepGoing, BaseURL: baseURL, Drafts: drafts, Strict: g.strict, Tool: toolDigest(), Anew: g.format != "text",
			})
			err = g.report(cmd, result)
			if len(result.Summary) > 0 { // a preview that kept going has errors too
				g.done(cmd, result)
			}
			return err
		},
	}
	cmd.Flags().StringVar(&out, "out", publicFolder, "folder to publish to")
	cmd.Flags().StringVar(&baseURL, "base-url", "", "address of the published site, in place of that of ronde.yaml")
	cmd.Flags().BoolVar(&drafts, "drafts", false, "show rounds that are not released, as drafts")
	cmd.Flags().BoolVar(&keepGoing, "keep-going", false, "with --drafts, make the preview without the deliveries that have errors")
	return cmd
}
