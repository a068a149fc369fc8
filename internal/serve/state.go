package serve

import (
	"fmt"
	"net/http"
	"sync"
)

// A version tells which state of the site a page shows. Two numbers move apart: findings
// change while pages stay as they were.
type version struct {
	server   int64 // another one after a restart
	page     int
	findings int
}

func (v version) String() string { return fmt.Sprintf("%d.%d.%d", v.server, v.page, v.findings) }

// state is the version of the site, and who waits for the next one.
type state struct {
	mu      sync.Mutex
	version version
	next    chan struct{} // closed when the version changes
}

func newState(server int64) *state {
	return &state{version: version{server: server}, next: make(chan struct{})}
}

// advance says that the site was read again; with errors only the findings are others.
func (s *state) advance(failed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.version.findings++
	if !failed {
		s.version.page++
	}
	close(s.next)
	s.next = make(chan struct{})
}

func (s *state) now() version {
	v, _ := s.wait()
	return v
}

// wait gives the version, and what is closed when there is another.
func (s *state) wait() (version, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version, s.next
}

// begun waits until the site was read once, or nobody waits any more.
func (s *state) begun(r *http.Request) bool {
	for {
		v, next := s.wait()
		if v.findings > 0 {
			return true
		}
		select {
		case <-next:
		case <-r.Context().Done():
			return false
		}
	}
}

// stream tells a browser the version, and each one that follows, until it goes away.
func (s *state) stream(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		v, next := s.wait()
		if _, err := fmt.Fprintf(w, "data: %s\n\n", v); err != nil {
			return
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-next:
		case <-r.Context().Done():
			return
		}
	}
}
