package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ronde/internal/volume"
)

// benchFiles gives 2 000 small files: pages with a header of thirty links, a
// picture and a data file each.
func benchFiles() (names []string, contents [][]byte) {
	for i := range 667 {
		var page bytes.Buffer
		page.WriteString("<!doctype html><html lang=nl><body><nav>")
		for j := range 30 {
			fmt.Fprintf(&page, `<a href="../p%d/">page</a>`, j)
		}
		fmt.Fprintf(&page, `</nav><main id="main"><picture><source srcset="a.svg#plot"><img src="a.svg"></picture><a href="a.csv">CSV</a>`)
		for j := range 60 {
			fmt.Fprintf(&page, `<p>In juli <a id="r%d" href="#n%d">1 037</a> attesten, en dat is de tekst van een gewone zin.</p><p id="n%d">bron</p>`, j, j, j)
		}
		dir := fmt.Sprintf("nl/p%d/", i)
		names = append(names, dir+"index.html", dir+"a.svg", dir+"a.csv")
		contents = append(contents, page.Bytes(),
			fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg"><view id="plot"/>%s</svg>`, bytes.Repeat([]byte(`<path d="M0 0L10 10"/>`), 150)),
			bytes.Repeat([]byte("2022-07,BE,3159\n"), 100))
	}
	return names[:2000], contents[:2000]
}

// BenchmarkPublish replaces a tree of 2 000 files by an equal one, with links
// checked. Compare it with BenchmarkBareFiles of the same run: disks differ.
func BenchmarkPublish(b *testing.B) {
	names, contents := benchFiles()
	target := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		s, err := Begin(volume.Disk{}, target, Options{})
		if err != nil {
			b.Fatal(err)
		}
		for i, name := range names {
			if err := s.WriteFile(name, contents[i]); err != nil {
				b.Fatal(err)
			}
		}
		if found := s.Check(); found[0] != (Finding{"nl/p666/index.html", "a.csv", Missing}) {
			b.Fatal(found)
		}
		if _, err := s.Publish(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareFiles writes the same files with a bare loop, over new ones each
// time.
func BenchmarkBareFiles(b *testing.B) {
	names, contents := benchFiles()
	target := filepath.Join(b.TempDir(), "public")
	for b.Loop() {
		if err := os.RemoveAll(target); err != nil {
			b.Fatal(err)
		}
		for i, name := range names {
			full := filepath.Join(target, name)
			if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(full, contents[i], 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkTakeOver replaces a tree of 2 000 files by one in which a page is another, as a
// build does after a small change, and then asks whether that tree stands.
func BenchmarkTakeOver(b *testing.B) {
	names, contents := benchFiles()
	target := filepath.Join(b.TempDir(), "public")
	s, err := Begin(volume.Disk{}, target, Options{})
	if err != nil {
		b.Fatal(err)
	}
	for i, name := range names {
		if err := s.WriteFile(name, contents[i]); err != nil {
			b.Fatal(err)
		}
	}
	kept := s.Keep(names[1:])
	if _, err := s.Publish(); err != nil {
		b.Fatal(err)
	}
	round := 0
	for b.Loop() {
		round++
		inputs := fmt.Sprintf("%064x", round)
		standing, ok := Stands(volume.Disk{}, target, inputs)
		if ok {
			b.Fatal("stands")
		}
		s, err := Begin(volume.Disk{}, target, Options{Inputs: inputs, Standing: standing})
		if err != nil {
			b.Fatal(err)
		}
		if ok, err := s.Reuse(kept); !ok || err != nil {
			b.Fatal(ok, err)
		}
		if err := s.WriteFile(names[0], fmt.Append(nil, round)); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Publish(); err != nil {
			b.Fatal(err)
		}
		if _, ok := Stands(volume.Disk{}, target, inputs); !ok {
			b.Fatal("does not stand")
		}
	}
}

// BenchmarkScan reads the links and anchors of one page.
func BenchmarkScan(b *testing.B) {
	_, contents := benchFiles()
	b.SetBytes(int64(len(contents[0])))
	for b.Loop() {
		var f staged
		f.examine("nl/p0/index.html", scan("nl/p0/index.html", contents[0]), "")
	}
}
