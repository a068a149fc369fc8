package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"ronde/internal/seal"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of ronde and of the editions it writes",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprintf(cmd.OutOrStdout(), "ronde %s, editions %s\n", programVersion(), seal.Format)
			return nil
		},
	}
}

// release is the version that `make dist` writes into the programs of a release; the linker
// can reach nothing but a variable.
var release string

// programVersion is that of a release, or of the module where its build knows one.
func programVersion() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "built from source"
}
