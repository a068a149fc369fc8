package theme

import "ronde/internal/diag"

// near gives the candidate most likely meant, "" when none is near.
func near(word string, candidates []string) string {
	meant, _ := diag.Nearest(word, candidates)
	return meant
}
