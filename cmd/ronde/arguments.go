package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// arguments refuses a command line with fewer or more arguments than a command has. takes
// says in words which they are.
func arguments(least, most int, takes string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		if len(args) > most {
			takes += "; a name with spaces stands between quotation marks"
		}
		return fmt.Errorf("%s takes %s: see %s --help", cmd.Name(), takes, cmd.CommandPath())
	}
}

// noArguments refuses arguments of a command that has only options.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no arguments, and %q is one: see %s --help", cmd.Name(), args[0], cmd.CommandPath())
}

// unknownFlag points to the page that lists the options of a command, or names the one that
// was meant.
func unknownFlag(cmd *cobra.Command, err error) error {
	if name, ok := strings.CutPrefix(err.Error(), "unknown flag: --"); ok {
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if meant, ok := diag.Nearest(name, known); ok {
			return fmt.Errorf("%w: did you mean --%s? See %s --help", err, meant, cmd.CommandPath())
		}
	}
	return fmt.Errorf("%w: see %s --help", err, cmd.CommandPath())
}

// meantCommand names the command that was meant by one that does not exist; "" when none is
// near.
func meantCommand(root *cobra.Command, err error) string {
	rest, ok := strings.CutPrefix(err.Error(), "unknown command \"")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "\"")
	var known []string
	for _, c := range root.Commands() {
		known = append(known, c.Name())
	}
	if meant, ok := diag.Nearest(name, known); ok {
		return ": did you mean ronde " + meant + "?"
	}
	return ""
}

// typed is the name of a file as it is typed in a command: between quotation marks where
// they are needed.
func typed(name string) string {
	if strings.ContainsAny(name, " '&();") {
		return `"` + name + `"`
	}
	return name
}

// translations reads the values of a flag that gives a text in several languages, such as
// en=… and nl=…; example is a text as it is usual there.
func translations(flag, example string, values []string) (source.Text, error) {
	var pairs []string
	for _, value := range values {
		language, text, found := strings.Cut(value, "=")
		if !found || len(language) != 2 || strings.TrimSpace(text) == "" {
			return source.Text{}, fmt.Errorf("--%s names its language: \"en=%s\", not %q", flag, example, value)
		}
		pairs = append(pairs, language, strings.TrimSpace(text))
	}
	return source.NewText(pairs...), nil
}
