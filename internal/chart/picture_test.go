package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

// A picture is an SVG file as read back by a test: its texts with the room they
// need, independent of what the code that drew them believed.
type picture struct {
	view  box // of the whole file
	plot  box // of <view id="plot">
	texts []shown
	lines []segment // of data
	bars  []box
}

type shown struct {
	s    string
	box  box
	size int
}

// element is one open element with the attributes that texts inherit.
type element struct {
	name   string
	size   int
	bold   bool
	anchor string
	x      []float64
	y      float64
	stroke string // width
	path   string
	pieces []string
	bolds  []bool
}

// parse reads an SVG file and fails on anything that is not well-formed or not
// one of the few elements and attributes that a picture may hold.
func parse(data []byte) (picture, error) {
	var pic picture
	var open []element
	elements := map[string]bool{"svg": true, "title": true, "desc": true, "view": true, "rect": true, "path": true,
		"text": true, "tspan": true, "g": true, "circle": true, "pattern": true}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = true
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return pic, nil
		}
		if err != nil {
			return pic, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if !elements[token.Name.Local] {
				return pic, fmt.Errorf("element %s", token.Name.Local)
			}
			e := element{name: token.Name.Local}
			if len(open) > 0 {
				top := open[len(open)-1]
				e.size, e.bold, e.anchor, e.stroke = top.size, top.bold, top.anchor, top.stroke
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "transform" || a.Name.Local == "href" {
					return pic, fmt.Errorf("attribute %s", a.Name.Local)
				}
				switch a.Name.Local {
				case "font-size":
					if e.size, err = strconv.Atoi(a.Value); err != nil {
						return pic, err
					}
				case "stroke-width":
					e.stroke = a.Value
				case "d":
					e.path = a.Value
				case "font-weight":
					e.bold = a.Value == "700"
				case "text-anchor":
					e.anchor = a.Value
				case "x":
					for v := range strings.FieldsSeq(a.Value) {
						n, err := strconv.ParseFloat(v, 64)
						if err != nil {
							return pic, err
						}
						e.x = append(e.x, n)
					}
				case "y":
					if e.y, err = strconv.ParseFloat(a.Value, 64); err != nil {
						return pic, err
					}
				case "viewBox":
					b, err := viewBox(a.Value)
					if err != nil {
						return pic, err
					}
					if e.name == "view" {
						pic.plot = b
					} else {
						pic.view = b
					}
				}
			}
			if e.name == "path" && (e.stroke == "3" || strings.Contains(e.path, "H")) {
				if err := pic.trace(e); err != nil {
					return pic, err
				}
			}
			open = append(open, e)
		case xml.CharData:
			if len(open) == 0 {
				continue
			}
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
				pic.texts = append(pic.texts, e.shown()...)
			}
		}
	}
}

// trace reads the pieces of data lines, 3 pixels wide, and closed rectangles.
func (pic *picture) trace(e element) error {
	for part := range strings.SplitSeq(strings.TrimPrefix(e.path, "M"), "M") {
		commands := strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune("LHVz", r) })
		var n []int
		for _, c := range commands {
			for f := range strings.FieldsSeq(strings.ReplaceAll(c, "-", " -")) {
				v, err := strconv.ParseFloat(f, 64)
				if err != nil {
					return nil // small letters: ticks and the key's samples.
				}
				n = append(n, int(v*px))
			}
		}
		switch {
		case strings.HasSuffix(part, "z") && len(n) == 5:
			pic.bars = append(pic.bars, box{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])})
		case e.stroke == "3" && strings.Contains(part, "L"):
			for i := 2; i+1 < len(n); i += 2 {
				pic.lines = append(pic.lines, segment{n[i-2], n[i-1], n[i], n[i+1]})
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
	return box{int(n[0] * px), int(n[1] * px), int((n[0] + n[2]) * px), int((n[1] + n[3]) * px)}, nil
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
		return shown{s, box{int(x * px), int((e.y - .72*float64(e.size)) * px), int((x + w) * px), int((e.y + .2*float64(e.size)) * px)}, e.size}
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

// check reports texts that meet, leave the frame, stand on data, or are smaller than 13.
func (pic picture) check(t testing.TB) {
	t.Helper()
	for i, a := range pic.texts {
		if a.size < 13 {
			t.Errorf("%q is set in %d pixels", a.s, a.size)
		}
		frame := pic.view
		if a.box.y1 > pic.plot.y0 && a.box.y0 < pic.plot.y1 {
			frame = pic.plot // what the page shows must not be cut.
		}
		if a.box.x0 < frame.x0 || a.box.x1 > frame.x1 || a.box.y0 < frame.y0 || a.box.y1 > frame.y1 {
			t.Errorf("%q at %v leaves the frame %v", a.s, a.box, frame)
		}
		for _, s := range pic.lines {
			if s.meets(a.box) {
				t.Errorf("%q at %v stands on the line %v", a.s, a.box, s)
			}
		}
		for _, b := range pic.bars {
			if b.meets(a.box) {
				t.Errorf("%q at %v stands on the bar %v", a.s, a.box, b)
			}
		}
		for _, b := range pic.texts[:i] {
			if a.box.meets(b.box) {
				t.Errorf("%q at %v meets %q at %v", a.s, a.box, b.s, b.box)
			}
		}
	}
}

func read(t testing.TB, data []byte) picture {
	t.Helper()
	pic, err := parse(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return pic
}
