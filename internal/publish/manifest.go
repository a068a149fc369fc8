package publish

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// ManifestName is the name of the manifest in the root of a published tree.
const ManifestName = "ronde-manifest.json"

const (
	manifestFormat = "ronde-manifest/"
	manifestNow    = manifestFormat + "1"
)

// A Manifest lists the files of a published tree that Ronde wrote, itself
// excepted. The package comment gives its form on disk.
type Manifest struct {
	Draft bool
	// Inputs is the digest of what the tree was made from, 64 lower-case hexadecimal
	// digits; "" when that is not known.
	Inputs string
	Files  []File // sorted by path, in byte order
}

// A File is one entry of a manifest.
type File struct {
	Path   string `json:"path"`   // relative, with slashes
	Size   int64  `json:"size"`   // bytes
	SHA256 string `json:"sha256"` // of the content, 64 lower-case hexadecimal digits
}

// ReadManifest reads the manifest of a published tree. The error is
// fs.ErrNotExist when the tree has none, and ErrManifest with the reason when
// it is damaged or of a later format.
func ReadManifest(tree fs.FS) (Manifest, error) {
	text, err := fs.ReadFile(tree, ManifestName)
	if err != nil {
		return Manifest{}, err
	}
	m, err := parseManifest(text)
	if err != nil {
		return Manifest{}, fmt.Errorf("%w (%w)", ErrManifest, err)
	}
	return m, nil
}

// parseManifest accepts what encode writes, in any spacing.
func parseManifest(text []byte) (Manifest, error) {
	var form struct {
		Format string `json:"format"`
		Draft  bool   `json:"draft"`
		Inputs string `json:"inputs"`
		Files  []File `json:"files"`
	}
	// The format comes first: a later one may well have other keys.
	if err := json.Unmarshal(text, &form); err != nil {
		return Manifest{}, err
	}
	if form.Format != manifestNow {
		if strings.HasPrefix(form.Format, manifestFormat) {
			return Manifest{}, fmt.Errorf("format %q is of another version of Ronde", form.Format)
		}
		return Manifest{}, fmt.Errorf("format %q is unknown", form.Format)
	}
	if form.Inputs != "" && !isDigest(form.Inputs) {
		return Manifest{}, fmt.Errorf("inputs %q is no SHA-256", form.Inputs)
	}
	for i, f := range form.Files {
		if reason := checkName(f.Path); reason != "" {
			return Manifest{}, &NameError{f.Path, reason}
		}
		if i > 0 && f.Path <= form.Files[i-1].Path {
			return Manifest{}, &NameError{f.Path, "is out of order"}
		}
		if !isDigest(f.SHA256) {
			return Manifest{}, &NameError{f.Path, "has no SHA-256"}
		}
		if f.Size < 0 {
			return Manifest{}, &NameError{f.Path, "has a negative size"}
		}
	}
	return Manifest{Draft: form.Draft, Inputs: form.Inputs, Files: form.Files}, nil
}

// isDigest tells whether a text is a SHA-256 as manifests write it.
func isDigest(text string) bool {
	sum, err := hex.DecodeString(text)
	return err == nil && len(sum) == 32 && text == strings.ToLower(text)
}

// encode gives the bytes of a manifest. Paths and hashes hold no character that
// JSON escapes.
func (m Manifest) encode() []byte {
	var b bytes.Buffer
	b.WriteString(`{"format": "` + manifestNow + `", "draft": ` + strconv.FormatBool(m.Draft))
	if m.Inputs != "" {
		b.WriteString(`, "inputs": "` + m.Inputs + `"`)
	}
	b.WriteString(`, "files": [`)
	for i, f := range m.Files {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + `{"path": "` + f.Path + `", "size": ` + strconv.FormatInt(f.Size, 10) + `, "sha256": "` + f.SHA256 + `"}`)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

// An ownership tells which files and folders of a tree are Ronde's.
type ownership struct {
	files   map[string]File
	folders map[string]bool // those above a file, without the root
}

// owned gives the ownership that a manifest declares.
func (m Manifest) owned() ownership {
	o := ownership{files: make(map[string]File, len(m.Files)), folders: map[string]bool{}}
	for _, f := range m.Files {
		o.files[f.Path] = f
		for dir := path.Dir(f.Path); dir != "." && !o.folders[dir]; dir = path.Dir(dir) {
			o.folders[dir] = true
		}
	}
	return o
}
