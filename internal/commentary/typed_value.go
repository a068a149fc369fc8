package commentary

import (
	"regexp"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// A number that is typed by hand is mostly one that the data hold. Of the values of the
// round those that read alike are named with the reference to paste; more than mostAlike are
// a coincidence, as many small counts are the same.
const mostAlike = 3

// mostLooked bounds the values that are looked at: a hint is not worth a slow check.
const mostLooked = 20000

// A roundValue is a value of the round and the reference that prints it.
type roundValue struct {
	key       observation.Key
	reference string
	printed   string
	percent   bool
}

// checkTyped says of the numbers typed by hand in a document which values they are.
func (b *Binder) checkTyped(d *Document) {
	if len(d.typedAt) == 0 || b.Round.IsZero() {
		return
	}
	if b.values == nil {
		b.values = b.roundValues()
	}
	for _, r := range d.typedAt {
		text := d.Source[r[0]:r[1]]
		var alike []roundValue
		readings, percent := typedReadings(text)
		for _, reading := range readings {
			for _, v := range b.values[reading] {
				if v.percent || !percent {
					alike = append(alike, v)
				}
			}
		}
		if len(alike) == 0 || len(alike) > mostAlike {
			continue
		}
		references, values := make([]string, len(alike)), make([]diag.Phrase, len(alike))
		for i, v := range alike {
			references[i], values[i] = v.reference, diag.Say("%s is %s", v.key.String(), v.printed)
		}
		b.out.Add(diag.TypedValue(d.at(r[0], r[1]), text, references, values))
	}
}

var (
	grouped = regexp.MustCompile(`^[0-9]{1,3}(?:[.,][0-9]{3})+$`)
	decimal = regexp.MustCompile(`^(?:[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)[.,][0-9]+$`)
	noPoint = strings.NewReplacer(".", "", ",", "")
	noSpace = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "")
)

// typedReadings gives the numbers that a text may stand for, whichever sign its language has
// for decimals, and whether it is a percentage.
func typedReadings(text string) (readings []number.Decimal, percent bool) {
	end := strings.LastIndexAny(text, "0123456789") + 1
	switch unit := strings.TrimSpace(text[end:]); {
	case unit == "":
	case strings.HasSuffix(unit, "%"), strings.HasSuffix(unit, "cent"), strings.HasSuffix(unit, "Prozent"):
		percent = true
	default:
		return nil, false
	}
	digits := noSpace.Replace(text[:end])
	add := func(written string) {
		if n, err := number.Parse(written); err == nil && !slices.Contains(readings, n) {
			readings = append(readings, n)
		}
	}
	if !decimal.MatchString(digits) {
		add(digits)
		return readings, percent
	}
	if grouped.MatchString(digits) {
		add(noPoint.Replace(digits))
	}
	last := strings.LastIndexAny(digits, ".,")
	add(noPoint.Replace(digits[:last]) + "." + digits[last+1:])
	return readings, percent
}

// roundValues are the values of the round by the number that is printed: totals first, then
// in the order of the codebook.
func (b *Binder) roundValues() map[number.Decimal][]roundValue {
	delivered := map[string][]observation.Codes{}
	for _, s := range b.Table.Observations().AllSeries() {
		delivered[s.Indicator] = append(delivered[s.Indicator], s.Codes)
	}
	values := map[number.Decimal][]roundValue{}
	looked := 0
	for n := range b.Book.Indicators {
		i := &b.Book.Indicators[n]
		total := b.Book.TotalCodes(i)
		for _, codes := range append([]observation.Codes{total}, b.breakdowns(i, delivered)...) {
			if looked++; looked > mostLooked {
				return values
			}
			key := observation.Key{Series: observation.Series{Indicator: i.ID.Value, Codes: codes}, Period: b.Round}
			if v := b.Table.At(key); v.State == derive.Known && !v.Qualifier.Bound() {
				printed := v.Number.Round(i.Decimals)
				values[printed] = append(values[printed], b.roundValue(i, key, v))
			}
		}
	}
	return values
}

// breakdowns are the codes that were delivered of an indicator, or of what it is derived
// from, apart from the total.
func (b *Binder) breakdowns(i *codebook.Indicator, delivered map[string][]observation.Codes) []observation.Codes {
	of := i
	if i.Derived != nil {
		part, ok := b.Book.Indicator(i.MainPart())
		if !ok || !slices.Equal(part.DimensionIDs(), i.DimensionIDs()) {
			return nil
		}
		of = part
	}
	total := b.Book.TotalCodes(i)
	return slices.DeleteFunc(slices.Clone(delivered[of.ID.Value]), func(codes observation.Codes) bool { return codes == total })
}

func (b *Binder) roundValue(i *codebook.Indicator, key observation.Key, v derive.Value) roundValue {
	reference := "{{" + key.Indicator
	codes := key.Codes.Split()
	for n, list := range b.Book.Lists(i) {
		if codes[n] != list.Total.Value {
			reference += " " + i.DimensionIDs()[n] + "=" + codes[n]
		}
	}
	return roundValue{key: key, reference: reference + "}}", printed: b.shown(v), percent: b.Book.UnitOf(i).Percent}
}
