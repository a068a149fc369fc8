package build

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/source"
	"ronde/internal/theme"
	"ronde/themes"
)

// A watchedDrops tells which deliveries were opened since it was told to look.
type watchedDrops struct {
	fs.FS
	look   bool
	opened []string
	mutex  sync.Mutex
}

func (w *watchedDrops) Open(name string) (fs.File, error) {
	w.mutex.Lock()
	if w.look && strings.HasPrefix(name, "data/drops/") && strings.HasSuffix(name, ".csv") {
		w.opened = append(w.opened, name)
	}
	w.mutex.Unlock()
	return w.FS.Open(name)
}

// render makes all files of the published site. "Rendering never reads a drop": what was
// read of one for checking is taken away before.
func (h *history) render() map[string]string {
	h.t.Helper()
	drops := &watchedDrops{FS: os.DirFS(h.dir)}
	w := read(drops)
	w.lock(nil)
	w.compileDrafts()
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(h.t, found)
	}
	drops.look, w.settled = true, nil
	for _, d := range w.unsettled {
		d.Observations, d.Withdrawn = nil, nil
	}
	if err := w.foldEditions(Options{}); err != nil {
		h.t.Fatal(err)
	}
	w.theme = historyTheme()
	files := rendered(h.t, w)
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(h.t, found)
	}
	if len(drops.opened) > 0 {
		h.t.Errorf("pages were made from %v", drops.opened)
	}
	return files
}

// historyTheme is the default theme in the languages that a history may have.
var historyTheme = sync.OnceValue(func() *theme.Theme {
	return theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, nil, []string{"nl", "en", "fr"}, &diag.List{})
})

var planted = regexp.MustCompile(`qz[a-z]{4}zq`)

// "Only ronde release publishes"; "an embargo compares with the site date"; what is
// withdrawn "gives way to the notice". Each edition has planted words of its own: those of
// what readers may have are found, and no other, in no file.
func (h *history) onlyWhatIsPublic(files map[string]string) {
	h.t.Helper()
	public, found := h.model.words(h.siteDate()), map[string]bool{}
	for name, content := range artifacts(h.t, files) {
		for _, word := range append(planted.FindAllString(content, -1), planted.FindAllString(name, -1)...) {
			if found[word] = true; !public[word] {
				h.t.Errorf("%s says %s, which is of no edition that readers may have", name, word)
			}
		}
	}
	for word := range public {
		if !found[word] {
			h.t.Errorf("%s is published nowhere", word)
		}
	}
}

// "What was published stays": every page that ever was there answers.
func (h *history) addressesStay(files map[string]string) {
	h.t.Helper()
	for name := range files {
		if strings.HasSuffix(name, ".html") {
			h.addresses[name] = true
		}
	}
	for name := range h.addresses {
		if files[name] == "" {
			h.t.Errorf("%s does not answer any more", name)
		}
	}
}

// "The invariant holds for the text inside [data-edition]": of an edition it is what it was
// when it was published, to the letter, until it is withdrawn. The reason of a correction is
// shown where a page says how editions stand to each other, which changes.
func (h *history) sealedTextStays(files map[string]string) {
	h.t.Helper()
	for i, r := range h.model {
		if r.withdrawal() || !h.model.visible(i, h.siteDate()) {
			continue
		}
		pages := map[string]string{}
		for _, language := range r.language {
			name := language + "/reports/" + r.id.Round.String() + "/v" + strconv.Itoa(r.id.Number) + "/index.html"
			if files[name] == "" {
				h.t.Errorf("%s is not there", name)
			}
			pages[name] = files[name]
		}
		for name, texts := range sealedText(h.t, pages) {
			texts = slices.DeleteFunc(texts, func(text string) bool { return text == "Daarom." || text == "Therefore." })
			if h.model.untitled(i, h.siteDate()) {
				delete(h.texts, name)
				continue
			}
			if was, known := h.texts[name]; known && !slices.Equal(was, texts) {
				h.t.Errorf("the sealed text of %s changed:\n%q\n%q", name, was, texts)
			}
			if h.texts[name] = texts; len(texts) < 10 {
				h.t.Errorf("%s has %d sealed texts", name, len(texts))
			}
		}
	}
}

// "A merge without a release may change pages, meetings, theme, labels outside sealed text,
// and deliveries; never a number."
//
// Some pages of data and organisations say what arrived when.
func (h *history) changesNoNumber(change func()) {
	h.t.Helper()

	if len(h.model) == 0 || h.forked != nil || h.chance(65) { // all pages are made twice
		change()
		return
	}
	arrived := len(source.NewTree(os.DirFS(h.dir)).Glob("data/drops/*/*/*"))
	before := numbers(h.t, h.render())
	change()
	more := len(source.NewTree(os.DirFS(h.dir)).Glob("data/drops/*/*/*")) > arrived
	after := h.render()
	h.onlyWhatIsPublic(after)
	for name, is := range numbers(h.t, after) {
		if was, there := before[name]; there && is != was && !(more && arrivals.MatchString(name)) {
			h.t.Errorf("a number of %s changed though nothing was released:\n%s\n%s", name, was, is)
		}
	}
	for name := range before {
		if _, there := after[name]; !there {
			h.t.Errorf("%s is gone though nothing was released", name)
		}
	}
}

// arrivals are the pages that say what was delivered when.
var arrivals = regexp.MustCompile(`/(deliveries|data|organisations)/.*\.html$`)

var digits, sizes = regexp.MustCompile(`\d+`), regexp.MustCompile(`\d+[\s\x{a0}\x{202f}]+[kM][Bo]`)

// numbers are those of each page and table, without the sizes of files, which hold words too.
func numbers(t testing.TB, files map[string]string) map[string]string {
	all := map[string]string{}
	for name, content := range files {
		if strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".csv") {
			all[name] = strings.Join(digits.FindAllString(sizes.ReplaceAllString(visibleText(t, name, content), ""), -1), " ")
		}
	}
	return all
}

// "Same inputs, same bytes", on one core and on two.
func (h *history) buildsAreIdentical() {
	h.t.Helper()
	var one, two map[string]string
	onCores(1, func() map[string]string { one = h.render(); return one })
	onCores(2, func() map[string]string { two = h.render(); return two })
	sameTree(h.t, one, two)
}
