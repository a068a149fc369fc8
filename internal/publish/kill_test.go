package publish

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"ronde/internal/volume"
)

// TestMain lets the test binary be the process that is killed.
func TestMain(m *testing.M) {
	if target := os.Getenv("RONDE_TEST_KILLED_BUILD"); target != "" {
		n, err := strconv.Atoi(os.Getenv("RONDE_TEST_KILLED_AT"))
		if err != nil {
			panic(err)
		}
		killedBuild(target, n)
	}
	os.Exit(m.Run())
}

// killedBuild publishes and kills its own process before the n-th change.
func killedBuild(target string, n int) {
	count := 0
	d := volume.Disk{Volatile: true, Before: func(volume.Act, string) error {
		if count++; count == n {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				panic(err)
			}
			_ = self.Kill()
			select {}
		}
		return nil
	}}
	if _, err := publishAll(target, scenario.next, Options{}, d); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Processes killed by the system: the lock goes with the process, and the next
// build repairs. The simulated kills take every change;
// these take some of each part of a run.
func TestKilledProcesses(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := starts[0]
	next := s.next(t)
	killed, finished := 0, false
	for n := 1; !finished; n += 4 {
		target, old := s.prepare(t)
		build := exec.Command(self)
		build.Env = append(os.Environ(), "RONDE_TEST_KILLED_BUILD="+target, "RONDE_TEST_KILLED_AT="+strconv.Itoa(n))
		out, err := build.CombinedOutput()
		switch {
		case err == nil:
			finished = true
		case len(out) > 0:
			t.Fatalf("the build failed of itself: %s", out)
		default:
			killed++
			if n > 2 && !volume.Exists(filepath.Join(filepath.Dir(target), ".public.ronde")) && readTree(t, target)["a-folder"] == "" {
				t.Errorf("killed at change %d without a trace", n)
			}
		}
		if err := reopen(s, target); err != nil {
			t.Fatalf("killed at change %d: %v", n, err)
		}
		oneOf(t, readTree(t, target), old, next)
		nothingBeside(t, target)
	}
	if killed < 8 {
		t.Errorf("%d processes were killed, which is not a run", killed)
	}
}
