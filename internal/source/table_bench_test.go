package source

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"testing"
	"time"

	"ronde/internal/diag"
)

// monthly is a long file of the kind that suppliers send, with n rows.
func monthly(n int) []byte {
	var b bytes.Buffer
	b.WriteString("month;region;age;value;note\r\n")
	for i := range n {
		fmt.Fprintf(&b, "2022-%02d;BE-%05d;Y_%d;%d;\r\n", i%12+1, i%581, i%20, i*7919%100000)
	}
	return b.Bytes()
}

// BenchmarkReadTable reports how long ReadTable takes as a share of the time of
// encoding/csv on the same bytes.
func BenchmarkReadTable(b *testing.B) {
	f := &File{Path: "long.csv", Content: monthly(200_000)}
	b.SetBytes(int64(len(f.Content)))
	b.ReportAllocs()
	var ours time.Duration
	for b.Loop() {
		start := time.Now()
		var out diag.List
		t, ok := ReadTable(f, Declared{Headers: []string{"month", "value"}}, &out)
		if !ok || t.Len() != 200_000 {
			b.Fatal(out.Sorted())
		}
		ours += time.Since(start)
	}
	b.StopTimer()
	start := time.Now()
	for range b.N {
		r := csv.NewReader(bytes.NewReader(f.Content))
		r.Comma = ';'
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(ours.Seconds()/time.Since(start).Seconds(), "of-encoding/csv")
}
