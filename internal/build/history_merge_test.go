package build

import (
	"slices"

	"ronde/internal/period"
	"ronde/internal/seal"
)

// merge lets two branches release something each, joins them, and makes one of the
// releases again on top of the other.
func (h *history) merge() {
	ours, theirs := h, h.fork()
	a, b := h.r.IntN(len(h.rounds)), h.r.IntN(len(h.rounds))
	h.note("a branch")
	start := len(h.log)
	if !ours.releasesOne(a) {
		h.note("which releases nothing")
		return
	}
	if theirs.today += period.Date(h.r.IntN(3)); b == a || h.chance(40) {
		theirs.newRound()
	} else {
		theirs.releasesOne(b)
	}
	h.log = append(h.log, "  on the branch:")
	h.log = append(h.log, theirs.log[start:]...)
	h.today, h.words = max(h.today, theirs.today), max(h.words, theirs.words)
	if len(theirs.model) != len(ours.model) {
		return
	}
	h.join(theirs)
	h.did("merge")
}

// releasesOne corrects or withdraws the report of a round.
func (h *history) releasesOne(round int) bool {
	base := h.model.last(h.rounds[round])
	switch h.r.IntN(5) {
	case 0, 1:
		return h.withdrawOf(base)
	case 2:
		return h.takeDownIn(base)
	}
	return h.correct(base, seal.Mistake)
}

// fork is a copy of the history that goes on for itself.
func (h *history) fork() *history {
	branch := *h
	branch.dir = copied(h.t, h.dir)
	branch.model, branch.deliveries, branch.rounds = slices.Clone(h.model), slices.Clone(h.deliveries), slices.Clone(h.rounds)
	branch.log, branch.codes = slices.Clone(h.log), slices.Clone(h.codes)
	branch.forked = readTree(h.t, h.dir)
	branch.words += 10000 // so that no word stands in both
	return &branch
}

// join brings what a branch released, and makes one of the two releases again.
func (h *history) join(theirs *history) {
	common := len(h.model) - 1
	one, other := h.model[common], theirs.model[common]
	for name, content := range readTree(h.t, theirs.dir) {
		if theirs.forked[name] != content {
			write(h.t, h.dir, name, content)
		}
	}
	h.rounds, h.deliveries = theirs.rounds, theirs.deliveries
	h.forkIsFound(one.id, other.id)
	if h.chance(50) {
		one, other = other, one
	}
	h.today = max(h.today, one.date, other.date)
	other.date = max(one.date, other.date)
	request := ReleaseRequest{Redo: other.id}
	if one.embargo > other.date { // what follows it is no earlier
		other.date = one.embargo
		request.Date, request.Dated, h.today = other.date, true, max(h.today, other.date)
	}
	h.model = append(h.model[:common], one)
	what := map[seal.Kind]string{seal.First: "redo of a first edition", seal.Withdrawal: "redo of a withdrawal"}[other.kind]
	if what == "" {
		what = "redo of a correction"
	}
	before := readTree(h.t, h.dir)
	h.redoing = other.id.Dir() + "/"
	if !h.ask(what+" "+other.id.String(), request, other, before) {
		h.t.Errorf("%s could not be made again", other.id)
		return
	}
	h.did(what)
}
