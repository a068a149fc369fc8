package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ronde/internal/workbook/workbooktest"
)

var update = flag.Bool("update", false, "rewrite the expected outputs of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ronde": main})
}

// TestScripts runs whole sites through the whole program. A script begins with
// the base site of testdata/base (a small but complete one, with the lock files
// and folders that a real one has) and lays its own files over it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "")
			return layBase(filepath.Join(e.WorkDir, "site"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"confirm":  confirm,
			"crlf":     crlf,
			"replace":  replace,
			"latin":    latin,
			"same":     same,
			"absent":   absent,
			"veil":     veil,
			"follows":  follows,
			"head":     head,
			"reseal":   reseal,
			"workbook": makeWorkbook,
			"archive":  archive,
		},
	})
}

// layBase puts the base site below the files that the script brings itself.
func layBase(site string) error {
	base := os.DirFS("testdata/base")
	return fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		target := filepath.Join(site, filepath.FromSlash(name))
		if _, err := os.Stat(target); err == nil {
			return nil
		}
		content, err := fs.ReadFile(base, name)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}

// crlf FILE… converts files to the line ends of Windows, as git does without
// .gitattributes.
func crlf(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		content := strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(content), 0o644))
	}
}

// guessComment is what marks a guess.
var guessComment = regexp.MustCompile(`(?m) *# guess: .*$`)

// confirm FILE… deletes the comments that mark guesses, as somebody does who finds them
// right; a file has one at least.
func confirm(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		content := ts.ReadFile(name)
		if !guessComment.MatchString(content) {
			ts.Fatalf("%s holds no guess", name)
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(guessComment.ReplaceAllString(content, "")), 0o644))
	}
}

// replace FILE OLD NEW replaces the first occurrence of a text, which the file
// must hold; \n in either stands for the end of a line.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	lines := strings.NewReplacer(`\n`, "\n")
	content, old := ts.ReadFile(args[0]), lines.Replace(args[1])
	if !strings.Contains(content, old) {
		ts.Fatalf("%s does not contain %q", args[0], old)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(content, old, lines.Replace(args[2]), 1)), 0o644))
}

// latin FILE converts a file to Windows-1252, as older programs save it.
func latin(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		var b bytes.Buffer
		for _, r := range ts.ReadFile(name) {
			if r > 0xff {
				ts.Fatalf("%s: %q is not in Latin-1", name, r)
			}
			b.WriteByte(byte(r))
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), b.Bytes(), 0o644))
	}
}

// workbook FROM FILE makes an XLSX file of a text, as workbooktest reads it.
func makeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: workbook FROM FILE")
	}
	content, err := workbooktest.XLSX(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), content, 0o644))
}

// archive FILE NAME… makes an archive of empty files: other programs' files are such.
func archive(ts *testscript.TestScript, _ bool, args []string) {
	var parts [][2]string
	for _, name := range args[1:] {
		parts = append(parts, [2]string{name, ""})
	}
	content, err := workbooktest.Pack(parts)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
}

// veil FILE REGEXP TEXT puts a text in the place of all that matches, which differs from
// run to run, such as the hash of a commit.
func veil(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: veil FILE REGEXP TEXT")
	}
	pattern, err := regexp.Compile(args[1])
	ts.Check(err)
	content := ts.ReadFile(args[0])
	if !pattern.MatchString(content) {
		ts.Fatalf("%s holds nothing like %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(pattern.ReplaceAllString(content, args[2])), 0o644))
}

// same DIR DIR compares two trees byte for byte; with ! they must differ.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	difference := compareTrees(ts.MkAbs(args[0]), ts.MkAbs(args[1]))
	if neg && difference == "" {
		ts.Fatalf("%s and %s are the same", args[0], args[1])
	}
	if !neg && difference != "" {
		ts.Fatalf("%s", difference)
	}
}

// hash is the form of the hashes in an edition, whose digits say nothing.
var hash = regexp.MustCompile(`[0-9a-f]{64}`)

// absent DIR TEXT… fails when a text stands in a file below the folder, or in a
// file's name: what is hidden must be nowhere.
func absent(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: absent DIR TEXT...")
	}
	files, err := readTree(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("%s holds no file", args[0])
	}
	for name, content := range files {
		content = hash.ReplaceAllString(content, "")
		for _, text := range args[1:] {
			if strings.Contains(content, text) || strings.Contains(name, text) {
				ts.Fatalf("%q stands in %s", text, name)
			}
		}
	}
}

// follows DIR DIR checks that the second edition names the seal of the first as
// that of the release before it.
func follows(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: follows DIR DIR")
	}
	line := func(dir, key string) string {
		for line := range strings.Lines(ts.ReadFile(dir + "/edition.yaml")) {
			if value, found := strings.CutPrefix(line, key+": "); found {
				return strings.Trim(value, "\"\n")
			}
		}
		ts.Fatalf("edition.yaml of %s has no line %s:", dir, key)
		return ""
	}
	if first, previous := line(args[0], "seal"), line(args[1], "previous"); first != previous {
		ts.Fatalf("the seal of %s is %s, and %s follows %s", args[0], first, args[1], previous)
	}
}

// head FILE WANT compares a manifest with a file up to its list of hashes.
func head(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: head FILE WANT")
	}
	got, _, _ := strings.Cut(ts.ReadFile(args[0]), "\nfiles:")
	if want := ts.ReadFile(args[1]); got+"\n" != want {
		ts.Fatalf("%s begins with\n%s", args[0], got)
	}
}

// reseal DIR [OLD NEW] makes an edition whole again after its files, or a text in
// its manifest, were changed: what no user does by hand, and another version of
// the program might.
func reseal(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 && len(args) != 3 {
		ts.Fatalf("usage: reseal DIR [OLD NEW]")
	}
	manifest := args[0] + "/edition.yaml"
	if len(args) == 3 {
		replace(ts, false, append([]string{manifest}, args[1:]...))
	}
	var b strings.Builder
	file := ""
	for line := range strings.Lines(ts.ReadFile(manifest)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case key == "- path":
			file = value
		case key == "sha256":
			line = fmt.Sprintf("    sha256: \"%x\"\n", sha256.Sum256([]byte(ts.ReadFile(args[0]+"/"+file))))
		case key == "seal":
			line = fmt.Sprintf("seal: %x\n", sha256.Sum256([]byte(b.String())))
		}
		b.WriteString(line)
	}
	ts.Check(os.WriteFile(ts.MkAbs(manifest), []byte(b.String()), 0o644))
}

func compareTrees(a, b string) string {
	left, err := readTree(a)
	if err != nil {
		return err.Error()
	}
	right, err := readTree(b)
	if err != nil {
		return err.Error()
	}
	for name, content := range left {
		other, ok := right[name]
		if !ok {
			return fmt.Sprintf("%s is only in %s", name, a)
		}
		if other != content {
			return fmt.Sprintf("%s differs", name)
		}
	}
	for name := range right {
		if _, ok := left[name]; !ok {
			return fmt.Sprintf("%s is only in %s", name, b)
		}
	}
	return ""
}

func readTree(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	return files, err
}
