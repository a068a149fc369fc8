package build

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ronde/internal/period"
	"ronde/internal/volume"
)

// A history is a site that grows by random steps: deliveries, releases, corrections of all
// kinds, withdrawals, take-downs, new names, another language, and branches that each
// release something and are joined. After each step, what the specification says of what
// was published must hold (history_invariants_test.go), and it must be what the model says
// (history_model_test.go).
type history struct {
	t     testing.TB
	r     *rand.Rand
	dir   string
	log   []string
	today period.Date
	model
	deliveries []*delivery
	rounds     []period.Period // that were released, oldest first
	languages  []string
	codes      []string // of places, as they are called today
	words      int      // planted so far
	happened   map[string]int

	forked    map[string]string   // the files of a branch when it set out
	redoing   string              // folder of an edition that the step makes again
	sealed    map[string]string   // every file of the sealed editions
	addresses map[string]bool     // of every page that was published
	texts     map[string][]string // sealed text of editions, by page
	online    [][]byte            // every versions.json that was published
}

// historySteps are those of each seed; RONDE_HISTORY_STEPS and RONDE_HISTORY_SEEDS ask for
// longer and more.
const historySteps, historySeeds = 26, 4

func TestHistory(t *testing.T) {
	steps, seeds := asked(t, "RONDE_HISTORY_STEPS", historySteps), asked(t, "RONDE_HISTORY_SEEDS", historySeeds)
	happened := map[string]int{}
	grown := 0
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			grow(t, uint64(seed), steps, happened)
			grown++
		})
	}
	t.Log(happened)
	if t.Failed() || grown < historySeeds || steps < historySteps {
		return
	}
	for _, what := range []string{
		"first", "late delivery", "hidden", "observation withdrawn", "embargo", "restored", "relabelled", "code renamed", "language added",
		"withdrawal of a report", "withdrawal of a figure", "take-down of a report", "take-down of a figure", "take-down of values",
		"merge", "redo of a correction", "redo of a first edition", "redo of a withdrawal", "refused", "refresh data", "refresh codebook", "refresh figures", "with", "with a later delivery",
		"revision", "error", "late", "reclassification", "editorial", "translation",
	} {
		if happened[what] == 0 {
			t.Errorf("nothing of this happened: %s", what)
		}
	}
}

func asked(t testing.TB, name string, otherwise int) int {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// grow makes a history and examines it on the way. It counts what happened.
func grow(t testing.TB, seed uint64, steps int, happened map[string]int) {
	h := &history{
		t: t, r: rand.New(rand.NewPCG(seed, 5)), dir: filepath.Join(t.TempDir(), "site"), today: day(t, "2022-08-20"), happened: happened,
		languages: []string{"nl", "en"}, codes: slices.Clone(historyCodes),
		sealed: map[string]string{}, addresses: map[string]bool{}, texts: map[string][]string{},
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("seed %d:\n%s", seed, strings.Join(h.log, "\n"))
		}
	})
	for name, content := range historyCodebook {
		write(t, h.dir, name, content)
	}
	h.newRound()
	if len(h.rounds) == 0 {
		t.Fatal("nothing was released")
	}
	for n := range steps {
		h.today += period.Date(1 + h.r.IntN(9))
		h.step()
		h.afterStep()
		if n%9 == 8 || n == steps-1 {
			h.asPublished()
		}
		if t.Failed() {
			return
		}
	}
	h.atTheEnd()
}

func (h *history) step() {
	choices := []struct {
		weight int
		do     func()
	}{
		{6, h.newRound}, {7, h.lateDelivery}, {9, h.correction}, {2, h.relabel}, {1, h.rename}, {1, h.addLanguage},
		{4, h.withdraw}, {2, h.takeValuesDown}, {5, h.merge}, {3, h.refused},
	}
	total := 0
	for _, c := range choices {
		total += c.weight
	}
	n := h.r.IntN(total)
	for _, c := range choices {
		if n -= c.weight; n < 0 {
			c.do()
			return
		}
	}
}

func (h *history) note(format string, args ...any) {
	h.log = append(h.log, h.today.String()+" "+fmt.Sprintf(format, args...))
}

func (h *history) did(what string) { h.happened[what]++ }

func (h *history) chance(percent int) bool { return h.r.IntN(100) < percent }

// word is one that stands nowhere else.
func (h *history) word() string {
	h.words++
	n := h.words
	letters := ""
	for range 4 {
		letters += string(rune('a' + n%26))
		n /= 26
	}
	return "qz" + letters + "zq"
}

// ask asks for a release. When it is refused, all is as it was before the step, of which
// before has the files.
func (h *history) ask(what string, request ReleaseRequest, made issue, before map[string]string) bool {
	h.t.Helper()
	asked := readTree(h.t, h.dir)
	result := release(volume.Disk{Volatile: true}, os.DirFS(h.dir), h.dir, request)
	if result.Err != nil || len(result.Summary) == 0 {
		h.note("%s is refused: %v %v", what, result.Err, errorsOf(result.Findings))
		h.did("refused")
		h.refusalWritesNothing(asked)
		h.putBack(before)
		return false
	}
	h.note("%s: %s", what, result.Summary)
	h.model = append(h.model, made)
	return true
}

// putBack makes the site what it was.
func (h *history) putBack(before map[string]string) {
	for name, content := range readTree(h.t, h.dir) {
		if was, ok := before[name]; !ok {
			if err := os.Remove(filepath.Join(h.dir, filepath.FromSlash(name))); err != nil {
				h.t.Fatal(err)
			}
		} else if was != content {
			write(h.t, h.dir, name, was)
		}
	}
}
