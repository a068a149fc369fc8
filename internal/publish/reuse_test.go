package publish

import (
	"os"
	"path/filepath"
	"testing"

	"ronde/internal/volume"
)

// A stage takes files over as an earlier one left them, with what is wrong with their
// links, and takes none when one of them is altered or gone.
func TestReuse(t *testing.T) {
	files := tree{"nl/index.html": `<p id="a"><a href="../en/">en</a> <a href="#a">a</a>`, "en/index.html": `<a href="../nl/#a">nl</a>`}
	keep := func(t *testing.T) (target string, kept []Kept) {
		target = filepath.Join(t.TempDir(), "public")
		s, err := stageAll(target, files, Options{}, volume.Disk{})
		if err != nil {
			t.Fatal(err)
		}
		kept = s.Keep([]string{"nl/index.html", "en/index.html"})
		s.Settle([]string{"nl/index.html"})
		if wrong := s.Check(); wrong != nil {
			t.Fatal(wrong)
		}
		if _, err := s.Publish(); err != nil {
			t.Fatal(err)
		}
		return target, kept
	}
	begin := func(t *testing.T, target string) *Stage {
		s, err := Begin(volume.Disk{}, target, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Discard() })
		return s
	}
	t.Run("whole", func(t *testing.T) {
		target, kept := keep(t)
		s := begin(t, target)
		if ok, err := s.Reuse(kept); !ok || err != nil {
			t.Fatal(ok, err)
		}
		if wrong := s.Check(); wrong != nil {
			t.Error(wrong)
		}
		sum, err := s.Publish()
		if err != nil || sum.Unchanged != 2 || sum.Altered != nil {
			t.Errorf("%+v, %v", sum, err)
		}
		sameTree(t, published(t, files, nil), readTree(t, target))
		if _, ok := Stands(volume.Disk{}, target, ""); ok {
			t.Error("a tree of unknown inputs stands")
		}
	})
	t.Run("a link that leads nowhere any more", func(t *testing.T) {
		target, kept := keep(t)
		s := begin(t, target)
		if ok, err := s.Reuse(kept[:1]); !ok || err != nil {
			t.Fatal(ok, err)
		}
		s.Settle([]string{"nl/index.html"})
		if wrong := s.Check(); len(wrong) != 1 || wrong[0].Link != "../en/" {
			t.Error(wrong)
		}
	})
	for name, change := range map[string]func(file string) error{
		"altered": func(file string) error { return os.WriteFile(file, []byte("mine"), 0o644) },
		"gone":    os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			target, kept := keep(t)
			if err := change(filepath.Join(target, "en", "index.html")); err != nil {
				t.Fatal(err)
			}
			s := begin(t, target)
			if ok, err := s.Reuse(kept); ok || err != nil {
				t.Fatal(ok, err)
			}
			if len(s.files) != 0 {
				t.Errorf("%d files were taken", len(s.files))
			}
		})
	}
}
