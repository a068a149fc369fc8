package site

import (
	"slices"

	"ronde/internal/codebook"
)

// topics puts the list of topics and the page of each.
func (o *outlook) topics(w *writer) {
	words := o.Archive.Words
	if len(words.Topics) == 0 {
		return
	}
	at := topicsAt(o.lang)
	list := &Topics{Frame: o.frame(at, SectionTopics)}
	for i := range words.Topics {
		if w.stopped {
			return
		}
		topic := &words.Topics[i]
		p := o.topic(topic)
		w.page(topicAt(o.lang, topic.ID.Value), p)
		o.redirects(w, SectionTopics, topicAt, former(topic.Formerly), topic.ID.Value, p.Name)
		list.Topics = append(list.Topics, TopicEntry{
			Name: p.Name, Href: relative(at, topicAt(o.lang, topic.ID.Value)), Text: p.Summary, Headline: o.topicHeadline(topic), Reports: len(p.Rounds),
		})
	}
	w.page(at, list)
}

// topic is the page of a topic.
func (o *outlook) topic(topic *codebook.Topic) *Topic {
	at := topicAt(o.lang, topic.ID.Value)
	p := &Topic{Frame: o.frame(at, SectionTopics), Name: o.text(topic.Name), Summary: o.text(topic.Description)}
	p.Description = p.Summary
	ids := anchors{}
	for _, id := range topic.Indicators {
		indicator, ok := o.Archive.Words.Indicator(id.Value)
		if !ok {
			continue
		}
		if k := o.track(indicator).current(at, ids); k != nil {
			p.Figures = append(p.Figures, *k)
		} else {
			p.Unpublished = append(p.Unpublished, Link{Text: o.text(indicator.Name), Href: relative(at, indicatorAt(o.lang, indicator.ID.Value))})
		}
	}
	for _, report := range slices.Backward(o.Archive.Reports) {
		r := o.read(report, report.Latest(), at)
		if sections := r.about(topic); sections != nil {
			p.Rounds = append(p.Rounds, TopicRound{Round: o.l.Capitalise(o.l.Period(report.Round)), Sections: sections})
		}
	}
	return p
}

// topicHeadline is the newest value of the first indicator that has one, in one
// line with its period.
func (o *outlook) topicHeadline(topic *codebook.Topic) string {
	for _, id := range topic.Indicators {
		indicator, ok := o.Archive.Words.Indicator(id.Value)
		if !ok {
			continue
		}
		if line := o.track(indicator).inOneLine(); line != "" {
			return line
		}
	}
	return ""
}

// inOneLine is the newest value with its name and period; "" when there is none.
func (t *track) inOneLine() string {
	k := t.current("", anchors{})
	if k == nil {
		return ""
	}
	if t.unit().Percent {
		k.Unit = "" // the number has its sign, and the page of the indicator its base
	}
	return headline(t.l, *k) + " " + k.Period
}

// current is the newest value as one of several key figures: it names the
// indicator, leads to its page, and leaves the comparisons to that. It is nil
// when there is none.
func (t *track) current(at string, ids anchors) *KeyFigure {
	if !t.published() {
		return nil
	}
	k := t.latest(at, ids)
	if k == nil {
		return nil
	}
	place := k.Name
	if k.Name = t.name(); place != "" {
		k.Name = t.l.Named(k.Name, place)
	}
	k.Changes = nil
	k.Series = relative(at, indicatorAt(t.lang, t.word.ID.Value))
	return k
}

// about gives the sections of an edition that are about a topic.
func (r *reading) about(topic *codebook.Topic) []TopicSection {
	var sections []TopicSection
	for i, s := range r.sections {
		if named, ok := r.Archive.Words.Topic(s.Topic); !ok || named.ID.Value != topic.ID.Value {
			continue
		}
		sections = append(sections, TopicSection{
			Seal: r.seal(), Heading: s.Heading, Opening: s.Opening,
			Href: relative(r.at, reportAt(r.lang, r.e.Round)+"#"+r.topical[i]),
		})
	}
	return sections
}
