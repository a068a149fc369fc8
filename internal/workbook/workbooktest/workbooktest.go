// Package workbooktest makes workbooks for tests, as Excel writes them but in parts that
// a test can read: from a text with a line for each cell.
//
//	date1904
//	sheet Blad1              begins a sheet; "sheet hidden Blad2" a hidden one
//	merge B5:B8
//	hide row 7
//	hide column C
//	B4 text maand            a shared string
//	B5 inline maand          a string in the cell itself
//	C5 number 3159
//	C6 day 44743             a number in the format dd/mm/yyyy; month, year, time,
//	                         moment and percent are formats too, and thousands and
//	                         millions, which divide
//	C7 formula 12 SUM(C5:C6) with the value that was stored
//	C8 words juli A1&"i"     a formula that makes a text
//	C9 uncalculated C5*2     a formula without a value
//	D5 error #N/A
//	D6 boolean 1
package workbooktest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"ronde/internal/source"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	links       = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	packageRels = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
)

// styles are the number formats by the words of a cell, in the order of their numbers.
var styles = []string{"number", "day", "month", "year", "time", "moment", "percent"}

const stylesPart = declaration + `<styleSheet ` + mainSpace + `>
<numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-813]mmmm\ yyyy;@"/><numFmt numFmtId="166" formatCode="yyyy"/><numFmt numFmtId="167" formatCode="h:mm"/></numFmts>
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="10"/></cellXfs>
</styleSheet>`

// scales are further number formats, which only workbooks have that use them.
var scales = []string{"thousands", "millions"}

// styles is the part of the number formats.
func (m *maker) styles() string {
	if !m.scaled {
		return stylesPart
	}
	return strings.NewReplacer(
		`<numFmts count="4">`, `<numFmts count="6">`,
		`</numFmts>`, `<numFmt numFmtId="168" formatCode="#,##0,"/><numFmt numFmtId="169" formatCode="0.0,,&quot; M&quot;"/></numFmts>`,
		`<cellXfs count="7">`, `<cellXfs count="9">`,
		`</cellXfs>`, `<xf numFmtId="168"/><xf numFmtId="169"/></cellXfs>`,
	).Replace(stylesPart)
}

type cell struct {
	row, column int
	xml         string
}

type sheet struct {
	name          string
	hidden        bool
	cells         []cell
	merged        []string
	hiddenRows    []string
	hiddenColumns []int
}

type maker struct {
	from1904 bool
	scaled   bool // a cell shows its number divided
	sheets   []*sheet
	strings  []string
}

// XLSX gives the workbook of a text.
func XLSX(text string) ([]byte, error) {
	parts, err := Parts(text)
	if err != nil {
		return nil, err
	}
	return Pack(parts)
}

// Parts gives what XLSX packs: the names and contents of the files in the archive.
func Parts(text string) ([][2]string, error) {
	m := &maker{}
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := m.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return m.parts(), nil
}

func (m *maker) line(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	if word == "date1904" {
		m.from1904 = true
		return nil
	}
	if word == "sheet" {
		name, hidden := strings.CutPrefix(rest, "hidden ")
		m.sheets = append(m.sheets, &sheet{name: name, hidden: hidden})
		return nil
	}
	if len(m.sheets) == 0 {
		return fmt.Errorf("%q stands before the first sheet", line)
	}
	s := m.sheets[len(m.sheets)-1]
	switch kind, what, _ := strings.Cut(rest, " "); word {
	case "merge":
		s.merged = append(s.merged, rest)
	case "hide":
		if kind == "row" {
			s.hiddenRows = append(s.hiddenRows, what)
			return nil
		}
		column, _, _ := source.ParseCell(what + "1")
		s.hiddenColumns = append(s.hiddenColumns, column)
	default:
		column, row, ok := source.ParseCell(word)
		if !ok {
			return fmt.Errorf("%q is no cell", word)
		}
		content, err := m.cell(word, kind, what)
		if err != nil {
			return err
		}
		s.cells = append(s.cells, cell{row, column, content})
	}
	return nil
}

func (m *maker) cell(name, kind, what string) (string, error) {
	first, formula, _ := strings.Cut(what, " ")
	switch kind {
	case "text":
		m.strings = append(m.strings, what)
		return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, name, len(m.strings)-1), nil
	case "inline":
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, escape(what)), nil
	case "formula":
		return fmt.Sprintf(`<c r="%s"><f>%s</f><v>%s</v></c>`, name, escape(formula), first), nil
	case "words":
		return fmt.Sprintf(`<c r="%s" t="str"><f>%s</f><v>%s</v></c>`, name, escape(formula), escape(first)), nil
	case "uncalculated":
		return fmt.Sprintf(`<c r="%s"><f>%s</f></c>`, name, escape(what)), nil
	case "error":
		f := ""
		if formula != "" {
			f = "<f>" + escape(formula) + "</f>"
		}
		return fmt.Sprintf(`<c r="%s" t="e">%s<v>%s</v></c>`, name, f, first), nil
	case "boolean":
		return fmt.Sprintf(`<c r="%s" t="b"><v>%s</v></c>`, name, what), nil
	}
	style := slices.Index(styles, kind)
	if i := slices.Index(scales, kind); i >= 0 {
		m.scaled, style = true, len(styles)+i
	}
	if style < 0 {
		return "", fmt.Errorf("%q is no kind of cell", kind)
	}
	return fmt.Sprintf(`<c r="%s" s="%d"><v>%s</v></c>`, name, style, what), nil
}

func (s *sheet) xml() string {
	slices.SortStableFunc(s.cells, func(a, b cell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) })
	var b strings.Builder
	b.WriteString(declaration + "<worksheet " + mainSpace + ">")
	if len(s.hiddenColumns) > 0 {
		b.WriteString("<cols>")
		for _, c := range s.hiddenColumns {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="9" hidden="1"/>`, c, c)
		}
		b.WriteString("</cols>")
	}
	b.WriteString("<sheetData>")
	for i, c := range s.cells {
		if i == 0 || s.cells[i-1].row != c.row {
			hidden := ""
			if slices.Contains(s.hiddenRows, fmt.Sprint(c.row)) {
				hidden = ` hidden="1"`
			}
			fmt.Fprintf(&b, `<row r="%d"%s>`, c.row, hidden)
		}
		b.WriteString(c.xml)
		if i == len(s.cells)-1 || s.cells[i+1].row != c.row {
			b.WriteString("</row>\n")
		}
	}
	b.WriteString("</sheetData>")
	if len(s.merged) > 0 {
		b.WriteString("<mergeCells>")
		for _, ref := range s.merged {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, ref)
		}
		b.WriteString("</mergeCells>")
	}
	b.WriteString("</worksheet>")
	return b.String()
}

// parts are the files of the workbook.
func (m *maker) parts() [][2]string {
	var list, rels, types, shared strings.Builder
	parts := [][2]string{}
	for i, s := range m.sheets {
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(s.name), i+1, state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, links, i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.xml()})
	}
	for _, text := range m.strings {
		shared.WriteString(`<si><t xml:space="preserve">` + escape(text) + "</t></si>")
	}
	properties := ""
	if m.from1904 {
		properties = `<workbookPr date1904="1"/>`
	}
	return append([][2]string{
		{"[Content_Types].xml", declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + types.String() + `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{"_rels/.rels", declaration + `<Relationships ` + packageRels + `><Relationship Id="rId1" Type="` + links + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", declaration + `<workbook ` + mainSpace + ` xmlns:r="` + links + `">` + properties + `<sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", declaration + `<Relationships ` + packageRels + `>` + rels.String() + `<Relationship Id="rIdStyles" Type="` + links + `/styles" Target="styles.xml"/><Relationship Id="rIdStrings" Type="` + links + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", m.styles()},
		{"xl/sharedStrings.xml", declaration + `<sst ` + mainSpace + `>` + shared.String() + `</sst>`},
	}, parts...)
}

// Pack puts parts, each a name and a content, into an archive. Nothing is compressed, so
// that the bytes are the same with every version of the compressor.
func Pack(parts [][2]string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}
