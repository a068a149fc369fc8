// Command ronde checks deliveries and commentary, releases sealed editions and
// publishes a static, versioned site of monthly reports.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // Windows and bare containers have none, and the day of a release would depend on it

	"github.com/spf13/cobra"
)

// The exit codes, the same for every command.
const (
	exitFine     = 0
	exitFindings = 1 // errors in the inputs, or warnings under --strict
	exitUsage    = 2 // wrong usage or configuration
	exitBug      = 3 // our own fault
)

func main() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		// Pages are made and forgotten; with the usual 100 a quarter of the time goes
		// into looking for what is still needed of them.
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(430 << 20) // from here on, memory is worth more than time
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, os.Getenv, time.Now))
}

// run is main without the process: what a test calls.
func run(args []string, stdout, stderr io.Writer, getenv func(string) string, clock func() time.Time) (code int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(stderr, "ronde: this is a fault of ronde itself, not of your files: %v\n", r)
			fmt.Fprintf(stderr, "Please send this text to the maintainers; nothing was published.\n\n%s", debug.Stack())
			code = exitBug
		}
	}()
	g := &global{getenv: getenv, clock: clock}
	root := command(g)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteC()
	var findings findingsError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &findings):
		return exitFindings
	}
	// A command line that is not understood has not set the language.
	if g.lang == "" {
		g.lang = typedLanguage(args)
	}
	_ = g.setLanguage(nil, nil) // one that there is not is the error itself, or does not matter
	g.refuse(stderr, withQuotes(cmd, args, g.language.Tag(), meantCommand(root, err)))
	return exitUsage
}

// findingsError ends a command whose findings were printed already.
type findingsError struct{}

func (findingsError) Error() string { return "findings" }

func command(g *global) *cobra.Command {
	root := &cobra.Command{
		Use:   "ronde",
		Short: "Checks deliveries, releases reports, publishes a versioned site",
		Long: `Ronde turns monthly deliveries of figures into a static, versioned website.

Analysts commit data drops (CSV and YAML) and commentary (Markdown) to git.
Ronde checks everything, binds every number in the text to the data, draws the
charts and publishes reports that readers can trust, cite, print and compare.

  ronde new site figures          begin a site with a small example
  ronde check                     check everything, publish nothing
  ronde import FILE.xlsx DATASET  a sheet of a workbook becomes a delivery
  ronde build                     check, then publish the released reports to public/
  ronde build --drafts --out tmp  look at reports that are not released yet
  ronde serve --open              show it in a browser while you write
  ronde release 2022-07           seal the report of July 2022
  ronde diff 2022-07@1 2022-07@2  what a correction changed
  ronde trace attestations 2022-07  where a value comes from
  ronde status                    who owes what, since when
  ronde explain number            what a message means, and what to do
  ronde verify public             whether the published folder is as it was published
  ronde verify --published public  whether publishing would keep the editions that are online

Exit codes: 0 fine, 1 findings in the files, 2 wrong usage, 3 a fault of ronde.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		// They come on lines of their own, and an error is one line.
		DisableSuggestions: true,
	}
	root.SetFlagErrorFunc(unknownFlag)
	root.PersistentPreRunE = g.setLanguage
	root.CompletionOptions.HiddenDefaultCmd = false
	flags := root.PersistentFlags()
	flags.StringVar(&g.site, "site", ".", "folder of the site")
	flags.StringVar(&g.format, "format", "text", "form of the findings: text or json; of check, build, release and verify also github (annotations, the default in GitHub Actions) or sarif")
	flags.StringVar(&g.lang, "lang", "", "language of the findings and of what commands say: en, nl or fr; else that of RONDE_LANG, else en")
	flags.BoolVar(&g.strict, "strict", false, "let warnings fail the run too")
	flags.BoolVar(&g.quiet, "quiet", false, "print findings only")
	flags.BoolVar(&g.redact, "redact", false, "mask small counts in findings; the default where CI is set, --redact=false shows them")
	flags.StringVar(&g.now, "now", "", "site date, such as 2023-10-05, in place of that of ronde.yaml")
	root.AddCommand(checkCommand(g), importCommand(g), buildCommand(g), serveCommand(g), releaseCommand(g), diffCommand(g), traceCommand(g), statusCommand(g), verifyCommand(g), newCommand(g), explainCommand(), schemaCommand(g), versionCommand())
	return root
}
