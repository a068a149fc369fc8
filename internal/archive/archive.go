// Package archive folds the sealed editions of a site into what they say
// together: the newest value of every key, and what each release said of it.
//
// The fold goes by drop order, not by the order of releases: a correction of
// July that starts from July's own drop set does not bring back a value that
// August's drop replaced. Release order decides only which release published a
// value first, and the columns of the triangle of vintages.
//
// Words (labels, names, definitions) are today's; everything on which a number
// depends (units, decimals, hierarchies, derivations) is that of the codebook
// that the last release sealed, so that a change of the codebook between two
// releases changes no number. A correction that kept the codebook of the edition
// it replaces does not count there: it brought none.
package archive

import (
	"slices"
	"strings"
	"sync"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// Archive is all that a site has published.
type Archive struct {
	Words *codebook.Codebook // today's
	Keys  *codebook.Codebook // of the last release that brought one; today's when there is none
	// Releases are all of them, withdrawals included, in release order; drafts, where they
	// are shown, last.
	Releases []*edition.Edition
	Editions []*edition.Edition // those of Releases that have a report, or had one
	Reports  []Report           // with an edition that stands, by round, oldest first
	// Withdrawn are the editions of each round that were withdrawn with their report,
	// oldest first. Of those the archive has no more than addresses.
	Withdrawn map[period.Period][]*edition.Edition
	// Table answers for every key what is known of it today.
	Table *derive.Table

	published []*disclose.Observations // of Editions, under Keys
	first     map[observation.Key]int  // the first of Editions that published a value of the key, or else the first that published it
	told      map[observation.Key]int  // the first that had a value for it, be it hidden
	rounds    []period.Period
	shown     []map[string]bool   // of Reports: the indicators that the standing edition shows
	brought   []map[string]Supply // of Editions, by dataset
	vintages  *derive.Vintages

	withdrawnBy map[*edition.Edition]*edition.Edition  // of Editions, those that were
	figuresOut  map[*edition.Edition][]WithdrawnFigure // of Editions

	mu     sync.Mutex
	firsts map[string]*lazyFirsts // by indicator
}

type lazyFirsts struct {
	once   sync.Once
	firsts *Firsts
}

// Report is the document of one round in all its editions.
type Report struct {
	Round    period.Period
	Editions []*edition.Edition // that are not withdrawn, oldest first; the last is the one that stands
}

// Latest is the edition that stands.
func (r Report) Latest() *edition.Edition { return r.Editions[len(r.Editions)-1] }

// Before is the edition that another of the report replaces; nil for the first.
func (r Report) Before(e *edition.Edition) *edition.Edition {
	for _, other := range r.Editions {
		if other.Number == e.Replaces {
			return other
		}
	}
	return nil
}

// Corrected reports whether an edition of the report replaces another.
func (r Report) Corrected() bool {
	return slices.ContainsFunc(r.Editions, func(e *edition.Edition) bool { return r.Before(e) != nil })
}

// Fold makes the archive of editions in release order. Those under an embargo
// on the site date are left out, as are all with an embargo when there is no
// date.
func Fold(today *codebook.Codebook, editions []*edition.Edition, date *period.Date) *Archive {
	a := &Archive{Words: today, Keys: today, Withdrawn: map[period.Period][]*edition.Edition{}, firsts: map[string]*lazyFirsts{}}
	var out []*edition.Edition
	for _, e := range editions {
		if e.Draft() || e.Embargo == 0 || date != nil && *date >= e.Embargo {
			out = append(out, e)
		}
	}
	a.Releases = a.withdraw(out)
	for _, e := range a.Releases {
		if !e.HasContent() {
			continue
		}
		if !keepsCodebook(a.Editions, e) {
			a.Keys = e.Codebook
		}
		a.Editions = append(a.Editions, e)
	}
	for _, e := range a.Editions {
		o := e.Observations
		if !e.Draft() {
			o = disclose.FromSealed(a.Keys, e.Rows)
		}
		a.published = append(a.published, o)
		a.file(e)
	}
	a.index()
	a.bring()
	a.vintages = derive.NewVintages(a.Keys, a.published...)
	a.Table = derive.New(a.Keys, disclose.Fold(a.Keys, a.published...))
	slices.SortFunc(a.Reports, func(r, s Report) int { return period.Compare(r.Round, s.Round) })
	for round := range a.Withdrawn {
		a.rounds = append(a.rounds, round)
	}
	for _, r := range a.Reports {
		if a.Withdrawn[r.Round] == nil {
			a.rounds = append(a.rounds, r.Round)
		}
	}
	slices.SortFunc(a.rounds, period.Compare)
	for _, r := range a.Reports {
		a.shown = append(a.shown, shows(r.Latest(), today))
	}
	return a
}

// index notes where each key was published first.
func (a *Archive) index() {
	a.first, a.told = map[observation.Key]int{}, map[observation.Key]int{}
	for i, o := range a.published {
		for x := range o.All() {
			key := x.Key()
			_, has := x.Value()
			if first, known := a.first[key]; !known || has && !a.valued(first, key) {
				a.first[key] = i
			}
			if _, known := a.told[key]; !known && tells(x) {
				a.told[key] = i
			}
		}
	}
}

// valued reports whether the i-th release published a value of a key.
func (a *Archive) valued(i int, key observation.Key) bool {
	o, _ := a.published[i].Get(key)
	_, has := o.Value()
	return has
}

// keepsCodebook reports whether a correction sealed the codebook of the edition
// that it replaces. Such a codebook is older than the release: it knows nothing
// of what other rounds have published since.
func keepsCodebook(before []*edition.Edition, e *edition.Edition) bool {
	i := slices.IndexFunc(before, func(b *edition.Edition) bool { return b.Round == e.Round && b.Number == e.Replaces })
	return i >= 0 && slices.Equal(codebookFiles(before[i]), codebookFiles(e))
}

// codebookFiles are the hashes of the files of an edition's codebook.
func codebookFiles(e *edition.Edition) []seal.FileHash {
	return slices.DeleteFunc(slices.Clone(e.Files), func(f seal.FileHash) bool {
		return !strings.HasPrefix(f.Path, "codebook/") || f.Path == "codebook/content/reports/figures.yaml"
	})
}

func (a *Archive) file(e *edition.Edition) {
	if a.Withdrawal(e) != nil {
		a.Withdrawn[e.Round] = append(a.Withdrawn[e.Round], e)
		return
	}
	i := slices.IndexFunc(a.Reports, func(r Report) bool { return r.Round == e.Round })
	if i < 0 {
		a.Reports = append(a.Reports, Report{Round: e.Round})
		i = len(a.Reports) - 1
	}
	a.Reports[i].Editions = append(a.Reports[i].Editions, e)
}

// Rounds are those of which the site has an address: with a report, or with the notice
// that it was withdrawn, oldest first.
func (a *Archive) Rounds() []period.Period { return a.rounds }

// Report is that of a round; ok is false when the round has none.
func (a *Archive) Report(round period.Period) (report Report, ok bool) {
	for _, r := range a.Reports {
		if r.Round == round {
			return r, true
		}
	}
	return Report{}, false
}

// Newest is the report of the newest round; ok is false before the first release.
func (a *Archive) Newest() (newest Report, ok bool) {
	if len(a.Reports) == 0 {
		return Report{}, false
	}
	return a.Reports[len(a.Reports)-1], true
}

// LastRelease is the release that was made last; nil before the first.
func (a *Archive) LastRelease() *edition.Edition {
	for _, e := range slices.Backward(a.Releases) {
		if !e.Draft() {
			return e
		}
	}
	return nil
}
