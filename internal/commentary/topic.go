package commentary

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// A heading names its topic in braces behind its words, ## Protection
// {#protection}. The braces stay in the resolved text: they are no words of it,
// and the sealed file says what the section is about without Ronde.

// bracesAtEnd are braces that end a heading and are not escaped.
var bracesAtEnd = regexp.MustCompile(`(?:^|[^\\{])(\{[^{}]*\})[ \t]*$`)

// topicInBraces is what they hold.
var topicInBraces = regexp.MustCompile(`^\{#([a-z0-9][a-z0-9-]*)\}$`)

// topicAttribute finds the braces at the end of a heading: their range in the
// source, or ok false when there are none. topic is "" when they hold none.
func topicAttribute(n *ast.Heading, source []byte) (topic string, start, end int, ok bool) {
	if n.Lines().Len() == 0 {
		return "", 0, 0, false
	}
	line := n.Lines().At(n.Lines().Len() - 1)
	found := bracesAtEnd.FindSubmatchIndex(line.Value(source))
	if found == nil {
		return "", 0, 0, false
	}
	start, end = line.Start+found[2], line.Start+found[3]
	if inner := topicInBraces.FindSubmatch(source[start:end]); inner != nil {
		topic = string(inner[1])
	}
	return topic, start, end, true
}

// topic notes the topic of a heading.
func (r *reader) topic(n *ast.Heading) {
	topic, start, end, ok := topicAttribute(n, []byte(r.Source))
	if !ok {
		r.topicOpen(n)
		return
	}
	at := r.at(start, end)
	switch {
	case topic == "":
		r.out.Add(diag.TopicForm(at, r.Source[start:end]))
		return
	case strings.TrimSpace(r.Source[n.Lines().At(0).Start:start]) == "":
		r.out.Add(diag.TopicAlone(at))
		return
	case n.Level != 2:
		r.out.Add(diag.TopicLevel(at))
		return
	}
	r.Topics = append(r.Topics, source.At[string]{Value: topic, Span: r.at(start+2, end-1)})
}

// topicUnclosed and topicUnopened are the end of a heading whose topic lacks a brace.
var (
	topicUnclosed = regexp.MustCompile(`(?:^|[^\\{])(\{#([a-z0-9][a-z0-9-]*)[])]?)[ \t]*$`)
	topicUnopened = regexp.MustCompile(`(?:^|[ \t])([[(]?#([a-z0-9][a-z0-9-]*)\})[ \t]*$`)
)

// topicOpen says that one of the braces of a topic is not there: without it the rest would
// be words of the heading.
func (r *reader) topicOpen(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(n.Lines().Len() - 1)
	missing, m := "}", topicUnclosed.FindStringSubmatchIndex(r.Source[line.Start:line.Stop])
	if m == nil {
		missing, m = "{", topicUnopened.FindStringSubmatchIndex(r.Source[line.Start:line.Stop])
	}
	if m != nil {
		topic := r.Source[line.Start+m[4] : line.Start+m[5]]
		r.out.Add(diag.TopicOpen(r.at(line.Start+m[2], line.Start+m[3]), missing, "{#"+topic+"}"))
	}
}

// CompareTopics warns of topics that have not as many sections in each language
// of a report: the page of the topic would show something else in each.
func CompareTopics(texts []Texts) []diag.Diagnostic {
	var topics, languages []string
	for _, text := range texts {
		languages = append(languages, text.Language)
		for _, topic := range text.Topics {
			if !slices.Contains(topics, topic.Value) {
				topics = append(topics, topic.Value)
			}
		}
	}
	var found []diag.Diagnostic
	for _, topic := range topics {
		var at diag.Span
		counts := make([]int, len(texts))
		for i, text := range texts {
			for _, t := range text.Topics {
				if t.Value != topic {
					continue
				}
				if counts[i]++; at.IsZero() {
					at = t.Span
				}
			}
		}
		if slices.Min(counts) != slices.Max(counts) {
			found = append(found, diag.TopicsDiffer(at, topic, languages, counts))
		}
	}
	return found
}
