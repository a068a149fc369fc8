package diag

import (
	"strings"
)

// Nearest gives the candidate that somebody who wrote word most likely meant:
// the one fewest typing errors away, if that is at most a third of the letters.
// Upper and lower case and hyphen, underscore and space count as the same. Of
// equally near ones the first is taken. ok is false when none is near.
//
// A typing error is a letter left out, added, replaced, or exchanged with its
// neighbour (the optimal string alignment distance of Damerau and Levenshtein).
func Nearest(word string, candidates []string) (nearest string, ok bool) {
	if len(word) > 256 { // nobody misspells that; a cell may be as long as its file
		return "", false
	}
	from := foldWord(word)
	if len(from) > 64 {
		return "", false
	}
	best := max(len(from)/3, 1) + 1
	for _, c := range candidates {
		to := foldWord(c)
		if abs(len(to)-len(from)) >= best {
			continue
		}
		// A word that is replaced whole is no typing error.
		if n := distance(from, to); n < best && n < max(len(from), len(to)) {
			best, nearest, ok = n, c, true
		}
	}
	return nearest, ok
}

// DidYouMean is the beginning of a hint that names the nearest candidate, or
// lists the candidates when none is near and they are few.
func DidYouMean(word string, candidates []string) Phrase {
	if near, ok := Nearest(word, candidates); ok {
		return Say("did you mean %s?", Quote(near))
	}
	if len(candidates) == 0 || len(candidates) > 24 {
		return Phrase{}
	}
	return Say("known here: %s", Visible(strings.Join(candidates, ", ")))
}

func foldWord(word string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, strings.ToLower(word)))
}

func distance(a, b []rune) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[(i+1)%3], rows[(i-1)%3], rows[i%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
