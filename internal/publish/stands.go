package publish

import (
	"time"

	"ronde/internal/volume"
)

// Standing is the tree that [Stands] found at a target. The zero value is nothing found.
type Standing struct {
	Files   int // of Ronde's in it, by its manifest
	listing *listing
}

// Stands reports whether the tree at target was made from inputs, by the digest in its
// manifest, is whole, and has not been altered since; then there is nothing to publish.
// What cannot be told with certainty, also because another run is under way, is no:
// [Begin] and [Stage.Publish] then say why, and see in [Options] what was found here.
func Stands(d volume.Disk, target, inputs string) (Standing, bool) {
	p, err := find(target, d)
	if err != nil || inputs == "" || volume.Exists(p.work) {
		return Standing{}, false
	}
	list, err := readListing(p.target, nil)
	if err != nil || !list.found() {
		return Standing{}, false
	}
	found := Standing{len(list.Files), list}
	if list.Inputs != inputs {
		return found, false
	}
	began := time.Now()
	tree, err := look(p.target, list)
	if err != nil || tree.listing != list {
		return found, false
	}
	seen, err := list.examine(p.target, tree.ours)
	if err != nil || len(seen) < found.Files || altered(seen) != nil {
		return found, false
	}
	_ = list.vouch(p, seen, began) // or the next build reads them again
	return found, true
}
