package codebook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"

	"ronde/internal/source"
)

// Translate gives the files of a sealed codebook with the words that today's has in
// languages which the sealed one lacks: nothing else of today's comes in, not a corrected
// name nor a new code. A translation of a report is made with them. Things are the same
// when they have the same id or code; what is sealed and gone today stays without the new
// words. The result is a tree of its own, with the paths of the site.
func Translate(sealed, today []File, languages []string) (*source.Tree, error) {
	var b bytes.Buffer
	archive := zip.NewWriter(&b) // which a tree can be read from
	for _, f := range sealed {
		content := f.Content
		if i := slices.IndexFunc(today, func(t File) bool { return t.Path == f.Path }); i >= 0 {
			var err error
			if content, err = source.AddLanguages(f.Content, today[i].Content, languages); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Path, err)
			}
		}
		w, err := archive.Create(f.Path)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	files, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, err
	}
	return source.NewTree(files), nil
}
