package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
	var names []string
	plain := map[string]bool{} // ordinary files, which need no second look
	for _, root := range []string{".gitattributes", "ronde.yaml", "content", "data", "themes"} {
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case name == root && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case name == "themes/default": // the program holds it
				return fs.SkipDir
			case hiddenName(d.Name()) && name != root:
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				name += "/"
			}
			plain[name] = d.Type().IsRegular()
			names = append(names, name)
			return nil
		})
		if err != nil {
			return digest{}, false
		}
	}
	hashes := make([]string, len(names))
	err := cores.Each(len(names), func(i int) error {
		if strings.HasSuffix(names[i], "/") {
			return nil
		}
		var err error
		hashes[i], err = contentHash(fsys, names[i], plain[names[i]])
		return err
	})
	if err != nil {
		return digest{}, false
	}
	all, frame := sha256.New(), sha256.New()
	both := io.MultiWriter(all, frame)
	fmt.Fprintf(both, "%s\n%q\n%t %t\n", o.Tool, o.BaseURL, o.Drafts, o.Strict)
	if o.SiteDate != nil {
		fmt.Fprintf(both, "%s\n", *o.SiteDate)
	}
	for i, name := range names {
		fmt.Fprintf(all, "%q %s\n", name, hashes[i])
		if unreleasedText(name) {
			hashes[i] = ""
		}
		fmt.Fprintf(frame, "%q %s\n", name, hashes[i])
	}
	return digest{hex.EncodeToString(all.Sum(nil)), hex.EncodeToString(frame.Sum(nil))}, true
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
func contentHash(fsys *source.Watch, name string, plain bool) (string, error) {
	if !plain {
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return "", err
		}
		if !info.Mode().IsRegular() || info.Size() > source.MaxTableSize {
			return "", errNotHashed
		}
	}
	return fsys.Hash(name)
}
