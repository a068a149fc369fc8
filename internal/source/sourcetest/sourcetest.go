// Package sourcetest compares what was read from YAML files by what they say: not
// by where it stands there, nor by how it is written.
package sourcetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// AsWritten compares the structs of file formats.
var AsWritten = cmp.Options{
	cmpopts.IgnoreTypes(diag.Span{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b period.Period) bool { return a == b }),
	cmp.Comparer(func(a, b source.Text) bool {
		return slices.Equal(a.Languages(), b.Languages()) && !slices.ContainsFunc(a.Languages(), func(l string) bool {
			x, _ := a.In(l)
			y, _ := b.In(l)
			return x != y
		})
	}),
}

// ReadAgain writes a struct of a file format, reads it again and complains about
// what is not the same. options are added to AsWritten.
func ReadAgain[T any](t testing.TB, want T, versioned bool, options ...cmp.Option) {
	t.Helper()
	written := source.EncodeYAML(want, versioned)
	f := &source.File{Path: "written.yaml", Content: written}
	var got T
	var out diag.List
	if !source.DecodeFragment(source.Fragment{File: f, Line: 1, Text: written}, &got, versioned, &out) {
		t.Errorf("what was read is written so that it cannot be read: %v\n%s", out.Sorted(), written)
		return
	}
	if diff := cmp.Diff(want, got, append(options, AsWritten)...); diff != "" {
		t.Errorf("-read +written and read again:\n%s", diff)
	}
}
