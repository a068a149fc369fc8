package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// maxBars is the number of bars that a picture shows before a table says it
// better.
const maxBars = 16

// A level is the series by the codes of one level of a dimension, in list order,
// all else being as in the main series.
type level struct {
	dimension string
	n         int // position of the dimension in a key
	list      *codebook.CodeList
	id        string // "" for a list without levels
	series    []observation.Series
}

// levels are the series by the first dimension that has several codes, level by
// level, because codes of two levels count the same persons twice.
func (t *track) levels() []level {
	for n, dimension := range t.key.DimensionIDs() {
		list, ok := t.list(dimension)
		if !ok {
			continue
		}
		byLevel := map[string][]observation.Series{}
		count := 0
		for _, s := range t.all {
			codes := s.Codes.Split()
			if codes[n] != list.Total.Value && t.likeMain(codes, n) {
				id := ""
				if code, ok := list.Code(codes[n]); ok {
					id = code.Level.Value
				}
				byLevel[id] = append(byLevel[id], s)
				count++
			}
		}
		if count < 2 {
			continue
		}
		ids := []string{""}
		for _, l := range list.Levels {
			ids = append(ids, l.ID.Value)
		}
		var levels []level
		for _, id := range ids {
			if series := finest(list, n, byLevel[id]); len(series) > 1 {
				levels = append(levels, level{dimension, n, list, id, series})
			}
		}
		return levels
	}
	return nil
}

// finest leaves out the codes that stand above others which have values too: in a
// list without levels they would count the same persons twice.
func finest(list *codebook.CodeList, n int, series []observation.Series) []observation.Series {
	return slices.DeleteFunc(slices.Clone(series), func(s observation.Series) bool {
		return slices.ContainsFunc(series, func(other observation.Series) bool {
			return list.IsAncestor(s.Codes.Split()[n], other.Codes.Split()[n])
		})
	})
}

// anchor is the end of the id of a level's figures: geo-region.
func (l level) anchor() string {
	if l.id == "" {
		return l.dimension
	}
	return l.dimension + "-" + l.id
}

// code is the code of a series of the level.
func (l level) code(s observation.Series) string { return s.Codes.Split()[l.n] }

// likeMain reports whether all codes but the n-th are those of the main series.
func (t *track) likeMain(codes []string, n int) bool {
	main := t.main.Codes.Split()
	for i := range codes {
		if i != n && codes[i] != main[i] {
			return false
		}
	}
	return true
}

// breakdown shows the newest value of each code, on a map where the codes have
// tiles. Where the codes differ in its period, the period stands beside each.
func (t *track) breakdown(of level) (plate, bool) {
	p := plate{id: "by-" + of.anchor(), kind: edition.BarFigure, l: t.l, across: of.dimension, head: t.levelName(of.list, of.id)}
	line := t.emptyStrand(t.main, t.name())
	for _, s := range of.series {
		v, ok := t.last(s, derive.Known, derive.Hidden)
		if !ok {
			continue
		}
		p.places = append(p.places, placing{name: t.label(of.list, of.code(s)), code: of.code(s)})
		line.points = append(line.points, t.spot(v))
	}
	if len(line.points) < 2 {
		return p, false
	}
	line.position = of.n
	p.series = []strand{line}
	switch {
	case t.onMap(&p, of, slices.MaxFunc(line.periods(), period.Compare)):
		p.kind = edition.TileMapFigure
	case len(p.places) > maxBars:
		p.kind = edition.TableFigure
	}
	periods := p.series[0].periods()
	caption := locale.Caption{
		Measure: t.l.By(t.name(), p.head),
		First:   slices.MinFunc(periods, period.Compare), Last: slices.MaxFunc(periods, period.Compare),
	}
	p.title = t.l.Title(locale.Caption{Measure: caption.Measure})
	t.finish(&p, caption)
	return p, true
}

// periods are those of the points of a strand that are not missing.
func (s *strand) periods() []period.Period {
	var all []period.Period
	for _, point := range s.points {
		if point.HasValue || point.Status.Has(observation.Hidden) {
			all = append(all, point.Period)
		}
	}
	return all
}

// levelName is what the codes of a level are: region; without levels, the name
// of the list.
func (t *track) levelName(list *codebook.CodeList, level string) string {
	if l, _, ok := list.Level(level); ok {
		if name := t.text(l.Name); name != "" {
			return name
		}
	}
	if name := t.text(list.Name); name != "" {
		return name
	}
	return list.ID.Value
}
