package codebook

import (
	"ronde/internal/source"
)

// What the cells of a column are.
const (
	PeriodColumn    = "period"
	DimensionColumn = "dimension"
	IndicatorColumn = "indicator"
	ValueColumn     = "value"
	StatusColumn    = "status"
	QualifierColumn = "qualifier"
	NoteColumn      = "note"
	IgnoredColumn   = "ignored"
)

// The layouts.
const (
	Long          = "long"
	Wide          = "wide"
	PeriodsAcross = "periods-across"
)

// indicatorIDs lists the ids of the indicators that a contract names.
func (c *Contract) indicatorIDs() []source.At[string] {
	var ids []source.At[string]
	if c.Indicator.IsSet() {
		ids = append(ids, c.Indicator)
	}
	for _, column := range c.Columns {
		switch column.Is.Value {
		case IndicatorColumn:
			for _, e := range column.Codes.Entries {
				ids = append(ids, e.Value)
			}
		case ValueColumn:
			if column.Indicator.IsSet() {
				ids = append(ids, column.Indicator)
			}
		}
	}
	return ids
}

// ColumnsThat lists the columns of one kind, in the order of the contract.
func (c *Contract) ColumnsThat(is string) []*Column {
	var columns []*Column
	for i := range c.Columns {
		if c.Columns[i].Is.Value == is {
			columns = append(columns, &c.Columns[i])
		}
	}
	return columns
}

// DimensionOf is the column that gives a dimension; nil when none does.
func (c *Contract) DimensionOf(dimension string) *Column {
	for _, column := range c.ColumnsThat(DimensionColumn) {
		if column.Dimension.Value == dimension {
			return column
		}
	}
	return nil
}
