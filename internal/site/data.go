package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/number"
	"ronde/internal/period"
)

// data puts the page of each dataset with its files, and the list of indicators
// and datasets. The list comes last, so that the files of one dataset at a time
// are in memory.
func (o *outlook) data(w *writer) {
	at := dataAt(o.lang)
	p := &Data{Frame: o.frame(at, SectionData)}
	words := o.Archive.Words
	l := o.ledger()
	for i := range words.Contracts {
		if w.stopped {
			return
		}
		c := &words.Contracts[i]
		h := o.dataset(c)
		h.put(w, l)
		p.Datasets = append(p.Datasets, h.entry(at))
		o.redirects(w, SectionData, datasetAt, former(c.Formerly), c.ID.Value, o.text(c.Name))
	}
	for i := range words.Indicators {
		p.Indicators = append(p.Indicators, o.track(&words.Indicators[i]).entry(at))
	}
	w.page(at, p)
}

// A holding is what the site has published of one dataset.
type holding struct {
	*outlook
	contract   *codebook.Contract
	indicators []*codebook.Indicator // of today's codebook
	newest     []byte                // nil when nothing is published
	vintages   []byte
	rows       int
	covers     string
	updated    Date
}

func (o *outlook) dataset(c *codebook.Contract) *holding {
	h := &holding{outlook: o, contract: c, indicators: o.Archive.Words.ContractIndicators(c)}
	ids := names(c.ID, c.Formerly)
	mine := func(x disclose.Observation) bool { return slices.Contains(ids, x.Dataset()) }
	newest, vintages := o.listing(h.published(mine), false), o.listing(h.published(mine), true)
	var periods []period.Period
	for x := range o.Archive.Table.Observations().Rows() {
		if mine(x) && !x.Removed() {
			newest.observation(x, nil)
			h.rows++
			periods = append(periods, x.Key().Period)
		}
	}
	vintages.each(mine)
	for i, e := range o.Archive.Editions {
		if e.Draft() {
			continue
		}
		for x := range o.Archive.Published(i).Rows() {
			if mine(x) {
				h.updated = o.date(e.Released)
				break
			}
		}
	}
	if h.rows > 0 {
		h.newest, h.vintages = newest.bytes(), vintages.bytes()
		h.covers = o.covers(periods)
	}
	return h
}

// published lists the indicators of the dataset's rows, under the codebook of the
// last release, in its order.
func (h *holding) published(mine func(disclose.Observation) bool) []*codebook.Indicator {
	var all []*codebook.Indicator
	seen := map[string]bool{}
	for i := range h.Archive.Editions {
		for x := range h.Archive.Published(i).Rows() {
			if mine(x) {
				seen[x.Key().Indicator] = true
			}
		}
	}
	for i := range h.Archive.Keys.Indicators {
		if indicator := &h.Archive.Keys.Indicators[i]; seen[indicator.ID.Value] {
			all = append(all, indicator)
		}
	}
	return all
}

// covers names the time from the first to the last period.
func (o *outlook) covers(periods []period.Period) string {
	first := slices.MinFunc(periods, func(p, q period.Period) int { return int(p.Start() - q.Start()) })
	last := slices.MaxFunc(periods, period.Compare)
	if first.Kind() != last.Kind() || first.Kind() == period.Day {
		first, last = period.DayOf(first.Start()).MonthOfEnd(), last.MonthOfEnd()
	}
	return o.l.Range(first, last)
}

func (h *holding) id() string { return h.contract.ID.Value }

// downloads are the files of the dataset, below base.
func (h *holding) downloads(base string) []Download {
	if h.rows == 0 {
		return nil
	}
	return []Download{
		{Format: "CSV", Href: base + h.id() + ".csv", Text: h.l.NewestValues(), Size: size(h.l, h.newest)},
		{Format: "CSV", Href: base + h.id() + "-vintages.csv", Text: h.l.AllVintages(), Size: size(h.l, h.vintages)},
	}
}

func (h *holding) entry(at string) DatasetEntry {
	return DatasetEntry{
		Name: h.text(h.contract.Name), Href: relative(at, datasetAt(h.lang, h.id())), Organisation: h.organisation(h.contract.Organisation.Value),
		Rhythm: h.l.Rhythm(h.contract.Rhythm.Value), Covers: h.covers, Downloads: h.downloads(h.id() + "/"),
	}
}

func (h *holding) put(w *writer, l *ledger) {
	at := datasetAt(h.lang, h.id())
	p := &Dataset{
		Frame: h.frame(at, SectionData), Name: h.text(h.contract.Name), Summary: h.text(h.contract.Description),
		Organisation: h.organisation(h.contract.Organisation.Value), Rhythm: h.l.Rhythm(h.contract.Rhythm.Value), Covers: h.covers,
		Updated: h.updated, Licence: h.licence(), Methods: relative(at, methodAt(h.lang, h.id())), Downloads: h.downloads(""),
	}
	p.Description, p.Keywords = p.Summary, names(h.contract.ID, h.contract.Formerly)
	if o, ok := h.Archive.Words.Organisation(h.contract.Organisation.Value); ok {
		p.Contact = h.contact(o.Contact)
		if p.Contact.Text == "" || h.text(o.Contact.Role) == "" {
			p.Contact.Text = h.organisation(o.ID.Value)
		}
	}
	for _, i := range h.indicators {
		p.Indicators = append(p.Indicators, Link{Text: h.text(i.Name), Href: relative(at, indicatorAt(h.lang, i.ID.Value))})
	}
	for _, a := range l.arrivals {
		if a.dataset == h.id() {
			p.Drops = append(p.Drops, h.drop(l, a))
		}
	}
	if h.rows > 0 {
		p.Rows = h.l.Number(whole(h.rows), 0)
		p.Columns = h.columns()
	}
	w.page(at, p)
	if h.rows > 0 {
		w.file(at+h.id()+".csv", h.newest)
		w.file(at+h.id()+"-vintages.csv", h.vintages)
	}
}

// whole is a small count as a Decimal; it always fits.
func whole(n int) number.Decimal {
	d, err := number.FromInt(int64(n))
	if err != nil {
		panic("site: " + err.Error())
	}
	return d
}

// holds says what the cells of a column are.
var holds = map[string]string{
	"period": "period", "indicator": "code", "indicator_label": "text", "value": "number", "unit": "text", "status": "code", "qualifier": "code",
	"vintage": "code", "note": "text", "drop": "code", "received": "date", "release": "code", "released": "date", "removed": "code",
}

// columns describes the columns of the files.
func (h *holding) columns() []DataColumn {
	mine := func(x disclose.Observation) bool { return x.Dataset() == h.id() }
	l := h.listing(h.published(mine), true)
	lists := map[string]dimensionColumn{}
	labels := map[string]dimensionColumn{}
	for _, d := range l.dimensions {
		lists[d.id], labels[d.id+"_label"] = d, d
	}
	var columns []DataColumn
	for _, name := range l.head() {
		c := DataColumn{Name: name}
		if d, ok := lists[name]; ok {
			c.Holds, c.Text = h.l.ColumnHolds("code"), h.l.CodeColumn(h.listName(d.list))
		} else if d, ok := labels[name]; ok {
			c.Holds, c.Text = h.l.ColumnHolds("text"), h.l.LabelColumn(h.listName(d.list))
		} else {
			c.Holds, c.Text = h.l.ColumnHolds(holds[name]), h.l.ColumnText(name)
		}
		columns = append(columns, c)
	}
	return columns
}

func (o *outlook) listName(list *codebook.CodeList) string {
	if name := o.text(list.Name); name != "" {
		return name
	}
	return list.ID.Value
}
