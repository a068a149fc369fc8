package source

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

// AppendItem adds an item to the end of the list that a YAML file has under a key of its top
// level, and leaves every other byte as it is. item are the lines of a mapping, as EncodeYAML
// writes them. ok is false when the file has no such list, or one that is written in brackets.
func AppendItem(f *File, key string, item []byte) (content []byte, ok bool) {
	text := string(f.text())
	root, _, err := parseYAML(text)
	if err != nil || root == nil || root.Kind != yaml.MappingNode {
		return nil, false
	}
	var list *yaml.Node
	lines := splitLines(text)
	end := len(lines) // lines before the next key
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, value := root.Content[i], root.Content[i+1]
		if list != nil {
			end = name.Line - 1
			break
		}
		if name.Value == key && value.Kind == yaml.SequenceNode && value.Style&yaml.FlowStyle == 0 && len(value.Content) > 0 {
			list = value
		}
	}
	if list == nil {
		return nil, false
	}
	margin := list.Column - 1
	if end < len(lines) {
		margin = max(margin, 1) // a comment at the margin is that of the next key
	}
	for end > 0 && outside(lines[end-1], margin) {
		end--
	}
	newline := "\n"
	if bytes.Contains(f.Content, []byte("\r\n")) {
		newline = "\r\n"
	}
	indent, first := strings.Repeat(" ", list.Column-1), "- "
	var added strings.Builder
	for line := range strings.Lines(string(item)) {
		added.WriteString(indent + first + strings.TrimSuffix(line, "\n") + newline)
		first = "  "
	}
	at := lineOffset(f.Content, end)
	if at > 0 && f.Content[at-1] != '\n' && f.Content[at-1] != '\r' {
		return append(append(bytes.Clone(f.Content), newline...), added.String()...), true
	}
	return bytes.Join([][]byte{f.Content[:at], []byte(added.String()), f.Content[at:]}, nil), true
}

// outside reports whether a line behind a list is no part of it: empty, or a comment with
// fewer spaces before it than margin.
func outside(line string, margin int) bool {
	content := strings.TrimLeft(line, " ")
	return strings.TrimSpace(content) == "" || content[0] == '#' && len(line)-len(content) < margin
}

// lineOffset is the offset of the end of the n-th line, its line end included.
func lineOffset(content []byte, n int) int {
	at := 0
	for range n {
		_, rest := cutLine(content[at:])
		at = len(content) - len(rest)
	}
	return at
}
