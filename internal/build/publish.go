package build

import (
	"fmt"

	"ronde/internal/diag"
	"ronde/internal/publish"
	"ronde/internal/render"
	"ronde/internal/site"
)

// publish writes the site: page by page into the stage, on all processors, then
// links are checked, then the stage takes the place of the target. inputs is the
// digest of what it is made from; "" when that is not certain.
func (w *workspace) publish(target, inputs string, o Options) (summary string, err error) {
	s := w.site(o)
	stage, err := publish.Begin(target, publish.Options{Draft: o.Drafts, BaseURL: s.BaseURL, Inputs: inputs})
	if err != nil {
		return "", err
	}
	defer stage.Discard()
	for parts := range s.Phases() {
		if err := onAllCores(len(parts), func(i int) error { return w.put(stage, parts[i]) }); err != nil {
			return "", err
		}
	}
	for _, asset := range w.theme.Assets() {
		if err := stage.WriteFile(asset.Path, asset.Data); err != nil {
			return "", err
		}
	}
	if broken := stage.Check(); len(broken) > 0 {
		for _, f := range broken {
			w.out.Add(diag.BrokenLink(f.Page, f.Link, string(f.Kind)))
		}
		return "", nil
	}
	done, err := stage.Publish()
	if err != nil {
		return "", err
	}
	for _, name := range done.Altered {
		w.out.Add(diag.PublishedAltered(name))
	}
	return fmt.Sprintf("published %d files to %s", done.Files, target), nil
}

// put writes a part of the site into the stage.
func (w *workspace) put(stage *publish.Stage, part site.Part) error {
	for output := range part {
		content := output.Content
		if output.Page != nil {
			var err error
			if content, err = render.Render(w.theme, output.Page); err != nil {
				return err
			}
		}
		if err := stage.WriteFile(output.Path, content); err != nil {
			return err
		}
	}
	return nil
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
