package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/volume"
)

// global holds the flags that every command has.
type global struct {
	getenv func(string) string
	clock  func() time.Time
	site   string
	format string
	lang   string
	strict bool
	quiet  bool
	redact bool
	now    string

	language diag.Language // of the findings, by lang
}

// open gives the files of the site. Links that leave its folder are not
// followed. Some commands have more formats than text and json.
func (g *global) open(more ...string) (fs.FS, func(), error) {
	if err := g.checkFormat(more...); err != nil {
		return nil, nil, err
	}
	folder, err := volume.OpenFolder(g.site)
	if err != nil {
		return nil, nil, fmt.Errorf("--site: %w", err)
	}
	if _, err := folder.Stat("ronde.yaml"); err != nil {
		folder.Close()
		return nil, nil, noSite(g.site)
	}
	return folder, func() { folder.Close() }, nil
}

// noSite says where the program looked, since "." tells nobody where he is, and names the
// site that lies in a folder of it.
func noSite(folder string) error {
	where := folder
	if full, err := filepath.Abs(folder); err == nil {
		where = full
	}
	found, _ := filepath.Glob(filepath.Join(folder, "*", "ronde.yaml")) // its error is a malformed pattern
	if len(found) == 1 {
		return fmt.Errorf("there is no ronde.yaml in %s, but in %s: go there with cd, or say --site %[2]s", where, filepath.Dir(found[0]))
	}
	return fmt.Errorf("there is no ronde.yaml in %s: go to the folder of a site with cd, or name it with --site", where)
}

// setLanguage is run before every command: --lang, or RONDE_LANG, or English.
func (g *global) setLanguage(*cobra.Command, []string) (err error) {
	tag, from := g.lang, "--lang"
	if tag == "" {
		tag, from = g.getenv("RONDE_LANG"), "RONDE_LANG"
	}
	if g.language, err = diag.LanguageOf(cmp.Or(tag, "en")); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return nil
}

// siteDate is the day that --now or SOURCE_DATE_EPOCH names; nil when neither
// does and ronde.yaml or the newest release decides.
func (g *global) siteDate() (*period.Date, error) {
	if g.now != "" {
		d, err := period.ParseDate(g.now)
		if err != nil {
			return nil, fmt.Errorf("--now is a day such as 2023-10-05, not %q", g.now)
		}
		return &d, nil
	}
	if epoch := g.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds, not %q", epoch)
		}
		moment := time.Unix(seconds, 0).UTC()
		if year := moment.Year(); year < 1970 || year > 9999 { // of milliseconds, for example
			return nil, fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds since 1970, and %s lies in the year %d", epoch, year)
		}
		d := period.DateOf(moment)
		return &d, nil
	}
	return nil, nil
}

// say prints what was done, for people; --quiet and the formats for programs silence it.
func (g *global) say(cmd *cobra.Command, format string, args ...any) {
	if !g.quiet && (g.format == "text" || g.format == "github") {
		fmt.Fprintf(cmd.OutOrStdout(), format+"\n", args...)
	}
}

// today is the day that a time zone has now, or this machine where the site
// names none.
func (g *global) today(zone string) (period.Date, error) {
	now := g.clock()
	if zone != "" {
		place, err := time.LoadLocation(zone)
		if err != nil {
			return 0, fmt.Errorf("ronde.yaml: there is no time zone %q: mend time_zone, or name the day yourself", zone)
		}
		now = now.In(place)
	}
	return period.DateOf(now), nil
}
