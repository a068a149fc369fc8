package drop

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Read reads a drop and checks it against its contract in cb: today's codebook
// for a drop that no release has taken, the one that its first release sealed
// for a settled drop. All findings go to out. It is nil when the codebook has
// no contract for the drop, which is then a finding.
//
// A cell that cannot be read is left out of the observations and the rest is
// read to the end; Complete is then false.
func Read(t *source.Tree, cb *codebook.Codebook, id ID, out *diag.List) *Drop {
	return readFrom(pair{t.Read, t.ReadText}, cb, id, out)
}

// ReadContent is Read for a drop that is not in the site yet.
func ReadContent(table, description []byte, cb *codebook.Codebook, id ID, out *diag.List) *Drop {
	given := func(content []byte) opener {
		return func(name string) (*source.File, *diag.Diagnostic) {
			return &source.File{Path: name, Content: content}, nil
		}
	}
	return readFrom(pair{given(table), given(description)}, cb, id, out)
}

// A pair is the two files of a drop, wherever they are.
type pair struct{ table, description opener }

// An opener gives a file of the site, or says why it cannot be read.
type opener func(name string) (*source.File, *diag.Diagnostic)

func readFrom(f pair, cb *codebook.Codebook, id ID, out *diag.List) *Drop {
	contract, ok := cb.Contract(id.Dataset)
	if !ok {
		out.Add(diag.DropDataset(diag.FileSpan(id.Path()), id.Dataset, cb.ContractIDs()))
		return nil
	}
	before := out.Errors()
	r := &reader{
		cb: cb, contract: contract, id: id, out: out,
		drop:       &Drop{ID: id, Contract: contract},
		indicators: cb.ContractIndicators(contract),
		periods:    &periodColumn{},
		hidden:     map[string]bool{},
	}
	for _, mark := range contract.HiddenMarks {
		r.hidden[strings.TrimSpace(mark.Value)] = true
	}
	r.readDescription(f.description)
	r.day, r.dated = r.drop.Description.Received.Value, r.drop.Description.Received.IsSet()
	r.rowStatus = r.checkDescription()
	if r.setAside() {
		return r.drop
	}
	if r.readTable(f.table) {
		r.rows()
	}
	r.withdraw()
	r.drop.Complete = out.Errors() == before
	return r.drop
}

// setAside reports whether a file by which rows are read has errors of its own.
// Rows are not read then: most of what would be said of them is wrong.
func (r *reader) setAside() bool {
	if r.cb.SetAside("data/indicators.yaml") || r.cb.SetAside(r.contract.ID.Span.File) {
		return true
	}
	for _, i := range r.indicators {
		for _, list := range r.cb.Lists(i) {
			if r.cb.SetAside(list.ID.Span.File) {
				return true
			}
		}
	}
	return false
}

// A reader reads one drop.
type reader struct {
	cb       *codebook.Codebook
	contract *codebook.Contract
	id       ID
	out      *diag.List
	drop     *Drop
	table    *source.Table

	indicators []*codebook.Indicator // those of the contract
	lists      []*codebook.CodeList  // of the dimension columns
	header     header
	periods    *periodColumn
	rowPeriods []int32      // text of the period column in each row
	foreign    map[int]bool // rows that are no observations
	rowStatus  observation.Status
	day        period.Date // of receipt, if the description has it
	dated      bool
	hidden     map[string]bool // marks for hidden values

	series      []series
	seriesIndex map[string]int32
	lastSeries  int32 // of the value before
	given       []given
	givenIndex  givenIndex
	disputed    map[int32]bool // observations of which a second one says otherwise
	notes       map[string]string
	tallies     tallies
}

// readTable reads the file as a table and finds the columns of the contract.
func (r *reader) readTable(open opener) bool {
	f, found := open(r.id.Path())
	if found != nil {
		r.out.Add(*found)
		return false
	}
	r.drop.Imported = r.traced(f.Content)
	dialect := r.contract.Dialect
	table, whole := source.ReadTable(f, source.Declared{
		Encoding: dialect.Encoding.Value, Separator: dialect.Separator.Value, Headers: columnNames(r.contract),
	}, r.out)
	if table == nil || len(r.indicators) == 0 || len(r.contract.Columns) == 0 {
		return false
	}
	r.table = table
	if !r.matchHeader() || len(r.header.slots) == 0 {
		return false
	}
	if r.header.period < 0 && r.contract.Layout.Value != codebook.PeriodsAcross {
		return false // The contract is at fault, and reported.
	}
	for _, c := range r.header.dimensions {
		list, ok := r.listOf(c.column.Dimension.Value)
		if !ok {
			return false
		}
		r.lists = append(r.lists, list)
	}
	if table.Len() == 0 && whole && len(r.drop.Description.Withdrawn) == 0 {
		r.out.Add(diag.NoRows(table.HeaderRow()))
	}
	return table.Len() > 0
}

func (r *reader) listOf(dimension string) (*codebook.CodeList, bool) {
	for _, i := range r.indicators {
		if list, ok := r.cb.DimensionList(i, dimension); ok {
			return list, true
		}
	}
	return nil, false
}
