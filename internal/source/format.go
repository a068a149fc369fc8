package source

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/period"
)

// A ScalarDecoder is a type that reads itself from one value of a YAML file: a
// status set, an id of a drop. It is implemented on the pointer. A type that is
// also written by EncodeYAML has a String method on the value that gives what
// DecodeScalar reads.
type ScalarDecoder interface {
	// DecodeScalar sets the receiver from the value as it is written. The
	// error completes the sentence "X is not …", and says how it is written
	// after a colon: "a drop: write round/organisation/dataset".
	DecodeScalar(text string) error
	// ScalarPattern is the regular expression of JSON Schema (ECMA-262, and
	// RE2 as well) that accepts what DecodeScalar accepts. It is asked of a
	// zero value.
	ScalarPattern() string
}

// A Checker is a struct with a rule that tags cannot express: exactly one of
// its fields, one before another. Check is called after the struct was decoded
// without errors; at is where it begins. It is implemented on the pointer.
type Checker interface {
	Check(at diag.Span, out *diag.List)
}

// field is one key of a struct.
type field struct {
	key      string
	required bool
	doc      string
	rules    rules
	index    []int
}

// rules are what the tags of a field say about its value, or about the items
// of its list, or the values of its map.
type rules struct {
	words []string // enum
	form  *form    // pattern
	keys  *form    // pattern of the keys of a map
}

// form is a way to write a text.
type form struct {
	pattern *regexp.Regexp
	what    diag.Phrase // with its article
	hint    diag.Phrase
}

// The forms that the tag pattern names.
var forms = map[string]*form{
	"id":       {regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`), diag.Say("an id"), diag.Say("an id is of a-z, 0-9 and hyphens, such as work-permits")},
	"code":     {regexp.MustCompile(`^[A-Za-z0-9_-]+$`), diag.Say("a code"), diag.Say("a code is of letters without accents, digits, _ and -, such as BE-VLG")},
	"language": {regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`), diag.Say("a language"), diag.Say("a language is written with its short tag: nl, fr, de, en")},
	"url":      {regexp.MustCompile(`^https?://[^\s<>"]+$`), diag.Say("an address"), diag.Say("an address begins with https:// and has no spaces")},
	"email":    {regexp.MustCompile(`^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$`), diag.Say("a mail address"), diag.Say("a mail address looks like data@example.org")},
}

var (
	intForm     = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	decimalForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
)

var (
	decimalType = reflect.TypeFor[number.Decimal]()
	dateType    = reflect.TypeFor[period.Date]()
	periodType  = reflect.TypeFor[period.Period]()
	textType    = reflect.TypeFor[Text]()
)

// placed is any At.
type placed interface {
	// slot gives pointers to value and place.
	slot() (value any, place *diag.Span)
}

func (a *At[T]) slot() (value any, place *diag.Span) { return &a.Value, &a.Span }

// mapping is any Map.
type mapping interface {
	begin(at diag.Span)
	// add appends an entry and gives a pointer to its value.
	add(key At[string]) (value any)
}

func (m *Map[T]) begin(at diag.Span) { m.Span = at }

func (m *Map[T]) add(key At[string]) (value any) {
	m.Entries = append(m.Entries, MapEntry[T]{Key: key})
	return &m.Entries[len(m.Entries)-1].Value
}

// fieldsOf lists the keys of a struct in the order of its fields, those of
// embedded structs in their place. A tag that is no description of a format is
// a fault of the program.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct && f.Tag.Get("key") == "" {
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				fields = append(fields, inner)
			}
			continue
		}
		key, option, _ := strings.Cut(f.Tag.Get("key"), ",")
		if key == "" {
			continue
		}
		if option != "" && option != "required" {
			panic(fmt.Sprintf("source: %s.%s: unknown option %q of the tag key", t, f.Name, option))
		}
		described := field{key: key, required: option == "required", doc: f.Tag.Get("doc"), index: []int{i}}
		if words := f.Tag.Get("enum"); words != "" {
			described.rules.words = strings.Split(words, "|")
		}
		described.rules.form = formOf(t, f, "pattern")
		described.rules.keys = formOf(t, f, "keys")
		fields = append(fields, described)
	}
	return fields
}

func formOf(t reflect.Type, f reflect.StructField, tag string) *form {
	name := f.Tag.Get(tag)
	if name == "" {
		return nil
	}
	found, ok := forms[name]
	if !ok {
		panic(fmt.Sprintf("source: %s.%s: unknown %s %q", t, f.Name, tag, name))
	}
	return found
}
