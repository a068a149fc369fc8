package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestCommandsPage compares docs/commands.md with the help of the program.
func TestCommandsPage(t *testing.T) {
	const name = "../../docs/commands.md"
	want := commandsPage(command(&global{getenv: func(string) string { return "" }, clock: time.Now}))
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(name)
	if err != nil || !bytes.Equal(page, want) {
		t.Errorf("docs/commands.md is not what the commands say of themselves (%v): go test ./cmd/ronde -run TestCommandsPage -update", err)
	}
}

// commandsPage writes what ronde help says of every command as a page.
func commandsPage(root *cobra.Command) []byte {
	var b bytes.Buffer
	b.WriteString("# Commands\n\nWhat `ronde help` says, of every command. `ronde COMMAND --help` prints the same in the\n" +
		"terminal. Most people need five: `new`, `import`, `serve`, `check` and `release`.\n\n" +
		"Exit codes: 0 fine, 1 findings in the files, 2 wrong usage, 3 a fault of ronde.\n\n" +
		"Every command has these options:\n\n")
	options(&b, root.PersistentFlags())
	var write func(c *cobra.Command)
	write = func(c *cobra.Command) {
		fmt.Fprintf(&b, "\n%s %s\n\n", strings.Repeat("#", 1+strings.Count(c.CommandPath(), " ")), c.CommandPath())
		if c.Runnable() {
			fmt.Fprintf(&b, "    %s\n\n", strings.TrimSuffix(c.UseLine(), " [flags]"))
		}
		b.WriteString(paragraphs(c.Long))
		if c.LocalNonPersistentFlags().HasAvailableFlags() {
			b.WriteString("\n")
			options(&b, c.LocalNonPersistentFlags())
		}
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				write(sub)
			}
		}
	}
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" && c.Name() != "completion" { // cobra's own
			write(c)
		}
	}
	return b.Bytes()
}

// options writes a table of flags.
func options(b *bytes.Buffer, flags *pflag.FlagSet) {
	b.WriteString("| option | |\n|---|---|\n")
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" || f.Hidden {
			return
		}
		takes, says := pflag.UnquoteUsage(f)
		says = asMarkdown(says)
		if shown := strings.Trim(f.DefValue, "[]"); shown != "" && shown != "false" && shown != "0" {
			says += fmt.Sprintf(" (`%s` when left out)", shown)
		}
		fmt.Fprintf(b, "| `%s` | %s |\n", strings.TrimSpace("--"+f.Name+" "+takes), strings.ReplaceAll(says, "|", `\|`))
	})
}

var signs = regexp.MustCompile(`[\\*_<>\[\]]`)

func asMarkdown(text string) string { return signs.ReplaceAllString(text, `\$0`) }

// paragraphs writes a long help as Markdown: what is indented is code.
func paragraphs(long string) string {
	var b strings.Builder
	for line := range strings.Lines(long + "\n") {
		if strings.HasPrefix(line, "  ") {
			b.WriteString("  " + line)
			continue
		}
		b.WriteString(asMarkdown(line))
	}
	return b.String()
}
