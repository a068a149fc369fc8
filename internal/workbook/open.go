package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// MaxUnpacked is the number of bytes of the largest workbook that is read, when its
// parts are unpacked. A sheet of a million rows is about half of it.
const MaxUnpacked = 256 << 20

// A Refusal is why a file is not read as a workbook.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// The refusals.
const (
	Locked       Refusal = "it is protected by a password"
	OldExcel     Refusal = "it is a workbook of Excel 97-2003"
	BinaryExcel  Refusal = "it is a binary workbook"
	OpenDocument Refusal = "it is an OpenDocument spreadsheet"
	WebPage      Refusal = "it is a web page"
	PlainText    Refusal = "it is a text"
	Truncated    Refusal = "its end is missing"
	TooLarge     Refusal = "it is too large"
	Damaged      Refusal = "it is damaged"
	Foreign      Refusal = "it is something else"
)

// A Book is a workbook that somebody else made, opened for reading.
//
// The library opens the file and knows its sheets, its calendar and its number
// formats. Cells are read from the sheet's own text: the library fills each row up to
// its widest cell, which makes gigabytes of one stray format, and gives no cell with
// its type, its digits and its formula at once.
type Book struct {
	Sheets   []Listed
	file     *excelize.File
	strings  []string
	formats  []format // by number of the style
	from1904 bool
}

// A Listed sheet is one that has cells; charts are none.
type Listed struct {
	Name   string
	Hidden bool
	part   string
}

// Is reports whether a file begins as workbooks do, new ones and old ones.
func Is(content []byte) bool {
	return bytes.HasPrefix(content, []byte("PK\x03\x04")) || bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0"))
}

// Open opens an XLSX file. The error is a Refusal.
func Open(content []byte) (b *Book, err error) {
	if err := refuse(content); err != nil {
		return nil, err
	}
	defer func() {
		if recover() != nil { // the library indexes what the file says
			b, err = nil, Damaged
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: MaxUnpacked, UnzipXMLSizeLimit: MaxUnpacked})
	if err != nil {
		return nil, Damaged
	}
	b = &Book{file: f, formats: formats(f)}
	if f.WorkBook.WorkbookPr != nil {
		b.from1904 = f.WorkBook.WorkbookPr.Date1904
	}
	if b.strings, err = sharedStrings(b.part("xl/sharedStrings.xml")); err != nil {
		return nil, err
	}
	parts, err := b.worksheets()
	if err != nil {
		return nil, err
	}
	for _, s := range f.WorkBook.Sheets.Sheet {
		if part, ok := parts[s.ID]; ok {
			b.Sheets = append(b.Sheets, Listed{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden", part: part})
		}
	}
	return b, nil
}

// refuse looks at what a file is before it is unpacked.
func refuse(content []byte) error {
	switch {
	case bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(content, wide("EncryptedPackage")) {
			return Locked
		}
		return OldExcel
	case !bytes.HasPrefix(content, []byte("PK")):
		return text(content)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return Truncated
	}
	var unpacked uint64
	var names []string
	for _, f := range z.File {
		if unpacked += f.UncompressedSize64; unpacked > MaxUnpacked || f.UncompressedSize64 > MaxUnpacked {
			return TooLarge
		}
		names = append(names, f.Name)
	}
	switch {
	case slices.Contains(names, "xl/workbook.bin"):
		return BinaryExcel
	case slices.Contains(names, "mimetype") && slices.Contains(names, "content.xml"):
		return OpenDocument
	case !slices.Contains(names, "xl/workbook.xml"):
		return Foreign
	}
	return nil
}

// text says what a file is that is no archive.
func text(content []byte) Refusal {
	start := content[:min(len(content), 4096)]
	for len(start) > 0 && len(start) == 4096 && !utf8.RuneStart(start[len(start)-1]) {
		start = start[:len(start)-1]
	}
	trimmed := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff"))))
	switch {
	case bytes.HasPrefix(trimmed, []byte("<")):
		return WebPage
	case len(trimmed) > 0 && bytes.IndexByte(start, 0) < 0 && bytes.ContainsAny(start, ",;\t"):
		return PlainText
	}
	return Foreign
}

// wide is a text as it stands in the folder of an older file: two bytes a character.
func wide(text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return b
}

// part is a file within the workbook; nil for none.
func (b *Book) part(name string) []byte {
	content, _ := b.file.Pkg.Load(name)
	text, _ := content.([]byte)
	return text
}

// worksheets gives the parts of the sheets with cells, by the id of their relationship.
func (b *Book) worksheets() (map[string]string, error) {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal(b.part("xl/_rels/workbook.xml.rels"), &list); err != nil {
		return nil, Damaged
	}
	parts := map[string]string{}
	for _, r := range list.Relationship {
		if !strings.HasSuffix(r.Type, "/worksheet") {
			continue
		}
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = "xl/" + target
		}
		parts[r.ID] = path.Clean(strings.TrimPrefix(target, "/"))
	}
	return parts, nil
}
