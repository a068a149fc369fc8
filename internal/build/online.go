package build

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ronde/internal/diag"
	"ronde/internal/seal"
	"ronde/internal/site"
)

// VerifyPublished tells whether publishing the site would change, drop or re-seal an
// edition that is online, by the versions.json that is there. Of the site only the sealed
// editions are read, and nothing is written. What is wrong with them is found too.
func VerifyPublished(fsys fs.FS, versions []byte) Result {
	w := newWorkspace(fsys)
	listed, err := site.ParseVersions(versions)
	if err != nil {
		w.out.Add(diag.OnlineList(site.VersionsName, err.Error()))
		return w.result()
	}
	w.readEditions()
	o := w.compareOnline(listed)
	w.insistOnCalm()
	if w.out.Errors() > 0 {
		return w.result()
	}
	return w.result(diag.PublishingKeeps(len(o.editions), o.fresh))
}

// keepPublished finds editions that the folder target was built with and the site no longer
// has: somebody deleted their folder, and a build would take their pages from the readers. A
// folder without a list of them, or with that of a preview, has none.
func (w *workspace) keepPublished(target string) {
	content, err := os.ReadFile(filepath.Join(target, site.VersionsName))
	if err != nil {
		return
	}
	listed, err := site.ParseVersions(content)
	if err != nil {
		return
	}
	found := seal.Find(w.tree)
	for _, v := range newOnline(listed).editions {
		if id, err := seal.ParseReleaseID(v.ID); err == nil && !slices.Contains(found, id) {
			w.out.Add(diag.PublishedLost(id.Dir(), v.ID, v.Released, filepath.ToSlash(target)))
		}
	}
}

// online is what readers have.
type online struct {
	editions []site.Version
	byID     map[string]site.Version
	bySeal   map[string]site.Version
	followed map[string]site.Version // by the seal of the release that each follows; "" for the first
	fresh    int                     // editions of the site that are not online
}

func newOnline(listed site.Versions) *online {
	o := &online{byID: map[string]site.Version{}, bySeal: map[string]site.Version{}, followed: map[string]site.Version{}}
	for _, r := range listed.Reports {
		for _, v := range r.Editions {
			o.editions = append(o.editions, v)
			o.byID[v.ID], o.bySeal[v.Seal], o.followed[v.Previous] = v, v, v
		}
	}
	return o
}

// compareOnline says how the sealed editions stand to those that are online. An edition
// that is here and could not be opened was reported when it was read.
func (w *workspace) compareOnline(listed site.Versions) *online {
	o := newOnline(listed)
	here, bySeal := map[string]*seal.Sealed{}, map[string]*seal.Sealed{}
	for _, s := range w.sealed {
		here[s.ID().String()], bySeal[s.Seal] = s, s
	}
	found := seal.Find(w.tree)
	for _, v := range o.editions {
		id, err := seal.ParseReleaseID(v.ID)
		s := here[v.ID]
		switch {
		case err != nil: // no list that was parsed
		case s != nil && s.Seal == v.Seal:
			o.sameSeal(w, s, v)
			if before := bySeal[s.Previous]; before != nil && o.bySeal[before.Seal].ID == "" && o.byID[before.ID().String()].ID == "" {
				w.out.Add(diag.OnlineGap(id.Dir(), v.ID, before.ID().String()))
			}
		case s != nil:
			w.out.Add(diag.OnlineResealed(id.Dir(), v.ID, v.Seal, s.Seal, v.Released, s.Released.String()))
		case !slices.Contains(found, id):
			w.out.Add(diag.OnlineLost(id.Dir(), v.ID, v.Released))
		}
	}
	for _, s := range w.sealed {
		id := s.ID().String()
		if o.byID[id].ID != "" {
			continue
		}
		o.fresh++
		rival, forked := o.followed[s.Previous]
		if forked {
			w.out.Add(diag.OnlineFork(s.ID().Dir(), id, rival.ID, o.nameOf(s.Previous)))
			continue
		}
		embargo := ""
		if s.Embargo != 0 {
			embargo = s.Embargo.String()
		}
		w.out.Add(diag.OnlineNew(s.ID().Dir(), id, s.Released.String(), embargo))
	}
	return o
}

// sameSeal compares what the list says beside the seal, which is what the seal stands for
// unless somebody changed the list.
func (o *online) sameSeal(w *workspace, s *seal.Sealed, v site.Version) {
	for _, x := range []struct{ what, online, here string }{
		{"day", v.Released, s.Released.String()},
		{"kind", string(v.Kind), string(s.Kind)},
		{"seal of the release before it", v.Previous, s.Previous},
	} {
		if x.online != x.here {
			w.out.Add(diag.OnlineDiffers(s.ID().Dir(), v.ID, x.what, x.online, x.here))
		}
	}
}

// unpublished refuses to make an edition again that readers have, be it as it stands here
// or as another branch released it.
func (w *workspace) unpublished(s *seal.Sealed, listed site.Versions) error {
	o := newOnline(listed)
	v, known := o.byID[s.ID().String()]
	if !known {
		return nil
	}
	if v.Seal != s.Seal {
		return diag.Refuse("--redo: another %s than the one here is online, of %s: take %s as it was published (git merge), and release what this one says as a correction", v.ID, v.Released, s.ID().Dir())
	}
	instead := fmt.Sprintf("to change it, release a correction: ronde release %s --kind … --reason \"…\"", s.Round)
	if !s.HasContent() {
		instead = fmt.Sprintf("to publish again what it took back, release a correction with --restore: ronde release %s --kind … --restore … --reason \"…\"", s.Round)
	}
	for _, other := range w.sealed {
		if other.Previous == s.Previous && o.byID[other.ID().String()].ID == "" {
			instead = fmt.Sprintf("the other branch's release is not online, so make that one again: ronde release --redo %s", other.ID())
		}
	}
	return diag.Refuse("--redo: %s is online since its release on %s, and what readers have stays as it is; %s", v.ID, v.Released, instead)
}

// nameOf is the edition of a seal that is online, in words.
func (o *online) nameOf(seal string) diag.Phrase {
	if v, ok := o.bySeal[seal]; ok {
		return diag.Verbatim(v.ID)
	}
	if seal == "" {
		return diag.Say("no release: each is the first of its branch")
	}
	return diag.Say("the same release")
}
