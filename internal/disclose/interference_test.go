package disclose

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/number"
)

// TestNonInterference changes what is hidden and nothing else: two tables with
// the same totals and the same sensitive months. What passes the wall, and what
// the report says, must be the same to the last byte.
func TestNonInterference(t *testing.T) {
	b := book(t)
	r := rand.New(rand.NewPCG(9, 10))
	compared := 0
	for range 60 {
		var one, other strings.Builder
		for m := range 3 {
			small := r.IntN(2) == 0
			for _, region := range []string{"BE-VLG", "BE-WAL"} {
				total := 30 + r.IntN(20)
				a := 10 + r.IntN(10)
				c := a // a published cell is the same on both sides
				if small {
					a, c = 1+r.IntN(4), 1+r.IntN(4)
				}
				for b, f := range map[*strings.Builder]int{&one: a, &other: c} {
					fmt.Fprintf(b, "persons %s._T 2022-%02d %d\npersons %s.F 2022-%02d %d\npersons %s.M 2022-%02d %d\n", region, m+1, total, region, m+1, f, region, m+1, total-f)
				}
			}
		}
		if one.String() == other.String() {
			continue
		}
		compared++
		var got [2]string
		for i, text := range []string{one.String(), other.String()} {
			public, report := Protect(b, cube.New(b, set(cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", text))))
			got[i] = fmt.Sprintf("%#v\n%+v", rowsOf(public), report)
		}
		if got[0] != got[1] {
			t.Fatal(cmp.Diff(got[0], got[1]))
		}
	}
	if compared < 20 {
		t.Errorf("only %d pairs differ", compared)
	}
}

func rowsOf(o *Observations) []any {
	var all []any
	for x := range o.Rows() {
		all = append(all, x.Row())
	}
	return all
}

// TestNothingHiddenInMemory walks through everything that observations hold,
// unexported fields included, looking for the values that are hidden.
func TestNothingHiddenInMemory(t *testing.T) {
	b := book(t)
	const flipped, small, supplier number.Decimal = 4_000_000, 3_000_000, 2_000_000
	past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30", "persons BE-VLG.F 2022-07 12")...)
	first := cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", region+"persons BE-VLG.F 2022-07 4\npersons BE-VLG.M 2022-07 3\n")
	second := cubetest.Drop(t, b, "2022-08/a/plain", "2022-09-10", "plain BE.F 2022-07 - Q")
	second.Observations[0].Value = supplier
	public, report := Protect(b, cube.New(b, set(first, second)), past)
	folded := Fold(b, past, public)
	for _, held := range []any{public, folded, public.Unpublished(b, past), report} {
		for _, v := range decimals(reflect.ValueOf(held), map[uintptr]bool{}) {
			if v == flipped || v == small || v == supplier {
				t.Errorf("%T holds %s", held, v)
			}
		}
	}
	if !strings.Contains(text(public), "persons BE-VLG.F 2022-07 - Q") {
		t.Error("the cell is not hidden:\n" + text(public))
	}
}

// decimals lists every Decimal that can be reached from a value.
func decimals(v reflect.Value, seen map[uintptr]bool) []number.Decimal {
	var all []number.Decimal
	switch v.Kind() {
	case reflect.Int64:
		if v.Type() == reflect.TypeFor[number.Decimal]() {
			all = append(all, number.Decimal(v.Int()))
		}
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			all = decimals(v.Elem(), seen)
		}
	case reflect.Interface:
		if !v.IsNil() {
			all = decimals(v.Elem(), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, decimals(v.Field(i), seen)...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			all = append(all, decimals(v.Index(i), seen)...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			all = append(all, decimals(k, seen)...)
			all = append(all, decimals(v.MapIndex(k), seen)...)
		}
	}
	return all
}
