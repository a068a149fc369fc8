package source

import (
	"strings"
	"sync"
)

// texts are the texts that values hold, each once. It may be used from several
// goroutines at once.
type texts struct {
	mu    sync.Mutex
	known map[string]string
}

// shared gives the first text that was the same. It is no part of a longer one, which
// it would keep in memory. Without texts it is the text itself.
func (t *texts) shared(text string) string {
	if t == nil {
		return text
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	first, known := t.known[text]
	if !known {
		if t.known == nil {
			t.known = map[string]string{}
		}
		first = strings.Clone(text)
		t.known[first] = first
	}
	return first
}

// forget ends the sharing with texts that were known so far, which stay as they are.
func (t *texts) forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known = nil
}
