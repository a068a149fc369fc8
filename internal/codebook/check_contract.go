package codebook

import (
	"fmt"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/source"
)

func (c *checker) contract(k *Contract) {
	c.label("dataset", k.ID, "name", k.Name)
	if _, ok := c.Codebook.Organisation(k.Organisation.Value); !ok && k.Organisation.Value != "" && !c.SetAside(organisationsFile) {
		c.out.Add(diag.UnknownID(k.Organisation.Span, "organisation", k.Organisation.Value, c.OrganisationIDs()))
	}
	if k.Due < 0 {
		c.out.Add(diag.Setting(k.ID.Span, "due", fmt.Sprint(k.Due), diag.Say("figures are due 0 or more days after the end of a period")))
	}
	c.order(k.From.Span, diag.Say("dataset %s", diag.Quote(k.ID.Value)), k.From.Value, k.Until.Value)
	var indicators []*Indicator
	for _, id := range k.indicatorIDs() {
		i, ok := c.indicatorNamed(id)
		if !ok {
			continue
		}
		if i.Derived != nil {
			c.out.Add(diag.DerivedDelivered(id.Span, i.ID.Value, i.ID.Span))
		}
		if !slices.Contains(indicators, i) {
			indicators = append(indicators, i)
		}
	}
	if !c.SetAside(k.ID.Span.File) {
		c.columns(k)
		c.keys(k, indicators)
		c.columnCodes(k, indicators)
		c.expect(k, indicators)
		for i := range k.Parts {
			c.parts(k, &k.Parts[i], indicators)
		}
	}
	c.marks(k)
	c.dialect(k)
	if k.Rounding < 0 {
		c.out.Add(diag.Setting(k.ID.Span, "rounding", k.Rounding.String(), diag.Say("write what values are multiples of, such as 5")))
	}
	if k.Jump.Value < 0 {
		c.out.Add(diag.Setting(k.Jump.Span, "jump", fmt.Sprint(k.Jump.Value), diag.Say("write a percentage above 0, or leave it out")))
	}
	c.disclosure(k, indicators)
	for _, a := range k.Accept {
		c.acceptance(a)
	}
}

// keys checks that every dimension of every indicator is given once: by a
// column or by a fixed code.
func (c *checker) keys(k *Contract, indicators []*Indicator) {
	for n, i := range indicators {
		for _, d := range i.Dimensions.Entries {
			column := k.DimensionOf(d.Key.Value)
			fixed, isFixed := k.Fixed.Get(d.Key.Value)
			switch {
			case column == nil && !isFixed:
				c.out.Add(diag.Columns(k.ID.Span, k.ID.Value, diag.Say("gives no %s, a dimension of %s", d.Key.Value, i.ID.Value),
					diag.Say("add a column with `is: dimension` and `dimension: %s`, or the code of all rows under `fixed:`", d.Key.Value)))
			case column != nil && isFixed:
				c.out.Add(diag.Columns(fixed.Span, k.ID.Value, diag.Say("gives %s twice, in a column and as a fixed code", d.Key.Value), diag.Say("keep one of them")).
					NoteAt(column.Name.Span, diag.Say("the column")))
			case isFixed && n == firstWith(indicators, d.Key.Value):
				c.fixed(k, i, d.Key.Value, fixed)
			}
		}
		for _, column := range k.ColumnsThat(DimensionColumn) {
			c.sharedDimension(k, indicators[0], i, column)
		}
	}
	for _, e := range k.Fixed.Entries {
		if len(indicators) > 0 && firstWith(indicators, e.Key.Value) < 0 {
			c.out.Add(diag.UnknownID(e.Key.Span, "dimension", e.Key.Value, dimensionsOf(indicators)))
		}
	}
}

// fixed checks a fixed code. The total of a dimension whose total is computed
// would be delivered and computed at once.
func (c *checker) fixed(k *Contract, i *Indicator, dimension string, code source.At[string]) {
	list, ok := c.DimensionList(i, dimension)
	if !ok {
		return
	}
	found, ok := c.code(list, code)
	if ok && found.Code.Value == list.Total.Value && i.HowTotal(dimension) == "computed" {
		c.out.Add(diag.Columns(code.Span, k.ID.Value, diag.Say("delivers only the total of %s, which is computed", dimension),
			diag.Say("let the total be delivered, or both, in data/indicators.yaml")).NoteAt(i.ID.Span, diag.Say("the indicator")))
	}
}

// sharedDimension checks that a dimension column means the same for all
// indicators: a cell is one code of one list.
func (c *checker) sharedDimension(k *Contract, first, i *Indicator, column *Column) {
	dimension := column.Dimension
	list, ok := i.Dimensions.Get(dimension.Value)
	if !ok {
		if dimension.Value != "" {
			c.out.Add(diag.UnknownID(dimension.Span, "dimension", dimension.Value, i.DimensionIDs()).
				NoteAt(i.ID.Span, diag.Say("%s is in this dataset and has no such dimension; a dataset has one set of dimensions", i.ID.Value)))
		}
		return
	}
	if other, ok := first.Dimensions.Get(dimension.Value); ok && other.Value != list.Value {
		c.out.Add(diag.Columns(dimension.Span, k.ID.Value,
			diag.Say("gives %s by the list %s for %s and by %s for %s", dimension.Value, other.Value, first.ID.Value, list.Value, i.ID.Value),
			diag.Say("use one code list, or two datasets")))
	}
}

func firstWith(indicators []*Indicator, dimension string) int {
	return slices.IndexFunc(indicators, func(i *Indicator) bool { return i.Position(dimension) >= 0 })
}

func dimensionsOf(indicators []*Indicator) []string {
	var ids []string
	for _, i := range indicators {
		for _, id := range i.DimensionIDs() {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// listOf is the code list of a dimension in the first indicator that has it.
func (c *checker) listOf(indicators []*Indicator, dimension source.At[string]) (*CodeList, bool) {
	if n := firstWith(indicators, dimension.Value); n >= 0 {
		return c.DimensionList(indicators[n], dimension.Value)
	}
	if len(indicators) > 0 && dimension.Value != "" {
		c.out.Add(diag.UnknownID(dimension.Span, "dimension", dimension.Value, dimensionsOf(indicators)))
	}
	return nil, false
}

// expect checks the codes that every period must have.
func (c *checker) expect(k *Contract, indicators []*Indicator) {
	if len(k.Expect.Entries) == 0 {
		if k.Absent.IsSet() {
			c.out.Add(diag.Setting(k.Absent.Span, "absent", k.Absent.Value, diag.Say("it is about expected rows: list them under `expect:`")))
		}
		return
	}
	for _, e := range k.Expect.Entries {
		list, ok := c.listOf(indicators, e.Key)
		if !ok {
			continue
		}
		for _, code := range e.Value {
			c.code(list, code)
		}
		if k.DimensionOf(e.Key.Value) == nil {
			c.out.Add(diag.Columns(e.Key.Span, k.ID.Value, diag.Say("expects codes of %s, which no column gives", e.Key.Value), diag.Say("name a dimension that a column gives; a fixed code is always there")))
		}
		if len(e.Value) == 0 {
			c.out.Add(diag.SettingEmptyFor(e.Key.Span, "expect", e.Key.Value, diag.Say("list the codes that every period must have")))
		}
	}
}

func (c *checker) parts(k *Contract, p *PartsCheck, indicators []*Indicator) {
	if p.Tolerance < 0 {
		c.out.Add(diag.Setting(p.Dimension.Span, "tolerance", p.Tolerance.String(), diag.Say("a tolerance is 0 or more")))
	}
	list, ok := c.listOf(indicators, p.Dimension)
	if !ok {
		return
	}
	if k.DimensionOf(p.Dimension.Value) == nil {
		c.out.Add(diag.Columns(p.Dimension.Span, k.ID.Value, diag.Say("checks parts over %s, which no column gives", p.Dimension.Value), diag.Say("parts and their total stand in one file: name a dimension that has a column")))
	}
	whole, wholeKnown := list.Code(list.Total.Value)
	if p.Total.IsSet() {
		whole, wholeKnown = c.code(list, p.Total)
	}
	for n, part := range p.Parts {
		found, ok := c.code(list, part)
		if ok && wholeKnown && found == whole {
			c.out.Add(diag.Setting(part.Span, "parts", diag.Quote(part.Value), diag.Say("the whole is not one of its parts")))
		}
		if slices.ContainsFunc(p.Parts[:n], func(other source.At[string]) bool { return other.Value == part.Value }) {
			c.out.Add(diag.SettingTwice(part.Span, "parts", part.Value, diag.Say("name each part once")))
		}
	}
}

// marks checks what the supplier writes for a value that it hides. A mark that
// is a number would hide every value equal to it.
func (c *checker) marks(k *Contract) {
	for _, m := range k.HiddenMarks {
		if _, err := number.Parse(m.Value); err == nil || strings.TrimSpace(m.Value) == "" {
			c.out.Add(diag.Setting(m.Span, "hidden_marks", diag.Quote(m.Value), diag.Say("write what stands in place of a hidden number, such as <5")))
		}
	}
}

func (c *checker) dialect(k *Contract) {
	d := k.Dialect
	if d.Decimal.IsSet() && d.Decimal.Value == d.Thousands.Value {
		c.out.Add(diag.Setting(d.Thousands.Span, "thousands", diag.Quote(d.Thousands.Value), diag.Say("one sign cannot be both: correct it here or at `decimal`")).
			NoteAt(d.Decimal.Span, diag.Say("the decimal sign")))
	}
}

func (c *checker) disclosure(k *Contract, indicators []*Indicator) {
	d := k.Disclosure
	if d == nil {
		return
	}
	if d.Threshold.Value < 1 {
		c.out.Add(diag.Setting(d.Threshold.Span, "threshold", fmt.Sprint(d.Threshold.Value), diag.Say("write the smallest count that may be published, such as 5; without protection leave `disclosure` out")))
	}
	c.listOf(indicators, d.Finest)
}
