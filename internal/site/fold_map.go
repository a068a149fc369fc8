package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// onMap gives the places of a breakdown their tiles, and adds the areas of the
// map that have no value, which would otherwise be holes that nobody explains. It
// is false, and changes nothing, when a code has no tile of its own.
func (t *track) onMap(p *plate, of level, at period.Period) bool {
	type area struct {
		placing
		spot
	}
	var all []area
	for i, at := range p.places {
		all = append(all, area{at, p.series[0].points[i]})
	}
	for _, code := range areas(of, at) {
		if slices.ContainsFunc(all, func(x area) bool { return x.code == code.Code.Value }) {
			continue
		}
		s := t.main
		codes := s.Codes.Split()
		codes[of.n] = code.Code.Value
		s.Codes = observation.JoinCodes(codes...)
		point := spot{Point: edition.Point{Period: at, Status: observation.NotDelivered}}
		if v, ok := t.last(s, derive.Known, derive.Hidden); ok {
			point = t.spot(v)
		}
		all = append(all, area{placing{name: t.label(of.list, code.Code.Value), code: code.Code.Value}, point})
	}
	slices.SortStableFunc(all, func(a, b area) int { return of.list.Index(a.code) - of.list.Index(b.code) })
	taken := map[[2]int]bool{}
	for i := range all {
		code, ok := of.list.Code(all[i].code)
		if !ok || code.Tile == nil {
			return false
		}
		at := [2]int{code.Tile.Column.Value, code.Tile.Row.Value}
		if taken[at] {
			return false
		}
		taken[at] = true
		all[i].tile = &edition.MapTile{Column: at[0], Row: at[1], Short: code.Tile.Short.Value}
	}
	p.places, p.series[0].points = nil, nil
	for _, x := range all {
		p.places, p.series[0].points = append(p.places, x.placing), append(p.series[0].points, x.spot)
	}
	return true
}

// areas are the codes with a tile that make up a map of a level: those of the
// level, and those above it that have no parts, as Brussels has no provinces.
func areas(of level, at period.Period) []*codebook.Code {
	_, depth, ok := of.list.Level(of.id)
	var found []*codebook.Code
	for i := range of.list.Codes {
		code := &of.list.Codes[i]
		if code.Tile == nil || !code.ValidIn(at) || code.Code.Value == of.list.Total.Value {
			continue
		}
		_, above, levelled := of.list.Level(code.Level.Value)
		whole := ok && levelled && above < depth && len(of.list.Children(code.Code.Value)) == 0
		if code.Level.Value == of.id || whole {
			found = append(found, code)
		}
	}
	return found
}
