package drop

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// folder is where drops lie.
const folder = "data/drops"

// Find lists the drops of a site, by round, organisation, dataset and delivery
// number. Whatever else lies below data/drops is reported, because a delivery
// that is overlooked is a figure that is missing. Drops whose description is
// missing are reported and left out.
func Find(t *source.Tree, cb *codebook.Codebook, out *diag.List) []ID {
	f := finder{cb: cb, out: out, files: map[string]bool{}}
	names := t.Files(folder, out)
	for _, name := range names {
		f.files[name] = true
	}
	var ids []ID
	for _, name := range names {
		id, ok := f.file(name)
		if !ok {
			continue
		}
		description := strings.TrimSuffix(name, ".csv") + ".yaml"
		if f.files[description] {
			ids = append(ids, id)
		} else {
			out.Add(diag.NoDescription(diag.FileSpan(name), path.Base(description)))
		}
		f.found = append(f.found, id)
	}
	f.numbers()
	slices.SortFunc(ids, compareID)
	return ids
}

func compareID(a, b ID) int {
	return cmp.Or(period.Compare(a.Round, b.Round), cmp.Compare(a.Organisation, b.Organisation), cmp.Compare(a.Dataset, b.Dataset), cmp.Compare(a.Delivery, b.Delivery))
}

type finder struct {
	cb    *codebook.Codebook
	out   *diag.List
	files map[string]bool
	found []ID
}

// file looks at one file; ok is true for the CSV file of a drop.
func (f *finder) file(name string) (id ID, ok bool) {
	at := diag.FileSpan(name)
	if fact, hint, foreign := foreignFile(path.Base(name)); foreign {
		f.out.Add(diag.DropForeign(at, fact, hint))
		return id, false
	}
	parts := strings.Split(strings.TrimPrefix(name, folder+"/"), "/")
	if len(parts) != 3 {
		f.out.Add(diag.DropDepth(at))
		return id, false
	}
	stem, extension := cutExtension(parts[2])
	if better, fact := betterName(stem, extension); better != "" {
		f.out.Add(diag.DropName(at, fact, better))
		return id, false
	}
	before := f.out.Errors()
	round, err := period.Parse(parts[0])
	if err != nil || round.Kind() != period.Month {
		f.out.Add(diag.DropRound(at, parts[0]))
	}
	organisation, known := f.cb.Organisation(parts[1])
	if !known && !f.cb.SetAside("data/organisations.yaml") {
		f.out.Add(diag.DropOrganisation(at, parts[1], f.cb.OrganisationIDs()))
	}
	dataset, suffix, numbered := strings.Cut(stem, ".")
	delivery := 1
	if numbered {
		delivery, _ = strconv.Atoi(suffix)
	}
	contract, ok := f.cb.Contract(dataset)
	switch {
	case !ok && f.cb.SetAside("data/datasets/"+dataset+".yaml"):
		return id, false
	case !ok:
		f.out.Add(diag.DropDataset(at, dataset, f.cb.ContractIDs()))
	case known:
		if owner, ok := f.cb.Organisation(contract.Organisation.Value); ok && owner != organisation {
			f.out.Add(diag.DropOwner(at, contract.ID.Value, organisation.ID.Value, owner.ID.Value, contract.Organisation.Span))
		}
	}
	if f.out.Errors() > before {
		return id, false
	}
	if extension == ".yaml" {
		if table := strings.TrimSuffix(name, ".yaml") + ".csv"; !f.files[table] {
			f.out.Add(diag.NoTable(at, path.Base(table)))
		}
		return id, false
	}
	return ID{Round: round, Organisation: parts[1], Dataset: dataset, Delivery: delivery}, true
}

// numbers reports deliveries whose number is too high.
func (f *finder) numbers() {
	slices.SortFunc(f.found, compareID)
	for _, id := range f.found {
		if id.Delivery == 1 {
			continue
		}
		before := id
		before.Delivery--
		if !f.files[before.Path()] {
			f.out.Add(diag.DropNumber(diag.FileSpan(id.Path()), id.Delivery, path.Base(before.Path())))
		}
	}
}
