package source

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
)

// MaxYAMLDepth is the number of levels of lists and mappings that a file may
// have within one another. The deepest format of Ronde has fewer than ten.
const MaxYAMLDepth = 32

// A Fragment is YAML inside another file: front matter, a fenced block.
type Fragment struct {
	File *File
	Line int    // line of the file on which Text begins, from 1
	Text []byte // whole lines, without the fences
}

// DecodeYAML reads a YAML file into the struct that into points to, as its tags
// say. All findings go to out; the result is false when one of them is an
// error, and into then holds what could be read.
func DecodeYAML(f *File, into any, out *diag.List) bool {
	if found := f.checkText(); found != nil {
		out.Add(*found)
		return false
	}
	return decodeYAML(Fragment{File: f, Line: 1, Text: f.text()}, into, true, out)
}

// DecodeFragment is DecodeYAML for YAML inside another file. versioned says
// whether the fragment must have a `ronde: 1` of its own.
func DecodeFragment(fragment Fragment, into any, versioned bool, out *diag.List) bool {
	if !utf8.Valid(fragment.Text) {
		found := fragment.File.checkText()
		if found == nil {
			panic("source: the fragment is not a part of its file")
		}
		out.Add(*found)
		return false
	}
	return decodeYAML(fragment, into, versioned, out)
}

func decodeYAML(fragment Fragment, into any, versioned bool, out *diag.List) bool {
	d := &yamlDecoder{
		file:  fragment.File,
		first: fragment.Line,
		lines: splitLines(string(fragment.Text)),
		out:   &diag.List{},
	}
	if fragment.Line > 1 {
		d.around = splitLines(string(fragment.File.text()))
	}
	if !d.checkCharacters() {
		out.Append(d.out)
		return false
	}
	value := reflect.ValueOf(into).Elem()
	d.read(string(fragment.Text), value, versioned)
	if d.out.Errors() > 0 {
		if mend, ok := d.mended(d.slips(), value, versioned); ok {
			out.Add(mend)
			return false
		}
	}
	out.Append(d.out)
	return d.out.Errors() == 0
}

// read decodes a text, the lines of which the decoder has, into a value.
func (d *yamlDecoder) read(text string, into reflect.Value, versioned bool) {
	root, second, err := parseYAML(text)
	switch {
	case err != nil:
		d.unread = true
		d.out.Add(d.syntax(err))
	case second != nil:
		d.out.Add(diag.YAMLFeature(d.span(second.Line, second.Column, 0), diag.Say("a second document after ---"), diag.Say("delete the line ---, or make two files")))
	case d.checkFeatures(root, 0):
		d.document(root, into, versioned)
	}
}

// yamlDecoder holds what messages need to know while a fragment is decoded.
type yamlDecoder struct {
	file   *File
	first  int      // line of the file of the fragment's first line
	lines  []string // of the fragment
	around []string // of the file, when the fragment is a part of it
	out    *diag.List

	unread   bool // the text is not YAML
	certain  bool // a rule of YAML says what is wrong with the text
	misspelt bool // a key is nearly one that the format has

	free []int // lines, counted from 1, of keys where any may stand

	// The line that was asked for last: a file may be one long line, and must
	// not be counted through again for each of its values.
	current struct {
		line    int   // 0 for none
		offsets []int // of its characters, in bytes, and of its end
		shift   int   // characters by which it stands further right in the file
	}
}

// checkCharacters refuses characters that no editor shows: the YAML library
// would stop at some without naming a place, and would count others as line
// ends that no editor counts.
func (d *yamlDecoder) checkCharacters() bool {
	ok := true
	for i, line := range d.lines {
		column := 0
		for _, r := range line {
			column++
			if Invisible(r) {
				d.out.Add(diag.InvisibleCharacter(d.span(i+1, column, column+1), r))
				ok = false
			}
		}
	}
	return ok
}

// Invisible reports whether a character may not stand in a text of an analyst.
func Invisible(r rune) bool { return r != '\t' && r != '\n' && r != '\r' && invisible(r) }

// invisible tells the characters that no editor shows: control characters, line ends
// and byte order marks within a text, and marks that turn the direction of what
// follows, by which a text can show something else than it holds.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cc, r) || ('\u202a' <= r && r <= '\u202e') || ('\u2066' <= r && r <= '\u2069') || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}

// parseYAML gives the first document of a text, nil when it holds nothing, and the
// second, which no format has.
func parseYAML(text string) (root, second *yaml.Node, err error) {
	// The library takes \r alone for a line end, as splitLines does.
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var document, further yaml.Node
	if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
		return nil, nil, nil
	} else if err != nil {
		return nil, nil, err
	}
	switch err := decoder.Decode(&further); {
	case err == nil:
		return nil, &further, nil
	case !errors.Is(err, io.EOF):
		return nil, nil, err
	}
	root = document.Content[0]
	if root.Kind == yaml.ScalarNode && isNull(root) {
		root = nil
	}
	return root, nil, nil
}

// checkFeatures refuses what would make a file mean more than it shows.
func (d *yamlDecoder) checkFeatures(n *yaml.Node, depth int) bool {
	if n == nil {
		return true
	}
	if depth > MaxYAMLDepth {
		d.out.Add(diag.YAMLDepth(d.start(n), MaxYAMLDepth))
		return false
	}
	ok := true
	refuse := func(what, hint diag.Phrase) {
		d.out.Add(diag.YAMLFeature(d.start(n), what, hint))
		ok = false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		refuse(diag.Say("an alias (*%s)", diag.Visible(n.Value)), diag.Say("write the value out, or put quotation marks around a text that begins with *"))
		return false
	case n.Anchor != "":
		refuse(diag.Say("an anchor (&%s)", diag.Visible(n.Anchor)), diag.Say("delete it, or put quotation marks around a text that begins with &"))
	case n.Style&yaml.TaggedStyle != 0:
		refuse(diag.Say("a tag (%s)", diag.Visible(n.Tag)), diag.Say("delete it, or put quotation marks around a text that begins with !"))
	}
	if line := d.swallowed(n); line > 0 {
		end := utf8.RuneCountInString(strings.TrimRight(d.lines[line-1], " \t")) + 1
		d.out.Add(diag.YAMLSyntax(d.span(line, 1, end), diag.Say("this line is read as a part of the text above it"),
			diag.Say("if it is an item of a list, the line with its key is missing above it; if it belongs to the text, begin that with `key: |` and write it below, indented")))
		ok = false
	}
	for _, child := range n.Content {
		ok = d.checkFeatures(child, depth+1) && ok
	}
	return ok
}

// swallowed is the line of a list that a text without quotation marks goes on with, counted
// from 1: YAML reads it so when the key of the list was lost. 0 for none.
func (d *yamlDecoder) swallowed(n *yaml.Node) (line int) {
	if n.Kind != yaml.ScalarNode || !isPlain(n) || !strings.Contains(n.Value, " - ") || n.Line < 1 || n.Line > len(d.lines) {
		return 0
	}
	_, rest, found := strings.Cut(d.lines[n.Line-1], n.Value[:strings.IndexByte(n.Value, ' ')])
	if !found || strings.Contains(rest, " - ") {
		return 0 // The dash stands in the first line.
	}
	for j := n.Line; j < len(d.lines); j++ {
		content := strings.TrimSpace(d.lines[j])
		switch {
		case strings.HasPrefix(content, "- ") && strings.Contains(n.Value, " - "+strings.TrimSpace(content[2:])):
			return j + 1
		case !strings.Contains(n.Value, content):
			return 0
		}
	}
	return 0
}

// document decodes the top of a file.
func (d *yamlDecoder) document(root *yaml.Node, into reflect.Value, versioned bool) {
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	if root.Kind != yaml.MappingNode {
		d.out.Add(diag.WrongType(d.spanOf(root), diag.Say("this file"), kindOf(root), diag.Say("keys with values"), diag.Say("one `key: value` on each line")))
		return
	}
	if versioned {
		root = d.version(root)
	}
	d.structure(root, into)
}

// version checks `ronde: 1` and gives the mapping without it.
func (d *yamlDecoder) version(root *yaml.Node) *yaml.Node {
	rest := *root
	rest.Content = nil
	found := false
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Value != "ronde" || found {
			rest.Content = append(rest.Content, key, value)
			continue
		}
		found = true
		if value.Kind != yaml.ScalarNode || value.Value != "1" || !isPlain(value) {
			d.out.Add(diag.FormatVersionOther(d.spanOf(value), value.Value))
		}
	}
	if !found {
		d.out.Add(diag.FormatVersionMissing(d.file.Path))
	}
	return &rest
}

// structure decodes a mapping into a struct.
func (d *yamlDecoder) structure(n *yaml.Node, into reflect.Value) {
	before := d.out.Errors()
	fields := fieldsOf(into.Type())
	known := make([]string, len(fields))
	for i, f := range fields {
		known[i] = f.key
	}
	seen := map[string]diag.Span{}
	d.pairs(n, func(key, value *yaml.Node) {
		for _, f := range fields {
			if f.key == key.Value {
				seen[f.key] = d.spanOf(key)
				d.value(value, key, reflect.Value.FieldByIndex(into, f.index), diag.Verbatim(fmt.Sprintf("%q", f.key)), f.rules)
				return
			}
		}
		if _, near := diag.Nearest(key.Value, known); near && strings.TrimLeft(key.Value, "+-") == key.Value {
			d.misspelt = true
		}
		d.out.Add(diag.UnknownKey(d.spanOf(key), key.Value, known))
	})
	for _, f := range fields {
		if _, found := seen[f.key]; f.required && !found {
			d.out.Add(diag.MissingKey(d.start(n), f.key, diag.Word(f.doc)))
		}
	}
	if c, ok := into.Addr().Interface().(Checker); ok && d.out.Errors() == before {
		c.Check(d.start(n), d.out)
	}
}

// pairs goes through a mapping, each key once.
func (d *yamlDecoder) pairs(n *yaml.Node, each func(key, value *yaml.Node)) {
	seen := map[string]diag.Span{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || isNull(key) {
			d.out.Add(diag.WrongType(d.spanOf(key), diag.Say("a key"), kindOf(key), diag.Say("a word"), diag.Say("`key: value`")))
			continue
		}
		at := d.spanOf(key)
		if first, twice := seen[key.Value]; twice {
			d.out.Add(diag.DuplicateKey(at, key.Value, first))
			continue
		}
		seen[key.Value] = at
		each(key, value)
	}
}

// span is a place in the file, for a line and columns of the fragment.
func (d *yamlDecoder) span(line, column, end int) diag.Span {
	line = max(line, 1)
	d.look(line)
	s := diag.Span{File: d.file.Path, Line: d.first + line - 1, Column: column}
	if column > 0 {
		s.Column += d.current.shift
	}
	if end > column {
		s.End = end + d.current.shift
	}
	return s
}

// look makes a line of the fragment the current one.
func (d *yamlDecoder) look(line int) {
	if d.current.line == line {
		return
	}
	d.current.line, d.current.offsets, d.current.shift = line, d.current.offsets[:0], 0
	if line > len(d.lines) {
		return
	}
	text := d.lines[line-1]
	for i := range text {
		d.current.offsets = append(d.current.offsets, i)
	}
	d.current.offsets = append(d.current.offsets, len(text))
	if at := d.first + line - 2; d.around != nil && at < len(d.around) {
		// A fenced block inside a list stands further right in the file.
		if before, ok := strings.CutSuffix(d.around[at], text); ok {
			d.current.shift = utf8.RuneCountInString(before)
		}
	}
}

// start is where a node begins.
func (d *yamlDecoder) start(n *yaml.Node) diag.Span { return d.span(n.Line, n.Column, 0) }

// spanOf is the place of a scalar from its first to its last character on its
// first line, quotation marks included; of other nodes only the start.
func (d *yamlDecoder) spanOf(n *yaml.Node) diag.Span {
	if n.Kind != yaml.ScalarNode || n.Line < 1 || n.Line > len(d.lines) {
		return d.start(n)
	}
	d.look(n.Line)
	if n.Column < 1 || n.Column > len(d.current.offsets) {
		return d.start(n)
	}
	rest := d.lines[n.Line-1][d.current.offsets[n.Column-1]:]
	return d.span(n.Line, n.Column, n.Column+scalarLength(rest, n))
}

// scalarLength counts the characters of a scalar at the beginning of rest.
func scalarLength(rest string, n *yaml.Node) int {
	length := len(strings.TrimRight(rest, " \t"))
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		length = min(1, len(rest))
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			if rest[i] == '\\' {
				i++
			} else if rest[i] == '"' {
				length = i + 1
				break
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			if rest[i] == '\'' && strings.HasPrefix(rest[i:], "''") {
				i++
			} else if rest[i] == '\'' {
				length = i + 1
				break
			}
		}
	case strings.HasPrefix(rest, n.Value):
		length = len(n.Value)
	}
	return utf8.RuneCountInString(rest[:length])
}

func isPlain(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && isPlain(n) && n.Tag == "!!null"
}

// kindOf names what a node is, with its article, for messages.
func kindOf(n *yaml.Node) diag.Phrase {
	switch {
	case n.Kind == yaml.MappingNode:
		return diag.Say("keys with values")
	case n.Kind == yaml.SequenceNode:
		return diag.Say("a list")
	case isNull(n):
		return diag.Say("nothing")
	case !isPlain(n):
		return diag.Say("a text between quotation marks")
	case n.Tag == "!!int" || n.Tag == "!!float":
		return diag.Say("a number")
	case n.Tag == "!!bool":
		return diag.Say("true or false")
	}
	return diag.Say("a text")
}
