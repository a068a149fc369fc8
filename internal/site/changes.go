package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/compare"
	"ronde/internal/edition"
)

// What a page shows at most of one correction. What is left out is counted.
const (
	mostChanges    = 200 // values
	mostParagraphs = 60
	mostRevisions  = 10 // values on the page of the report
)

// wordsAround is the number of words that are shown beside those that changed.
const wordsAround = 8

// A correction is an edition beside the one that it replaces.
type correction struct {
	*reading
	replaced *reading
	*compare.Comparison
}

// correction sets the edition beside the one that it replaces; nil for a first edition.
func (r *reading) correction() *correction {
	before := r.report.Before(r.e)
	if before == nil {
		return nil
	}
	return r.beside(r.since(before))
}

// beside sets the edition beside the one with which it was compared.
func (r *reading) beside(c *compare.Comparison) *correction {
	apart := r.in(r.lang) // so that the telling of this edition is kept for its other pages
	return &correction{r, apart.read(r.report, c.Old, r.at), c}
}

// changeID is the anchor of an edition on the page of changes.
func changeID(e *edition.Edition) string { return "v" + strconv.Itoa(e.Number) }

// changes puts the page of what each correction of a report changed.
func (o *outlook) changes(w *writer, report archive.Report) {
	at := changesAt(o.lang, report.Round)
	p := &Changes{Frame: o.frame(at, SectionReports), Round: o.l.Period(report.Round), Report: relative(at, reportAt(o.lang, report.Round)), Corrections: relative(at, correctionsAt(o.lang))}
	p.Trail = []Crumb{
		{Section: SectionReports, Href: relative(at, reportsAt(o.lang))},
		{Text: o.l.Capitalise(p.Round), Href: p.Report},
	}
	latest := o.read(report, report.Latest(), at)
	p.Fallback = latest.fallback()
	p.NoIndex = p.NoIndex || p.Fallback != nil || latest.e.Draft()
	if !latest.e.Draft() {
		p.Released = o.date(latest.e.Released)
	}
	for _, e := range slices.Backward(report.Editions) {
		if c := o.read(report, e, at).correction(); c != nil {
			p.Editions = append(p.Editions, c.changes())
		}
	}
	w.page(at, p)
}

// changes is all that the edition changed.
func (c *correction) changes() EditionChanges {
	all := EditionChanges{ChangesInShort: c.inShort(), Figures: c.figureChanges()}
	all.ID = changeID(c.e)
	all.Values, all.More = c.table(mostChanges, true)
	used := c.marksOf(all.Values)
	all.Legend = used.only(used.legend(c.sl, nil))
	all.Texts, all.MoreTexts, all.TextSeal = c.textChanges()
	return all
}

// inShort is why the edition was released, and how much it changed.
func (c *correction) inShort() ChangesInShort {
	short := ChangesInShort{
		Edition: c.editionLink(c.e), Replaced: c.editionLink(c.Old),
		Kind: CorrectionKind(c.e.Kind), Reason: c.reason(c.e), Seal: c.seal(), Headline: c.Headline,
		Changed: c.Count(compare.Changed), Restated: c.Count(compare.Restated), Appeared: c.Count(compare.Appeared), Disappeared: c.Count(compare.Disappeared),
	}
	short.Largest, short.LargestPercent = c.largest()
	for _, l := range c.Languages {
		short.Languages = append(short.Languages, LanguageChange{ChangeKind(l.Kind), c.l.LanguageName(l.Tag)})
	}
	for _, d := range c.Taken() {
		short.Deliveries = append(short.Deliveries, TakenDelivery{c.deliveryName(d.Drop), c.date(d.Received)})
	}
	return short
}

// deliveryName names the dataset of a drop with its organisation, as the edition knows them.
func (r *reading) deliveryName(name string) string {
	order := append([]string{r.sealed}, r.e.Languages...)
	organisation := organisationOf(r.e.Codebook, name, order)
	parts := strings.Split(name, "/")
	dataset, _, _ := strings.Cut(parts[len(parts)-1], ".") // 2022-08/dvz/attestations.2
	if contract, ok := r.e.Codebook.Contract(dataset); ok {
		text, _, _ := contract.Name.First(order...)
		return text + " (" + organisation + ")"
	}
	return name
}

// editionLink leads to an edition; a draft has no date.
func (r *reading) editionLink(e *edition.Edition) EditionLink {
	link := EditionLink{Edition: strconv.Itoa(e.Number), Href: relative(r.at, editionAt(r.lang, e.ID()))}
	if !e.Draft() {
		link.Date = r.date(e.Released)
	}
	return link
}

// figureChanges leads to the figures that differ. The small picture within a sentence
// has no page, and its values are those of others.
func (c *correction) figureChanges() []FigureChange {
	var all []FigureChange
	for _, f := range c.Figures {
		shown, by := f.New, c.reading
		if shown == nil {
			shown, by = f.Old, c.replaced
		}
		if !ownPage(shown) {
			continue
		}
		change := FigureChange{Title: titleOf(shown, by.sealed), Seal: by.seal(), Kind: ChangeKind(f.Kind()), Values: f.Values, Redrawn: f.Redrawn}
		if f.Old != nil && ownPage(f.Old) {
			change.Before = relative(c.at, figureAt(c.lang, c.Old.ID(), f.Old.ID))
		}
		if f.New != nil {
			change.After = relative(c.at, figureAt(c.lang, c.New.ID(), f.New.ID))
		}
		all = append(all, change)
	}
	return all
}

// titleOf is the title of a figure in a language of its edition.
func titleOf(f *edition.Figure, lang string) string {
	for _, t := range f.Texts {
		if t.Language == lang {
			return cmp.Or(t.Title, f.ID)
		}
	}
	return f.ID
}

// textLanguage is the one in which texts are compared: the page's, or else the first of
// the newer edition in which the older speaks too; "" when there is none.
func (c *correction) textLanguage() string {
	for _, language := range append([]string{c.lang}, c.New.Languages...) {
		if slices.Contains(c.New.Languages, language) && slices.Contains(c.Old.Languages, language) {
			return language
		}
	}
	return ""
}

// textChanges are the texts that differ in one language, and the number of paragraphs
// that are left out.
func (c *correction) textChanges() (all []TextChange, more int, seal Seal) {
	language := c.textLanguage()
	seal = Seal{Sealed: !c.e.Draft()}
	if language != c.lang {
		seal.Lang = language
	}
	shown := 0
	for _, t := range c.Texts {
		if t.Language != language {
			continue
		}
		change := TextChange{Part: TextPart(t.Part)}
		if f, ok := c.New.Figure(t.Figure); ok {
			change.Figure = titleOf(f, language)
		}
		for _, runs := range t.Paragraphs {
			if shown == mostParagraphs {
				more++
				continue
			}
			shown++
			change.Paragraphs = append(change.Paragraphs, paragraphChange(runs))
		}
		if change.Paragraphs != nil {
			all = append(all, change)
		}
	}
	return all, more, seal
}

// paragraphChange is a paragraph without most of what did not change. The space behind
// a run belongs to neither edition alone; what was put in the place of the last words of a
// paragraph stands apart from them.
func paragraphChange(runs []compare.Run) ParagraphChange {
	var p ParagraphChange
	for i, r := range compare.Shortened(runs, wordsAround) {
		words := strings.TrimRight(r.Text, " ")
		space := words != r.Text || r.Edit == compare.Deleted && i+1 < len(runs)
		p.Runs = append(p.Runs, TextRun{Edit(r.Edit), words, space})
	}
	return p
}
