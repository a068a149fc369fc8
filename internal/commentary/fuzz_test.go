package commentary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

func FuzzReference(f *testing.F) {
	for _, c := range findingCases {
		if _, inner, found := strings.Cut(c.source, "{{"); found {
			inner, _, _ = strings.Cut(inner, "}}")
			f.Add(inner)
		}
	}
	f.Add(`attestations geo=BE period=2022-07 | share of=referrals else "é"`)
	f.Fuzz(func(t *testing.T, inner string) {
		var out diag.List
		at := func(start, end int) diag.Span {
			if start < 0 || start > end || end > len(inner) {
				t.Fatalf("place %d to %d of %q", start, end, inner)
			}
			return diag.Span{File: file, Line: 1, Column: start + 1, End: end + 1}
		}
		ref, ok := ParseReference(inner, at(0, len(inner)), at, &out)
		if ok != (out.Errors() == 0) {
			t.Fatalf("%q: ok is %v with %d errors", inner, ok, out.Errors())
		}
		if ok && !ref.Indicator.IsSet() && ref.Literal == nil && !ref.Figure.IsSet() {
			t.Fatalf("%q is a reference to nothing", inner)
		}
	})
}

// FuzzText parses and resolves any text. What comes out has the structure of
// what went in, and is safe on a page.
func FuzzText(f *testing.F) {
	fix := newFixture(f)
	words, _ := locale.For("nl")
	typed := NewTypedNumbers(words)
	for _, c := range findingCases {
		f.Add(c.source)
	}
	for _, c := range braceCases {
		f.Add(c.source)
	}
	for _, seed := range []string{
		"## Kop\r\n\r\n* a {{attestations}}\r\n\r\n> {{women | change}}\r\n", "[# a]{{attestations | rose}}", "[a [b]{{attestations | rose}} c]{{attestations | rose}}",
		"a\n```figure\nid: x\n```\nb", "{{figure month}}", "!{{attestations}}", "[a {{attestations}}](b)", "\\{{a}}", "**{{attestations}}**", "{{lit 1. a}}",
		"- a\n\n  {{lit - b}}\n", "1. {{lit 12}}. a", "{{lit ===}}", "a\n{{lit ---}}", "{{attestations}}: a", "[{{attestations}}]: b", "{{lit > a}}", "|{{attestations}}|\n|-|\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 2000 {
			return
		}
		var out diag.List
		d := ParseText(source, typed, at(source), &out)
		read := out.Errors()
		ids := make([]string, len(d.Figures))
		for i := range ids {
			ids[i] = "month"
		}
		b := fix.binder("nl", false, &out)
		resolved := b.Body(d, ids)
		if len(d.pieces) == 0 && resolved != source {
			t.Fatalf("%q became %q", source, resolved)
		}
		var topics []string
		for _, block := range Blocks(resolved, presentation) {
			checkSafe(t, block.HTML)
			if block.Topic != "" {
				topics = append(topics, block.Topic)
			}
		}
		for _, s := range Sections(resolved) {
			if len(topics) == 0 || topics[0] != s.Topic {
				t.Fatalf("%q has the section %+v, which is no block", resolved, s)
			}
			topics = topics[1:]
		}
		if read == 0 && len(d.Figures) == 0 {
			if diff := cmp.Diff(outline(markdown(source), source), outline(resolvedParser(), resolved)); diff != "" {
				t.Fatalf("%q became %q:\n%s", source, resolved, diff)
			}
		}
		plain := ParsePlain(source, typed, at(source), &out)
		if got := b.Plain(plain); !strings.Contains(source, "{{") && got != source {
			t.Fatalf("%q became %q in plain text", source, got)
		}
		if linked := b.Linked(plain); !strings.Contains(source, "{{") {
			checkSafe(t, Prose(linked, presentation))
		}
		b.Unlinked(d)
		for _, found := range out.Sorted() {
			if found.Span.Line < 1 || found.Span.Column < 1 || found.Span.End < found.Span.Column {
				t.Fatalf("%q: %s stands at %+v", source, found.ID, found.Span)
			}
		}
	})
}

// outline lists the blocks of a text by kind and depth.
func outline(p parser.Parser, source string) (kinds []string) {
	depth := 0
	_ = ast.Walk(p.Parse(text.NewReader([]byte(source))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		kinds = append(kinds, strings.Repeat(" ", depth)+n.Kind().String())
		depth++
		return ast.WalkContinue, nil
	})
	return kinds
}
