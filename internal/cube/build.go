package cube

import (
	"ronde/internal/codebook"
	"ronde/internal/observation"
)

// New lays a drop set side by side under the keys of a codebook. It takes time in
// proportion to the rows of the drops, in whatever order they stand: rows are numbered
// and counted into their places, and looked up by key only where a contract says what
// is expected.
func New(book *codebook.Codebook, set Set) *Cube {
	rows := 0
	for _, d := range set.drops {
		rows += len(d.Observations) + len(d.Withdrawn)
	}
	l := &layout{
		Cube:      &Cube{book: book, set: set, storyOf: make([]int32, 0, rows)},
		canonical: codebook.NewCanonical(book), columnOf: make([]int32, 0, rows),
	}
	for _, d := range set.drops {
		l.read(d)
	}
	l.order()
	l.open()
	for _, r := range l.drops {
		l.take(r)
	}
	l.choose()
	l.delivered = l.deliveredPeriods()
	return l.Cube
}

// A layout is a cube in the making.
type layout struct {
	*Cube
	canonical *codebook.Canonical
	today     []int32 // by number of a series: that of its name of today
	datasets  []*dataset
	byID      map[string]*dataset

	columns  observation.Numbering[column]
	columnOf []int32    // by fact
	drawn    []*reading // by column: the last drop that has it
	live     [][]int32  // by column: see dataset.live
	counted  []int32    // by column: stories whose current fact was said, not filled or removed
	listed   []bool     // by story: whether it stands in live
}

// A dataset is what is known of one dataset while its drops are taken in.
type dataset struct {
	number        int32
	id            string
	readings      []*reading
	columns       []int32 // in the order of their periods
	reconstructed bool    // some of its rows are of a vintage put together later
	// live says that a drop of the dataset can say something by what it lacks. Then
	// layout.live holds, for each of its columns, the stories that may count now.
	live bool
}

// dataset finds a dataset by its id of today.
func (l *layout) dataset(id string) *dataset {
	if ds, ok := l.byID[id]; ok {
		return ds
	}
	if l.byID == nil {
		l.byID = map[string]*dataset{}
	}
	ds := &dataset{number: int32(len(l.datasets)), id: id}
	l.byID[id] = ds
	l.datasets = append(l.datasets, ds)
	return ds
}

// series numbers a series as a drop writes it, and with it its name of today.
func (l *layout) series(series observation.Series) int32 {
	n := l.names.Number(series)
	if int(n) == len(l.today) {
		l.today = append(l.today, n)
		if name := l.canonical.Series(series); name != series {
			today := l.series(name)
			l.today[n] = today // after l.today may have moved
		}
	}
	return n
}

// place gives the next fact its series and column.
func (l *layout) place(series, column int32) {
	l.storyOf = append(l.storyOf, series) // until the stories are known: see order
	l.columnOf = append(l.columnOf, column)
}

// open makes room for what the drops say, before the first one counts.
func (l *layout) open() {
	facts, stories, columns := len(l.storyOf), len(l.periods), len(l.columns.Values)
	l.earlier, l.before = nothing(facts), nothing(facts)
	l.last, l.current = nothing(stories), nothing(stories)
	l.counted, l.live = make([]int32, columns), make([][]int32, columns)
	for _, ds := range l.datasets {
		if ds.live && l.listed == nil {
			l.listed = make([]bool, stories)
		}
	}
}

// nothing is room for the numbers of facts.
func nothing(n int) []int32 {
	room := make([]int32, n)
	for i := range room {
		room[i] = none
	}
	return room
}
