package publish

import (
	"path"
	"strings"
)

// inPlaceName is the file in a target's root through which a tree that is
// filled in place receives each file.
const inPlaceName = ".ronde-new"

// checkName gives the reason why a path cannot be that of a published file, as
// a clause, or nothing.
func checkName(name string) string {
	switch {
	case name == "":
		return "is empty"
	case name[0] == '/':
		return "is not relative"
	case len(name) > 1024:
		return "is longer than 1024 characters"
	case strings.EqualFold(name, ManifestName), strings.EqualFold(name, inPlaceName):
		return "is a name that Ronde keeps for itself"
	}
	for segment := range strings.SplitSeq(name, "/") {
		if reason := checkSegment(segment); reason != "" {
			return reason
		}
	}
	return ""
}

func checkSegment(segment string) string {
	switch {
	case segment == "":
		return "has an empty part"
	case segment == "." || segment == "..":
		return "has a part of dots alone"
	case len(segment) > 200:
		return "has a part of more than 200 characters"
	case segment[len(segment)-1] == '.':
		return "has a part that ends in a dot"
	}
	for i := range len(segment) {
		if !nameByte(segment[i]) {
			return "has a character other than a-z, A-Z, 0-9 and . _ - ~ + @ = ,"
		}
	}
	if device(segment) {
		return "has a part that Windows keeps for a device"
	}
	return ""
}

func nameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._-~+@=,", c) >= 0
}

// device tells whether Windows takes a name, whatever follows its first dot,
// for a device.
func device(segment string) bool {
	stem, _, _ := strings.Cut(segment, ".")
	stem = strings.ToUpper(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	if len(stem) != 4 || stem[3] < '0' {
		return false
	}
	return (stem[:3] == "COM" || stem[:3] == "LPT") && stem[3] <= '9'
}

// names is the set of the paths of a tree, files and folders, by their
// spelling in lower case.
type names map[string]named

type named struct {
	spelling string
	folder   bool
}

// add enters a file and the folders above it, or gives the reason why the tree
// cannot hold it beside what it has. A refused path leaves no trace.
func (n names) add(file string) string {
	fold := strings.ToLower(file)
	if there, ok := n[fold]; ok {
		switch {
		case there.folder:
			return "is a folder of this tree too"
		case there.spelling != file:
			return "differs from " + there.spelling + " in upper and lower case only"
		}
		return "is written twice"
	}
	var fresh []string // folders that the tree does not have yet
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		there, ok := n[strings.ToLower(dir)]
		if !ok {
			fresh = append(fresh, dir)
			continue
		}
		if !there.folder {
			return "stands below " + there.spelling + ", which is a file of this tree"
		}
		if there.spelling != dir {
			return "stands in a folder that differs from " + there.spelling + " in upper and lower case only"
		}
		break // those above it were entered with it
	}
	n[fold] = named{spelling: file}
	for _, dir := range fresh {
		n[strings.ToLower(dir)] = named{spelling: dir, folder: true}
	}
	return ""
}

// blocks tells whether a foreign entry stands where this tree has a file, or is
// itself no folder where this tree has one. Names are compared without regard
// to case: a tree must not hold what Windows cannot.
func (n names) blocks(foreign string, folder bool) bool {
	fold := strings.ToLower(foreign)
	if there, ok := n[fold]; ok && !(there.folder && folder) {
		return true
	}
	for dir := path.Dir(fold); dir != "."; dir = path.Dir(dir) {
		if there, ok := n[dir]; ok && !there.folder {
			return true
		}
	}
	return false
}
