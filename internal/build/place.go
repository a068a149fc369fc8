package build

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/scaffold"
	"ronde/internal/volume"
)

// New files appear all or not at all, and never in the place of others. Folders that are
// not there yet are written beside their place and renamed, which is one step; a file in a
// folder that is there is written under a name that must be free.

// place writes files below a folder, which may be missing itself.
func place(d volume.Disk, folder string, files scaffold.Files) error {
	above := ""
	for !volume.Exists(folder) {
		folder, above = filepath.Dir(folder), path.Join(filepath.Base(folder), above)
	}
	all := scaffold.Files{}
	for name, content := range files {
		all[path.Join(above, name)] = content
	}
	units, err := unitsOf(folder, keys(all))
	if err != nil {
		return notMade(err)
	}
	stage := ""
	if slices.ContainsFunc(keys(all), func(name string) bool { return !slices.Contains(units, name) }) {
		if stage, err = d.MkdirTemp(folder, ".new-*"+newSuffix); err != nil {
			return notMade(err)
		}
	}
	err = placeUnits(d, folder, stage, units, all)
	if stage != "" {
		err = errors.Join(err, d.RemoveAll(stage))
	}
	if err != nil {
		return notMade(err)
	}
	return nil
}

// unitsOf are what appears in one step each: the topmost folders that are missing, and the
// files in folders that are there; sorted, so that ronde.yaml, which makes a folder a site,
// comes last.
func unitsOf(folder string, names []string) ([]string, error) {
	root, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return nil, err
	}
	var units []string
	for _, name := range names {
		unit := name
		for up := path.Dir(unit); up != "." && !volume.Exists(filepath.Join(folder, filepath.FromSlash(up))); up = path.Dir(up) {
			unit = up
		}
		if slices.Contains(units, unit) {
			continue
		}
		if volume.Exists(filepath.Join(folder, filepath.FromSlash(unit))) {
			return nil, existing(unit)
		}
		real, err := filepath.EvalSymlinks(filepath.Join(folder, filepath.FromSlash(path.Dir(unit))))
		if err != nil {
			return nil, err
		}
		if rel, err := filepath.Rel(root, real); err != nil || !filepath.IsLocal(rel) {
			return nil, diag.Refuse("%s leads out of the folder of the site: make it a folder", path.Dir(unit))
		}
		units = append(units, unit)
	}
	slices.Sort(units)
	return units, nil
}

// placeUnits writes the files of folders that are missing into the stage, then each unit into its
// place. After an error it takes back what it put.
func placeUnits(d volume.Disk, folder, stage string, units []string, files scaffold.Files) error {
	for _, name := range keys(files) {
		if slices.Contains(units, name) {
			continue
		}
		file := filepath.Join(stage, filepath.FromSlash(name))
		if err := d.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := d.WriteNew(file, files[name]); err != nil {
			return err
		}
	}
	var done []string
	for _, unit := range units {
		target := filepath.Join(folder, filepath.FromSlash(unit))
		var err error
		if content, file := files[unit]; !file {
			err = d.Rename(filepath.Join(stage, filepath.FromSlash(unit)), target)
		} else if err = d.WriteNew(target, content); err != nil && !errors.Is(err, fs.ErrExist) {
			done = append(done, target) // as far as it was written
		}
		if err != nil {
			if errors.Is(err, fs.ErrExist) {
				err = existing(unit)
			}
			for _, placed := range done {
				err = errors.Join(err, d.RemoveAll(placed))
			}
			return err
		}
		done = append(done, target)
	}
	return nil
}

func existing(name string) error {
	return diag.Refuse("%s is there already, and Ronde writes over nothing", name)
}

// notMade says that an error left the site as it was.
func notMade(err error) error {
	var refusal *makeError
	if errors.As(err, &refusal) {
		return err
	}
	return &makeError{err}
}

type makeError struct{ error }

func (e *makeError) Unwrap() error { return e.error }

func (e *makeError) Error() string { return e.Phrase().String() }

// Phrase says why nothing was written.
func (e *makeError) Phrase() diag.Phrase {
	if r, ok := volume.Refused(e.error); ok {
		return diag.Say("nothing was written: %s: %s, and try again (%s)", diag.Word(r.What), diag.Word(r.Way), r.At)
	}
	return diag.Say("nothing was written: %s", cause(e.error))
}

// cause is what an error says, on one line also where several were joined.
func cause(err error) diag.Phrase {
	if fact := diag.Fact(err); !strings.Contains(fact.String(), "\n") {
		return fact
	}
	return diag.Verbatim(volume.Cause(err))
}
