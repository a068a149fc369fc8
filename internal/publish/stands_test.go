package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ronde/internal/volume"
)

func TestStands(t *testing.T) {
	inputs, others := strings.Repeat("a", 64), strings.Repeat("b", 64)
	files := tree{"index.html": "<p>one", "nl/index.html": "<p>two"}
	tests := []struct {
		name   string
		change func(t *testing.T, target string)
		asked  string
		want   bool
	}{
		{"as it was", nil, inputs, true},
		{"other inputs", nil, others, false},
		{"unknown inputs", nil, "", false},
		{"with a foreign file", func(t *testing.T, target string) { writeTree(t, target, tree{"CNAME": "figures.example"}) }, inputs, true},
		{"a file is gone", func(t *testing.T, target string) { remove(t, filepath.Join(target, "nl", "index.html")) }, inputs, false},
		{"a file is longer", func(t *testing.T, target string) { writeTree(t, target, tree{"index.html": "<p>one more"}) }, inputs, false},
		{"another word of the same length", func(t *testing.T, target string) { writeTree(t, target, tree{"index.html": "<p>six"}) }, inputs, false},
		{"touched, but the same", func(t *testing.T, target string) { writeTree(t, target, tree{"index.html": "<p>one"}) }, inputs, true},
		{"a folder in place of a file", func(t *testing.T, target string) {
			remove(t, filepath.Join(target, "index.html"))
			writeTree(t, target, tree{"index.html/x": ""})
		}, inputs, false},
		{"no manifest", func(t *testing.T, target string) { remove(t, filepath.Join(target, ManifestName)) }, inputs, false},
		{"a run is under way, or was killed", func(t *testing.T, target string) {
			p, err := find(target, volume.Disk{})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(p.work, 0o755); err != nil {
				t.Fatal(err)
			}
		}, inputs, false},
		{"nothing", func(t *testing.T, target string) {
			if err := os.RemoveAll(target); err != nil {
				t.Fatal(err)
			}
		}, inputs, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "public")
			mustPublish(t, target, files, Options{Inputs: inputs})
			past := time.Now().Add(-time.Hour)
			for name := range readTree(t, target) {
				if err := os.Chtimes(filepath.Join(target, filepath.FromSlash(name)), past, past); err != nil {
					t.Fatal(err)
				}
			}
			if test.change != nil {
				test.change(t, target)
			}
			tree, got := Stands(volume.Disk{}, target, test.asked)
			if got != test.want || (got && tree.Files != len(files)) {
				t.Errorf("Stands: %d files, %v; want %v", tree.Files, got, test.want)
			}
		})
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}
