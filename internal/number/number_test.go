package number

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parse(t *testing.T, text string) Decimal {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want Decimal
		err  error
	}{
		{"0", 0, nil},
		{"-0", 0, nil},
		{"-0.000", 0, nil},
		{"3159", 3_159_000_000, nil},
		{"2.28", 2_280_000, nil},
		{"-0.5", -500_000, nil},
		{"0.000001", 1, nil},
		{"007", 7_000_000, nil},
		{"0000000000000000000000001", 1_000_000, nil},
		{"1.50000000000000000000000", 1_500_000, nil},
		{"999999999999.999999", limit - 1, nil},
		{"-999999999999.999999", 1 - limit, nil},
		{"1000000000000", 0, ErrRange},
		{"-1000000000000", 0, ErrRange},
		{"0.0000001", 0, ErrRange},
		{"99999999999999999999999999", 0, ErrRange},
		{"", 0, ErrSyntax},
		{"-", 0, ErrSyntax},
		{"--1", 0, ErrSyntax},
		{"+1", 0, ErrSyntax},
		{"−1", 0, ErrSyntax}, // U+2212
		{".5", 0, ErrSyntax},
		{"5.", 0, ErrSyntax},
		{".", 0, ErrSyntax},
		{"1.2.3", 0, ErrSyntax},
		{"1,5", 0, ErrSyntax},
		{"1 185", 0, ErrSyntax},
		{" 1", 0, ErrSyntax},
		{"1\n", 0, ErrSyntax},
		{"1e3", 0, ErrSyntax},
		{"0x10", 0, ErrSyntax},
		{"1_000", 0, ErrSyntax},
		{"٣", 0, ErrSyntax}, // a digit, but not one of ours
		{"NaN", 0, ErrSyntax},
		{"\x00", 0, ErrSyntax},
		{"1\xff", 0, ErrSyntax},
	} {
		got, err := Parse(c.text)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("Parse(%q) = %d, %v; want %d, %v", c.text, got, err, c.want, c.err)
		}
	}
}

func TestFromInt(t *testing.T) {
	for _, c := range []struct {
		n   int64
		ok  bool
		txt string
	}{
		{0, true, "0"},
		{-45, true, "-45"},
		{999_999_999_999, true, "999999999999"},
		{-999_999_999_999, true, "-999999999999"},
		{1_000_000_000_000, false, "0"},
		{-1_000_000_000_000, false, "0"},
		{math.MaxInt64, false, "0"},
		{math.MinInt64, false, "0"},
	} {
		d, err := FromInt(c.n)
		if (err == nil) != c.ok || d.String() != c.txt {
			t.Errorf("FromInt(%d) = %s, %v", c.n, d, err)
		}
	}
}

func TestString(t *testing.T) {
	got := map[Decimal]string{}
	want := map[Decimal]string{
		0:             "0",
		1:             "0.000001",
		-1:            "-0.000001",
		-500_000:      "-0.5",
		2_280_000:     "2.28",
		10_050_000:    "10.05",
		3_159_000_000: "3159",
		math.MaxInt64: "9223372036854.775807",
		math.MinInt64: "-9223372036854.775808",
	}
	for d := range want {
		got[d] = d.String()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("String (-want +got):\n%s", diff)
	}
	if s := string(Decimal(2_280_000).Append([]byte("x;"))); s != "x;2.28" {
		t.Errorf("Append gave %q", s)
	}
}

func TestDigitsAfterThePoint(t *testing.T) {
	for text, want := range map[string]int{"0": 0, "100": 0, "1.5": 1, "-1.05": 2, "0.000001": 6, "12.340": 2} {
		d := parse(t, text)
		if got := d.Decimals(); got != want {
			t.Errorf("(%s).Decimals() = %d, want %d", text, got, want)
		}
		if got := d.Whole(); got != (want == 0) {
			t.Errorf("(%s).Whole() = %v", text, got)
		}
	}
}

func TestAbs(t *testing.T) {
	for d, want := range map[Decimal]Decimal{0: 0, 5: 5, -5: 5, math.MaxInt64: math.MaxInt64, -math.MaxInt64: math.MaxInt64} {
		if got := d.Abs(); got != want {
			t.Errorf("(%d).Abs() = %d", d, got)
		}
	}
}

// TestRound also covers sums near the ends of the range, where the multiple
// further from zero does not exist.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		d      Decimal
		places int
		want   Decimal
	}{
		{500_000, 0, 1_000_000},
		{-500_000, 0, -1_000_000},
		{499_999, 0, 0},
		{-499_999, 0, 0},
		{1_500_000, 0, 2_000_000},
		{2_500_000, 0, 3_000_000},
		{1_250_000, 1, 1_300_000},
		{-1_250_000, 1, -1_300_000},
		{1_249_999, 1, 1_200_000},
		{1_234_567, 5, 1_234_570},
		{1_234_567, 6, 1_234_567},
		{1_234_567, 9, 1_234_567},
		{1_500_000, -3, 2_000_000},
		{math.MaxInt64, 6, math.MaxInt64},
		{math.MaxInt64, 0, 9_223_372_036_854_000_000},
		{math.MinInt64, 0, -9_223_372_036_854_000_000},
	} {
		if got := c.d.Round(c.places); got != c.want {
			t.Errorf("(%d).Round(%d) = %d, want %d", c.d, c.places, got, c.want)
		}
	}
}

func TestAddSub(t *testing.T) {
	const most, least = Decimal(math.MaxInt64), Decimal(math.MinInt64)
	for _, c := range []struct {
		d, e        Decimal
		sum, differ bool
	}{
		{0, 0, true, true},
		{most, 0, true, true},
		{most, 1, false, true},
		{most, -1, true, false},
		{-most, 1, true, false},
		{-most, -1, false, true}, // −2^63 would have no opposite
		{least, 0, false, false},
		{least, 1, true, false},
		{least, -1, false, true},
		{-1, least, false, true}, // −1 − least is the largest Decimal
		{0, least, false, false},
		{most, least, true, false},
		{least, least, false, true},
		{most, most, false, true},
	} {
		if _, ok := c.d.Add(c.e); ok != c.sum {
			t.Errorf("(%d).Add(%d): ok = %v", c.d, c.e, ok)
		}
		if _, ok := c.d.Sub(c.e); ok != c.differ {
			t.Errorf("(%d).Sub(%d): ok = %v", c.d, c.e, ok)
		}
	}
}

func TestQuotient(t *testing.T) {
	for _, c := range []struct {
		d       string
		factor  int64
		divisor string
		places  int
		want    string // "" when ok is false
	}{
		{"-45", 100, "3156", 1, "-1.4"},
		{"1", 1, "3", 6, "0.333333"},
		{"2", 1, "3", 6, "0.666667"},
		{"1", 1, "2", 0, "1"},
		{"-1", 1, "2", 0, "-1"},
		{"1", -1, "2", 0, "-1"},
		{"-1", -1, "-2", 0, "-1"},
		{"1", 1, "2", -4, "1"},
		{"1", 1, "3", 20, "0.333333"},
		{"0", 100, "7", 2, "0"},
		{"0", math.MaxInt64, "7", 6, "0"},
		{"5", 100, "0", 1, ""},
		{"0", 100, "0", 1, ""},
		{"999999999999", 100, "0.000001", 1, ""},
		{"145295143.558111", 253_921, "0.000002", 0, ""}, // the quotient is one half below 2^64
		{"9223372036.854775", 1000, "1", 6, "9223372036854.775"},
	} {
		got, ok := parse(t, c.d).Quotient(c.factor, parse(t, c.divisor), c.places)
		if ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("(%s).Quotient(%d, %s, %d) = %s, %v; want %q", c.d, c.factor, c.divisor, c.places, got, ok, c.want)
		}
	}
}

// samples gives decimals of every magnitude, with the ends of the range and
// with values that lie halfway between two roundings.
func samples(seed uint64, n int) []Decimal {
	r := rand.New(rand.NewPCG(seed, 1))
	out := []Decimal{0, 1, -1, math.MaxInt64, math.MinInt64, limit - 1, 1 - limit, 500_000, -500_000}
	for range n {
		d := Decimal(r.Uint64() >> r.IntN(64))
		if r.IntN(2) == 0 {
			d = -d
		}
		out = append(out, d, d/1_000_000*1_000_000+500_000)
	}
	return out
}

func TestStringAndParseAreInverse(t *testing.T) {
	for _, d := range samples(1, 2000) {
		text := d.String()
		got, err := Parse(text)
		if d <= -limit || d >= limit {
			if !errors.Is(err, ErrRange) {
				t.Errorf("Parse(%q) = %v, %v; want ErrRange", text, got, err)
			}
			continue
		}
		if err != nil || got != d {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, d)
		}
	}
}

func fits(n *big.Int) bool { return n.IsInt64() && n.Int64() != math.MinInt64 }

func TestSumsAgreeWithBigIntegers(t *testing.T) {
	a, b := samples(2, 2000), samples(3, 2000)
	for i := range a {
		x, y := big.NewInt(int64(a[i])), big.NewInt(int64(b[len(b)-1-i]))
		sum, ok := a[i].Add(b[len(b)-1-i])
		if want := new(big.Int).Add(x, y); ok != fits(want) || ok && int64(sum) != want.Int64() {
			t.Errorf("%v + %v = %d, %v", x, y, sum, ok)
		}
		difference, ok := a[i].Sub(b[len(b)-1-i])
		if want := new(big.Int).Sub(x, y); ok != fits(want) || ok && int64(difference) != want.Int64() {
			t.Errorf("%v − %v = %d, %v", x, y, difference, ok)
		}
	}
}

// exactQuotient computes Quotient with rational numbers; nil when the result
// has no Decimal.
func exactQuotient(d Decimal, factor int64, divisor Decimal, places int) *Decimal {
	if divisor == 0 {
		return nil
	}
	places = min(max(places, 0), Places)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	q := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(int64(d)), big.NewInt(factor)), big.NewInt(int64(divisor)))
	q.Mul(q, new(big.Rat).SetInt(power))
	negative := q.Sign() < 0
	q.Abs(q).Add(q, big.NewRat(1, 2))
	n := new(big.Int).Quo(q.Num(), q.Denom())
	n.Mul(n, new(big.Int).Quo(big.NewInt(scale), power))
	if !n.IsInt64() {
		return nil
	}
	result := Decimal(n.Int64())
	if negative {
		result = -result
	}
	return &result
}

func TestQuotientAgreesWithRationals(t *testing.T) {
	a, b := samples(4, 1000), samples(5, 1000)
	r := rand.New(rand.NewPCG(6, 1))
	for i, d := range a {
		divisor := b[len(b)-1-i]
		factor := []int64{1, -1, 100, 1000, 253_921, 1_000_000, 10_000_000_000_000}[r.IntN(7)]
		places := r.IntN(Places+3) - 1
		want := exactQuotient(d, factor, divisor, places)
		got, ok := d.Quotient(factor, divisor, places)
		if ok != (want != nil) || ok && got != *want {
			t.Errorf("(%d).Quotient(%d, %d, %d) = %d, %v", d, factor, divisor, places, got, ok)
		}
	}
}

func TestRoundAgreesWithQuotient(t *testing.T) {
	for _, d := range samples(7, 1000) {
		for places := range Places + 1 {
			if want, ok := d.Quotient(1, scale, places); ok && d.Round(places) != want {
				t.Errorf("(%d).Round(%d) = %d, want %d", d, places, d.Round(places), want)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "0", "-0", "3159", "-0.5", "2.28", "0.000001", "0.0000001", "999999999999.999999",
		"1000000000000", "1.185", "1,185", "1.2.3", "−5", "1e9", "٣", strings.Repeat("0", 40) + "1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			if d != 0 || !errors.Is(err, ErrSyntax) && !errors.Is(err, ErrRange) {
				t.Fatalf("Parse(%q) = %d, %v", text, d, err)
			}
			return
		}
		if d <= -limit || d >= limit {
			t.Fatalf("Parse(%q) = %d, out of range", text, d)
		}
		want, ok := new(big.Rat).SetString(text)
		if !ok || want.Cmp(big.NewRat(int64(d), scale)) != 0 {
			t.Fatalf("Parse(%q) = %s", text, d)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("Parse(%q) = %d, %v; want %d", d.String(), again, err, d)
		}
	})
}

func FuzzQuotient(f *testing.F) {
	f.Add(int64(-45_000_000), int64(100), int64(3_156_000_000), 1)
	f.Add(int64(145_295_143_558_111), int64(253_921), int64(2), 0)
	f.Add(int64(math.MinInt64), int64(-1), int64(math.MinInt64), 6)
	f.Add(int64(0), int64(math.MaxInt64), int64(1), 6)
	f.Fuzz(func(t *testing.T, d, factor, divisor int64, places int) {
		got, ok := Decimal(d).Quotient(factor, Decimal(divisor), places)
		want := exactQuotient(Decimal(d), factor, Decimal(divisor), places)
		if ok && (want == nil || got != *want) {
			t.Fatalf("(%d).Quotient(%d, %d, %d) = %d", d, factor, divisor, places, got)
		}
		if !ok && want != nil && factor > -maxFactor && factor < maxFactor {
			t.Fatalf("(%d).Quotient(%d, %d, %d) is refused, want %d", d, factor, divisor, places, *want)
		}
	})
}

const maxFactor = 10_000_000_000_000
