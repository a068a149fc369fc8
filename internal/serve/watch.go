package serve

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Watcher says when to look at a site again. What the system tells of its folders is no
// more than a hint: a network drive tells nothing, an overflow loses what it told, and
// some systems have few watches. So it says so every few seconds too, and who is woken
// looks for himself.
type Watcher struct {
	root    string
	system  *fsnotify.Watcher // nil where the system has none
	wake    chan struct{}
	settled time.Duration // without a change, until what is written counts as written
	patient time.Duration // but no longer than this
	every   time.Duration // without a hint
}

// NewWatcher watches the site in a folder.
func NewWatcher(root string) *Watcher {
	w := &Watcher{root: root, wake: make(chan struct{}, 1), settled: 40 * time.Millisecond, patient: 400 * time.Millisecond, every: 2 * time.Second}
	if system, err := fsnotify.NewWatcher(); err == nil {
		w.system = system
		w.add()
	}
	return w
}

// Wake is sent to when it is time to look. A look that is still to come is not asked for
// twice.
func (w *Watcher) Wake() <-chan struct{} { return w.wake }

// Run watches until ctx ends.
func (w *Watcher) Run(ctx context.Context) {
	var events chan fsnotify.Event
	var faults chan error
	if w.system != nil {
		defer w.system.Close()
		events, faults = w.system.Events, w.system.Errors
	}
	regular := time.NewTicker(w.every)
	defer regular.Stop()
	var quiet <-chan time.Time // when what was told is old enough
	var since time.Time        // the first of what was told
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			if !ofSite(e.Name) {
				continue
			}
			if quiet == nil {
				since = time.Now()
			}
			quiet = time.After(min(w.settled, max(0, w.patient-time.Since(since))))
		case <-faults: // lost events, mostly
			quiet = time.After(w.settled)
		case <-quiet:
			quiet = nil
			w.add()
			w.look()
		case <-regular.C:
			w.look()
		}
	}
}

func (w *Watcher) look() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// ofSite reports whether a change of what is called so may matter. What editors keep beside
// a file does not.
func ofSite(name string) bool {
	base := filepath.Base(name)
	return !strings.HasPrefix(base, ".") && !strings.HasSuffix(base, "~")
}

// add watches the folders of the site that are not watched yet. Those of editions, of
// which there are thousands, change when somebody releases, and are left to the regular
// look. A folder that cannot be watched is left to it too.
func (w *Watcher) add() {
	_ = w.system.Add(w.root)
	for _, top := range []string{"content", "data", "themes"} {
		_ = filepath.WalkDir(filepath.Join(w.root, top), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it went away meanwhile
			}
			if !d.IsDir() {
				return nil
			}
			if d.Name() == "editions" || strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			_ = w.system.Add(name)
			return nil
		})
	}
}
