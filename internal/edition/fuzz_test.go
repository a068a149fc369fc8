package edition_test

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzReport compiles a round one of whose files is anything at all: the facts of
// the report, its own figures, figures that recur, a text with front matter and
// figures written in place. What compiles without an error is sealed, opened again
// and the same.
func FuzzReport(f *testing.F) {
	const (
		dir       = "content/reports/2022-07/"
		report    = dir + "report.yaml"
		own       = dir + "figures.yaml"
		recurring = "content/reports/figures.yaml"
		text      = dir + "report.nl.md"
	)
	names := []string{report, own, recurring, text}
	whole := newSite(f, with(pictures, map[string]string{dir + "report.en.md": ""}))
	around := whole.around(f, "2022-07")
	f.Add(uint8(0), string(whole.files[report].Data))
	known := strings.NewReplacer("attestations", "registered", "referral-share", "women", "referrals", "arrivals", "geo: [BE, BE-VLG]", "geo: [BE-WAL, BE-VLG]")
	f.Add(uint8(0), strings.Replace(known.Replace(rich["content/reports/2022-08/report.yaml"]), "events: [new-count]", "events: [centre]", 1))
	for _, file := range []string{string(whole.files[recurring].Data), known.Replace(rich[recurring])} {
		for _, one := range strings.Split(file, "\n  - id: ")[1:] {
			f.Add(uint8(1), "ronde: 1\nfigures:\n  - id: "+one)
			f.Add(uint8(3), "```figure\nid: own-"+strings.ReplaceAll(one, "\n    ", "\n")+"\n```\n")
		}
	}
	f.Add(uint8(2), "ronde: 1\nfigures:\n  - {id: a, kind: table, from: 2022-07, until: 2022-07, formerly: [b], series: [{indicator: arrivals, where: {geo: [BE-VLG]}}]}\n")
	f.Add(uint8(3), picturesText)
	f.Add(uint8(3), "---\ntitle: a {{arrivals geo=BE-VLG}}\nmain_points: [\"{{women geo=BE-VLG}}\"]\n---\n## Kop\r\n\r\n[steeg]{{women geo=BE-VLG | rose}} {{lit 5 %}} {{women geo=BE-BRU | change else \"niets\"}}\n\n> {{arrivals geo=BE-WAL | sparkline}}")
	f.Fuzz(func(t *testing.T, which uint8, content string) {
		if len(content) > 4000 {
			return
		}
		name := names[int(which)%len(names)]
		files := fstest.MapFS{}
		for name, file := range whole.files {
			files[name] = file
		}
		files[name] = &fstest.MapFile{Data: []byte(content)}
		if name == own {
			delete(files, recurring)
		}
		if name == own || name == recurring {
			files[text] = &fstest.MapFile{Data: []byte(placing(content))}
		}
		tree := source.NewTree(files)
		compiled, out := around.compile(t, tree, "2022-08-20")
		diagtest.Usable(t, out.Sorted(), tree.Excerpt)
		if compiled == nil || out.Errors() > 0 {
			return
		}
		closed := fstest.MapFS{}
		for name, file := range compiled.SealFiles(seal.Inputs{}) {
			closed[compiled.ID().Dir()+"/"+name] = &fstest.MapFile{Data: file}
		}
		_, opened := openIn(t, closed, compiled.ID())
		if diff := cmp.Diff(compiled, opened, asSealed); diff != "" {
			t.Errorf("-compiled +opened:\n%s", diff)
		}
		readAgain(t, name, content)
	})
}

// placing is a text that places all figures of a file.
func placing(figures string) string {
	var file edition.FiguresFile
	source.DecodeYAML(&source.File{Path: "a.yaml", Content: []byte(figures)}, &file, &diag.List{})
	var b strings.Builder
	for _, f := range file.Figures {
		b.WriteString("{{figure " + f.ID.Value + "}}\n\n")
	}
	return b.String()
}

// readAgain writes what was read of a YAML file, and reads it again.
func readAgain(t *testing.T, name, content string) {
	t.Helper()
	f := &source.File{Path: name, Content: []byte(content)}
	switch {
	case strings.HasSuffix(name, "report.yaml"):
		var file edition.ReportFile
		source.DecodeYAML(f, &file, &diag.List{})
		sourcetest.ReadAgain(t, file, true)
	case strings.HasSuffix(name, "figures.yaml"):
		var file edition.FiguresFile
		source.DecodeYAML(f, &file, &diag.List{})
		sourcetest.ReadAgain(t, file, true)
	}
}

// FuzzOpen opens an edition one of whose files is anything at all, sealed as if
// a release had written it: findings, and never a panic. What opens and
// is sealed has the same bytes when it is opened and sealed again.
func FuzzOpen(f *testing.F) {
	s := newSite(f, with(pictures, map[string]string{
		"content/reports/2022-07/report.nl.md": "{{figure area}}\n\n{{figure dated}}\n\n{{figure map}}\n\n{{arrivals geo=BE-VLG}}\n",
		"content/reports/2022-07/report.en.md": "",
	}))
	s.release(f, "2022-07", "2022-08-20")
	whole := files(s, "2022-07")
	var names []string
	for _, name := range []string{
		"numbers.csv", "text.nl.md", "words.nl.yaml", "figures/area.yaml", "figures/area.csv", "figures/dated.yaml", "figures/dated.csv",
		"figures/map.yaml", "data/referrals.csv", "codebook/data/indicators.yaml", "codebook/data/codelists/geo.yaml", "codebook/ronde.yaml",
	} {
		if whole[name] == "" {
			f.Fatalf("there is no %s", name)
		}
		f.Add(len(names), whole[name])
		f.Add(len(names), whole[name][:len(whole[name])/2])
		names = append(names, name)
	}
	id := seal.ReleaseID{Round: month(f, "2022-07"), Number: 1}
	sealed, _ := s.open(f, id)
	f.Fuzz(func(t *testing.T, n int, content string) {
		if n < 0 || n >= len(names) {
			return
		}
		contents := map[string][]byte{}
		for name, file := range whole {
			if name != "edition.yaml" && name != "inputs.yaml" {
				contents[name] = []byte(file)
			}
		}
		contents[names[n]] = []byte(content)
		fsys := fstest.MapFS{}
		for name, file := range seal.Close(sealed.Manifest, sealed.Inputs, contents) {
			fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: file}
		}
		var out diag.List
		opened, ok := seal.Open(source.NewTree(fsys), id, nil, &out)
		if !ok {
			return
		}
		e, ok := edition.Open(opened, edition.OpenCodebook(opened, &out), &out)
		if ok != (out.Errors() == 0) {
			t.Fatalf("ok is %v with %d errors", ok, out.Errors())
		}
		if !ok || !utf8.ValidString(content) {
			return
		}
		for _, figure := range e.Figures {
			want := max(len(figure.Periods), len(figure.Categories))
			for _, points := range figure.Points {
				if len(points) != want && figure.Dated == nil {
					t.Fatalf("figure %s has %d points for %d places", figure.ID, len(points), want)
				}
			}
		}
		written := e.SealFiles(opened.Inputs)
		for name, file := range written {
			// What stands beside it is as it was; data have their meaning by the codebook.
			beside := stem(name) != stem(names[n]) && path.Dir(name) != "data" && name != "edition.yaml"
			if diff := cmp.Diff(whole[name], string(file)); beside && diff != "" {
				t.Errorf("with another %s, %s is written otherwise:\n%s", names[n], name, diff)
			}
		}
		// A file that Ronde never writes, such as a text without a last line end,
		// has its own form from then on.
		fsys = fstest.MapFS{}
		for name, file := range written {
			fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: file}
		}
		_, again := openIn(t, fsys, id)
		for name, file := range again.SealFiles(opened.Inputs) {
			if diff := cmp.Diff(string(written[name]), string(file)); diff != "" {
				t.Errorf("%s, opened and written again:\n%s", name, diff)
			}
		}
	})
}

// stem is a name without its ending, which the two files of a figure have in common.
func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
