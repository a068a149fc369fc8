package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// inNamespace runs a test again in a process that has the mounts of the system
// to itself, so that it may mount what it likes, and reports whether this is
// that process. A kernel that gives nobody such a process, as in some
// containers, leaves disks to the tests of internal/build and internal/publish,
// whose fault disks are full or read-only everywhere.
func inNamespace(t *testing.T) bool {
	t.Helper()
	const mark = "RONDE_TEST_NAMESPACE"
	if os.Getenv(mark) != "" {
		if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
			t.Fatal(err)
		}
		return true
	}
	for _, isolation := range []*syscall.SysProcAttr{
		{Cloneflags: syscall.CLONE_NEWNS}, // as root
		{
			Cloneflags:  syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		},
	} {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		again.Env = append(os.Environ(), mark+"=1")
		again.SysProcAttr = isolation
		out, err := again.CombinedOutput()
		var ended *exec.ExitError
		if err != nil && !errors.As(err, &ended) {
			continue // it was not even begun
		}
		if err != nil || !bytes.Contains(out, []byte("--- PASS: "+t.Name())) {
			t.Fatalf("%v\n%s", err, out)
		}
		return false
	}
	t.Log("no process may mount here")
	return false
}

// mount gives a new folder that is a disk of its own, with an option of tmpfs
// such as "size=64k".
func mount(t *testing.T, folder, option string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, option); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
}

func remount(t *testing.T, folder string, flags uintptr, option string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|flags, option); err != nil {
		t.Fatal(err)
	}
}

// refused runs the program, which must end with 2 and say what a pattern tells.
func refused(t *testing.T, says, site string, args ...string) {
	t.Helper()
	p := ronde(site, args...)
	err := p.Run()
	if p.ProcessState.ExitCode() != exitUsage || !regexp.MustCompile(`^ronde: `+says+`\n$`).MatchString(p.said.String()) {
		t.Errorf("ronde %s: %v: %s", strings.Join(args, " "), err, p.said.String())
	}
}

const (
	noRoom         = `the disk is full, so nothing was published: make room on it, and build again \(\w+ .*: no space left on device\)`
	noRoomHalfWay  = `the disk is full, so publishing was interrupted: make room on it; the next build completes it \(\w+ .*: no space left on device\)`
	noRoomReleased = `nothing was released: the disk is full: make room on it, and release again \(\w+ .*: no space left on device\)`
	readOnly       = `the disk can be read only, so nothing was published: make it writable, or use a folder on another disk, and build again \(\w+ .*: read-only file system\)`
	readOnlySite   = `nothing was released: the disk can be read only: make it writable, or use a folder on another disk, and release again \(\w+ .*: read-only file system\)`
)

// twoSites gives a site with July released and one with August too, and both
// published.
func twoSites(t *testing.T) (one, two, oneBuilt, twoBuilt string) {
	t.Helper()
	one, two = newSite(t), releasedSite(t)
	mustRun(t, one, july...)
	oneBuilt, twoBuilt = filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "public")
	mustRun(t, one, "build", "--out", oneBuilt)
	mustRun(t, two, "build", "--out", twoBuilt)
	return one, two, oneBuilt, twoBuilt
}

// A disk without room for the new site beside the old one, or for the new one
// at all: the old site stays, nothing else takes up room, and with more room the
// same build goes through.
func TestRealFullDiskForBuild(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	one, two, oneBuilt, twoBuilt := twoSites(t)
	for _, room := range []string{"size=16k", "size=128k", "size=1m", "nr_inodes=3", "nr_inodes=40", "nr_inodes=100"} {
		disk := filepath.Join(t.TempDir(), "disk")
		mount(t, disk, room)
		target := filepath.Join(disk, "public")
		refused(t, target+": "+noRoom, one, "build", "--out", target)
		if left := countFiles(disk); left != 0 {
			t.Errorf("%s: %d files left", room, left)
		}
		remount(t, disk, 0, "size=100m,nr_inodes=10k")
		mustRun(t, one, "build", "--out", target)
		files := countFiles(disk)
		for _, more := range []int{2, 30, files} {
			remount(t, disk, 0, fmt.Sprintf("nr_inodes=%d", inodes(t, disk)+more))
			refused(t, target+": "+noRoom, two, "build", "--out", target)
			sameFolder(t, oneBuilt, target)
			nothingBeside(t, target)
		}
		remount(t, disk, 0, "nr_inodes=10k")
		mustRun(t, two, "build", "--out", target)
		sameFolder(t, twoBuilt, target)
		nothingBeside(t, target)
	}
}

// inodes is the number of files and folders of a disk.
func inodes(t *testing.T, disk string) int {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(disk, &s); err != nil {
		t.Fatal(err)
	}
	return int(s.Files - s.Ffree)
}

// A target that is a disk of its own cannot be renamed and is filled file by
// file, foreign files left alone. When it is full half-way, the message says so,
// and the next build completes it.
func TestRealDiskAsTarget(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	one, two, oneBuilt, twoBuilt := twoSites(t)
	target := filepath.Join(t.TempDir(), "public")
	mount(t, target, "size=100m")
	mustRun(t, one, "build", "--out", target)
	sameFolder(t, oneBuilt, target)
	appendNew(t, filepath.Join(target, "CNAME"), "figures.example")
	appendNew(t, filepath.Join(twoBuilt, "CNAME"), "figures.example")
	remount(t, target, 0, fmt.Sprintf("nr_inodes=%d", inodes(t, target)+5))
	refused(t, target+": "+noRoomHalfWay, two, "build", "--out", target)
	refused(t, target+": "+noRoom, two, "build", "--out", target) // the repair finds no room either
	remount(t, target, 0, "nr_inodes=10k")
	mustRun(t, two, "build", "--out", target)
	sameFolder(t, twoBuilt, target)
	nothingBeside(t, target)
}

func appendNew(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A target that is a link into another disk is replaced there; the link stays.
func TestRealDiskBehindALink(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	one, two, oneBuilt, twoBuilt := twoSites(t)
	disk, target := filepath.Join(t.TempDir(), "disk"), filepath.Join(t.TempDir(), "public")
	mount(t, disk, "size=100m")
	behind := filepath.Join(disk, "site")
	if err := errors.Join(os.Mkdir(behind, 0o755), os.Symlink(behind, target)); err != nil {
		t.Fatal(err)
	}
	mustRun(t, one, "build", "--out", target)
	sameFolder(t, oneBuilt, behind)
	remount(t, disk, 0, fmt.Sprintf("nr_inodes=%d", inodes(t, disk)+9))
	refused(t, target+": "+noRoom, two, "build", "--out", target)
	sameFolder(t, oneBuilt, behind)
	remount(t, disk, 0, "nr_inodes=10k")
	mustRun(t, two, "build", "--out", target)
	sameFolder(t, twoBuilt, behind)
	if aim, err := os.Readlink(target); err != nil || aim != behind {
		t.Errorf("the link became %q, %v", aim, err)
	}
	nothingBeside(t, target)
	nothingBeside(t, behind)
}

// A release without room for its edition leaves the site as it was; with more
// room the same release goes through.
func TestRealFullDiskForRelease(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	done := newSite(t)
	mustRun(t, done, july...)
	base := newSite(t)
	for _, more := range []int{0, 1, 3, 9, 20} {
		disk := filepath.Join(t.TempDir(), "disk")
		mount(t, disk, "size=100m")
		site := filepath.Join(disk, "site")
		if err := layBase(site); err != nil {
			t.Fatal(err)
		}
		remount(t, disk, 0, fmt.Sprintf("nr_inodes=%d", inodes(t, disk)+more))
		refused(t, noRoomReleased, site, july...)
		sameFolder(t, base, site)
		mustRun(t, site, "check")
		remount(t, disk, 0, "nr_inodes=10k")
		mustRun(t, site, july...)
		sameFolder(t, done, site)
	}
	// No more bytes, in the middle of a file.
	disk := filepath.Join(t.TempDir(), "disk")
	mount(t, disk, "size=100m")
	site := filepath.Join(disk, "site")
	if err := layBase(site); err != nil {
		t.Fatal(err)
	}
	remount(t, disk, 0, fmt.Sprintf("size=%d", used(t, disk)+3*4096))
	refused(t, noRoomReleased, site, july...)
	sameFolder(t, base, site)
}

// used is the number of bytes on a disk.
func used(t *testing.T, disk string) int {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(disk, &s); err != nil {
		t.Fatal(err)
	}
	return int(s.Blocks-s.Bfree) * int(s.Bsize)
}

// A disk that can be read only: a site on it is checked and published elsewhere,
// and neither released nor published over.
func TestRealReadOnlyDisk(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	one, two, oneBuilt, _ := twoSites(t)
	disk := filepath.Join(t.TempDir(), "disk")
	mount(t, disk, "size=100m")
	site, target := filepath.Join(disk, "site"), filepath.Join(disk, "public")
	if err := os.CopyFS(site, os.DirFS(one)); err != nil {
		t.Fatal(err)
	}
	mustRun(t, site, "build", "--out", target)
	remount(t, disk, syscall.MS_RDONLY, "")
	refused(t, readOnlySite, site, august...)
	refused(t, target+": "+readOnly, two, "build", "--out", target)
	refused(t, filepath.Join(disk, "other")+": "+readOnly, two, "build", "--out", filepath.Join(disk, "other"))
	mustRun(t, site, "check")
	elsewhere := filepath.Join(t.TempDir(), "public")
	mustRun(t, site, "build", "--out", elsewhere)
	sameFolder(t, oneBuilt, elsewhere)
	sameFolder(t, one, site)
	sameFolder(t, oneBuilt, target)
}
