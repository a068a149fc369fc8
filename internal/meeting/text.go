package meeting

import (
	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/source"
)

// A Text is what a meeting says in one language, its references resolved.
type Text struct {
	Title        string // "" when the facts have none
	Description  string
	Place, Chair string
	Attendees    []Attendee
	Agenda       []string
	Presentation string
	By           []Attendee
	Body         string // Markdown
	Decisions    []string
	Actions      []ActionText // as many as the facts have
}

// An Attendee is an organisation, by its id, or a role in words.
type Attendee struct{ Organisation, Role string }

// An ActionText is an action in one language.
type ActionText struct {
	What string
	Who  []Attendee
}

// Text resolves what the meeting says in one of its languages. b answers the
// references, typed knows the numbers typed by hand in the language.
func (m *Meeting) Text(language string, typed *commentary.TypedNumbers, b *commentary.Binder, out *diag.List) Text {
	r := resolver{language, typed, b, out}
	f := &m.Facts
	t := Text{Title: r.plain(f.Title), Place: r.plain(f.Place), Chair: r.plain(f.Chair), Attendees: r.attendees(f.Attendees), Agenda: r.all(f.Agenda)}
	if p := f.Presentation; p != nil {
		t.Presentation, t.By = r.plain(p.Title), r.attendees(p.By)
	}
	if told := m.texts[language]; told != nil {
		t.Description, t.Body = b.Plain(told.description), b.Unlinked(told.body)
	}
	t.Decisions = r.all(f.Decisions)
	for _, a := range f.Actions {
		t.Actions = append(t.Actions, ActionText{What: r.plain(a.What), Who: r.attendees(a.Who)})
	}
	return t
}

// A resolver turns the words of facts into plain text.
type resolver struct {
	language string
	typed    *commentary.TypedNumbers
	binder   *commentary.Binder
	out      *diag.List
}

func (r resolver) plain(t source.Text) string {
	words, ok := t.In(r.language)
	if !ok {
		return ""
	}
	at := source.Within(source.At[string]{Value: words, Span: t.SpanIn(r.language)})
	return r.binder.Plain(commentary.ParsePlain(words, r.typed, at, r.out))
}

func (r resolver) all(texts []source.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, r.plain(t))
	}
	return all
}

func (r resolver) attendees(parties []Party) []Attendee {
	var all []Attendee
	for _, p := range parties {
		all = append(all, Attendee{p.Organisation.Value, r.plain(p.Role)})
	}
	return all
}
