package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"ronde/internal/volume"
)

// A place is a target and the folder beside it in which a run works. Both paths
// are absolute and hold no symbolic link.
type place struct {
	target string
	work   string
	disk   volume.Disk
}

func (p place) lock() string    { return filepath.Join(p.work, "lock") }
func (p place) stage() string   { return filepath.Join(p.work, "stage") }
func (p place) journal() string { return filepath.Join(p.work, "journal") }
func (p place) old() string     { return filepath.Join(p.work, "old") }
func (p place) waste() string   { return filepath.Join(p.work, "waste") }
func (p place) probe() string   { return filepath.Join(p.work, "probe") }

// find gives the place of a target folder, which need not exist.
func find(target string, d volume.Disk) (place, error) {
	full, err := filepath.Abs(target)
	if err != nil {
		return place{}, err
	}
	if volume.Exists(full) {
		info, err := os.Stat(full)
		if err != nil {
			return place{}, notFolder(err)
		}
		if full, err = filepath.EvalSymlinks(full); err != nil {
			return place{}, err
		}
		if !info.IsDir() || filepath.Dir(full) == full {
			return place{}, ErrNotFolder
		}
	} else {
		if err := d.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return place{}, notFolder(err)
		}
		above, err := filepath.EvalSymlinks(filepath.Dir(full))
		if err != nil {
			return place{}, notFolder(err)
		}
		if info, err := os.Stat(above); err == nil && !info.IsDir() {
			return place{}, notFolder(syscall.ENOTDIR)
		}
		full = filepath.Join(above, filepath.Base(full))
	}
	return place{full, filepath.Join(filepath.Dir(full), "."+filepath.Base(full)+".ronde"), d}, nil
}

// notFolder says why a name, or one of a folder above it, leads to no folder;
// other errors stay as they are.
func notFolder(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w (a symbolic link leads to nothing)", ErrNotFolder)
	case errors.Is(err, syscall.ELOOP):
		return fmt.Errorf("%w (a symbolic link leads to itself)", ErrNotFolder)
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%w (what should be a folder above it is a file)", ErrNotFolder)
	}
	return err
}

// A journal says that the stage is whole and how it is put in place.
type journal struct {
	Format string `json:"format"`
	Mode   string `json:"mode"`
}

const (
	journalNow  = "ronde-journal/1"
	modeSwap    = "swap"
	modeInPlace = "in place"
)

func (p place) writeJournal(mode string) error {
	text, err := json.Marshal(journal{journalNow, mode})
	if err != nil {
		return err
	}
	return p.disk.Replace(p.journal(), append(text, '\n'))
}

// readJournal gives the mode that the journal names, or nothing without a
// journal.
func (p place) readJournal() (string, error) {
	text, err := os.ReadFile(p.journal())
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var j journal
	if err := json.Unmarshal(text, &j); err != nil || j.Format != journalNow || j.Mode != modeSwap && j.Mode != modeInPlace {
		return "", fmt.Errorf("%s was left by another version of Ronde: build once with that version", p.journal())
	}
	return j.Mode, nil
}

// install puts a whole stage in place of the tree that before lists. An error that is
// not ErrUnfinished leaves the old tree.
func (p place) install(before *listing) (inPlace bool, err error) {
	if err := p.writeJournal(modeSwap); err != nil {
		return false, p.forget(err)
	}
	err = p.swap(before)
	if err == nil || errors.Is(err, ErrUnfinished) {
		return false, err
	}
	if !cannotMove(err) {
		return false, p.forget(err)
	}
	if err := p.writeJournal(modeInPlace); err != nil {
		return false, p.forget(err)
	}
	changed, err := p.fill()
	if err != nil && !changed {
		return false, p.forget(err)
	}
	if err == nil {
		err = p.finish(nil)
	}
	return true, unfinished(err)
}

// forget removes the journal before anything was changed, and returns the error
// that led to it.
func (p place) forget(cause error) error {
	if err := errors.Join(p.disk.Remove(p.journal()), p.disk.Remove(p.journal()+".new")); err != nil {
		return errors.Join(cause, unfinished(err))
	}
	return cause
}

func unfinished(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w (%w)", ErrUnfinished, err)
}

// swap renames the target away and the stage to the target, and undoes the
// first when the second fails.
func (p place) swap(before *listing) error {
	replaces := volume.Exists(p.target)
	if replaces {
		if err := p.disk.Rename(p.target, p.old()); err != nil {
			return err
		}
	}
	if err := p.disk.Rename(p.stage(), p.target); err != nil {
		if replaces {
			if undo := p.disk.Rename(p.old(), p.target); undo != nil {
				return unfinished(errors.Join(err, undo))
			}
		}
		return err
	}
	return unfinished(p.finish(before))
}

// finish clears the work folder once the new tree is in place. before lists the old one,
// or is nil.
func (p place) finish(before *listing) error {
	if err := p.disk.FlushFolder(filepath.Dir(p.target)); err != nil {
		return err
	}
	if volume.Exists(p.old()) {
		late, err := look(p.old(), before)
		if err != nil {
			return err
		}
		if err := carry(p.disk, late.foreign, p.old(), p.target); err != nil {
			return err
		}
		// Under this name it is known to hold nothing of worth: removing it
		// takes many steps, and half a tree without its manifest would look
		// foreign.
		if err := p.disk.Rename(p.old(), p.waste()); err != nil {
			return err
		}
	}
	if err := p.disk.Remove(p.journal()); err != nil {
		return err
	}
	return p.clear()
}

// clear removes what nobody needs. There is no journal.
func (p place) clear() error {
	return errors.Join(p.disk.Remove(p.journal()+".new"), p.disk.Remove(p.probe()), p.disk.RemoveAll(p.waste()), p.disk.RemoveAll(p.stage()))
}

// repair brings what a killed run left to an end, as the package comment tells.
func (p place) repair() error {
	mode, err := p.readJournal()
	if err != nil {
		return err
	}
	// Nothing but removing goes on under this name, and old/ may need it.
	if err := p.disk.RemoveAll(p.waste()); err != nil {
		return err
	}
	target, old, stage := volume.Exists(p.target), volume.Exists(p.old()), volume.Exists(p.stage())
	if old && target && stage {
		// Between the two renames the target had no name. An empty folder made
		// since, as scripts do, is no loss.
		if content, err := os.ReadDir(p.target); err != nil || len(content) > 0 {
			return fmt.Errorf("%w: %s", ErrRecreated, p.old())
		}
		if err := p.disk.Remove(p.target); err != nil {
			return err
		}
		target = false
	}
	switch {
	case mode == modeInPlace && stage:
		if _, err := p.fill(); err != nil {
			return err
		}
	case mode == modeSwap && stage && !target:
		if err := p.disk.Rename(p.stage(), p.target); err != nil {
			return err
		}
	case old && !target:
		// No run leaves this; somebody has removed the stage or the journal.
		if err := p.disk.Rename(p.old(), p.target); err != nil {
			return err
		}
	case target && stage && mode == modeSwap:
		if err := p.disk.Remove(p.journal()); err != nil {
			return err
		}
	}
	return p.finish(nil)
}

// fill makes the target equal to the stage file by file, foreign files left
// alone. Repeated after an interruption it ends in the same tree: the manifest
// of the target is replaced last, so that until then the old one tells which
// files may go. It tells whether the target has been changed.
func (p place) fill() (changed bool, err error) {
	next, err := ReadManifest(os.DirFS(p.stage()))
	if err != nil {
		return false, err
	}
	now, err := look(p.target, nil)
	if err != nil {
		return false, err
	}
	tree := names{}
	for _, f := range next.Files {
		if reason := tree.add(f.Path); reason != "" {
			return false, &NameError{f.Path, reason}
		}
	}
	if !volume.Exists(p.target) {
		if err := p.disk.Mkdir(p.target, 0o755); err != nil {
			return false, err
		}
		changed = true
	}
	owned, coming := now.listing.ownership, next.owned()
	// A file in the way of a folder, or the reverse, goes before the new files
	// come, everything else after: a link then finds its target at all times.
	var inTheWay, stale []string
	for _, e := range now.ours {
		switch _, stays := coming.files[e.path]; {
		case stays:
		case tree.blocks(e.path, false):
			inTheWay = append(inTheWay, e.path)
		default:
			stale = append(stale, e.path)
		}
	}
	drop := func(files []string) error {
		for _, file := range files {
			if err := p.disk.Remove(filepath.Join(p.target, filepath.FromSlash(file))); err != nil {
				return err
			}
			changed = true
		}
		pruned, err := prune(p.disk, p.target, owned)
		changed = changed || pruned
		return err
	}
	if err := drop(inTheWay); err != nil {
		return changed, err
	}
	for _, f := range next.Files {
		wrote, err := p.place(f.Path)
		changed = changed || wrote
		if err != nil {
			return changed, err
		}
	}
	if err := drop(stale); err != nil {
		return changed, err
	}
	if err := p.disk.FlushContent(p.target); err != nil {
		return changed, err
	}
	wrote, err := p.place(ManifestName)
	return changed || wrote, err
}

// place puts one file of the stage into the target, whole or not at all, and
// tells whether it had to.
func (p place) place(file string) (bool, error) {
	from, to := filepath.Join(p.stage(), filepath.FromSlash(file)), filepath.Join(p.target, filepath.FromSlash(file))
	same, err := sameContent(from, to)
	if same || err != nil {
		return false, err
	}
	changed := !volume.Exists(filepath.Dir(to))
	if err := p.disk.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return false, err
	}
	through := filepath.Join(p.target, inPlaceName)
	if err := p.disk.Copy(from, through); err != nil {
		return changed, errors.Join(err, p.disk.Remove(through))
	}
	if err := p.disk.Rename(through, to); err != nil {
		return changed, errors.Join(err, p.disk.Remove(through))
	}
	return true, nil
}
