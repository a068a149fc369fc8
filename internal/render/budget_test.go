package render_test

import (
	"bytes"
	"compress/gzip"
	"testing"

	"ronde/internal/site"
)

// TestBudget holds what a reader on a phone has to load, compressed.
func TestBudget(t *testing.T) {
	th := defaultTheme(t)
	if size := compressed(t, []byte(renderPage(t, th, sampleReport("fr", site.StatusLatest)))); size > 20_000 {
		t.Errorf("a report of %d bytes", size)
	}
	for _, a := range th.Assets() {
		budget, known := map[string]int{"style.css": 8_000, "search.js": 3_000}[a.Name]
		if size := compressed(t, a.Data); known && size > budget {
			t.Errorf("%s has %d bytes", a.Name, size)
		}
	}
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestSameBytes(t *testing.T) {
	a, b := defaultTheme(t), defaultTheme(t)
	for name, page := range samplePages("de") {
		if renderPage(t, a, page) != renderPage(t, b, page) {
			t.Errorf("%s differs between two runs", name)
		}
	}
	if len(a.Assets()) == 0 || a.Assets()[0].Path != b.Assets()[0].Path {
		t.Error("assets differ between two runs")
	}
}
