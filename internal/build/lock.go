package build

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// The lock holds what a released report was made from: its own inputs are the
// drop set and the files of its round. They may not change, come or go after
// the release of the round's newest edition; a correction is the way out.
// Shared inputs (codebook, recurring figures) and later drops are no lock.

// lock compares the own inputs of the newest edition of each round with what
// lies in the site. except, when not nil, is a round under correction, whose
// own files may differ.
func (w *workspace) lock(except *period.Period) {
	compared := map[string]bool{}
	for i, s := range w.chain {
		if !w.newest(i) {
			continue
		}
		own := edition.Dir(s.Round) + "/"
		open := except != nil && s.Round == *except
		known := map[string]bool{}
		for _, input := range s.Inputs.Files {
			known[input.Path] = true
			if compared[input.Path] || (open && len(input.Path) > len(own) && input.Path[:len(own)] == own) {
				continue
			}
			compared[input.Path] = true
			w.compareInput(s, input)
		}
		if w.book == nil || open {
			continue
		}
		for _, name := range edition.OwnFiles(w.tree, w.book, s.Round) {
			if !known[name] {
				w.out.Add(diag.InputAdded(name, s.ID().String(), w.correction(s.Round, fittingKind(s, name))))
			}
		}
	}
	w.lockDropSets()
	w.lockNames()
	if except == nil {
		w.laterDrops()
	}
}

// forgetInputs lets go of what lock compares, a tenth of what a large site holds.
func (w *workspace) forgetInputs() {
	for _, s := range w.chain {
		s.Inputs = seal.Inputs{}
	}
}

// correction is the command that corrects a round.
func (w *workspace) correction(round period.Period, how string) string {
	language := "en"
	if w.book != nil {
		if tags := w.book.Site.LanguageTags(); len(tags) > 0 { // ronde.yaml may be broken
			language = tags[0]
		}
	}
	return fmt.Sprintf(`ronde release %s %s --reason "%s=…"`, round, how, language)
}

// fittingKind says which kind of correction brings a file of a round to its readers, as far as
// the file tells: words alone are editorial, until release finds that they change a number.
func fittingKind(s *seal.Sealed, name string) string {
	language, text := strings.CutPrefix(strings.TrimSuffix(path.Base(name), ".md"), "report.")
	switch {
	case strings.HasPrefix(name, "data/drops/"):
		return "--kind revision --with …"
	case text && strings.HasSuffix(name, ".md") && !slices.Contains(s.Languages, language):
		return "--kind translation"
	case path.Base(name) == "figures.yaml":
		return "--kind …" // its words or its values
	}
	return "--kind editorial"
}

// newest reports whether chain[i] is the newest edition of its round, be it that it was
// withdrawn.
func (w *workspace) newest(i int) bool {
	return w.chain[i].HasContent() && !slices.ContainsFunc(w.chain, func(s *seal.Sealed) bool {
		return s.HasContent() && s.Round == w.chain[i].Round && s.Number > w.chain[i].Number
	})
}

func (w *workspace) compareInput(s *seal.Sealed, input seal.FileHash) {
	if sum, missing := w.tree.Hash(input.Path); missing == nil && sum == input.SHA256 {
		return
	}
	f, missing := w.tree.Read(input.Path)
	if missing != nil {
		w.out.Add(diag.InputRemoved(input.Path, s.ID().String()))
		return
	}
	correction := w.correction(s.Round, fittingKind(s, input.Path))
	found := seal.Differs(input.Path, s.ID().String(), input.SHA256, f.Content)
	ends, delivered := found.ID == "line-endings", strings.HasPrefix(input.Path, "data/drops/")
	switch {
	case ends && !delivered:
		// A text of the round, which git may convert: it says what it said.
	case ends:
		w.out.Add(found)
	case !delivered:
		w.out.Add(diag.InputChanged(input.Path, s.ID().String(), correction))
	default:
		cells := w.changedCells(input.Path)
		for _, c := range cells {
			w.out.Add(diag.CellChanged(c.at, c.was, c.is, s.ID().String(), correction))
		}
		if len(cells) == 0 {
			w.out.Add(diag.DropChanged(input.Path, s.ID().String(), correction))
		}
	}
}

type changedCell struct {
	at      diag.Span
	was, is string
}

// changedCells reads a drop whose bytes changed in full and compares it with
// what the releases published of it, so that the message names the cell. It
// finds nothing when only words or the order of rows changed.
func (w *workspace) changedCells(name string) []changedCell {
	i := slices.IndexFunc(w.drops, func(id drop.ID) bool { return id.Path() == name })
	if i < 0 {
		return nil
	}
	d := w.settledDrop(w.drops[i])
	if d == nil {
		return nil
	}
	var cells []changedCell
	for _, s := range w.chain {
		for row := range s.Rows().All() {
			if row.Drop != d.ID || row.Removed {
				continue
			}
			j := slices.IndexFunc(d.Observations, func(o drop.Delivered) bool { return o.Key == row.Key })
			switch {
			case j < 0:
				cells = append(cells, changedCell{diag.FileSpan(name), row.Key.String() + " = " + printed(row.HasValue, row.Value.String()), ""})
			case d.Observations[j].HasValue != row.HasValue || d.Observations[j].Value != row.Value:
				o := d.Observations[j]
				// A hidden cell that got a value since is not printed here:
				// messages end up in logs.
				if row.HasValue {
					cells = append(cells, changedCell{o.Span(), row.Value.String(), printed(o.HasValue, o.Value.String())})
				}
			}
		}
	}
	return cells
}

func printed(has bool, value string) string {
	if !has {
		return "no value"
	}
	return value
}

// lockDropSets finds drops that would have been in the drop set of a released
// round, had they been there.
func (w *workspace) lockDropSets() {
	for id, d := range sortedDrops(w.unsettled) {
		if s := w.backdated(d); s != nil {
			w.out.Add(diag.DropBackdated(d.Description.Received.Span, id.String(), s.ID().String(), s.Cutoff.String(), s.Round.String(),
				w.correction(s.Round, "--kind late --with "+id.String())))
		}
	}
}

// backdated gives the newest round that was released without a drop which was
// received by its cutoff; nil when there is none, or `missed:` explains it.
func (w *workspace) backdated(d *drop.Drop) *seal.Sealed {
	var latest *seal.Sealed
	missed := d.Description.Missed
	for i, s := range w.chain {
		back := period.Compare(d.ID.Round, s.Round) <= 0 && d.Received() <= s.Cutoff
		excused := missed.IsSet() && period.Compare(s.Round, missed.Value) <= 0
		if w.newest(i) && back && !excused && (latest == nil || period.Compare(s.Round, latest.Round) > 0) {
			latest = s
		}
	}
	return latest
}

// sortedDrops gives drops by id, so that nothing depends on the order of a map.
func sortedDrops(drops map[drop.ID]*drop.Drop) func(yield func(drop.ID, *drop.Drop) bool) {
	var ids []drop.ID
	for id := range drops {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b drop.ID) int { return drop.CompareOrder(a, 0, b, 0) })
	return func(yield func(drop.ID, *drop.Drop) bool) {
		for _, id := range ids {
			if !yield(id, drops[id]) {
				return
			}
		}
	}
}

// inputs gives the hashes of an edition's own inputs.
func (w *workspace) inputs(files []string, set []seal.DropRef) seal.Inputs {
	var in seal.Inputs
	add := func(name string) {
		f, missing := w.tree.Read(name)
		if missing != nil {
			// It was read a moment ago; a file that vanishes during a release
			// is found again by the next check.
			w.out.Add(*missing)
			return
		}
		in.Files = append(in.Files, seal.FileHash{Path: name, SHA256: seal.Hash(f.Content)})
	}
	for _, name := range files {
		add(name)
	}
	for _, d := range set {
		add(d.DropID().Path())
		add(d.DropID().DescriptionPath())
	}
	slices.SortFunc(in.Files, func(a, b seal.FileHash) int {
		if a.Path < b.Path {
			return -1
		}
		return 1
	})
	return in
}
