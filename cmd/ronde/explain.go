package main

import (
	"github.com/spf13/cobra"

	"ronde/internal/diag"
)

func explainCommand() *cobra.Command {
	var markdown bool
	cmd := &cobra.Command{
		Use:   "explain [ID]",
		Short: "Explain a message: what it means, an example, what to do",
		Long: `Explain says of a message what it means and what to do about it. Its id stands in square
brackets at the end of the message; without an id, all are listed.

  ronde explain number
  ronde explain

With --markdown it writes the page of all messages.`,
		Args: arguments(0, 1, diag.Say("the id of a message, such as number, or nothing")),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			switch {
			case markdown && len(args) > 0:
				return diag.Refuse("explain writes one message, or with --markdown the page of all, not both")
			case markdown:
				return diag.WriteMessages(out)
			case len(args) == 0:
				return diag.WriteIndex(out)
			}
			entry, near, ok := diag.Explain(args[0])
			switch {
			case ok:
				return diag.WriteEntry(out, entry)
			case near != "":
				return diag.Refuse("no message has the id %q: did you mean %s?", args[0], near)
			}
			return diag.Refuse("no message has the id %q: ronde explain lists all", args[0])
		},
	}
	cmd.Flags().BoolVar(&markdown, "markdown", false, "write the page of all messages")
	return cmd
}
