package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// ReleaseRequest is what a release is asked to do: a Round, or a Redo.
type ReleaseRequest struct {
	Round period.Period
	Redo  seal.ReleaseID
	Date  period.Date
	Dated bool // the date was given
	// Today gives the day that it is in a time zone, "" for that of the machine. It is
	// asked when no date was given, except for a redo, which keeps the date of the
	// edition. Nothing else of a run depends on a clock.
	Today func(zone string) (period.Date, error)

	// Online are the editions that readers have, which no redo makes again; none when
	// nothing is published yet.
	Online site.Versions

	Kind   seal.Kind
	Reason source.Text
	With   []drop.ID
	Strict bool
	// Validated insists that each delivery which the release takes in was signed off.
	Validated bool

	RefreshData, RefreshCodebook, RefreshFigures bool

	// Of a withdrawal: the figures that it takes back, the report when it names neither
	// figures nor observations.
	Figures []string
	// Observations are keys whose values are taken down in all editions; codes that are
	// left out are totals.
	Observations []observation.Key
	TakeDown     bool // the sealed bytes of what is withdrawn go too
	// Restore names what a correction publishes again though it is withdrawn: ids of
	// figures, or "report".
	Restore []string

	taken *seal.Withdrawn // by the edition that a redo makes again
}

// Release compiles and seals the next edition of a round and writes it below
// folder, the site's folder on disk. With errors, or when nothing would be new,
// nothing is written. Only what the edition is made from is checked: drops and
// texts of later rounds may be unfinished.
func Release(fsys fs.FS, folder string, request ReleaseRequest) Result {
	return release(volume.Disk{}, fsys, folder, request)
}

func release(d volume.Disk, fsys fs.FS, folder string, request ReleaseRequest) Result {
	unlock, err := lockReleases(d, folder)
	if err != nil {
		return Result{Err: notReleased(err)}
	}
	defer unlock()
	if err := refuseLinks(folder); err != nil {
		return Result{Err: notReleased(err)}
	}
	if err := restoreEditions(d, folder); err != nil {
		return Result{Err: notReleased(err)}
	}
	if err := newWorkspace(fsys).finishTakeDowns(d, folder); err != nil {
		return Result{Err: notReleased(err)}
	}
	round := request.Round
	if request.Redo != (seal.ReleaseID{}) {
		round = request.Redo.Round
	}
	w := readFor(fsys, &round, request.Redo)
	if request.Redo != (seal.ReleaseID{}) {
		if err := w.redo(&request); err != nil {
			return w.usage(err)
		}
	}
	w.lock(&round)
	if !w.complete || w.out.Errors() > 0 {
		w.insistOnCalm()
		return w.result()
	}
	if !request.Dated && request.Redo == (seal.ReleaseID{}) {
		if request.Date, err = request.Today(w.book.Site.TimeZone); err != nil {
			return w.usage(err)
		}
	}
	base := edition.ReleaseOf(w.editions, round)
	if err := w.permit(request, base); err != nil {
		return w.usage(err)
	}
	if request.Kind == seal.Withdrawal {
		return w.releaseWithdrawal(d, folder, request, base)
	}
	e, inputs, err := w.compileRelease(request, base)
	if err != nil {
		return w.usage(err)
	}
	w.insistOnCalm()
	w.applyAcceptances()
	if e == nil || failed(w.out.Sorted(), request.Strict) {
		return w.result()
	}
	if err := w.datedAfterItsData(e, base == nil); err != nil {
		return w.usage(err)
	}
	if request.Redo == (seal.ReleaseID{}) {
		if err := w.restores(request, e); err != nil {
			return w.usage(err)
		}
		if err := keepsToKind(base, e); err != nil {
			return w.usage(err)
		}
	}
	files := e.SealFiles(inputs)
	if base != nil && request.Redo == (seal.ReleaseID{}) && len(request.Restore) == 0 && w.nothingNew(base, *e) {
		return w.usage(diag.Refuse("nothing is new: an edition %s would say what %s says; a later delivery is taken in by --with", e.ID(), base.ID()))
	}
	if err := writeEdition(d, folder, e.ID(), files, request.Redo != (seal.ReleaseID{})); err != nil {
		return w.usage(err)
	}
	return w.released(e.Manifest, 0, unsigned(w.takenUnsigned(e)))
}

// releaseWithdrawal seals a withdrawal. What it takes down goes when it is released: if that
// is stopped, the next release goes on with it.
func (w *workspace) releaseWithdrawal(d volume.Disk, folder string, request ReleaseRequest, base *edition.Edition) Result {
	m, replaced, err := w.withdraw(request, base)
	if err != nil {
		return w.usage(err)
	}
	for _, key := range request.Observations {
		w.stillPrinted(diag.Span{}, key, "--kind error", true, request.Round, m.Withdrawn.Figures)
	}
	w.insistOnCalm()
	w.applyAcceptances()
	if failed(w.out.Sorted(), request.Strict) {
		return w.result()
	}
	files := seal.Close(m, seal.Inputs{Files: []seal.FileHash{}}, nil)
	if err := writeEdition(d, folder, m.ID(), files, request.Redo != (seal.ReleaseID{})); err != nil {
		return w.usage(err)
	}
	if err := replaceSealed(d, folder, replaced); err != nil {
		return w.usage(&releaseError{fmt.Errorf("%s is released, and not all files that it takes down are gone: run ronde release again (%w)", m.ID(), err)})
	}
	return w.released(m, len(replaced), nil)
}

// released ends a release: it says what was released and is to be committed, and whether
// the site date still hides it. replaced is the number of sealed files that a withdrawal
// took down.
func (w *workspace) released(m seal.Manifest, replaced int, unsigned []diag.Phrase) Result {
	said := []diag.Phrase{diag.Released(m.ID().String(), m.Released.String(), m.ID().Dir(), replaced)}
	if set := w.book.Site.SiteDate; set.IsSet() && set.Value < m.Released {
		said = append(said, diag.SiteDateHides(set.Value.String(), m.Released.String()))
	}
	embargo := ""
	if m.Embargo > m.Released {
		embargo = m.Embargo.String()
	}
	result := w.result(append(said, unsigned...)...)
	result.Next = diag.NextOfRelease(embargo)
	return result
}

// redo turns the request into the one by which an edition was released, and
// sees to it that no release follows it and that no reader has it. The edition
// itself was left out when the site was read.
func (w *workspace) redo(request *ReleaseRequest) error {
	id := request.Redo
	s, ok := seal.Open(w.tree, id, seal.ReadTombstones(w.tree, seal.Find(w.tree)), &diag.List{})
	if !ok {
		return diag.Refuse("--redo: there is no edition %s, or it is not as it was sealed: see ronde check", id)
	}
	// Without the edition, what follows it has lost its chain: all that could be
	// opened is looked at.
	for _, other := range w.sealed {
		if other.Previous == s.Seal {
			return diag.Refuse("--redo: %s follows %s, which therefore stays as it is", other.ID(), id)
		}
		if other.Round == id.Round && other.Number > id.Number {
			return diag.Refuse("--redo: %s is a later edition of the same round", other.ID())
		}
	}
	if err := w.unpublished(s, request.Online); err != nil {
		return err
	}
	request.Round, request.Reason = id.Round, s.Reason
	switch s.Kind {
	case seal.First:
	case seal.Withdrawal:
		request.Kind, request.taken = s.Kind, &s.Withdrawn
		request.Observations = w.keysTakenDown(s.Withdrawn.Files)
	case seal.Translation: // took nothing in: what its codebook has more are words
		request.Kind = s.Kind
	default:
		request.Kind = s.Kind
		for _, d := range s.Drops {
			request.With = append(request.With, d.DropID())
		}
		if base := edition.ReleaseOf(w.editions, id.Round); base != nil {
			request.RefreshCodebook, request.RefreshFigures = refreshed(base.Files, s.Files)
		}
	}
	if !request.Dated {
		request.Date = s.Released
		if n := len(w.chain); n > 0 {
			request.Date = max(request.Date, w.chain[n-1].Released)
		}
	}
	return nil
}

// refreshed reports whether a correction took another codebook, or other
// recurring figures, than the edition that it replaces: what it was asked to
// refresh is written nowhere else.
func refreshed(before, after []seal.FileHash) (book, figures bool) {
	for _, f := range after {
		switch {
		case !strings.HasPrefix(f.Path, "codebook/") || slices.Contains(before, f):
		case f.Path == "codebook/content/reports/figures.yaml":
			figures = true
		default:
			book = true
		}
	}
	return book, figures
}

// permit refuses what is wrong with a request whatever the files say.
func (w *workspace) permit(request ReleaseRequest, base *edition.Edition) error {
	if n := len(w.chain); n > 0 && request.Date < w.chain[n-1].Released {
		newest := w.chain[n-1]
		return diag.Refuse("--date %s is before the release of %s on %s: if that day is wrong and no reader has the edition yet, give it the right one: ronde release --redo %s --date …", request.Date, newest.ID(), newest.Released, newest.ID())
	}
	for _, s := range w.chain {
		if s.Embargo > request.Date && s.Round != request.Round {
			return diag.Refuse("%s is under embargo until %s: a release that follows it is dated that day or later", s.ID(), s.Embargo)
		}
	}
	switch {
	case len(edition.OwnFiles(w.tree, w.book, request.Round)) == 0:
		return diag.Refuse("there is no round %s: its report would be %s/report.yaml, which ronde new report %[1]s begins", request.Round, edition.Dir(request.Round))
	case base == nil && request.Kind != "":
		return diag.Refuse("%s has no edition yet: release it without --kind", request.Round)
	case base == nil && (len(request.With) > 0 || request.RefreshData || request.RefreshCodebook || request.RefreshFigures):
		return diag.Refuse("--with and --refresh are for corrections: a first edition takes everything received by its cutoff")
	case base != nil && request.Kind == "":
		return diag.Refuse("%s is released as %s: to correct it, say --kind and --reason, as in this example:", request.Round, base.ID()).Below(w.meantCorrection(request, base)).Below(kindsOfRelease()...)
	case base != nil && request.Reason.IsZero():
		return diag.Refuse("a correction, or a withdrawal, says why in at least one language, as in this example:").Below(w.meantCorrection(request, base))
	case request.Kind == seal.Translation && (len(request.With) > 0 || request.RefreshData || request.RefreshCodebook || request.RefreshFigures):
		return diag.Refuse("a translation adds a language and changes nothing else: leave out --with and --refresh, or say --kind editorial")
	case request.Kind != seal.Withdrawal && (len(request.Figures) > 0 || len(request.Observations) > 0 || request.TakeDown):
		return diag.Refuse("--figure, --observation and --take-down are for a withdrawal: say --kind withdrawal")
	case base == nil && len(request.Restore) > 0:
		return diag.Refuse("--restore is for corrections: nothing of a first edition is withdrawn")
	case request.Kind == seal.Withdrawal && request.taken == nil:
		if err := w.permitWithdrawal(request); err != nil {
			return err
		}
	}
	for i, language := range request.Reason.Languages() {
		if slices.Contains(request.Reason.Languages()[:i], language) {
			return diag.Refuse("--reason %s=…: there are two reasons in this language", language)
		}
		if !slices.Contains(w.book.Site.LanguageTags(), language) {
			return diag.Refuse("--reason %s=…: the languages of the site are %s", language, strings.Join(w.book.Site.LanguageTags(), ", "))
		}
	}
	for _, id := range request.With {
		if !slices.Contains(w.drops, id) {
			return diag.Refuse("--with: there is no drop %s%s", id, w.meantDrop(id))
		}
	}
	return nil
}

// meantDrop names the drop that was meant; it says nothing when none is near.
func (w *workspace) meantDrop(id drop.ID) diag.Phrase {
	var names []string
	for _, known := range w.drops {
		names = append(names, known.String())
	}
	return meant(id.String(), names)
}

// compileRelease compiles the edition that a request asks for; nil after
// errors.
func (w *workspace) compileRelease(request ReleaseRequest, base *edition.Edition) (*edition.Edition, seal.Inputs, error) {
	task := compilation{round: request.Round, releasing: true, insist: request.Validated || w.validationRequired()}
	task.manifest = seal.Manifest{
		Format: seal.Format, Round: request.Round, Number: 1, Released: request.Date, Kind: seal.First,
	}
	if n := len(w.chain); n > 0 {
		task.manifest.Previous = w.chain[n-1].Seal
	}
	if base != nil {
		if err := w.correct(&task, request, base); err != nil {
			return nil, seal.Inputs{}, err
		}
	}
	e := w.compile(task)
	if e == nil {
		return nil, seal.Inputs{}, nil
	}
	return e, w.inputs(edition.OwnFiles(w.tree, w.book, request.Round), e.Drops), nil
}

// correct sets out from the edition that is replaced: its drop set, codebook
// and recurring figures, with what the request names in addition.
func (w *workspace) correct(task *compilation, request ReleaseRequest, base *edition.Edition) error {
	task.manifest.Number = w.nextNumber(request.Round)
	task.manifest.Replaces = base.Number
	task.manifest.Kind = request.Kind
	task.manifest.Reason = request.Reason
	task.base = base
	if !request.RefreshCodebook {
		task.book = base.Codebook
	}
	if !request.RefreshFigures {
		task.figuresFrom = base.ID().Dir() + "/codebook/"
	}
	if request.Kind == seal.Translation {
		if err := w.translate(task, base); err != nil {
			return err
		}
	}
	var drops []*drop.Drop
	for _, d := range base.Drops {
		drops = append(drops, w.drop(d.DropID()))
	}
	set := cube.SetFrom(drops, request.Round, base.Cutoff)
	with := request.With
	if request.RefreshData {
		for _, d := range cube.SetOf(w.dropsUpTo(request.Round), request.Round, request.Date, nil).Drops() {
			with = append(with, d.ID)
		}
	}
	var more []*drop.Drop
	for _, id := range with {
		d, err := w.taken(id, task.book, base)
		if err != nil {
			return err
		}
		if d != nil { // otherwise what is wrong with it is among the findings
			more = append(more, d)
		}
	}
	set = set.With(more...)
	task.set = &set
	return nil
}

// taken reads a drop that a correction takes in. The first release that takes a
// drop seals the contract by which it is read from then on; a correction seals
// the codebook of the edition that it replaces, so it must be able to read the
// drop by that.
func (w *workspace) taken(id drop.ID, book *codebook.Codebook, base *edition.Edition) (*drop.Drop, error) {
	if book == nil || w.firstRelease(id) != nil {
		return w.drop(id), nil
	}
	var found diag.List
	d := drop.Read(w.tree, book, id, &found)
	if d == nil || !d.Complete || found.Errors() > 0 {
		return nil, diag.Refuse("%s cannot be read by the contract and the code lists of %s, which the correction keeps: say --refresh codebook to take those of today", id, base.ID())
	}
	return d, nil
}

// nothingNew reports whether an edition says what the one that it would replace
// says: in text, figures and words, apart from the line by which it is cited,
// which names its own number and day. Its data are what no release published in
// this form; an edition that says nothing new has none.
func (w *workspace) nothingNew(base *edition.Edition, e edition.Edition) bool {
	cited := map[string]*edition.Words{}
	for language, words := range e.Words {
		same := *words
		if before, ok := base.Words[language]; ok {
			same.Cite = before.Cite
		}
		cited[language] = &same
	}
	e.Words = cited
	files := e.SealFiles(seal.Inputs{})
	for name, content := range files {
		switch {
		case strings.HasPrefix(name, "data/"):
			return false
		case compared(name):
			f, missing := w.tree.Read(base.ID().Dir() + "/" + name)
			if missing != nil || !bytes.Equal(f.Content, content) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(base.Files, func(f seal.FileHash) bool { return compared(f.Path) && files[f.Path] == nil })
}

// compared reports whether a file of an edition is among those by which two
// editions of a round are told apart.
func compared(name string) bool {
	return name != "edition.yaml" && name != "inputs.yaml" && !strings.HasPrefix(name, "codebook/") && !strings.HasPrefix(name, "data/")
}

// datedAfterItsData refuses an edition that would say that it was published before its data
// were there: before a delivery of it was received, or before the cutoff up to which it waits
// for them. The cutoff of a first edition can still be moved.
func (w *workspace) datedAfterItsData(e *edition.Edition, first bool) error {
	var last seal.DropRef
	for _, d := range e.Drops {
		if d.Received > last.Received {
			last = d
		}
	}
	switch {
	case last.Received > e.Released:
		return diag.Refuse("a release cannot be dated %s: %s, which it takes in, was received on %s. Give another --date, that day or later", e.Released, last.DropID(), last.Received)
	case e.Cutoff > e.Released && first:
		return diag.Refuse("a release cannot be dated %s: it waits for deliveries up to %s, the cutoff of %s. Give another --date, that day or later, or move cutoff in %s/report.yaml", e.Released, e.Cutoff, e.Round, edition.Dir(e.Round))
	case e.Cutoff > e.Released:
		return diag.Refuse("a release cannot be dated %s: it waits for deliveries up to %s, the cutoff of %s. Give another --date, that day or later", e.Released, e.Cutoff, e.Round)
	}
	return nil
}

func keys(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
