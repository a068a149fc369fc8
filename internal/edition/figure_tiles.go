package edition

import "ronde/internal/diag"

// checkTiles reports codes without a tile of their own.
func (s *sketch) checkTiles() {
	spec, across := s.spec, s.laid.across
	if s.laid.categories == nil {
		return
	}
	fail := func(at diag.Span, fact, hint diag.Phrase, declared diag.Span) {
		s.out.Add(diag.FigureTile(at, spec.ID.Value, fact, hint, declared))
	}
	lines := s.categoryLines()
	list, ok := s.in.Book.DimensionList(lines[0].indicator, across)
	if !ok {
		fail(spec.Kind.Span, diag.Say("shows no areas"), diag.Say("list under `where:` the codes of several areas, each of which has a `tile:` in its code list"), diag.Span{})
		return
	}
	if above, below, found := overlap(list, lines, across); found {
		fail(above.codeSpan(across), diag.Say("shows %s beside %s, which lies in it", above.code(across), below.code(across)), diag.Say("show codes of one level"), diag.Span{})
		return
	}
	taken := map[[2]int]line{}
	for _, l := range lines {
		code, _ := list.Code(l.code(across))
		if code.Tile == nil {
			fail(l.codeSpan(across), diag.Say("shows %s, which has no tile", code.Code.Value), diag.Say("give the code a `tile: {column: …, row: …, short: …}` in its code list, or make a `kind: bar`"), code.Code.Span)
			continue
		}
		place := [2]int{code.Tile.Column.Value, code.Tile.Row.Value}
		if first, found := taken[place]; found {
			fail(l.codeSpan(across), diag.Say("shows %s and %s in one place", first.code(across), code.Code.Value), diag.Say("show codes of one level, or give one of them another `column` or `row`"), code.Tile.Column.Span)
			continue
		}
		taken[place] = l
	}
}

// mapTile is the place of a line's category on a tile map.
func (s *sketch) mapTile(l line) *MapTile {
	list, ok := s.in.Book.DimensionList(l.indicator, s.laid.across)
	if !ok {
		return nil
	}
	code, ok := list.Code(l.code(s.laid.across))
	if !ok || code.Tile == nil {
		return nil
	}
	return &MapTile{code.Tile.Column.Value, code.Tile.Row.Value, code.Tile.Short.Value}
}
