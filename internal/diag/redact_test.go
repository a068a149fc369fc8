package diag

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMask(t *testing.T) {
	m := mask{below: 12}
	for _, test := range []struct{ text, want string }{
		{`"7"`, `"▒"`}, {"11", "▒▒"}, {"12", "12"}, {"0", "0"}, {"007", "▒▒▒"}, {"7.0", "▒.0"},
		{"7.5", "7.5"}, {"1.185", "1.185"}, {"4,120", "4,120"}, {"-7", "-▒"}, {"(7)", "(▒)"}, {"<5", "<▒"}, {"7p", "▒p"}, {"7 %", "▒ %"}, {"7*", "▒*"},
		{"100 + 3 − 5", "100 + ▒ − ▒"}, {"2022-07: 7 (2022-07/dvz/x.2), 8", "2022-07: ▒ (2022-07/dvz/x.2), ▒"},
		{"2022", "2022"}, {"2022-07", "2022-07"}, {"2022-Q3", "2022-Q3"}, {"2022-07-05", "2022-07-05"}, {"5/7/2022", "5/7/2022"},
		{"BE-5", "BE-5"}, {"C7", "C7"}, {"2022-07@1", "2022-07@1"}, {"editions/1", "editions/1"},
		{"referrals 5.F 2022-07", "referrals 5.F 2022-07"}, {"referrals BE-VLG 2022-03-10/2022-08-01", "referrals BE-VLG 2022-03-10/2022-08-01"},
		{"month, area, 7", "month, area, ▒"}, {"", ""},
	} {
		if got := m.text(test.text); got != test.want {
			t.Errorf("%s becomes %s, want %s", test.text, got, test.want)
		}
	}
	for _, test := range []struct{ row, want string }{
		{"2022-07-05;BE;3;120", "2022-07-05;BE;▒;120"}, {`2022-07,BE,"4,5",7`, `2022-07,BE,"▒,▒",▒`}, {"2022-07\tBE\t5", "2022-07\tBE\t▒"},
	} {
		if got := m.row(test.row); got != test.want {
			t.Errorf("%s becomes %s, want %s", test.row, got, test.want)
		}
	}
}

func TestRedactedFindings(t *testing.T) {
	nl := Language{"nl", map[string]string{"%s was %s and is now %s, %d times": "%[4]d keer was %[1]s %[2]s en nu %[3]s"}}
	drop := Span{File: "data/drops/2022-07/a/b.csv", Line: 7, Column: 5, End: 6, Cell: "C7"}
	found := []Diagnostic{
		warning("revision", drop, Say("%s was %s and is now %s, %d times", "x BE 2022-07", Say("%s", "3"), "4", 5), cellHint(drop, Say("Write %s", "6"))).
			NoteAt(drop, Say("the value %s", "8")).About("x BE 2022-07"),
		fault("setting", Span{File: "data/indicators.yaml", Line: 3}, Say("`%s` is %s", "decimals", "7"), Phrase{}),
	}
	for all, want := range map[string]string{
		"120": "▒▒▒", "−98.5": "−▒▒.▒", "4,120": "▒,▒▒▒", "100 + 30": "▒▒▒ + ▒▒", "2022": "2022", "2022-07-05": "2022-07-05", "C7": "C7", "x BE 2022-07": "x BE 2022-07",
	} {
		if got := (mask{all: true}).text(all); got != want {
			t.Errorf("%s becomes %s, want %s", all, got, want)
		}
	}
	lookup := func(file string, line int) (string, bool) { return "2022-07,BE,9", true }
	masked, excerpt := Redact(found, lookup, 5)
	got := []string{masked[0].Title.String(), masked[0].Title.In(nl), masked[0].Hint.String(), masked[0].Notes[0].Text.String(), masked[0].Subject, masked[1].Title.String()}
	want := []string{"x BE 2022-07 was ▒ and is now ▒, 5 times", "5 keer was x BE 2022-07 ▒ en nu ▒", "cell C7. Write ▒", "the value ▒", "x BE 2022-07", "`decimals` is 7"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if found[0].Notes[0].Text.String() != "the value 8" {
		t.Error("the findings themselves are changed")
	}
	if _, none := Redact(found, nil, 5); none != nil {
		t.Error("where there are no lines, there are none to mask")
	}
	for file, want := range map[string]string{drop.File: "2022-07,BE,▒", "data/indicators.yaml": "2022-07,BE,9"} {
		if line, _ := excerpt(file, 7); line != want {
			t.Errorf("%s: %s", file, line)
		}
	}
}
