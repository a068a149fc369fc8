package drop

import (
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// What is written in a form has that form, and is read as what it was.
func TestWritePeriod(t *testing.T) {
	for _, form := range []dateForm{otherISO, isoDay, slashDay, hyphenDay, pointDay, slashMonth, yearSlash} {
		dialect := codebook.Dialect{Dates: source.At[string]{Value: string(form)}}
		for _, text := range []string{"2022-07", "2022-02-09", "2022-Q3", "2022"} {
			p, err := period.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			written := WritePeriod(p, dialect)
			cut, ok := cutDate(written)
			read, valid := cut.read()
			if !ok || !valid || read != p {
				t.Errorf("%s in the form %q is %q, which is read as %s", p, form, written, read)
			}
			if form != otherISO && form.kind() == p.Kind() && cut.form != form {
				t.Errorf("%s in the form %q is %q, which has the form %q", p, form, written, cut.form)
			}
		}
	}
}
