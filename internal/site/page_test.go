package site

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBands(t *testing.T) {
	one, two := &Heading{ID: "one"}, &Heading{ID: "two"}
	prose, figure := Block{Prose: "<p>a</p>"}, Block{Figure: &Figure{ID: "f"}}
	for _, tt := range []struct {
		name string
		body []Block
		want []Band
	}{
		{"nothing", nil, nil},
		{"no heading", []Block{prose, figure}, []Band{{Blocks: []Block{prose, figure}}}},
		{"text before the first heading", []Block{prose, {Heading: one}, figure}, []Band{{Blocks: []Block{prose}}, {Heading: one, Blocks: []Block{figure}}}},
		{"a heading alone", []Block{{Heading: one}, {Heading: two}, prose}, []Band{{Heading: one}, {Heading: two, Blocks: []Block{prose}}}},
	} {
		if diff := cmp.Diff(tt.want, Bands(tt.body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestBlankHasEachKindOnce(t *testing.T) {
	seen := map[Kind]bool{}
	for _, page := range Blank() {
		if seen[page.Kind()] {
			t.Errorf("%s stands twice", page.Kind())
		}
		seen[page.Kind()] = true
		if page.Common() == nil {
			t.Errorf("%s has no frame", page.Kind())
		}
	}
}

// TestFillLeavesNothingEmpty walks a specimen: a field that stays empty would
// leave a part of every template untried.
func TestFillLeavesNothingEmpty(t *testing.T) {
	for _, page := range Blank() {
		Fill(page, 0, func(path string, _ bool) string { return path })
		var walk func(v reflect.Value, path string)
		walk = func(v reflect.Value, path string) {
			switch v.Kind() {
			case reflect.Pointer:
				walk(v.Elem(), path)
			case reflect.Slice, reflect.Array:
				for i := range v.Len() {
					walk(v.Index(i), path)
				}
			case reflect.Struct:
				for i := range v.NumField() {
					f := v.Type().Field(i)
					if v.Field(i).IsZero() && v.Type() != reflect.TypeFor[Block]() {
						t.Errorf("%s.%s is empty", path, f.Name)
					}
					if !v.Field(i).IsZero() {
						walk(v.Field(i), path+"."+f.Name)
					}
				}
			}
		}
		walk(reflect.ValueOf(page).Elem(), string(page.Kind()))
	}
}

func TestFillTellsWhatIsSealed(t *testing.T) {
	sealed := map[string]bool{}
	Fill(&Report{}, 0, func(path string, s bool) string {
		sealed[path] = s
		return "x"
	})
	for path, want := range map[string]bool{
		"Report.Title":                             true,
		"Report.Round":                             false,
		"Report.KeyFigures.Lead.Number.Text":       true,
		"Report.KeyFigures.Tiles.Changes.Base":     true,
		"Report.Body.Figure.Table.Rows.Cells.Text": true,
		"Report.Body.Prose":                        true,
		"Report.Status.Editions.Date.Text":         false,
		"Report.Frame.Footer.Licence.Text":         false,
		"Report.Body.Figure.Downloads.Format":      false,
	} {
		if got, ok := sealed[path]; !ok || got != want {
			t.Errorf("%s: sealed %t (seen %t), want %t", path, got, ok, want)
		}
	}
}

// TestVocabulariesAreKeys keeps values fit to be keys of the interface texts.
func TestVocabulariesAreKeys(t *testing.T) {
	for _, v := range Vocabularies() {
		for _, value := range v.Values {
			if value == "" || strings.Trim(value, "abcdefghijklmnopqrstuvwxyz-") != "" {
				t.Errorf("%s: %q", v.Name, value)
			}
		}
	}
}
