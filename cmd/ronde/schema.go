package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

func schemaCommand(*global) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Print the JSON Schemas of the YAML files",
		Long: `Schema prints the JSON Schema (draft 2020-12) of one kind of YAML file, or of all.
They are made from the descriptions that the reader itself follows, so an editor
that uses them knows what ronde accepts.

  ronde schema contract
  ronde schema --out .vscode/schemas

Kinds: ` + strings.Join(build.SchemaKinds(), ", "),
		Args:      arguments(0, 1, diag.Say("one kind of file, or none for all")),
		ValidArgs: build.SchemaKinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			kinds := build.SchemaKinds()
			if len(args) == 1 {
				kinds = args
			}
			for _, kind := range kinds {
				content, err := build.Schema(kind)
				if err != nil {
					return err
				}
				if out == "" {
					fmt.Fprintf(cmd.OutOrStdout(), "%s", content)
					continue
				}
				if err := os.MkdirAll(out, 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(out, kind+".schema.json"), content, 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder to write the schemas to, one file each")
	return cmd
}
