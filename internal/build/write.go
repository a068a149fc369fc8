package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/seal"
)

// An edition appears whole or not at all: it is written into a folder beside
// its place, whose name begins with a point and is no edition to anybody, and
// renamed when every byte is on disk. A redo moves the old edition aside before
// and removes it after; if it is stopped in between, the next release puts it
// back.

const (
	newSuffix = ".ronde-new"
	oldSuffix = ".ronde-old"
)

func writeEdition(site string, id seal.ReleaseID, files map[string][]byte, replace bool) (err error) {
	target := filepath.Join(site, filepath.FromSlash(id.Dir()))
	parent := filepath.Dir(target)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(parent, "."+strconv.Itoa(id.Number)+"-*"+newSuffix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("nothing was released: %w", err), os.RemoveAll(stage))
		}
	}()
	// MkdirTemp keeps others out; what is committed to git is for all to read.
	if err := os.Chmod(stage, 0o755); err != nil {
		return err
	}
	for _, name := range keys(files) {
		if err := writeSynced(filepath.Join(stage, filepath.FromSlash(name)), files[name]); err != nil {
			return err
		}
	}
	old := filepath.Join(parent, "."+path.Base(id.Dir())+oldSuffix)
	if replace {
		if err := os.Rename(target, old); err != nil {
			return err
		}
	}
	if err := os.Rename(stage, target); err != nil {
		if replace {
			err = errors.Join(err, os.Rename(old, target))
		}
		return err
	}
	if replace {
		return os.RemoveAll(old)
	}
	return nil
}

func writeSynced(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

// restoreEditions clears away what a killed release left: a half written
// folder goes, an edition that was moved aside for a redo comes back.
func restoreEditions(site string) error {
	left, err := filepath.Glob(filepath.Join(site, "content", "reports", "*", "editions", ".*"))
	if err != nil {
		return err
	}
	slices.Sort(left)
	for _, name := range left {
		base := filepath.Base(name)
		switch {
		case strings.HasSuffix(base, newSuffix):
			err = os.RemoveAll(name)
		case strings.HasSuffix(base, oldSuffix):
			target := filepath.Join(filepath.Dir(name), strings.TrimSuffix(base[1:], oldSuffix))
			if _, missing := os.Stat(target); errors.Is(missing, fs.ErrNotExist) {
				err = os.Rename(name, target)
			} else {
				err = os.RemoveAll(name)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
