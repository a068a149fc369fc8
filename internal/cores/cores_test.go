package cores

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	var done [1000]atomic.Int32
	if err := Each(len(done), func(i int) error { done[i].Add(1); return nil }); err != nil {
		t.Fatal(err)
	}
	for i := range done {
		if n := done[i].Load(); n != 1 {
			t.Errorf("%d was done %d times", i, n)
		}
	}
	if err := Each(0, func(int) error { return errors.New("called") }); err != nil {
		t.Error(err)
	}
}

// The error is that of the lowest number, whoever fails first; and soon nothing more
// is begun.
func TestEachFails(t *testing.T) {
	for range 50 {
		var begun atomic.Int32
		err := Each(100_000, func(i int) error {
			begun.Add(1)
			if i >= 20 {
				return fmt.Errorf("%d", i)
			}
			return nil
		})
		if err == nil || err.Error() != "20" {
			t.Fatalf("the error is %v, want that of 20", err)
		}
		if n := begun.Load(); n > 1000 {
			t.Fatalf("%d were begun", n)
		}
	}
}

// A fault of ronde in another goroutine reaches whoever reports it, with its place.
func TestEachPanics(t *testing.T) {
	defer func() {
		text := fmt.Sprint(recover())
		if !strings.Contains(text, "out of range") || !strings.Contains(text, "cores_test.go") {
			t.Errorf("the panic is %q", text)
		}
	}()
	var none []int
	_ = Each(10, func(i int) error { return fmt.Errorf("%d", none[i]) })
	t.Error("the panic is lost")
}
