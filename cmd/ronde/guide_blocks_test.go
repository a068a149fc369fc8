package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A block is what stands between two fences of a page of the guide. Its kind is the word
// behind the opening fence:
//
//	sh       commands, one a line, that mean the same in every terminal
//	sh exit=1  commands of which the last one ends with this exit code, the others with 0
//	text     all that the commands before it say
//	yaml, json, markdown  a whole file to write
//	diff     lines of a file to take away (-) and to put there (+), among lines that stay
//	excel    cells of a workbook to change: D7: 22O → 220
//	page     words that a page shows, in their order
//
// The paragraph before a block names the file, the workbook or the page in its last code
// span, as the reader needs it.
type block struct {
	kind    string
	exit    int
	about   string // the last code span of the paragraph before it
	lines   []string
	at, end int // its lines in the page, counted from 0
}

// A page of the guide is its blocks, and what is said between them.
type guidePage struct {
	lines  []string
	blocks []block
	spans  []span
	prose  []string // the text before each block, and that after the last one
}

// A span is a piece of code within a sentence.
type span struct {
	line int
	text string
}

var (
	codeSpan   = regexp.MustCompile("`([^`]+)`")
	exitCode   = regexp.MustCompile(`^sh exit=([1-3])$`)
	blockKinds = []string{"sh", "text", "yaml", "json", "markdown", "diff", "excel", "page"}
	namesFile  = []string{"yaml", "json", "markdown", "diff", "excel", "page"}
)

// readGuide takes a page of the guide apart. Code that is written in any other way would
// be code that nothing runs, and is an error.
func readGuide(content string) (*guidePage, error) {
	p := &guidePage{lines: strings.Split(content, "\n")}
	var open *block
	about, prose := "", ""
	newParagraph := true
	for i, line := range p.lines {
		word, fence := strings.CutPrefix(line, "```")
		switch {
		case open != nil && fence && word == "":
			open.end = i
			open.lines = p.lines[open.at:i]
			p.blocks = append(p.blocks, *open)
			open, about = nil, ""
		case open != nil:
		case fence:
			open = &block{kind: word, at: i + 1, about: about}
			if m := exitCode.FindStringSubmatch(word); m != nil {
				open.kind, open.exit = "sh", int(m[1][0]-'0')
			}
			if !slices.Contains(blockKinds, open.kind) {
				return nil, fmt.Errorf("line %d: a block is one of %s, not %q", i+1, strings.Join(blockKinds, ", "), word)
			}
			if slices.Contains(namesFile, open.kind) && about == "" {
				return nil, fmt.Errorf("line %d: the paragraph before the block names no file", i+1)
			}
			p.prose = append(p.prose, prose)
			prose = ""
		case strings.Contains(line, "```") || strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t"):
			return nil, fmt.Errorf("line %d: a block begins at the left with ```, and is not indented", i+1)
		case line == "":
			newParagraph = true
		default:
			if newParagraph {
				about, newParagraph = "", false
			}
			prose += line + "\n"
			for _, m := range codeSpan.FindAllStringSubmatch(line, -1) {
				about = m[1]
				p.spans = append(p.spans, span{i + 1, m[1]})
			}
		}
	}
	if open != nil {
		return nil, fmt.Errorf("line %d: the block has no end", open.at)
	}
	p.prose = append(p.prose, prose)
	return p, nil
}

// words takes a command apart. What a terminal of Windows and one of Linux would
// understand differently is an error.
func words(command string) ([]string, error) {
	var all []string
	for i, part := range strings.Split(command, `"`) {
		quoted := i%2 == 1
		if odd := strings.IndexAny(part, "'$`\\|&;<>*%!"); odd >= 0 || !quoted && strings.Contains(part, ",") {
			return nil, fmt.Errorf("%s: not the same in every terminal", command)
		}
		if quoted {
			all = append(all, part)
			continue
		}
		all = append(all, strings.Fields(part)...)
	}
	if strings.Count(command, `"`)%2 != 0 {
		return nil, fmt.Errorf("%s: a quotation mark lacks its other half", command)
	}
	return all, nil
}

// changed gives the content of a file after a block of kind diff.
func (b *block) changed(content string) (string, error) {
	var old, now []string
	for _, line := range b.lines {
		sign, rest := " ", ""
		if line != "" {
			sign, rest = line[:1], line[1:]
		}
		if !strings.Contains("+- ", sign) {
			return "", fmt.Errorf("line %q begins with neither + nor - nor a space", line)
		}
		if sign != "+" {
			old = append(old, rest)
		}
		if sign != "-" {
			now = append(now, rest)
		}
	}
	mark := "" // by which Excel knows UTF-8
	if rest, found := strings.CutPrefix(content, "\ufeff"); found {
		mark, content = "\ufeff", rest
	}
	lines := strings.Split(content, "\n")
	at, times := 0, 0
	for i := range len(lines) - len(old) + 1 {
		if slices.Equal(lines[i:i+len(old)], old) {
			at, times = i, times+1
		}
	}
	if times != 1 {
		return "", fmt.Errorf("the lines stand %d times in %s, not once:\n%s", times, b.about, strings.Join(old, "\n"))
	}
	return mark + strings.Join(slices.Replace(lines, at, at+len(old), now...), "\n"), nil
}

// What nothing would run, or would not be the same everywhere, is no page of the guide.
func TestGuideBlocks(t *testing.T) {
	for _, page := range []string{
		"Text.\n\n```bash\nronde check\n```\n",       // a kind that nothing runs
		"Text.\n\n```\nronde check\n```\n",           // no kind
		"- Text:\n\n  ```sh\n  ronde check\n  ```\n", // in a list
		"Text.\n\n    ronde check\n",                 // by indenting
		"Text.\n\n```sh\nronde check\n",              // no end
		"Text.\n\n```diff\n-a\n+b\n```\n",            // of no file
		"In `a`:\n\nText.\n\n```diff\n-a\n+b\n```\n", // of a file that another paragraph names
	} {
		if p, err := readGuide(page); err == nil {
			t.Errorf("taken for a page: %q: %v", page, p.blocks)
		}
	}
	for _, command := range []string{`ronde check --site $HOME`, `ronde check 'a b'`, `cd a\b`, `ronde check && ronde build`, `ronde new site a --languages nl,fr`, `ronde check "a`} {
		if got, err := words(command); err == nil {
			t.Errorf("taken for a command: %s: %q", command, got)
		}
	}
	got, err := words(`ronde new site a --name "x, y" --languages en`)
	if want := []string{"ronde", "new", "site", "a", "--name", "x, y", "--languages", "en"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	change := block{about: "a", lines: []string{" one", "-two", "+2", "+3"}}
	if got, err := change.changed("one\ntwo\nfour\n"); err != nil || got != "one\n2\n3\nfour\n" {
		t.Errorf("%q, %v", got, err)
	}
	for _, content := range []string{"one\n", "one\ntwo\none\ntwo\n", "one\ntwo more\n"} {
		if got, err := change.changed(content); err == nil {
			t.Errorf("%q became %q", content, got)
		}
	}
}
