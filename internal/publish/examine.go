package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ronde/internal/cores"
)

// A sight is what was seen of a file of Ronde's in a tree.
type sight struct {
	path    string
	info    fs.FileInfo
	read    bool // because the manifest does not vouch for it
	altered bool // it is not as the manifest says
}

// examine looks at files of Ronde's in the tree at root, on all processors. Those that
// are gone are left out.
func (l *listing) examine(root string, ours []entry) ([]sight, error) {
	seen := make([]sight, len(ours))
	err := cores.Each(len(ours), func(i int) (err error) {
		seen[i], err = l.see(root, ours[i])
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(seen, func(s sight) bool { return s.info == nil }), nil
}

func (l *listing) see(root string, e entry) (sight, error) {
	info, err := e.Info()
	if err != nil {
		return sight{}, err
	}
	file := l.files[e.path]
	s := sight{path: e.path, info: info, altered: !info.Mode().IsRegular() || info.Size() != file.Size}
	if s.altered || l.vouches(info) {
		return s, nil
	}
	sum, err := hashFile(filepath.Join(root, filepath.FromSlash(e.path)))
	if err != nil {
		return sight{}, err
	}
	s.read, s.altered = true, sum != file.SHA256
	return s, nil
}

// altered lists those that are not as the manifest says.
func altered(seen []sight) []string {
	var out []string
	for _, s := range seen {
		if s.altered {
			out = append(out, s.path)
		}
	}
	slices.Sort(out)
	return out
}

func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
