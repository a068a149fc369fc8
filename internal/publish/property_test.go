package publish

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// randomTree gives files of few names, so that trees meet: a name is a file in
// one tree and a folder in the next.
func randomTree(r *rand.Rand, text string) tree {
	set, files := names{}, tree{}
	for range r.IntN(8) {
		parts := make([]string, 1+r.IntN(3))
		for i := range parts {
			parts[i] = string(rune('a' + r.IntN(4)))
		}
		name := strings.Join(parts, "/")
		if set.add(name) == "" {
			files[name] = fmt.Sprint(text, r.IntN(3))
		}
	}
	return files
}

// withFolders adds the folders of the files.
func withFolders(files tree) tree {
	out := maps.Clone(files)
	for name := range files {
		for dir := path.Dir(strings.TrimSuffix(name, "/")); dir != "."; dir = path.Dir(dir) {
			out[dir+"/"] = "dir"
		}
	}
	return out
}

// Random trees published over one another, by renaming and in place, with
// foreign files between: the target is always the new tree and the foreign
// files, or, where they meet, the tree from before.
func TestRandomTreesOverOneAnother(t *testing.T) {
	for seed := range uint64(25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 1))
			target := filepath.Join(t.TempDir(), "public")
			foreign, ours := tree{}, tree{}
			for round := range 8 {
				next := randomTree(r, "")
				f := &fault{}
				if r.IntN(3) == 0 {
					f.immovable = target
				}
				set := names{}
				for name := range next {
					if reason := set.add(name); reason != "" {
						t.Fatal(reason)
					}
				}
				var in []string
				for _, name := range slices.Sorted(maps.Keys(withFolders(foreign))) {
					bare, folder := strings.CutSuffix(name, "/")
					mine := withFolders(ours)[name] != ""
					if set.blocks(bare, folder) && !(folder && mine) {
						in = append(in, bare)
					}
				}
				_, err := publishAll(target, next, Options{}, f.disk())
				var conflict *ConflictError
				switch {
				case errors.As(err, &conflict):
					slices.Sort(in)
					if !slices.Equal(conflict.Files, in) {
						t.Fatalf("round %d: files in the way: %q, want %q", round, conflict.Files, in)
					}
				case err != nil:
					t.Fatalf("round %d: %v", round, err)
				case in != nil:
					t.Fatalf("round %d: %q are in the way and were not named", round, in)
				default:
					ours = next
				}
				want := withFolders(ours)
				maps.Copy(want, withFolders(foreign))
				got := readTree(t, target)
				delete(got, ManifestName)
				sameTree(t, want, got)
				nothingBeside(t, target)
				if t.Failed() {
					t.Fatalf("round %d", round)
				}
				// Somebody leaves a file where nothing stands.
				for name, text := range randomTree(r, "foreign") {
					set := names{}
					for there := range want {
						if !strings.HasSuffix(there, "/") {
							set.add(there)
						}
					}
					if set.add(name) == "" && want[name+"/"] == "" {
						writeTree(t, target, tree{name: text})
						foreign[name] = text
						break
					}
				}
			}
		})
	}
}
