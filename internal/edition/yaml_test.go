package edition_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
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

func readBack[T any](t *testing.T, want T) {
	t.Helper()
	encoded := source.EncodeYAML(want, true)
	var got T
	var out diag.List
	if !source.DecodeYAML(&source.File{Path: "a.yaml", Content: encoded}, &got, &out) {
		t.Errorf("%q", encoded)
		fail(t, out.Sorted())
	}
	if diff := cmp.Diff(want, got, asFile); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// asFile compares what a file says: also what a release adds when it closes.
var asFile = cmp.Options{asSealed[0], asSealed[1], asSealed[len(asSealed)-1]}

// Every sealed file is read back as it was written, whatever stands in it.
func TestSealedFilesAreReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 150 {
		readBack(t, random[seal.ManifestFile](r))
		readBack(t, random[seal.Inputs](r))
		readBack(t, random[edition.Words](r))
		readBack(t, random[edition.Figure](r))
		readBack(t, random[edition.Text](r))
		if t.Failed() {
			return
		}
	}
}

// FuzzOpen opens an edition one of whose files is anything at all, sealed as if
// a release had written it: findings, and never a panic.
func FuzzOpen(f *testing.F) {
	s := newSite(f, with(pictures, map[string]string{
		"content/reports/2022-07/report.nl.md": picturesText + "\n{{arrivals geo=BE-VLG}}\n",
	}))
	s.release(f, "2022-07", "2022-08-20")
	whole := files(s, "2022-07")
	var names []string
	for _, name := range []string{
		"numbers.csv", "text.nl.md", "words.en.yaml", "figures/area.yaml", "figures/area.csv", "figures/dated.yaml", "figures/dated.csv",
		"figures/map.yaml", "data/referrals.csv", "codebook/data/indicators.yaml", "codebook/data/codelists/geo.yaml", "codebook/ronde.yaml",
	} {
		if whole[name] == "" {
			f.Fatalf("there is no %s", name)
		}
		f.Add(len(names), whole[name])
		f.Add(len(names), whole[name][:len(whole[name])/2])
		names = append(names, name)
	}
	id := seal.ReleaseID{Round: month(f, "2022-07"), Number: 1}
	sealed, _ := s.open(f, id)
	f.Fuzz(func(t *testing.T, n int, content string) {
		if n < 0 || n >= len(names) {
			return
		}
		contents := map[string][]byte{}
		for name, file := range whole {
			if name != "edition.yaml" && name != "inputs.yaml" {
				contents[name] = []byte(file)
			}
		}
		contents[names[n]] = []byte(content)
		fsys := fstest.MapFS{}
		for name, file := range seal.Close(sealed.Manifest, sealed.Inputs, contents) {
			fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: file}
		}
		var out diag.List
		opened, ok := seal.Open(source.NewTree(fsys), id, &out)
		if !ok {
			return
		}
		e, ok := edition.Open(opened, edition.OpenCodebook(opened, &out), &out)
		if ok != (out.Errors() == 0) {
			t.Fatalf("ok is %v with %d errors", ok, out.Errors())
		}
		if ok && utf8.ValidString(content) {
			e.SealFiles(opened.Inputs)
			for _, figure := range e.Figures {
				want := max(len(figure.Periods), len(figure.Categories))
				for _, points := range figure.Points {
					if len(points) != want && figure.Dated == nil {
						t.Fatalf("figure %s has %d points for %d places", figure.ID, len(points), want)
					}
				}
			}
		}
	})
}
