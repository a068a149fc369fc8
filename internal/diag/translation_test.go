package diag

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// words are those that reach Word: what code names by a word of its own.
var words = []string{
	"month", "quarter", "year", "week", "date", "span", // kinds of periods
	"organisation", "unit", "indicator", "code list", "dataset", "event", "topic", "level", "dimension",
	"code", "column", "language", "action", "the site", "the accessibility statement", "meeting", "release", "a line of figure", // what has an id or a label
	"file", "folder", "symbolic link", "device or pipe", // what stands in a folder
	"kind", "seal of the release before it", // what a list of editions says
	"the disk is full", "make room on it", // why a disk refuses
	"the disk can be read only", "make it writable, or use a folder on another disk",
	"writing is not allowed", "look who may write there, and whether another program has a file of it open",
}

// said finds every English format that can be printed: what Say and Refuse are called with
// in the packages and the commands of the program, the words above, and what the structs of
// formats say of keys that are required.
func said(t *testing.T) map[string]string {
	formats := map[string]string{}
	for _, word := range words {
		formats[word] = "translation_test.go"
	}
	collect(t, "..", formats)
	collect(t, "../../cmd", formats)
	delete(formats, "%s") // Verbatim: the same in every language
	return formats
}

// collect finds the formats of the packages below a folder.
func collect(t *testing.T, folder string, formats map[string]string) {
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		place := strings.TrimPrefix(filepath.ToSlash(name), "../")
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if !callsSay(n, file.Name.Name == "diag") {
					return true
				}
				literal, ok := n.Args[0].(*ast.BasicLit)
				if !ok {
					t.Errorf("%s: the format is not written out", set.Position(n.Pos()))
					return true
				}
				format, _ := strconv.Unquote(literal.Value)
				formats[format] = place
			case *ast.Field:
				if n.Tag == nil {
					return true
				}
				text, _ := strconv.Unquote(n.Tag.Value)
				tag := reflect.StructTag(text)
				if doc := tag.Get("doc"); doc != "" && strings.HasSuffix(tag.Get("key"), ",required") {
					formats[strings.ReplaceAll(doc, "%", "%%")] = place
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// callsSay reports whether a call makes a phrase.
func callsSay(call *ast.CallExpr, inDiag bool) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return inDiag && makesPhrase(f.Name)
	case *ast.SelectorExpr:
		of, ok := f.X.(*ast.Ident)
		return ok && of.Name == "diag" && makesPhrase(f.Sel.Name)
	}
	return false
}

func makesPhrase(name string) bool { return name == "Say" || name == "Refuse" }

// TestTranslations: every format that can be printed is translated into each language,
// with the same arguments, and nothing else is.
func TestTranslations(t *testing.T) {
	formats := said(t)
	for _, tag := range Languages()[1:] {
		language, err := LanguageOf(tag)
		if err != nil {
			t.Fatal(err)
		}
		for format, place := range formats {
			translated, ok := language.translations[format]
			switch {
			case !ok:
				t.Errorf("%s: %q of %s is not translated", tag, format, place)
			case !slices.Equal(verbs(t, format), verbs(t, translated)):
				t.Errorf("%s: %q of %s has other arguments than its translation %q", tag, format, place, translated)
			case strings.TrimSpace(translated) == "" || quoted(format) != quoted(translated):
				t.Errorf("%s: %q of %s has other code between ` ` than its translation %q", tag, format, place, translated)
			}
		}
		for format := range language.translations {
			if _, used := formats[format]; !used {
				t.Errorf("%s: nothing says %q any more", tag, format)
			}
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[([0-9]+)\])?([0-9.]*[a-zA-Z%])`)

// verbs lists what a format prints: the number of the argument and how it is written,
// each once, by number.
func verbs(t *testing.T, format string) []string {
	var all []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		all = append(all, fmt.Sprintf("%d %s", next, m[2]))
		next++
	}
	if strings.HasSuffix(format, "%") && !strings.HasSuffix(format, "%%") {
		t.Errorf("%q ends in a sign that stands for nothing", format)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

var code = regexp.MustCompile("`[^`]*`")

// quoted is the code that a text holds between back quotes, in alphabetical order.
func quoted(format string) string {
	all := code.FindAllString(format, -1)
	for i := range all {
		all[i] = verb.ReplaceAllString(all[i], "%$2")
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

func TestPhrase(t *testing.T) {
	nl := Language{"nl", map[string]string{
		"%s is %d years old, says %s": "%[3]s zegt dat %[1]s %[2]d jaar oud is",
		"the office":                  "de dienst",
		"élan of %s":                  "élan van %s",
	}}
	p := Say("%s is %d years old, says %s", `"x"`, 3, upperFirst(Say("the office")))
	for _, test := range []struct {
		p        Phrase
		language Language
		want     string
	}{
		{p, Language{}, `"x" is 3 years old, says The office`},
		{p, nl, `De dienst zegt dat "x" 3 jaar oud is`},
		{upperFirst(Say("élan of %s", Verbatim("5 %"))), nl, "Élan van 5 %"},
		{lowerFirst(Say("Not %s", "100 %")), nl, "not 100 %"},
		{Word("5 %"), nl, "5 %"},
		{Phrase{}, nl, ""},
		{list([]Phrase{Say("a"), Say("b")}), nl, "a, b"},
		{And([]string{"a", "b", "c"}), Language{}, "a, b and c"},
	} {
		if got := test.p.In(test.language); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	if !p.Equal(Verbatim(p.String())) || p.Equal(Phrase{}) {
		t.Error("phrases are equal when they say the same")
	}
}

func TestParseTranslations(t *testing.T) {
	table := map[string]string{}
	if err := parseTranslations("# a\n\nmsgid \"a \"\n\"b\\n\"\nmsgstr \"c\"\n\nmsgid \"d\"\nmsgstr \"e\"\n", table); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a b\n": "c", "d": "e"}, table); diff != "" {
		t.Error(diff)
	}
	for _, content := range []string{
		"msgid \"d\"\nmsgstr \"again\"\n", "msgid \"a\"\n", "msgid \"a\"\nmsgid \"b\"\n", "msgstr \"a\"\n", "\"a\"\n",
		"msgid \"a\"\nmsgstr \"\"\n", "msgid a\n", "what\n",
	} {
		if err := parseTranslations(content, map[string]string{"d": "e"}); err == nil {
			t.Errorf("%q is accepted", content)
		}
	}
}

// TestTranslationFiles: the files are those of the format, and are in each language the
// same.
func TestTranslationFiles(t *testing.T) {
	var first []string
	for _, tag := range Languages()[1:] {
		entries, err := os.ReadDir(filepath.Join("translations", tag))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		if first == nil {
			first = names
		}
		if diff := cmp.Diff(first, names); diff != "" {
			t.Errorf("%s: %s", tag, diff)
		}
	}
}
