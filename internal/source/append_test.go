package source

import (
	"bytes"
	"testing"
)

func TestAppendItem(t *testing.T) {
	for _, test := range []struct{ name, before, after string }{
		{"at the end", "ronde: 1\nlist:\n  # first\n  - id: a # kept\n    name: x\n", "ronde: 1\nlist:\n  # first\n  - id: a # kept\n    name: x\n  - id: b\n    name:\n      nl: y\n"},
		{"without a last line end", "list:\n- id: a", "list:\n- id: a\n- id: b\n  name:\n    nl: y\n"},
		{"before empty lines and another key", "list:\n- {id: a}\n\n# of the next\nronde: 1\n", "list:\n- {id: a}\n- id: b\n  name:\n    nl: y\n\n# of the next\nronde: 1\n"},
		{"behind a comment of the list", "list:\n  - id: a\n  # and more\n\n\n", "list:\n  - id: a\n  # and more\n  - id: b\n    name:\n      nl: y\n\n\n"},
		{"Windows, with a mark", "\ufefflist:\r\n  - id: a\r\n", "\ufefflist:\r\n  - id: a\r\n  - id: b\r\n    name:\r\n      nl: y\r\n"},
	} {
		f := &File{Path: "a.yaml", Content: []byte(test.before)}
		got, ok := AppendItem(f, "list", []byte("id: b\nname:\n  nl: y\n"))
		if !ok || string(got) != test.after {
			t.Errorf("%s: %v, %q, want %q", test.name, ok, got, test.after)
		}
		if !bytes.Equal(f.Content, []byte(test.before)) {
			t.Errorf("%s: the file was changed", test.name)
		}
	}
	for _, without := range []string{"ronde: 1\n", "list: []\n", "list: [{id: a}]\n", "list: {a: b}\n", "- id: a\n", "list:\n", "list: [", ""} {
		if got, ok := AppendItem(&File{Path: "a.yaml", Content: []byte(without)}, "list", []byte("id: b\n")); ok {
			t.Errorf("%q became %q", without, got)
		}
	}
}
