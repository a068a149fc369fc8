package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// arguments refuses a command line with fewer or more arguments than a command has. takes
// says in words which they are.
func arguments(least, most int, takes string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
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

// unknownFlag points to the page that lists the options of a command.
func unknownFlag(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%w: see %s --help", err, cmd.CommandPath())
}
