package source

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"ronde/internal/number"
	"ronde/internal/period"
)

// EncodeYAML writes a struct in the form that DecodeYAML reads, following the
// same tags: keys in the order of the fields, optional fields without a value
// left out, `ronde: 1` first when versioned is true. The same value gives the
// same bytes on every machine and with every version of the YAML library,
// which is why the library does not write it: these bytes are hashed into
// seals that must hold for decades.
func EncodeYAML(from any, versioned bool) []byte {
	var b bytes.Buffer
	if versioned {
		b.WriteString("ronde: 1\n")
	}
	encodeStruct(&b, reflect.Indirect(reflect.ValueOf(from)), "")
	return b.Bytes()
}

func encodeStruct(b *bytes.Buffer, v reflect.Value, indent string) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			encodeStruct(b, v.Field(i), indent)
			continue
		}
		key, options, _ := strings.Cut(field.Tag.Get("key"), ",")
		if key == "" {
			continue
		}
		value := v.Field(i)
		// What is optional by a pointer is left out when it is nil: one to
		// false was set.
		if value.IsZero() && (options != "required" || value.Kind() == reflect.Pointer) {
			continue
		}
		b.WriteString(indent + key + ":")
		encodeValue(b, value, indent)
	}
}

// encodeValue writes what follows a colon, up to and including the line's end.
func encodeValue(b *bytes.Buffer, v reflect.Value, indent string) {
	v = reflect.Indirect(v)
	if text, ok := encodeScalar(v); ok {
		b.WriteString(" " + text + "\n")
		return
	}
	deeper := indent + "  "
	switch t := v.Interface().(type) {
	case Text:
		if len(t.in) == 1 && t.in[0].language == "" {
			b.WriteString(" " + quoteYAML(t.in[0].text) + "\n")
			return
		}
		b.WriteByte('\n')
		for _, x := range t.in {
			b.WriteString(deeper + quoteYAML(x.language) + ": " + quoteYAML(x.text) + "\n")
		}
		return
	}
	if entries, ok := mapEntries(v); ok {
		if entries.Len() == 0 {
			b.WriteString(" {}\n")
			return
		}
		b.WriteByte('\n')
		for i := range entries.Len() {
			e := entries.Index(i)
			b.WriteString(deeper + quoteYAML(e.Field(0).Interface().(At[string]).Value) + ":")
			encodeValue(b, e.Field(1), deeper)
		}
		return
	}
	switch {
	case v.Kind() == reflect.Slice:
		encodeSlice(b, v, indent)
	case v.Kind() == reflect.Struct && v.NumField() == 2 && v.Type().Field(0).Name == "Value": // At of a struct
		encodeValue(b, v.Field(0), indent)
	case v.Kind() == reflect.Struct:
		var fields bytes.Buffer
		if encodeStruct(&fields, v, deeper); fields.Len() == 0 {
			b.WriteString(" {}\n")
			return
		}
		b.WriteByte('\n')
		b.Write(fields.Bytes())
	default:
		panic(fmt.Sprintf("source: no YAML form for %s", v.Type()))
	}
}

func encodeSlice(b *bytes.Buffer, v reflect.Value, indent string) {
	if v.Len() == 0 {
		b.WriteString(" []\n")
		return
	}
	b.WriteByte('\n')
	for i := range v.Len() {
		item := v.Index(i)
		if text, ok := encodeScalar(item); ok {
			b.WriteString(indent + "  - " + text + "\n")
			continue
		}
		// The first key of an item stands behind its dash: the item is written
		// with the indent of its keys, and the dash takes the place of the
		// last two spaces before the first.
		var inner bytes.Buffer
		encodeValue(&inner, item, indent+"  ")
		first, onNextLine := bytes.CutPrefix(inner.Bytes(), []byte("\n"+indent+"    "))
		if !onNextLine {
			first = bytes.TrimPrefix(first, []byte(" "))
		}
		b.WriteString(indent + "  - ")
		b.Write(first)
	}
}

func mapEntries(v reflect.Value) (entries reflect.Value, ok bool) {
	if v.Kind() != reflect.Struct {
		return entries, false
	}
	entries = v.FieldByName("Entries")
	return entries, entries.IsValid() && entries.Kind() == reflect.Slice
}

func encodeScalar(v reflect.Value) (text string, ok bool) {
	v = reflect.Indirect(v)
	if v.Kind() == reflect.Struct && v.NumField() == 2 && v.Type().Field(0).Name == "Value" && v.Type().Field(1).Name == "Span" {
		return encodeScalar(v.Field(0))
	}
	if readsItself(v.Type()) {
		return quoteYAML(v.Interface().(fmt.Stringer).String()), true
	}
	switch t := v.Interface().(type) {
	case number.Decimal:
		return t.String(), true
	case period.Date:
		return t.String(), true
	case period.Period:
		return quoteYAML(t.String()), true
	}
	switch v.Kind() {
	case reflect.String:
		return quoteYAML(v.String()), true
	case reflect.Bool:
		return fmt.Sprint(v.Bool()), true
	case reflect.Int:
		return fmt.Sprint(v.Int()), true
	}
	return "", false
}

// readsItself reports whether a type is a ScalarDecoder; it is written by its
// String method, which gives what DecodeScalar reads.
func readsItself(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[ScalarDecoder]())
}

var plainYAML = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_./@-]*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?(/[a-z0-9./-]*)?)$`)

// quoteYAML writes a string plain where nobody can read it as anything else,
// and as a JSON string otherwise, which every YAML reader understands. What
// DecodeYAML refuses to see in a file is written as an escape. Bytes that are no
// UTF-8, which no file that was read can hold, become U+FFFD.
func quoteYAML(text string) string {
	switch strings.ToLower(text) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n":
	default:
		// Hashes are quoted whether or not they look like a number.
		if len(text) != 64 && plainYAML.MatchString(text) {
			return text
		}
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case invisible(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Scalar writes one text as a value, a key or an item of YAML.
func Scalar(text string) string { return quoteYAML(text) }
