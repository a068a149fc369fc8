package build

import (
	"fmt"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/scaffold"
	"ronde/internal/source"
)

// What people do to a line of YAML by mistake; the line itself where it does not apply.
var slips = []struct {
	name string
	of   func(line string) string
}{
	{"two spaces too few", func(line string) string { return strings.TrimPrefix(line, "  ") }},
	{"a space too few", func(line string) string { return strings.TrimPrefix(line, " ") }},
	{"two spaces too many", func(line string) string { return "  " + line }},
	{"a space too many", func(line string) string { return " " + line }},
	{"a tab", func(line string) string { return "\t" + strings.TrimLeft(line, " ") }},
	{"the + of a list of changes", func(line string) string { return "+" + line }},
	{"the + in place of a space", func(line string) string { return "+" + strings.TrimPrefix(line, " ") }},
	{"no space behind the colon", func(line string) string { return strings.Replace(line, ": ", ":", 1) }},
	{"no colon", func(line string) string { return keyAlone.ReplaceAllString(line, "$1$2") }},
	{"no dash", func(line string) string { return strings.Replace(line, "- ", "  ", 1) }},
	{"no space behind the dash", func(line string) string { return strings.Replace(line, "- ", "-", 1) }},
	{"a colon in the value", func(line string) string { return textValue.ReplaceAllString(line, "$1: see: $2") }},
	{"an open quotation mark", func(line string) string { return textValue.ReplaceAllString(line, `$1: "$2`) }},
	{"an open bracket", func(line string) string { return strings.Replace(line, "}", "", 1) }},
}

var (
	keyAlone  = regexp.MustCompile(`^([ -]*[a-z_]+):( [^{}]*)?$`)
	textValue = regexp.MustCompile(`^([ -]*[a-z_]+): ([^{}\["#|]*)$`)
)

// One mistake in one line is told at that line, and nothing is told that follows from it.
func TestMistakesAreToldWhereTheyAre(t *testing.T) {
	files, err := scaffold.Site(scaffold.SiteLanguages(), period.MonthOf(2026, 10))
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		content, into := files[name], formatOf(name)
		if into == nil {
			continue
		}
		lines := strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")
		for i, line := range lines {
			if text := strings.TrimSpace(line); text == "" || text[0] == '#' {
				continue
			}
			for _, slip := range slips {
				changed := slip.of(line)
				if changed == line {
					continue
				}
				text := strings.Join(append(append(append([]string{}, lines[:i]...), changed), lines[i+1:]...), "\n")
				var out diag.List
				source.DecodeYAML(&source.File{Path: name, Content: []byte(text)}, reflect.New(into).Interface(), &out)
				found := out.Sorted()
				if tried++; len(found) == 1 && found[0].Span.Line == i+1 || len(found) == 0 && onlyOfItsList(lines, i) {
					continue
				}
				var told strings.Builder
				for _, d := range found {
					fmt.Fprintf(&told, "\n%s: %s", d.Span, d.Title)
				}
				t.Errorf("%s:%d: %s: %q is told so:%s", name, i+1, slip.name, changed, told.String())
			}
		}
	}
	if tried < 1500 {
		t.Errorf("only %d mistakes were tried", tried)
	}
}

// A line that holds only a key, or begins an item of a list, is missed above the line that
// stands there then.
func TestMissingLineIsTold(t *testing.T) {
	files, err := scaffold.Site(scaffold.SiteLanguages(), period.MonthOf(2026, 10))
	if err != nil {
		t.Fatal(err)
	}
	begins := regexp.MustCompile(`^ *([a-z_]+:|- [a-z]+: [a-zA-Z-]+)$`)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		into := formatOf(name)
		if into == nil {
			continue
		}
		lines := strings.Split(strings.TrimSuffix(string(files[name]), "\n"), "\n")
		for i, line := range lines {
			if !begins.MatchString(line) {
				continue
			}
			text := strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "\n")
			var out diag.List
			source.DecodeYAML(&source.File{Path: name, Content: []byte(text)}, reflect.New(into).Interface(), &out)
			found := out.Sorted()
			below := i + 1 // and then the line that follows
			for below < len(lines) && (strings.TrimSpace(lines[below]) == "" || strings.TrimSpace(lines[below])[0] == '#') {
				below++
			}
			if len(found) == 1 && found[0].Span.Line == below || len(found) == 0 && strings.Contains(line, "- ") && isWhole(lines, i) {
				continue
			}
			if len(found) == 1 && found[0].Span.Line == i && onlyOfItsList(lines, i) {
				continue // The key above has no value.
			}
			var told strings.Builder
			for _, d := range found {
				fmt.Fprintf(&told, "\n%s: %s", d.Span, d.Title)
			}
			t.Errorf("%s:%d: without %q is told so:%s", name, i+1, line, told.String())
		}
	}
}

// isWhole tells whether the item of a list that a line begins is that line alone, and others
// stand beside it.
func isWhole(lines []string, i int) bool {
	level := lines[i][:strings.Index(lines[i], "-")+1]
	return (i+1 == len(lines) || !strings.HasPrefix(lines[i+1], level[:len(level)-1]+"  ")) &&
		(strings.HasPrefix(lines[i-1], level) || i+1 < len(lines) && strings.HasPrefix(lines[i+1], level))
}

// formatOf is the type of a YAML file of a site, nil for other files.
func formatOf(name string) reflect.Type {
	kind := ""
	for pattern, of := range map[string]string{
		"ronde.yaml":                     "site",
		"data/organisations.yaml":        "organisations",
		"data/indicators.yaml":           "indicators",
		"data/codelists/*.yaml":          "codelist",
		"data/datasets/*.yaml":           "contract",
		"data/drops/*/*/*.yaml":          "drop",
		"content/topics.yaml":            "topics",
		"content/reports/figures.yaml":   "figures",
		"content/reports/*/report.yaml":  "report",
		"content/reports/*/figures.yaml": "figures",
	} {
		if ok, _ := path.Match(pattern, name); ok {
			kind = of
		}
	}
	for _, s := range schemas {
		if s.kind == kind {
			return reflect.TypeOf(s.sample)
		}
	}
	return nil
}

// onlyOfItsList tells whether a line is a list of one item, which YAML lets begin anywhere.
func onlyOfItsList(lines []string, i int) bool {
	return strings.HasPrefix(strings.TrimLeft(lines[i], " "), "- ") && strings.HasSuffix(lines[i-1], ":") &&
		(i+1 == len(lines) || !strings.HasPrefix(lines[i+1], lines[i][:strings.Index(lines[i], "-")+1]))
}
