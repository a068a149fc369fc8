package build

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// deliver writes a delivery of a round.
func (h *history) deliver(dataset string, round period.Period, received period.Date, says map[cell]said) *delivery {
	id := drop.ID{Round: round, Organisation: map[string]string{certificates: "office", referrals: "agency"}[dataset], Dataset: dataset, Delivery: 1}
	for _, d := range h.deliveries {
		if d.id.Round == round && d.id.Dataset == dataset {
			id.Delivery = max(id.Delivery, d.id.Delivery+1)
		}
	}
	d := &delivery{id: id, received: received, says: says}
	for _, r := range h.model {
		if r.kind == seal.First && r.cutoff >= received && period.Compare(r.id.Round, round) >= 0 {
			d.missed = true
		}
	}
	for name, content := range deliveryFiles(d, h.codes) {
		write(h.t, h.dir, name, content)
	}
	return d
}

// series is what the office says of the months up to a round; one may be withdrawn.
func (h *history) series(round period.Period) map[cell]said {
	says := map[cell]said{}
	months := min(1+h.r.IntN(4), slices.Index(h.rounds, round)+1)
	if months <= 0 {
		months = min(1+h.r.IntN(4), len(h.rounds)+1)
	}
	for n := range months {
		says[cell{certificates, 0, round.Next(-n)}] = said{value: 1000 + h.r.IntN(9000)}
	}
	if months > 2 && h.chance(30) {
		says[cell{certificates, 0, round.Next(-1)}] = said{removed: true}
		h.did("observation withdrawn")
	}
	return says
}

// increment is what the agency says of a month, and perhaps of one before it. Two regions
// may be hidden: one alone could be computed.
func (h *history) increment(round period.Period) map[cell]said {
	months := []period.Period{round}
	if len(h.rounds) > 0 && h.chance(30) {
		months = append(months, h.rounds[h.r.IntN(len(h.rounds))])
	}
	says := map[cell]said{}
	for _, m := range months {
		if period.Compare(m, round) > 0 {
			continue
		}
		hidden, total := h.chance(25), 0
		for place := 1; place < len(historyCodes); place++ {
			s := said{value: 100 + h.r.IntN(900)}
			if hidden && place > 1 {
				s = said{hidden: true}
				total += 2
				h.did("hidden")
			}
			total += s.value
			says[cell{referrals, place, m}] = s
		}
		says[cell{referrals, 0, m}] = said{value: total}
	}
	return says
}

// newRound delivers for the next month, and releases it.
func (h *history) newRound() {
	before := readTree(h.t, h.dir)
	round := month(h.t, "2022-07")
	if n := len(h.rounds); n > 0 {
		round = h.rounds[n-1].Next(1)
	}
	h.today = max(h.today, round.End()+9)
	made := issue{id: seal.ReleaseID{Round: round, Number: 1}, date: h.today, cutoff: h.today, kind: seal.First, text: h.word(), title: h.word(), language: h.someLanguages()}
	settings := "ronde: 1\ncutoff: " + h.today.String() + "\nlead: [certificates]\n"
	if h.chance(20) {
		made.embargo = h.today + period.Date(2+h.r.IntN(9))
		settings += "embargo: " + made.embargo.String() + "\n"
		h.did("embargo")
	}
	var fresh []*delivery
	h.changesNoNumber(func() {
		fresh = append(fresh, h.deliver(certificates, round, h.today-period.Date(h.r.IntN(6)), h.series(round)))
		fresh = append(fresh, h.deliver(referrals, round, h.today-period.Date(h.r.IntN(6)), h.increment(round)))
		write(h.t, h.dir, "content/reports/"+round.String()+"/report.yaml", settings)
		h.writeTexts(made)
	})
	for _, d := range slices.Concat(h.deliveries, fresh) {
		if d.received <= h.today {
			made.from = append(made.from, d)
		}
	}
	if h.ask("first "+round.String(), ReleaseRequest{Round: round, Date: h.today, Dated: true}, made, before) {
		h.rounds, h.deliveries = append(h.rounds, round), append(h.deliveries, fresh...)
		h.did("first")
	}
}

// someLanguages are those of a new report.
func (h *history) someLanguages() []string { return h.languages[:2+h.r.IntN(len(h.languages)-1)] }

// writeTexts writes the texts of a round with the words of an edition.
func (h *history) writeTexts(r issue) {
	dir := "content/reports/" + r.id.Round.String()
	for _, language := range r.language {
		write(h.t, h.dir, dir+"/report."+language+".md", reportText(language, r.text))
	}
	write(h.t, h.dir, dir+"/figures.yaml", ownFigures(r.title))
}

// lateDelivery delivers again for a round that is released. Nothing is released.
func (h *history) lateDelivery() {
	before := readTree(h.t, h.dir)
	round := h.rounds[h.r.IntN(len(h.rounds))]
	// It came after the cutoffs of all reports that would have had to take it, on whichever
	// day: what is committed last did not arrive last.
	cutoff := period.Date(0)
	for _, r := range h.model {
		if r.kind == seal.First && period.Compare(r.id.Round, round) >= 0 {
			cutoff = max(cutoff, r.cutoff)
		}
	}
	received := h.today - period.Date(h.r.IntN(max(1, int(h.today-cutoff))))
	if h.chance(30) { // it met the last cutoff, and was committed too late
		round = h.rounds[len(h.rounds)-1]
		received = h.model[h.model.last(round)].cutoff - period.Date(h.r.IntN(20))
	}
	var d *delivery
	if h.chance(50) {
		d = h.deliver(certificates, round, received, h.series(round))
	} else {
		d = h.deliver(referrals, round, received, h.increment(round))
	}
	h.note("delivery %s of %s", d.id, d.received)
	if found := examine(os.DirFS(h.dir)); len(found) > 0 {
		h.note("which has errors: %v", found)
		h.putBack(before)
		return
	}
	h.deliveries = append(h.deliveries, d)
	h.did("late delivery")
}

// base is the edition that a correction of a random round replaces.
func (h *history) base() int { return h.model.last(h.rounds[h.r.IntN(len(h.rounds))]) }

// next is the number of the next release of a round.
func (h *history) next(round period.Period) int {
	n := 1
	for _, r := range h.model {
		if r.id.Round == round {
			n = max(n, r.id.Number+1)
		}
	}
	return n
}

// follows is a release of a round that replaces another.
func (h *history) follows(base int, kind seal.Kind) (ReleaseRequest, issue) {
	b := h.model[base]
	request := ReleaseRequest{Round: b.id.Round, Date: h.today, Dated: true, Kind: kind, Reason: source.NewText("nl", "Daarom.", "en", "Therefore.")}
	made := issue{id: seal.ReleaseID{Round: b.id.Round, Number: h.next(b.id.Round)}, date: h.today, cutoff: b.cutoff, embargo: b.embargo, kind: kind, language: b.language}
	return request, made
}

func (h *history) correction() {
	kinds := slices.DeleteFunc(seal.Corrections(), func(k seal.Kind) bool { return k == seal.Translation })
	h.correct(h.base(), kinds[h.r.IntN(len(kinds))])
}

// correct releases a correction with new texts, and whatever else comes into it.
func (h *history) correct(base int, kind seal.Kind) bool {
	before := readTree(h.t, h.dir)
	b := h.model[base]
	request, made := h.follows(base, kind)
	made.text, made.title, made.from = h.word(), h.word(), slices.Clone(b.from)
	translation := kind == seal.Translation
	if translation { // which changes nothing else
		made.text, made.title, made.language = b.text, b.title, h.languages
	}
	h.writeTexts(made)
	take := func(d *delivery) {
		if !slices.Contains(made.from, d) {
			made.from = append(made.from, d)
		}
	}
	if !translation && h.chance(50) {
		d := h.deliveries[h.r.IntN(len(h.deliveries))]
		if fresh := h.notReleased(); len(fresh) > 0 && h.chance(80) {
			d = fresh[h.r.IntN(len(fresh))]
		}
		request.With = append(request.With, d.id)
		take(d)
	}
	if request.RefreshData = !translation && h.chance(25); request.RefreshData {
		for _, d := range h.deliveries {
			if d.received <= h.today && period.Compare(d.id.Round, b.id.Round) <= 0 {
				take(d)
			}
		}
		h.did("refresh data")
	}
	if request.RefreshCodebook = !translation && h.chance(25); request.RefreshCodebook {
		h.did("refresh codebook")
	}
	if request.RefreshFigures = !translation && h.chance(25); request.RefreshFigures {
		h.did("refresh figures")
	}
	var restore []string
	if report, figure := h.takenBack(b.id.Round); report || figure {
		if report {
			restore = append(restore, wholeReport)
		}
		if figure {
			restore = append(restore, "own")
		}
	}
	if h.chance(80) {
		request.Restore = restore
	}
	if !h.ask(fmt.Sprintf("%s of %s with %v, refresh data %v codebook %v figures %v, restore %v", kind, b.id, request.With, request.RefreshData, request.RefreshCodebook, request.RefreshFigures, request.Restore), request, made, before) {
		return false
	}
	if len(request.Restore) < len(restore) {
		h.t.Errorf("%s was published again, which nobody asked for", restore)
	}
	if len(restore) > 0 {
		h.did("restored")
	}
	for _, id := range request.With {
		h.did("with")
		if period.Compare(id.Round, b.id.Round) > 0 {
			h.did("with a later delivery")
		}
	}
	h.did(string(kind))
	return true
}

// notReleased are the deliveries that no release took yet.
func (h *history) notReleased() []*delivery {
	return slices.DeleteFunc(slices.Clone(h.deliveries), func(d *delivery) bool {
		return slices.ContainsFunc(h.model, func(r issue) bool { return slices.Contains(r.from, d) })
	})
}

// takenBack reports whether the report of a round, or its own figure, is withdrawn and no
// later edition brought it back.
func (h *history) takenBack(round period.Period) (report, figure bool) {
	for _, r := range h.model {
		switch {
		case r.id.Round != round:
		case r.withdrawal():
			report, figure = report || r.report, figure || r.figure
		default:
			report, figure = false, false
		}
	}
	return report, figure
}

// relabel changes words of the codebook, and how numbers are to be written from the next
// release on. Nothing is released.
func (h *history) relabel() {
	labels := [][2]string{{"Vlaanderen", "Flanders"}, {"Vlaams Gewest", "Flemish Region"}, {"Het noorden", "The north"}}
	const name = "data/codelists/geo.yaml"
	content := readTree(h.t, h.dir)[name]
	was := slices.IndexFunc(labels, func(l [2]string) bool { return strings.Contains(content, l[0]) })
	is := (was + 1 + h.r.IntN(len(labels)-1)) % len(labels)
	h.note("%s is called %s", labels[was][0], labels[is][0])
	h.changesNoNumber(func() {
		replace(h.t, h.dir, name, labels[was][0], labels[is][0])
		replace(h.t, h.dir, name, labels[was][1], labels[is][1])
		const indicators = "data/indicators.yaml"
		was, is := "decimals: 1", "decimals: 2"
		if !strings.Contains(readTree(h.t, h.dir)[indicators], was) {
			was, is = is, was
		}
		replace(h.t, h.dir, indicators, was, is)
	})
	h.did("relabelled")
}

// rename gives a code another name, once.
func (h *history) rename() {
	last := len(h.codes) - 1
	if h.codes[last] == renamedCode {
		return
	}
	h.note("%s is now %s", h.codes[last], renamedCode)
	h.changesNoNumber(func() {
		replace(h.t, h.dir, "data/codelists/geo.yaml", "{code: BE-WAL,", "{code: "+renamedCode+", formerly: [BE-WAL],")
		replace(h.t, h.dir, "content/reports/figures.yaml", "BE-WAL", renamedCode)
	})
	h.codes[last] = renamedCode
	h.did("code renamed")
}

// addLanguage adds French once, with the translation of a report.
func (h *history) addLanguage() {
	if len(h.languages) == 2 {
		h.note("French")
		replace(h.t, h.dir, "ronde.yaml", "languages: [nl, en]", "languages: [nl, en, fr]")
		h.languages = []string{"nl", "en", "fr"}
		h.did("language added")
	}
	for _, round := range h.rounds {
		if base := h.model.last(round); len(h.model[base].language) == 2 {
			h.correct(base, seal.Translation)
			return
		}
	}
}

// withdraw takes back a report or a figure.
func (h *history) withdraw() { h.withdrawOf(h.base()) }

func (h *history) withdrawOf(base int) bool {
	request, made := h.follows(base, seal.Withdrawal)
	made.report, made.takeDown = h.chance(40), h.chance(40)
	request.TakeDown = made.takeDown
	what := "report"
	if !made.report {
		made.figure, request.Figures, what = true, []string{"own"}, "figure"
	}
	if made.embargo <= h.today {
		made.embargo = 0 // there is something to take back in public
	}
	how := "withdrawal"
	if request.TakeDown {
		how = "take-down"
	}
	if !h.ask(how+" of the "+what+" of "+h.model[base].id.String(), request, made, readTree(h.t, h.dir)) {
		return false
	}
	h.did(how + " of a " + what)
	return true
}

func (h *history) takeValuesDown() { h.takeDownIn(h.base()) }

// takeDownIn takes the values of two regions in a month down, in all editions: of one alone
// the value could be computed.
func (h *history) takeDownIn(base int) bool {
	request, made := h.follows(base, seal.Withdrawal)
	at := h.rounds[h.r.IntN(len(h.rounds))]
	for place := 2; place < len(h.codes); place++ {
		key := observation.Key{Series: observation.Series{Indicator: referrals, Codes: observation.Codes(h.codes[place])}, Period: at}
		request.Observations = append(request.Observations, key)
		made.down = append(made.down, cell{referrals, place, at})
	}
	if made.embargo <= h.today {
		made.embargo = 0
	}
	if !h.ask("take-down of "+at.String(), request, made, readTree(h.t, h.dir)) {
		return false
	}
	h.did("take-down of values")
	return true
}

// refused asks for what cannot be released, also where there is something new to release.
func (h *history) refused() {
	base := h.base()
	b := h.model[base]
	late, _ := h.follows(base, seal.Mistake)
	late.Date = h.model[len(h.model)-1].date - 1
	silent, _ := h.follows(base, seal.Mistake)
	silent.Reason = source.Text{}
	restores, _ := h.follows(base, seal.Mistake)
	restores.Restore = []string{"nothing"}
	again := ReleaseRequest{Round: b.id.Round, Date: h.today, Dated: true}
	for _, request := range []ReleaseRequest{late, silent, restores, again} {
		if h.chance(50) {
			before := readTree(h.t, h.dir)
			h.writeTexts(issue{id: b.id, language: b.language, text: h.word(), title: h.word()})
			h.cannotBe(request, before)
		}
	}
	figure, _ := h.follows(base, seal.Withdrawal)
	figure.Figures = []string{"nothing"}
	requests := []ReleaseRequest{figure, {Round: month(h.t, "2019-01"), Date: h.today, Dated: true}}
	if len(h.model) > 1 {
		requests = append(requests, ReleaseRequest{Redo: h.model[0].id})
	}
	if last := len(h.model) - 1; !h.model[last].withdrawal() {
		same, _ := h.follows(last, seal.Editorial)
		requests = append(requests, same)
	}
	for _, request := range requests {
		if h.chance(70) {
			h.cannotBe(request, readTree(h.t, h.dir))
		}
	}
}

func (h *history) cannotBe(request ReleaseRequest, before map[string]string) {
	h.t.Helper()
	if h.ask("what cannot be", request, issue{}, before) {
		h.t.Fatalf("this was released: %+v", request)
	}
}
