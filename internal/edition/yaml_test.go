package edition_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"ronde/internal/edition"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// hostile are texts that YAML could read as something else.
var hostile = []string{
	"plain", "", " ", "a b", "no", "~", "null", "2022-07", "2022-07-25", "0123", "1e5", "-", "- x", "# x", "a #b", "a: b", ":", "?", "'", `"`, `\`,
	"line\nline\n", "\ttab", "é “€”\u00a0", "\u2028", "\ufeff", "\u0085", "\x00", "{a}", "[b]", "*x", "&x", "!x", "|", ">", "%", "@", "`", "---\n", "ronde: 1", strings.Repeat("0", 64),
}

// fill sets every field that a sealed file has: any number of items, any text.
func fill(r *rand.Rand, v reflect.Value, field reflect.StructField) {
	text := func() string { return hostile[r.IntN(len(hostile))] + hostile[r.IntN(len(hostile))] }
	switch v.Interface().(type) {
	case source.Text:
		if r.IntN(4) == 0 {
			v.Set(reflect.ValueOf(source.NewText("", "x"+text())))
			return
		}
		v.Set(reflect.ValueOf(source.NewText("nl", "x"+text(), "no", text()+"x")))
		return
	case period.Period:
		v.Set(reflect.ValueOf(period.MonthOf(2000+r.IntN(99), 1+r.IntN(12))))
		return
	case period.Date:
		v.Set(reflect.ValueOf(period.NewDate(2022, 1, 1+r.IntN(999))))
		return
	case number.Decimal:
		v.Set(reflect.ValueOf(number.Decimal(r.Int64N(2_000_000_000) - 1_000_000_000)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Anonymous || f.Tag.Get("key") != "" {
				fill(r, v.Field(i), f)
			}
		}
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), field)
		}
	case reflect.Slice:
		items := reflect.MakeSlice(v.Type(), r.IntN(3), 3)
		for i := range items.Len() {
			fill(r, items.Index(i), field)
		}
		v.Set(items)
	case reflect.String:
		v.SetString(text())
		if words := field.Tag.Get("enum"); words != "" {
			all := strings.Split(words, "|")
			v.SetString(all[r.IntN(len(all))])
		}
	case reflect.Int:
		v.SetInt(int64(r.IntN(100)))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		panic(fmt.Sprintf("a sealed file holds a %s", v.Type()))
	}
}

func random[T any](r *rand.Rand) (value T) {
	fill(r, reflect.ValueOf(&value).Elem(), reflect.StructField{})
	return value
}

// Every sealed file is read back as it was written, whatever stands in it.
func TestSealedFilesAreReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 150 {
		sourcetest.ReadAgain(t, random[seal.ManifestFile](r), true)
		sourcetest.ReadAgain(t, random[seal.Inputs](r), true)
		sourcetest.ReadAgain(t, random[edition.Words](r), true)
		sourcetest.ReadAgain(t, random[edition.Figure](r), true)
		sourcetest.ReadAgain(t, random[edition.Text](r), true)
		if t.Failed() {
			return
		}
	}
}
