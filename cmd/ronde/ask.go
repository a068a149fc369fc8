package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
)

// ask answers what no option answered: with a question on standard error and a line of
// standard input, when somebody sits there. In CI and in scripts the option is missed, and
// so are those of others, the options that answer what is asked for without fail.
func (g *global) ask(cmd *cobra.Command, others ...string) build.Ask {
	in := bufio.NewReader(cmd.InOrStdin())
	return func(flag string, question diag.Phrase, fallback string) (string, error) {
		missed := missing(cmd, flag, question, others)
		if g.getenv("CI") != "" || !isTerminal(cmd.InOrStdin()) {
			return "", missed
		}
		proposal := ""
		if fallback != "" {
			proposal = " [" + fallback + "]"
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "%s%s: ", question.In(g.language), proposal)
		line, err := in.ReadString('\n')
		if err != nil && (!errors.Is(err, io.EOF) || line == "") {
			fmt.Fprintln(cmd.ErrOrStderr())
			return "", missed
		}
		if answer := strings.TrimSpace(line); answer != "" {
			return answer, nil
		}
		return fallback, nil
	}
}

// missing says that an option is missing, and which of others are.
func missing(cmd *cobra.Command, flag string, question diag.Phrase, others []string) error {
	lacks := []string{"--" + flag}
	for _, other := range others {
		if other != flag && !cmd.Flags().Changed(other) {
			lacks = append(lacks, "--"+other)
		}
	}
	if len(lacks) == 1 {
		return diag.Refuse("%s is missing (%s): see %s --help", lacks[0], question, cmd.CommandPath())
	}
	slices.Sort(lacks)
	return diag.Refuse("%s are missing, and there is no terminal to ask at: see %s --help", diag.And(lacks), cmd.CommandPath())
}

// isTerminal reports whether somebody can type or read there.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && terminal(f)
}
