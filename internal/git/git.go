// Package git reads a site as it stood in a revision, by the git that is installed. It
// writes nothing and asks no server.
package git

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"
)

// A Revision is a commit in which a site stood.
type Revision struct {
	Name   string // as somebody named it
	Commit string // its hash
	// Files are those of the folder of the site, which need not be the top of the
	// repository.
	Files fs.FS
}

// Short is the commit as people write it.
func (r Revision) Short() string { return r.Commit[:min(len(r.Commit), 10)] }

// Base gives the files of the folder dir where its working copy and the revision called
// name parted: what came into the revision since is no change of the working copy. Where
// the two have no common history it is the revision itself.
//
// Bytes are those of the repository: line ends are not converted.
func Base(dir, name string) (Revision, error) {
	if strings.HasPrefix(name, "-") {
		return Revision{}, fmt.Errorf("%q is no revision", name)
	}
	commit, err := run(dir, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return Revision{}, unknown(dir, name, err)
	}
	r := Revision{Name: name, Commit: strings.TrimSpace(string(commit))}
	// It ends with 1 where there is no common commit, as in a shallow copy.
	if parted, err := run(dir, "merge-base", r.Commit, "HEAD"); err == nil {
		r.Commit = strings.TrimSpace(string(parted))
	}
	if r.Files, err = files(dir, r.Commit); err != nil {
		return Revision{}, err
	}
	return r, nil
}

// files are those of a folder in a commit. They come as an archive that is held in memory:
// it is the one form in which git hands over a tree at once, and package zip reads it as
// a file system.
func files(dir, commit string) (fs.FS, error) {
	there, err := run(dir, "ls-tree", "--name-only", commit, ".")
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(there)) == 0 { // the folder came later; git makes no empty archive
		return zip.NewReader(bytes.NewReader(emptyArchive), int64(len(emptyArchive)))
	}
	content, err := run(dir, "-c", "core.autocrlf=false", "-c", "core.eol=lf", "archive", "--format=zip", "-0", commit)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(content), int64(len(content)))
}

// emptyArchive is the end of a central directory without entries.
var emptyArchive = append([]byte("PK\x05\x06"), make([]byte, 18)...)

// unknown says why a revision was not found.
func unknown(dir, name string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("--base compares with a revision of git, which is not installed here")
	}
	if _, inside := run(dir, "rev-parse", "--git-dir"); inside != nil {
		return fmt.Errorf("--base compares with a revision of git, and %s lies in no repository", dir)
	}
	hint := "name a branch, a tag or a commit"
	if shallow, err := run(dir, "rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(string(shallow)) == "true" {
		hint = "this copy was fetched without its history: fetch all of it (fetch-depth: 0, or git fetch --unshallow)"
	}
	return fmt.Errorf("there is no revision %q: %s", name, hint)
}

// run runs git in a folder and gives what it writes. The error holds what it complains of.
func run(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"--no-replace-objects"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		if text := strings.TrimSpace(complaint.String()); text != "" {
			return nil, fmt.Errorf("git %s: %s: %w", args[0], text, err)
		}
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out, nil
}
