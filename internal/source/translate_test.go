package source

import (
	"strings"
	"testing"
)

// TestAddLanguages: texts come in, and nothing else that changed; a file without news keeps
// its bytes.
func TestAddLanguages(t *testing.T) {
	const was = `# Who delivers.
ronde: 1
languages: [nl, fr]
organisations:
  - id: dvz # first
    name: {nl: Dienst Vreemdelingenzaken, fr: Office des étrangers}
    contact: {email: x@example.org}
  - {id: gone, name: {nl: Weg, fr: Parti}}
codes: {code: BE, label: {nl: België, fr: Belgique}}
plain: [{label: {nl: A}}, {label: {nl: B}}]
`
	const is = `ronde: 1
languages: [en, nl, fr, de]
organisations:
  - {id: new, name: {nl: Nieuw, fr: Nouveau, en: New}}
  - {id: dvz, name: {nl: Andere naam, fr: Autre nom, en: "Immigration Office: new"}, contact: {email: y@example.org}}
codes: {code: BE, label: {nl: België, fr: Belgique, en: Belgium}}
plain: [{label: {nl: A, en: C}}, {label: {nl: B, en: D}}]
`
	got, err := AddLanguages([]byte(was), []byte(is), []string{"en"})
	if err != nil {
		t.Fatal(err)
	}
	const want = `# Who delivers.
ronde: 1
languages: [en, nl, fr]
organisations:
  - id: dvz # first
    name: {nl: Dienst Vreemdelingenzaken, fr: Office des étrangers, en: "Immigration Office: new"}
    contact: {email: x@example.org}
  - {id: gone, name: {nl: Weg, fr: Parti}}
codes: {code: BE, label: {nl: België, fr: Belgique, en: Belgium}}
plain: [{label: {nl: A, en: C}}, {label: {nl: B, en: D}}]
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	if got, err := AddLanguages([]byte(was), []byte(is), []string{"pl"}); err != nil || string(got) != was {
		t.Errorf("without news: %v\n%s", err, got)
	}
	if _, err := AddLanguages([]byte("a: ["), []byte(is), nil); err == nil {
		t.Error("no YAML, and nothing said")
	}
	if got, err := AddLanguages(nil, []byte(is), []string{"en"}); err != nil || strings.TrimSpace(string(got)) != "" {
		t.Errorf("an empty file: %v\n%s", err, got)
	}
}
