package edition

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Open reads a sealed edition. Its hashes were compared when it was opened as
// a seal.Sealed, so whatever cannot be read here was sealed by a version of
// Ronde that this one does not understand.
//
// book is what OpenCodebook gave for this edition, or for one that sealed the same
// codebook; without one the edition is not whole. A withdrawal has none.
//
// What was taken down is not there: the edition has its other figures, and none, nor texts
// and numbers, when the report was.
func Open(s *seal.Sealed, book *codebook.Codebook, out *diag.List) (*Edition, bool) {
	before := out.Errors()
	e := &Edition{Manifest: s.Manifest, Seal: s.Seal, Texts: map[string]*Text{}, Words: map[string]*Words{}}
	if !s.HasContent() {
		e.Codebook, e.Observations = &codebook.Codebook{}, disclose.FromSealed(&codebook.Codebook{}, e.Rows)
		return e, true
	}
	if !reportDown(s) {
		opener{s, out}.report(e)
	}
	e.Codebook, e.Rows = book, s.Rows()
	if book == nil {
		e.Codebook = &codebook.Codebook{}
		return e, false
	}
	e.Observations = disclose.FromSealed(book, e.Rows)
	return e, out.Errors() == before
}

// reportDown reports whether the report of an edition was taken down. That takes all its
// texts, words, numbers and figures; what is left of it says nothing.
func reportDown(s *seal.Sealed) bool {
	_, down := s.Down["numbers.csv"]
	return down
}

// report reads texts, words, numbers and figures.
func (o opener) report(e *Edition) {
	for _, language := range e.Languages {
		e.Texts[language] = o.text(language)
		e.Words[language] = &Words{}
		o.yaml("words."+language+".yaml", e.Words[language])
	}
	o.csv("numbers.csv", numbersHeader, func(record []string) error {
		n, err := o.number(record)
		e.Numbers = append(e.Numbers, n)
		return err
	})
	e.Numbers = slices.Clone(e.Numbers) // without the room to grow
	for _, f := range e.Files {
		if path.Dir(f.Path) != "figures" || path.Ext(f.Path) != ".yaml" {
			continue
		}
		if _, down := o.sealed.Down[f.Path]; !down {
			e.Figures = append(e.Figures, o.figure(f.Path))
		}
	}
	e.orderFigures()
}

// OpenCodebook reads the codebook of a sealed edition, and the other shared inputs
// that lie with it; nil when they cannot be read.
func OpenCodebook(s *seal.Sealed, out *diag.List) *codebook.Codebook {
	before := out.Errors()
	book, ok := codebook.LoadSealed(s.Tree(), s.ID().Dir()+"/codebook", out)
	if ok {
		opener{s, out}.shared(book)
	}
	if !ok || out.Errors() > before {
		return nil
	}
	return book
}

// SharedInputs names the codebook and the other shared inputs of an edition by their
// hashes: of two editions with the same name they are the same.
func SharedInputs(s *seal.Sealed) string {
	var name strings.Builder
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, "codebook/") {
			name.WriteString(f.Path + " " + f.SHA256 + "\n")
		}
	}
	return name.String()
}

// shared adds the other shared inputs to the files of the codebook, as Compile
// does.
func (o opener) shared(book *codebook.Codebook) {
	for _, f := range o.sealed.Files {
		name, ok := strings.CutPrefix(f.Path, "codebook/")
		if !ok || slices.ContainsFunc(book.Files, func(f codebook.File) bool { return f.Path == name }) {
			continue
		}
		if f, ok := o.file(f.Path); ok {
			book.Files = append(book.Files, codebook.File{Path: name, Content: f.Content})
		}
	}
}

// orderFigures puts figures in the order of their first appearance in the
// texts, then by id: the order in which Compile makes them.
func (e *Edition) orderFigures() {
	place := map[string]int{}
	for _, language := range e.Languages {
		for _, id := range placedFigures(e.Texts[language].Body) {
			if _, known := place[id]; !known {
				place[id] = len(place)
			}
		}
	}
	slices.SortStableFunc(e.Figures, func(a, b *Figure) int {
		i, okA := place[a.ID]
		j, okB := place[b.ID]
		switch {
		case okA && okB:
			return i - j
		case okA:
			return -1
		case okB:
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
}

type opener struct {
	sealed *seal.Sealed
	out    *diag.List
}

func (o opener) fail(name string, err error) {
	o.out.Add(diag.SealedUnreadable(o.sealed.ID().Dir()+"/"+name, o.sealed.ID().String(), err.Error()))
}

func (o opener) file(name string) (*source.File, bool) {
	f, ok := o.sealed.Read(name)
	if !ok {
		o.fail(name, errors.New("the edition does not list it"))
	}
	return f, ok
}

// kept is a text of a file of the edition as it is kept: it is no part of a record, and
// stands in memory once for all editions.
func (o opener) kept(text string) string { return o.sealed.Tree().Shared(text) }

func (o opener) yaml(name string, into any) {
	if f, ok := o.file(name); ok {
		source.DecodeYAML(f, into, o.out)
	}
}

func (o opener) text(language string) *Text {
	t := &Text{}
	f, ok := o.file("text." + language + ".md")
	if !ok {
		return t
	}
	front, body, _, ok := source.FrontMatter(f, nil, o.out)
	if ok && source.DecodeFragment(front, t, false, o.out) {
		t.Body = strings.TrimPrefix(string(body), "\n")
	}
	return t
}

// csv reads a file of Ronde's own, row by row.
func (o opener) csv(name string, header []string, row func([]string) error) {
	f, ok := o.file(name)
	if !ok {
		return
	}
	r := csv.NewReader(bytes.NewReader(f.Content))
	r.ReuseRecord = true
	first, err := r.Read()
	if err == io.EOF || err == nil && !slices.Equal(first, header) {
		err = fmt.Errorf("its header is not %s", strings.Join(header, ","))
	}
	for i := 1; err == nil; i++ {
		var record []string
		if record, err = r.Read(); err == io.EOF {
			return
		}
		if err == nil {
			if err = row(record); err != nil {
				err = fmt.Errorf("record %d: %w", i, err)
			}
		}
	}
	o.fail(name, err)
}

func (o opener) number(record []string) (n Number, err error) {
	n = Number{ID: o.kept(record[0]), Language: o.kept(record[1]), Form: o.kept(record[2]), Drop: o.kept(record[6]), Printed: o.kept(record[8])}
	n.Key.Indicator, n.Key.Codes = o.kept(record[3]), observation.Codes(o.kept(record[4]))
	n.Key.Period, err = period.Parse(record[5])
	if record[7] != "" && err == nil {
		n.Value, err = number.Parse(record[7])
		n.HasValue = true
	}
	return n, err
}

func (o opener) figure(name string) *Figure {
	f := &Figure{}
	before := o.out.Errors()
	o.yaml(name, f)
	if id := strings.TrimSuffix(path.Base(name), ".yaml"); f.ID != id && o.out.Errors() == before {
		o.fail(name, fmt.Errorf("it is about a figure %q", f.ID))
	}
	f.Points = make([][]Point, len(f.Series))
	o.csv(strings.TrimSuffix(name, ".yaml")+".csv", pointsHeader, func(record []string) error {
		s, err := strconv.Atoi(record[0])
		if err != nil || s < 1 || s > len(f.Points) {
			return fmt.Errorf("there is no series %s", record[0])
		}
		if place := strconv.Itoa(len(f.Points[s-1]) + 1); record[1] != place {
			return fmt.Errorf("category %s of series %d stands where %s should", record[1], s, place)
		}
		p, err := o.point(record[2:])
		f.Points[s-1] = append(f.Points[s-1], p)
		return err
	})
	for i := range f.Points {
		f.Points[i] = slices.Clone(f.Points[i]) // without the room to grow
	}
	switch {
	case f.Dated != nil:
		f.Periods = f.Dated.months()
	case f.Across == "period" && len(f.Points) > 0:
		f.Periods = make([]period.Period, 0, len(f.Points[0]))
		for _, p := range f.Points[0] {
			f.Periods = append(f.Periods, p.Period)
		}
	}
	if err := o.whole(f); err != nil {
		o.fail(name, err)
	}
	return f
}

// whole reports what a figure lacks of what pages rely on: a point of each
// series for each place, a text in each language, a tile for each key figure.
func (o opener) whole(f *Figure) error {
	places := max(len(f.Periods), len(f.Categories))
	for i, points := range f.Points {
		if len(points) != places && f.Dated == nil {
			return fmt.Errorf("series %d has %d points for %d places", i+1, len(points), places)
		}
	}
	for _, language := range o.sealed.Languages {
		i := slices.IndexFunc(f.Texts, func(t FigureText) bool { return t.Language == language })
		if i < 0 {
			return fmt.Errorf("it has no text in %s", language)
		}
		if f.Kind == KeyFigures && len(f.Texts[i].Tiles) != len(f.Series) {
			return fmt.Errorf("%d tiles in %s for %d key figures", len(f.Texts[i].Tiles), language, len(f.Series))
		}
	}
	return nil
}

func (o opener) point(record []string) (p Point, err error) {
	var errs [6]error
	p.Period, errs[0] = period.Parse(record[0])
	if record[1] != "" {
		p.Value, errs[1] = number.Parse(record[1])
		p.HasValue = true
	}
	p.Status, errs[2] = observation.ParseStatus(record[2])
	p.Qualifier, errs[3] = observation.ParseQualifier(record[3])
	p.Revised, p.Reconstructed, p.Idle = strings.Contains(record[4], "r"), strings.Contains(record[4], "g"), strings.Contains(record[4], "i")
	if record[5] != "" {
		p.Present, errs[4] = strconv.Atoi(record[5])
		p.Expected, errs[5] = strconv.Atoi(record[6])
	}
	p.Drop = o.kept(record[7])
	return p, errors.Join(errs[:]...)
}
