package publish

// Stands reports whether the tree at target was made from inputs, by the digest in its
// manifest, is whole, and has not been altered since; then there is nothing to publish.
// files is the number of Ronde's files in it. What cannot be told with certainty, also
// because another run is under way, is no: [Begin] and [Stage.Publish] then say why.
func Stands(target, inputs string) (files int, ok bool) {
	p, err := find(target, disk{})
	if err != nil || inputs == "" || exists(p.work) {
		return 0, false
	}
	tree, err := look(p.target)
	if err != nil || !tree.found || tree.manifest.Inputs != inputs || len(tree.ours) != len(tree.manifest.Files) {
		return 0, false
	}
	altered, err := tree.altered(p.target)
	return len(tree.ours), err == nil && altered == nil
}
