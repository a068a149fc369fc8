package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"ronde/internal/cores"
	"ronde/internal/diag"
	"ronde/internal/publish"
	"ronde/internal/render"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/volume"
)

// publish writes the site: part by part into the stage, on all processors, then links
// are checked, then the stage takes the place of the target. made is the digest of what
// it is made from; the zero digest when that is not known. standing is what was found there.
func (w *workspace) publish(d volume.Disk, target string, standing publish.Standing, made digest, o Options) (summary []diag.Phrase, err error) {
	s := w.site(o)
	stage, err := publish.Begin(d, target, publish.Options{Draft: o.Drafts, BaseURL: s.BaseURL, Inputs: made.inputs, Standing: standing})
	if err != nil {
		return nil, err
	}
	defer stage.Discard()
	store := openStore(d, target, w.dependences(made, o))
	defer store.close()
	for parts := range s.Phases() {
		if err := cores.Each(len(parts), func(i int) error { return w.put(stage, store, parts[i]) }); err != nil {
			return nil, err
		}
	}
	for _, asset := range w.theme.Assets() {
		if err := stage.WriteFile(asset.Path, asset.Data); err != nil {
			return nil, err
		}
	}
	if broken := stage.Check(); len(broken) > 0 {
		for _, f := range broken {
			w.out.Add(diag.BrokenLink(f.Page, f.Link, string(f.Kind)))
		}
		return nil, nil
	}
	store.save() // while the target is locked; of a tree that is not published it is no use, and no harm
	done, err := stage.Publish()
	if err != nil {
		return nil, err
	}
	for _, name := range done.Altered {
		w.out.Add(diag.PublishedAltered(name))
	}
	return []diag.Phrase{diag.Published(done.Files, target)}, nil
}

// put writes a part of the site into the stage, from the standing tree where that has
// it as it would be made.
func (w *workspace) put(stage *publish.Stage, store *store, part site.Part) error {
	if kept, ok := store.find(part); ok {
		if reused, err := stage.Reuse(kept.Files); err != nil {
			return err
		} else if reused {
			part.Skip(kept.Trace)
			store.keep(part, kept)
			stage.Settle(kept.names())
			return nil
		}
	}
	var names []string
	for output := range part.Outputs {
		if err := w.putOutput(stage, output); err != nil {
			return err
		}
		names = append(names, output.Path)
	}
	if part.Name != "" && store != nil {
		store.keep(part, keptPart{Trace: part.Trace(), Files: stage.Keep(names)})
	}
	stage.Settle(names)
	return nil
}

func (w *workspace) putOutput(stage *publish.Stage, output site.Output) error {
	switch {
	case output.Write != nil:
		return stage.WriteFrom(output.Path, output.Write)
	case output.Page != nil:
		content, err := render.Render(w.theme, output.Page)
		if err != nil {
			return err
		}
		return stage.WriteFile(output.Path, content)
	}
	return stage.WriteFile(output.Path, output.Content)
}

// dependences are the digests of what parts depend on: they are the same in two builds
// that make the same of a part. None when that is not known.
func (w *workspace) dependences(made digest, o Options) map[site.Dependence]string {
	if made.frame == "" {
		return nil
	}
	releases, drafts := sha256.New(), sha256.New()
	both := io.MultiWriter(releases, drafts)
	fmt.Fprintln(both, made.frame)
	if o.Drafts {
		for _, e := range w.drafts {
			fmt.Fprintln(both, e.ID(), e.Languages)
			for _, f := range e.Figures {
				fmt.Fprintln(both, f.ID, f.Formerly, f.Kind)
			}
			files := e.SealFiles(seal.Inputs{})
			for _, name := range keys(files) {
				fmt.Fprintln(drafts, name, seal.Hash(files[name]))
			}
		}
	}
	return map[site.Dependence]string{
		site.OfReleases: hex.EncodeToString(releases.Sum(nil)), site.OfDrafts: hex.EncodeToString(drafts.Sum(nil)),
	}
}

// site is what pages are made from.
func (w *workspace) site(o Options) *site.Site {
	base := w.book.Site.BaseURL
	if o.BaseURL != "" {
		base = o.BaseURL
	}
	return &site.Site{
		Archive: w.archive, Locales: w.locales, Names: w.names(), BaseURL: base, Date: w.date, Drafts: o.Drafts,
		Pages: w.prose, Meetings: w.meetings, Planned: w.planned, Arrivals: w.deliveries(),
	}
}

// names are the words of the theme that lists of all pages need.
func (w *workspace) names() map[string]site.Names {
	all := map[string]site.Names{}
	for _, lang := range w.book.Site.LanguageTags() {
		all[lang] = w.theme.Names(lang)
	}
	return all
}
