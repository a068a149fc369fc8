package site

import (
	"cmp"
	"slices"

	"ronde/internal/commentary"
	"ronde/internal/meeting"
)

// meetings puts the list of meetings, the page of each, and what is to be done.
func (o *outlook) meetings(w *writer) {
	if len(o.Meetings) == 0 {
		return
	}
	at := meetingsAt(o.lang)
	list := &Meetings{Frame: o.frame(at, SectionMeetings), Actions: relative(at, actionsAt(o.lang))}
	for i := range slices.Backward(o.Meetings) {
		if w.stopped {
			return
		}
		m := o.meeting(i)
		p := m.page()
		w.page(m.at, p)
		list.Illustrative = list.Illustrative || p.Illustrative
		entry := MeetingEntry{Title: p.Title, Href: relative(at, m.at), Text: p.Summary, Lang: m.foreign()}
		if p.Presentation != nil {
			entry.Presentation = p.Presentation.Title
		}
		list.Meetings = append(list.Meetings, entry)
	}
	actions := o.actions()
	w.page(actionsAt(o.lang), actions)
	list.Open = len(actions.Open)
	for _, a := range actions.Open {
		if a.State == ActionOverdue {
			list.Overdue++
		}
	}
	w.page(at, list)
}

// A sitting is a meeting as a page shows it: whole in one language.
type sitting struct {
	*outlook
	*meeting.Meeting
	text  meeting.Text
	told  string // the language of the text
	at    string
	place int // among the meetings
}

// meeting prepares a meeting in the language of the page, or in the first of the
// site in which it is written.
func (o *outlook) meeting(place int) *sitting {
	m := o.Meetings[place]
	s := &sitting{outlook: o, Meeting: m.Meeting, at: meetingAt(o.lang, m.Date), place: place}
	for _, language := range o.order() {
		if text, ok := m.Texts[language]; ok {
			s.text, s.told = text, language
			break
		}
	}
	return s
}

// foreign is the language of the text where it is not that of the page.
func (s *sitting) foreign() string {
	if s.told == s.lang {
		return ""
	}
	return s.told
}

// title is that of the facts, or else made from the day.
func (s *sitting) title() string {
	if s.text.Title != "" {
		return s.text.Title
	}
	return s.Locales[cmp.Or(s.told, s.lang)].MeetingTitle(s.Date)
}

func (s *sitting) page() *Meeting {
	f := &s.Facts
	p := &Meeting{
		Frame: s.frame(s.at, SectionMeetings), Title: s.title(), Summary: s.text.Description, Date: s.date(s.Date),
		Form: MeetingForm(f.Form.Value), Place: s.text.Place, Chair: s.text.Chair, Illustrative: f.Illustrative, Agenda: s.text.Agenda,
		Attendees: s.links(s.text.Attendees, s.at), Decisions: s.text.Decisions, AllActions: relative(s.at, actionsAt(s.lang)),
	}
	p.Description = p.Summary
	if lang := s.foreign(); lang != "" {
		p.Fallback, p.NoIndex = &Fallback{Lang: lang, Name: s.l.LanguageName(lang)}, true
	}
	for _, r := range s.Archive.Reports {
		if r.Round == s.Round() {
			p.Report = Link{Text: s.l.Capitalise(s.l.Period(r.Round)), Href: relative(s.at, reportAt(s.lang, r.Round))}
		}
	}
	if f.Presentation != nil {
		p.Presentation = &MeetingPresentation{Title: s.text.Presentation, By: s.links(s.text.By, s.at)}
		if topic, ok := s.Archive.Words.Topic(f.Presentation.Topic.Value); ok {
			p.Presentation.Topic = Link{Text: s.Site.in(s.told).text(topic.Name), Href: relative(s.at, topicAt(s.lang, topic.ID.Value))}
		}
	}
	ids := anchors{}
	for i := range f.Actions {
		ids.take(f.Actions[i].ID.Value) // before the headings of the text
		p.Actions = append(p.Actions, s.action(i, s.at))
	}
	if s.text.Body != "" {
		speaker := s.Locales[s.told]
		blocks := commentary.Blocks(s.text.Body, commentary.Presentation{MinusWord: speaker.MinusWord()})
		p.Body = body(blocks, ids, nil, func(string) (Block, bool) { return Block{}, false })
	}
	for _, i := range []int{s.place - 1, s.place + 1} {
		if i >= 0 && i < len(s.Meetings) {
			other := s.meeting(i)
			p.Others = append(p.Others, Link{Text: s.l.Date(other.Date), Href: relative(s.at, other.at)})
		}
	}
	return p
}

// links shows who takes part: an organisation with its page, a role in words.
func (s *sitting) links(attendees []meeting.Attendee, at string) []Link {
	speaker := s.Site.in(cmp.Or(s.told, s.lang))
	var all []Link
	for _, a := range attendees {
		if organisation, ok := s.Archive.Words.Organisation(a.Organisation); ok {
			id := organisation.ID.Value
			all = append(all, Link{Text: speaker.organisation(id), Href: relative(at, organisationAt(s.lang, id))})
		} else {
			all = append(all, Link{Text: a.Role})
		}
	}
	return all
}

// action is the i-th action of the meeting, on the page at an address.
func (s *sitting) action(i int, at string) Action {
	f, words := &s.Facts.Actions[i], s.text.Actions[i]
	a := Action{ID: f.ID.Value, What: words.What, Lang: s.foreign(), Who: s.links(words.Who, at), Due: s.date(f.Due.Value), State: ActionState(f.Status.Value)}
	if at == s.at {
		a.Lang = "" // the page says it of everything
	} else {
		a.Meeting = Link{Text: s.l.Date(s.Date), Href: relative(at, s.at+"#"+a.ID)}
	}
	if f.Closed.IsSet() {
		a.Closed = s.date(f.Closed.Value)
	}
	if on := s.Site.Date; f.Status.Value == meeting.Open && on != nil && *on > f.Due.Value {
		a.State, a.Days = ActionOverdue, int(*on-f.Due.Value)
	}
	return a
}

// actions is the page of what is to be done.
func (o *outlook) actions() *Actions {
	at := actionsAt(o.lang)
	p := &Actions{Frame: o.frame(at, SectionMeetings)}
	for i := range o.Meetings {
		m := o.meeting(i)
		p.Illustrative = p.Illustrative || m.Facts.Illustrative
		for n := range m.text.Actions {
			if a := m.action(n, at); a.Closed.Text == "" {
				p.Open = append(p.Open, a)
			} else {
				p.Closed = append(p.Closed, a)
			}
		}
	}
	slices.SortStableFunc(p.Open, func(a, b Action) int { return cmp.Compare(a.Due.ISO, b.Due.ISO) })
	slices.SortStableFunc(p.Closed, func(a, b Action) int { return cmp.Compare(b.Closed.ISO, a.Closed.ISO) })
	return p
}
