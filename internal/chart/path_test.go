package chart

import (
	"fmt"
	"strconv"
)

// A run is one part of a path: its corners in tenths of a pixel.
type run struct {
	at     [][2]int
	closed bool
}

// parsePath reads the commands M, L, H, V and z, absolute and relative.
func parsePath(d string) ([]run, error) {
	var runs []run
	var x, y float64
	command := byte(0)
	for i := 0; i < len(d); {
		switch c := d[i]; {
		case c == ' ' || c == ',':
			i++
			continue
		case c == 'z' || c == 'Z':
			if len(runs) == 0 {
				return nil, fmt.Errorf("path %q closes nothing", d)
			}
			last := &runs[len(runs)-1]
			last.closed = true
			x, y = float64(last.at[0][0])/px, float64(last.at[0][1])/px
			i++
			continue
		case c >= 'A' && c <= 'z':
			command = c
			i++
		}
		number := func() (float64, error) {
			for i < len(d) && (d[i] == ' ' || d[i] == ',') {
				i++
			}
			from := i
			for i < len(d) && (d[i] >= '0' && d[i] <= '9' || d[i] == '.' || d[i] == '-' && i == from) {
				i++
			}
			return strconv.ParseFloat(d[from:i], 64)
		}
		var a, b float64
		var err error
		if a, err = number(); err != nil {
			return nil, fmt.Errorf("path %q: %v", d, err)
		}
		if command != 'H' && command != 'h' && command != 'V' && command != 'v' {
			if b, err = number(); err != nil {
				return nil, fmt.Errorf("path %q: %v", d, err)
			}
		}
		switch command {
		case 'M', 'L':
			x, y = a, b
		case 'm', 'l':
			x, y = x+a, y+b
		case 'H':
			x = a
		case 'h':
			x += a
		case 'V':
			y = a
		case 'v':
			y += a
		default:
			return nil, fmt.Errorf("path %q has command %c", d, command)
		}
		at := [2]int{round(x), round(y)}
		switch {
		case command == 'M' || command == 'm':
			runs = append(runs, run{at: [][2]int{at}})
			command -= 'M' - 'L' // what follows are lines.
		case len(runs) == 0 || runs[len(runs)-1].closed:
			return nil, fmt.Errorf("path %q draws from nowhere", d)
		default:
			runs[len(runs)-1].at = append(runs[len(runs)-1].at, at)
		}
	}
	return runs, nil
}

func round(v float64) int {
	if v < 0 {
		return -int(-v*px + .5)
	}
	return int(v*px + .5)
}

// segments gives the pieces of a run.
func (r run) segments() []segment {
	var all []segment
	for i := 1; i < len(r.at); i++ {
		all = append(all, segment{r.at[i-1][0], r.at[i-1][1], r.at[i][0], r.at[i][1]})
	}
	if n := len(r.at); r.closed {
		all = append(all, segment{r.at[n-1][0], r.at[n-1][1], r.at[0][0], r.at[0][1]})
	}
	return all
}

// bounds is the box around a run.
func (r run) bounds() box {
	b := box{r.at[0][0], r.at[0][1], r.at[0][0], r.at[0][1]}
	for _, p := range r.at {
		b = box{min(b.x0, p[0]), min(b.y0, p[1]), max(b.x1, p[0]), max(b.y1, p[1])}
	}
	return b
}

// holds reports whether a point lies within a run as a filled shape.
func (r run) holds(x, y int) bool {
	inside := false
	for _, s := range (run{r.at, true}).segments() {
		if (s.y0 > y) != (s.y1 > y) && x < s.x0+(s.x1-s.x0)*(y-s.y0)/(s.y1-s.y0) {
			inside = !inside
		}
	}
	return inside
}

// contains reports whether all of a box lies within a filled shape.
func (r run) contains(b box) bool {
	for _, s := range (run{r.at, true}).segments() {
		if s.meets(b) {
			return false
		}
	}
	return r.holds(b.x0, b.y0)
}

// meets reports whether a filled shape and a box have a point in common.
func (r run) meets(b box) bool {
	if !r.bounds().meets(b) {
		return false
	}
	for _, s := range (run{r.at, true}).segments() {
		if s.meets(b) {
			return true
		}
	}
	return r.holds(b.x0, b.y0)
}

// dashes gives the dashes of an upright or level line whose gaps are wide enough
// for a text; any other run as it is.
func dashes(r run, array string) []run {
	var dash, gap float64
	if n, _ := fmt.Sscan(array, &dash, &gap); n != 2 || dash == 0 || gap < 8 || len(r.at) != 2 {
		return []run{r}
	}
	from, to := r.at[0], r.at[1]
	along := 0
	if from[0] == to[0] {
		along = 1
	}
	var all []run
	for at := from[along]; at < to[along]; at += round(dash + gap) {
		a, b := from, from
		a[along], b[along] = at, min(at+round(dash), to[along])
		all = append(all, run{at: [][2]int{a, b}})
	}
	return all
}
