package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ronde/internal/calendar"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/scaffold"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// NewSite writes the files of a new site into a folder that is missing or empty. What git
// keeps of itself, and what Windows and macOS put into folders unseen, does not count.
func NewSite(folder string, files scaffold.Files) error {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notMade(err)
	}
	var names []string
	for _, e := range entries {
		switch strings.ToLower(e.Name()) {
		case ".git", ".ds_store", "thumbs.db", "desktop.ini":
		default:
			names = append(names, e.Name())
		}
	}
	if len(names) > 0 {
		if shown := 3; len(names) > shown {
			names = append(names[:shown], "…")
		}
		return diag.Refuse("%s is not empty: it holds %s. Name a folder that is not there yet, or an empty one", filepath.ToSlash(folder), strings.Join(names, ", "))
	}
	if site, part := siteAround(folder); site != "" {
		return diag.Refuse("%s lies in %s of the site %s, which reads what stands there as its own: name a folder beside that site", filepath.ToSlash(folder), part, filepath.ToSlash(site))
	}
	return place(volume.Disk{}, folder, files)
}

// siteAround is the site in whose inputs a folder lies, and in which of its folders; "" when
// it lies in none. The folder need not be there yet.
func siteAround(folder string) (site, part string) {
	full, err := filepath.Abs(folder)
	if err != nil {
		return "", ""
	}
	for !volume.Exists(full) && full != filepath.Dir(full) {
		full = filepath.Dir(full)
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	name := filepath.Base(full)
	for at := filepath.Dir(full); ; at = filepath.Dir(at) {
		input := name == "content" || name == "data" || name == "themes"
		if input && volume.Exists(filepath.Join(at, "ronde.yaml")) {
			return at, name + "/"
		}
		if at == filepath.Dir(at) {
			return "", ""
		}
		name = filepath.Base(at)
	}
}

// idTaken says what has an id already, or had it.
func idTaken(id string, by source.At[string]) error {
	return diag.Refuse("%s has the id %s already, now or formerly: %s", by.Value, id, by.Span)
}

// openBook reads what the figures of a site mean, and nothing of what was released.
func openBook(fsys fs.FS) (w *workspace, ok bool) {
	w = newWorkspace(fsys)
	return w, w.readCodebook()
}

// NewReport writes the skeleton of the report of a round, after that of the last round
// before it.
func NewReport(fsys fs.FS, folder string, round period.Period) Result {
	w, ok := openBook(fsys)
	if dir := edition.Dir(round); w.tree.Exists(dir) {
		return w.usage(notMade(existing(dir)))
	}
	if !ok {
		return w.result()
	}
	recurring, _ := edition.ReadFigures(w.tree, recurringFigures, w.out) // with errors nothing is written
	request := scaffold.ReportRequest{
		Round: round, Book: w.book, Locales: w.locales,
		Planned:   calendar.Read(w.tree, w.book, w.out),
		Recurring: recurring,
	}
	for _, r := range edition.Rounds(w.tree, w.book, &diag.List{}) {
		if period.Compare(r, round) < 0 {
			request.Last = edition.ReadRound(w.tree, w.book, w.typed, r, &diag.List{}) // as far as it can be read
		}
	}
	if w.out.Errors() > 0 {
		return w.result()
	}
	return w.placeNew(folder, scaffold.Report(request))
}

// placeNew writes new files of the site, and says which.
func (w *workspace) placeNew(folder string, files scaffold.Files) Result {
	if err := place(volume.Disk{}, folder, files); err != nil {
		return w.usage(err)
	}
	r := Result{Excerpt: w.tree.Excerpt}
	for _, name := range keys(files) {
		r.Summary = append(r.Summary, diag.Wrote(name))
	}
	return r
}
