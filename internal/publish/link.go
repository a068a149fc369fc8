package publish

import (
	"net/url"
	"path"
	"strings"
)

// A Kind says what is wrong with a link.
type Kind string

const (
	// Missing: the tree has no such page or file.
	Missing Kind = "missing"
	// Folder: the link names a folder without the slash at its end, so that
	// the links of the page in it would be resolved one folder too high.
	Folder Kind = "folder"
	// Anchor: the page has nothing of that id.
	Anchor Kind = "anchor"
	// Outside: the link leaves the tree by "..".
	Outside Kind = "outside"
	// Absolute: the link begins with a slash, or the page sets a base address,
	// and so breaks when the site stands in a folder of its host.
	Absolute Kind = "absolute"
	// ThirdParty: showing the page fetches something from another host.
	ThirdParty Kind = "third party"
	// Scheme: the link runs a script, or opens something that is no address of
	// the web or of a person.
	Scheme Kind = "scheme"
	// Malformed: browsers disagree, or are generous, about what the link means.
	Malformed Kind = "malformed"
	// DuplicateID: two elements of the page have the same id.
	DuplicateID Kind = "duplicate id"
)

// A destination is where a link within the tree leads.
type destination struct {
	file   string // the path of the file; of a folder, its index.html
	anchor string // decoded; empty for the whole file
}

// resolve follows an address from a file of the tree. It gives the destination
// and true for an address within the tree; otherwise the kind of finding, or no
// kind for an address that is none of our business.
func resolve(file string, m mention, baseURL string) (to destination, inside bool, wrong Kind) {
	if m.base {
		return to, false, Absolute
	}
	text := strings.Trim(m.text, " \t\n\f\r")
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }) {
		return to, false, Malformed
	}
	from := path.Dir(file)
	scheme, rest := cutScheme(text)
	switch below, ok := cutBase(text, baseURL); {
	case ok:
		text, from = below, "."
		if text == "" || text[0] == '?' || text[0] == '#' {
			text = "./" + text
		}
	case strings.HasPrefix(text, "//"):
		return to, false, external(m)
	case scheme == "http" || scheme == "https":
		if !strings.HasPrefix(rest, "//") {
			return to, false, Malformed // browsers read https:x as a relative link
		}
		return to, false, external(m)
	case scheme == "mailto" || scheme == "tel":
		return to, false, external(m)
	case scheme == "data" && m.loads:
		return to, false, ""
	case scheme != "":
		return to, false, Scheme
	}
	text, anchor, _ := strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "?")
	anchor, err := url.PathUnescape(anchor)
	if err != nil {
		return to, false, Malformed
	}
	anchor, _, _ = strings.Cut(anchor, ":~:") // a text fragment leads to words, not to an id
	if text == "" {
		return destination{file, anchor}, true, ""
	}
	if text[0] == '/' {
		// A host shows the page of a missing address at that address, whose
		// depth nobody knows: only there a link has to begin at the root.
		root := "/"
		if u, err := url.Parse(baseURL); err == nil && u.Path != "" {
			root = strings.TrimSuffix(u.Path, "/") + "/"
		}
		below, ok := strings.CutPrefix(text, root)
		if !ok || path.Base(file) != "404.html" {
			return to, false, Absolute
		}
		text, from = "./"+below, "."
	}
	target, wrong := walk(from, text)
	if wrong != "" {
		return to, false, wrong
	}
	return destination{target, anchor}, true, ""
}

// external is the finding of an address at another host.
func external(m mention) Kind {
	if m.loads {
		return ThirdParty
	}
	return ""
}

// cutScheme gives the scheme of an address, in lower case, and what follows the
// colon; no scheme for a relative one.
func cutScheme(text string) (scheme, rest string) {
	scheme, rest, ok := strings.Cut(text, ":")
	if !ok || scheme == "" {
		return "", text
	}
	for i := range len(scheme) {
		c := scheme[i] | 0x20
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || !('0' <= scheme[i] && scheme[i] <= '9' || strings.IndexByte("+-.", scheme[i]) >= 0)) {
			return "", text
		}
	}
	return strings.ToLower(scheme), rest
}

// cutBase gives what follows the base address of the site.
func cutBase(text, baseURL string) (string, bool) {
	if baseURL == "" {
		return "", false
	}
	base := strings.TrimSuffix(baseURL, "/")
	rest, ok := strings.CutPrefix(text, base)
	if !ok || rest != "" && strings.IndexByte("/?#", rest[0]) < 0 {
		return "", false
	}
	return strings.TrimPrefix(rest, "/"), true
}

// walk follows a relative path from a folder of the tree. A path that ends at a
// folder leads to its index.html.
func walk(from, text string) (string, Kind) {
	var at []string
	if from != "." {
		at = strings.Split(from, "/")
	}
	parts := strings.Split(text, "/")
	folder := false
	for i, part := range parts {
		last := i == len(parts)-1
		part, err := url.PathUnescape(part)
		if err != nil {
			return "", Malformed
		}
		switch {
		case part == "..":
			if len(at) == 0 {
				return "", Outside
			}
			at = at[:len(at)-1]
			folder = last
		case part == "." || part == "" && last:
			folder = last
		case part == "" || strings.Contains(part, "/"):
			return "", Malformed
		default:
			at = append(at, part)
		}
	}
	if folder {
		at = append(at, "index.html")
	}
	return strings.Join(at, "/"), ""
}
