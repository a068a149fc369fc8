package source

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/period"
)

// value decodes a node into a Go value of any of the types of the package
// comment. subject names the value in messages: the key in quotation marks.
// key is the node to point at when there is no value. The result is false when
// nothing was set.
func (d *yamlDecoder) value(n, key *yaml.Node, into reflect.Value, subject diag.Phrase, r rules) bool {
	if isNull(n) {
		at := d.spanOf(key)
		if n.Value != "" { // null or ~
			at = d.spanOf(n)
		}
		d.out.Add(diag.EmptyValue(at, subject))
		return false
	}
	pointer := into.Addr().Interface()
	switch p := pointer.(type) {
	case placed:
		value, place := p.slot()
		if !d.value(n, key, reflect.ValueOf(value).Elem(), subject, r) {
			return false
		}
		*place = d.spanOf(n)
		return true
	case ScalarDecoder:
		return d.scalar(n, subject, diag.Say("one value"), func(text string) (what, hint diag.Phrase, ok bool) {
			if err := p.DecodeScalar(text); err != nil {
				form, how, _ := strings.Cut(err.Error(), ": ")
				return diag.Verbatim(form), diag.Verbatim(how), false
			}
			return what, hint, true
		})
	case *Text:
		return d.text(n, p, subject)
	case mapping:
		return d.mapping(n, p, subject, r)
	case *number.Decimal:
		return d.decimal(n, p, subject)
	case *period.Date:
		return d.scalar(n, subject, diag.Say("a date"), func(text string) (what, hint diag.Phrase, ok bool) {
			var err error
			if *p, err = period.ParseDate(text); err != nil {
				return diag.Say("a date"), dateHint(text), false
			}
			return what, hint, true
		})
	case *period.Period:
		return d.scalar(n, subject, diag.Say("a period"), func(text string) (what, hint diag.Phrase, ok bool) {
			var err error
			*p, err = period.Parse(text)
			return diag.Say("a period"), diag.Say("write 2022, 2022-Q3, 2022-07, 2022-W30, 2022-07-25 or 2022-03-10/2022-08-01"), err == nil
		})
	}
	switch into.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(into.Type().Elem())
		if !d.value(n, key, fresh.Elem(), subject, r) {
			return false
		}
		into.Set(fresh)
		return true
	case reflect.Struct:
		if n.Kind != yaml.MappingNode {
			d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("keys with values"), diag.Say("its keys below it, each on a line of its own and indented: %s", strings.Join(keysOf(into.Type()), ", "))))
			return false
		}
		d.structure(n, into)
		return true
	case reflect.Slice:
		return d.list(n, into, subject, r)
	case reflect.String:
		return d.string(n, into, subject, r)
	case reflect.Bool:
		return d.bool(n, into, subject)
	case reflect.Int:
		return d.int(n, into, subject)
	}
	panic(fmt.Sprintf("source: a file format cannot hold a %s", into.Type()))
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for _, f := range fieldsOf(t) {
		keys = append(keys, f.key)
	}
	return keys
}

// keysOfItem are the keys of the items of a list, if they are structs.
func keysOfItem(t reflect.Type) []string {
	if reflect.PointerTo(t).Implements(reflect.TypeFor[placed]()) {
		t = t.Field(0).Type
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return keysOf(t)
}

func (d *yamlDecoder) list(n *yaml.Node, into reflect.Value, subject diag.Phrase, r rules) bool {
	if n.Kind != yaml.SequenceNode {
		example := diag.Say("each item on a line of its own, after a dash")
		if keys := keysOfItem(into.Type().Elem()); len(keys) > 0 {
			example = diag.Say("%s, with its keys: %s", example, strings.Join(keys, ", "))
		} else if n.Kind == yaml.ScalarNode && isPlain(n) {
			example = diag.Verbatim("[" + n.Value + "]")
		}
		d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("a list"), example))
		return false
	}
	one := diag.Say("an item of %s", subject)
	items := reflect.MakeSlice(into.Type(), len(n.Content), len(n.Content))
	ok := true
	for i, item := range n.Content {
		ok = d.value(item, item, items.Index(i), one, r) && ok
	}
	into.Set(items)
	return ok
}

func (d *yamlDecoder) mapping(n *yaml.Node, into mapping, subject diag.Phrase, r rules) bool {
	if n.Kind != yaml.MappingNode {
		d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("keys with values"), diag.Say("`key: value` pairs below it, or {key: value}")))
		return false
	}
	into.begin(d.start(n))
	keys := r.keys
	r.keys = nil
	d.pairs(n, func(key, value *yaml.Node) {
		at := d.spanOf(key)
		if keys != nil && !keys.pattern.MatchString(key.Value) {
			d.out.Add(diag.WrongForm(at, key.Value, keys.what, keys.hint))
		}
		d.free = append(d.free, key.Line)
		slot := into.add(At[string]{key.Value, at})
		d.value(value, key, reflect.ValueOf(slot).Elem(), diag.Verbatim(diag.Quote(key.Value)), r)
	})
	return true
}

// tightLanguage is a text in a language that lost the space behind its colon, and is one
// for all languages to YAML.
var tightLanguage = regexp.MustCompile(`(?s)^([a-z]{2}):(\S.*)$`)

func (d *yamlDecoder) text(n *yaml.Node, into *Text, subject diag.Phrase) bool {
	set := func(language string, n, key *yaml.Node, subject diag.Phrase) {
		if isNull(n) || n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" {
			at := d.spanOf(n)
			if n.Value == "" && isPlain(n) {
				at = d.spanOf(key)
			}
			d.out.Add(diag.EmptyValue(at, subject))
			return
		}
		if n.Kind != yaml.ScalarNode {
			d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("a text"), diag.Phrase{}))
			return
		}
		into.in = append(into.in, translation{d.file.texts.shared(language), d.file.texts.shared(n.Value), d.spanOf(n)})
	}
	switch n.Kind {
	case yaml.ScalarNode:
		into.Span = d.spanOf(n)
		if m := tightLanguage.FindStringSubmatch(n.Value); m != nil && isPlain(n) && !strings.HasPrefix(m[2], "//") {
			d.certain = true
			hint := diag.Say("write `{%s: %s}`", m[1], diag.Visible(m[2]))
			if strings.TrimSpace(d.lines[n.Line-1][:n.Column-1]) == "" {
				hint = diag.Say("write `%s: %s`", m[1], diag.Visible(m[2]))
			}
			d.out.Add(diag.YAMLSyntax(into.Span, diag.Say("no space follows the colon"), hint))
			return false
		}
		set("", n, n, subject)
	case yaml.MappingNode:
		into.Span = d.start(n)
		language := forms["language"]
		d.pairs(n, func(key, value *yaml.Node) {
			if !language.pattern.MatchString(key.Value) {
				d.out.Add(diag.WrongForm(d.spanOf(key), key.Value, language.what, language.hint))
				return
			}
			set(key.Value, value, key, diag.Say("%s in %s", subject, key.Value))
		})
		if len(n.Content) == 0 {
			d.out.Add(diag.EmptyValue(into.Span, subject))
		}
	default:
		d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("a text"), diag.Say("{nl: …, fr: …}, or one text for all languages")))
	}
	return !into.IsZero()
}

// scalar reads a value of any style with parse, which says what the value is not, and
// how it is written.
func (d *yamlDecoder) scalar(n *yaml.Node, subject, want diag.Phrase, parse func(text string) (what, hint diag.Phrase, ok bool)) bool {
	if n.Kind != yaml.ScalarNode {
		d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), want, diag.Phrase{}))
		return false
	}
	if what, hint, ok := parse(n.Value); !ok {
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, what, hint))
		return false
	}
	return true
}

// string keeps the text as it is written, whatever YAML takes it for: 0123, no
// and 2022-08-03 are texts where a text is expected.
func (d *yamlDecoder) string(n *yaml.Node, into reflect.Value, subject diag.Phrase, r rules) bool {
	if n.Kind != yaml.ScalarNode {
		d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), diag.Say("a text"), diag.Phrase{}))
		return false
	}
	if len(r.words) > 0 {
		known := false
		for _, w := range r.words {
			known = known || w == n.Value
		}
		if !known {
			d.out.Add(diag.UnknownWord(d.spanOf(n), subject, n.Value, r.words))
			return false
		}
	}
	if r.form != nil && !r.form.pattern.MatchString(n.Value) {
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, r.form.what, r.form.hint))
		return false
	}
	into.SetString(d.file.texts.shared(n.Value))
	return true
}

// bool takes true and false. What YAML 1.1 took for them (yes, on) is a text
// since YAML 1.2, and other readers disagree on it.
func (d *yamlDecoder) bool(n *yaml.Node, into reflect.Value, subject diag.Phrase) bool {
	if !d.plain(n, subject, diag.Say("true or false")) {
		return false
	}
	if n.Tag != "!!bool" {
		hint := diag.Say("write true or false")
		switch strings.ToLower(n.Value) {
		case "yes", "y", "on", "ja", "oui", "1":
			hint = diag.Say("write true")
		case "no", "n", "off", "nee", "nein", "non", "0":
			hint = diag.Say("write false")
		}
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, diag.Say("true or false"), hint))
		return false
	}
	into.SetBool(strings.EqualFold(n.Value, "true"))
	return true
}

func (d *yamlDecoder) int(n *yaml.Node, into reflect.Value, subject diag.Phrase) bool {
	if !d.plain(n, subject, diag.Say("a whole number")) {
		return false
	}
	i, err := strconv.ParseInt(n.Value, 10, 32)
	switch {
	case !intForm.MatchString(n.Value):
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, diag.Say("a whole number"), diag.Say("write digits only, such as 1250")))
		return false
	case err != nil:
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, diag.Say("a whole number that can be right here"), diag.Say("look whether a digit is too many")))
		return false
	}
	into.SetInt(i)
	return true
}

func (d *yamlDecoder) decimal(n *yaml.Node, into *number.Decimal, subject diag.Phrase) bool {
	if !d.plain(n, subject, diag.Say("a number")) {
		return false
	}
	if !decimalForm.MatchString(n.Value) {
		hint := diag.Say("write it with a point and without grouping, such as 1250.5")
		if before, after, found := strings.Cut(n.Value, ","); found && len(after) != 3 && decimalForm.MatchString(before+"."+after) {
			hint = diag.Say("write %s.%s", before, after) // With three digits it could be thousands.
		}
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, diag.Say("a number"), hint))
		return false
	}
	value, err := number.Parse(n.Value)
	if err != nil {
		d.out.Add(diag.WrongForm(d.spanOf(n), n.Value, diag.Say("a number that Ronde can hold"), diag.Say("a number has at most 12 digits before and 6 after the point")))
		return false
	}
	*into = value
	return true
}

// plain checks that a value is one word without quotation marks.
func (d *yamlDecoder) plain(n *yaml.Node, subject, want diag.Phrase) bool {
	if n.Kind == yaml.ScalarNode && isPlain(n) {
		return true
	}
	example := diag.Phrase{}
	if n.Kind == yaml.ScalarNode {
		example = diag.Say("it without quotation marks")
	}
	d.out.Add(diag.WrongType(d.spanOf(n), subject, kindOf(n), want, example))
	return false
}

// dateHint writes a date that was written day first the ISO way.
func dateHint(text string) diag.Phrase {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' || r == ' ' })
	if len(parts) == 3 && len(parts[2]) == 4 {
		if iso := fmt.Sprintf("%s-%02s-%02s", parts[2], parts[1], parts[0]); validDate(iso) {
			return diag.Say("write %s (year, month, day)", iso)
		}
	}
	return diag.Say("write year, month and day, such as 2022-07-25")
}

func validDate(text string) bool {
	_, err := period.ParseDate(text)
	return err == nil
}
