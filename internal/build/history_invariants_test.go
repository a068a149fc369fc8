package build

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/volume"
)

// afterStep examines what holds after every step.
func (h *history) afterStep() {
	w := h.untouchedIsClean()
	h.chainIsLinear(w)
	h.sealedBytesStay()
	for _, on := range []period.Date{h.siteDate(), h.siteDate() + 400} {
		h.foldIsByDropOrder(w, on)
	}
}

// asPublished examines what is dear: all pages are made.
func (h *history) asPublished() {
	files := h.render()
	h.onlyWhatIsPublic(files)
	h.addressesStay(files)
	h.sealedTextStays(files)
	h.publishedStays(files)
	h.onlineIsNotMadeAgain()
	h.tamperingIsFound()
	h.ownInputsAreLocked()
}

// atTheEnd examines what needs no more than one look.
func (h *history) atTheEnd() {
	h.buildsAreIdentical()
	h.resealingIsFound()
}

// siteDate is the day of the newest release, as of which pages are written.
func (h *history) siteDate() period.Date { return h.model[len(h.model)-1].date }

// "With errors nothing is written", and what cannot be asked for is refused.
func (h *history) refusalWritesNothing(before map[string]string) {
	h.t.Helper()
	sameTree(h.t, before, readTree(h.t, h.dir))
}

// What nobody touched since it was released has no error.
func (h *history) untouchedIsClean() *workspace {
	h.t.Helper()
	w := read(os.DirFS(h.dir))
	w.lock(nil)
	w.compileDrafts()
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(h.t, found)
	}
	return w
}

// "previous: the seal of the release before it on this site"; "--date is never before the
// date of the release before it".
func (h *history) chainIsLinear(w *workspace) {
	h.t.Helper()
	if len(w.chain) != len(h.model) {
		h.t.Fatalf("a chain of %d releases, want %d", len(w.chain), len(h.model))
	}
	previous := ""
	for i, s := range w.chain {
		want := h.model[i]
		if s.ID() != want.id || s.Released != want.date || s.Kind != want.kind || s.Previous != previous {
			h.t.Errorf("release %d is %s of %s, %s, want %s of %s, %s", i, s.ID(), s.Released, s.Kind, want.id, want.date, want.kind)
		}
		if i > 0 && s.Released < w.chain[i-1].Released {
			h.t.Errorf("%s of %s follows one of %s", s.ID(), s.Released, w.chain[i-1].Released)
		}
		previous = s.Seal
	}
}

// "Redo of a never published edition and take-down are the only commands that remove sealed
// bytes."
func (h *history) sealedBytesStay() {
	h.t.Helper()
	now := readTree(h.t, h.dir)
	maps.DeleteFunc(now, func(name, _ string) bool { return !strings.Contains(name, "/editions/") })
	for name, was := range h.sealed {
		is, there := now[name]
		switch {
		case is == was && there, h.redoing != "" && strings.HasPrefix(name, h.redoing):
		case !there:
			h.t.Errorf("%s is gone", name)
		case !h.takenDown(name, was, is):
			h.t.Errorf("%s is not what was sealed any more", name)
		}
	}
	h.sealed, h.redoing = now, ""
	texts, titles := h.model.buried()
	for name, content := range now {
		for _, word := range planted.FindAllString(content, -1) {
			if texts[word] || titles[word] && strings.Contains(name, "/figures/") {
				h.t.Errorf("%s still holds %s, which was taken down", name, word)
			}
		}
	}
}

// takenDown reports whether a file may differ because a release took it down.
func (h *history) takenDown(name, was, is string) bool {
	round := strings.Split(name, "/")[2]
	for _, r := range h.model {
		if !r.withdrawal() {
			continue
		}
		stone, _, _ := strings.Cut(is, "\n")
		if round == r.id.Round.String() && strings.HasPrefix(stone, "# Taken down on ") && strings.HasSuffix(stone, " by edition "+r.id.String()+".") {
			return r.report && !strings.Contains(name, "/data/") || strings.Contains(name, "/figures/own.")
		}
		if len(r.down) > 0 && strings.HasSuffix(name, "/data/referrals.csv") && strings.Count(is, ",Q,") > strings.Count(was, ",Q,") {
			return true
		}
	}
	return false
}

// "Per key the row whose drop is last in drop order, whichever release brought it; for the
// same drop the later release. Release order decides only 'first published'."
func (h *history) foldIsByDropOrder(w *workspace, on period.Date) {
	h.t.Helper()
	a := archive.Fold(w.book, w.editions, &on)
	rows := h.model.fold(on)
	want := maps.Clone(rows)
	first := h.model.first(on)
	for o := range a.Table.Observations().All() {
		c := cell{o.Key().Indicator, placeOf(string(o.Key().Codes)), o.Key().Period}
		t, ok := want[c]
		if !ok || !tells(o, t) {
			h.t.Errorf("on %s %v is %v, want %v (%v)", on, o.Key(), o.Row(), t, ok)
		}
		delete(want, c)
		v, ok := a.FirstPublished(o.Key())
		if f := first[c]; !ok || v.Edition.ID() != h.model[f.by].id || !tells(v.Observation, f) {
			h.t.Errorf("on %s %v was published first by %s as %v, want %s, %v", on, o.Key(), v.Edition.ID(), v.Observation.Row(), h.model[f.by].id, f)
		}
		h.shareIsOfTheFold(a, c, rows)
	}
	for c, t := range want {
		h.t.Errorf("on %s %v is not there, want %v", on, c, t)
	}
}

func tells(o disclose.Observation, t told) bool {
	value, has := o.Value()
	if o.Hidden() != t.hidden || has == t.hidden || o.Drop() != t.from.id || o.Received() != t.from.received {
		return false
	}
	return t.hidden || value.String() == strconv.Itoa(t.value)
}

// shareIsOfTheFold: "derive makes totals and derived indicators again from the folded rows".
func (h *history) shareIsOfTheFold(a *archive.Archive, c cell, rows map[cell]told) {
	h.t.Helper()
	if c.place != 0 || c.indicator != certificates {
		return
	}
	base, part := rows[c], rows[cell{referrals, 0, c.period}]
	v := a.Table.At(observation.Key{Series: observation.Series{Indicator: "referral-share", Codes: "BE"}, Period: c.period})
	if base.value == 0 || part.value == 0 {
		return
	}
	exact := 100 * float64(part.value) / float64(base.value)
	if got, err := strconv.ParseFloat(v.Number.String(), 64); err != nil || !v.Usable() || got < exact-0.051 || got > exact+0.051 {
		h.t.Errorf("the share of %s is %v, want %.2f of %v and %v", c.period, v.Number, exact, part, base)
	}
}

// "The same previous: twice is an error naming both."
func (h *history) forkIsFound(one, other seal.ReleaseID) {
	h.t.Helper()
	found := examine(os.DirFS(h.dir))
	if len(found) != 1 || found[0].ID != "chain-fork" || !strings.Contains(found[0].Title.String(), one.String()) || !strings.Contains(found[0].Title.String(), other.String()) {
		h.t.Errorf("of two branches that released %s and %s was found %v", one, other, found)
	}
}

// Whatever was online at any time is here as it was: "would this publication change, drop
// or re-seal an edition that is online?"
func (h *history) publishedStays(files map[string]string) {
	h.t.Helper()
	h.online = append(h.online, []byte(files[site.VersionsName]))
	for i, versions := range h.online {
		if found := errorsOf(VerifyPublished(os.DirFS(h.dir), versions).Findings); len(found) > 0 {
			h.t.Errorf("of what was online the %d. time: %v", i, found)
		}
	}
}

// "--redo is refused when verify --published lists it."
func (h *history) onlineIsNotMadeAgain() {
	h.t.Helper()
	listed, err := site.ParseVersions(h.online[len(h.online)-1])
	if err != nil {
		h.t.Fatal(err)
	}
	before := readTree(h.t, h.dir)
	for i, r := range h.model {
		if !h.model.visible(i, h.siteDate()) || i < len(h.model)-1 && h.chance(80) {
			continue
		}
		result := release(volume.Disk{Volatile: true}, os.DirFS(h.dir), h.dir, ReleaseRequest{Redo: r.id, Online: listed})
		if result.Err == nil {
			h.t.Errorf("%s, which readers have, was made again", r.id)
		}
		h.refusalWritesNothing(before)
	}
}

// mustBeFound insists on an error while the content of a file is another one, on that of an
// id where one is given.
func (h *history) mustBeFound(name string, content []byte, ids ...string) {
	h.t.Helper()
	was, there := readTree(h.t, h.dir)[name]
	write(h.t, h.dir, name, string(content))
	found := examine(os.DirFS(h.dir))
	if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return len(ids) == 0 || slices.Contains(ids, d.ID) }) {
		h.t.Errorf("%s was changed, and found was %v", name, found)
	}
	if there {
		write(h.t, h.dir, name, was)
		return
	}
	h.remove(name)
}

func (h *history) remove(name string) {
	if err := os.Remove(h.dir + "/" + name); err != nil {
		h.t.Fatal(err)
	}
}

// "hash of every sealed file, seal": a byte that changes in any of them is found.
func (h *history) tamperingIsFound() {
	h.t.Helper()
	names := slices.Sorted(maps.Keys(h.sealed))
	for range 3 {
		name := names[h.r.IntN(len(names))]
		content := []byte(h.sealed[name])
		if len(content) == 0 {
			continue
		}
		content[h.r.IntN(len(content))] ^= 1
		h.mustBeFound(name, content)
	}
}

// "Own: the drop set and the round's own files; changed, added or removed since the round's
// newest edition → error."
func (h *history) ownInputsAreLocked() {
	h.t.Helper()
	round := h.rounds[h.r.IntN(len(h.rounds))]
	newest := h.model[h.model.last(round)]
	text := edition.Dir(round) + "/report.nl.md"
	files := readTree(h.t, h.dir)
	h.mustBeFound(text, []byte(files[text]+"\nEn nog een zin.\n"), "input-changed")
	if len(h.languages) > len(newest.language) {
		h.mustBeFound(edition.Dir(round)+"/report.fr.md", []byte("Une phrase.\n"), "input-added")
	}
	taken := newest.from[h.r.IntN(len(newest.from))]
	table := files[taken.id.Path()]
	h.mustBeFound(taken.id.Path(), []byte(strings.Replace(table, "\n", "\n2022-07,BE,1\n", 1)))
	h.mustBeFound(taken.id.DescriptionPath(), []byte(files[taken.id.DescriptionPath()]+"# x\n"))
	h.remove(taken.id.Path())
	if len(examine(os.DirFS(h.dir))) == 0 {
		h.t.Errorf("%s is gone, which nobody found", taken.id.Path())
	}
	write(h.t, h.dir, taken.id.Path(), table)
	back := &delivery{id: taken.id, received: h.model[h.model.last(round)].date - 400, says: map[cell]said{{referrals, 0, round}: {value: 1}}}
	back.id.Organisation, back.id.Dataset, back.id.Delivery = "agency", referrals, 77
	added := deliveryFiles(back, h.codes)
	write(h.t, h.dir, back.id.Path(), added[back.id.Path()])
	h.mustBeFound(back.id.DescriptionPath(), []byte(added[back.id.DescriptionPath()]), "input-added")
	h.remove(back.id.Path())
}

// An edition that was made whole by hand, with another reason and its seal, is not the one
// that is online.
func (h *history) resealingIsFound() {
	h.t.Helper()
	last := len(h.model) - 1
	if !h.model.visible(last, h.siteDate()) {
		return // it is not online
	}
	name := h.model[last].id.Dir() + "/edition.yaml"
	content := h.sealed[name]
	body, _, _ := strings.Cut(content, "\nseal: ")
	body = strings.Replace(body, "\ncutoff: 20", "\ncutoff: 19", 1) + "\n"
	write(h.t, h.dir, name, body+"seal: "+seal.Hash([]byte(body))+"\n")
	if found := errorsOf(VerifyPublished(os.DirFS(h.dir), h.online[len(h.online)-1]).Findings); len(found) != 1 || found[0].ID != "online-resealed" {
		h.t.Errorf("of an edition that was sealed again by hand was found %v", found)
	}
	write(h.t, h.dir, name, content)
}
