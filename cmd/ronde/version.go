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

// programVersion is the version of the module, which only a build of a release has.
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "built from source"
}
