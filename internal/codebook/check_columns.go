package codebook

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/observation"
)

// columns checks that the columns fit the layout.
func (c *checker) columns(k *Contract) {
	names := map[string]diag.Span{}
	dimensions := map[string]diag.Span{}
	for i := range k.Columns {
		column := &k.Columns[i]
		if first, taken := names[column.Name.Value]; taken {
			c.out.Add(diag.DuplicateID(column.Name.Span, "column", column.Name.Value, first))
		}
		names[column.Name.Value] = column.Name.Span
		c.columnKeys(k, column)
		if d := column.Dimension; column.Is.Value == DimensionColumn && d.IsSet() {
			if first, taken := dimensions[d.Value]; taken {
				c.out.Add(diag.Columns(d.Span, k.ID.Value, diag.Say("gives %s in two columns", d.Value), diag.Say("keep one of them")).NoteAt(first, diag.Say("the other column")))
			}
			dimensions[d.Value] = d.Span
		}
	}
	switch k.Layout.Value {
	case Long:
		c.longColumns(k)
	case Wide:
		c.wideColumns(k)
	case PeriodsAcross:
		c.acrossColumns(k)
	}
	for _, is := range []string{StatusColumn, QualifierColumn, NoteColumn} {
		c.besideValues(k, is)
	}
}

// columnKeys checks that a column has the keys of its kind and no others.
func (c *checker) columnKeys(k *Contract, column *Column) {
	name, is := diag.Quote(column.Name.Value), column.Is.Value
	if is == DimensionColumn && !column.Dimension.IsSet() {
		c.out.Add(diag.Columns(column.Is.Span, k.ID.Value, diag.Say("does not say which dimension column %s gives", name), diag.Say("add `dimension:` to the column")))
	}
	if is != DimensionColumn && column.Dimension.IsSet() && is != "" {
		c.out.Add(diag.Columns(column.Dimension.Span, k.ID.Value, diag.Say("names a dimension for column %s, which is %s", name, is), diag.Say("write `is: dimension`, or remove `dimension:`")))
	}
	belongs := is == ValueColumn || is == StatusColumn || is == QualifierColumn || is == NoteColumn
	if column.Indicator.IsSet() && !belongs && is != "" {
		c.out.Add(diag.Columns(column.Indicator.Span, k.ID.Value, diag.Say("names an indicator for column %s, which is %s", name, is), diag.Say("only a value and what stands beside it belong to an indicator")))
	}
	if column.Optional && (is == PeriodColumn || is == DimensionColumn || is == IndicatorColumn || is == ValueColumn) {
		c.out.Add(diag.Columns(column.Name.Span, k.ID.Value, diag.Say("calls column %s optional, which is %s", name, is), diag.Say("only status, qualifier, note and ignored columns may be missing")))
	}
}

// one checks that there is exactly one column of a kind.
func (c *checker) one(k *Contract, is string) {
	if n := len(k.ColumnsThat(is)); n != 1 {
		c.out.Add(diag.Columns(k.ID.Span, k.ID.Value, diag.Say("has %d columns with `is: %s`", n, is), diag.Say("a file of layout %s has exactly one", k.Layout.Value)))
	}
}

// none checks that there is no column of a kind.
func (c *checker) none(k *Contract, is string, reason diag.Phrase) {
	for _, column := range k.ColumnsThat(is) {
		c.out.Add(diag.Columns(column.Is.Span, k.ID.Value, diag.Say("is of layout %s and has a column with `is: %s`", k.Layout.Value, is), reason))
	}
}

// oneName checks that exactly one thing names the indicator of a row.
func (c *checker) oneName(k *Contract) {
	columns := k.ColumnsThat(IndicatorColumn)
	named := len(columns)
	if k.Indicator.IsSet() {
		named++
	}
	for _, column := range k.ColumnsThat(ValueColumn) {
		if column.Indicator.IsSet() {
			named++
		}
	}
	if named != 1 {
		c.out.Add(diag.Columns(k.ID.Span, k.ID.Value, diag.Say("names the indicator of a row in %d places", named),
			diag.Say("name it once: with `indicator:` for all rows, or in a column with `is: indicator`")))
	}
	for _, column := range columns {
		if len(column.Codes.Entries) == 0 {
			c.out.Add(diag.Columns(column.Is.Span, k.ID.Value, diag.Say("does not say which indicators it delivers"),
				diag.Say("list them under `codes:` of the column: what the file says, and the id that it means")))
		}
	}
}

func (c *checker) longColumns(k *Contract) {
	c.one(k, PeriodColumn)
	c.one(k, ValueColumn)
	c.oneName(k)
}

func (c *checker) acrossColumns(k *Contract) {
	reason := diag.Say("the periods are the headers, and below them stand the values: remove it")
	c.none(k, PeriodColumn, reason)
	c.none(k, ValueColumn, reason)
	c.none(k, StatusColumn, diag.Say("write O, M, L or Q in place of a value"))
	c.none(k, QualifierColumn, diag.Say("write >, < or ± in front of a value, with `qualifiers: true`"))
	c.oneName(k)
}

func (c *checker) wideColumns(k *Contract) {
	c.one(k, PeriodColumn)
	c.none(k, IndicatorColumn, diag.Say("each indicator has a column of its own: use layout long, or name the indicators at their columns"))
	values := k.ColumnsThat(ValueColumn)
	if len(values) == 0 {
		c.one(k, ValueColumn)
	}
	if k.Indicator.IsSet() && len(values) > 0 {
		c.out.Add(diag.Columns(k.Indicator.Span, k.ID.Value, diag.Say("is of layout wide and names one indicator for all rows"), diag.Say("name the indicators at the value columns")))
	}
	for n, column := range values {
		if !column.Indicator.IsSet() {
			c.out.Add(diag.Columns(column.Is.Span, k.ID.Value, diag.Say("does not say which indicator column %s gives", diag.Quote(column.Name.Value)), diag.Say("add `indicator:` to the column")))
		}
		for _, other := range values[:n] {
			if column.Indicator.IsSet() && other.Indicator.Value == column.Indicator.Value {
				c.out.Add(diag.Columns(column.Indicator.Span, k.ID.Value, diag.Say("gives %s in two columns", column.Indicator.Value), diag.Say("keep one of them")).
					NoteAt(other.Indicator.Span, diag.Say("the other column")))
			}
		}
	}
}

// besideValues checks status, qualifier and note columns: at most one for each
// value, and each beside a value that exists. Without `indicator:` it stands
// beside all values of the row.
func (c *checker) besideValues(k *Contract, is string) {
	columns := k.ColumnsThat(is)
	values := k.ColumnsThat(ValueColumn)
	for n, column := range columns {
		id := column.Indicator.Value
		if id != "" && !slices.ContainsFunc(values, func(v *Column) bool { return v.Indicator.Value == id }) {
			c.out.Add(diag.Columns(column.Indicator.Span, k.ID.Value, diag.Say("has a %s of %s and no value of it", is, id), diag.Say("name an indicator that has a value column")))
		}
		for _, other := range columns[:n] {
			if id == other.Indicator.Value || id == "" || other.Indicator.Value == "" {
				c.out.Add(diag.Columns(column.Is.Span, k.ID.Value, diag.Say("has two columns with `is: %s` for one value", is), diag.Say("keep one of them, or name an indicator at each")).
					NoteAt(other.Is.Span, diag.Say("the other column")))
			}
		}
	}
}

// columnCodes checks what the words of a supplier are said to mean.
func (c *checker) columnCodes(k *Contract, indicators []*Indicator) {
	for i := range k.Columns {
		column := &k.Columns[i]
		if len(column.Codes.Entries) == 0 {
			continue
		}
		switch column.Is.Value {
		case DimensionColumn:
			if list, ok := c.columnList(indicators, column); ok {
				for _, e := range column.Codes.Entries {
					c.code(list, e.Value)
				}
			}
		case StatusColumn, ValueColumn:
			for _, e := range column.Codes.Entries {
				status, err := observation.ParseStatus(e.Value.Value)
				if err != nil {
					c.out.Add(diag.Columns(e.Value.Span, k.ID.Value, diag.Say("gives %s the meaning %s", diag.Quote(e.Key.Value), e.Value.Value), diag.Say("write a status code: %s", StatusWords)))
				} else if column.Is.Value == ValueColumn && status&noValue == 0 {
					c.out.Add(diag.Columns(e.Value.Span, k.ID.Value, diag.Say("gives %s the meaning %s in place of a value", diag.Quote(e.Key.Value), e.Value.Value), diag.Say("in place of a value stands why there is none: O, M, L or Q")))
				}
			}
		case QualifierColumn:
			for _, e := range column.Codes.Entries {
				if _, err := observation.ParseQualifier(e.Value.Value); err != nil {
					c.out.Add(diag.Columns(e.Value.Span, k.ID.Value, diag.Say("gives %s the meaning %s", diag.Quote(e.Key.Value), e.Value.Value), diag.Say("write lower, upper or about")))
				}
			}
		case PeriodColumn, NoteColumn, IgnoredColumn:
			c.out.Add(diag.Columns(column.Codes.Span, k.ID.Value, diag.Say("has `codes` at a column with `is: %s`", column.Is.Value), diag.Say("remove them: only codes, statuses, qualifiers and marks in place of values are translated")))
		}
	}
}

// noValue are the statuses of an observation that has no value.
const noValue = observation.NotCollected | observation.CannotExist | observation.NotDelivered | observation.Hidden

// StatusWords explains the status codes for hints.
var StatusWords = diag.Say("A normal, P provisional, E estimated, B break, D differs, F forecast, I imputed, N not significant, U unreliable, V not validated; without a value: O not delivered, M cannot exist, L not collected, Q hidden")

// columnList is the code list of a dimension column. That the dimension exists
// is checked with the keys.
func (c *checker) columnList(indicators []*Indicator, column *Column) (*CodeList, bool) {
	if n := firstWith(indicators, column.Dimension.Value); n >= 0 {
		return c.DimensionList(indicators[n], column.Dimension.Value)
	}
	return nil, false
}
