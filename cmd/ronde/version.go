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
			version := "built from source"
			if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
				version = info.Main.Version
			}
			fmt.Fprintf(cmd.OutOrStdout(), "ronde %s, editions %s\n", version, seal.Format)
			return nil
		},
	}
}
