package publish

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Finding is one thing wrong with a page or file of the staged tree.
type Finding struct {
	Page string // path of the file
	Link string // as it stands in the file; for DuplicateID the id
	Kind Kind
}

func (f Finding) String() string { return fmt.Sprintf("%s: %s: %q", f.Page, f.Kind, f.Link) }

// anchors holds the ids of a page in one string, each between two NUL, which no
// id of a parsed page contains. A page of numbers has hundreds of ids and is
// asked for few.
type anchors string

func joinAnchors(ids []string) anchors {
	if len(ids) == 0 {
		return ""
	}
	return anchors("\x00" + strings.Join(ids, "\x00") + "\x00")
}

func (a anchors) has(id string) bool { return strings.Contains(string(a), "\x00"+id+"\x00") }

// A linkID is the place of a link in a linkTable.
type linkID int32

// A link is an address as written and where it leads.
type link struct {
	text string
	to   destination
}

// A linkTable holds every different link of the tree once: the links of a
// header stand on thousands of pages.
type linkTable struct {
	ids   map[link]linkID
	links []link
}

func (t *linkTable) id(l link) linkID {
	if id, ok := t.ids[l]; ok {
		return id
	}
	if t.ids == nil {
		t.ids = map[link]linkID{}
	}
	id := linkID(len(t.links))
	t.ids[l] = id
	t.links = append(t.links, l)
	return id
}

// examine keeps of a scanned file what Check needs, and what is wrong with it
// already. The links that depend on other files are returned.
func (f *staged) examine(name string, seen found, baseURL string) (links []link) {
	ids := slices.Sorted(slices.Values(seen.ids))
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] && (i == 1 || ids[i] != ids[i-2]) {
			f.findings = append(f.findings, Finding{name, ids[i], DuplicateID})
		}
	}
	f.anchors = joinAnchors(slices.Compact(ids))
	style := strings.EqualFold(path.Ext(name), ".css")
	for _, m := range seen.mentions {
		if style && strings.HasPrefix(m.text, "#") {
			continue // means the page that uses the style sheet
		}
		to, inside, wrong := resolve(name, m, baseURL)
		switch {
		case wrong != "":
			f.findings = append(f.findings, Finding{name, m.text, wrong})
		case inside && to.file == name && (f.anchors.has(to.anchor) || !idAnchor(to.anchor)):
			// Within the page, and there: nothing to remember.
		case inside:
			links = append(links, link{m.text, to})
		}
	}
	return links
}

// idAnchor tells whether an anchor is the id of an element. An empty one and
// "top" lead to the top of any page, and SVG has a notation for a view.
func idAnchor(anchor string) bool {
	return anchor != "" && !strings.EqualFold(anchor, "top") && !strings.HasPrefix(anchor, "svgView(")
}

// Check gives what is wrong with the links of the staged tree, sorted by page,
// link and kind, each once. A link may lead to a foreign file of the target,
// which stays. Links of readers to other sites are not looked at.
func (s *Stage) Check() []Finding {
	for _, file := range s.files {
		s.settle(file)
	}
	wrong := make([]Kind, len(s.links.links))
	var lost bool
	for i, l := range s.links.links {
		wrong[i] = s.follow(l.to)
		lost = lost || wrong[i] != ""
	}
	if lost {
		foreign := s.foreign()
		for i, l := range s.links.links {
			if foreign[l.to.file] {
				wrong[i] = ""
			}
		}
	}
	var out []Finding
	for name, file := range s.files {
		out = append(out, file.findings...)
		for _, id := range file.links {
			if wrong[id] != "" {
				out = append(out, Finding{name, s.links.links[id].text, wrong[id]})
			}
		}
	}
	slices.SortFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Link, b.Link), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Compact(out)
}

// foreign are the files of the target that are not Ronde's. When they cannot be told,
// nothing is published.
func (s *Stage) foreign() map[string]bool {
	tree, err := s.target()
	if err != nil {
		_ = s.fail(err)
	}
	foreign := map[string]bool{}
	for _, e := range tree.foreign {
		foreign[e.path] = !e.IsDir()
	}
	return foreign
}

// follow gives what is wrong with a destination, or nothing.
func (s *Stage) follow(to destination) Kind {
	file, ok := s.files[to.file]
	switch {
	case ok && idAnchor(to.anchor) && hasAnchors(to.file) && !file.anchors.has(to.anchor):
		return Anchor
	case ok || to.file == ManifestName:
		return ""
	}
	if there, ok := s.names[strings.ToLower(to.file)]; ok && there.folder && there.spelling == to.file {
		return Folder
	}
	return Missing
}

// hasAnchors tells whether the ids of a file are known. The anchor of another
// kind of file, such as a page of a PDF, is left alone.
func hasAnchors(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".svg":
		return true
	}
	return false
}
