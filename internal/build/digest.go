package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"ronde/internal/cores"
	"ronde/internal/source"
)

// A digest tells whether two builds are made from the same. It is the SHA-256 of all
// that a build depends on: the program, the options, and path and content of every
// file that the stages may read.
type digest struct {
	inputs string // two builds of the same make the same tree
	// frame leaves out what texts say that are not released: two builds of the same
	// have the same codebook, data, releases and files.
	frame string
}

// digestOf gives the digest of a build. ok is false when the program is not known, or
// when a file cannot be read: then the build says what is wrong.
//
// Folders count too, since an empty one may be a round without its report. What lies
// elsewhere in the site (.git, a published folder) is never read.
func digestOf(fsys *source.Watch, o Options) (d digest, ok bool) {
	if o.Tool == "" {
		return digest{}, false
	}
	inputs, err := inputsOf(fsys)
	if err != nil {
		return digest{}, false
	}
	hashes := make([]string, len(inputs))
	err = cores.Each(len(inputs), func(i int) error {
		if inputs[i].folder {
			return nil
		}
		var err error
		hashes[i], err = contentHash(fsys, inputs[i])
		return err
	})
	if err != nil {
		return digest{}, false
	}
	all, frame := sha256.New(), sha256.New()
	both := io.MultiWriter(all, frame)
	fmt.Fprintf(both, "%s\n%q\n%t %t %t\n", o.Tool, o.BaseURL, o.Drafts, o.Strict, o.KeepGoing)
	if o.SiteDate != nil {
		fmt.Fprintf(both, "%s\n", *o.SiteDate)
	}
	for i, in := range inputs {
		fmt.Fprintf(all, "%q %t %s\n", in.name, in.folder, hashes[i])
		if unreleasedText(in.name) {
			hashes[i] = ""
		}
		fmt.Fprintf(frame, "%q %t %s\n", in.name, in.folder, hashes[i])
	}
	return digest{hex.EncodeToString(all.Sum(nil)), hex.EncodeToString(frame.Sum(nil))}, true
}

// An input is a file or folder that the stages may read.
type input struct {
	name   string
	folder bool
	plain  bool // an ordinary file, which needs no second look
}

// inputsOf lists the inputs, by name.
func inputsOf(fsys *source.Watch) ([]input, error) {
	var all []input
	var folders []string
	add := func(name string, d fs.DirEntry) {
		all = append(all, input{name, d.IsDir(), d.Type().IsRegular()})
		if d.IsDir() {
			folders = append(folders, name)
		}
	}
	for _, root := range []string{".gitattributes", "ronde.yaml", "content", "data", "themes"} {
		info, err := fsys.Stat(root)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		add(root, fs.FileInfoToDirEntry(info))
	}
	for len(folders) > 0 {
		level := folders
		folders = nil
		lists := make([][]fs.DirEntry, len(level))
		err := cores.Each(len(level), func(i int) (err error) {
			lists[i], err = fsys.ReadDir(level[i])
			return err
		})
		if err != nil {
			return nil, err
		}
		for i, list := range lists {
			for _, d := range list {
				// The program holds the theme that is called default.
				if name := level[i] + "/" + d.Name(); !hiddenName(d.Name()) && name != "themes/default" {
					add(name, d)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b input) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// hiddenName reports whether no stage reads what is called so: it belongs to editors, to
// systems, or to a release that is running. Only an edition that a release moved aside is
// looked for.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") && !strings.HasSuffix(name, oldSuffix)
}

// unreleasedText reports whether a file is a text that no edition holds: of a draft, of
// a page or of a meeting. Those of released rounds are among them; they cannot change.
func unreleasedText(name string) bool {
	return strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".md") && !strings.Contains(name, "/editions/")
}

var errNotHashed = errors.New("no ordinary file, or too large to be read")

// contentHash is the SHA-256 of a file. One that is not known to be an ordinary file is
// looked at first: a pipe would be waited for.
func contentHash(fsys *source.Watch, in input) (string, error) {
	if !in.plain {
		info, err := fsys.Stat(in.name)
		if err != nil {
			return "", err
		}
		if !info.Mode().IsRegular() || info.Size() > source.MaxTableSize {
			return "", errNotHashed
		}
	}
	return fsys.Hash(in.name)
}
