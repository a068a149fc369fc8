package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// A report in SARIF 2.1.0 (OASIS), as far as Ronde has something to say.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool            `json:"tool"`
		Language    string               `json:"language"`
		ColumnKind  string               `json:"columnKind"`
		OriginalIDs map[string]sarifBase `json:"originalUriBaseIds"`
		Results     []sarifResult        `json:"results"`
	}
	sarifBase struct {
		Description sarifText `json:"description"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string             `json:"id"`
		ShortDescription sarifText          `json:"shortDescription"`
		Help             sarifText          `json:"help"`
		Configuration    sarifConfiguration `json:"defaultConfiguration"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// sarifRoot is the name under which addresses of files are relative to the repository.
const sarifRoot = "SRCROOT"

var sarifLevels = [...]string{Notice: "note", Warning: "warning", Error: "error"}

// WriteSARIF writes findings as one run of a report in SARIF 2.1.0. Every id of the
// catalogue is a rule. root is the folder of the site within the repository, "" when it is
// the repository; version is that of the program.
func WriteSARIF(w io.Writer, found []Diagnostic, root, version string, language Language) error {
	driver := sarifDriver{Name: "ronde", Version: version, Rules: []sarifRule{}}
	index := map[string]int{}
	for i, e := range Catalogue() {
		index[e.ID] = i
		driver.Rules = append(driver.Rules, sarifRule{e.ID, sarifText{e.Meaning}, sarifText{e.Remedy}, sarifConfiguration{sarifLevels[e.Severity]}})
	}
	run := sarifRun{
		Tool: sarifTool{driver}, Language: language.Tag(), ColumnKind: "unicodeCodePoints",
		OriginalIDs: map[string]sarifBase{sarifRoot: {sarifText{"The root of the repository"}}}, Results: []sarifResult{},
	}
	seen := map[string]int{} // results of one fingerprint
	for _, d := range found {
		r := sarifResult{
			RuleID: d.ID, RuleIndex: index[d.ID], Level: sarifLevels[d.Severity],
			Message: sarifText{Visible(d.Title.In(language))}, Locations: []sarifLocation{},
		}
		if !d.Span.IsZero() {
			r.Locations = append(r.Locations, sarifLocation{Physical: physical(d.Span, root)})
		}
		for _, n := range d.Notes {
			text := Visible(n.Text.In(language))
			if n.Span.IsZero() {
				r.Message.Text += "\n" + text
				continue
			}
			r.Related = append(r.Related, sarifLocation{ID: len(r.Related) + 1, Physical: physical(n.Span, root), Message: &sarifText{text}})
		}
		if !d.Hint.IsZero() {
			r.Message.Text += "\n" + visibleLines(d.Hint.In(language))
		}
		print := fingerprint(d)
		seen[print]++
		r.Fingerprints = map[string]string{"ronde/v1": print + ":" + strconv.Itoa(seen[print])}
		run.Results = append(run.Results, r)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// physical is a place in a file of the repository. Columns count characters in both.
func physical(s Span, root string) sarifPhysical {
	parts := strings.Split(path.Join(root, s.File), "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	// A first part with a colon would be taken for the scheme of an address.
	parts[0] = strings.ReplaceAll(parts[0], ":", "%3A")
	p := sarifPhysical{Artifact: sarifArtifact{strings.Join(parts, "/"), sarifRoot}}
	if s.Line > 0 {
		p.Region = &sarifRegion{StartLine: s.Line, StartColumn: s.Column}
		if s.Column > 0 && s.End > s.Column {
			p.Region.EndColumn = s.End
		}
	}
	return p
}

// fingerprint tells a finding from others of its kind by what does not move when lines
// do: what it is about, or else its English title.
func fingerprint(d Diagnostic) string {
	about := d.Subject
	if about == "" {
		about = d.Title.String()
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{d.ID, d.Span.File, about}, "\x00")))
	return hex.EncodeToString(sum[:8])
}
