package build

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
	"ronde/internal/seal"
)

// own are the paths of the own inputs of the released rounds.
func own(t testing.TB, fsys fstest.MapFS) []string {
	t.Helper()
	w := read(fsys)
	var names []string
	for _, s := range w.chain {
		for _, f := range s.Inputs.Files {
			if !slices.Contains(names, f.Path) {
				names = append(names, f.Path)
			}
		}
	}
	if len(names) != 15 {
		t.Fatalf("own inputs %q: want texts and report.yaml of two rounds, figures.yaml of one, and four drops of two files", names)
	}
	return names
}

// Whatever changes in what a released report was made from, it is an error, and
// the error names the file.
func TestEditsOfOwnInputsAreCaught(t *testing.T) {
	base := released(t)
	names := own(t, base)
	mustExamine(t, base)
	r := rand.New(rand.NewPCG(7, 8))
	for i := range 4 * len(names) {
		fsys := maps.Clone(base)
		name := names[i%len(names)]
		content := bytes.Clone(base[name].Data)
		at := r.IntN(len(content))
		var did string
		switch (i/len(names) + i) % 5 {
		case 0:
			content, did = nil, "the file went"
		case 1:
			content, did = content[:at], fmt.Sprintf("the end went from byte %d on", at)
		case 2:
			content, did = slices.Delete(content, at, at+1), fmt.Sprintf("byte %d went", at)
		case 3:
			content, did = append(content, '\n'), "a line end came"
		case 4:
			content[at] ^= byte(1 + r.IntN(255))
			did = fmt.Sprintf("byte %d became %q", at, content[at])
		}
		if content == nil {
			delete(fsys, name)
		} else {
			fsys[name] = &fstest.MapFile{Data: content}
		}
		found := examine(fsys)
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Span.File == name }) {
			t.Errorf("%s: %s; found %v", name, did, found)
		}
	}
}

// What is added to a released round is an error, and so is a drop that its drop
// set would have taken.
func TestAdditionsToOwnInputsAreCaught(t *testing.T) {
	const row = "maand;gebied;attesten\n2022-07;BE;3.160\n"
	attestations := func(received, more string) map[string]string {
		return map[string]string{
			"data/drops/2022-07/dvz/attestations.2.csv":  row,
			"data/drops/2022-07/dvz/attestations.2.yaml": "ronde: 1\nreceived: " + received + "\nchanged: {nl: x, en: x}\n" + more,
		}
	}
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string // "" for no error
	}{
		{"figures of the round", map[string]string{"content/reports/2022-07/figures.yaml": "ronde: 1\nfigures: []\n"}, "input-added"},
		{"a file of no name", map[string]string{"content/reports/2022-07/notes.md": "x"}, "stray-file"},
		{"a drop received by the cutoff", attestations("2022-08-15", ""), "input-added"},
		{"a drop of an earlier round", map[string]string{
			"data/drops/2022-06/dvz/attestations.csv": "maand;gebied;attesten\n2022-06;BE;4.121\n", "data/drops/2022-06/dvz/attestations.yaml": "ronde: 1\nreceived: 2022-07-20\nchanged: {nl: x, en: x}\n",
		}, "input-added"},
		{"a drop received after July's cutoff and by August's", attestations("2022-08-16", ""), "input-added"},
		{"a drop received after both", attestations("2022-09-16", ""), ""},
		{"a drop that missed both releases", attestations("2022-08-15", "missed: 2022-08\n"), ""},
		{"a drop of a later round", map[string]string{
			"data/drops/2022-09/dvz/attestations.csv": "maand;gebied;attesten\n2022-09;BE;3.000\n", "data/drops/2022-09/dvz/attestations.yaml": "ronde: 1\nreceived: 2022-10-01\n",
		}, ""},
		{"an edition by hand", map[string]string{"content/reports/2022-07/editions/2/text.nl.md": "x"}, "half-edition"},
		{"what an interrupted release left", map[string]string{"content/reports/2022-07/editions/.2-1.ronde-new/text.nl.md": "x"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := released(t)
			for name, content := range c.files {
				fsys[name] = &fstest.MapFile{Data: []byte(content)}
			}
			found := examine(fsys)
			switch {
			case c.want == "" && len(found) > 0:
				t.Errorf("found %v", found)
			case c.want != "" && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
				return d.ID == c.want && c.files[d.Span.File] != "" || d.ID == c.want && c.want == "half-edition"
			}):
				t.Errorf("want %s, found %v", c.want, found)
			}
		})
	}
}

// Line ends alone are told apart in drops and sealed files, whose bytes must
// stay. In the texts of a round git may convert them.
func TestLineEndsAreTold(t *testing.T) {
	base := released(t)
	texts := 0
	for _, name := range append(own(t, base), "content/reports/2022-07/editions/1/text.nl.md") {
		fsys := maps.Clone(base)
		fsys[name] = &fstest.MapFile{Data: bytes.ReplaceAll(base[name].Data, []byte("\n"), []byte("\r\n"))}
		found := examine(fsys)
		if strings.HasPrefix(name, "content/") && !strings.Contains(name, "/editions/") {
			texts++
			if len(found) > 0 {
				t.Errorf("%s: %v", name, found)
			}
			continue
		}
		if len(found) != 1 || found[0].ID != "line-endings" || found[0].Span.File != name {
			t.Errorf("%s: %v", name, found)
		}
	}
	if texts != 7 {
		t.Errorf("%d texts", texts)
	}
}

// A changed cell is named, with both values; one that was hidden is named
// without its value.
func TestChangedCellIsNamed(t *testing.T) {
	fsys := released(t)
	const name = "data/drops/2022-07/dvz/attestations.csv"
	fsys[name] = &fstest.MapFile{Data: bytes.Replace(fsys[name].Data, []byte("3.159"), []byte("3.195"), 1)}
	found := examine(fsys)
	if len(found) != 1 || found[0].Span.Line != 4 || !strings.Contains(found[0].Title.String(), "3159") || !strings.Contains(found[0].Title.String(), "3195") {
		t.Errorf("found %v", found)
	}

	dir := newSite(t)
	const referrals = "data/drops/2022-07/fedasil/referrals.csv"
	write(t, dir, referrals, "month,area,referrals\n2022-07,BE,506\n2022-07,BE-VLG,500\n2022-07,BE-BRU,<5\n2022-07,BE-WAL,<5\n")
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	replace(t, dir, referrals, "BE-WAL,<5", "BE-WAL,3")
	found = examine(os.DirFS(dir))
	if len(found) != 1 || found[0].ID != "input-changed" || found[0].Span.File != referrals {
		t.Errorf("found %v", found)
	}
	for _, d := range found {
		if strings.Contains(fmt.Sprint(d), " 3 ") {
			t.Errorf("the hidden value is said: %v", d)
		}
	}
}

// Whatever bytes an edition is made of, a check ends with findings and not with
// a panic: also when its seal is right, because another program sealed it.
func TestDamagedEditionIsNoPanic(t *testing.T) {
	base := released(t)
	var names []string
	for name := range base {
		if strings.Contains(name, "/editions/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	r := rand.New(rand.NewPCG(9, 10))
	for range 40 {
		fsys := maps.Clone(base)
		name := names[r.IntN(len(names))]
		content := bytes.Clone(base[name].Data)
		at := r.IntN(len(content))
		if r.IntN(2) == 0 {
			content = content[:at]
		} else {
			content[at] ^= byte(1 + r.IntN(255))
		}
		fsys[name] = &fstest.MapFile{Data: content}
		reseal(fsys, name, r.IntN(3) > 0)
		// With the drop changed too, the lock wants to read what the edition says.
		const drop = "data/drops/2022-07/dvz/attestations.csv"
		fsys[drop] = &fstest.MapFile{Data: append(bytes.Clone(base[drop].Data), "2022-07;BE;1\n"...)}
		if len(examine(fsys)) == 0 {
			t.Errorf("%s: nothing found", name)
		}
	}
}

// reseal puts the hash of a file of an edition, and a seal, into its manifest.
func reseal(fsys fstest.MapFS, name string, right bool) {
	dir, path, _ := strings.Cut(name, "/editions/")
	number, path, _ := strings.Cut(path, "/")
	manifest := dir + "/editions/" + number + "/edition.yaml"
	if !right || path == "edition.yaml" {
		return
	}
	lines := strings.SplitAfter(string(fsys[manifest].Data), "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) == "- path: "+path || strings.TrimSpace(line) == `- path: "`+path+`"` {
			lines[i+1] = `    sha256: "` + seal.Hash(fsys[name].Data) + "\"\n"
		}
	}
	body, _, _ := strings.Cut(strings.Join(lines, ""), "\nseal: ")
	body += "\n"
	fsys[manifest] = &fstest.MapFile{Data: []byte(body + "seal: " + seal.Hash([]byte(body)) + "\n")}
}
