package main

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/diag"
)

// An argumentsError is a command line with fewer or more arguments than a command has.
type argumentsError struct {
	*diag.Refusal
	takes       diag.Phrase // in words
	least, most int
}

func (e *argumentsError) Unwrap() error { return e.Refusal }

// withQuotes is an error that shows the command line as it was meant, when what is wrong
// with it are the words of a text, or of the name of a file, that was typed without
// quotation marks; else err.
func withQuotes(cmd *cobra.Command, line []string, tag string, err error) error {
	var wrong *argumentsError
	if !errors.As(err, &wrong) {
		return err
	}
	said, ok := quoted(cmd, line, tag, wrong.least, wrong.most)
	if !ok {
		return err
	}
	return diag.Refuse("%s takes %s; what holds spaces stands between quotation marks:", cmd.Name(), wrong.takes).Below(diag.Verbatim("  " + said))
}

// textOption reports whether an option takes what often has spaces, and whether it begins
// with a language, as in nl=….
func textOption(name string) (text, perLanguage bool) {
	switch name {
	case "reason", "note", "changed":
		return true, true
	case "name", "short", "source", "sheet", "observation", "from":
		return true, false
	}
	return false, false
}

// language is what begins a text per language.
var language = regexp.MustCompile(`^[a-z]{2}=`)

// A part of a command line is an argument, or an option with its value.
type part struct {
	option, value string
	words         []string // that stand behind the value of a text, and may belong to it
}

// quoted is a command line in which the words behind a text belong to it, or, where there
// are none, the words of the name of a file are one argument. ok is false when
// that does not give the command as many arguments as it has. tag is the language of a text
// that names none.
func quoted(cmd *cobra.Command, line []string, tag string, least, most int) (said string, ok bool) {
	var parts []part
	arguments := 1 - len(strings.Fields(cmd.CommandPath())) // the names of the command are none
	last := -1                                              // the last text with words behind it
	for len(line) > 0 {
		var p part
		if p, line, ok = nextPart(cmd, line, tag); !ok {
			return "", false
		}
		if p.option == "" {
			arguments++
		}
		if len(p.words) > 0 {
			last = len(parts)
		}
		parts = append(parts, p)
	}
	if last < 0 {
		var joined int
		if parts, joined = joinFile(parts); joined == 0 {
			return "", false
		}
		arguments -= joined
	}
	if arguments > most || last < 0 && arguments < least {
		return "", false
	}
	if lacks := least - arguments; lacks > 0 { // the last words are arguments after all
		words := parts[last].words
		if lacks >= len(words) {
			return "", false
		}
		parts[last].words = words[:len(words)-lacks]
		for _, word := range words[len(words)-lacks:] {
			parts = append(parts, part{value: word})
		}
	}
	said = "ronde"
	for _, p := range parts {
		if p.option != "" {
			said += " " + p.option
		}
		if value := strings.Join(append([]string{p.value}, p.words...), " "); value != "" {
			said += " " + diag.Typed(value)
		}
	}
	return said, true
}

// joinFile makes one argument of those that together are the name of a file, and says how
// many are fewer then.
func joinFile(parts []part) ([]part, int) {
	for i := range parts {
		name := parts[i].value
		for n := i + 1; parts[i].option == "" && n < len(parts) && parts[n].option == ""; n++ {
			name += " " + parts[n].value
			if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
				return slices.Concat(parts[:i], []part{{value: name}}, parts[n+1:]), n - i
			}
		}
	}
	return parts, 0
}

// nextPart takes the first part of a command line off.
func nextPart(cmd *cobra.Command, line []string, tag string) (p part, rest []string, ok bool) {
	first, rest := line[0], line[1:]
	name, isOption := strings.CutPrefix(first, "--")
	if !isOption {
		return part{value: first}, rest, !strings.ContainsAny(first, `"`)
	}
	name, value, joined := strings.Cut(name, "=")
	flag := cmd.Flags().Lookup(name)
	if flag == nil {
		return p, nil, false
	}
	text, perLanguage := textOption(name)
	switch {
	case flag.NoOptDefVal != "" || joined && !text: // a switch, or a value that is none of several words
		return part{option: first}, rest, true
	case !joined && len(rest) == 0:
		return p, nil, false
	case !joined:
		value, rest = rest[0], rest[1:]
	}
	if perLanguage && !language.MatchString(value) {
		value = tag + "=" + value
	}
	p = part{option: "--" + name, value: value}
	for text && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		p.words, rest = append(p.words, rest[0]), rest[1:]
	}
	return p, rest, !strings.ContainsAny(value+strings.Join(p.words, ""), `"`)
}
