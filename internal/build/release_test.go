package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ronde/internal/archive"
	"ronde/internal/observation"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

func attestations(t testing.TB, round string) observation.Key {
	return observation.Key{Series: observation.Series{Indicator: "attestations", Codes: "BE"}, Period: month(t, round)}
}

// foldOf gives the archive of a site as pages are made from it.
func foldOf(t testing.TB, dir string) *archive.Archive {
	t.Helper()
	w := read(os.DirFS(dir))
	if err := w.fold(Options{}); err != nil {
		t.Fatal(err)
	}
	if w.out.Errors() > 0 {
		fail(t, w.out.Sorted())
	}
	return w.archive
}

// A drop set of a correction says nothing of what later drops said: the fold
// goes by drop order.
func TestCorrectionKeepsLaterValues(t *testing.T) {
	dir := releasedSite(t)
	write(t, dir, "data/drops/2022-07/fedasil/referrals.2.csv", "month,area,referrals\n2022-07,BE,813\n2022-07,BE-VLG,510\n2022-07,BE-BRU,203\n2022-07,BE-WAL,100\n")
	write(t, dir, "data/drops/2022-07/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-09-28\nchanged: {nl: Herteld., en: Counted again.}\n")
	mustRelease(t, dir, correction(t, "2022-07", "2022-10-01", "2022-07/fedasil/referrals.2"))
	a := foldOf(t, dir)
	now, ok := a.Table.Observations().Get(attestations(t, "2022-07"))
	if value, has := now.Value(); !ok || !has || value.String() != "3156" {
		t.Errorf("July is %v in the fold, want 3156", now.Row())
	}
	first, ok := a.FirstPublished(attestations(t, "2022-07"))
	if value, _ := first.Observation.Value(); !ok || value.String() != "3159" || first.Edition.ID().String() != "2022-07@1" {
		t.Errorf("July was first published as %v by %v", value, first.Edition.ID())
	}
	latest := a.Reports[0].Latest()
	if latest.ID().String() != "2022-07@2" || !strings.Contains(latest.Texts["nl"].Body, "3.159") || strings.Contains(latest.Texts["nl"].Body, "3.156") {
		t.Errorf("%s says\n%s", latest.ID(), latest.Texts["nl"].Body)
	}
	if !strings.Contains(latest.Texts["nl"].Body, "813") {
		t.Errorf("%s does not say what it was released for:\n%s", latest.ID(), latest.Texts["nl"].Body)
	}
	// Of what it took over from July's drop set it publishes nothing again.
	for row := range latest.Rows.All() {
		if row.Indicator != "referrals" {
			t.Errorf("row %v again", row)
		}
	}
}

// Of a later round's drop a correction takes the rows up to its own round.
func TestCorrectionTakesRowsOfItsRound(t *testing.T) {
	dir := releasedSite(t)
	mustRelease(t, dir, correction(t, "2022-07", "2022-10-01", "2022-08/dvz/attestations"))
	w := read(os.DirFS(dir))
	e := w.editions[len(w.editions)-1]
	if !strings.Contains(e.Texts["nl"].Body, "3.156") {
		t.Errorf("the text says\n%s", e.Texts["nl"].Body)
	}
	for _, f := range e.Figures {
		for _, points := range f.Points {
			for _, p := range points {
				if p.Period == month(t, "2022-08") {
					t.Errorf("figure %s of July shows August", f.ID)
				}
			}
		}
	}
	if e.Rows.Len() != 0 {
		t.Errorf("%d rows that August published already", e.Rows.Len())
	}
}

// Two branches that each released: the chain refuses them, and the later one is
// made again on top of the other.
func TestRedo(t *testing.T) {
	ours, theirs := newSite(t), newSite(t)
	mustRelease(t, ours, first(t, "2022-07", "2022-08-20"))
	mustRelease(t, theirs, first(t, "2022-08", "2022-09-20"))
	august := filepath.Join("content", "reports", "2022-08", "editions")
	if err := os.CopyFS(filepath.Join(ours, august), os.DirFS(filepath.Join(theirs, august))); err != nil {
		t.Fatal(err)
	}
	found := examine(os.DirFS(ours))
	if len(found) != 1 || found[0].ID != "chain-fork" {
		t.Fatalf("found %v", found)
	}
	redo := ReleaseRequest{Redo: seal.ReleaseID{Round: month(t, "2022-08"), Number: 1}, Date: day(t, "2022-09-20"), Dated: true}
	mustRelease(t, ours, redo)
	mustExamine(t, os.DirFS(ours))
	// On top of July it is what it would have been on that branch.
	want := newSite(t)
	mustRelease(t, want, first(t, "2022-07", "2022-08-20"))
	mustRelease(t, want, first(t, "2022-08", "2022-09-20"))
	sameTree(t, readTree(t, want), readTree(t, ours))
	// July is followed now, and stays.
	redo.Redo = seal.ReleaseID{Round: month(t, "2022-07"), Number: 1}
	before := readTree(t, ours)
	if r := release(volume.Disk{Volatile: true}, os.DirFS(ours), ours, redo); r.Err == nil || !strings.Contains(r.Err.Error(), "2022-08@1 follows 2022-07@1") {
		t.Errorf("redo of what is followed: %v, %v", r.Err, r.Findings)
	}
	sameTree(t, before, readTree(t, ours))
}

func sameTree(t testing.TB, want, got map[string]string) {
	t.Helper()
	for name, content := range want {
		if is, ok := got[name]; !ok || is != content {
			t.Errorf("%s differs (there: %v)", name, ok)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there besides", name)
		}
	}
}

// What a request cannot ask for is refused, and nothing is written.
func TestReleaseRefused(t *testing.T) {
	text := func(pairs ...string) source.Text { return source.NewText(pairs...) }
	dir := releasedSite(t)
	before := readTree(t, dir)
	for _, c := range []struct {
		name    string
		request func(*ReleaseRequest)
		want    string
	}{
		{"without a kind", func(*ReleaseRequest) {}, "released as 2022-07@1"},
		{"without a reason", func(r *ReleaseRequest) { r.Kind = seal.Editorial }, "why"},
		{"a reason in another language", func(r *ReleaseRequest) { r.Kind, r.Reason = seal.Editorial, text("fr", "x") }, "fr"},
		{"two reasons in one language", func(r *ReleaseRequest) { r.Kind, r.Reason = seal.Editorial, text("en", "x", "en", "y") }, "en"},
		{"an earlier date", func(r *ReleaseRequest) { r.Kind, r.Reason, r.Date = seal.Editorial, text("en", "x"), r.Date-400 }, "before"},
		{"nothing new", func(r *ReleaseRequest) { r.Kind, r.Reason = seal.Editorial, text("en", "x") }, "nothing is new"},
		{"nothing new from the same codebook", func(r *ReleaseRequest) {
			r.Kind, r.Reason, r.RefreshCodebook, r.RefreshFigures = seal.Editorial, text("en", "x"), true, true
		}, "nothing is new"},
		{"a first edition with a kind", func(r *ReleaseRequest) {
			r.Round, r.Kind, r.Reason = month(t, "2022-09"), seal.Editorial, text("en", "x")
		}, "2022-09"},
		{"no such round", func(r *ReleaseRequest) { r.Round = month(t, "2023-01") }, "2023-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			request := first(t, "2022-07", "2022-10-01")
			c.request(&request)
			r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, request)
			if r.Err == nil || !strings.Contains(r.Err.Error(), c.want) {
				t.Errorf("error %v, findings %v", r.Err, r.Findings)
			}
			sameTree(t, before, readTree(t, dir))
		})
	}
}

// A drop with errors cannot be taken in, and says why.
func TestReleaseWithBrokenDrop(t *testing.T) {
	dir := releasedSite(t)
	for name, content := range map[string]string{
		"rows":        "month,area,referrals\n2022-07,BE,x\n",
		"header":      "month,place,referrals\n2022-07,BE,8\n",
		"description": "",
	} {
		write(t, dir, "data/drops/2022-07/fedasil/referrals.2.csv", content)
		write(t, dir, "data/drops/2022-07/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-09-28\n")
		if name == "description" {
			write(t, dir, "data/drops/2022-07/fedasil/referrals.2.yaml", "ronde: 1\nreceived: soon\n")
		}
		before := readTree(t, dir)
		r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, correction(t, "2022-07", "2022-10-01", "2022-07/fedasil/referrals.2"))
		if r.Err != nil || len(r.Summary) > 0 || len(errorsOf(r.Findings)) == 0 {
			t.Errorf("%s: %v %q %v", name, r.Err, r.Summary, r.Findings)
		}
		sameTree(t, before, readTree(t, dir))
	}
}

// The note of a row with a line end of Windows is the same when it is read
// again: it is not published a second time.
func TestNoteWithLineEndIsPublishedOnce(t *testing.T) {
	dir := newSite(t)
	replace(t, dir, "data/datasets/referrals.yaml", "  - {name: referrals, is: value}\n", "  - {name: referrals, is: value}\n  - {name: note, is: note, optional: true}\n")
	write(t, dir, "data/drops/2022-07/fedasil/referrals.csv", "month,area,referrals,note\r\n2022-07,BE,803,\"one\r\ntwo\"\r\n2022-07,BE-VLG,500,\r\n2022-07,BE-BRU,203,\r\n2022-07,BE-WAL,100,\r\n")
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
	w := read(os.DirFS(dir))
	for row := range w.chain[1].Rows().All() {
		if row.Period == month(t, "2022-07") && row.Indicator == "referrals" {
			t.Errorf("August publishes again: %v", row)
		}
	}
}

// Nothing appears in the fold while its edition is under embargo.
func TestEmbargoHoldsInFold(t *testing.T) {
	dir := newSite(t)
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	replace(t, dir, "content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nembargo: 2022-09-25")
	mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
	for date, want := range map[string]string{"2022-09-20": "3159", "2022-09-24": "3159", "2022-09-25": "3156"} {
		d := day(t, date)
		w := read(os.DirFS(dir))
		if err := w.fold(Options{SiteDate: &d}); err != nil {
			t.Fatal(err)
		}
		now, _ := w.archive.Table.Observations().Get(attestations(t, "2022-07"))
		if value, _ := now.Value(); value.String() != want {
			t.Errorf("on %s July is %s, want %s", date, value, want)
		}
		if _, ok := w.archive.Table.Observations().Get(attestations(t, "2022-08")); ok != (want == "3156") {
			t.Errorf("on %s August is there: %v", date, ok)
		}
	}
	september := first(t, "2022-07", "2022-09-22")
	september.Kind, september.Reason = seal.Editorial, source.NewText("en", "x")
	if r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, september); r.Err == nil || !strings.Contains(r.Err.Error(), "embargo") {
		t.Errorf("a release during another's embargo: %v", r.Err)
	}
}

func TestSiteDate(t *testing.T) {
	fsys := released(t)
	early := day(t, "2022-09-19")
	if r := Check(fsys, Options{SiteDate: &early}); !errors.As(r.Err, new(SiteDateError)) {
		t.Errorf("a site date before the newest release: %v", r.Err)
	}
	w := read(fsys)
	if date, err := w.siteDate(Options{}); err != nil || date == nil || *date != day(t, "2022-09-20") {
		t.Errorf("without any, the site date is %v, %v", date, err)
	}
}
