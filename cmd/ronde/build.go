package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/build"
)

// publicFolder is where a site is published when nothing else is said.
const publicFolder = "public"

func buildCommand(g *global) *cobra.Command {
	var out, baseURL string
	var drafts bool
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
                                       as drafts; never into a published folder`,
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
			result := build.Build(fsys, out, build.Options{
				SiteDate: now, BaseURL: baseURL, Drafts: drafts, Strict: g.strict, Tool: toolDigest(), Anew: g.format != "text",
			})
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, "%s", result.Summary)
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", publicFolder, "folder to publish to")
	cmd.Flags().StringVar(&baseURL, "base-url", "", "address of the published site, in place of that of ronde.yaml")
	cmd.Flags().BoolVar(&drafts, "drafts", false, "show rounds that are not released, as drafts")
	return cmd
}
