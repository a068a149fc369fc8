package site_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

// versionsFrom reads versions.json, which has to hold no key that is not described.
func versionsFrom(t *testing.T, all map[string]site.Output) (v site.Versions, text []byte) {
	t.Helper()
	text = all["versions.json"].Content
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v, text
}

// All editions of a world with a correction, as readers can have them.
func TestVersions(t *testing.T) {
	w := releasedWorld(t)
	w.correct("2022-07", "2022-10-20", seal.Mistake, "nl", "Een <fout> & meer.", "en", "A mistake.")
	july, august, corrected := w.editions[0], w.editions[1], w.editions[2]
	all := outputs(t, w.site("2022-10-20"))
	got, text := versionsFrom(t, all)
	both, nl := []string{"nl", "en"}, []string{"nl"}
	at := func(path string, languages []string) map[string]string {
		addresses := map[string]string{}
		for _, lang := range languages {
			addresses[lang] = lang + "/" + path
		}
		return addresses
	}
	want := site.Versions{Format: "ronde-versions/1", Reports: []site.VersionsReport{
		{Round: "2022-07", Stands: 2, Addresses: at("reports/2022-07/", both), Editions: []site.Version{
			{
				ID: "2022-07@1", Number: 1, Released: "2022-08-30", Kind: seal.First, Reason: map[string]string{}, Seal: july.Seal,
				Languages: both, Addresses: at("reports/2022-07/v1/", both),
			},
			{
				ID: "2022-07@2", Number: 2, Released: "2022-10-20", Kind: seal.Mistake, Reason: map[string]string{"nl": "Een <fout> & meer.", "en": "A mistake."},
				Seal: corrected.Seal, Previous: august.Seal, Languages: both, Addresses: at("reports/2022-07/v2/", both),
			},
		}},
		{Round: "2022-08", Stands: 1, Addresses: at("reports/2022-08/", both), Editions: []site.Version{{
			ID: "2022-08@1", Number: 1, Released: "2022-09-20", Kind: seal.First, Reason: map[string]string{}, Seal: august.Seal, Previous: july.Seal,
			Languages: nl, Addresses: at("reports/2022-08/v1/", nl),
		}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
	if read, err := site.ParseVersions(text); err != nil || !cmp.Equal(read, want) {
		t.Errorf("read back: %+v, %v", read, err)
	}
	for _, r := range got.Reports {
		addresses := []map[string]string{r.Addresses}
		for _, e := range r.Editions {
			addresses = append(addresses, e.Addresses)
		}
		for _, a := range addresses {
			for lang, address := range a {
				if all[address+"index.html"].Page == nil {
					t.Errorf("%s in %s: no page at %s", r.Round, lang, address)
				}
			}
		}
	}
	if !bytes.Contains(text, []byte("Een <fout> & meer.")) {
		t.Errorf("texts are escaped: %s", text)
	}
	for range 5 {
		if _, again := versionsFrom(t, outputs(t, w.site("2022-10-20"))); !bytes.Equal(text, again) {
			t.Fatal("the same site gives other bytes")
		}
	}
	order := []string{`"format"`, `"reports"`, `"round"`, `"stands"`, `"addresses"`, `"editions"`, `"id"`, `"number"`, `"draft"`, `"released"`, `"kind"`, `"reason"`, `"seal"`, `"previous"`, `"languages"`}
	last := -1
	for _, key := range order {
		i := bytes.Index(text, []byte(key))
		if i <= last {
			t.Errorf("%s stands before the key that should precede it", key)
		}
		last = i
	}
	if p := pageAt[*site.Data](t, all, "nl/data/"); p.Versions != "../../versions.json" {
		t.Errorf("the catalogue leads to %q", p.Versions)
	}
}

// What is under embargo is not there; drafts are there where they are shown, and marked.
func TestVersionsOfDraftsAndUnderEmbargo(t *testing.T) {
	w := smallWorld(t)
	v, text := versionsFrom(t, outputs(t, w.site("2022-08-30")))
	if v.Reports == nil || len(v.Reports) != 0 {
		t.Errorf("before the first release: %s", text)
	}
	w.release("2022-07", "2022-08-30")
	w.replace("content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nembargo: 2022-10-01")
	draft := w.compile("2022-08", "2022-09-20", nil)
	v, text = versionsFrom(t, outputs(t, w.site("2022-09-30", draft)))
	if len(v.Reports) != 2 || v.Reports[0].Stands != 1 || v.Reports[1].Stands != 0 {
		t.Fatalf("with a draft: %s", text)
	}
	if d := v.Reports[1].Editions[0]; !d.Draft || d.Seal != "" || d.Previous != "" || d.Released != "" || d.ID != "2022-08@1" {
		t.Errorf("the draft is %+v", d)
	}
	sealed := w.publish(draft)
	v, text = versionsFrom(t, outputs(t, w.site("2022-09-30")))
	if len(v.Reports) != 1 || strings.Contains(string(text), sealed.Seal) || strings.Contains(string(text), "2022-08@") {
		t.Errorf("under embargo: %s", text)
	}
}

// A list that Ronde did not write is refused with the reason.
func TestParseVersionsRefuses(t *testing.T) {
	w := smallWorld(t)
	w.release("2022-07", "2022-08-30")
	whole := string(outputs(t, w.site("2022-08-30"))["versions.json"].Content)
	for _, test := range []struct{ old, new, reason string }{
		{"{", "<", "it is not written as JSON"},
		{"versions/1", "versions/2", `format "ronde-versions/2" is of another version of Ronde`},
		{"ronde-versions/1", "changes", `format "changes" is unknown`},
		{"2022-07@1", "juli", `"juli" is not an edition such as 2022-07@1`},
		{`"number": 1`, `"number": 2`, "2022-07@1 has the number 2"},
		{"2022-08-30", "30/08/2022", "2022-07@1 has no day of release"},
		{`"seal": "`, `"seal": "X`, "2022-07@1 has no seal"},
		{`"previous": "`, `"previous": "0`, `2022-07@1 follows "0", which is no seal`},
		{`"draft": false`, `"draft": true`, "2022-07@1 is a draft: this is the list of a preview"},
	} {
		if !strings.Contains(whole, test.old) {
			t.Fatalf("%s is not in %s", test.old, whole)
		}
		_, err := site.ParseVersions([]byte(strings.Replace(whole, test.old, test.new, 1)))
		if err == nil || !strings.Contains(err.Error(), test.reason) {
			t.Errorf("%s for %s: %v, want %s", test.new, test.old, err, test.reason)
		}
	}
}
