package seal

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Sealed is an edition whose files have been compared with their hashes and
// its manifest with its seal.
type Sealed struct {
	Manifest
	Seal   string
	Inputs Inputs
	// Down are the files of the edition of which nothing is left, by their paths in the
	// folder: they were taken down.
	Down map[string]Tombstone
	tree *source.Tree
	rows Rows
}

// Find lists the editions of a site by the folders in which they lie, by round
// and number. A folder that is no round or no number is a finding of others:
// here it is passed over.
func Find(t *source.Tree) []ReleaseID {
	var found []ReleaseID
	seen := map[ReleaseID]bool{}
	for _, name := range t.Glob("content/reports/*/editions/*/*") {
		parts := strings.Split(name, "/")
		round, err := period.Parse(parts[2])
		n, errN := strconv.Atoi(parts[4])
		id := ReleaseID{round, n}
		if err == nil && errN == nil && round.Kind() == period.Month && n > 0 && strconv.Itoa(n) == parts[4] && !seen[id] {
			seen[id] = true
			found = append(found, id)
		}
	}
	slices.SortFunc(found, ReleaseID.Compare)
	return found
}

// Compare orders releases by round, then number. It is not the order in which
// they were released: that is the chain's.
func (r ReleaseID) Compare(s ReleaseID) int {
	if c := period.Compare(r.Round, s.Round); c != 0 {
		return c
	}
	return r.Number - s.Number
}

// ManifestFile is edition.yaml.
type ManifestFile struct {
	Manifest
	Seal string `key:"seal,required" doc:"SHA-256 of all bytes before this line"`
}

// Open reads and verifies one edition. With findings the edition counts as
// unreadable: nothing of it is used. What was taken down of it has to be what the
// tombstones say.
func Open(t *source.Tree, id ReleaseID, down Tombstones, out *diag.List) (*Sealed, bool) {
	before := out.Errors()
	dir := id.Dir()
	file, missing := t.Read(dir + "/edition.yaml")
	if missing != nil {
		if missing.ID == "file-missing" {
			*missing = diag.HalfEdition(dir)
		}
		out.Add(*missing)
		return nil, false
	}
	var m ManifestFile
	if !openManifest(file, id, &m, out) {
		return nil, false
	}
	s := &Sealed{Manifest: m.Manifest, Seal: m.Seal, Down: map[string]Tombstone{}, tree: t}
	listed := map[string]bool{"edition.yaml": true}
	for _, f := range m.Files {
		listed[f.Path] = true
		s.openFile(f, down, out)
	}
	for _, name := range t.Files(dir, out) {
		if !listed[strings.TrimPrefix(name, dir+"/")] {
			out.Add(diag.SealedForeign(name, id.String()))
		}
	}
	return s, out.Errors() == before
}

func openManifest(file *source.File, id ReleaseID, m *ManifestFile, out *diag.List) bool {
	if !sealed(file.Content) {
		// Whatever else is wrong with it follows from not being what was sealed.
		switch {
		case source.Conflicted(file.Content):
			out.Add(diag.MergeConflictSealed(file.Path, id.String(), id.Dir()))
		case sealed(bytes.ReplaceAll(file.Content, []byte("\r\n"), []byte("\n"))):
			out.Add(diag.LineEndings(file.Path, id.String()))
		default:
			out.Add(diag.ManifestBroken(file.Path, id.String()))
		}
		return false
	}
	if !source.DecodeYAML(file, m, out) {
		return false
	}
	if !slices.Contains(formats, m.Format) {
		out.Add(diag.EditionFormat(diag.FileSpan(file.Path), m.Format, strings.Join(formats, ", ")))
		return false
	}
	if m.ID() != id {
		out.Add(diag.EditionPlace(diag.FileSpan(file.Path), m.ID().String(), id.String()))
		return false
	}
	unknown := slices.ContainsFunc(m.Drops, func(d DropRef) bool { _, err := drop.ParseID(d.ID); return err != nil })
	if unknown || !m.sound() {
		out.Add(diag.ManifestBroken(file.Path, id.String()))
		return false
	}
	return true
}

// sealed reports whether the last line of edition.yaml is the seal of all that
// stands before it. A seal that is written in any other way is none: what
// follows from it was not compared with anything.
func sealed(content []byte) bool {
	at := bytes.LastIndex(content, []byte("\nseal: ")) + 1
	return at > 0 && string(content[at:]) == "seal: "+Hash(content[:at])+"\n"
}

// openFile compares a file with its hash, and reads it where its content is
// needed for the fold.
func (s *Sealed) openFile(f FileHash, down Tombstones, out *diag.List) {
	name := s.ID().Dir() + "/" + f.Path
	done := down.After(name, f.SHA256)
	if len(done) > 0 {
		last := done[len(done)-1]
		if f.SHA256 = last.Now; last.Whole() {
			s.Down[f.Path] = last
		}
	}
	_, gone := s.Down[f.Path]
	inputs, data := f.Path == "inputs.yaml", path.Dir(f.Path) == "data" && !gone
	if !inputs && !data {
		if sum, missing := s.tree.Hash(name); missing == nil && sum == f.SHA256 {
			return
		}
	}
	file, missing := s.tree.Read(name)
	switch {
	case missing != nil:
		out.Add(diag.SealedMissing(diag.FileSpan(s.ID().Dir()+"/edition.yaml"), name, s.ID().String()))
	case Hash(file.Content) != f.SHA256:
		s.differs(name, f.SHA256, file.Content, done, out)
	case inputs:
		source.DecodeYAML(file, &s.Inputs, out)
	case data:
		rows, err := decodeData(datasetOf(f.Path), file.Content)
		if err != nil {
			out.Add(diag.SealedUnreadable(name, s.ID().String(), err.Error()))
			return
		}
		s.rows.rows = append(s.rows.rows, rows...)
	}
}

// differs says what is wrong with the bytes of a file. done is what was taken down of it.
func (s *Sealed) differs(name, hash string, content []byte, done []Tombstone, out *diag.List) {
	is := Hash(content)
	back := slices.IndexFunc(done, func(t Tombstone) bool { return t.SHA256 == is })
	switch {
	case back >= 0:
		by := done[back].By
		out.Add(diag.TakenDownBack(name, s.ID().String(), by.ID().String(), by.Released.String()))
	case source.Conflicted(content):
		out.Add(diag.MergeConflictSealed(name, s.ID().String(), s.ID().Dir()))
	default:
		out.Add(Differs(name, s.ID().String(), hash, content))
	}
}

// Differs is the finding for a file whose bytes do not have the hash that a
// release recorded; line ends alone are told apart.
func Differs(name, release, hash string, content []byte) diag.Diagnostic {
	lf := bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	crlf := bytes.ReplaceAll(lf, []byte("\n"), []byte("\r\n"))
	if Hash(lf) == hash || Hash(crlf) == hash {
		return diag.LineEndings(name, release)
	}
	return diag.SealBroken(name, release)
}

// Rows are the rows of the edition's data/.
func (s *Sealed) Rows() Rows { return s.rows }

// Read gives a file of the edition by its path in the folder, or false when the
// edition has none, or none any more. Its hash was compared when the edition was opened.
func (s *Sealed) Read(name string) (*source.File, bool) {
	if _, gone := s.Down[name]; gone {
		return nil, false
	}
	if !slices.ContainsFunc(s.Files, func(f FileHash) bool { return f.Path == name }) {
		return nil, false
	}
	file, missing := s.tree.Read(s.ID().Dir() + "/" + name)
	return file, missing == nil
}

// Tree is the tree that the edition was read from, for its codebook.
func (s *Sealed) Tree() *source.Tree { return s.tree }

// HasDrop reports whether a drop is in the edition's drop set.
func (s *Sealed) HasDrop(id drop.ID) bool {
	name := id.String()
	return slices.ContainsFunc(s.Drops, func(d DropRef) bool { return d.ID == name })
}
