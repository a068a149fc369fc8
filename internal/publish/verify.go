package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"ronde/internal/cores"
	"ronde/internal/volume"
)

// A Discrepancy is what stands in a tree otherwise than its manifest says.
type Discrepancy string

// The discrepancies. A foreign entry is none by itself: publishing carries it over.
const (
	FileAltered    Discrepancy = "altered"
	FileLineEnds   Discrepancy = "line-ends"  // altered in nothing but LF and CRLF
	FileMissing    Discrepancy = "missing"    // nothing stands there
	FileForeign    Discrepancy = "foreign"    // not listed
	FileOtherKind  Discrepancy = "kind"       // a link, a folder, a file where another of these belongs
	FileUnreadable Discrepancy = "unreadable" // so that nobody knows
)

// A Deviation is one place of a tree that is not as the manifest says.
type Deviation struct {
	Path string // relative, with slashes
	Is   Discrepancy
	// Stands is what stands there, and Folder whether the manifest has a folder there:
	// with FileOtherKind.
	Stands EntryKind
	Folder bool
	// Below is the number of files that cannot be there: with FileOtherKind and FileUnreadable
	// of a folder, those that the manifest lists below it. Of a foreign folder it is the
	// number of all that is in it, or -1 where that cannot be read.
	Below int
	Cause string // why it is FileUnreadable, as the system says it
}

// A EntryKind is a kind of entry of a tree.
type EntryKind string

// The kinds of entries; special are pipes, devices and the like.
const (
	RegularFile  EntryKind = "file"
	Directory    EntryKind = "folder"
	SymbolicLink EntryKind = "link"
	Special      EntryKind = "special"
)

// A Verification is what [Verify] found. The zero value is a tree without a deviation.
type Verification struct {
	Manifest   Manifest
	Deviations []Deviation // sorted by path, in byte order
}

// Verify compares the tree at root with its manifest. Every file is read, whatever its
// times say, and so is the manifest, which stands as Ronde writes it. Nothing is written.
//
// The digest of the inputs in the manifest is the one thing that no file of the tree
// proves, and who alters a file and its line in the manifest is not found: the manifest
// itself has to be compared with one that was kept elsewhere.
//
// The error is fs.ErrNotExist without a manifest, [ErrManifest] with the reason when it
// cannot be read, or is of another format, [ErrNotFolder] when root is none, or one of
// the file system.
func Verify(root string) (Verification, error) {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return Verification{}, ErrNotFolder
	}
	return verify(os.DirFS(root))
}

func verify(tree fs.FS) (Verification, error) {
	info, err := fs.Lstat(tree, ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return Verification{}, err
	}
	if err != nil {
		return Verification{}, &manifestError{err}
	}
	if !info.Mode().IsRegular() {
		return Verification{}, &manifestError{errors.New("it is no file, but a " + string(kindOf(info.Mode())))}
	}
	text, err := fs.ReadFile(tree, ManifestName)
	if err != nil {
		return Verification{}, &manifestError{err}
	}
	m, err := parseManifest(text)
	if err != nil {
		return Verification{}, &manifestError{err}
	}
	v := verifier{tree: tree, ownership: m.owned(), seen: map[string]bool{}}
	if written := m.encode(); !bytes.Equal(text, written) {
		v.add(Deviation{Path: ManifestName, Is: differs(text, int64(len(written)), hash(written))})
	}
	v.folder(".")
	for _, f := range m.Files {
		if !v.seen[f.Path] && !v.hidden(f.Path) {
			v.add(Deviation{Path: f.Path, Is: FileMissing})
		}
	}
	found := make([]Deviation, len(v.files))
	_ = cores.Each(len(v.files), func(i int) error {
		found[i] = v.read(v.files[i])
		return nil
	})
	for _, d := range found {
		if d.Is != "" {
			v.add(d)
		}
	}
	slices.SortFunc(v.deviations, func(a, b Deviation) int { return strings.Compare(a.Path, b.Path) })
	return Verification{m, v.deviations}, nil
}

// manifestError gives the reason why a manifest cannot be read.
type manifestError struct{ reason error }

func (e *manifestError) Error() string   { return volume.Cause(e.reason) }
func (e *manifestError) Unwrap() []error { return []error{ErrManifest, e.reason} }

// A verifier walks through a tree.
type verifier struct {
	tree fs.FS
	ownership
	files      []string        // listed ones that are to be read
	seen       map[string]bool // what stands where a file is listed
	obstacles  []string        // what stands, or cannot be read, where the manifest has a folder
	deviations []Deviation
}

func (v *verifier) add(d Deviation) { v.deviations = append(v.deviations, d) }

// folder looks through a folder that the manifest has.
func (v *verifier) folder(name string) {
	content, err := fs.ReadDir(v.tree, name)
	if err != nil {
		v.obstacles = append(v.obstacles, name)
		v.add(Deviation{Path: name, Is: FileUnreadable, Stands: Directory, Folder: true, Below: v.below(name), Cause: volume.Cause(err)})
		return
	}
	for _, d := range content {
		v.entry(path.Join(name, d.Name()), kindOf(d.Type()))
	}
}

func (v *verifier) entry(name string, stands EntryKind) {
	_, listed := v.ownership.files[name]
	switch folder := v.folders[name]; {
	case name == ManifestName:
	case folder && stands == Directory:
		v.folder(name)
	case folder:
		v.obstacles = append(v.obstacles, name)
		v.add(Deviation{Path: name, Is: FileOtherKind, Stands: stands, Folder: true, Below: v.below(name)})
	case listed:
		v.seen[name] = true
		if stands == RegularFile {
			v.files = append(v.files, name)
		} else {
			v.add(Deviation{Path: name, Is: FileOtherKind, Stands: stands})
		}
	case stands == Directory:
		v.add(Deviation{Path: name, Is: FileForeign, Stands: stands, Below: v.foreign(name)})
	default:
		v.add(Deviation{Path: name, Is: FileForeign, Stands: stands})
	}
}

// below is the number of files that the manifest lists below a folder.
func (v *verifier) below(folder string) (n int) {
	for name := range v.ownership.files {
		if folder == "." || strings.HasPrefix(name, folder+"/") {
			n++
		}
	}
	return n
}

// foreign is the number of entries below a foreign folder that are no folders, -1 where
// that cannot be read.
func (v *verifier) foreign(folder string) (n int) {
	err := fs.WalkDir(v.tree, folder, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		return -1
	}
	return n
}

// hidden tells whether a file cannot be seen because of what is above it, which was
// said already.
func (v *verifier) hidden(name string) bool {
	return slices.ContainsFunc(v.obstacles, func(o string) bool { return o == "." || strings.HasPrefix(name, o+"/") })
}

// read compares a file with what is listed; the deviation has no kind when it is the same.
func (v *verifier) read(name string) Deviation {
	want := v.ownership.files[name]
	text, err := fs.ReadFile(v.tree, name)
	if err != nil {
		return Deviation{Path: name, Is: FileUnreadable, Stands: RegularFile, Cause: volume.Cause(err)}
	}
	if int64(len(text)) == want.Size && hash(text) == want.SHA256 {
		return Deviation{}
	}
	return Deviation{Path: name, Is: differs(text, want.Size, want.SHA256)}
}

// differs tells in what a text differs from the one of a size and hash: in its line ends
// alone when it is that text once all of them are made LF, or all CRLF. Programs that
// convert what was converted before leave CR CR LF.
func differs(text []byte, size int64, sum string) Discrepancy {
	var unix []byte
	for line := range bytes.Lines(text) {
		body, ended := bytes.CutSuffix(line, []byte("\n"))
		if ended {
			body = bytes.TrimRight(body, "\r")
		}
		unix = append(unix, body...)
		if ended {
			unix = append(unix, '\n')
		}
	}
	for _, as := range [][]byte{unix, bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n"))} {
		if int64(len(as)) == size && hash(as) == sum && !bytes.Equal(as, text) {
			return FileLineEnds
		}
	}
	return FileAltered
}

func hash(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

func kindOf(mode fs.FileMode) EntryKind {
	switch {
	case mode.IsRegular():
		return RegularFile
	case mode.IsDir():
		return Directory
	case mode&fs.ModeSymlink != 0:
		return SymbolicLink
	}
	return Special
}
