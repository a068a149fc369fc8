package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A process is the program as it runs in the folder of a site.
type process struct {
	*exec.Cmd
	said bytes.Buffer
}

// ronde makes a process ready; TestMain has put the program into PATH.
func ronde(site string, args ...string) *process {
	p := &process{Cmd: exec.Command("ronde", args...)}
	p.Dir = site
	p.Stdout, p.Stderr = &p.said, &p.said
	p.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=", "GITHUB_ACTIONS=", "CI=")
	return p
}

// mustRun runs the program, which must end well, and gives what it says.
func mustRun(t testing.TB, site string, args ...string) string {
	t.Helper()
	p := ronde(site, args...)
	if err := p.Run(); err != nil {
		t.Fatalf("ronde %s: %v\n%s", strings.Join(args, " "), err, p.said.String())
	}
	return p.said.String()
}

// newSite lays the base site in a folder of its own.
func newSite(t testing.TB) string {
	t.Helper()
	site := filepath.Join(t.TempDir(), "site")
	if err := layBase(site); err != nil {
		t.Fatal(err)
	}
	return site
}

// releasedSite is the base site with July and August released.
func releasedSite(t testing.TB) string {
	t.Helper()
	site := newSite(t)
	mustRun(t, site, july...)
	mustRun(t, site, august...)
	return site
}

var (
	july   = []string{"release", "2022-07", "--date", "2022-09-05"}
	august = []string{"release", "2022-08", "--date", "2022-10-05"}
)

// atOnce runs processes side by side and gives those that ended well.
func atOnce(t *testing.T, all ...*process) (well int) {
	t.Helper()
	for _, p := range all {
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range all {
		if p.Wait() == nil {
			well++
		}
	}
	return well
}

// sameFolder fails unless two folders hold the same files.
func sameFolder(t *testing.T, want, got string) {
	t.Helper()
	if difference := compareTrees(want, got); difference != "" {
		t.Error(difference)
	}
}

// Several releases of one round: one writes the edition, the others say why not.
func TestRealReleasesOfOneRoundAtOnce(t *testing.T) {
	want := newSite(t)
	mustRun(t, want, july...)
	for range 3 {
		site := newSite(t)
		all := []*process{ronde(site, july...), ronde(site, july...), ronde(site, july...), ronde(site, july...)}
		if well := atOnce(t, all...); well != 1 {
			t.Errorf("%d of 4 were released", well)
		}
		for _, p := range all {
			switch said := p.said.String(); {
			case strings.HasPrefix(said, "released 2022-07@1"):
			case said == "ronde: nothing was released: another release is running in this folder: wait until it has ended\n":
			case strings.HasPrefix(said, "ronde: 2022-07 is released as 2022-07@1: to correct it, say --kind and --reason"):
			default:
				t.Errorf("said: %s", said)
			}
		}
		sameFolder(t, want, site)
	}
}

// Releases of two rounds: never a fork of the chain, and what was refused can be
// released afterwards.
func TestRealReleasesOfTwoRoundsAtOnce(t *testing.T) {
	for range 3 {
		site := newSite(t)
		first, second := ronde(site, july...), ronde(site, august...)
		if atOnce(t, first, second) == 0 {
			t.Errorf("nothing was released:\n%s%s", first.said.String(), second.said.String())
		}
		mustRun(t, site, "check", "--strict")
		for _, p := range []*process{first, second} {
			if !p.ProcessState.Success() && !strings.Contains(p.said.String(), "another release is running") &&
				!strings.Contains(p.said.String(), "is before the release of 2022-08@1") {
				t.Errorf("said: %s", p.said.String())
			}
		}
	}
}

// Several builds into one folder: each publishes whole or says that another runs.
func TestRealBuildsAtOnce(t *testing.T) {
	site := releasedSite(t)
	want := filepath.Join(t.TempDir(), "public")
	mustRun(t, site, "build", "--out", want)
	target := filepath.Join(t.TempDir(), "public")
	for range 2 {
		all := []*process{ronde(site, "build", "--out", target), ronde(site, "build", "--out", target), ronde(site, "build", "--out", target)}
		if atOnce(t, all...) == 0 {
			t.Error("nobody published")
		}
		for _, p := range all {
			if !p.ProcessState.Success() && p.said.String() != "ronde: "+target+": another build is running: wait until it has ended; nothing was published\n" {
				t.Errorf("said: %s", p.said.String())
			}
		}
		sameFolder(t, want, target)
		nothingBeside(t, target)
	}
}

// Builds while an edition is made again and again, each time with another date:
// each publishes the site with one of the editions, whole, or says why it cannot.
func TestRealBuildsDuringReleases(t *testing.T) {
	start := releasedSite(t)
	site := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(site, os.DirFS(start)); err != nil {
		t.Fatal(err)
	}
	date := func(i int) string { return time.Date(2022, 10, 5+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) }
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 1; ; i++ {
			select {
			case <-stop:
				return
			default:
				if p := ronde(site, "release", "--redo", "2022-08@1", "--date", date(i)); p.Run() != nil {
					t.Errorf("the release failed: %s", p.said.String())
				}
			}
		}
	}()
	var published []string
	for range 6 {
		target := filepath.Join(t.TempDir(), "public")
		p := ronde(site, "build", "--out", target)
		_ = p.Run()
		_, err := os.Stat(target)
		switch {
		case p.ProcessState.Success():
			published = append(published, target)
		case p.ProcessState.ExitCode() != exitFindings || err == nil || !strings.Contains(p.said.String(), "[file-changed]") && !strings.Contains(p.said.String(), "[edition-aside]"):
			t.Errorf("said: %s", p.said.String())
		}
	}
	close(stop)
	<-stopped
	mustRun(t, site, "check", "--strict")
	for _, target := range published {
		page, err := os.ReadFile(filepath.Join(target, "en", "reports", "2022-08", "v1", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for !bytes.Contains(page, []byte(`datetime="`+date(i)+`"`)) {
			if i++; i > 10_000 {
				t.Fatal("the page does not say when it was released")
			}
		}
		quiet, want := filepath.Join(t.TempDir(), "site"), filepath.Join(t.TempDir(), "public")
		if err := os.CopyFS(quiet, os.DirFS(start)); err != nil {
			t.Fatal(err)
		}
		mustRun(t, quiet, "release", "--redo", "2022-08@1", "--date", date(i))
		mustRun(t, quiet, "build", "--out", want)
		sameFolder(t, want, target)
	}
}

// nothingBeside fails when a run left anything but what the next one remembers.
func nothingBeside(t *testing.T, target string) {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(target), ".*"))
	left = slices.DeleteFunc(left, func(path string) bool { return filepath.Base(path) == "."+filepath.Base(target)+".ronde-cache" })
	if err != nil || len(left) > 0 {
		t.Errorf("left beside the target: %v, %v", left, err)
	}
}

// killWhen kills a process as soon as a folder holds a number of files, and
// tells whether it did so before the process had ended.
func killWhen(t *testing.T, p *process, pattern string, files int) (killed bool) {
	t.Helper()
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = p.Wait()
	}()
	for {
		select {
		case <-ended:
			return !p.ProcessState.Exited()
		case <-time.After(100 * time.Microsecond):
			if countFiles(pattern) >= files {
				_ = p.Process.Kill()
				<-ended
				return !p.ProcessState.Exited()
			}
		}
	}
}

func countFiles(pattern string) (n int) {
	folders, _ := filepath.Glob(pattern)
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(_ string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				n++
			}
			return nil
		})
	}
	return n
}

// Killed by the system at any point of writing, a release leaves the site as it
// was, the next one writes the edition whole, and a build leaves the old site.
func TestRealKills(t *testing.T) {
	done := newSite(t)
	mustRun(t, done, july...)
	var killed []string
	for _, files := range []int{0, 1, 5, 20} {
		site := newSite(t)
		if killWhen(t, ronde(site, july...), filepath.Join(site, "content/reports/2022-07/editions/.*"), files) {
			killed = append(killed, "release")
			mustRun(t, site, "check", "--strict")
		}
		if _, err := os.Stat(filepath.Join(site, "content/reports/2022-07/editions/1")); err != nil {
			mustRun(t, site, july...)
		}
		mustRun(t, site, "check", "--strict")
		_ = os.Remove(filepath.Join(site, ".ronde-release")) // of one that was killed at its very end
		sameFolder(t, done, site)
	}
	site := releasedSite(t)
	old, next := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "public")
	mustRun(t, done, "build", "--out", old)
	mustRun(t, site, "build", "--out", next)
	for _, files := range []int{0, 1, 40, 120} {
		target := filepath.Join(t.TempDir(), "public")
		mustRun(t, done, "build", "--out", target)
		if killWhen(t, ronde(site, "build", "--out", target), filepath.Join(filepath.Dir(target), ".public.ronde", "stage"), files) {
			killed = append(killed, "build")
			_, absent := os.Stat(target) // between two renames it has no name
			if absent == nil && compareTrees(old, target) != "" && compareTrees(next, target) != "" {
				t.Errorf("killed at %d files: neither the old site nor the new one", files)
			}
		}
		mustRun(t, site, "build", "--out", target)
		sameFolder(t, next, target)
		nothingBeside(t, target)
	}
	for _, command := range []string{"release", "build"} {
		if !slices.Contains(killed, command) {
			t.Errorf("no %s was killed in time", command)
		}
	}
}
