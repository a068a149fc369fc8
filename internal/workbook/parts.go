package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"io"
	"io/fs"
	"slices"
	"sync"
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
	compressor := compressors.Get().(*flate.Writer)
	defer compressors.Put(compressor)
	z.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		compressor.Reset(to) // one serves all parts, which follow each other
		return compressor, nil
	})
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

// compressors compress at the level that takes a third of the time, for files a tenth
// larger: a site has a workbook for every report in every language. Each needs a
// megabyte, which would be a quarter of all that a build asks for if it were made anew
// for each workbook.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // there is such a level
	}
	return w
}}
