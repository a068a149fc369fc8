package seal_test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

var july = seal.ReleaseID{Round: period.MonthOf(2022, 7), Number: 1}

// compare holds what a manifest, its inputs and its rows say, apart from places
// and from the hashes that closing adds.
var compare = cmp.Options{
	cmp.Comparer(func(a, b period.Period) bool { return a == b }),
	cmp.Comparer(func(a, b source.Text) bool {
		return string(source.EncodeYAML(struct {
			T source.Text `key:"t"`
		}{a}, false)) == string(source.EncodeYAML(struct {
			T source.Text `key:"t"`
		}{b}, false))
	}),
	cmpopts.EquateEmpty(),
}

func manifest() seal.Manifest {
	return seal.Manifest{
		Round: july.Round, Number: 1, Released: period.NewDate(2022, 8, 20), Kind: seal.First, Reason: source.NewText("nl", "Eerste: 1", "fr", "Première"),
		Cutoff: period.NewDate(2022, 8, 15), Embargo: period.NewDate(2022, 8, 22), Next: period.NewDate(2022, 9, 20), Languages: []string{"nl", "no"},
		Drops: []seal.DropRef{
			{ID: "2022-07/dvz/attestations", Received: period.NewDate(2022, 8, 3)},
			{ID: "2022-07/dvz/attestations.2", Received: period.NewDate(2022, 8, 4), First: "2022-06@1"},
		},
		LeftOut: []source.Text{source.NewText("nl", "Niets", "no", "-")},
	}
}

func inputs() seal.Inputs {
	return seal.Inputs{Files: []seal.FileHash{
		{Path: "content/reports/2022-07/report.nl.md", SHA256: seal.Hash([]byte("x"))},
		{Path: "data/drops/2022-07/dvz/attestations.csv", SHA256: seal.Hash(nil)},
	}}
}

func rows(t testing.TB) []seal.Row {
	first := drop.ID{Round: july.Round, Organisation: "dvz", Dataset: "attestations", Delivery: 1}
	second := first
	second.Delivery = 2
	received := period.NewDate(2022, 8, 3)
	note := cubetest.Observation(t, "attestations BE-WAL 2022-07 -12.5 E P")
	note.Note, note.Reconstructed = "een \"noot\", met\nregels; en ; komma's", true
	return []seal.Row{
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE 2022-06 4120"), Drop: first, Received: received},
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE 2022-07 3159"), Drop: first, Received: received},
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE 2022-07 3156 P"), Drop: second, Received: received + 1},
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE-BRU 2022-07 - Q"), Drop: first, Received: received},
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE-VLG 2022-07 >65000"), Drop: first, Received: received},
		{Dataset: "attestations", Observation: note, Drop: first, Received: received},
		{Dataset: "attestations", Observation: cubetest.Observation(t, "attestations BE-WLG 2022-07 - O"), Drop: second, Received: received + 1, Removed: true},
	}
}

// folder gives the files of the edition 2022-07@1 within a site.
func folder(t testing.TB) fstest.MapFS {
	return site(july, seal.Close(manifest(), inputs(), map[string][]byte{
		"numbers.csv":           []byte("number,language\nn1,nl\n"),
		"text.nl.md":            []byte("---\ntitle: x\n---\n\nTekst.\n"),
		"codebook/ronde.yaml":   []byte("ronde: 1\n"),
		"data/attestations.csv": seal.EncodeData(rows(t)),
	}))
}

func site(id seal.ReleaseID, files map[string][]byte) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: content}
	}
	return fsys
}

func open(fsys fstest.MapFS, id seal.ReleaseID) (*seal.Sealed, bool, []diag.Diagnostic) {
	var out diag.List
	s, ok := seal.Open(source.NewTree(fsys), id, nil, &out)
	return s, ok, out.Sorted()
}

func ids(found []diag.Diagnostic) []string {
	var all []string
	for _, d := range found {
		all = append(all, d.ID)
	}
	return all
}

func TestOpenReadsWhatCloseWrote(t *testing.T) {
	fsys := folder(t)
	if got := seal.Find(source.NewTree(fsys)); !slices.Equal(got, []seal.ReleaseID{july}) {
		t.Errorf("found %v", got)
	}
	s, ok, found := open(fsys, july)
	if !ok || len(found) > 0 {
		t.Fatal(found)
	}
	want := manifest()
	want.Format = seal.Format
	if diff := cmp.Diff(want, s.Manifest, compare, cmpopts.IgnoreFields(seal.Manifest{}, "Files")); diff != "" {
		t.Errorf("manifest: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(inputs(), s.Inputs, compare); diff != "" {
		t.Errorf("inputs: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(rows(t), slices.Collect(s.Rows().All()), compare); diff != "" {
		t.Errorf("rows: -want +got:\n%s", diff)
	}
	if s.Rows().Len() != len(rows(t)) {
		t.Errorf("%d rows", s.Rows().Len())
	}
	var listed []string
	for _, f := range s.Files {
		listed = append(listed, f.Path)
		if content := fsys[july.Dir()+"/"+f.Path].Data; seal.Hash(content) != f.SHA256 {
			t.Errorf("%s is listed with the hash of something else", f.Path)
		}
	}
	if want := []string{"codebook/ronde.yaml", "data/attestations.csv", "inputs.yaml", "numbers.csv", "text.nl.md"}; !slices.Equal(listed, want) {
		t.Errorf("files %v", listed)
	}
	if s.Drops[0].DropID() != (drop.ID{Round: july.Round, Organisation: "dvz", Dataset: "attestations", Delivery: 1}) {
		t.Errorf("drop %v", s.Drops[0].DropID())
	}
	if file, ok := s.Read("text.nl.md"); !ok || !strings.Contains(string(file.Content), "Tekst") {
		t.Error("text.nl.md is not read")
	}
	if _, ok := s.Read("edition.yaml/../../x"); ok {
		t.Error("a file that the edition does not list is read")
	}
}

// The form of edition.yaml is hashed and stays.
func TestManifestForm(t *testing.T) {
	content := string(folder(t)[july.Dir()+"/edition.yaml"].Data)
	body, last, _ := strings.Cut(content, "seal: ")
	if last != seal.Hash([]byte(body))+"\n" {
		t.Errorf("the last line is %q", last)
	}
	const want = `ronde: 1
format: ronde-edition/1
round: 2022-07
number: 1
released: 2022-08-20
kind: release
reason:
  nl: "Eerste: 1"
  fr: "Première"
cutoff: 2022-08-15
embargo: 2022-08-22
next: 2022-09-20
languages:
  - nl
  - "no"
drops:
  - id: 2022-07/dvz/attestations
    received: 2022-08-03
  - id: 2022-07/dvz/attestations.2
    received: 2022-08-04
    first: "2022-06@1"
left_out:
  - nl: Niets
    "no": "-"
files:
  - path: codebook/ronde.yaml
    sha256: "`
	if !strings.HasPrefix(body, want) {
		t.Errorf("edition.yaml is\n%s", body)
	}
}

func TestCloseDependsOnNothingElse(t *testing.T) {
	first := folder(t)
	for range 5 {
		if diff := cmp.Diff(first, folder(t)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// Whatever byte is changed, whatever file goes or comes: it is found.
func TestTamperingIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	whole := folder(t)
	names := slices.Sorted(maps.Keys(whole))
	for i := range 1500 {
		fsys := maps.Clone(whole)
		name := names[r.IntN(len(names))]
		content := bytes.Clone(whole[name].Data)
		var did string
		switch at := r.IntN(len(content)); i % 6 {
		case 0:
			content[at] ^= byte(1 + r.IntN(255))
			did = "a byte changed"
		case 1:
			content = slices.Delete(content, at, at+1)
			did = "a byte went"
		case 2:
			content = slices.Insert(content, r.IntN(len(content)+1), byte(r.IntN(256)))
			did = "a byte came"
		case 3:
			content = content[:at]
			did = "the end went"
		case 4:
			content = nil
			delete(fsys, name)
			did = "the file went"
		case 5:
			name = path.Dir(name) + "/" + []string{"extra.csv", "edition.yml", "data.txt", "sub/x"}[r.IntN(4)]
			did = "a file came"
		}
		if content != nil || i%6 == 3 {
			fsys[name] = &fstest.MapFile{Data: content}
		}
		if s, ok, found := open(fsys, july); ok || len(found) == 0 {
			t.Errorf("%s: %s, and the edition opens (seal %v)\n%q", name, did, s != nil, content)
		}
	}
}

func TestTamperingIsNamed(t *testing.T) {
	type files = fstest.MapFS
	dir := july.Dir() + "/"
	edit := func(name, was, is string) func(files) {
		return func(f files) {
			content := f[dir+name].Data
			if !bytes.Contains(content, []byte(was)) {
				panic(name + " does not hold " + was)
			}
			f[dir+name] = &fstest.MapFile{Data: bytes.Replace(content, []byte(was), []byte(is), 1)}
		}
	}
	crlf := func(names ...string) func(files) {
		return func(f files) {
			for _, name := range names {
				f[dir+name] = &fstest.MapFile{Data: bytes.ReplaceAll(f[dir+name].Data, []byte("\n"), []byte("\r\n"))}
			}
		}
	}
	for _, c := range []struct {
		name string
		do   func(files)
		want []string
	}{
		{"a value", edit("data/attestations.csv", "3159", "3158"), []string{"seal-broken"}},
		{"a date in the manifest", edit("edition.yaml", "2022-08-20", "2022-08-21"), []string{"seal-broken"}},
		{"a hash in the manifest", edit("edition.yaml", `sha256: "`, `sha256: "0`), []string{"seal-broken"}},
		{"a seal under another name", edit("edition.yaml", "\nseal: ", "\n\"seal\": "), []string{"seal-broken"}},
		{"a seal with more spaces", edit("edition.yaml", "\nseal: ", "\nseal:  "), []string{"seal-broken"}},
		{"no seal", func(f files) {
			content := f[dir+"edition.yaml"].Data
			f[dir+"edition.yaml"] = &fstest.MapFile{Data: content[:bytes.LastIndex(content, []byte("seal: "))]}
		}, []string{"seal-broken"}},
		{"a byte order mark", edit("edition.yaml", "ronde: 1", "\ufeffronde: 1"), []string{"seal-broken"}},
		{"nothing in the manifest", func(f files) { f[dir+"edition.yaml"] = &fstest.MapFile{} }, []string{"seal-broken"}},
		{"no manifest", func(f files) { delete(f, dir+"edition.yaml") }, []string{"half-edition"}},
		{"a manifest that is no text", func(f files) { f[dir+"edition.yaml"] = &fstest.MapFile{Data: []byte("\xff\xfe\x00")} }, []string{"seal-broken"}},
		{"no numbers", func(f files) { delete(f, dir+"numbers.csv") }, []string{"sealed-missing"}},
		{"no inputs", func(f files) { delete(f, dir+"inputs.yaml") }, []string{"sealed-missing"}},
		{"a file more", func(f files) { f[dir+"data/more.csv"] = &fstest.MapFile{} }, []string{"sealed-foreign"}},
		{"a file in a folder more", func(f files) { f[dir+"more/a/b"] = &fstest.MapFile{} }, []string{"sealed-foreign"}},
		{"a file of the system", func(f files) { f[dir+".DS_Store"] = &fstest.MapFile{} }, nil},
		{"line ends of a text", crlf("text.nl.md"), []string{"line-endings"}},
		{"line ends of data, within a cell too", crlf("data/attestations.csv"), []string{"line-endings"}},
		{"line ends of the manifest", crlf("edition.yaml"), []string{"line-endings"}},
		{"line ends of all", crlf("edition.yaml", "text.nl.md", "numbers.csv"), []string{"line-endings"}},
		{"line ends and a value", func(f files) { edit("data/attestations.csv", "3159", "3158")(f); crlf("data/attestations.csv")(f) }, []string{"seal-broken"}},
		{"two files", func(f files) { edit("text.nl.md", "Tekst", "tekst")(f); edit("numbers.csv", "n1", "n2")(f) }, []string{"seal-broken", "seal-broken"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := maps.Clone(folder(t))
			c.do(fsys)
			_, ok, found := open(fsys, july)
			if got := ids(found); !slices.Equal(got, c.want) || ok != (c.want == nil) {
				t.Errorf("ok is %v, found %v, want %v", ok, found, c.want)
			}
		})
	}
}

// What was sealed, but by another program or another version, is refused in
// words and never read in part.
func TestSealedButUnreadable(t *testing.T) {
	head := "period,indicator,codes,value,status,qualifier,vintage,note,drop,received,removed\n"
	data := func(content string) func() map[string][]byte {
		return func() map[string][]byte {
			return seal.Close(manifest(), inputs(), map[string][]byte{"data/attestations.csv": []byte(content)})
		}
	}
	resealed := func(was, is string) func() map[string][]byte {
		return func() map[string][]byte {
			files := seal.Close(manifest(), inputs(), map[string][]byte{})
			body, _, _ := strings.Cut(string(files["edition.yaml"]), "seal: ")
			if !strings.Contains(body, was) {
				panic(was)
			}
			body = strings.Replace(body, was, is, 1)
			files["edition.yaml"] = []byte(body + "seal: " + seal.Hash([]byte(body)) + "\n")
			return files
		}
	}
	for _, c := range []struct {
		name  string
		files func() map[string][]byte
		want  []string
	}{
		{"another format", resealed("ronde-edition/1", "ronde-edition/9"), []string{"edition-format"}},
		{"another place", resealed("number: 1", "number: 2"), []string{"edition-place"}},
		{"another key", resealed("kind: release", "kind: release\nmood: good"), []string{"unknown-key"}},
		{"a drop that is none", resealed("2022-07/dvz/attestations\n", "2022-07/attestations\n"), []string{"seal-broken"}},
		{"a file outside", resealed("path: inputs.yaml", "path: ../../../report.yaml"), []string{"sealed-missing", "sealed-foreign"}},
		{"an absolute path", resealed("path: inputs.yaml", "path: /etc/hosts"), []string{"sealed-missing", "sealed-foreign"}},
		{"no header", data(""), []string{"sealed-unreadable"}},
		{"another header", data("period,value\n"), []string{"sealed-unreadable"}},
		{"a short row", data(head + "2022-07,attestations\n"), []string{"sealed-unreadable"}},
		{"no period", data(head + "x,attestations,BE,1,,,,,2022-07/dvz/attestations,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"no number", data(head + "2022-07,attestations,BE,1.2.3,,,,,2022-07/dvz/attestations,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"another status", data(head + "2022-07,attestations,BE,1,R,,,,2022-07/dvz/attestations,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"a hidden value", data(head + "2022-07,attestations,BE,1,Q,,,,2022-07/dvz/attestations,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"another vintage", data(head + "2022-07,attestations,BE,1,,,guessed,,2022-07/dvz/attestations,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"perhaps removed", data(head + "2022-07,attestations,BE,,,,,,2022-07/dvz/attestations,2022-08-03,no\n"), []string{"sealed-unreadable"}},
		{"a drop of another dataset", data(head + "2022-07,attestations,BE,1,,,,,2022-07/dvz/permits,2022-08-03,\n"), []string{"sealed-unreadable"}},
		{"no drop", data(head + "2022-07,attestations,BE,1,,,,,,2022-08-03,\n"), []string{"sealed-unreadable"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ok, found := open(site(july, c.files()), july)
			if got := ids(found); ok || !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v", found, c.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"2022-10/editions/1/edition.yaml", "2022-07/editions/10/edition.yaml", "2022-07/editions/2/edition.yaml", "2022-07/editions/2/inputs.yaml",
		"2022-08/editions/1/data/x.csv", "2022-07/editions/.3-1.ronde-new/edition.yaml", "2022-07/editions/.1.ronde-old/edition.yaml",
		"2022-07/editions/01/edition.yaml", "2022-07/editions/0/edition.yaml", "2022-07/editions/-1/edition.yaml", "2022-07/editions/one/edition.yaml",
		"2022/editions/1/edition.yaml", "july/editions/1/edition.yaml", "2022-09/editions/edition.yaml", "2022-09/drafts/1/edition.yaml",
	} {
		fsys["content/reports/"+name] = &fstest.MapFile{}
	}
	var got []string
	for _, id := range seal.Find(source.NewTree(fsys)) {
		got = append(got, id.String())
	}
	if want := []string{"2022-07@2", "2022-07@10", "2022-08@1", "2022-10@1"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReleaseID(t *testing.T) {
	for _, text := range []string{"2022-07@1", "2022-12@10"} {
		id, err := seal.ParseReleaseID(text)
		if err != nil || id.String() != text {
			t.Errorf("%q is read as %q, %v", text, id, err)
		}
	}
	for _, text := range []string{
		"", "@", "2022-07", "2022-07@", "2022-07@0", "2022-07@-1", "2022-07@01", "2022-07@+1", "2022-07@1 ", " 2022-07@1", "2022-07@1@2", "2022-07@x",
		"2022-13@1", "2022-Q3@1", "2022@1", "2022-07#1", "2022-7@1", "2022-07@99999999999999999999",
	} {
		if id, err := seal.ParseReleaseID(text); err == nil {
			t.Errorf("%q is read as %s", text, id)
		}
	}
}

func TestHasDrop(t *testing.T) {
	s, _, _ := open(folder(t), july)
	for text, want := range map[string]bool{
		"2022-07/dvz/attestations": true, "2022-07/dvz/attestations.2": true, "2022-07/dvz/attestations.3": false, "2022-08/dvz/attestations": false,
	} {
		id, err := drop.ParseID(text)
		if err != nil || s.HasDrop(id) != want {
			t.Errorf("%s: %v, %v", text, s.HasDrop(id), err)
		}
	}
}

// Whoever calls it: the value of a hidden observation is never written.
func TestHiddenRowsHaveNoValue(t *testing.T) {
	hidden := cubetest.Observation(t, "attestations BE 2022-07 1234 Q")
	if !hidden.HasValue || !hidden.Status.Has(observation.Hidden) {
		t.Fatal("the test is about a hidden observation that has a value")
	}
	if content := seal.EncodeData([]seal.Row{{Dataset: "attestations", Observation: hidden}}); bytes.Contains(content, []byte("1234")) {
		t.Errorf("%s", content)
	}
}
