package chart

import "strings"

// px is one pixel of the picture. Coordinates and sizes count tenths of one.
const px = 10

// em is the number of font units in the font size.
const em = 2048

// slack is what a text may be wider than Arial's metrics say, in per cent: a
// phone has no Arial and shows Roboto or Helvetica instead.
const slack = 8

// advance is the width of one character in font units. What the tables do not
// hold counts one em, more than any letter of a European script needs;
// combining marks count nothing.
func advance(r rune, weight int) int {
	switch {
	case r >= 0x20 && r < 0x180:
		return int(latinWidths[weight][r-0x20])
	case r >= 0x300 && r < 0x370:
		return 0
	}
	if w, ok := punctuationWidths[r]; ok {
		return int(w[weight])
	}
	return em
}

// textWidth is the room that a text needs at a font size in pixels, slack
// included, rounded up.
func textWidth(s string, size int, bold bool) int {
	weight := 0
	if bold {
		weight = 1
	}
	units := 0
	for _, r := range s {
		units += advance(r, weight)
	}
	const scale = em * 100
	return (units*size*px*(100+slack) + scale - 1) / scale
}

// widestWord is the room that the widest word of a text needs.
func widestWord(s string, size int, bold bool) int {
	w := 0
	for word := range strings.FieldsFuncSeq(s, breaks) {
		w = max(w, textWidth(word, size, bold))
	}
	return w
}

// wrap breaks a text into lines that fit the width. It breaks at spaces, which
// never splits a number, since numbers are grouped with no-break spaces; a word
// that is too wide by itself is broken after a hyphen or a slash, or where it
// has to be.
func wrap(s string, width, size int, bold bool) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsFuncSeq(s, breaks) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if textWidth(joined, size, bold) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for textWidth(word, size, bold) > width {
			head := truncate(word, width, size, bold)
			if i := strings.LastIndexAny(head, "-/"); i > 0 {
				head = head[:i+1]
			}
			lines = append(lines, head)
			word = word[len(head):]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// paragraph is wrap for titles and notes: it narrows the lines as far as it
// takes to leave no short rest on the last one.
func paragraph(s string, width, size int, bold bool) []string {
	lines := wrap(s, width, size, bold)
	n := len(lines)
	for narrower := width; n > 1 && narrower > width*2/3; narrower -= width / 30 {
		narrowed := wrap(s, narrower, size, bold)
		if len(narrowed) > n {
			break
		}
		lines = narrowed
		if textWidth(lines[n-1], size, bold) > width/4 {
			break
		}
	}
	return lines
}

// breaks reports whether a line may end at r.
func breaks(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// truncate is the longest beginning of s that fits, at least one character.
func truncate(s string, width, size int, bold bool) string {
	end := 0
	for i, r := range s {
		next := i + len(string(r))
		if r == '\uFFFD' {
			next = i + 1 // possibly a single invalid byte.
		}
		if end > 0 && textWidth(s[:next], size, bold) > width {
			break
		}
		end = next
	}
	return s[:end]
}

// fit gives s, or its beginning with an ellipsis where s does not fit.
func fit(s string, width, size int, bold bool) string {
	if textWidth(s, size, bold) <= width {
		return s
	}
	return truncate(s, width-textWidth("…", size, bold), size, bold) + "…"
}
