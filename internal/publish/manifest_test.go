package publish

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const manifestText = `{"format": "ronde-manifest/1", "draft": false, "files": [
{"path": "index.html", "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
{"path": "nl/index.html", "size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
]}
`

func TestManifestForm(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"nl/index.html": "", "index.html": "abc"}, Options{})
	writeTree(t, target, tree{"foreign.txt": "secret"})
	mustPublish(t, target, tree{"nl/index.html": "", "index.html": "abc"}, Options{})
	if diff := cmp.Diff(manifestText, readTree(t, target)[ManifestName]); diff != "" {
		t.Errorf("manifest (-want +got):\n%s", diff)
	}
	if got := string(Manifest{Inputs: "ab"}.encode()); got != "{\"format\": \"ronde-manifest/1\", \"draft\": false, \"inputs\": \"ab\", \"files\": [\n]}\n" {
		t.Errorf("manifest with inputs: %q", got)
	}
	if got := string(Manifest{Draft: true}.encode()); got != "{\"format\": \"ronde-manifest/1\", \"draft\": true, \"files\": [\n]}\n" {
		t.Errorf("empty manifest: %q", got)
	}
}

func TestReadManifestRefuses(t *testing.T) {
	tests := []struct{ name, from, to string }{
		{"no JSON", "{", "["},
		{"other format", "ronde-manifest/1", "other/1"},
		{"later format", "ronde-manifest/1", "ronde-manifest/2"},
		{"leaves the tree", "nl/index.html", "../index.html"},
		{"absolute", `"index.html"`, `"/index.html"`},
		{"itself", `"nl/index.html"`, `"ronde-manifest.json"`},
		{"out of order", "nl/index.html", "a.html"},
		{"twice", "nl/index.html", "index.html"},
		{"short hash", "ba7816", "ba78"},
		{"hash in capitals", "ba7816", "BA7816"},
		{"no hash", "ba7816", "xx7816"},
		{"inputs are no digest", `"draft": false`, `"draft": false, "inputs": "abc"`},
		{"negative size", `"size": 3`, `"size": -3`},
		{"cut short", "]}\n", ""},
	}
	if _, err := parseManifest([]byte(manifestText)); err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(manifestText, test.from, test.to, 1)
			_, err := ReadManifest(fstest.MapFS{ManifestName: {Data: []byte(text)}})
			if !errors.Is(err, ErrManifest) {
				t.Errorf("ReadManifest: %v, want ErrManifest", err)
			}
		})
	}
}

// What is read is written as it was, and read again the same.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(manifestText))
	f.Add([]byte(`{"format":"ronde-manifest/1","draft":true,"files":null}`))
	f.Add([]byte(strings.Replace(manifestText, `false`, `false, "inputs": "`+strings.Repeat("0a", 32)+`"`, 1)))
	f.Add([]byte(`{"format":"ronde-manifest/1","files":[{"path":"a\u002fb"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		again, err := parseManifest(m.encode())
		if err != nil {
			t.Fatal(err)
		}
		if m.Draft != again.Draft || m.Inputs != again.Inputs || len(m.Files) != len(again.Files) || len(m.Files) > 0 && !cmp.Equal(m, again) {
			t.Errorf("%+v became %+v", m, again)
		}
	})
}
