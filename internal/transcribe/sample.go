package transcribe

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

// SampleDialect is how Sample writes a file: a point before decimals, nothing between
// thousands, dates as ISO has them.
func SampleDialect() codebook.Dialect {
	said := func(word string) source.At[string] {
		return source.At[string]{Value: word, Span: diag.FileSpan("SampleDialect")}
	}
	return codebook.Dialect{Encoding: said("utf-8"), Separator: said(","), Decimal: said(".")}
}

// Sample transcribes a sheet that has no contract yet. Its header is the row that was named,
// or the first row of texts and dates with a number below it. It is nil after errors.
func Sample(sheet Sheet, out *diag.List) []byte {
	header, body, ok := sampleHeader(sheet)
	if !ok {
		out.Add(diag.SheetEmpty(sheet.File, sheet.Name, ""))
		return nil
	}
	contract := &codebook.Contract{Dialect: SampleDialect()}
	contract.Layout.Value = codebook.Long
	t := &table{Sheet: sheet, contract: contract}
	for _, c := range header.Cells {
		name := t.name(c)
		if name == "" {
			continue
		}
		column := codebook.Column{}
		column.Name.Value, column.Is.Value = name, codebook.IgnoredColumn
		if numeric(body, c.Column) {
			column.Is.Value = codebook.ValueColumn
		}
		contract.Columns = append(contract.Columns, column)
	}
	sheet.Header = header.Number
	if taken := Of(sheet, &codebook.Codebook{}, contract, out); taken != nil {
		return taken.CSV
	}
	return nil
}

// sampleHeader finds the header, and the rows below it.
func sampleHeader(sheet Sheet) (header workbook.Row, body []workbook.Row, ok bool) {
	named := func(row workbook.Row) bool {
		return len(row.Cells) > 1 && !slices.ContainsFunc(row.Cells, func(c workbook.Stored) bool {
			return c.Kind != workbook.Written && c.Kind != workbook.Dated
		})
	}
	numbered := func(row workbook.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c workbook.Stored) bool { return c.Kind == workbook.Numeric })
	}
	rows := slices.DeleteFunc(slices.Clone(sheet.Grid.Rows), func(r workbook.Row) bool { return len(r.Cells) == 0 })
	for i, row := range rows {
		switch {
		case sheet.Header != 0 && row.Number == sheet.Header,
			sheet.Header == 0 && named(row) && i+1 < len(rows) && numbered(rows[i+1]):
			return row, rows[i+1:], true
		}
	}
	return header, nil, false
}

// numeric reports whether all cells of a column, up to an empty row, are numbers.
func numeric(body []workbook.Row, column int) bool {
	numbers := 0
	for i, row := range body {
		if i > 0 && row.Number > body[i-1].Number+1 {
			break
		}
		switch c := row.At(column); {
		case c.Kind == workbook.Numeric:
			numbers++
		case strings.TrimSpace(c.Text) != "":
			return false
		}
	}
	return numbers > 0
}
