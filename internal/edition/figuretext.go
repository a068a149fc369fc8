package edition

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// figureText says what a figure says in one language: the analyst's words with
// their references resolved, or automatic ones made from labels and data.
func (c *compiler) figureText(f *Figure, spec *FigureSpec, lines []line, language string) FigureText {
	l := c.locale(language)
	caption := c.caption(f, lines, language)
	t := FigureText{Language: language}
	if f.Kind == KeyFigures {
		c.keyFigureText(&t, f, spec, lines)
		return t
	}
	t.Title = c.own(spec.Title, language, func() string { return l.Title(caption) })
	t.Subtitle = c.own(spec.Subtitle, language, func() string { return l.Subtitle(caption) })
	t.Alt = c.own(spec.Alt, language, func() string {
		return l.Alternative(alternativeKind(f.Kind), caption, c.alternatives(f, language))
	})
	t.Notes = c.marks(f, language)
	for i, b := range f.Breaks {
		t.Notes = append(t.Notes, Remark{Mark: breakNumber(i), Text: label(b.Note, language)})
	}
	for _, note := range spec.Notes {
		if text := c.own(note, language, func() string { return "" }); text != "" {
			t.Notes = append(t.Notes, Remark{Text: text})
		}
	}
	t.Notes = append(t.Notes, c.gaps(f, lines, language)...)
	t.Notes = append(t.Notes, c.dropNotes(f, language)...)
	t.Source = c.sources(f.drops(), language, true)
	return t
}

// keyFigureText says a row of key figures in words. Each tile says its own
// period, source and missing values; the row as a whole has only a name.
func (c *compiler) keyFigureText(t *FigureText, f *Figure, spec *FigureSpec, lines []line) {
	t.Title = c.own(spec.Title, t.Language, func() string { return c.locale(t.Language).KindName(locale.KeyFigures) })
	t.Subtitle = c.own(spec.Subtitle, t.Language, func() string { return "" })
	for _, note := range spec.Notes {
		if text := c.own(note, t.Language, func() string { return "" }); text != "" {
			t.Notes = append(t.Notes, Remark{Text: text})
		}
	}
	for i := range lines {
		t.Tiles = append(t.Tiles, c.tile(f, lines[i], i, t.Language))
	}
}

// own resolves the analyst's words, if they are there in the language.
// Otherwise the automatic ones stand: a title made from labels is better than
// one in another language.
func (c *compiler) own(text source.Text, language string, automatic func() string) string {
	words, ok := text.In(language)
	if !ok {
		return automatic()
	}
	return c.plain(source.At[string]{Value: words, Span: text.SpanIn(language)}, language)
}

func alternativeKind(kind FigureKind) locale.Kind {
	switch kind {
	case ColumnFigure:
		return locale.Column
	case BarFigure:
		return locale.Bar
	case TableFigure:
		return locale.Table
	case KeyFigures:
		return locale.KeyFigures
	default:
		return locale.Line
	}
}

// caption names what a figure shows: measure, place, period, unit.
func (c *compiler) caption(f *Figure, lines []line, language string) locale.Caption {
	l := c.locale(language)
	caption := locale.Caption{Unit: label(f.Series[0].Unit, language)}
	var names []string
	for _, line := range lines {
		if name := label(line.indicator.Name, language); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if unit := label(c.in.Book.UnitOf(line.indicator).Label, language); unit != caption.Unit {
			caption.Unit = ""
		}
	}
	caption.Measure = l.List(names)
	caption.Place = c.placeOf(lines, language)
	caption.First, caption.Last = f.span()
	return caption
}

// span gives the first and last period of a figure.
func (f *Figure) span() (first, last period.Period) {
	periods := slices.Clone(f.Periods)
	if len(periods) == 0 {
		for _, points := range f.Points {
			for _, p := range points {
				if p.HasValue {
					periods = append(periods, p.Period)
				}
			}
		}
	}
	if len(periods) == 0 {
		return first, last
	}
	return slices.MinFunc(periods, period.Compare), slices.MaxFunc(periods, period.Compare)
}

// placeOf names the codes that all lines share: those that are no total, and
// of a hierarchical list, such as that of places, the total too.
func (c *compiler) placeOf(lines []line, language string) string {
	var parts []string
	vary := varying(lines)
	first := lines[0]
	for i, dimension := range first.indicator.DimensionIDs() {
		list, ok := c.in.Book.DimensionList(first.indicator, dimension)
		if !ok || slices.Contains(vary, dimension) {
			continue
		}
		if first.codes[i] == list.Total.Value && len(list.Levels) == 0 {
			continue
		}
		shared := !slices.ContainsFunc(lines, func(l line) bool { return l.code(dimension) != first.codes[i] })
		if shared {
			parts = append(parts, c.codeLabel(first.indicator, dimension, first.codes[i], language))
		}
	}
	return join(parts)
}

// alternatives tells first, last, lowest and highest value of each series, and
// where there is none. A value that is not exact is neither lowest nor highest.
func (c *compiler) alternatives(f *Figure, language string) []locale.Series {
	l := c.locale(language)
	var all []locale.Series
	for s, series := range f.Series {
		of := locale.Series{}
		if len(f.Series) > 1 {
			of.Name = label(series.Name, language)
		}
		at := func(i int) locale.Point {
			return locale.Point{At: c.where(f, i, language), Value: printPoint(l, series, f.Points[s][i])}
		}
		known := usable(f.Points[s])
		if len(known) > 0 {
			of.First, of.Last = at(known[0]), at(known[len(known)-1])
		}
		if low, high, ok := extremes(f.Points[s]); ok && len(known) > 2 {
			of.Lowest, of.Highest = at(low), at(high)
		}
		of.Missing = c.missing(f, s, language)
		all = append(all, of)
	}
	return all
}

// where names the place of a point on the axis.
func (c *compiler) where(f *Figure, i int, language string) string {
	if f.Categories != nil {
		return label(f.Categories[i].Name, language)
	}
	return c.locale(language).Period(f.Periods[i])
}

// missing names the places of a series without a value.
func (c *compiler) missing(f *Figure, s int, language string) []string {
	l := c.locale(language)
	var names []string
	var periods []period.Period
	for i, p := range f.Points[s] {
		switch {
		case p.HasValue, p.Idle:
		case f.Categories != nil:
			names = append(names, label(f.Categories[i].Name, language))
		default:
			periods = append(periods, f.Periods[i])
		}
	}
	return append(names, l.Runs(periods)...)
}

// extremes gives the first lowest and the first highest exact value.
func extremes(points []Point) (low, high int, ok bool) {
	low, high = -1, -1
	for i, p := range points {
		if !p.HasValue || p.Qualifier.Bound() {
			continue
		}
		if low < 0 || p.Value < points[low].Value {
			low = i
		}
		if high < 0 || p.Value > points[high].Value {
			high = i
		}
	}
	return low, high, low >= 0
}

// printPoint prints a value with its qualifier, without its unit.
func printPoint(l *locale.Locale, s Series, p Point) string {
	if !p.HasValue {
		return markOf(p).String()
	}
	text := l.Number(p.Value, s.Decimals)
	if s.Percent {
		text = l.Percent(p.Value, s.Decimals)
	}
	return l.Qualified(locale.Qualifier(p.Qualifier.String()), text)
}

// markOf is the mark that stands in place of a value.
func markOf(p Point) locale.Mark {
	switch {
	case p.Status.Has(observation.Hidden):
		return locale.Hidden
	case p.Status.Has(observation.CannotExist):
		return locale.Impossible
	default:
		return locale.Absent
	}
}

// Marks lists the marks that go with a point, beside its value or in place of it.
func (p Point) Marks() []locale.Mark {
	var marks []locale.Mark
	if p.Idle {
		return nil
	}
	for _, letter := range p.Status.Letters() {
		if m, ok := locale.MarkOf(letter); ok {
			marks = append(marks, m)
		}
	}
	if p.Revised {
		marks = append(marks, locale.Revised)
	}
	if p.Reconstructed && p.HasValue {
		marks = append(marks, locale.Reconstructed)
	}
	return marks
}

// marks explains the marks of a figure where they stand, naming the places
// without a figure.
func (c *compiler) marks(f *Figure, language string) []Remark {
	l := c.locale(language)
	used := map[locale.Mark]bool{}
	for _, points := range f.Points {
		for _, p := range points {
			for _, m := range p.Marks() {
				used[m] = true
			}
		}
	}
	var remarks []Remark
	for _, m := range locale.Marks() {
		if !used[m] {
			continue
		}
		text := l.Capitalise(l.LegendText(m)) + "."
		if m == locale.Absent {
			text = c.absentNote(f, language)
		}
		remarks = append(remarks, Remark{Mark: m.String(), Text: text})
	}
	return remarks
}

func (c *compiler) absentNote(f *Figure, language string) string {
	l := c.locale(language)
	var parts []string
	for s, series := range f.Series {
		names := c.missing(f, s, language)
		if len(names) == 0 {
			continue
		}
		text := l.List(names)
		if len(f.Series) > 1 {
			text = label(series.Name, language) + " (" + text + ")"
		}
		parts = append(parts, text)
	}
	return l.Capitalise(l.Named(l.NoFigure(), strings.Join(parts, "; "))) + "."
}

// drops lists the drops that a figure's values rest on.
func (f *Figure) drops() []string {
	var ids []string
	for _, points := range f.Points {
		for _, p := range points {
			if p.Drop != "" && !slices.Contains(ids, p.Drop) {
				ids = append(ids, p.Drop)
			}
		}
	}
	return ids
}

// sources names the organisations of drops, each with the newest day received;
// with published, also where the figures were published, when that was not the
// organisation itself: who wants to look a figure up must know where.
func (c *compiler) sources(ids []string, language string, published bool) string {
	type supply struct {
		organisation string
		newest       period.Date
		publishers   []string
	}
	var supplies []*supply
	for _, id := range ids {
		d := c.set[id]
		if d == nil {
			continue
		}
		organisation := d.Contract.Organisation.Value
		i := slices.IndexFunc(supplies, func(s *supply) bool { return s.organisation == organisation })
		if i < 0 {
			i = len(supplies)
			supplies = append(supplies, &supply{organisation: organisation})
		}
		s := supplies[i]
		s.newest = max(s.newest, d.Received())
		from := d.Description.Source
		if published && from != nil && from.Publisher != "" && !c.isName(organisation, from.Publisher) && !slices.Contains(s.publishers, from.Publisher) {
			s.publishers = append(s.publishers, from.Publisher)
		}
	}
	l := c.locale(language)
	var parts []string
	for _, s := range supplies {
		part := l.Source(c.organisation(s.organisation, language), s.newest)
		if len(s.publishers) > 0 {
			part += " – " + strings.Join(s.publishers, "; ")
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ". ")
}

// isName reports whether a text is a name of an organisation in any language.
func (c *compiler) isName(organisation, text string) bool {
	o, ok := c.in.Book.Organisation(organisation)
	if !ok {
		return false
	}
	for _, name := range []source.Text{o.Name, o.Short} {
		for _, language := range name.Languages() {
			if words, _ := name.In(language); words == text {
				return true
			}
		}
	}
	return false
}

// organisation is the short name of an organisation, or the full one.
func (c *compiler) organisation(id, language string) string {
	o, ok := c.in.Book.Organisation(id)
	if !ok {
		return id
	}
	return shortName(o, language)
}

func shortName(o *codebook.Organisation, language string) string {
	if short, ok := o.Short.In(language); ok {
		return short
	}
	return label(o.Name, language)
}

// gaps note where a delivered total, which is what a figure prints, is not the
// sum of its parts.
func (c *compiler) gaps(f *Figure, lines []line, language string) []Remark {
	l := c.locale(language)
	var remarks []Remark
	for _, line := range lines {
		for _, p := range f.shown() {
			v := c.table.At(observation.Key{Series: line.series(), Period: p})
			if !v.HasGap {
				continue
			}
			place := l.Period(v.Observed)
			if len(lines) > 1 {
				place = join([]string{c.seriesName(lines, line, varying(lines), "", language), place})
			}
			difference := l.Signed(v.Gap, line.indicator.Decimals)
			remarks = append(remarks, Remark{Text: l.Named(l.Capitalise(place), l.TotalDiffers(difference))})
		}
	}
	return remarks
}

// shown lists the periods for which a figure shows values, in order.
func (f *Figure) shown() []period.Period {
	var shown []period.Period
	for _, points := range f.Points {
		for _, p := range points {
			if p.HasValue && !slices.Contains(shown, p.Period) {
				shown = append(shown, p.Period)
			}
		}
	}
	slices.SortFunc(shown, period.Compare)
	return shown
}

// dropNotes are what the suppliers say of the newest deliveries that a figure
// rests on, and the rules of reconstructed vintages.
func (c *compiler) dropNotes(f *Figure, language string) []Remark {
	var remarks []Remark
	add := func(mark string, text source.Text) {
		if words, ok := text.In(language); ok && !slices.ContainsFunc(remarks, func(r Remark) bool { return r.Text == words }) {
			remarks = append(remarks, Remark{mark, words})
		}
	}
	// A rule explains its own mark, so it stands for every value that has it.
	for _, id := range f.drops() {
		if d := c.set[id]; d != nil && d.Description.Vintage.Value != "" {
			add(locale.Reconstructed.String(), d.Description.Rule)
		}
	}
	for _, d := range c.newest(f.drops()) {
		add("", d.Description.Note)
	}
	return remarks
}

// newest gives, of each dataset, the last of the drops named, in drop order.
func (c *compiler) newest(ids []string) []*drop.Drop {
	last := map[string]*drop.Drop{}
	for _, id := range ids {
		d := c.set[id]
		if d == nil {
			continue
		}
		if held := last[d.ID.Dataset]; held == nil || drop.Compare(d, held) > 0 {
			last[d.ID.Dataset] = d
		}
	}
	var drops []*drop.Drop
	for _, d := range last {
		drops = append(drops, d)
	}
	slices.SortFunc(drops, drop.Compare)
	return drops
}
