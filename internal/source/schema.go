package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Schema gives the JSON Schema (draft 2020-12) of the YAML files that
// DecodeYAML reads into a struct such as sample, from the same tags. Editors
// complete keys and mark mistakes with it.
//
// A schema sees values after YAML has read them: where a text is expected that
// may look like a number, both kinds are allowed, since DecodeYAML takes it as
// it is written. What it cannot say is left to DecodeYAML: that a date exists,
// that a number has at most six digits after its point, that a whole number is
// not written 1.0, the rules of Checker.
//
// The error is that sample is no struct or pointer to one.
func Schema(title, id string, sample any) ([]byte, error) {
	t := reflect.TypeOf(sample)
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return nil, fmt.Errorf("no schema for %T: not a struct", sample)
	}
	s := schemaWriter{names: map[reflect.Type]string{}}
	version := object{{"description", "Version of the format"}, {"const", 1}}
	body := s.structure(t, member{"ronde", version})
	schema := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", id},
		{"title", title},
	}
	schema = append(schema, body...)
	if len(s.definitions) > 0 {
		slices.SortFunc(s.definitions, func(a, b member) int { return strings.Compare(a.name, b.name) })
		schema = append(schema, member{"$defs", s.definitions})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schema); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

const (
	datePattern   = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
	periodPattern = "^([0-9]{4}(-(Q[1-4]|W(0[1-9]|[1-4][0-9]|5[0-3])|(0[1-9]|1[0-2])))?|" + datePattern + "(/" + datePattern + ")?)$"
)

type schemaWriter struct {
	names       map[reflect.Type]string // of the definitions begun so far
	definitions object
}

// structure describes the keys of a struct.
func (s *schemaWriter) structure(t reflect.Type, first ...member) object {
	properties := object(first)
	var required []string
	for _, m := range first {
		required = append(required, m.name)
	}
	for _, f := range fieldsOf(t) {
		described := s.value(t.FieldByIndex(f.index).Type, f.rules)
		if f.doc != "" {
			described = append(object{{"description", f.doc}}, described...)
		}
		properties = append(properties, member{f.key, described})
		if f.required {
			required = append(required, f.key)
		}
	}
	schema := object{{"type", "object"}, {"properties", properties}}
	if required != nil {
		schema = append(schema, member{"required", required})
	}
	return append(schema, member{"additionalProperties", false})
}

func (s *schemaWriter) value(t reflect.Type, r rules) object {
	switch p := reflect.New(t).Interface().(type) {
	case placed:
		value, _ := p.slot()
		return s.value(reflect.TypeOf(value).Elem(), r)
	case ScalarDecoder:
		return written(p.ScalarPattern())
	case mapping:
		value := p.add(At[string]{})
		keys := r.keys
		r.keys = nil
		schema := object{{"type", "object"}, {"additionalProperties", s.value(reflect.TypeOf(value).Elem(), r)}}
		if keys != nil {
			schema = append(schema, member{"propertyNames", object{{"pattern", keys.pattern.String()}}})
		}
		return schema
	}
	switch t {
	case textType:
		return s.text()
	case decimalType:
		return object{{"type", "number"}, {"exclusiveMinimum", -1_000_000_000_000}, {"exclusiveMaximum", 1_000_000_000_000}}
	case dateType:
		return object{{"type", "string"}, {"format", "date"}, {"pattern", "^" + datePattern + "$"}}
	case periodType:
		// A year alone is a number to YAML.
		return object{{"type", []string{"string", "integer"}}, {"minimum", 1000}, {"maximum", 9999}, {"pattern", periodPattern}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(t.Elem(), r)
	case reflect.Slice:
		return object{{"type", "array"}, {"items", s.value(t.Elem(), r)}}
	case reflect.Struct:
		return s.reference(t)
	case reflect.String:
		switch {
		case len(r.words) > 0:
			return object{{"enum", r.words}}
		case r.form != nil:
			return written(r.form.pattern.String())
		}
		return object{{"type", []string{"string", "number", "boolean"}}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int:
		return object{{"type", "integer"}, {"minimum", -1 << 31}, {"maximum", 1<<31 - 1}}
	}
	panic(fmt.Sprintf("source: a file format cannot hold a %s", t))
}

// written describes a text of a form. Where the form allows a text that YAML
// reads as a number, such as the code 2022, or as true, that is allowed too.
func written(pattern string) object {
	form := regexp.MustCompile(pattern)
	kinds := []string{"string"}
	var minimum object
	switch {
	case form.MatchString("0.5"):
		kinds = append(kinds, "number")
	case form.MatchString("1") || form.MatchString("2022"):
		kinds = append(kinds, "integer")
		if !form.MatchString("-1") {
			minimum = object{{"minimum", 0}}
		}
	}
	if form.MatchString("true") {
		kinds = append(kinds, "boolean")
	}
	schema := object{{"type", kinds}}
	if len(kinds) == 1 {
		schema = object{{"type", "string"}}
	}
	return append(append(schema, minimum...), member{"pattern", pattern})
}

// text describes a Text, once for the whole schema.
func (s *schemaWriter) text() object {
	if _, found := s.names[textType]; !found {
		s.names[textType] = "text"
		plain := object{{"type", []string{"string", "number", "boolean"}}, {"pattern", `\S`}}
		s.definitions = append(s.definitions, member{"text", object{
			{"description", "A text per language, {nl: …, fr: …}, or one text for all languages"},
			{"anyOf", []object{plain, {
				{"type", "object"},
				{"propertyNames", object{{"pattern", forms["language"].pattern.String()}}},
				{"additionalProperties", plain},
				{"minProperties", 1},
			}}},
		}})
	}
	return object{{"$ref", "#/$defs/text"}}
}

// reference gives a link to the definition of a struct, which is written once
// however often, or however deep within itself, the struct is used.
func (s *schemaWriter) reference(t reflect.Type) object {
	name, found := s.names[t]
	if !found {
		name = s.name(t)
		s.names[t] = name
		definition := s.structure(t)
		s.definitions = append(s.definitions, member{name, definition})
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// name is the name of a struct in small letters with hyphens, or that with the
// name of its package when another struct has it already.
func (s *schemaWriter) name(t reflect.Type) string {
	var b strings.Builder
	for i, r := range t.Name() {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	name := b.String()
	for _, taken := range s.names {
		if taken == name {
			return t.PkgPath()[strings.LastIndexByte(t.PkgPath(), '/')+1:] + "-" + name
		}
	}
	return name
}
