package cube

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A reading is a drop with its rows under canonical keys and with what it did
// to earlier drops of its dataset.
type reading struct {
	*drop.Drop
	dataset    string
	rows       block             // what it delivered
	first, end int32             // the numbers of all it says: rows, what it withdraws, what is filled
	columns    []int32           // of its rows, in the order of their periods
	periods    []period.Period   // of its columns
	again      bool              // it says something of keys of which its dataset spoke
	vanished   []int32           // the facts of a series that it lacks
	lacking    []observation.Key // expected, absent, in periods that no earlier drop has
}

// reconstructed reports whether all that the drop says was put together later.
func (r *reading) reconstructed() bool { return r.Description.Vintage.Value == "reconstructed" }

// origin is that of what the drop says.
func (r *reading) origin() *Origin {
	return &Origin{Drop: r.ID, Dataset: r.dataset, Received: r.Received()}
}

// wholeFile is the place of what no row says.
func (r *reading) wholeFile() source.Place { return source.PlaceOf(diag.FileSpan(r.ID.Path())) }

// A column is a period of a dataset.
type column struct {
	dataset int32
	period  period.Period
}

// read numbers what a drop says, under canonical keys.
func (l *layout) read(d *drop.Drop) {
	ds := l.dataset(l.canonical.Dataset(d.Contract.ID.Value))
	r := &reading{Drop: d, dataset: ds.id}
	known := int32(len(l.columns.Values))
	r.rows = l.facts.add(l.deliver(ds, r), r.origin())
	r.first = r.rows.first
	l.readPeriods(r)
	l.withdraw(ds, r)
	if r.Complete {
		l.absent(ds, r, known)
		ds.live = ds.live || r.Contract.Delivers.Value == "series" || r.Contract.Delivers.Value == "snapshot"
	}
	r.end = int32(len(l.storyOf))
	l.drops = append(l.drops, r)
	ds.readings = append(ds.readings, r)
}

// deliver places the rows of a drop. They stay where they are unless they change.
func (l *layout) deliver(ds *dataset, r *reading) []drop.Delivered {
	rows, own := r.Observations, false
	ds.reconstructed = ds.reconstructed || r.reconstructed()
	for i := range rows {
		row := &rows[i]
		n := l.series(row.Series)
		if today := l.today[n]; today != n || r.reconstructed() && !row.Reconstructed {
			if !own {
				rows, own = slices.Clone(rows), true
				row = &rows[i]
			}
			n, row.Series = today, l.names.Values[today]
			row.Reconstructed = row.Reconstructed || r.reconstructed()
		}
		l.place(n, l.columns.Number(column{ds.number, row.Period}))
		ds.reconstructed = ds.reconstructed || row.Reconstructed
	}
	return rows
}

// readPeriods finds the periods of the rows.
func (l *layout) readPeriods(r *reading) {
	l.drawn = append(l.drawn, make([]*reading, len(l.columns.Values)-len(l.drawn))...)
	for _, n := range l.columnOf[r.first:] {
		if l.drawn[n] != r {
			l.drawn[n] = r
			r.columns = append(r.columns, n)
		}
	}
	slices.SortFunc(r.columns, func(a, b int32) int {
		return period.Compare(l.columns.Values[a].period, l.columns.Values[b].period)
	})
	r.periods = make([]period.Period, len(r.columns))
	for i, n := range r.columns {
		r.periods[i] = l.columns.Values[n].period
	}
}

// withdraw places what a drop takes back.
func (l *layout) withdraw(ds *dataset, r *reading) {
	if len(r.Withdrawn) == 0 {
		return
	}
	rows := make([]drop.Delivered, len(r.Withdrawn))
	for i, w := range r.Withdrawn {
		key := l.canonical.Key(w.Key)
		rows[i] = drop.Delivered{At: source.PlaceOf(w.Span)}
		rows[i].Key = key
		rows[i].Reconstructed = r.reconstructed()
		l.place(l.series(key.Series), l.columns.Number(column{ds.number, key.Period}))
	}
	origin := r.origin()
	origin.Removed = true
	l.facts.add(rows, origin)
}
