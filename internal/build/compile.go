package build

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// A compilation is what is particular to one edition.
type compilation struct {
	round     period.Period
	manifest  seal.Manifest // round, number, date, kind, reason, previous
	releasing bool
	insist    bool // on deliveries that somebody has validated
	// The rest is set for a correction, which starts from the edition that it
	// replaces.
	base        *edition.Edition
	set         *cube.Set
	book        *codebook.Codebook // nil for today's
	figuresFrom string             // folder above content/reports/figures.yaml; "" for the site
	// translated holds the shared inputs of the edition that a translation replaces, with
	// the words of the new languages; nil for all else.
	translated *source.Tree
}

// compileDrafts compiles every round that is not released, as it would be
// released now.
func (w *workspace) compileDrafts() {
	if w.book == nil {
		return
	}
	if !w.book.SetAside("ronde.yaml") { // without its languages, no text has a name
		w.rounds = edition.Rounds(w.tree, w.book, w.out)
	}
	if !w.complete {
		return
	}
	for _, round := range w.rounds {
		if edition.ReleaseOf(w.editions, round) != nil {
			continue
		}
		e := w.compile(compilation{round: round, manifest: seal.Manifest{Round: round, Number: 1, Kind: seal.First}})
		if e != nil {
			w.drafts = append(w.drafts, e)
		}
	}
	w.compareAhead()
}

// compile makes an edition: drop set, cube, wall, text and figures. It gives
// nil after errors.
func (w *workspace) compile(task compilation) *edition.Edition {
	before := w.out.Errors()
	book := w.book
	if task.book != nil {
		book = task.book
	}
	round := edition.ReadRound(w.tree, w.book, w.typed, task.round, w.out)
	for _, a := range round.Report.Accept {
		w.accept(a, "", edition.Dir(task.round)+"/")
	}
	shared, figures := w.tree, task.figuresFrom+recurringFigures
	if task.translated != nil {
		shared, figures = task.translated, recurringFigures
	}
	recurring, read := edition.ReadFigures(shared, figures, w.out)
	if !round.Complete {
		return nil
	}
	ofRound := w.out.Errors() - before
	set, c, found := w.layOut(task, round, book)
	before = w.out.Errors() - ofRound // errors of drops that were set aside are none of the report
	w.out.Add(found...)
	for _, d := range set.Drops() {
		// The rest of the set was compared; with a part of this drop unread, the
		// report would say less than it should. A settled drop was whole when it
		// was taken, whatever rules came later.
		if !d.Complete && w.firstRelease(d.ID) == nil {
			return nil
		}
	}
	if task.insist {
		w.insistOnValidation(set.Drops(), task.manifest.Released)
	}
	published := w.published(book)
	protected, report := disclose.Protect(book, c, published...)
	w.out.Add(report.Findings...)
	task.manifest.Cutoff = round.Report.Cutoff.Value
	if task.base != nil {
		task.manifest.Cutoff = task.base.Cutoff
	}
	task.manifest.Embargo = round.Report.Embargo.Value
	task.manifest.Next = round.Report.Next.Value
	for _, id := range round.Report.Lead {
		task.manifest.Lead = append(task.manifest.Lead, id.Value)
	}
	e := edition.Compile(edition.Input{
		Manifest:      task.manifest,
		Round:         round,
		Recurring:     recurring,
		Shared:        sharedFiles(book, shared, figures),
		Book:          book,
		Protected:     protected,
		Published:     published,
		Set:           set.Drops(),
		Late:          set.Late(),
		First:         w.firstName,
		LeftOut:       report.LeftOut,
		Coverage:      c.Coverage(task.round),
		Locales:       w.locales,
		Typed:         w.typed,
		Releasing:     task.releasing,
		FiguresUnread: !read,
		Partial:       len(w.aside) > 0,
	}, w.out)
	if w.out.Errors() > before {
		return nil
	}
	return e
}

func (w *workspace) dropSet(task compilation, round *edition.Round) cube.Set {
	if task.set != nil {
		return *task.set
	}
	return cube.SetOf(w.dropsUpTo(task.round), task.round, round.Report.Cutoff.Value, func(r period.Period) bool {
		return edition.ReleaseOf(w.editions, r) != nil
	})
}

// published gives what each release published, in release order, under the
// names of a codebook.
func (w *workspace) published(book *codebook.Codebook) []*disclose.Observations {
	all := make([]*disclose.Observations, len(w.chain))
	for i, s := range w.chain {
		all[i] = disclose.FromSealed(book, s.Rows())
	}
	return all
}

// recurringFigures is where figures stand that recur.
const recurringFigures = "content/reports/figures.yaml"

// sharedFiles are the shared inputs as the edition used them.
func sharedFiles(book *codebook.Codebook, tree *source.Tree, figures string) []codebook.File {
	// The codebook of a released edition holds that edition's figures.
	files := slices.DeleteFunc(slices.Clone(book.Files), func(f codebook.File) bool { return f.Path == recurringFigures })
	if f, missing := tree.ReadText(figures); missing == nil {
		files = append(files, codebook.File{Path: recurringFigures, Content: f.Content})
	}
	return files
}

// firstName names the release that took a drop first; "" when none did.
func (w *workspace) firstName(id drop.ID) string {
	if s := w.firstRelease(id); s != nil {
		return s.ID().String()
	}
	return ""
}
