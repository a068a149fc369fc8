package build

import (
	"io/fs"

	"ronde/internal/archive"
	"ronde/internal/calendar"
	"ronde/internal/commentary"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/meeting"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/themes"
)

// fold makes the archive of the sealed editions, and reads what pages need
// besides: the theme and the prose. The error is a site date that cannot be.
func (w *workspace) fold(o Options) error {
	if !w.complete {
		return nil
	}
	if err := w.foldEditions(o); err != nil {
		return err
	}
	w.theme = w.loadTheme()
	return nil
}

// foldEditions makes the archive, and resolves the prose, which reads it.
func (w *workspace) foldEditions(o Options) error {
	date, err := w.siteDate(o)
	if err != nil {
		return err
	}
	editions := w.editions
	if o.Drafts {
		editions = append(editions[:len(editions):len(editions)], w.drafts...)
	}
	w.archive = archive.Fold(w.book, editions, date)
	w.date = date
	for _, page := range pages {
		for _, language := range w.book.Site.LanguageTags() {
			w.readPage(page, language)
		}
	}
	w.readMeetings()
	w.planned = calendar.Read(w.tree, w.book, w.out)
	return nil
}

// readMeetings reads the meetings, whose references read the fold.
func (w *workspace) readMeetings() {
	for _, m := range meeting.Read(w.tree, w.book, w.typed, w.out) {
		shown := site.Minutes{Meeting: m, Texts: map[string]meeting.Text{}}
		for _, language := range m.Languages {
			shown.Texts[language] = m.Text(language, w.typed[language], w.pageBinder(language, m.Round()), w.out)
		}
		w.meetings = append(w.meetings, shown)
	}
}

// siteDate is the day as of which pages are written: --now, SOURCE_DATE_EPOCH,
// ronde.yaml, or the newest release; nil when none of them is there. In a preview today
// comes before the newest release, unless that is dated later.
func (w *workspace) siteDate(o Options) (*period.Date, error) {
	date := o.SiteDate
	if set := w.book.Site.SiteDate; date == nil && set.IsSet() {
		date = &set.Value
	}
	today := date == nil && o.Today != nil
	if today {
		d, err := o.Today(w.book.Site.TimeZone)
		if err != nil {
			return nil, err
		}
		date = &d
	}
	if len(w.chain) == 0 {
		return date, nil
	}
	newest := w.chain[len(w.chain)-1]
	if date == nil || today && *date < newest.Released {
		return &newest.Released, nil
	}
	if *date < newest.Released {
		return nil, SiteDateError{diag.Refuse("the site date is before the newest release: %s is before %s, released on %s: raise site_date in ronde.yaml, or say --now %s", *date, newest.ID(), newest.Released, newest.Released)}
	}
	return date, nil
}

// loadTheme reads the default theme with the site's own files over it.
func (w *workspace) loadTheme() *theme.Theme {
	base := theme.Source{Files: themes.Default(), Path: "themes/default"}
	var own *theme.Source
	if name := w.book.Site.Theme; name.IsSet() && name.Value != "default" {
		folder := "themes/" + name.Value
		files, err := fs.Sub(w.files, folder)
		if err == nil {
			_, err = fs.Stat(files, ".")
		}
		if err != nil {
			w.out.Add(diag.NoTheme(name.Span, folder))
			return nil
		}
		own = &theme.Source{Files: files, Path: folder}
	}
	return theme.Load(base, own, w.book.Site.LanguageTags(), w.out)
}

// readPage reads a page of prose, whose references read the fold.
func (w *workspace) readPage(page, language string) {
	name := "content/" + page + "." + language + ".md"
	if !w.tree.Exists(name) {
		return
	}
	f, missing := w.tree.ReadText(name)
	if missing != nil {
		w.out.Add(*missing)
		return
	}
	text := edition.ReadProse(f, w.typed[language], w.out)
	if text == nil {
		return
	}
	b := w.pageBinder(language, w.foldRound())
	w.prose = append(w.prose, site.Prose{Page: page, Language: language, Title: b.Plain(text.Title), Description: b.Plain(text.Description), Body: b.Unlinked(text.Body)})
}

// pageBinder answers the references of a page that is no report. round is the
// month of one that names none.
func (w *workspace) pageBinder(language string, round period.Period) *commentary.Binder {
	return commentary.NewBinder(commentary.Binding{
		Book: w.archive.Keys, Table: w.archive.Table, Round: round, Locale: w.locales[language],
		Languages: w.book.Site.LanguageTags(), First: w.firstPublished,
	}, w.out)
}

// foldRound is the month that a reference in a page means when it names none:
// that of the newest report.
func (w *workspace) foldRound() period.Period {
	if newest, ok := w.archive.Newest(); ok {
		return newest.Round
	}
	return period.Period{}
}

func (w *workspace) firstPublished(key observation.Key) derive.Value {
	return w.archive.FirstValue(key)
}

// deliveries are the drops of the site by id and day: those of released drop
// sets, and those that no release took yet. Never a row.
func (w *workspace) deliveries() []site.Arrival {
	var all []site.Arrival
	for _, id := range w.drops {
		if first := w.firstRelease(id); first != nil {
			for _, d := range first.Drops {
				if d.ID == id.String() {
					all = append(all, site.Arrival{Drop: id.String(), Received: d.Received})
				}
			}
			continue
		}
		if d := w.unsettled[id]; d != nil {
			all = append(all, site.Arrival{Drop: id.String(), Received: d.Received(), SetAside: w.aside[id]})
		} else if w.aside[id] {
			all = append(all, site.Arrival{Drop: id.String(), SetAside: true})
		}
	}
	return all
}
