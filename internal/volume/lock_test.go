package volume

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// Whoever holds the lock holds it alone, however often its file is removed and
// made anew by others.
func TestOneHolderAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	var holders, taken atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				l, err := Take(path)
				if errors.Is(err, ErrHeld) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if n := holders.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				taken.Add(1)
				holders.Add(-1)
				if err := l.Release(os.Remove); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if taken.Load() == 0 {
		t.Error("nobody got the lock")
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file stays: %v", err)
	}
}

// A file without a holder locks nothing, and one that cannot be removed is let
// go of all the same.
func TestFileThatStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	refused := errors.New("refused")
	for range 2 {
		l, err := Take(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Take(path); !errors.Is(err, ErrHeld) {
			t.Errorf("taken twice: %v", err)
		}
		if err := l.Release(func(string) error { return refused }); !errors.Is(err, refused) {
			t.Errorf("the cause is lost: %v", err)
		}
	}
}
