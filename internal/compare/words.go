package compare

import (
	"slices"
	"strings"
	"unicode"
)

// A Run is a stretch of words.
type Run struct {
	Edit Edit
	Text string // with the spaces between its words, and behind the last but at the end
}

// Edit says where a Run stands.
type Edit string

// The edits.
const (
	Kept    Edit = "kept"
	Deleted Edit = "deleted"  // in the older text only
	Added   Edit = "inserted" // in the newer text only
)

// Words compares two texts by words. What follows a word up to the next belongs to it,
// and counts for nothing when words are compared.
func Words(old, new string) []Run {
	a, b := split(old), split(new)
	var runs []Run
	add := func(edit Edit, words []word) {
		for _, w := range words {
			if last := len(runs) - 1; last >= 0 && runs[last].Edit == edit {
				runs[last].Text += w.whole
				continue
			}
			runs = append(runs, Run{edit, w.whole})
		}
	}
	i, j := 0, 0
	for _, m := range matches(bare(a), bare(b)) {
		add(Deleted, a[i:m.a])
		add(Added, b[j:m.b])
		add(Kept, b[m.b:m.b+m.length])
		i, j = m.a+m.length, m.b+m.length
	}
	add(Deleted, a[i:])
	add(Added, b[j:])
	return runs
}

// Shortened leaves out the middle of what did not change: so many words stay on each
// side of what did.
func Shortened(runs []Run, around int) []Run {
	short := make([]Run, len(runs))
	for i, r := range runs {
		short[i] = r
		if r.Edit != Kept {
			continue
		}
		words := strings.FieldsFunc(r.Text, between)
		first, last := around, around
		if i == 0 {
			first = 0
		}
		if i == len(runs)-1 {
			last = 0
		}
		if len(words) <= first+last+1 {
			continue
		}
		text := strings.Join(words[:first], " ")
		if first > 0 {
			text += " "
		}
		text += "…"
		if last > 0 {
			text += " " + strings.Join(words[len(words)-last:], " ") + " "
		}
		short[i].Text = text
	}
	return short
}

type word struct{ bare, whole string }

func split(text string) []word {
	var words []word
	for text != "" {
		end := strings.IndexFunc(text, between)
		if end < 0 {
			end = len(text)
		}
		next := len(text) - len(strings.TrimLeftFunc(text[end:], between))
		words = append(words, word{text[:end], text[:next]})
		text = text[next:]
	}
	return words
}

// between reports whether a character stands between words. A space that does not break
// a line stands within one: 3 159.
func between(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

func bare(words []word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.bare
	}
	return all
}

// A match is a stretch that two lists have in common.
type match struct{ a, b, length int }

// mostEdits bounds the work of matches: lists that differ in more have nothing in
// common but what they begin and end with.
const mostEdits = 1000

// matches finds a shortest way from one list to the other, and gives what stays, in
// order: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
func matches[T comparable](a, b []T) []match {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var found []match
	add := func(m match) {
		if m.length == 0 {
			return
		}
		if last := len(found) - 1; last >= 0 && found[last].a+found[last].length == m.a && found[last].b+found[last].length == m.b {
			found[last].length += m.length
			return
		}
		found = append(found, m)
	}
	add(match{0, 0, head})
	for _, m := range inner(a[head:len(a)-tail], b[head:len(b)-tail]) {
		add(match{m.a + head, m.b + head, m.length})
	}
	add(match{len(a) - tail, len(b) - tail, tail})
	return found
}

// inner is matches for lists that neither begin nor end alike. ways[d][k] is how far
// into a one gets with d edits when k more were deleted than inserted.
func inner[T comparable](a, b []T) []match {
	ways := []map[int]int{{0: 0}}
	for d := 1; d <= min(mostEdits, len(a)+len(b)); d++ {
		now := map[int]int{}
		for k := -d; k <= d; k += 2 {
			x, _, ok := step(ways[d-1], k)
			if !ok || x > len(a) || x-k > len(b) {
				continue
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			now[k] = x
			if x == len(a) && x-k == len(b) {
				return back(append(ways, now), k)
			}
		}
		ways = append(ways, now)
	}
	return nil
}

// step gives how far one gets with one more edit, from which difference.
func step(before map[int]int, k int) (x, from int, ok bool) {
	if inserted, can := before[k+1]; can {
		x, from, ok = inserted, k+1, true
	}
	if deleted, can := before[k-1]; can && (!ok || deleted+1 > x) {
		x, from, ok = deleted+1, k-1, true
	}
	return x, from, ok
}

// back follows the way that ended with a difference to its beginning.
func back(ways []map[int]int, k int) []match {
	var found []match
	for d := len(ways) - 1; d > 0; d-- {
		x := ways[d][k]
		start, from, _ := step(ways[d-1], k)
		found = append(found, match{start, start - k, x - start})
		k = from
	}
	slices.Reverse(found)
	return found
}
