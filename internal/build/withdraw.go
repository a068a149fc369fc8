package build

import (
	"errors"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/compare"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/trace"
	"ronde/internal/volume"
)

// wholeReport is what --restore calls the report itself, beside ids of figures.
const wholeReport = "report"

// withdrawn gives the release by which the report of a round is withdrawn, and those by
// which figures of it are, by id. What a later edition published again is not withdrawn.
func (w *workspace) withdrawn(round period.Period) (report *edition.Edition, figures map[string]*edition.Edition) {
	figures = map[string]*edition.Edition{}
	for _, e := range w.editions {
		switch {
		case e.Round != round:
		case e.HasContent():
			report = nil
			for _, f := range e.Figures {
				delete(figures, f.ID)
			}
		default:
			if e.Withdrawn.Report {
				report = e
			}
			for _, id := range e.Withdrawn.Figures {
				figures[id] = e
			}
		}
	}
	return report, figures
}

// permitWithdrawal refuses a withdrawal of what is not there.
func (w *workspace) permitWithdrawal(request ReleaseRequest) error {
	if len(request.With) > 0 || request.RefreshData || request.RefreshCodebook || request.RefreshFigures || len(request.Restore) > 0 {
		return diag.Refuse("a withdrawal takes nothing in: leave out --with, --refresh and --restore")
	}
	report, gone := w.withdrawn(request.Round)
	if report != nil && !request.TakeDown && len(request.Observations) == 0 {
		return diag.Refuse("%s is withdrawn already, by %s of %s", request.Round, report.ID(), report.Released)
	}
	known := w.figuresOf(request.Round)
	for _, id := range request.Figures {
		switch by := gone[id]; {
		case !slices.Contains(known, id):
			return diag.Refuse("--figure: no edition of %s has a figure %s%s", request.Round, id, meant(id, known))
		case by != nil && !request.TakeDown:
			return diag.Refuse("--figure: %s is withdrawn already, by %s of %s", id, by.ID(), by.Released)
		}
	}
	for _, key := range request.Observations {
		if err := w.checkKey(key); err != nil {
			return diag.Refuse("%s: %s", "--observation", diag.Fact(err))
		}
		if len(w.sealedRows(key)) > 0 {
			continue
		}
		if by := w.takenDownBy(key); by != nil {
			return diag.Refuse("--observation: %s is taken down already, by %s of %s", key, by.ID(), by.Released)
		}
		return diag.Refuse("--observation: no edition has a value of %s", key)
	}
	return nil
}

// figuresOf are the ids of the figures of all editions of a round.
func (w *workspace) figuresOf(round period.Period) []string {
	var ids []string
	for _, e := range w.editions {
		if e.Round == round {
			ids = append(ids, e.FigureIDs()...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// restores refuses a correction that would bring back what was withdrawn, unless it is
// asked to: whoever mends a word does not mean to publish again what was taken back.
func (w *workspace) restores(request ReleaseRequest, e *edition.Edition) error {
	report, figures := w.withdrawn(request.Round)
	again := map[string]bool{}
	for _, what := range request.Restore {
		if what == wholeReport && report != nil || figures[what] != nil {
			again[what] = true
			continue
		}
		return diag.Refuse("%s: %s", "--restore", notWithdrawn(request.Round, what, report != nil, figures))
	}
	if report != nil && !again[wholeReport] {
		return diag.Refuse("%s is withdrawn by %s: to publish it again, corrected, say --restore %s", request.Round, report.ID(), wholeReport)
	}
	for _, f := range e.Figures {
		names := append([]string{f.ID}, f.Formerly...)
		out := slices.IndexFunc(names, func(name string) bool { return figures[name] != nil })
		if out >= 0 && !slices.ContainsFunc(names, func(name string) bool { return again[name] }) {
			name := names[out]
			return diag.Refuse("the figure %s is withdrawn by %s: take it out of the texts, or say --restore %s to publish it again", name, figures[name].ID(), name)
		}
	}
	return nil
}

// notWithdrawn says that nothing of a round that is called so is withdrawn, and what is.
func notWithdrawn(round period.Period, what string, report bool, figures map[string]*edition.Edition) diag.Phrase {
	names := slices.Sorted(maps.Keys(figures))
	if report {
		names = append([]string{wholeReport}, names...)
	}
	if len(names) == 0 {
		return diag.Say("nothing of %s is withdrawn", round)
	}
	return diag.Say("%s is not withdrawn; what is withdrawn of %s: %s", what, round, strings.Join(names, ", "))
}

// A replacement is a sealed file whose bytes are to be replaced; its path is within the
// site.
type replacement struct {
	path    string
	content []byte
}

// withdraw gives the files of a withdrawal, and the sealed files that it takes down.
func (w *workspace) withdraw(request ReleaseRequest, base *edition.Edition) (seal.Manifest, []replacement, error) {
	m := seal.Manifest{
		Format: seal.Format, Round: request.Round, Number: w.nextNumber(request.Round), Released: request.Date, Kind: seal.Withdrawal,
		Reason: request.Reason, Replaces: base.Number, Cutoff: base.Cutoff,
	}
	for _, language := range w.book.Site.LanguageTags() {
		if slices.Contains(request.Reason.Languages(), language) {
			m.Languages = append(m.Languages, language)
		}
	}
	if day := w.publicFrom(request.Round); day > request.Date {
		m.Embargo = day // before that day there is nothing to take back in public
	}
	if n := len(w.chain); n > 0 {
		m.Previous = w.chain[n-1].Seal
	}
	m.Withdrawn.Figures = w.underAllNames(request.Round, request.Figures)
	m.Withdrawn.Report = len(request.Figures) == 0 && len(request.Observations) == 0
	if request.taken != nil {
		m.Withdrawn = *request.taken
	}
	t := takeDown{workspace: w, by: m}
	for _, key := range request.Observations {
		t.observation(key)
	}
	if request.TakeDown {
		t.published()
	}
	m.Withdrawn.Files = append(m.Withdrawn.Files, t.records...)
	if t.err == nil && request.TakeDown && len(t.records) == 0 {
		t.err = diag.Refuse("--take-down: all of it is taken down already")
	}
	return m, t.replaced, t.err
}

// publicFrom is the day from which an edition of a round is public; 0 when one was never
// under an embargo.
func (w *workspace) publicFrom(round period.Period) period.Date {
	day := edition.ReleaseOf(w.editions, round).Embargo
	for _, e := range w.editions {
		if e.Round == round && e.HasContent() {
			day = min(day, e.Embargo)
		}
	}
	return day
}

// underAllNames gives ids of figures of a round, with those that the same figures have in
// other editions of it.
func (w *workspace) underAllNames(round period.Period, ids []string) []string {
	all, known := slices.Clone(ids), w.figuresOf(round)
	for before := -1; before < len(all); {
		before = len(all)
		for _, e := range w.editions {
			for _, f := range e.Figures {
				names := append([]string{f.ID}, f.Formerly...)
				if e.Round != round || !slices.ContainsFunc(names, func(name string) bool { return slices.Contains(all, name) }) {
					continue
				}
				for _, name := range names {
					if slices.Contains(known, name) && !slices.Contains(all, name) {
						all = append(all, name)
					}
				}
			}
		}
	}
	return all
}

// keysTakenDown are those whose values a withdrawal took down. When it is made again, the
// other branch may have published one of them anew.
func (w *workspace) keysTakenDown(files []seal.TakenDown) []observation.Key {
	var all []observation.Key
	for _, f := range files {
		for _, s := range w.sealed {
			if s.ID().String() != f.Edition {
				continue
			}
			n := 0
			for row := range s.Rows().All() {
				if "data/"+row.Dataset+".csv" != f.Path {
					continue
				}
				if n++; slices.Contains(f.Rows, n) && !slices.Contains(all, row.Key) {
					all = append(all, row.Key)
				}
			}
		}
	}
	return all
}

// takenDownBy is the newest release that took values of a key down; nil when none did.
func (w *workspace) takenDownBy(key observation.Key) *edition.Edition {
	same := trace.Meant(key, w.book)
	for _, e := range slices.Backward(w.editions) {
		if slices.ContainsFunc(w.keysTakenDown(e.Withdrawn.Files), same) {
			return e
		}
	}
	return nil
}

// nextNumber is that of the next release of a round.
func (w *workspace) nextNumber(round period.Period) int {
	number := 1
	for _, s := range w.chain {
		if s.Round == round {
			number = max(number, s.Number+1)
		}
	}
	return number
}

// takeDown collects what a withdrawal takes down.
type takeDown struct {
	*workspace
	by       seal.Manifest
	records  []seal.TakenDown
	replaced []replacement
	err      error
}

// published takes down what the withdrawal takes back: the figures it names, or the report,
// in all editions of the round. The data of an edition stay, on which others rest; so does
// its codebook.
func (t *takeDown) published() {
	for _, s := range t.chain {
		if s.Round != t.by.Round {
			continue
		}
		for _, f := range s.Files {
			name, figure := strings.CutPrefix(f.Path, "figures/")
			ours := figure && slices.Contains(t.by.Withdrawn.Figures, strings.TrimSuffix(name, path.Ext(name)))
			if t.by.Withdrawn.Report {
				ours = figure || compared(f.Path)
			}
			if _, down := s.Down[f.Path]; ours && !down {
				t.file(s, f.Path, nil)
			}
		}
	}
}

// observation takes down the values of a key, of whichever edition.
func (t *takeDown) observation(key observation.Key) {
	for _, at := range t.sealedRows(key) {
		t.file(at.edition, "data/"+at.dataset+".csv", at.rows)
	}
}

// file takes down a sealed file, or rows of it. Of two keys in one file the second sets out
// from what the first left.
func (t *takeDown) file(s *seal.Sealed, name string, rows []int) {
	place := s.ID().Dir() + "/" + name
	i := slices.IndexFunc(t.replaced, func(r replacement) bool { return r.path == place })
	var content []byte
	if i >= 0 {
		content = t.replaced[i].content
	} else if f, missing := t.tree.Read(place); missing == nil {
		content = f.Content
	} else {
		t.err = errors.Join(t.err, diag.Refuse("%s cannot be read", place))
		return
	}
	record, left, err := seal.TakeDown(t.by, s.ID(), name, content, rows)
	if err != nil {
		t.err = errors.Join(t.err, err)
		return
	}
	t.records = append(t.records, record)
	if i >= 0 {
		t.replaced[i].content = left
		return
	}
	t.replaced = append(t.replaced, replacement{place, left})
}

// A sealedPlace is where the values of a key stand in the data of one edition.
type sealedPlace struct {
	edition *seal.Sealed
	dataset string
	rows    []int // of the file, counted from 1
}

// sealedRows finds the rows that have a value of a key, under whichever name.
func (w *workspace) sealedRows(key observation.Key) []sealedPlace {
	same := trace.Meant(key, w.book)
	var found []sealedPlace
	for _, s := range w.chain {
		dataset, n := "", 0
		for row := range s.Rows().All() {
			if row.Dataset != dataset {
				dataset, n = row.Dataset, 0
			}
			if n++; !row.HasValue || !same(row.Key) {
				continue
			}
			if last := len(found) - 1; last >= 0 && found[last].edition == s && found[last].dataset == dataset {
				found[last].rows = append(found[last].rows, n)
				continue
			}
			found = append(found, sealedPlace{s, dataset, []int{n}})
		}
	}
	return found
}

// stillPrinted gives notice of the editions that print a value which is withdrawn: those
// that stand, each of which needs a correction, or with all those that readers can open,
// replaced ones too, when the value must not exist. at says where; without a place it is each
// edition. how corrects one. gone are the figures of a round that are withdrawn with it.
func (w *workspace) stillPrinted(at diag.Span, key observation.Key, how string, all bool, round period.Period, gone []string) {
	same := trace.Meant(key, w.book)
	for i, e := range w.editions {
		report, out := archive.TakenBack(e, w.editions[i+1:])
		stands := e == edition.ReleaseOf(w.editions, e.Round)
		if report != nil || !e.HasContent() || !stands && !all {
			continue
		}
		places := printedIn(e, same, func(figure string) bool {
			return out[figure] != nil || e.Round == round && slices.Contains(gone, figure)
		})
		if len(places) == 0 {
			continue
		}
		place := at
		if place == (diag.Span{}) {
			place = diag.FileSpan(e.ID().Dir())
		}
		correction := ""
		if stands {
			correction = w.correction(e.Round, how)
		}
		w.out.Add(diag.StillPrinted(place, e.ID().String(), key.String(), places, correction))
	}
}

// printedIn names the figures and the numbers of texts in which an edition prints a value
// of a key. Figures that are out are passed over.
func printedIn(e *edition.Edition, same func(observation.Key) bool, out func(figure string) bool) []diag.Phrase {
	var all []diag.Phrase
	for _, f := range e.Figures {
		if !out(f.ID) && compare.Prints(f, e, same) {
			all = append(all, diag.Say("figure %s", f.ID))
		}
	}
	var numbers []string
	languages := map[string][]string{} // by the number, which mostly is the same in all
	for _, n := range e.Numbers {
		if n.HasValue && same(n.Key) {
			if languages[n.ID] == nil {
				numbers = append(numbers, n.ID)
			}
			languages[n.ID] = append(languages[n.ID], n.Language)
		}
	}
	for _, id := range numbers {
		all = append(all, diag.Say("number %s of the text in %s", id, strings.Join(languages[id], ", ")))
	}
	return all
}

// replaceSealed puts what a withdrawal left in the place of sealed files. Each is whole at
// any time; those that a stop leaves as they were the next release replaces.
func replaceSealed(d volume.Disk, site string, all []replacement) error {
	for _, r := range all {
		target := filepath.Join(site, filepath.FromSlash(r.path))
		id := strings.Split(r.path, "/") // content/reports/2022-07/editions/1/…
		stage, err := d.MkdirTemp(filepath.Join(site, filepath.FromSlash(strings.Join(id[:4], "/"))), "."+id[4]+"-*"+newSuffix)
		if err != nil {
			return err
		}
		file := filepath.Join(stage, "file")
		err = d.WriteNew(file, r.content)
		if err == nil {
			err = d.Rename(file, target)
		}
		if err = errors.Join(err, d.RemoveAll(stage)); err != nil {
			return err
		}
	}
	return nil
}

// finishTakeDowns takes down again what has its old content: a take-down that was stopped,
// or files that came back from a branch.
func (w *workspace) finishTakeDowns(d volume.Disk, site string) error {
	var left []replacement
	for place, records := range seal.ReadTombstones(w.tree, seal.Find(w.tree)) {
		f, missing := w.tree.Read(place)
		if missing != nil {
			continue
		}
		content := f.Content
		for _, t := range seal.Tombstones(map[string][]seal.Tombstone{place: records}).After(place, seal.Hash(content)) {
			next, err := t.Replace(content)
			if err != nil || seal.Hash(next) != t.Now {
				return diag.Refuse("%s cannot be taken down again: restore what %s left there", place, t.By.ID())
			}
			content = next
		}
		if seal.Hash(content) != seal.Hash(f.Content) {
			left = append(left, replacement{place, content})
		}
	}
	slices.SortFunc(left, func(a, b replacement) int { return strings.Compare(a.path, b.path) })
	return replaceSealed(d, site, left)
}
