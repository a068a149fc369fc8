package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"io"
	"io/fs"
	"slices"
)

// parts is the archive of a workbook. The library hands its parts over in the
// order of a map; they are kept until all are there and then written sorted,
// without times. The list of content types comes first, as programs that look
// at the beginning of a file expect.
type parts struct {
	to  io.Writer
	all []part
}

type part struct {
	name    string
	content *bytes.Buffer
}

const contentTypes = "[Content_Types].xml"

func newParts(to io.Writer) *parts { return &parts{to: to} }

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	p.all = append(p.all, part{name, &bytes.Buffer{}})
	return p.all[len(p.all)-1].content, nil
}

// AddFS is asked for by the library's interface and never called.
func (p *parts) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive.
func (p *parts) Close() error {
	slices.SortFunc(p.all, func(a, b part) int {
		if (a.name == contentTypes) != (b.name == contentTypes) {
			if a.name == contentTypes {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.name, b.name)
	})
	z := zip.NewWriter(p.to)
	z.RegisterCompressor(zip.Deflate, fast())
	for _, x := range p.all {
		w, err := z.Create(x.name)
		if err != nil {
			return err
		}
		if _, err := x.content.WriteTo(w); err != nil {
			return err
		}
	}
	return z.Close()
}

// fast compresses at the level that takes a third of the time, for files a tenth
// larger: a site has a workbook for every report in every language. Its one
// compressor serves all parts, which follow each other.
func fast() zip.Compressor {
	var w *flate.Writer
	return func(to io.Writer) (io.WriteCloser, error) {
		if w != nil {
			w.Reset(to)
			return w, nil
		}
		var err error
		w, err = flate.NewWriter(to, flate.BestSpeed)
		return w, err
	}
}
