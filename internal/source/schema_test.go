package source

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
)

func TestSchemaGolden(t *testing.T) {
	schema, err := Schema("A sample", "https://example.org/schemas/sample.json", &sample{})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "schema.golden", string(schema))
	if _, err := Schema("No struct", "", 3); err == nil {
		t.Error("a schema of a number")
	}
}

// The schema and the decoder accept the same documents: every value below at
// every key of the sample, alone and in lists and mappings.
func TestSchemaAgreesWithDecoder(t *testing.T) {
	text, err := Schema("", "", sample{})
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	scalars := []string{
		"a", "a-1", "A_1", "\"12\"", "12", "-12", "0", "012", "1_000", "12.5", "1.0", "0.5", "-0.25", "1,5", "\"0.5\"",
		"99999999999", "1234567890123", "2022", "2022-07", "2022-Q3", "2022-Q5", "2022-W30", "2022-13", "2022-07-25",
		"2022-07-45", "2022-03-10/2022-08-01", "03/08/2022", "true", "false", "yes", "no", "on", "True", "\"true\"",
		"flow", "stock", "Flow", "BE-VLG", "BE.VLG", "E", "E P", "E  P", "EP", "nl", "nl-BE", "Dutch",
		"https://example.org", "http://x", "ftp://x", "example.org", "a@b.org", "a@b", "\"\"", "\" \"", "~", "", "null", "\"null\"", "é",
	}
	values := append(scalars,
		"[]", "{}", "[a]", "[a, BE]", "[12, true]", "[~]", "[[a]]", "[{of: a}]", "[{of: a, from: 1, to: 2}]", "[{from: 1}]",
		"{of: a}", "{of: A}", "{of: a, to: 2}", "{of: a, to: x}", "{of: a, form: 1}", "{from: 1}", "{of: a, sub: {of: b}}", "{of: a, sub: {to: 1}}",
		"{nl: a, fr: b}", "{nl: \"\"}", "{Nederlands: a}", "{nl: [a]}", "{BE: a, _T: b-1}", "{B.E: a}", "{BE: A}", "{BE: [a, b]}", "{BE: {of: a}}",
	)
	documents := []string{
		"ronde: 1\nid: a\nreceived: 2022-08-03\n", "id: a\nreceived: 2022-08-03\n", "ronde: 2\nid: a\nreceived: 2022-08-03\n",
		"ronde: \"1\"\nid: a\nreceived: 2022-08-03\n", "ronde: 1\nid: a\n", "ronde: 1\nreceived: 2022-08-03\n", "[]", "a",
	}
	for _, f := range fieldsOf(reflect.TypeFor[sample]()) {
		for _, v := range values {
			document := "ronde: 1\n"
			for _, required := range []string{"id: a\n", "received: 2022-08-03\n"} {
				if !strings.HasPrefix(required, f.key+":") {
					document += required
				}
			}
			documents = append(documents, document+f.key+": "+v+"\n")
		}
	}
	accepted := 0
	for _, document := range documents {
		var s sample
		var out diag.List
		decoded := DecodeYAML(&File{Path: "a.yaml", Content: []byte(document)}, &s, &out)
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(document), &root); err != nil {
			t.Fatalf("%s: %v", document, err)
		}
		problem := validate(schema, schema, asJSON(root.Content[0]))
		if decoded && problem != "" {
			t.Errorf("accepted by the decoder alone, for the schema %s:\n%s", problem, document)
		}
		// To a schema 1.0 is the number 1, and True is true: how they are
		// written is lost before it sees them.
		if lost := strings.HasSuffix(document, ": 1.0\n") || strings.HasSuffix(document, ": True\n"); !decoded && problem == "" && !lost {
			t.Errorf("accepted by the schema alone, for the decoder %s:\n%s", out.Sorted()[0].Title, document)
		}
		if decoded {
			accepted++
		}
	}
	if accepted < len(documents)/10 || accepted > len(documents)*9/10 {
		t.Errorf("%d of %d documents are accepted: the table says little", accepted, len(documents))
	}
}

// asJSON gives a YAML value as the readers of YAML 1.2 hand it to a validator.
func asJSON(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = asJSON(n.Content[i+1])
		}
		return object
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, asJSON(item))
		}
		return list
	}
	switch {
	case !isPlain(n):
		return n.Value
	case n.Value == "" || n.Value == "~" || n.Value == "null":
		return nil
	case strings.EqualFold(n.Value, "true"), strings.EqualFold(n.Value, "false"):
		return strings.EqualFold(n.Value, "true")
	case regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?$`).MatchString(n.Value): // 012 is read in two ways
		x, _ := strconv.ParseFloat(n.Value, 64)
		return x
	}
	return n.Value
}

// validate is as much of JSON Schema as Schema uses; the result says what does
// not hold, or "". An unknown keyword is a fault of the test.
func validate(root, schema map[string]any, value any) string {
	for keyword, rule := range schema {
		problem := ""
		switch keyword {
		case "$schema", "$id", "$defs", "title", "description", "properties":
		case "format": // an annotation
		case "$ref":
			name := strings.TrimPrefix(rule.(string), "#/$defs/")
			problem = validate(root, root["$defs"].(map[string]any)[name].(map[string]any), value)
		case "anyOf":
			problem = "none of anyOf"
			for _, s := range rule.([]any) {
				if validate(root, s.(map[string]any), value) == "" {
					problem = ""
				}
			}
		case "type":
			kinds, ok := rule.([]any)
			if !ok {
				kinds = []any{rule}
			}
			problem = fmt.Sprintf("%v is not %v", value, kinds)
			for _, k := range kinds {
				if isKind(value, k.(string)) {
					problem = ""
				}
			}
		case "const":
			if value != rule {
				problem = "const"
			}
		case "enum":
			problem = "enum"
			for _, word := range rule.([]any) {
				if word == value {
					problem = ""
				}
			}
		case "pattern":
			if s, ok := value.(string); ok && !regexp.MustCompile(rule.(string)).MatchString(s) {
				problem = fmt.Sprintf("%q does not match %v", s, rule)
			}
		case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
			x, ok := value.(float64)
			limit := rule.(float64)
			if ok && (keyword == "minimum" && x < limit || keyword == "maximum" && x > limit || keyword == "exclusiveMinimum" && x <= limit || keyword == "exclusiveMaximum" && x >= limit) {
				problem = keyword
			}
		case "items":
			list, _ := value.([]any)
			for _, item := range list {
				if p := validate(root, rule.(map[string]any), item); p != "" {
					problem = p
				}
			}
		case "required":
			object, ok := value.(map[string]any)
			for _, key := range rule.([]any) {
				if _, found := object[key.(string)]; ok && !found {
					problem = "required " + key.(string)
				}
			}
		case "minProperties":
			if object, ok := value.(map[string]any); ok && len(object) < int(rule.(float64)) {
				problem = keyword
			}
		case "propertyNames":
			object, _ := value.(map[string]any)
			for key := range object {
				if p := validate(root, rule.(map[string]any), key); p != "" {
					problem = p
				}
			}
		case "additionalProperties":
			object, _ := value.(map[string]any)
			properties, _ := schema["properties"].(map[string]any)
			for key, v := range object {
				if s, known := properties[key]; known {
					if p := validate(root, s.(map[string]any), v); p != "" {
						problem = p
					}
				} else if s, ok := rule.(map[string]any); !ok {
					problem = "additional " + key
				} else if p := validate(root, s, v); p != "" {
					problem = p
				}
			}
		default:
			panic("unknown keyword " + keyword)
		}
		if problem != "" {
			return problem
		}
	}
	return ""
}

func isKind(value any, kind string) bool {
	switch x := value.(type) {
	case map[string]any:
		return kind == "object"
	case []any:
		return kind == "array"
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case float64:
		return kind == "number" || kind == "integer" && x == float64(int64(x))
	}
	return false
}
