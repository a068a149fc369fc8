package site

// Topics is the list of topics.
type Topics struct {
	Frame
	Topics []TopicEntry
}

// Kind gives KindTopics.
func (*Topics) Kind() Kind { return KindTopics }

// Record is that of the list.
func (*Topics) Record() *Record { return &Record{} }

// A TopicEntry is a topic in a list.
type TopicEntry struct {
	Name string
	Href string
	Text string // what belongs to it
	// Headline is the newest value of its first indicator that has one; may be
	// empty.
	Headline string
	Reports  int // with a section about it
}

// A Topic is the page of a topic: what is known of it now, and what each report
// said.
type Topic struct {
	Frame
	Name    string
	Summary string
	// Figures are the newest values of its indicators; Unpublished leads to
	// those without one.
	Figures     []KeyFigure
	Unpublished []Link
	// Rounds are the reports with a section about it, newest first.
	Rounds []TopicRound
}

// Kind gives KindTopic.
func (*Topic) Kind() Kind { return KindTopic }

// Record is found by the name of the topic and of its indicators. What reports say
// of it is found with them.
func (p *Topic) Record() *Record {
	r := &Record{Title: p.Name, Text: p.Summary}
	r.tiles(p.Figures)
	r.links(p.Unpublished)
	return r
}

// A TopicRound is a report with its sections about a topic.
type TopicRound struct {
	Round    string // augustus 2022
	Sections []TopicSection
}

// A TopicSection is a section of a report, as its standing edition sealed it.
type TopicSection struct {
	Seal    Seal
	Heading string `sealed:"yes"`
	Opening string `sealed:"yes"` // its first sentences; may be empty
	Href    string // the section in the report
}
