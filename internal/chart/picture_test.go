package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A picture is an SVG file as read back by a test: its marks and texts in the
// order painted, independent of what the code that drew them believed.
type picture struct {
	view  box // of the whole file
	plot  box // of <view id="plot">
	page  string
	texts []shown
	marks []mark
}

// shown is a text with the room it needs.
type shown struct {
	s    string
	box  box
	size int
	fill string
	rank int // in the order painted
}

// A mark is one filled or stroked part of the picture.
type mark struct {
	run
	fill   string // "" for none; of a hatch, the colour of its lines
	hatch  bool
	stroke string // "" for none
	width  int    // of the stroke, in tenths of a pixel
	dashed bool
	rank   int
}

// element is one open element with the attributes that its children inherit.
type element struct {
	name                         string
	size                         int
	bold                         bool
	anchor, fill, stroke, dashes string
	width                        int
	x                            []float64
	y, w, h, cx, cy, r           float64
	d, id                        string
	pieces                       []string
	bolds                        []bool
}

var elements = map[string]bool{"svg": true, "title": true, "desc": true, "view": true, "rect": true, "path": true,
	"text": true, "tspan": true, "g": true, "circle": true, "pattern": true}

// parse reads an SVG file and fails on anything that is not well-formed or not
// one of the few elements and attributes that a picture may hold.
func parse(data []byte) (picture, error) {
	var pic picture
	open := []element{{width: px}}
	hatches := map[string]string{}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for rank := 0; ; rank++ {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return pic, nil
		}
		if err != nil {
			return pic, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			top := open[len(open)-1]
			e := element{name: token.Name.Local, size: top.size, bold: top.bold, anchor: top.anchor, fill: top.fill,
				stroke: top.stroke, dashes: top.dashes, width: top.width}
			if !elements[e.name] {
				return pic, fmt.Errorf("element %s", e.name)
			}
			for _, a := range token.Attr {
				if err := pic.attribute(&e, a); err != nil {
					return pic, fmt.Errorf("%s %s=%q: %v", e.name, a.Name.Local, a.Value, err)
				}
			}
			inPattern := slices.ContainsFunc(open, func(e element) bool { return e.name == "pattern" })
			switch {
			case inPattern && e.name == "path":
				hatches["url(#"+top.id+")"] = e.stroke
			case !inPattern:
				if err := pic.draw(e, hatches, rank); err != nil {
					return pic, err
				}
			}
			open = append(open, e)
		case xml.CharData:
			in := len(open) - 1
			bold := open[in].bold
			if open[in].name == "tspan" {
				in--
			}
			if open[in].name == "text" {
				open[in].pieces = append(open[in].pieces, string(token))
				open[in].bolds = append(open[in].bolds, bold)
			}
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			if e.name == "text" {
				for _, s := range e.shown() {
					s.rank = rank
					pic.texts = append(pic.texts, s)
				}
			}
		}
	}
}

// attribute reads one attribute of an element.
func (pic *picture) attribute(e *element, a xml.Attr) error {
	var err error
	length := func(to *float64) { *to, err = strconv.ParseFloat(a.Value, 64) }
	switch a.Name.Local {
	case "font-size":
		e.size, err = strconv.Atoi(a.Value)
	case "font-weight":
		e.bold = a.Value == "700"
	case "text-anchor":
		e.anchor = a.Value
	case "fill":
		e.fill = a.Value
	case "stroke":
		e.stroke = a.Value
	case "stroke-width":
		var w float64
		length(&w)
		e.width = round(w)
	case "stroke-dasharray":
		e.dashes = a.Value
	case "d":
		e.d = a.Value
	case "id":
		e.id = a.Value
	case "x":
		for v := range strings.FieldsSeq(a.Value) {
			var x float64
			if x, err = strconv.ParseFloat(v, 64); err != nil {
				return err
			}
			e.x = append(e.x, x)
		}
	case "y":
		length(&e.y)
	case "cx":
		length(&e.cx)
	case "cy":
		length(&e.cy)
	case "r":
		length(&e.r)
	case "width", "height":
		if e.name == "rect" && a.Name.Local == "width" {
			length(&e.w)
		} else if e.name == "rect" {
			length(&e.h)
		}
	case "viewBox":
		var b box
		if b, err = viewBox(a.Value); e.name == "view" {
			pic.plot = b
		} else {
			pic.view = b
		}
	case "xmlns", "lang", "role", "aria-labelledby", "font-family", "stroke-linecap", "patternUnits":
	default:
		return errors.New("not an attribute of pictures")
	}
	return err
}

// draw adds the marks of an element.
func (pic *picture) draw(e element, hatches map[string]string, rank int) error {
	m := mark{width: e.width, dashed: e.dashes != "", rank: rank}
	if m.fill = e.fill; m.fill == "none" {
		m.fill = ""
	}
	if m.stroke = e.stroke; m.stroke == "none" {
		m.stroke = ""
	}
	if colour, ok := hatches[m.fill]; ok {
		m.fill, m.hatch = colour, true
	}
	switch e.name {
	case "rect":
		if pic.page != "" {
			return errors.New("a second background")
		}
		pic.page = e.fill
	case "circle":
		x, y, r := round(e.cx), round(e.cy), round(e.r)
		m.at, m.closed = [][2]int{{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}}, true
		pic.marks = append(pic.marks, m)
	case "path":
		runs, err := parsePath(e.d)
		if err != nil {
			return err
		}
		for _, m.run = range runs {
			if m.stroke == "" && !m.closed {
				return fmt.Errorf("the path %q has neither stroke nor area", e.d)
			}
			one := m
			if !m.closed {
				one.fill = ""
			}
			for _, one.run = range dashes(m.run, e.dashes) {
				pic.marks = append(pic.marks, one)
			}
		}
	}
	return nil
}

func viewBox(s string) (box, error) {
	var n [4]float64
	fields := strings.Fields(s)
	if len(fields) != 4 {
		return box{}, fmt.Errorf("viewBox %q", s)
	}
	for i := range n {
		var err error
		if n[i], err = strconv.ParseFloat(fields[i], 64); err != nil {
			return box{}, err
		}
	}
	return box{round(n[0]), round(n[1]), round(n[0] + n[2]), round(n[1] + n[3])}, nil
}

// shown gives the room of a text, 8 % wider than Arial; a text with a list of
// places is one text for each letter.
func (e element) shown() []shown {
	width := func(s string, bold bool) float64 {
		w := 0
		for _, r := range s {
			weight := 0
			if bold {
				weight = 1
			}
			w += advance(r, weight)
		}
		return float64(w) * float64(e.size) / em * 1.08
	}
	place := func(s string, x, w float64) shown {
		switch e.anchor {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		b := box{round(x), round(e.y - .72*float64(e.size)), round(x + w), round(e.y + .2*float64(e.size))}
		return shown{s: s, box: b, size: e.size, fill: e.fill}
	}
	whole := strings.Join(e.pieces, "")
	if len(e.x) > 1 {
		var all []shown
		for i, r := range []rune(whole) {
			all = append(all, place(string(r), e.x[i], width(string(r), e.bold)))
		}
		return all
	}
	x, w := 0.0, 0.0
	if len(e.x) == 1 {
		x = e.x[0]
	}
	for i, s := range e.pieces {
		w += width(s, e.bolds[i])
	}
	return []shown{place(whole, x, w)}
}

func read(t testing.TB, data []byte) picture {
	t.Helper()
	pic, err := parse(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return pic
}
