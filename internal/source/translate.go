package source

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// AddLanguages gives a YAML file with the texts that a later form of it has in some
// languages, where the earlier form has a text without them; nothing else of the later one.
// Items of lists are the same when they have the same id or code. A list of languages at
// the top gets the new ones too. When nothing is added the bytes are those of the earlier
// form.
func AddLanguages(earlier, later []byte, languages []string) ([]byte, error) {
	var was, is yaml.Node
	if err := yaml.Unmarshal(earlier, &was); err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(later, &is); err != nil {
		return nil, err
	}
	if len(was.Content) == 0 || len(is.Content) == 0 {
		return earlier, nil
	}
	t := translator{languages: languages}
	t.list(was.Content[0], is.Content[0])
	if t.node(was.Content[0], is.Content[0]); t.added == 0 {
		return earlier, nil
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(&was); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

type translator struct {
	languages []string
	added     int
}

// list adds the languages to a list of languages, in the order of the later one.
func (t *translator) list(was, is *yaml.Node) {
	have, now := valueOf(was, "languages"), valueOf(is, "languages")
	if have == nil || now == nil {
		return
	}
	var all []*yaml.Node
	for _, n := range now.Content {
		known := slices.ContainsFunc(have.Content, func(h *yaml.Node) bool { return h.Value == n.Value })
		if known || slices.Contains(t.languages, n.Value) {
			all = append(all, n)
		}
	}
	for _, h := range have.Content {
		if !slices.ContainsFunc(all, func(n *yaml.Node) bool { return n.Value == h.Value }) {
			all = append(all, h)
		}
	}
	if len(all) > len(have.Content) {
		have.Content = all
		t.added++
	}
}

// node adds the new words to a part of a file from the same part of the later form.
func (t *translator) node(was, is *yaml.Node) {
	if was.Kind != is.Kind {
		return
	}
	switch was.Kind {
	case yaml.MappingNode:
		t.mapping(was, is)
	case yaml.SequenceNode:
		for i, item := range was.Content {
			if same := counterpart(was, is, i); same != nil {
				t.node(item, same)
			}
		}
	}
}

func (t *translator) mapping(was, is *yaml.Node) {
	words := t.words(is)
	for i := 0; i+1 < len(is.Content); i += 2 {
		key := is.Content[i].Value
		switch had := valueOf(was, key); {
		case had != nil:
			t.node(had, is.Content[i+1])
		case words && slices.Contains(t.languages, key):
			was.Content = append(was.Content, is.Content[i], is.Content[i+1])
			t.added++
		}
	}
}

// words reports whether a mapping is a text by language: one of the languages is a key,
// and all values are texts under keys that are languages.
func (t *translator) words(n *yaml.Node) bool {
	found := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		if len(key) != 2 || n.Content[i+1].Kind != yaml.ScalarNode {
			return false
		}
		found = found || slices.Contains(t.languages, key)
	}
	return found
}

// counterpart is the later form of an item of a list: that with the same id or code, or
// the one at the same place where items have neither and none came or went.
func counterpart(was, is *yaml.Node, i int) *yaml.Node {
	for _, name := range []string{"id", "code"} {
		id := valueOf(was.Content[i], name)
		if id == nil {
			continue
		}
		for _, item := range is.Content {
			if other := valueOf(item, name); other != nil && other.Value == id.Value {
				return item
			}
		}
		return nil
	}
	if len(was.Content) == len(is.Content) {
		return is.Content[i]
	}
	return nil
}

// valueOf is the value of a key of a mapping; nil for none.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
