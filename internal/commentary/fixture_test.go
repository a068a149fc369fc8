package commentary

import (
	"strings"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// indicators of the tests. The round is July 2022.
const indicators = `
  - {id: attestations, name: Attesten van bescherming, definition: D, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: registered, name: Ingeschrevenen, definition: D, unit: persons, measure: stock, dimensions: {geo: geo}}
  - {id: referrals, name: Verwijzingen, definition: D, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: women, name: Vrouwen, definition: D, unit: percent, decimals: 1, measure: share, base: allen, dimensions: {geo: geo}}
  - {id: jobseekers, name: Werkzoekenden, definition: D, unit: persons, measure: stock, dimensions: {geo: geo, sex: sex}}
  - {id: balance, name: Saldo, definition: D, unit: rate, decimals: 2, measure: flow, dimensions: {geo: geo}}
  - {id: visits, name: Bezoeken, definition: D, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: places, name: Plaatsen, definition: D, unit: persons, measure: stock, dimensions: {geo: geo}, totals: {geo: {how: computed, level: region}}}
`

const observations = `
attestations BE 2022-03 4000
attestations BE 2022-04 3500
attestations BE 2022-05 3000
attestations BE 2022-06 3111
attestations BE 2022-07 3156
attestations BE 2021-07 12
attestations BE-VLG 2022-06 - Q
attestations BE-VLG 2022-07 1200
attestations BE-WAL 2022-05 20
attestations BE-WAL 2022-07 25
attestations BE-BRU 2022-06 100
attestations BE-BRU 2022-07 - O
attestations BE-WLG 2022-07 - M
registered BE 2022-06-27 60000
registered BE 2022-07-25 >65000
referrals BE 2022-06 900
referrals BE 2022-07 ~900
referrals BE-VLG 2022-07 0
referrals BE-WAL 2022-06 <5
referrals BE-WAL 2022-07 12
women BE 2022-06 60.5
women BE 2022-07 55.5
jobseekers BE-VLG._T 2022-06-01 450
jobseekers BE-VLG._T 2022-07-01 500
jobseekers BE-VLG.F 2022-07-01 300
balance BE 2022-06 1
balance BE 2022-07 -1.5
visits BE 2022-04 >10
visits BE 2022-05 8
visits BE 2022-07 9
places BE-VLG 2022-07 10
places BE-WAL 2022-07 20
`

type fixture struct {
	book  *codebook.Codebook
	table *derive.Table
	first *derive.Table
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	files := map[string]string{
		"data/events.yaml": `ronde: 1
events:
  - {id: recount, date: 2022-07-01, kind: break, label: Telling, indicators: [jobseekers]}
  - {id: visits-again, date: 2022-05-01, kind: break, label: Telling, indicators: [balance], where: {geo: BE-VLG}}
`,
	}
	for _, indicator := range []string{"attestations", "registered", "referrals", "women", "jobseekers", "balance", "visits", "places"} {
		dimensions := []string{"geo"}
		if indicator == "jobseekers" {
			dimensions = append(dimensions, "sex")
		}
		path, content := cubetest.Contract(indicator, "a", indicator, dimensions)
		files[path] = content
	}
	f := &fixture{book: cubetest.Book(t, indicators, files)}
	f.table = f.of(t, "2022-07", observations)
	f.first = f.of(t, "2022-06", "attestations BE 2022-07 3159\n")
	return f
}

// of makes the table of public observations that drops of one round brought.
func (f *fixture) of(t testing.TB, round, lines string) *derive.Table {
	t.Helper()
	var rows []seal.Row
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		o := cubetest.Observation(t, strings.TrimSpace(line))
		id, err := drop.ParseID(round + "/a/" + o.Indicator)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, seal.Row{Dataset: o.Indicator, Observation: o, Drop: id, Received: id.Round.End()})
	}
	return derive.New(f.book, disclose.FromSealed(f.book, cubetest.Sealed(t, rows...)))
}

func (f *fixture) binder(language string, releasing bool, out *diag.List) *Binder {
	words, _ := locale.For(language)
	kind := diag.OfDraft
	if releasing {
		kind = diag.OfRelease
	}
	b := NewBinder(Binding{
		Book: f.book, Table: f.table, Round: period.MonthOf(2022, 7), Locale: words, Languages: []string{"en"}, Kind: kind,
		First: func(key observation.Key) derive.Value {
			if v := f.first.At(key); v.State == derive.Known {
				return v
			}
			return f.table.At(key)
		},
	}, out)
	b.Title("month", "Attesten per maand")
	return b
}

// show is what a user reads of findings in a text.
func show(t *testing.T, text string, out *diag.List) string {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	var b strings.Builder
	err := diag.WriteText(&b, out.Sorted(), func(name string, line int) (string, bool) {
		if name != file || line < 1 || line > len(lines) {
			return "", false
		}
		return lines[line-1], true
	}, diag.TextOptions{Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func series(indicator, codes string) observation.Series {
	return observation.Series{Indicator: indicator, Codes: observation.Codes(codes)}
}
