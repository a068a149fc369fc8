package site

import (
	"io"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/locale"
	"ronde/internal/number"
)

// data puts the page of each dataset with its files, and the catalogue. That comes
// last, so that the files of one dataset at a time are in memory.
func (o *outlook) data(w *writer) {
	at := dataAt(o.lang)
	words := o.Archive.Words
	p := &Data{Frame: o.frame(at, SectionData), Licence: o.licence(), Datasets: len(words.Contracts)}
	if len(o.Archive.Editions) > 0 {
		w.stream(knownAt(o.lang), o.writeAllKnown)
		known := o.download(at, knownAt(o.lang), "CSV", o.l.AllVintages())
		p.Known = &known
	}
	if e := o.Archive.LastRelease(); e != nil {
		p.Updated, p.Versions = o.date(e.Released), relative(at, VersionsName)
	}
	entries := map[string][]DatasetEntry{}
	l := o.ledger()
	for i := range words.Contracts {
		if w.stopped {
			return
		}
		c := &words.Contracts[i]
		h := o.dataset(c)
		h.put(w, l)
		entry := h.entry(at)
		entries[c.Organisation.Value] = append(entries[c.Organisation.Value], entry)
		p.Formats = formats(p.Formats, entry.Downloads)
		o.redirects(w, SectionData, datasetAt, former(c.Formerly), c.ID.Value, o.text(c.Name))
	}
	for i := range words.Organisations {
		id := words.Organisations[i].ID.Value
		if len(entries[id]) > 0 {
			p.Suppliers = append(p.Suppliers, DatasetGroup{Name: o.supplierName(id), Href: relative(at, organisationAt(o.lang, id)), Datasets: entries[id]})
		}
	}
	for i := range words.Indicators {
		p.Indicators = append(p.Indicators, o.track(&words.Indicators[i]).entry(at))
	}
	w.page(at, p)
}

// formats adds the formats of files that are not among those already.
func formats(all []string, files []Download) []string {
	for _, d := range files {
		if !slices.Contains(all, d.Format) {
			all = append(all, d.Format)
		}
	}
	return all
}

// A holding is what the site has published of one dataset, as files.
type holding struct {
	*extent
	indicators []*codebook.Indicator // of today's codebook
	newest     []byte                // nil when nothing is published
	vintages   []byte
	book       []byte
}

func (o *outlook) dataset(c *codebook.Contract) *holding {
	h := &holding{extent: o.extent(c), indicators: o.Archive.Words.ContractIndicators(c)}
	if h.rows == 0 {
		return h
	}
	published := h.published()
	h.newest = inMemory(func(to io.Writer) error {
		l := o.listing(to, published, newestValues)
		for x := range h.current() {
			l.observation(x, nil)
		}
		return l.end()
	})
	h.vintages = inMemory(func(to io.Writer) error {
		l := o.listing(to, published, allVintages)
		l.each(h.mine)
		return l.end()
	})
	h.book = h.workbook(published)
	return h
}

// published lists the indicators of the dataset's rows, under the codebook of the
// last release, in its order.
func (h *holding) published() []*codebook.Indicator {
	var all []*codebook.Indicator
	seen := map[string]bool{}
	for i := range h.Archive.Editions {
		for x := range h.Archive.Published(i).Rows() {
			if h.mine(x) {
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

// owner leads to who answers for the dataset.
func (h *holding) owner() Link {
	o, ok := h.Archive.Words.Organisation(h.contract.Organisation.Value)
	if !ok {
		return Link{}
	}
	link := h.contact(o.Contact)
	if link.Text == "" || h.text(o.Contact.Role) == "" {
		link.Text = h.organisation(o.ID.Value)
	}
	return link
}

// files puts the files of the dataset, if anything of it is published.
func (h *holding) files(w *writer) {
	if h.rows == 0 {
		return
	}
	file := datasetAt(h.lang, h.id()) + h.id()
	w.file(file+".csv", h.newest)
	w.file(file+"-vintages.csv", h.vintages)
	w.file(datasetBookAt(h.lang, h.id()), h.book)
}

// downloads offers the files of the dataset on the page at an address.
func (h *holding) downloads(at string) []Download {
	if h.rows == 0 {
		return nil
	}
	file := datasetAt(h.lang, h.id()) + h.id()
	return []Download{
		h.download(at, file+".csv", "CSV", h.l.NewestValues()),
		h.download(at, file+"-vintages.csv", "CSV", h.l.AllVintages()),
		h.download(at, datasetBookAt(h.lang, h.id()), "XLSX", h.l.FileText(locale.DatasetBook)),
	}
}

func (h *holding) entry(at string) DatasetEntry {
	return DatasetEntry{
		Name: h.text(h.contract.Name), Href: relative(at, datasetAt(h.lang, h.id())), Summary: h.text(h.contract.Description),
		Rhythm: h.l.Rhythm(h.contract.Rhythm.Value), Covers: h.covers, Rows: h.size(), Updated: h.updated(), Downloads: h.downloads(at),
	}
}

// size is how many rows hold; empty for none.
func (h *holding) size() string {
	if h.rows == 0 {
		return ""
	}
	return h.l.Number(whole(h.rows), 0)
}

func (h *holding) put(w *writer, l *ledger) {
	h.files(w)
	at := datasetAt(h.lang, h.id())
	p := &Dataset{
		Frame: h.frame(at, SectionData), Name: h.text(h.contract.Name), Summary: h.text(h.contract.Description),
		Organisation: h.organisation(h.contract.Organisation.Value), Rhythm: h.l.Rhythm(h.contract.Rhythm.Value), Covers: h.covers,
		Updated: h.updated(), Contact: h.owner(), Licence: h.licence(), Methods: relative(at, methodAt(h.lang, h.id())), Downloads: h.downloads(at),
	}
	p.Description, p.Keywords = p.Summary, names(h.contract.ID, h.contract.Formerly)
	for _, i := range h.indicators {
		p.Indicators = append(p.Indicators, Link{Text: h.text(i.Name), Href: relative(at, indicatorAt(h.lang, i.ID.Value))})
	}
	for _, a := range l.arrivals {
		if a.dataset == h.id() {
			p.Drops = append(p.Drops, h.drop(l, a))
		}
	}
	if h.rows > 0 {
		p.Rows, p.Columns = h.size(), h.columns(at)
	}
	w.page(at, p)
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

// columns describes the columns of the files, for the page at an address.
func (h *holding) columns(at string) []DataColumn {
	l := &listing{outlook: h.outlook, dimensions: h.dimensionsOf(h.published()), of: allVintages}
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
			if _, today := h.Archive.Words.CodeList(d.list.ID.Value); today {
				c.Href = h.explain(at, glossaryList+d.list.ID.Value)
			}
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
