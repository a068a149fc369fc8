package build

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ronde/internal/render"
	"ronde/internal/site"
)

// BenchmarkSite builds generated sites of three sizes with the program itself: cold,
// and again when nothing changed. Rates are ratios within one run, as disks and
// machines are noisy:
//
//	ms/page        of a cold build, for one report page with all that belongs to it
//	cpu-ms/page    the same of all processors together
//	×bare          time of a cold build, in that of a loop that writes the same files
//	text/cold      time of a build when one text changed, in that of a cold one
//	unchanged/cold the same when nothing changed
//	MB             the most memory that the cold build held
//
// A report page brings along the page and the embedding page of its figure, four
// pictures, the option of the interactive chart, a CSV and an XLSX file.
func BenchmarkSite(b *testing.B) {
	tool := program(b)
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			site := filepath.Join(b.TempDir(), "site")
			generate(b, site, pages/len(generatedLanguages), 1)
			b.ResetTimer()
			for b.Loop() {
				measureSite(b, tool, site, pages)
			}
		})
	}
}

// BenchmarkEditions builds ten years of monthly reports, with one edition each and with
// three: an old edition is to cost what a standing one does. Its metrics are those of
// BenchmarkSite; a page is an edition in a language.
func BenchmarkEditions(b *testing.B) {
	const rounds = 120
	tool := program(b)
	for _, editions := range []int{1, 3} {
		b.Run(fmt.Sprintf("editions=%d", editions), func(b *testing.B) {
			site := filepath.Join(b.TempDir(), "site")
			generate(b, site, rounds, editions)
			b.ResetTimer()
			for b.Loop() {
				measureSite(b, tool, site, rounds*editions*len(generatedLanguages))
			}
		})
	}
}

// program builds ronde and gives its path.
func program(b *testing.B) string {
	b.Helper()
	tool := filepath.Join(b.TempDir(), "ronde")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", tool, "ronde/cmd/ronde").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return tool
}

func measureSite(b *testing.B, tool, site string, pages int) {
	b.Helper()
	work := b.TempDir()
	defer os.RemoveAll(work) // a large tree is not to be cleared away while others are measured
	target := filepath.Join(work, "public")
	cold, cpu, memory := ran(b, tool, "build", "--site", site, "--out", target)
	write(b, site, "content/about.nl.md", "---\ntitle: Over\n---\n\nOver deze site: "+cold.String()+".\n")
	text, _, _ := ran(b, tool, "build", "--site", site, "--out", target)
	unchanged, _, _ := ran(b, tool, "build", "--site", site, "--out", target)
	files, size, bare := writeAgain(b, target, filepath.Join(work, "bare"))
	b.ReportMetric(cold.Seconds(), "s")
	b.ReportMetric(cold.Seconds()*1000/float64(pages), "ms/page")
	b.ReportMetric(cpu.Seconds()*1000/float64(pages), "cpu-ms/page")
	b.ReportMetric(cold.Seconds()/bare.Seconds(), "×bare")
	b.ReportMetric(text.Seconds()/cold.Seconds(), "text/cold")
	b.ReportMetric(unchanged.Seconds()/cold.Seconds(), "unchanged/cold")
	b.ReportMetric(float64(memory)/1e6, "MB")
	b.ReportMetric(float64(files), "files")
	b.ReportMetric(float64(size)/1e6, "MB-written")
	b.ReportMetric(0, "ns/op")
}

// ran runs the program and gives its time, that of all processors together, and the
// most memory that it held, in bytes.
func ran(b *testing.B, tool string, args ...string) (took, cpu time.Duration, memory int64) {
	b.Helper()
	cmd := exec.Command(tool, args...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	took = time.Since(start)
	if err != nil {
		b.Fatalf("ronde %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal("no usage of the process")
	}
	return took, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss * 1024
}

// writeAgain writes all files of a tree to another folder, one after the other.
func writeAgain(b *testing.B, from, to string) (files int, size int64, took time.Duration) {
	b.Helper()
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(to, filepath.FromSlash(name))
		if d.IsDir() {
			start := time.Now()
			defer func() { took += time.Since(start) }()
			return os.MkdirAll(path, 0o755)
		}
		content, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		files, size = files+1, size+int64(len(content))
		start := time.Now()
		defer func() { took += time.Since(start) }()
		return os.WriteFile(path, content, 0o644)
	})
	if err != nil {
		b.Fatal(err)
	}
	return files, size, took
}

// BenchmarkReportPage renders the page of a generated report: a kilobyte of text, a
// chart and a table of 36 months by three regions.
func BenchmarkReportPage(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "site")
	generate(b, dir, generatedMonths+1, 1)
	w := read(os.DirFS(dir))
	if err := w.fold(Options{}); err != nil {
		b.Fatal(err)
	}
	var page site.Page
	for output := range w.site(Options{}).Outputs() {
		if output.Path == "en/reports/2025-01/v1/index.html" {
			page = output.Page
		}
	}
	if page == nil {
		b.Fatal("the report of January 2025 has no page")
	}
	for b.Loop() {
		content, err := render.Render(w.theme, page)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(content)))
	}
}

// BenchmarkPreview saves the text of a draft and asks for its page, on generated sites. Its
// metrics, within one run:
//
//	first/cold  time until a preview that begins has its first page, in that of a cold build
//	save/cold   the same from the saved text to its page
//	ms          from the saved text to its page, without what the system takes to tell of it
func BenchmarkPreview(b *testing.B) {
	for _, pages := range []int{100, 1_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			site := filepath.Join(b.TempDir(), "site")
			rounds := pages / len(generatedLanguages)
			generate(b, site, rounds, 1)
			draft := generatedRound(rounds)
			for name, content := range draft {
				write(b, site, name, content)
			}
			text := "content/reports/" + generatedMonth(rounds).String() + "/report.nl.md"
			page := "nl/reports/" + generatedMonth(rounds).String() + "/index.html"
			shown := func(p *Preview) time.Duration {
				start := time.Now()
				if !p.Refresh() {
					b.Fatal("nothing changed")
				}
				if _, ok, err := p.File(page); err != nil || !ok {
					b.Fatal(err, p.Result().Findings)
				}
				return time.Since(start)
			}
			b.ResetTimer()
			for b.Loop() {
				start := time.Now()
				if r := Build(os.DirFS(site), filepath.Join(b.TempDir(), "public"), Options{Drafts: true}); len(r.Summary) == 0 {
					b.Fatal(r.Err, r.Findings)
				}
				cold := time.Since(start)
				p := NewPreview(os.DirFS(site), Options{})
				first := shown(p)
				var saved time.Duration
				const saves = 10
				for i := range saves {
					write(b, site, text, draft[text]+fmt.Sprintf("\n%s.\n", strings.Repeat("x", i+1)))
					saved += shown(p)
				}
				write(b, site, text, draft[text])
				b.ReportMetric(first.Seconds()/cold.Seconds(), "first/cold")
				b.ReportMetric(saved.Seconds()/saves/cold.Seconds(), "save/cold")
				b.ReportMetric(saved.Seconds()/saves*1000, "ms")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}
