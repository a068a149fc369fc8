package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// policy is the shape of the house: for each package, the packages of this
// module that it may import, and the libraries that only it may import. It is a
// statement of policy, not of fact: a new import is a decision about the shape,
// and is taken here first.
//
// A package imports only packages that stand above it. The upper half makes
// editions from deliveries; the lower half shows them. render, theme and
// publish never reach a drop or the cube: what they show came through an
// edition.
const policy = `
diag:
diag/diagtest: diag
cores:
number:
period:
observation:  number period
source:       cores diag number period | gopkg.in/yaml.v3
source/sourcetest: diag period source | github.com/google/go-cmp
codebook:     diag number observation period source
drop/droptest:
drop:         codebook diag number observation period source
cube:         codebook diag drop number observation period source
seal:         diag drop number observation period source
cube/cubetest: codebook cube diag drop number observation period seal source
disclose:     codebook cube diag drop number observation period seal
derive:       codebook cube disclose drop number observation period
locale:       number period | golang.org/x/text
commentary:   codebook derive diag disclose drop locale number observation period source | github.com/yuin/goldmark
meeting:      codebook commentary diag period source
calendar:     codebook diag period source
icalendar:    period
edition:      codebook commentary cube derive diag disclose drop locale number observation period seal source
compare:      codebook commentary diag edition number observation period
archive:      codebook compare derive disclose edition observation period seal
chart:        locale number period | github.com/go-echarts/go-echarts/v2
workbook:     number period source | github.com/xuri/excelize
workbook/workbooktest: source
site:         archive calendar chart codebook commentary compare derive diag disclose edition icalendar locale meeting number observation period seal source workbook
trace:        codebook compare derive diag drop edition observation period seal site
dues:         codebook locale period site
theme:        diag site source themes | gopkg.in/yaml.v3
render:       site theme
transcribe:   codebook diag drop number source workbook
volume:       | golang.org/x/sys
publish:      cores volume | golang.org/x/net
scaffold:     calendar codebook commentary diag drop edition locale number period source
proposal:     compare diag number period seal
build:        archive calendar codebook commentary compare cores cube derive diag disclose drop dues edition locale meeting observation period proposal publish render scaffold seal site source theme themes trace transcribe volume workbook
git:
serve:        build diag | github.com/fsnotify/fsnotify
`

// perPackage are what a package may import.
type perPackage struct{ own, libraries []string }

func readPolicy(t *testing.T) (allowed map[string]perPackage, order []string) {
	allowed = map[string]perPackage{}
	for line := range strings.Lines(policy) {
		name, rest, found := strings.Cut(strings.TrimSpace(line), ":")
		if !found {
			continue
		}
		own, libraries, _ := strings.Cut(rest, "|")
		p := perPackage{strings.Fields(own), strings.Fields(libraries)}
		for _, other := range p.own {
			if _, above := allowed[other]; !above && other != "themes" {
				t.Errorf("%s may import %s, which does not stand above it", name, other)
			}
		}
		allowed[name] = p
		order = append(order, name)
	}
	return allowed, order
}

func TestImports(t *testing.T) {
	allowed, order := readPolicy(t)
	found := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			return err
		}
		pkg := path.Dir(name)
		found[pkg] = true
		rule, known := allowed[pkg]
		if !known {
			t.Errorf("%s: package %s has no line in the policy", name, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checkImport(t, name, imported, rule)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range order {
		if !found[name] {
			t.Errorf("the policy has a line for %s, which is no package", name)
		}
	}
}

func checkImport(t *testing.T, file, imported string, rule perPackage) {
	if own, ok := strings.CutPrefix(imported, "ronde/internal/"); ok {
		if !slices.Contains(rule.own, own) {
			t.Errorf("%s imports %s, which the policy does not allow", file, own)
		}
		return
	}
	if imported == "ronde/themes" && slices.Contains(rule.own, "themes") {
		return
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") && first != "ronde" {
		return // the standard library
	}
	if !slices.ContainsFunc(rule.libraries, func(l string) bool { return imported == l || strings.HasPrefix(imported, l+"/") }) {
		t.Errorf("%s imports %s, which the policy does not allow", file, imported)
	}
}

// The wall between deliveries and pages is a type; it is worth nothing if the world outside
// can be reached from between. Only the ends touch disk, clock, environment.
func TestEndsOnly(t *testing.T) {
	ends := map[string][]string{
		"os":      {"publish", "build", "theme", "volume"},
		"time":    {"period", "publish", "serve", "volume"},
		"os/exec": {"git"},
		"net":     {"serve"}, "net/http": {"serve"},
		"math/rand": {}, "math/rand/v2": {}, "crypto/rand": {},
	}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if may, limited := ends[imported]; limited && !slices.Contains(may, path.Dir(name)) {
				t.Errorf("%s imports %s: files, clocks, environment and chance belong to the ends", name, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
