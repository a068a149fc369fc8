package codebook

import (
	"ronde/internal/diag"
	"ronde/internal/source"
)

// topicsFile orders indicators and sections of reports for readers. No number and
// no word of a report depends on it, so that a release does not keep it.
const topicsFile = "content/topics.yaml"

// TopicsFile is content/topics.yaml.
type TopicsFile struct {
	Topics []Topic `key:"topics,required" doc:"What the sections of reports are about, in the order in which pages list them"`
}

// Topic is a subject that reports return to: a section of a report names it,
// `## Protection {#protection}`, and its page follows it through all rounds.
type Topic struct {
	ID          source.At[string]   `key:"id,required" pattern:"id" doc:"Stable id, which headings name; also the anchor of the section"`
	Formerly    []source.At[string] `key:"formerly" pattern:"id" doc:"Earlier ids of the same topic"`
	Name        source.Text         `key:"name,required" doc:"What readers see"`
	Description source.Text         `key:"description" doc:"What belongs to it, in a sentence"`
	Indicators  []source.At[string] `key:"indicators" pattern:"id" doc:"Its indicators, the most telling first"`
}

// readTopics reads the topics of a site, which need not have any.
func (c *Codebook) readTopics(t *source.Tree, out *diag.List) {
	if !t.Exists(topicsFile) {
		return
	}
	before := out.Errors()
	var file TopicsFile
	if f, missing := t.ReadText(topicsFile); missing != nil {
		out.Add(*missing)
	} else {
		source.DecodeYAML(f, &file, out)
	}
	c.Topics, c.aside[topicsFile] = file.Topics, out.Errors() > before
}

func topicNames(t *Topic) (source.At[string], []source.At[string]) { return t.ID, t.Formerly }

// Topic finds a topic by its id or a former one.
func (c *Codebook) Topic(id string) (*Topic, bool) { return named(c.Topics, id, topicNames) }

// TopicIDs lists the ids of the topics.
func (c *Codebook) TopicIDs() []string { return idsOf(c.Topics, topicNames) }

// TopicsAside reports whether the file of the topics has errors of its own, so
// that a topic which is not found is no finding.
func (c *Codebook) TopicsAside() bool { return c.SetAside(topicsFile) }

func (c *checker) topic(t *Topic) {
	c.label("topic", t.ID, "name", t.Name)
	c.label("topic", t.ID, "description", t.Description)
	for _, id := range t.Indicators {
		c.indicatorNamed(id)
	}
}
