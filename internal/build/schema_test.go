package build

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The schemas are what editors check files by: a change of one is a change of
// the format, to be seen in a review.
func TestSchemas(t *testing.T) {
	kinds := SchemaKinds()
	for _, kind := range kinds {
		got, err := Schema(kind)
		if err != nil {
			t.Fatal(err)
		}
		var schema struct {
			Schema     string         `json:"$schema"`
			Title      string         `json:"title"`
			Type       string         `json:"type"`
			Properties map[string]any `json:"properties"`
			Required   []string       `json:"required"`
		}
		if err := json.Unmarshal(got, &schema); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if schema.Schema == "" || schema.Title == "" || schema.Type != "object" || schema.Properties["ronde"] == nil || !slices.Contains(schema.Required, "ronde") {
			t.Errorf("%s: %+v", kind, schema)
		}
		file := filepath.Join("testdata", "schema", kind+".json")
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != string(got) {
			t.Errorf("%s differs (%v); look at it with go test -update and git diff", file, err)
		}
	}
	files, err := os.ReadDir(filepath.Join("testdata", "schema"))
	if err != nil || len(files) != len(kinds) {
		t.Errorf("%d golden files for %d kinds: %v", len(files), len(kinds), err)
	}
	if _, err := Schema("drops"); err == nil {
		t.Error("there is no kind drops")
	}
}
