package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ronde/internal/build"
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
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, diag.Refuse("--site: there is no folder %s", g.site)
	}
	if err != nil {
		return nil, nil, diag.Refuse("%s: %s", "--site", diag.Fact(err))
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
		return diag.Refuse("there is no ronde.yaml in %s, but in %s: go there with cd, or say --site %[2]s", where, filepath.Dir(found[0]))
	}
	return diag.Refuse("there is no ronde.yaml in %s: go to the folder of a site with cd, or name it with --site", where)
}

// setLanguage is run before every command: --lang, or RONDE_LANG, or English.
func (g *global) setLanguage(*cobra.Command, []string) (err error) {
	tag, from := g.lang, "--lang"
	if tag == "" {
		tag, from = g.getenv("RONDE_LANG"), "RONDE_LANG"
	}
	if g.language, err = diag.LanguageOf(cmp.Or(tag, "en")); err != nil {
		return diag.Refuse("%s: %s", from, diag.Fact(err))
	}
	return nil
}

// refuse prints an error in the language of the findings.
func (g *global) refuse(w io.Writer, err error) {
	for i, line := range diag.Told(err) {
		text := diag.Visible(line.In(g.language)) // it may name files that somebody else placed
		if i == 0 {
			text = "ronde: " + text
		}
		fmt.Fprintln(w, text)
	}
}

// typedLanguage is the value of --lang in a command line that was not read to its end.
func typedLanguage(args []string) string {
	for i, arg := range args {
		if tag, ok := strings.CutPrefix(arg, "--lang="); ok {
			return tag
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// siteDate is the day that --now or SOURCE_DATE_EPOCH names; nil when neither
// does and ronde.yaml or the newest release decides.
func (g *global) siteDate() (*period.Date, error) {
	if g.now != "" {
		d, err := period.ParseDate(g.now)
		if err != nil {
			return nil, notADay("--now", g.now)
		}
		return &d, nil
	}
	if epoch := g.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return nil, diag.Refuse("SOURCE_DATE_EPOCH is a number of seconds since 1970, not %q", epoch)
		}
		moment := time.Unix(seconds, 0).UTC()
		if year := moment.Year(); year < 1970 || year > 9999 { // of milliseconds, for example
			return nil, diag.Refuse("SOURCE_DATE_EPOCH is a number of seconds since 1970, and %s lies in the year %d", epoch, year)
		}
		d := period.DateOf(moment)
		return &d, nil
	}
	return nil, nil
}

// say prints what was done, for people; --quiet and the formats for programs silence it.
func (g *global) say(cmd *cobra.Command, lines ...diag.Phrase) {
	if g.quiet || g.format != "text" && g.format != formatGitHub {
		return
	}
	for _, line := range lines {
		fmt.Fprintln(cmd.OutOrStdout(), line.In(g.language))
	}
}

// done prints what a run did and what usually comes next.
func (g *global) done(cmd *cobra.Command, result build.Result) {
	g.say(cmd, result.Summary...)
	if !result.Next.IsZero() {
		g.next(cmd, result.Next)
	}
}

// next prints what usually comes next, for somebody who reads along.
func (g *global) next(cmd *cobra.Command, lines ...diag.Phrase) {
	if g.format == "text" {
		g.say(cmd, lines...)
	}
}

// today is the day that a time zone has now, or this machine where the site
// names none.
func (g *global) today(zone string) (period.Date, error) {
	now := g.clock()
	if zone != "" {
		place, err := time.LoadLocation(zone)
		if err != nil {
			return 0, diag.Refuse("ronde.yaml: there is no time zone %q: mend time_zone, or name the day yourself", zone)
		}
		now = now.In(place)
	}
	return period.DateOf(now), nil
}
