package volume

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A file that could not be replaced is as it was, and nothing stands beside it.
func TestReplace(t *testing.T) {
	for _, fails := range []Act{ActWrite, ActFlush, ActRename, ""} {
		folder := t.TempDir()
		file := filepath.Join(folder, "list.yaml")
		if err := os.WriteFile(file, []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		full := errors.New("the disk is full")
		d := Disk{Before: func(what Act, _ string) error {
			if what == fails {
				return full
			}
			return nil
		}}
		want := "new"
		if fails != "" {
			want = "old"
		}
		if err := d.Replace(file, []byte("new")); errors.Is(err, full) != (fails != "") {
			t.Errorf("%s: %v", fails, err)
		}
		if got, err := os.ReadFile(file); string(got) != want {
			t.Errorf("%s: it holds %q, want %q (%v)", fails, got, want, err)
		}
		if left, err := os.ReadDir(folder); len(left) != 1 {
			t.Errorf("%s: %v are left (%v)", fails, left, err)
		}
	}
}
