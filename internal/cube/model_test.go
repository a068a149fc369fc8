package cube

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A model says with maps what the package comment says in words, one key at a time and
// without a thought for time. It knows `expect` only where all dimensions are listed.
type model struct {
	book    *codebook.Codebook
	names   *codebook.Canonical
	history map[observation.Key][]Fact
	now     map[string]map[observation.Key]Fact // by dataset
}

func modelOf(book *codebook.Codebook, drops []*drop.Drop) *model {
	m := &model{book, codebook.NewCanonical(book), map[observation.Key][]Fact{}, map[string]map[observation.Key]Fact{}}
	for _, d := range slices.SortedFunc(slices.Values(drops), drop.Compare) {
		m.take(d)
	}
	return m
}

func (m *model) take(d *drop.Drop) {
	id := d.Contract.ID.Value
	now, ok := m.now[id]
	if !ok {
		now = map[observation.Key]Fact{}
		m.now[id] = now
	}
	fact := func(key observation.Key, o Origin) Fact {
		o.Drop, o.Dataset, o.Received = d.ID, id, d.Received()
		f := Fact{&drop.Delivered{}, &o}
		f.Key, f.Reconstructed = key, d.Description.Vintage.Value == "reconstructed"
		return f
	}
	rows := map[observation.Key]Fact{}
	periods := map[period.Period]bool{}
	for _, o := range d.Observations {
		f := fact(m.names.Key(o.Key), Origin{})
		f.Value, f.HasValue, f.Status, f.Qualifier = o.Value, o.HasValue, o.Status, o.Qualifier
		if _, twice := rows[f.Key]; !twice {
			rows[f.Key] = f
		}
		periods[f.Period] = true
	}
	for _, w := range d.Withdrawn {
		if f := fact(m.names.Key(w.Key), Origin{Removed: true}); rows[f.Key].Origin == nil {
			rows[f.Key] = f
		}
	}
	said := maps.Clone(rows)
	if d.Complete {
		for p := range periods {
			if anyIn(now, p) {
				continue
			}
			for _, key := range m.expected(d.Contract, p) {
				f := fact(key, Origin{Filled: true})
				f.HasValue = d.Contract.Absent.Value == "zero"
				if !f.HasValue {
					f.Status = observation.NotDelivered
				}
				if _, there := said[key]; !there {
					rows[key] = f
				}
			}
		}
		for key, f := range now {
			_, there := said[key]
			if d.Contract.Delivers.Value == "snapshot" && periods[key.Period] && !there && !f.Removed && !f.Filled &&
				(f.Reconstructed || d.Description.Vintage.Value != "reconstructed") {
				rows[key] = fact(key, Origin{Removed: true})
			}
		}
	}
	for key, f := range rows {
		m.history[key] = append(m.history[key], f)
		if held, ok := now[key]; !ok || held.Reconstructed || !f.Reconstructed {
			now[key] = f
		}
	}
}

func anyIn(now map[observation.Key]Fact, p period.Period) bool {
	for key := range now {
		if key.Period == p {
			return true
		}
	}
	return false
}

// expected lists the keys that a contract of one indicator with geo and sex expects.
func (m *model) expected(contract *codebook.Contract, p period.Period) []observation.Key {
	var keys []observation.Key
	geo, _ := contract.Expect.Get("geo")
	sex, _ := contract.Expect.Get("sex")
	for _, g := range geo {
		for _, s := range sex {
			keys = append(keys, observation.Key{Series: observation.Series{Indicator: contract.Indicator.Value, Codes: observation.JoinCodes(g.Value, s.Value)}, Period: p})
		}
	}
	return keys
}

// text writes what is known of each key: what counts, what was ever said of it, and what
// was taken back.
func (m *model) text() string {
	var b strings.Builder
	for _, key := range slices.SortedFunc(maps.Keys(m.history), observation.Key.Compare) {
		var here []Fact
		for _, now := range m.now {
			if f, ok := now[key]; ok {
				here = append(here, f)
			}
		}
		indicator, _ := m.book.Indicator(key.Indicator)
		rank := func(f Fact) int {
			contract, _ := m.book.Contract(f.Dataset)
			return m.book.Rank(indicator, contract)
		}
		slices.SortFunc(here, func(a, b Fact) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), compareOrder(b, a)) })
		current := slices.IndexFunc(here, func(f Fact) bool { return !f.Removed })
		if current >= 0 {
			writeFact(&b, "", here[current])
		}
		for _, f := range m.history[key] {
			writeFact(&b, "\thistory ", f)
		}
		slices.SortFunc(here, compareOrder)
		for _, f := range here {
			if f.Removed {
				writeFact(&b, "\tremoved ", f)
			}
		}
	}
	return b.String()
}

// delivered gives the periods of which each dataset has said something that counts of it.
func (m *model) delivered() map[string][]period.Period {
	all := map[string][]period.Period{}
	for id, now := range m.now {
		for _, f := range now {
			if !f.Removed && !f.Filled && !slices.Contains(all[id], f.Period) {
				all[id] = append(all[id], f.Period)
			}
		}
		slices.SortFunc(all[id], period.Compare)
	}
	return all
}

// cubeText is the same of a cube, of the keys that a model knows.
func cubeText(c *Cube, m *model) string {
	var b strings.Builder
	counted, periods := 0, map[observation.Series][]period.Period{}
	for _, key := range slices.SortedFunc(maps.Keys(m.history), observation.Key.Compare) {
		if f, ok := c.Get(key); ok {
			writeFact(&b, "", f)
			counted++
			periods[key.Series] = append(periods[key.Series], key.Period)
		}
		for _, f := range c.History(key) {
			writeFact(&b, "\thistory ", f)
		}
		for _, f := range c.Removed() {
			if f.Key == key {
				writeFact(&b, "\tremoved ", f)
			}
		}
	}
	for key := range m.history {
		if !slices.Equal(c.Periods(key.Series), periods[key.Series]) {
			fmt.Fprintf(&b, "%s has the periods %s\n", key.Series, texts(c.Periods(key.Series)))
		}
	}
	var before *Fact
	for f := range c.Facts() {
		if got, _ := c.Get(f.Key); got != f || before != nil && before.Key.Compare(f.Key) >= 0 {
			fmt.Fprintf(&b, "%s is out of order\n", f.Key)
		}
		before = &f
		counted--
	}
	if counted != 0 || len(c.Removed()) != strings.Count(b.String(), "\tremoved ") {
		b.WriteString("keys that no drop speaks of\n")
	}
	return b.String()
}

func writeFact(b *strings.Builder, before string, f Fact) {
	fmt.Fprintf(b, "%s%s %s %s %s removed=%v filled=%v reconstructed=%v\n", before, f.Key, said(f), f.Status, f.Drop, f.Removed, f.Filled, f.Reconstructed)
}

// TestModel compares cubes of drops made at random, of all kinds, with the model.
func TestModel(t *testing.T) {
	files := map[string]string{}
	add := func(name, content string) { files[name] = content }
	dimensions := []string{"geo", "sex"}
	expect := "expect: {geo: [BE-VLG, BE-WAL], sex: [F, M]}"
	add(cubetest.Contract("increment", "a", "persons", dimensions))
	add(cubetest.Contract("series", "b", "persons", dimensions, "delivers: series", "absent: zero", expect))
	add(cubetest.Contract("snapshot", "c", "persons", dimensions, "delivers: snapshot", "absent: missing", expect))
	b := cubetest.Book(t, strings.Replace(indicators, "name: Persons,", "name: Persons, suppliers: [snapshot, series],", 1), files)
	contracts := []string{"a/increment", "b/series", "c/snapshot"}
	geo, sex := []string{"BE", "BE-VLG", "BE-WAL", "BE-BRU"}, []string{"._T", ".F", ".M", ""}
	periods := []string{"2022-01", "2022-02", "2022-02-03", "2022-02-28", "2022-Q1", "2022", "2021-12-31", "2022-W05", "2021-12-20/2022-02-05"}
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 1))
		var drops []*drop.Drop
		few, some := 1+r.IntN(len(periods)), 1+r.IntN(3) // of few keys one drop says what another said
		key := func() string {
			return []string{"persons ", "people "}[r.IntN(6)/5] + geo[r.IntN(1+some)] + sex[r.IntN(1+some)] + " " + periods[r.IntN(few)]
		}
		for n := range 1 + r.IntN(12) {
			var rows strings.Builder
			for range r.IntN(25) {
				fmt.Fprintf(&rows, "%s %s\n", key(), []string{"5", "6", ">7", "- Q", "0 P"}[r.IntN(5)])
			}
			id := fmt.Sprintf("2022-%02d/%s", n+1, contracts[(int(seed)+r.IntN(some))%3])
			d := cubetest.Drop(t, b, id, fmt.Sprintf("2022-%02d-%02d", r.IntN(3)+6, r.IntN(3)+1), rows.String())
			for range r.IntN(3) {
				d.Withdrawn = append(d.Withdrawn, drop.Withdrawn{Key: cubetest.Key(t, key()), Span: diag.FileSpan(d.ID.DescriptionPath())})
			}
			d.Description.Vintage.Value = []string{"", "", "", "reconstructed"}[r.IntN(4)]
			d.Complete = r.IntN(6) > 0
			drops = append(drops, d)
		}
		m := modelOf(b, drops)
		c := New(b, all(drops...))
		if diff := gocmp.Diff(m.text(), cubeText(c, m)); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		if want, got := fmt.Sprint(m.delivered()), fmt.Sprint(c.delivered); want != got {
			t.Fatalf("seed %d: delivered are %s, want %s", seed, got, want)
		}
	}
}
