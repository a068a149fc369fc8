package scaffold

import (
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

// exampleBook is the codebook of a new site.
func exampleBook(t testing.TB) *codebook.Codebook {
	t.Helper()
	files, err := Site(SiteLanguages(), period.MonthOf(2024, 1))
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for name, content := range files {
		site[name] = &fstest.MapFile{Data: content}
	}
	var out diag.List
	book, ok := codebook.Load(source.NewTree(site), &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	return book
}

// propose makes a proposal of a sample; ok is false when the sample shows no dataset.
func propose(book *codebook.Codebook, content []byte) (p Proposal, ok bool) {
	sample, ok := drop.ReadSample(&source.File{Path: "sample.csv", Content: content}, codebook.Dialect{}, &diag.List{})
	if !ok {
		return p, false
	}
	p, err := Dataset(DatasetRequest{ID: "sample", Organisation: "example", Book: book, Sample: sample})
	return p, err == nil
}

// guessed gives the lines of a proposal that are marked.
func guessed(content []byte) []string {
	var marked []string
	for line := range strings.Lines(string(content)) {
		if before, _, found := strings.Cut(line, " # guess: "); found {
			marked = append(marked, strings.TrimSpace(before))
		}
	}
	return marked
}

// What a file shows beyond doubt is no guess, and what it does not is one.
func TestDatasetGuesses(t *testing.T) {
	const always = "name: sample|delivers: increment|"
	book := exampleBook(t)
	for _, test := range []struct{ name, sample, want string }{
		{"one month", "month;demandes reçues\n2024-01;3\n", always + "rhythm: monthly|due: 15|from: 2024-01|indicator: requests-received|geo: BE"},
		{"a quarter", "quarter;x\n2024-Q1;3\n", always + "rhythm: quarterly|due: 15|from: \"2024-Q1\""},
		{"a week", "week;x\n2024-W05;3\n", always + "rhythm: irregular"},
		{"day or month first", "day;x\n03/04/2024;3\n", always + "rhythm: monthly|due: 15|from: 2024-04|dates: dd/mm/yyyy"},
		{"a label of the list", "month;area;x\n2024-01;Flandre;3\n", always + "rhythm: monthly|due: 15|from: 2024-01"},
		{"a label that the list lacks", "month;area;x\n2024-01;Flandre;3\n2024-01;Bruxelles;3\n2024-01;Liège;3\n", always + "rhythm: monthly|due: 15|from: 2024-01|is: dimension"},
		{"grouped or decimal", "month;x\n2024-01;1.234\n", always + `rhythm: monthly|due: 15|from: 2024-01|thousands: "."`},
		{"contrary cells", "month;x\n2024-01;\"1,5\"\n2024-02;2.5\n", "name: sample|delivers: series|due: 15|from: 2024-01|decimal: \",\""},
	} {
		p, ok := propose(book, []byte(test.sample))
		if !ok {
			t.Errorf("%s: nothing is proposed", test.name)
			continue
		}
		if got := strings.Join(guessed(p.Contract), "|"); got != test.want {
			t.Errorf("%s: marked is %s, want %s\n%s", test.name, got, test.want, p.Contract)
		}
	}
}

// Whatever a sample holds: what is proposed can be read, and has the marks that are counted.
func FuzzDataset(f *testing.F) {
	for _, seed := range []string{
		"month;area;received\n2024-01;BE;1.234\n", "area,2024-01,2024-02\nBE-VLG,<5,\"1,5\"\n", "a\tb\n01/02/2024\t>3\n",
		"month;x;\"no\nte\"\n2024;3;\"a\nb # guess: c\"\n", "\ufeffjaar;a: b;#c\n2024;1;2\n",
	} {
		f.Add([]byte(seed))
	}
	book := exampleBook(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		p, ok := propose(book, content)
		if !ok {
			return
		}
		var out diag.List
		file := &source.File{Path: "data/datasets/sample.yaml", Content: p.Contract}
		if !source.DecodeYAML(file, &codebook.Contract{}, &out) {
			t.Fatalf("%v\n%s", out.Sorted(), p.Contract)
		}
		marked := len(guessed(p.Contract))
		for _, entry := range p.Indicators {
			marked += len(guessed(entry))
			text := append([]byte("ronde: 1\nunits: []\nindicators:\n  - "), strings.ReplaceAll(strings.TrimSuffix(string(entry), "\n"), "\n", "\n    ")...)
			if !source.DecodeYAML(&source.File{Path: "data/indicators.yaml", Content: text}, &codebook.IndicatorsFile{}, &out) {
				t.Fatalf("%v\n%s", out.Sorted(), text)
			}
		}
		if marked != p.Guesses {
			t.Errorf("%d guesses are counted, and %d marked", p.Guesses, marked)
		}
	})
}

// A total that is the sum of its parts throughout the sample is proposed to be compared with
// them; where one value says otherwise, nothing is.
func TestDatasetTotals(t *testing.T) {
	book := exampleBook(t)
	const three, sum = "2024-01;BE-BRU;1\n2024-01;BE-VLG;2\n2024-01;BE-WAL;3\n", `totals: {geo: {how: both}}`
	for _, test := range []struct{ name, sample, want string }{
		{"the sum", "month;area;x\n2024-01;BE;6\n" + three, sum},
		{"the sum in labels", "month;area;x\n2024-01;Belgique;6\n" + three, sum},
		{"the sum of each month", "month;area;x\n" + three + "2024-01;BE;6\n" + strings.ReplaceAll(three, "2024-01", "2024-02") + "2024-02;BE;6\n", sum},
		{"the sum of one month alone", "month;area;x\n" + three + "2024-01;BE;6\n" + strings.ReplaceAll(three, "2024-01", "2024-02") + "2024-02;BE;7\n", ""},
		{"another number", "month;area;x\n2024-01;BE;7\n" + three, ""},
		{"a part that is missing", "month;area;x\n2024-01;BE;3\n2024-01;BE-BRU;1\n2024-01;BE-VLG;2\n", ""},
		{"a bound", "month;area;x\n2024-01;BE;>6\n" + three, ""},
		{"nothing but zero", "month;area;x\n2024-01;BE;0\n" + strings.NewReplacer(";1", ";0", ";2", ";0", ";3", ";0").Replace(three), ""},
		{"periods across", "area;2024-01;2024-02\nBE;6;60\nBE-BRU;1;10\nBE-VLG;2;20\nBE-WAL;3;30\n", sum},
		{"periods across, and not all", "area;2024-01;2024-02\nBE;6;61\nBE-BRU;1;10\nBE-VLG;2;20\nBE-WAL;3;30\n", ""},
		{"grouped thousands", "month;area;x\n2024-01;BE;6.000.000\n2024-01;BE-BRU;1.000.000\n2024-01;BE-VLG;2.000.000\n2024-01;BE-WAL;3.000.000\n", sum},
	} {
		p, ok := propose(book, []byte(test.sample))
		if !ok || len(p.Indicators) != 1 {
			t.Errorf("%s: %d indicators are proposed", test.name, len(p.Indicators))
			continue
		}
		got := ""
		for _, line := range guessed(p.Indicators[0]) {
			if strings.HasPrefix(line, "totals:") {
				got = line
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q\n%s", test.name, got, test.want, p.Indicators[0])
		}
	}
}
