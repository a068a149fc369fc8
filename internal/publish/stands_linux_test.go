package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ronde/internal/volume"
)

// A page that was put back from a backup, with the time that it had there, is
// not taken for the one that was published, however long it is.
func TestStandsWithAnOldPage(t *testing.T) {
	inputs := strings.Repeat("a", 64)
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": "<p>3 159", "nl/index.html": "<p>two"}, Options{Inputs: inputs})
	if _, ok := Stands(volume.Disk{}, target, inputs); !ok {
		t.Fatal("the tree does not stand")
	}
	writeTree(t, target, tree{"index.html": "<p>3 156"})
	past := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(target, "index.html"), past, past); err != nil {
		t.Fatal(err)
	}
	if _, ok := Stands(volume.Disk{}, target, inputs); ok {
		t.Error("an older page stands")
	}
	sum := mustPublish(t, target, tree{"index.html": "<p>3 159", "nl/index.html": "<p>two"}, Options{Inputs: inputs})
	if len(sum.Altered) != 1 || sum.Altered[0] != "index.html" {
		t.Errorf("altered: %q", sum.Altered)
	}
}
