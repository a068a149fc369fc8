package disclose

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTwoConstructors reads the package's own declarations: whatever exported
// function gives out observations either is one of the two constructors or is
// given nothing that could hold a value but observations.
func TestTwoConstructors(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	harmless := []string{"*codebook.Codebook", "*codebook.Indicator", "*Observations", "observation.Key", "observation.Series", "func"}
	var constructors []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if !d.Name.IsExported() || !gives(d.Type.Results) {
					continue
				}
				outside := d.Recv != nil && !slices.Contains([]string{"*Observations", "Observation", "*Stages"}, typeName(d.Recv.List[0].Type))
				for _, p := range d.Type.Params.List {
					outside = outside || !slices.Contains(harmless, strings.TrimPrefix(typeName(p.Type), "..."))
				}
				if outside || d.Recv == nil && len(d.Type.Params.List) == 0 {
					constructors = append(constructors, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if s, ok := spec.(*ast.TypeSpec); ok && (s.Name.Name == "Observation" || s.Name.Name == "Observations") {
						for _, f := range s.Type.(*ast.StructType).Fields.List {
							for _, name := range f.Names {
								if name.IsExported() {
									t.Errorf("%s.%s can be set from outside", s.Name.Name, name.Name)
								}
							}
						}
					}
					if s, ok := spec.(*ast.ValueSpec); ok {
						for _, name := range s.Names {
							if name.IsExported() {
								t.Errorf("the package has the variable or constant %s", name.Name)
							}
						}
					}
				}
			}
		}
	}
	slices.Sort(constructors)
	if diff := cmp.Diff([]string{"FromSealed", "Protect"}, constructors); diff != "" {
		t.Error(diff)
	}
}

func gives(results *ast.FieldList) bool {
	if results == nil {
		return false
	}
	for _, r := range results.List {
		if strings.Contains(typeName(r.Type), "Observation") && !strings.Contains(typeName(r.Type), "observation.") {
			return true
		}
	}
	return false
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeName(e.X)
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	case *ast.Ellipsis:
		return "..." + typeName(e.Elt)
	case *ast.ArrayType:
		return "[]" + typeName(e.Elt)
	case *ast.IndexExpr:
		return typeName(e.X) + "[" + typeName(e.Index) + "]"
	case *ast.FuncType:
		return "func"
	}
	return "?"
}
