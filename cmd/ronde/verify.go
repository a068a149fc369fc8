package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/site"
)

func verifyCommand(g *global) *cobra.Command {
	var published string
	cmd := &cobra.Command{
		Use:   "verify DIR | --published DIR|FILE",
		Short: "Tell whether a published folder, or what is online, stands as it was published",
		Long: `Verify compares a published folder, or a copy of it that was downloaded, with the list
of files that Ronde put into it. Every file is read; dates say nothing.

  ronde verify public
  ronde verify public --format json > findings.json

What was altered, is missing, or stands in the place of something else ends with exit
code 1. Files that Ronde did not write are listed and are no error.

The list, ronde-manifest.json, does not prove itself: who can change it can change a
page too. Compare it with a copy that you kept when you published.

With --published, verify looks ahead: would publishing the site in --site change, drop
or seal again an edition that is online? It reads versions.json, which stands in the root
of each published site, from the published folder or as a file that was downloaded.
Let it run before each publication:

  curl -fsSO https://figures.example/versions.json
  ronde verify --published versions.json && ronde build

New editions are named; anything else that differs ends with exit code 1.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("published") {
				if len(args) > 0 {
					return diag.Refuse("verify takes a published folder, or --published and what is online, not both")
				}
				return nil
			}
			return arguments(1, 1, diag.Say("a published folder, or --published and what is online"))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var result build.Result
			if len(args) > 0 {
				if err := g.checkCIFormat(cmd); err != nil {
					return err
				}
				result = build.Verify(args[0])
			} else {
				fsys, done, err := g.forCI(cmd)
				if err != nil {
					return err
				}
				defer done()
				versions, err := readVersions(published)
				if err != nil {
					return err
				}
				result = build.VerifyPublished(fsys, versions)
			}
			if len(result.Summary) > 0 {
				g.say(cmd, result.Summary...)
			}
			return g.report(cmd, result)
		},
	}
	cmd.Flags().StringVar(&published, "published", "", "published folder, or its versions.json: would publishing keep the editions there?")
	return cmd
}

// readVersions reads the list of editions in a published folder, or of that name.
func readVersions(name string) ([]byte, error) {
	name = versionsFile(name)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.Refuse("--published: there is no %s: name the published folder, or the versions.json that was downloaded from the site. Before the first publication there is none, and nothing to verify", name)
	}
	if err != nil {
		return nil, diag.Refuse("%s: %s", "--published", diag.Fact(err))
	}
	return text, nil
}

// versionsFile is the list of editions of a published folder, or name when that is none.
func versionsFile(name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.Join(name, site.VersionsName)
	}
	return name
}

// onlineEditions are those that readers have, by the list that --published names. The
// folder into which the site is published counts when nothing is named, and need not be
// there, or may hold a preview.
func onlineEditions(name string, named bool) (site.Versions, error) {
	if _, err := os.Stat(versionsFile(name)); !named && errors.Is(err, fs.ErrNotExist) {
		return site.Versions{}, nil
	}
	text, err := readVersions(name)
	if err != nil {
		return site.Versions{}, err
	}
	listed, err := site.ParseVersions(text)
	switch {
	case err == nil:
		return listed, nil
	case !named && errors.Is(err, site.ErrPreview):
		return site.Versions{}, nil
	}
	return site.Versions{}, diag.Refuse("--published: %s is no list of the editions that are online: %s. Download versions.json from the site, or name the published folder", versionsFile(name), diag.Fact(err))
}
