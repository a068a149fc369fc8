package cube

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/drop/droptest"
	"ronde/internal/source"
)

// BenchmarkDelivery reads deliveries of three sizes, the largest of 1.1 million rows and
// 35 MB, lays them out and checks them in full, within 300 MB. It gives the time as a
// multiple of what encoding/csv takes for the same bytes in the same run, and the
// largest heap.
func BenchmarkDelivery(b *testing.B) {
	for _, months := range []int{50, 150, 500} {
		b.Run(fmt.Sprintf("rows=%d", months*2200), func(b *testing.B) { benchmarkDelivery(b, months) })
	}
}

// benchmarkDelivery takes 2200 rows a month.
func benchmarkDelivery(b *testing.B, months int) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, droptest.Site(2199, months)); err != nil {
		b.Fatal(err)
	}
	tree := source.NewTree(os.DirFS(dir))
	var out diag.List
	book, ok := codebook.Load(tree, &out)
	if !ok {
		b.Fatal(out.Sorted()[0])
	}
	id := drop.Find(tree, book, &out)[0]
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(300 << 20))
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	var alone time.Duration
	largest := uint64(0)
	for b.Loop() {
		b.StopTimer()
		alone += readCSV(b, filepath.Join(dir, droptest.Path))
		runtime.GC()
		stop := watchHeap(&largest)
		b.StartTimer()
		d := drop.Read(tree, book, id, &out)
		c := New(book, all(d))
		out.Add(c.Check(nil)...)
		b.StopTimer()
		stop()
		if c.Len() != 2200*months || !d.Complete || len(out.Sorted()) > 1 { // later months were not delivered
			b.Fatal(c.Len(), out.Sorted())
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(alone), "×csv")
	b.ReportMetric(float64(largest)/1e6, "MB-heap")
}

// readCSV is the time in which encoding/csv reads a file.
func readCSV(b *testing.B, name string) time.Duration {
	content, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma = ';'
	for {
		if _, err := r.Read(); err == io.EOF {
			return time.Since(start)
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

// watchHeap keeps the largest size of the heap, garbage included, until stop is called.
func watchHeap(largest *uint64) (stop func()) {
	end, ended := make(chan bool), make(chan bool)
	go func() {
		defer close(ended)
		heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for {
			metrics.Read(heap)
			*largest = max(*largest, heap[0].Value.Uint64())
			select {
			case <-end:
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	return func() { close(end); <-ended }
}
