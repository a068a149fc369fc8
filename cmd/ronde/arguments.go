package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// arguments refuses a command line with fewer or more arguments than a command has. takes
// says in words which they are.
func arguments(least, most int, takes diag.Phrase) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		refusal := diag.Refuse("%s takes %s: see %s --help", cmd.Name(), takes, cmd.CommandPath())
		if len(args) > most {
			refusal = diag.Refuse("%s takes %s; a name with spaces stands between quotation marks: see %s --help", cmd.Name(), takes, cmd.CommandPath())
		}
		return &argumentsError{refusal, takes, least, most}
	}
}

// noArguments refuses arguments of a command that has only options.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return diag.Refuse("%s takes no arguments, and %q is one: see %s --help", cmd.Name(), args[0], cmd.CommandPath())
}

// unknownFlag points to the page that lists the options of a command, or names the one that
// was meant.
func unknownFlag(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	var valueless *pflag.ValueRequiredError
	var unknownShort *pflag.NotExistError
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	switch {
	case errors.As(err, &invalid):
		return diag.Refuse("--%s cannot be %q: see %s --help", invalid.GetFlag().Name, invalid.GetValue(), cmd.CommandPath())
	case errors.As(err, &valueless):
		return diag.Refuse("behind --%s its value is missing: see %s --help", valueless.GetSpecifiedName(), cmd.CommandPath())
	case errors.As(err, &unknownShort) && unknownShort.GetSpecifiedShortnames() != "":
		return oneDash(cmd, unknownShort.GetSpecifiedShortnames())
	case !unknown:
		return diag.Refuse("%s: see %s --help", err.Error(), cmd.CommandPath())
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if meant, ok := diag.Nearest(name, known); ok {
		return diag.Refuse("there is no option --%s: did you mean --%s? See %s --help", name, meant, cmd.CommandPath())
	}
	return diag.Refuse("there is no option --%s: see %s --help", name, cmd.CommandPath())
}

// oneDash refuses an option with one dash, where a letter stands, and names the one with two.
func oneDash(cmd *cobra.Command, letters string) error {
	name, _, _ := strings.Cut(letters, "=")
	if cmd.Flags().Lookup(name) != nil {
		return diag.Refuse("there is no option -%s: did you mean --%[1]s, with two dashes? See %s --help", name, cmd.CommandPath())
	}
	return diag.Refuse("there is no option -%s: see %s --help", name, cmd.CommandPath())
}

// meantCommand is an error that names the command that was meant by one that does not
// exist; err itself when it is another error, or none is near.
func meantCommand(root *cobra.Command, err error) error {
	rest, ok := strings.CutPrefix(err.Error(), "unknown command \"")
	if !ok {
		return err
	}
	name, _, _ := strings.Cut(rest, "\"")
	var known []string
	for _, c := range root.Commands() {
		known = append(known, c.Name())
	}
	if meant, ok := diag.Nearest(name, known); ok {
		return diag.Refuse("there is no command %s: did you mean ronde %s?", diag.Quote(name), meant)
	}
	return diag.Refuse("there is no command %s: see ronde --help", diag.Quote(name))
}

// translations reads the values of a flag that gives a text in several languages, such as
// en=… and nl=…; example is a text as it is usual there.
func translations(flag, example string, values []string) (source.Text, error) {
	var pairs []string
	for _, value := range values {
		language, text, found := strings.Cut(value, "=")
		if !found || len(language) != 2 || strings.TrimSpace(text) == "" {
			return source.Text{}, diag.Refuse("--%s names its language: \"en=%s\", not %q", flag, example, value)
		}
		pairs = append(pairs, language, strings.TrimSpace(text))
	}
	return source.NewText(pairs...), nil
}
