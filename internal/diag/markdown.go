package diag

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Markdown writes a text so that a comment or a summary on GitHub and GitLab shows it as it
// is: it becomes no markup, mentions nobody, links to nothing and is no command. It may stand
// in a paragraph, a heading, an item of a list or a cell of a table, also at the beginning of a
// line: spaces there are left out.
//
// What Markdown itself reads is escaped. Mentions, numbers of issues, labels and the like are
// found by the hosts in the text that a page shows, where neither a backslash nor &#64; is
// left of an escape; they pass over code. So a word that holds one is put in code.
func Markdown(text string) string {
	words := strings.Split(strings.TrimLeft(Visible(text), " "), " ")
	for i, word := range words {
		if obeys(word) {
			words[i] = codeSpan(word)
			continue
		}
		words[i] = escapeMarkdown.Replace(word)
	}
	words[0] = startsLine.ReplaceAllString(words[0], `$1\$2`)
	return strings.Join(words, " ")
}

// obeys reports whether a host finds something to do in a word.
func obeys(word string) bool {
	if !strings.ContainsFunc(word, func(r rune) bool { return r < 0x80 && !unicode.IsLetter(r) }) {
		return len(word) >= 7 && commit.MatchString(word) // a word of letters, as most are
	}
	return obeyed.MatchString(word) || slices.ContainsFunc(commit.FindAllString(word, -1), hasLetter)
}

// obeyed is a word in which a host finds something to do.
var obeyed = regexp.MustCompile(strings.Join([]string{
	`@`,                        // mentions, addresses of mail
	`#[\pL\pN_]`,               // issues
	`[!$&~%^]["\pL\pN_{]`,      // merge requests, snippets, epics, labels, milestones, alerts
	`(?i)[a-z][a-z0-9+.-]*://`, // addresses
	`(?i)(?:^|[^a-z0-9])www\.`, //
	`(?i)(?:mailto|xmpp):`,     //
	`:[^\s:]+:`,                // :emoji:
	`^[^\pL\pN]*/[a-zA-Z]`,     // commands
	`[\[{][+-]|[+-][\]}]`,      // changes within a line
	`\[\[|\[!|(?i)\[_?toc`,     // pages, notes, a table of contents
	`\[[a-z_]+:|\*[a-z_]+:`,    // work items, iterations
	`\b[A-Z][A-Z0-9_]+-[0-9]`,  // numbers of other trackers
}, "|"))

// commit is the name of a commit, of seven digits or more. Digits alone are a number.
var commit = regexp.MustCompile(`\b[0-9a-f]{7,}\b`)

func hasLetter(text string) bool { return strings.ContainsAny(text, "abcdef") }

// codeSpan puts a word in code. What would end it, or the cell of a table, stands outside.
func codeSpan(word string) string {
	var b strings.Builder
	for word != "" {
		end := strings.IndexAny(word, "`|")
		if end < 0 {
			end = len(word)
		}
		if end > 0 {
			b.WriteString("`" + word[:end] + "`")
		}
		if word = word[end:]; word != "" {
			b.WriteString(escapeMarkdown.Replace(word[:1]))
			word = word[1:]
		}
	}
	return b.String()
}

// escapeMarkdown escapes what has a meaning within a line.
var escapeMarkdown = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, "#", `\#`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "|", "&#124;", "`", "&#96;", "$", "&#36;")

// startsLine is a word that has a meaning at the beginning of a line alone.
var startsLine = regexp.MustCompile(`^([0-9]*)([-+=.)][-=]*)$`)
