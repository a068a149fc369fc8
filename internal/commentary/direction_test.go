package commentary

import (
	"testing"

	"ronde/internal/number"
)

func TestBeside(t *testing.T) {
	for _, c := range []struct {
		form        Form
		before, now int64
		want        Form
	}{
		{Unsigned, -48, -12, Unsigned}, {Unsigned, 48, 0, Unsigned}, {Unsigned, -48, 12, Change}, {UnsignedPercent, 48, -12, ChangePercent},
		{Change, -48, 12, Change}, {ChangePercent, 48, 12, ChangePercent},
	} {
		if got := c.form.Beside(number.Decimal(c.before), number.Decimal(c.now)); got != c.want {
			t.Errorf("%s beside %d, now %d: %s, want %s", c.form, c.before, c.now, got, c.want)
		}
	}
}
