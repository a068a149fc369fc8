//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// section is the heading of the licence of a part.
var section = regexp.MustCompile(`(?m)^-{72}\n(.+), ((?:LICEN[CS]E|COPYING|NOTICE|PATENTS)[^\n/]*)\n-{72}\n`)

// TestNotices: what goes with the programs holds the licence of each module that is linked
// into them and of Go, in one order, and says nothing of the machine. Programs to pass on
// are made by make and a shell, which Windows has not.
func TestNotices(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join("..", "..", ".ci", "notices")
	text, err := exec.Command(script, program).Output()
	if err != nil {
		t.Fatal(err)
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) == 0 {
		t.Fatal("the program does not know what is linked into it")
	}
	var want, got []string
	for _, m := range info.Deps {
		want = append(want, m.Path+" "+m.Version)
	}
	slices.Sort(want)
	for _, m := range section.FindAllStringSubmatch(string(text), -1) {
		if strings.HasPrefix(m[2], "LICEN") {
			got = append(got, m[1])
		}
	}
	if want = append([]string{"Go (" + runtime.Version() + ")"}, want...); !slices.Equal(got, want) {
		t.Errorf("licences of\n%s\nnot of\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	folders, err := exec.Command("go", "env", "GOROOT", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range append(strings.Fields(string(folders)), filepath.Dir(program)) {
		if strings.Contains(string(text), folder) {
			t.Errorf("it holds the name of the folder %s", folder)
		}
	}
	if said, err := exec.Command(script, "notices_unix_test.go").CombinedOutput(); err == nil {
		t.Errorf("licences of what is no program:\n%s", said)
	}
}
