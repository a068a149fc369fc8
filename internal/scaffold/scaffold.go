// Package scaffold makes what `ronde new` writes: a small site, the skeleton of a report,
// an organisation, a contract proposed from a sample, the place of a delivery, the pipeline
// of CI. It makes files in memory, from what was read and what was answered; it knows no
// disk and no clock, and who asked.
//
// What it makes passes `ronde check`, except where a guess is marked. A guess is a comment
// at the end of its line or above it, which says why it may be wrong; check reports each
// one until somebody deletes the comment:
//
//	delivers: increment # guess: the sample has one period only
package scaffold

// Files are files by their path within the site, with slashes.
type Files map[string][]byte
