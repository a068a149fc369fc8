package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A small site: pages in folders, a file with the line ends of Windows, one that is empty.
var small = tree{
	"index.html": "<p>3 159\n<p>3 156\n", "nl/index.html": "<p>Nederlands\n", "nl/data/x.csv": "period;value\r\n2022-07;3159\r\n", "en/empty": "",
}

// publishedSmall publishes it and gives where.
func publishedSmall(t testing.TB, o Options) string {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, small, o)
	return target
}

// deviations are what Verify finds, a line each.
func deviations(t testing.TB, root string) []string {
	t.Helper()
	v, err := Verify(root)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, d := range v.Deviations {
		line := d.Path + ": " + string(d.Is)
		if d.Stands != "" {
			line += fmt.Sprintf(", %s for folder %v, %d below", d.Stands, d.Folder, d.Below)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestVerify(t *testing.T) {
	put := func(files tree) func(*testing.T, string) {
		return func(t *testing.T, root string) { writeTree(t, root, files) }
	}
	drop := func(names ...string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			for _, name := range names {
				if err := os.RemoveAll(filepath.Join(root, name)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	link := func(aim, name string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			drop(name)(t, root)
			if err := os.Symlink(aim, filepath.Join(root, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	manifest := func(old, new string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			text, err := os.ReadFile(filepath.Join(root, ManifestName))
			if err != nil || !bytes.Contains(text, []byte(old)) {
				t.Fatal(err, "no ", old)
			}
			writeTree(t, root, tree{ManifestName: strings.ReplaceAll(string(text), old, new)})
		}
	}
	for _, test := range []struct {
		name   string
		tamper []func(*testing.T, string)
		want   []string
	}{
		{"as it was published", nil, nil},
		{"a digit", []func(*testing.T, string){put(tree{"index.html": "<p>3 158\n<p>3 156\n"})}, []string{"index.html: altered"}},
		{"something in what was empty", []func(*testing.T, string){put(tree{"en/empty": "\n"})}, []string{"en/empty: altered"}},
		{"CRLF for LF", []func(*testing.T, string){put(tree{"index.html": "<p>3 159\r\n<p>3 156\r\n"})}, []string{"index.html: line-ends"}},
		{"CRLF in one line", []func(*testing.T, string){put(tree{"index.html": "<p>3 159\r\n<p>3 156\n"})}, []string{"index.html: line-ends"}},
		{"LF for CRLF", []func(*testing.T, string){put(tree{"nl/data/x.csv": "period;value\n2022-07;3159\n"})}, []string{"nl/data/x.csv: line-ends"}},
		{"CRLF converted once more", []func(*testing.T, string){put(tree{"nl/data/x.csv": "period;value\r\r\n2022-07;3159\r\r\n"})}, []string{"nl/data/x.csv: line-ends"}},
		{"line ends and a digit", []func(*testing.T, string){put(tree{"index.html": "<p>3 158\r\n<p>3 156\r\n"})}, []string{"index.html: altered"}},
		{"a last line end less", []func(*testing.T, string){put(tree{"index.html": "<p>3 159\n<p>3 156"})}, []string{"index.html: altered"}},
		{"missing", []func(*testing.T, string){drop("nl/index.html", "en")}, []string{"en/empty: missing", "nl/index.html: missing"}},
		{"foreign", []func(*testing.T, string){put(tree{"CNAME": "x", ".git/HEAD": "x", ".git/objects/1": "x", "nl/more.html": "x", "void/": ""})}, []string{
			".git: foreign, folder for folder false, 2 below", "CNAME: foreign, file for folder false, 0 below",
			"nl/more.html: foreign, file for folder false, 0 below", "void: foreign, folder for folder false, 0 below",
		}},
		{"a name in capitals", []func(*testing.T, string){drop("index.html"), put(tree{"Index.html": small["index.html"]})}, []string{
			"Index.html: foreign, file for folder false, 0 below", "index.html: missing",
		}},
		{"a folder for a file", []func(*testing.T, string){drop("index.html"), put(tree{"index.html/x": "x"})}, []string{"index.html: kind, folder for folder false, 0 below"}},
		{"a file for a folder", []func(*testing.T, string){drop("nl"), put(tree{"nl": "x"})}, []string{"nl: kind, file for folder true, 2 below"}},
		{"a link to the same content", []func(*testing.T, string){put(tree{"copy": small["index.html"]}), link("copy", "index.html")}, []string{
			"copy: foreign, file for folder false, 0 below", "index.html: kind, link for folder false, 0 below",
		}},
		{"a link for a folder", []func(*testing.T, string){link("en", "nl")}, []string{"nl: kind, link for folder true, 2 below"}},
		{"a foreign link", []func(*testing.T, string){link("nowhere", "latest")}, []string{"latest: foreign, link for folder false, 0 below"}},
		{"line ends of the manifest", []func(*testing.T, string){manifest("\n", "\r\n")}, []string{"ronde-manifest.json: line-ends"}},
		{"spacing of the manifest", []func(*testing.T, string){manifest(": ", ":")}, []string{"ronde-manifest.json: altered"}},
		{"another hash", []func(*testing.T, string){manifest(hash([]byte(small["index.html"])), hash(nil))}, []string{"index.html: altered"}},
		{"another size", []func(*testing.T, string){manifest(`"size": 18`, `"size": 19`)}, []string{"index.html: altered"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := publishedSmall(t, Options{})
			for _, tamper := range test.tamper {
				tamper(t, root)
			}
			before := readTree(t, root)
			if diff := cmp.Diff(test.want, deviations(t, root)); diff != "" {
				t.Errorf("deviations (-want +got):\n%s", diff)
			}
			sameTree(t, before, readTree(t, root))
		})
	}
}

func TestVerifyWithoutAManifest(t *testing.T) {
	for _, test := range []struct {
		name, manifest, reason string
		err                    error
	}{
		{"none", "", "no such file", fs.ErrNotExist},
		{"cut off", `{"format": "ronde-manifest/1", "fi`, "unexpected end of JSON input", ErrManifest},
		{"later", `{"format": "ronde-manifest/2"}`, `format "ronde-manifest/2" is of another version of Ronde`, ErrManifest},
		{"out of the folder", `{"format": "ronde-manifest/1", "files": [{"path": "../x", "size": 0, "sha256": "` + hash(nil) + `"}]}`, `"../x" has a part of dots alone`, ErrManifest},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := publishedSmall(t, Options{})
			if err := os.Remove(filepath.Join(root, ManifestName)); err != nil {
				t.Fatal(err)
			}
			if test.manifest != "" {
				writeTree(t, root, tree{ManifestName: test.manifest})
			}
			if _, err := Verify(root); !errors.Is(err, test.err) || !strings.Contains(err.Error(), test.reason) {
				t.Errorf("error %v", err)
			}
		})
	}
	root := publishedSmall(t, Options{})
	for _, name := range []string{filepath.Join(root, "nowhere"), filepath.Join(root, "index.html")} {
		if _, err := Verify(name); !errors.Is(err, ErrNotFolder) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// Drafts are told by their manifest.
func TestVerifyDrafts(t *testing.T) {
	v, err := Verify(publishedSmall(t, Options{Draft: true}))
	if err != nil || !v.Manifest.Draft || v.Deviations != nil {
		t.Errorf("%+v, %v", v, err)
	}
}

// Any single change of any single byte, any file removed, renamed or added is found, also
// when it bears the times from before. In the manifest only the digest of the inputs
// proves nothing of the tree; here it has none.
func TestVerifyFindsAnySingleChange(t *testing.T) {
	root := publishedSmall(t, Options{})
	whole := readTree(t, root)
	found := func(what string) {
		t.Helper()
		v, err := Verify(root)
		if err == nil && v.Deviations == nil {
			t.Errorf("not found: %s", what)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		if strings.HasSuffix(name, "/") {
			continue
		}
		full := filepath.Join(root, filepath.FromSlash(name))
		info, err := os.Stat(full)
		if err != nil {
			t.Fatal(err)
		}
		write := func(text string) {
			if err := errors.Join(os.WriteFile(full, []byte(text), 0o644), os.Chtimes(full, time.Time{}, info.ModTime())); err != nil {
				t.Fatal(err)
			}
		}
		text := whole[name]
		for i := range len(text) {
			write(text[:i] + string(text[i]^1) + text[i+1:])
			found(fmt.Sprintf("byte %d of %s changed", i, name))
			write(text[:i] + text[i+1:])
			found(fmt.Sprintf("byte %d of %s gone", i, name))
			write(text[:i] + "\r" + text[i:])
			found(fmt.Sprintf("byte %d of %s added", i, name))
		}
		write(text)
		for i := range len(filepath.Base(full)) {
			base := []byte(filepath.Base(full))
			base[i] ^= 8 // no point and no hyphen becomes a slash
			other := filepath.Join(filepath.Dir(full), string(base))
			if err := os.Rename(full, other); err != nil {
				t.Fatal(err)
			}
			found(name + " is called " + string(base))
			if err := os.Rename(other, full); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := deviations(t, root); got != nil {
		t.Errorf("put back, and still %q", got)
	}
}

// An unreadable tree refuses to open some names, as a disk does for those who may not.
type unreadable struct {
	fs.FS
	names []string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if slices.Contains(u.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.FS.Open(name)
}

func TestVerifyWhatCannotBeRead(t *testing.T) {
	root := publishedSmall(t, Options{})
	writeTree(t, root, tree{"private/x": "x"})
	v, err := verify(unreadable{os.DirFS(root), []string{"index.html", "nl", "private"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []Deviation{
		{Path: "index.html", Is: FileUnreadable, Stands: RegularFile, Cause: "open index.html: permission denied"},
		{Path: "nl", Is: FileUnreadable, Stands: Directory, Folder: true, Below: 2, Cause: "open nl: permission denied"},
		{Path: "private", Is: FileForeign, Stands: Directory, Below: -1},
	}
	if diff := cmp.Diff(want, v.Deviations); diff != "" {
		t.Errorf("deviations (-want +got):\n%s", diff)
	}
	if _, err := verify(unreadable{os.DirFS(root), []string{ManifestName}}); !errors.Is(err, fs.ErrPermission) || !errors.Is(err, ErrManifest) {
		t.Errorf("error %v", err)
	}
	v, err = verify(unreadable{os.DirFS(root), []string{"."}})
	if err != nil || len(v.Deviations) != 1 || v.Deviations[0].Below != len(small) {
		t.Errorf("%+v, %v", v, err)
	}
}
