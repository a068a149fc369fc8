//go:build hugo && linux

package build

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkHugo has Hugo build as many pages as BenchmarkSite has report pages, each
// with the same kilobyte of text and the same table, in Markdown; without a chart, and
// without any file but the page. `make bench-hugo` brings Hugo and runs it.
func BenchmarkHugo(b *testing.B) {
	tool := os.Getenv("HUGO")
	if tool == "" {
		b.Fatal("HUGO names no program: use make bench-hugo")
	}
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			site := b.TempDir()
			hugoSite(b, site, pages)
			b.ResetTimer()
			for b.Loop() {
				target := filepath.Join(b.TempDir(), "public")
				cmd := exec.Command(tool, "--source", site, "--destination", target, "--quiet")
				start := time.Now()
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				took := time.Since(start)
				usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
				if !ok {
					b.Fatal("no usage of the process")
				}
				cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
				b.ReportMetric(took.Seconds(), "s")
				b.ReportMetric(took.Seconds()*1000/float64(pages), "ms/page")
				b.ReportMetric(cpu.Seconds()*1000/float64(pages), "cpu-ms/page")
				b.ReportMetric(float64(usage.Maxrss)*1024/1e6, "MB")
				b.ReportMetric(0, "ns/op")
				os.RemoveAll(target)
			}
		})
	}
}

func hugoSite(b *testing.B, dir string, pages int) {
	b.Helper()
	write(b, dir, "hugo.toml", "baseURL = 'https://figures.example/'\ntitle = 'Arrivals'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', 'section', 'robotsTXT', '404']\n")
	write(b, dir, "layouts/_default/single.html", `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><nav><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a> <a href="/reports/">Reports</a> <a href="/data/">Data</a></nav></header>
<main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
`)
	write(b, dir, "layouts/index.html", "<!DOCTYPE html><html><body>{{ .Title }}</body></html>\n")
	for i := range pages {
		round := generatedMonth(i / len(generatedLanguages))
		var text strings.Builder
		fmt.Fprintf(&text, "---\ntitle: \"Arrivals: %s\"\ndescription: \"%s.\"\n---\n\n| Month | Flanders | Brussels | Wallonia |\n|---|---|---|---|\n", round, round)
		for back := generatedMonths - 1; back >= 0; back-- {
			month := i/len(generatedLanguages) - back
			fmt.Fprintf(&text, "| %s | %d | %d | %d |\n", generatedMonth(month), generatedValue(month, 0), generatedValue(month, 1), generatedValue(month, 2))
		}
		for r, region := range generatedRegions {
			sentence := fmt.Sprintf(generatedSentences["en"], region.code, region.name, round)
			for _, value := range []int{generatedValue(i, r), generatedValue(i-12, r)} {
				start, end := strings.Index(sentence, "{{"), strings.Index(sentence, "}}")
				sentence = sentence[:start] + fmt.Sprint(value) + sentence[end+2:]
			}
			fmt.Fprintf(&text, "\n## %s\n\n%s\n", region.name, sentence)
		}
		write(b, dir, fmt.Sprintf("content/reports/%05d.md", i), text.String())
	}
}
