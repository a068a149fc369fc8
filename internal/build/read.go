package build

import (
	"io/fs"
	"slices"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/calendar"
	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/source"
	"ronde/internal/theme"
)

// A workspace is a site as far as it has been read. A stage that failed leaves
// its part empty; those that need it are skipped, the rest goes on.
type workspace struct {
	tree     *source.Tree
	out      *diag.List
	book     *codebook.Codebook
	locales  map[string]*locale.Locale
	typed    map[string]*commentary.TypedNumbers
	*past                       // empty until the editions are read
	drops    []drop.ID          // all that lie in the site, settled or not
	drafts   []*edition.Edition // of rounds that are not released, by month
	rounds   []period.Period    // that have a folder, in order
	accepted []diag.Acceptance
	applied  bool // accepted has been applied
	files    *source.Watch
	archive  *archive.Archive
	date     *period.Date
	theme    *theme.Theme
	prose    []site.Prose
	meetings []site.Minutes
	planned  []calendar.Release
	without  seal.ReleaseID // an edition that counts as not there
	// keepGoing says that drops with errors are set aside: a preview goes on without them.
	keepGoing bool
	aside     map[drop.ID]bool
	compared  map[drop.ID]bool // those that stood in the drop set of a compilation
	// complete is false when codebook or chain could not be read whole, so
	// that nothing can be compiled or published.
	complete bool

	unsettled map[drop.ID]*drop.Drop
	settled   map[drop.ID]*drop.Drop // read when first needed
}

// keptAsIs are the lines of .gitattributes that keep bytes as they were hashed.
var keptAsIs = []string{"data/drops/** -text", "content/reports/*/editions/** -text"}

func read(fsys fs.FS) *workspace { return readFor(fsys, nil, seal.ReleaseID{}) }

// readFor reads what a release of one round needs: drops of later rounds are
// left out, unless a correction names them, and the edition that a redo will
// replace counts as not there. With no round it reads everything.
func readFor(fsys fs.FS, round *period.Period, without seal.ReleaseID) *workspace {
	w := newWorkspace(fsys)
	w.without = without
	w.readAll(round)
	return w
}

// readAll reads all of a site into an empty workspace.
func (w *workspace) readAll(round *period.Period) {
	w.readAttributes()
	whole := w.readCodebook()
	chained := w.readEditions()
	w.strays()
	w.complete = whole && chained
	w.readDrops(round)
	w.guesses(round)
	w.acceptances()
}

// readCodebook reads what figures mean, and how the languages of the site speak.
func (w *workspace) readCodebook() (whole bool) {
	w.book, whole = codebook.Load(w.tree, w.out)
	for _, language := range w.book.Site.Languages {
		l, ok := locale.For(language.Value)
		if !ok {
			w.out.Add(diag.UnknownLanguage(language.Span, language.Value, locale.Languages()))
			whole = false
			continue
		}
		w.locales[language.Value] = l
		w.typed[language.Value] = commentary.NewTypedNumbers(l)
	}
	return whole
}

func newWorkspace(fsys fs.FS) *workspace {
	watch := source.Watched(fsys)
	return &workspace{
		past:      &past{},
		tree:      source.NewTree(watch),
		files:     watch,
		out:       &diag.List{},
		locales:   map[string]*locale.Locale{},
		typed:     map[string]*commentary.TypedNumbers{},
		unsettled: map[drop.ID]*drop.Drop{},
		settled:   map[drop.ID]*drop.Drop{},
		aside:     map[drop.ID]bool{},
		compared:  map[drop.ID]bool{},
	}
}

// insistOnCalm says which files changed since they were read. It comes after all
// reading, and before anything is made from it that stays.
func (w *workspace) insistOnCalm() {
	for _, name := range w.tree.Changed() {
		w.out.Add(diag.FileChanged(name))
	}
}

// readAttributes insists that git keeps the bytes of what is hashed.
func (w *workspace) readAttributes() {
	var lines []string
	if f, missing := w.tree.ReadText(".gitattributes"); missing == nil {
		for line := range strings.Lines(string(f.Content)) {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	for _, want := range keptAsIs {
		if !slices.Contains(lines, want) {
			w.out.Add(diag.GitAttributes(want))
		}
	}
}

// readEditions reads what was released, unless that was given.
func (w *workspace) readEditions() bool {
	if !w.past.read {
		w.past = readPast(w.tree, w.without)
	}
	w.out.Append(&w.past.found)
	return w.past.whole
}

// firstRelease is the release that took a drop first, or nil.
func (w *workspace) firstRelease(id drop.ID) *seal.Sealed {
	if i, ok := w.takenBy[id]; ok {
		return w.chain[i]
	}
	return nil
}

// readDrops reads the drops that no release took yet: they meet today's
// contract, and all that is wrong with them is said.
func (w *workspace) readDrops(round *period.Period) {
	w.drops = drop.Find(w.tree, w.book, w.out)
	for _, id := range w.drops {
		later := round != nil && period.Compare(id.Round, *round) > 0
		if later || w.firstRelease(id) != nil {
			continue
		}
		d := drop.Read(w.tree, w.book, id, w.out)
		if w.keepGoing && (d == nil || !d.Complete) {
			w.aside[id] = true
		}
		if d == nil {
			continue
		}
		w.unsettled[id] = d
		for _, a := range d.Description.Accept {
			w.accept(a, id.Round.String(), id.Path(), id.DescriptionPath())
		}
	}
}

// settledDrop reads a drop as the first release that took it read it. It was
// checked then: nothing is said of it again.
func (w *workspace) settledDrop(id drop.ID) *drop.Drop {
	if d, known := w.settled[id]; known {
		return d
	}
	i, taken := w.takenBy[id]
	if !taken {
		return nil
	}
	d := drop.Read(w.tree, w.editions[i].Codebook, id, &diag.List{})
	w.settled[id] = d
	return d
}

// drop gives a drop, settled or not; nil when it cannot be read. A drop of a
// later round that was left out is read now: a correction names it.
func (w *workspace) drop(id drop.ID) *drop.Drop {
	if d, ok := w.unsettled[id]; ok {
		return d
	}
	if d := w.settledDrop(id); d != nil {
		return d
	}
	d := drop.Read(w.tree, w.book, id, w.out)
	if d != nil {
		w.unsettled[id] = d
	}
	return d
}

// dropsUpTo gives every drop of a round and earlier ones that could be read.
func (w *workspace) dropsUpTo(round period.Period) []*drop.Drop {
	var all []*drop.Drop
	for _, id := range w.drops {
		if period.Compare(id.Round, round) > 0 || w.aside[id] {
			continue
		}
		if d := w.drop(id); d != nil {
			all = append(all, d)
		}
	}
	return all
}

// acceptances collects those of the codebook. A contract's reach its own file
// and the drops of its dataset.
func (w *workspace) acceptances() {
	for _, a := range w.book.Site.Accept {
		w.accept(a, "")
	}
	for _, c := range w.book.Contracts {
		scope := []string{c.ID.Span.File}
		for _, id := range w.drops {
			if id.Dataset == c.ID.Value {
				scope = append(scope, id.Path(), id.DescriptionPath())
			}
		}
		for _, a := range c.Accept {
			w.accept(a, "", scope...)
		}
	}
}

// accept notes an acceptance, the round of the drop that it stands beside, if
// any, and the files that it reaches; none is all.
func (w *workspace) accept(a source.At[codebook.Acceptance], round string, files ...string) {
	w.accepted = append(w.accepted, diag.Acceptance{
		ID: a.Value.ID, Where: a.Value.Where, Until: a.Value.Until.String(), Reason: a.Value.Reason, Round: round, Span: a.Span, Files: files,
	})
}
