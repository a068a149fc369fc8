package source

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"ronde/internal/diag"
)

// MaxTextSize is the number of bytes of the largest YAML or Markdown file that
// is read; tables have MaxTableSize.
const MaxTextSize = 4 << 20

// A File is one input file as it was read.
type File struct {
	Path    string // within the site, with slashes
	Content []byte // as on disk; not to be changed

	texts *texts // of the tree that read it; nil for a file that was read in no tree
}

// A Tree reads the files of a site. All names are paths within the site with
// slashes. Links are followed as far as the underlying fs.FS does: one made by
// os.Root.FS never leaves its folder.
//
// A tree keeps no contents: deliveries are large, and a file is looked at again
// only when a finding about it is printed. It may be used from several
// goroutines at once.
type Tree struct {
	watch *Watch
	texts texts

	mu    sync.Mutex
	shown string   // file whose lines were looked up last
	lines []string // its lines
}

// NewTree gives the tree of the files in fsys.
func NewTree(fsys fs.FS) *Tree { return &Tree{watch: Watched(fsys)} }

// Shared gives a text as it is kept once for all files of the tree: ten years of
// editions say the same names and definitions again and again.
func (t *Tree) Shared(text string) string { return t.texts.shared(text) }

// Changed gives the files and folders that are no longer what they were when they were
// read, as [Watch.Changed] does. It comes when all has been read.
func (t *Tree) Changed() []string {
	t.texts.forget()
	return t.watch.Changed()
}

// Read gives the file of that name. The finding is file-missing,
// file-unreadable or file-size, without a place that names the file: callers
// who know one add it as a note.
func (t *Tree) Read(name string) (*File, *diag.Diagnostic) {
	content, found := t.read(name)
	if found != nil {
		return nil, found
	}
	return &File{name, content, &t.texts}, nil
}

// ReadText is Read for YAML and Markdown: besides, the finding may be
// not-utf-8. A byte order mark and line ends of every kind are fine.
func (t *Tree) ReadText(name string) (*File, *diag.Diagnostic) {
	f, found := t.Read(name)
	if found == nil {
		found = f.checkText()
	}
	if found != nil {
		return nil, found
	}
	return f, nil
}

func (t *Tree) read(name string) ([]byte, *diag.Diagnostic) {
	if found := t.checkOrdinary(name); found != nil {
		return nil, found
	}
	content, err := t.watch.ReadFile(name)
	return content, unread(name, err)
}

// Hash gives the SHA-256 of a file, in 64 hexadecimal digits. It is computed once: a
// build asks for that of each sealed file to see whether anything changed, and again
// when it opens the editions. The finding is one of Read.
func (t *Tree) Hash(name string) (string, *diag.Diagnostic) {
	if sum, known := t.watch.hashed(name); known {
		return sum, nil
	}
	if found := t.checkOrdinary(name); found != nil {
		return "", found
	}
	sum, err := t.watch.Hash(name)
	return sum, unread(name, err)
}

// checkOrdinary reports a name that leads to nothing that can be read as a file.
func (t *Tree) checkOrdinary(name string) *diag.Diagnostic {
	info, err := t.watch.Stat(name)
	var found diag.Diagnostic
	switch {
	case err != nil:
		return unread(name, err)
	case info.IsDir():
		found = diag.FileUnreadable(name, diag.Say("it is a folder"))
	case !info.Mode().IsRegular(): // a pipe would be waited for
		found = diag.FileUnreadable(name, diag.Say("it is no ordinary file"))
	case info.Size() > MaxTableSize:
		found = diag.FileTooLarge(name, int(info.Size()), MaxTableSize)
	default:
		return nil
	}
	return &found
}

// unread is the finding for an error of the file system; nil for none.
func unread(name string, err error) *diag.Diagnostic {
	var found diag.Diagnostic
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		found = diag.FileMissing(name)
	default:
		found = diag.FileUnreadable(name, reason(err))
	}
	return &found
}

// reason is what the system says, without the path, which the message begins
// with and which may name folders outside the site.
func reason(err error) diag.Phrase {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return diag.Verbatim(diag.Visible(inPath.Err.Error()))
	}
	return diag.Verbatim(diag.Visible(err.Error()))
}

// Exists reports whether there is a file or folder of that name, also one that
// cannot be read: it was meant to be there, and reading it says so.
func (t *Tree) Exists(name string) bool {
	_, err := t.watch.Stat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// Glob gives the names that match a pattern of path.Match, sorted. As in Files, a
// name that begins with a point is left out, unless the pattern does so too: a
// Mac puts a ._geo.yaml beside each geo.yaml that it copies to a network drive.
func (t *Tree) Glob(pattern string) []string {
	// fs.Glob sorts within a folder and walks folders in order, and its only
	// error is a malformed pattern, which is a constant of the caller.
	names, err := fs.Glob(t.watch, pattern)
	if err != nil {
		panic("source: " + pattern + ": " + err.Error())
	}
	asked := strings.Split(pattern, "/")
	return slices.DeleteFunc(names, func(name string) bool {
		for i, part := range strings.Split(name, "/") {
			if strings.HasPrefix(part, ".") && !strings.HasPrefix(asked[i], ".") {
				return true
			}
		}
		return false
	})
}

// Files gives all files below a folder, sorted by path; none when the folder is
// not there. Files and folders whose name begins with a point are left out:
// they belong to git, to editors and to systems. A folder that cannot be read
// is a finding.
func (t *Tree) Files(folder string, out *diag.List) []string {
	var names []string
	var walk func(string)
	walk = func(folder string) {
		entries, err := fs.ReadDir(t.watch, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			out.Add(diag.FileUnreadable(folder, reason(err)))
		}
		for _, e := range entries {
			name := path.Join(folder, e.Name())
			switch {
			case strings.HasPrefix(e.Name(), "."):
			case e.IsDir():
				walk(name)
			case e.Type().IsRegular():
				names = append(names, name)
			case e.Type()&fs.ModeSymlink != 0:
				// A link to a file is that file; one to a folder could lead in
				// a circle and is not walked.
				info, err := t.watch.Stat(name)
				switch {
				case err != nil:
					out.Add(diag.FileUnreadable(name, diag.Say("it is a link that leads nowhere, or out of the site")))
				case info.Mode().IsRegular():
					names = append(names, name)
				}
			}
		}
	}
	walk(path.Clean(folder))
	return names
}

// Excerpt gives a line of a file, counted from 1, as diag.WriteText asks for
// it. The lines are those of an editor: \r\n, \n and \r each end one.
func (t *Tree) Excerpt(file string, line int) (text string, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.shown != file || t.lines == nil {
		content, found := t.read(file)
		if found != nil {
			return "", false
		}
		t.shown, t.lines = file, splitLines(legible(&File{Path: file, Content: content}))
	}
	if line < 1 || line > len(t.lines) {
		return "", false
	}
	return t.lines[line-1], true
}

// UnixLines gives a text whose lines, those of [Tree.Excerpt], all end with \n. An end
// that two editors made of one counts as they count it: \r\r\n is two.
func UnixLines(text string) string { return unixLines.Replace(text) }

var unixLines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// splitLines gives the lines of a text without their ends, of whatever kind.
func splitLines(text string) []string {
	var lines []string
	for {
		i := strings.IndexAny(text, "\r\n")
		if i < 0 {
			return append(lines, text)
		}
		lines = append(lines, text[:i])
		if strings.HasPrefix(text[i:], "\r\n") {
			i++
		}
		text = text[i+1:]
	}
}

// checkText looks for bytes that are no UTF-8 and for too many bytes.
func (f *File) checkText() *diag.Diagnostic {
	if len(f.Content) > MaxTextSize {
		d := diag.FileTooLarge(f.Path, len(f.Content), MaxTextSize)
		return &d
	}
	text := f.text()
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			d := diag.NotUTF8(spanAt(f.Path, string(text), i, i+1))
			return &d
		}
		i += size
	}
	if at, found := conflictIn(string(text)); found {
		d := diag.MergeConflict(spanAt(f.Path, string(text), at, at+len(conflictBegin)))
		return &d
	}
	return nil
}

// Conflicted reports whether git left the marks of a conflict in a text.
func Conflicted(text []byte) bool {
	_, found := conflictIn(string(text))
	return found
}

const conflictBegin, conflictEnd = "<<<<<<< ", ">>>>>>> "

// conflictIn finds the line that begins what git could not merge. It has an end too: one
// alone may be of an author.
func conflictIn(text string) (at int, found bool) {
	if !strings.HasPrefix(text, conflictBegin) {
		at = strings.Index(text, "\n"+conflictBegin) + 1
		if at == 0 {
			return 0, false
		}
	}
	return at, strings.Contains(text[at:], "\n"+conflictEnd)
}

// text is the content without its byte order mark.
func (f *File) text() []byte { return bytes.TrimPrefix(f.Content, []byte(utf8BOM)) }

// spanAt is the place of text[from:to], both on one line.
func spanAt(file, text string, from, to int) diag.Span {
	lines := splitLines(text[:from])
	column := utf8.RuneCountInString(lines[len(lines)-1]) + 1
	return diag.Span{File: file, Line: len(lines), Column: column, End: column + utf8.RuneCountInString(text[from:to])}
}
