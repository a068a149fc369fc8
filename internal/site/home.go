package site

import (
	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/edition"
)

// home puts the first page: what the site is, the newest report with its key
// figures, the lead indicator over time, and the archive.
func (o *outlook) home(w *writer) {
	at := homeAt(o.lang)
	p := &Home{Frame: o.frame(at, ""), Title: o.text(o.Archive.Words.Site.Title), Reports: relative(at, reportsAt(o.lang))}
	p.Years = o.years(at, noRound)
	ids := anchors{}
	// The body speaks the language of its text; the figure in it has to too.
	speaker := o
	text, ok := o.prose("home")
	if ok {
		o.markProse(&p.Frame, text)
		p.Title, p.Intro = text.Title, text.Description
		p.Body = o.proseBody(text, ids)
		speaker = o.in(text.Language)
	}
	if newest, ok := o.Archive.Newest(); ok {
		o.newest(p, newest, at, ids)
	}
	p.Body = append(p.Body, speaker.trend(at, ids)...)
	w.page(at, p)
}

// newest shows the standing edition of the newest report: which it is, how
// complete, and the key figures that it sealed, in the language of its text.
func (o *outlook) newest(p *Home, report archive.Report, at string, ids anchors) {
	e := report.Latest()
	r := o.read(report, e, at)
	r.ids = ids
	p.Round, p.Report = o.l.Period(e.Round), relative(at, reportAt(o.lang, e.Round))
	p.Foreign, p.Status, p.Coverage = r.fallback(), r.status(), r.coverage()
	p.Published, p.DataUntil, p.DataLater, p.NextRelease = r.dates()
	if key := r.keyFigure(); key != nil {
		if tiles := r.keyFigures(key, false); len(tiles) > 0 {
			p.KeyFigures = KeyFigures{Lead: &tiles[0], Tiles: tiles[1:]}
		}
	}
}

// trend is the lead indicator as the fold knows it, with a heading of its own.
// Its picture is that of the indicator's page.
func (o *outlook) trend(at string, ids anchors) []Block {
	indicator, ok := o.lead()
	if !ok {
		return nil
	}
	t := o.track(indicator)
	if !t.published() {
		return nil
	}
	plates := t.seriesPlates()
	if len(plates) == 0 {
		return nil
	}
	heading := &Heading{ID: ids.take(slug(t.name())), Text: t.name()}
	return []Block{{Heading: heading}, {Figure: t.show(illustrate(plates[0]), at, ids)}}
}

// lead is the indicator of the newest report's first key figure, or else the
// first indicator.
func (o *outlook) lead() (*codebook.Indicator, bool) {
	words := o.Archive.Words
	if newest, ok := o.Archive.Newest(); ok {
		for _, f := range newest.Latest().Figures {
			if f.Kind == edition.KeyFigures && len(f.Series) > 0 {
				return words.Indicator(f.Series[0].Indicator)
			}
		}
	}
	if len(words.Indicators) == 0 {
		return nil, false
	}
	return &words.Indicators[0], true
}
