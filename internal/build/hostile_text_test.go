package build

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"
)

// payloads are texts that would do something, were they not kept as texts.
var payloads = []string{
	`"><script>alert(1)</script>`,
	`' onload='alert(1)' x='</title></style></textarea>`,
	`]]></text><script xmlns="http://www.w3.org/2000/svg">alert(1)</script>`,
	"{{template `x`}} ${alert(1)} <!--",
}

// formulas begin as what a spreadsheet computes.
var formulas = []string{`=HYPERLINK("http://evil.example";"x")`, `@SUM(1)`, `+1+cmd`, `-1+cmd`}

// infect changes each text of a YAML file: the values in a language, and those of keys
// that hold names and remarks.
func infect(t *testing.T, content []byte, change func(string) string) []byte {
	t.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal(content, &document); err != nil {
		t.Fatal(err)
	}
	languages := map[string]bool{"nl": true, "fr": true, "de": true, "en": true}
	texts := map[string]bool{"title": true, "name": true, "label": true, "definition": true, "description": true, "note": true, "sender": true, "publisher": true}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			for i := 0; i+1 < len(n.Content); i += 2 {
				key, value := n.Content[i].Value, n.Content[i+1]
				if value.Kind == yaml.ScalarNode && (languages[key] || texts[key]) {
					value.Value, value.Style = change(value.Value), yaml.DoubleQuotedStyle
				}
			}
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(&document)
	out, err := yaml.Marshal(&document)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestTextsStayTexts plants a script or a formula in every text field of a site,
// also in remarks of deliveries and in the commentary, releases it, and looks into
// every published file.
func TestTextsStayTexts(t *testing.T) {
	for _, payload := range append(payloads, formulas...) {
		t.Run(payload, func(t *testing.T) {
			behind := !strings.ContainsAny(payload[:1], "=@+-")
			change := func(text string) string {
				if behind {
					return text + payload
				}
				return payload + text
			}
			dir := newSite(t)
			infected := 0
			err := filepath.WalkDir(filepath.Join(dir, "data"), func(name string, d os.DirEntry, err error) error {
				if err != nil || d.IsDir() || filepath.Ext(name) != ".yaml" || strings.Contains(name, "datasets") {
					return err
				}
				content, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				changed := infect(t, content, change)
				if bytes.Contains(changed, []byte(payload[1:4])) {
					infected++
				}
				return os.WriteFile(name, changed, 0o644)
			})
			if err != nil || infected < 4 {
				t.Fatal(infected, err)
			}
			infectRemarks(t, dir, payload)
			about, err := os.ReadFile(filepath.Join(dir, "content", "about.nl.md"))
			if err != nil {
				t.Fatal(err)
			}
			escaped := regexp.MustCompile("[^a-zA-Z0-9 ]").ReplaceAllString(payload, `\$0`)
			write(t, dir, "content/about.nl.md", string(about)+"\nTekst "+escaped+" en meer.\n")
			mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
			mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
			files := built(t, os.DirFS(dir), Options{BaseURL: "https://site.example/"})
			if len(files) < 100 {
				t.Fatalf("%d files", len(files))
			}
			seen := 0
			for name, content := range files {
				if strings.HasPrefix(name, "assets/") {
					continue
				}
				if err := harmless(name, content); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if strings.Contains(content, "alert(1)") || strings.Contains(content, "evil") || strings.Contains(content, "cmd") || strings.Contains(content, "SUM(1)") {
					seen++
				}
			}
			if seen < 20 {
				t.Errorf("the text came into %d files only", seen)
			}
		})
	}
}

// infectRemarks gives each row of a delivery a remark.
func infectRemarks(t *testing.T, dir, payload string) {
	t.Helper()
	replace(t, dir, "data/datasets/attestations.yaml", "columns:\n", "columns:\n  - {name: Noot, is: note, optional: true}\n")
	for _, round := range []string{"2022-07", "2022-08"} {
		name := "data/drops/" + round + "/dvz/attestations.csv"
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for i, line := range strings.Split(strings.TrimRight(string(content), "\r\n"), "\n") {
			cell := `"` + strings.ReplaceAll(payload, `"`, `""`) + `"`
			if i == 0 {
				cell = "Noot"
			}
			b.WriteString(strings.TrimRight(line, "\r") + ";" + cell + "\n")
		}
		write(t, dir, name, b.String())
	}
}

// harmless says what a published file would do, besides being shown.
func harmless(name, content string) error {
	switch path.Ext(name) {
	case ".html":
		return harmlessHTML(content)
	case ".svg", ".xml":
		return harmlessXML(content)
	case ".json":
		if !json.Valid([]byte(content)) {
			return errors.New("is no JSON")
		}
	case ".csv":
		return harmlessCSV(content)
	case ".xlsx":
		return harmlessWorkbook(content)
	}
	return nil
}

func harmlessHTML(content string) error {
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		return err
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		src := ""
		for _, a := range n.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			switch {
			case strings.HasPrefix(a.Key, "on"):
				return errors.New(n.Data + " has " + a.Key)
			case a.Key == "style":
				return errors.New(n.Data + " has a style")
			case strings.Contains(strings.Join(strings.Fields(value), ""), "javascript:") && a.Key != "content" && a.Key != "alt" && a.Key != "title":
				return errors.New(n.Data + " leads to " + a.Val)
			case a.Key == "src":
				src = a.Val
			}
		}
		switch n.Data {
		case "script":
			if n.FirstChild != nil || !strings.Contains(src, "assets/") {
				return errors.New("has a script that is not of the theme")
			}
		case "iframe", "object", "embed", "base", "form", "foreignobject":
			if n.Data != "form" || !strings.Contains(content, `data-kind="search"`) {
				return errors.New("has an element " + n.Data)
			}
		}
	}
	return nil
}

func harmlessXML(content string) error {
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if name := strings.ToLower(start.Name.Local); name == "script" || name == "foreignobject" || name == "iframe" {
				return errors.New("has an element " + name)
			}
			for _, a := range start.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(strings.ToLower(a.Value), "javascript:") {
					return errors.New(start.Name.Local + " has " + a.Name.Local)
				}
			}
		}
	}
}

func harmlessCSV(content string) error {
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff")))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell == "" || !strings.ContainsAny(cell[:1], "=+-@\t\r") {
				continue
			}
			if rest := strings.TrimPrefix(cell, "-"); rest != cell && strings.Trim(rest, "0123456789.") == "" {
				continue // a negative number
			}
			return errors.New("has the formula " + cell)
		}
	}
	return nil
}

func harmlessWorkbook(content string) error {
	archive, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		return err
	}
	for _, part := range archive.File {
		if !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/") && bytes.Contains(text, []byte("<f")) && bytes.Contains(text, []byte("</f>")) {
			return errors.New(part.Name + " has a formula")
		}
		if err := harmlessXML(string(text)); err != nil {
			return err
		}
	}
	return nil
}
