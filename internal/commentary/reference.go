package commentary

import (
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// tokens of a reference: words, one "|", and quoted texts, each with its offset.
type token struct {
	text   string
	offset int // of the text, or of its opening quotation mark
	quoted bool
}

func tokenise(text string) (tokens []token, unclosed bool) {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '|':
			tokens = append(tokens, token{text: "|", offset: i})
			i++
		case c == '"':
			end := strings.IndexByte(text[i+1:], '"')
			if end < 0 {
				return tokens, true
			}
			tokens = append(tokens, token{text[i+1 : i+1+end], i, true})
			i += end + 2
		default:
			end := strings.IndexAny(text[i:], " \t|\"")
			if end < 0 {
				end = len(text) - i
			}
			tokens = append(tokens, token{text: text[i : i+end], offset: i})
			i += end
		}
	}
	return tokens, false
}

// A place turns byte offsets within a text into positions in its file.
type place func(start, end int) diag.Span

// ParseReference reads what stands between {{ and }}. at gives the place of a
// range of its bytes; whole is the place of the reference with its braces. The
// result counts only when ok.
func ParseReference(text string, whole diag.Span, at place, out *diag.List) (ref Reference, ok bool) {
	ref.Span = whole
	trimmed := strings.TrimSpace(text)
	if trimmed == "lit" || strings.HasPrefix(trimmed, "lit ") {
		literal := strings.TrimSpace(strings.TrimPrefix(trimmed, "lit"))
		if literal == "" {
			out.Add(diag.ReferenceSyntax(whole, diag.Say("{{lit}} holds no text"), diag.Say("write the number behind lit, as in {{lit 135 %%}}")))
		}
		ref.Literal = &literal
		return ref, literal != ""
	}
	p := &referenceParser{ref: ref, at: at, out: out}
	var unclosed bool
	p.tokens, unclosed = tokenise(text)
	if unclosed {
		out.Add(diag.ReferenceSyntax(whole, diag.Say("a quotation mark in this reference is not closed"), diag.Say(`write else "…" with a mark on both sides`)))
		return p.ref, false
	}
	before := out.Errors()
	p.parse(whole)
	return p.ref, out.Errors() == before
}

type referenceParser struct {
	ref    Reference
	tokens []token
	at     place
	out    *diag.List
}

func (p *referenceParser) span(t token) diag.Span {
	length := len(t.text)
	if t.quoted {
		length += 2
	}
	return p.at(t.offset, t.offset+length)
}

func (p *referenceParser) fail(t token, title, hint diag.Phrase) {
	p.out.Add(diag.ReferenceSyntax(p.span(t), title, hint))
}

func (p *referenceParser) next() (t token, ok bool) {
	if len(p.tokens) == 0 {
		return t, false
	}
	t, p.tokens = p.tokens[0], p.tokens[1:]
	return t, true
}

func (p *referenceParser) parse(whole diag.Span) {
	first, ok := p.next()
	if !ok {
		p.out.Add(diag.ReferenceSyntax(whole, diag.Say("this reference is empty"), diag.Say("write the id of an indicator, as in {{attestations}}")))
		return
	}
	if first.text == "figure" && !first.quoted {
		p.figure(first)
		return
	}
	if first.quoted || first.text == "|" || strings.Contains(first.text, "=") {
		p.fail(first, diag.Say("a reference begins with the id of an indicator"), diag.Say("write {{indicator dimension=code | form}}"))
		return
	}
	p.ref.Indicator = source.At[string]{Value: first.text, Span: p.span(first)}
	p.ref.Form = source.At[Form]{Value: Value, Span: whole}
	forms := 0
	for t, ok := p.next(); ok; t, ok = p.next() {
		switch {
		case t.text == "|" && !t.quoted:
			if forms++; forms > 1 {
				p.fail(t, diag.Say("a second form follows"), diag.Say("write one form; another number needs a reference of its own"))
			}
			p.form(t)
		case t.text == "else" && !t.quoted:
			p.otherwise(t)
		default:
			p.condition(t)
		}
	}
	if p.ref.Else != nil && p.ref.Form.Value.Asserts() {
		p.out.Add(diag.ReferenceSyntax(whole, diag.Say("an assertion prints nothing, so that else has no place in it"), diag.Say("remove else and its text")))
	}
}

func (p *referenceParser) figure(first token) {
	t, ok := p.next()
	if !ok || t.quoted {
		p.fail(first, diag.Say("this reference names no figure"), diag.Say("write {{figure id}} with the id of a figure of figures.yaml"))
		return
	}
	p.ref.Figure = source.At[string]{Value: t.text, Span: p.span(t)}
	if t, ok := p.next(); ok {
		p.fail(t, diag.Say("something follows the id of the figure"), diag.Say("write {{figure id}} and nothing else"))
	}
}

func (p *referenceParser) condition(t token) {
	name, value, found := strings.Cut(t.text, "=")
	if !found || t.quoted || name == "" || value == "" {
		hint := diag.Say("write a code as in geo=BE, a period as in period=2022-07, and a form behind |")
		if slices.Contains(formWords(), t.text) {
			hint = diag.Say("a form stands behind |, as in {{indicator | %s}}", t.text)
		}
		p.fail(t, diag.Say("%s is not of the form dimension=code", diag.Quote(t.text)), hint)
		return
	}
	nameAt := source.At[string]{Value: name, Span: p.at(t.offset, t.offset+len(name))}
	valueAt := source.At[string]{Value: value, Span: p.at(t.offset+len(name)+1, t.offset+len(t.text))}
	if name == "period" {
		if p.ref.Period.IsSet() {
			p.fail(t, diag.Say("the period is named twice"), diag.Say("keep one"))
		}
		if _, err := period.Parse(value); err != nil && value != "latest" {
			p.out.Add(diag.ReferenceSyntax(valueAt.Span, diag.Say("%s is not a period", diag.Quote(value)), diag.Say("write a month as 2022-07, a quarter as 2022-Q3, a year as 2022, a day as 2022-07-25, or latest")))
		}
		p.ref.Period = valueAt
		return
	}
	for _, c := range p.ref.Where {
		if c.Dimension.Value == name {
			p.fail(t, diag.Say("dimension %s is named twice", name), diag.Say("keep one"))
		}
	}
	p.ref.Where = append(p.ref.Where, Condition{nameAt, valueAt})
}

func (p *referenceParser) otherwise(t token) {
	text, ok := p.next()
	if !ok || !text.quoted {
		title := diag.Say("no text in quotation marks follows else")
		if ok && strings.ContainsAny(text.text, "“”„«»‘’") {
			title = diag.Say("the quotation marks behind else are not straight ones")
		}
		p.fail(t, title, diag.Say(`write else "…", with straight marks, around the words to print when there is no value`))
		p.tokens = nil // what follows are words of the text
		return
	}
	words := strings.Join(strings.Fields(text.text), " ")
	p.ref.Else = &words
}

func (p *referenceParser) form(bar token) {
	t, ok := p.next()
	if !ok || t.quoted || t.text == "else" {
		p.fail(bar, diag.Say("no form follows |"), diag.Say("write one of: %s", strings.Join(formWords(), ", ")))
		return
	}
	form := Form(t.text)
	p.ref.Form = source.At[Form]{Value: form, Span: p.span(t)}
	switch form {
	case Value, Change, ChangePercent, Unsigned, UnsignedPercent, FirstPublished, Peak, Sparkline, Rose, Fell, Unchanged:
	case ShareOf:
		p.share(t)
	case HighestSince, LowestSince:
		p.since(t)
	case Above, Below:
		p.limit(t)
	default:
		p.months(t)
	}
}

func (p *referenceParser) share(t token) {
	of, ok := p.next()
	other, found := strings.CutPrefix(of.text, "of=")
	if !ok || !found || other == "" {
		p.fail(orElse(of, t, ok), diag.Say("a share does not say of what"), diag.Say("write share of=indicator"))
		return
	}
	p.ref.Other = source.At[string]{Value: other, Span: p.at(of.offset+3, of.offset+len(of.text))}
}

func (p *referenceParser) since(t token) {
	since, ok := p.next()
	start, err := period.Parse(since.text)
	if !ok || err != nil {
		p.fail(orElse(since, t, ok), diag.Say("%s does not say since when", t.text), diag.Say("write %s 2022-07", t.text))
		return
	}
	p.ref.Since = source.At[period.Period]{Value: start, Span: p.span(since)}
}

func (p *referenceParser) limit(t token) {
	limit, ok := p.next()
	n, err := number.Parse(limit.text)
	if !ok || err != nil {
		p.fail(orElse(limit, t, ok), diag.Say("%s is not followed by a number", t.text), diag.Say("write %s 1000, with a point for decimals and nothing between thousands", t.text))
		return
	}
	p.ref.Limit = source.At[number.Decimal]{Value: n, Span: p.span(limit)}
}

// orElse is the token to point at: the wrong one, or the one before a missing one.
func orElse(wrong, before token, ok bool) token {
	if ok {
		return wrong
	}
	return before
}

// months reads -12m and the like; anything else is an unknown form.
func (p *referenceParser) months(t token) {
	digits, found := strings.CutPrefix(t.text, "-")
	digits, ends := strings.CutSuffix(digits, "m")
	n, err := number.Parse(digits)
	if found && ends && err == nil && n.Whole() && n > 0 && len(digits) <= 3 {
		p.ref.Form.Value = MonthsBefore
		for _, d := range digits {
			p.ref.Months = p.ref.Months*10 + int(d-'0')
		}
		return
	}
	p.out.Add(diag.UnknownForm(p.span(t), t.text, formWords()))
}
