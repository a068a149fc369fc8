package meeting

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A checker compares a meeting with itself, with the codebook, and with the
// actions of the meetings before.
type checker struct {
	*Meeting
	book    *codebook.Codebook
	out     *diag.List
	actions map[string]diag.Span
}

// words is a text of the facts with its key.
type words struct {
	key  string
	text source.Text
}

func (c *checker) all() {
	f := &c.Facts
	if r := f.Round; r.IsSet() && r.Value.Kind() != period.Month {
		c.out.Add(diag.Setting(r.Span, "round", r.Value.String(), diag.Say("a report is about a month: write one, such as 2023-04")))
	}
	c.parties(f.Attendees)
	if p := f.Presentation; p != nil {
		c.parties(p.By)
		if p.Topic.IsSet() {
			if _, ok := c.book.Topic(p.Topic.Value); !ok && !c.book.TopicsAside() {
				c.out.Add(diag.UnknownID(p.Topic.Span, "topic", p.Topic.Value, c.book.TopicIDs()))
			}
		}
	}
	for i := range f.Actions {
		c.action(&f.Actions[i])
	}
	c.languages()
}

func (c *checker) parties(parties []Party) {
	for _, p := range parties {
		if id := p.Organisation; id.IsSet() {
			if _, ok := c.book.Organisation(id.Value); !ok {
				c.out.Add(diag.UnknownID(id.Span, "organisation", id.Value, c.book.OrganisationIDs()))
			}
		}
	}
}

func (c *checker) action(a *Action) {
	if first, taken := c.actions[a.ID.Value]; taken {
		c.out.Add(diag.DuplicateID(a.ID.Span, "action", a.ID.Value, first))
	} else {
		c.actions[a.ID.Value] = a.ID.Span
	}
	c.parties(a.Who)
	if len(a.Who) == 0 {
		c.out.Add(diag.SettingEmpty(a.ID.Span, "who", diag.Say("what nobody is to do is not done: write an organisation or a role")))
	}
	if a.Due.Value < c.Date {
		c.out.Add(diag.Setting(a.Due.Span, "due", a.Due.Value.String(), diag.Say("an action is due on or after the day of its meeting, %s: correct the day", c.Date.String())))
	}
	switch open, closed := a.Status.Value == Open, a.Closed.IsSet(); {
	case open && closed:
		c.out.Add(diag.Setting(a.Status.Span, "status", string(Open), diag.Say("there is a day under `closed:`: write done or dropped, or take the day out")))
	case !open && !closed:
		c.out.Add(diag.Setting(a.Status.Span, "status", string(a.Status.Value), diag.Say("write the day on which it was %s under `closed:`", string(a.Status.Value))))
	case closed && a.Closed.Value < c.Date:
		c.out.Add(diag.Setting(a.Closed.Span, "closed", a.Closed.Value.String(), diag.Say("an action is closed on or after the day of its meeting, %s: correct the day", c.Date.String())))
	}
}

// languages finds those in which the meeting can be shown: those of the site in
// which every word of the facts is written and, if there is a text in any, a text.
// A fact that lacks a language that others have is an error.
func (c *checker) languages() {
	facts := c.allWords()
	written := c.written(facts)
	for _, w := range facts {
		if lacking := w.text.Lacking(written); len(lacking) > 0 {
			c.out.Add(diag.MissingLabel(w.text.Span, "meeting", c.Date.String(), w.key, lacking))
		}
	}
	if len(written) == 0 {
		c.out.Add(diag.MissingLabel(facts[0].text.Span, "meeting", c.Date.String(), facts[0].key, c.book.Site.LanguageTags()))
	}
	var without []string
	for _, language := range c.book.Site.LanguageTags() {
		_, told := c.texts[language]
		switch fact := slices.Contains(written, language); {
		case told && !fact:
			c.out.Add(diag.MeetingNoFacts(diag.FileSpan(c.texts[language].file), c.Date.String(), language, diag.FileSpan(c.path)))
		case fact && !told && len(c.texts) > 0:
			without = append(without, language)
		case fact:
			c.Languages = append(c.Languages, language)
		}
	}
	if len(without) > 0 {
		c.out.Add(diag.MeetingNoText(diag.FileSpan(c.path), c.Date.String(), without))
	}
	if c.Languages == nil {
		c.Languages = written // texts in other languages alone, which has been said
	}
}

// written gives the languages of the site in which the facts are written. A word
// that is the same in every language goes with all of them.
func (c *checker) written(facts []words) []string {
	var tags []string
	for _, w := range facts {
		tags = append(tags, w.text.Languages()...)
	}
	if !slices.ContainsFunc(tags, func(tag string) bool { return tag != "" }) {
		return c.book.Site.LanguageTags()
	}
	return slices.DeleteFunc(c.book.Site.LanguageTags(), func(language string) bool { return !slices.Contains(tags, language) })
}

// allWords lists the texts of the facts.
func (c *checker) allWords() []words {
	var all []words
	add := func(key string, texts ...source.Text) {
		for _, t := range texts {
			if !t.IsZero() {
				all = append(all, words{key, t})
			}
		}
	}
	roles := func(parties []Party) {
		for _, p := range parties {
			add("role", p.Role)
		}
	}
	f := &c.Facts
	add("title", f.Title)
	add("place", f.Place)
	add("chair", f.Chair)
	roles(f.Attendees)
	add("agenda", f.Agenda...)
	if p := f.Presentation; p != nil {
		add("title", p.Title)
		roles(p.By)
	}
	add("decisions", f.Decisions...)
	for _, a := range f.Actions {
		add("what", a.What)
		roles(a.Who)
	}
	return all
}
