package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
)

func TestGuesses(t *testing.T) {
	const text = `ronde: 1
# guess: nobody said
id: a # guess: from the name of the file
name: {nl: "x # guess: no comment", en: y} # GUESS: two languages
text: "x # guess: none" #guess: yes
# an ordinary comment
# guess: above a comment
# that goes on
due: 15
word: a#guess:this is a text, as YAML has it
single: 'x # guess: it''s none' # guess: after a single
columns:
  - {name: maand, is: period} # guess: é
  # guess: of an item
  - name: b # no guess: this
block: | # guess: of a block
  # guess: within the text
  and more
folded: "begins
  # guess: within quotation marks
  ends"
last: 1
# guess:
`
	var out diag.List
	Guesses(&File{Path: "a.yaml", Content: []byte(text)}, &out)
	var got []string
	for _, d := range out.Sorted() {
		got = append(got, d.Span.String()+" "+d.Title.String())
	}
	want := []string{
		"a.yaml:2:1 `id: a` is a guess: nobody said",
		"a.yaml:3:7 `id: a` is a guess: from the name of the file",
		"a.yaml:4:44 `name: {nl: \"x # guess: no comment\", en: y}` is a guess: two languages",
		"a.yaml:5:25 `text: \"x # guess: none\"` is a guess: yes",
		"a.yaml:7:1 `due: 15` is a guess: above a comment",
		"a.yaml:11:33 `single: 'x # guess: it''s none'` is a guess: after a single",
		"a.yaml:13:31 `{name: maand, is: period}` is a guess: é",
		"a.yaml:14:3 `name: b` is a guess: of an item",
		"a.yaml:16:10 `block: |` is a guess: of a block",
		"a.yaml:23:1 something here is a guess",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
