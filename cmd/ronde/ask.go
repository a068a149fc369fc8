package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
)

// ask answers what no option answered: with a question on standard error and a line of
// standard input, when somebody sits there. In CI and in scripts the option is missed.
func (g *global) ask(cmd *cobra.Command) build.Ask {
	in := bufio.NewReader(cmd.InOrStdin())
	return func(flag, question, fallback string) (string, error) {
		missed := fmt.Errorf("--%s is missing (%s): see %s --help", flag, question, cmd.CommandPath())
		if g.getenv("CI") != "" || !isTerminal(cmd.InOrStdin()) {
			return "", missed
		}
		proposal := ""
		if fallback != "" {
			proposal = " [" + fallback + "]"
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "%s%s: ", question, proposal)
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

// isTerminal reports whether somebody can type there.
func isTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}
