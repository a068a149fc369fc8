package build

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/compare"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/proposal"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Propose tells what a site changes, compared with an earlier state of it. base names that
// state; author is the id of the organisation that makes the change, "" when nobody says.
//
// Both are read as far as they can be: what is wrong with them is for Check to say. The
// result holds an error when author is no organisation, and the files that changed while
// they were read.
func Propose(before, after fs.FS, base, author string) (*proposal.Proposal, Result) {
	old, new := readWhole(before), readWhole(after)
	p := &proposal.Proposal{Base: base, Unread: new.out.Errors() > 0}
	c := &contrast{old: old, new: new, author: author}
	if err := c.knowAuthor(); err != nil {
		return nil, new.usage(err)
	}
	if err := c.compareFiles(); err != nil {
		return nil, new.usage(err)
	}
	p.Files, p.Attention = c.files, c.attention()
	p.Organisations = c.organisations()
	p.Reports = c.reports()
	errors := new.out.Errors()
	if new.insistOnCalm(); new.out.Errors() > errors {
		return nil, new.result()
	}
	return p, Result{Threshold: new.threshold()}
}

// readWhole reads a site and compiles its drafts, without what has errors.
func readWhole(fsys fs.FS) *workspace {
	w := newWorkspace(fsys)
	w.keepGoing = true
	w.readAll(nil)
	w.compileDrafts()
	return w
}

// A contrast is two states of a site, and how their files differ.
type contrast struct {
	old, new *workspace
	author   string
	files    []proposal.File
	kinds    map[string]compare.Kind // of files that differ, by path
}

func (c *contrast) knowAuthor() error {
	if c.author == "" {
		return nil
	}
	o, ok := c.new.book.Organisation(c.author)
	if !ok {
		return diag.Refuse("--as: there is no organisation %s%s", c.author, meant(c.author, c.new.book.OrganisationIDs()))
	}
	c.author = o.ID.Value
	return nil
}

// compareFiles finds the files that differ, by path.
func (c *contrast) compareFiles() error {
	before, err := hashesOf(c.old.files)
	if err != nil {
		return err
	}
	after, err := hashesOf(c.new.files)
	if err != nil {
		return err
	}
	c.kinds = map[string]compare.Kind{}
	all := maps.Clone(before)
	maps.Copy(all, after)
	for _, path := range slices.Sorted(maps.Keys(all)) {
		was, had := before[path]
		is, has := after[path]
		switch {
		case !had:
			c.kinds[path] = compare.Appeared
		case !has:
			c.kinds[path] = compare.Disappeared
		case was != is:
			c.kinds[path] = compare.Changed
		default:
			continue
		}
		c.files = append(c.files, proposal.File{Path: path, Kind: c.kinds[path]})
	}
	return nil
}

// hashesOf gives the hashes of all inputs of a site, by path.
func hashesOf(watch *source.Watch) (map[string]string, error) {
	inputs, err := inputsOf(watch)
	if err != nil {
		return nil, err
	}
	hashes := map[string]string{}
	for _, in := range inputs {
		if in.folder {
			continue
		}
		if hashes[in.name], err = contentHash(watch, in); err != nil {
			return nil, err
		}
	}
	return hashes, nil
}

// attention gives the files of released editions, those that editions were made from, and
// those of another organisation than the author's.
func (c *contrast) attention() []proposal.Attention {
	released := map[string]string{} // editions by the beginning of their paths
	for _, id := range seal.Find(c.old.tree) {
		released[id.Dir()+"/"] = id.String()
	}
	settled := map[string]string{} // editions by the paths of drops that they were the first to take in
	for id := range c.old.takenBy {
		first := c.old.firstRelease(id).ID().String()
		settled[id.Path()], settled[id.DescriptionPath()] = first, first
	}
	var all []proposal.Attention
	for _, f := range c.files {
		add := func(reason proposal.Reason, of string) {
			all = append(all, proposal.Attention{File: f, Reason: reason, Of: of})
		}
		for begin, id := range released {
			if strings.HasPrefix(f.Path, begin) {
				add(proposal.Sealed, id)
			}
		}
		if first, ok := settled[f.Path]; ok {
			add(proposal.Settled, first)
		}
		if owner := c.ownerOf(f.Path); owner != "" && c.author != "" && owner != c.author {
			add(proposal.Foreign, owner)
		}
	}
	return all
}

// ownerOf is the organisation whose file it is: its deliveries, and the contracts of its
// datasets. All else belongs to all, and has "".
func (c *contrast) ownerOf(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) >= 5 && parts[0] == "data" && parts[1] == "drops" {
		if o, ok := c.new.book.Organisation(parts[3]); ok {
			return o.ID.Value
		}
		return parts[3]
	}
	for _, w := range []*workspace{c.old, c.new} { // who takes a dataset over changes what was another's
		for _, contract := range w.book.Contracts {
			if contract.ID.Span.File == path {
				return contract.Organisation.Value
			}
		}
	}
	return ""
}

// organisations gives what differs of the datasets of each organisation.
func (c *contrast) organisations() []proposal.Organisation {
	before, after := c.old.delivered(c.new.book), c.new.delivered(c.new.book)
	deliveries := c.deliveries()
	var all []proposal.Organisation
	for _, o := range c.new.book.Organisations {
		name, _, _ := o.Name.First(c.new.book.Site.LanguageTags()...)
		shown := proposal.Organisation{ID: o.ID.Value, Name: name}
		for _, contract := range c.new.book.Contracts {
			if contract.Organisation.Value != o.ID.Value {
				continue
			}
			id := contract.ID.Value
			d := proposal.Dataset{
				ID: id, Contract: c.kinds[contract.ID.Span.File], Deliveries: deliveries[id],
				Indicators: indicatorsOf(compare.Values(before[id], after[id])),
			}
			if d.Contract != "" || d.Deliveries != nil || d.Indicators != nil {
				shown.Datasets = append(shown.Datasets, d)
			}
		}
		if shown.Datasets != nil {
			all = append(all, shown)
		}
	}
	return all
}

// indicatorsOf groups values, which come by key, by indicator.
func indicatorsOf(values []compare.Value) []proposal.Indicator {
	var all []proposal.Indicator
	for _, v := range values {
		if n := len(all); n == 0 || all[n-1].ID != v.Key.Indicator {
			all = append(all, proposal.Indicator{ID: v.Key.Indicator})
		}
		last := &all[len(all)-1]
		last.Values = append(last.Values, v)
	}
	return all
}

// deliveries gives the drops of which a file differs, by the dataset's id of today.
func (c *contrast) deliveries() map[string][]proposal.Delivery {
	all := map[string][]proposal.Delivery{}
	ids := slices.Clone(c.new.drops)
	for _, id := range c.old.drops {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b drop.ID) int { return drop.CompareOrder(a, 0, b, 0) })
	for _, id := range ids {
		table, description := c.kinds[id.Path()], c.kinds[id.DescriptionPath()]
		if table == "" && description == "" {
			continue
		}
		kind := table
		if table != description {
			kind = compare.Changed // one of the two files, or both in other ways
		}
		w := c.new
		if kind == compare.Disappeared {
			w = c.old
		}
		shown := proposal.Delivery{Drop: id.String(), Kind: kind}
		if d := w.drop(id); d != nil {
			shown.Received = d.Received()
		}
		dataset := id.Dataset
		if contract, ok := c.new.book.Contract(dataset); ok {
			dataset = contract.ID.Value
		}
		all[dataset] = append(all[dataset], shown)
	}
	return all
}

// delivered gives what is delivered of each key, by dataset.
func (w *workspace) delivered(book *codebook.Codebook) map[string]map[observation.Key]compare.Saying {
	all := map[string]map[observation.Key]compare.Saying{}
	for fact := range w.together(book).Facts() {
		if all[fact.Dataset] == nil {
			all[fact.Dataset] = map[observation.Key]compare.Saying{}
		}
		all[fact.Dataset][fact.Key] = compare.Given(fact.Observation, fact.Drop.String())
	}
	return all
}

// reports gives the reports of which something differs, by round.
func (c *contrast) reports() []proposal.Report {
	before, after := c.old.standing(), c.new.standing()
	rounds := map[period.Period]bool{}
	for round := range before {
		rounds[round] = true
	}
	for round := range after {
		rounds[round] = true
	}
	for _, round := range append(slices.Clone(c.old.rounds), c.new.rounds...) {
		rounds[round] = true
	}
	var all []proposal.Report
	for _, round := range slices.SortedFunc(maps.Keys(rounds), period.Compare) {
		r := proposal.Report{Round: round, Released: c.released(round)}
		old, new := before[round], after[round]
		r.New = old == nil && !slices.Contains(c.old.rounds, round)
		r.Gone = new == nil && !slices.Contains(c.new.rounds, round)
		switch {
		case old != nil && new != nil && (old.Draft() || new.Draft() || old.Seal != new.Seal):
			r.Comparison = compare.Of(old, new)
		case old != nil && new != nil:
			continue
		}
		if r.New || r.Gone || len(r.Released) > 0 || r.Comparison != nil && !r.Comparison.Same() || (old == nil) != (new == nil) {
			all = append(all, r)
		}
	}
	return all
}

// standing gives the report of each round as it is: the newest edition with a report, or the
// draft.
func (w *workspace) standing() map[period.Period]*edition.Edition {
	all := map[period.Period]*edition.Edition{}
	for _, e := range w.drafts {
		all[e.Round] = e
	}
	for _, e := range w.editions { // in release order: the last one stands
		if e.HasContent() && len(e.Texts) > 0 {
			all[e.Round] = e
		}
	}
	return all
}

// released gives the editions of a round that the new state has more.
func (c *contrast) released(round period.Period) []seal.ReleaseID {
	var all []seal.ReleaseID
	for _, s := range c.new.chain {
		if s.Round == round && !slices.ContainsFunc(c.old.chain, func(o *seal.Sealed) bool { return o.ID() == s.ID() }) {
			all = append(all, s.ID())
		}
	}
	return all
}
