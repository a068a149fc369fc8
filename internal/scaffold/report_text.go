package scaffold

import (
	"slices"
	"strings"

	"ronde/internal/commentary"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/source"
)

// mostPoints are the main points that a report has room for.
const mostPoints = 6

// text is report.<language>.md.
func (s *skeleton) text(language string) []byte {
	var b strings.Builder
	b.WriteString("---\n# description: one or two sentences on what the figures say\n")
	var front edition.FrontMatter
	for _, v := range s.points() {
		front.MainPoints = append(front.MainPoints, source.At[string]{Value: s.line(v, language)})
	}
	b.Write(source.EncodeYAML(front, false))
	b.WriteString("---\n")
	b.WriteString(s.body(language))
	return []byte(b.String())
}

// points are the values of the lead indicators, as the last report's main points named them,
// and what else these named.
func (s *skeleton) points() []value {
	if s.Last == nil {
		return nil
	}
	var named []value
	for _, text := range s.texts() {
		for _, point := range text.MainPoints {
			for _, e := range point.Contents(nil) {
				if v, ok := s.value(e.Reference); ok && !slices.Contains(named, v) {
					named = append(named, v)
				}
			}
		}
	}
	var points []value
	for _, lead := range s.Last.Report.Lead {
		v := value{indicator: lead.Value}
		if i := slices.IndexFunc(named, func(v value) bool { return v.indicator == lead.Value }); i >= 0 {
			v = named[i]
		}
		points = append(points, v)
	}
	for _, v := range named {
		if !slices.Contains(points, v) {
			points = append(points, v)
		}
	}
	return points[:min(len(points), mostPoints)]
}

// texts are the commentaries of the last report, in the order of the site's languages.
func (s *skeleton) texts() []*edition.Commentary {
	var texts []*edition.Commentary
	for _, language := range s.Book.Site.LanguageTags() {
		if text, ok := s.Last.Texts[language]; ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// body has the sections of the last report, or without one a section for each topic.
func (s *skeleton) body(language string) string {
	w := sections{skeleton: s, language: language}
	if s.Last == nil || len(s.Last.Texts) == 0 {
		w.topics()
		return w.b.String()
	}
	text, own := s.Last.Texts[language]
	if !own {
		text = s.texts()[0]
	}
	var inline []source.At[string]
	for _, spec := range text.Inline {
		inline = append(inline, spec.ID)
	}
	for _, e := range text.Body.Contents(inline) {
		switch {
		case e.Level > 0:
			w.heading(e, own)
		case e.Figure != "" && s.known[e.Figure]:
			w.block("{{figure " + e.Figure + "}}")
		default:
			if v, ok := s.value(e.Reference); ok {
				w.value(v)
			}
		}
	}
	return w.b.String()
}

// sections writes a text.
type sections struct {
	*skeleton
	language string
	b        strings.Builder
	inList   bool
	listed   []value // in the section
}

func (w *sections) block(text string) {
	w.b.WriteString("\n" + text + "\n")
	w.inList = false
}

// heading takes over a heading of the last report. One with a number in it is a sentence of
// its month, and one in another language cannot be read: in their place stands the name of
// the topic, if there is one.
func (w *sections) heading(e commentary.Content, own bool) {
	words := e.Heading
	if e.Bound || !own {
		words = ""
	}
	topic, known := w.Book.Topic(e.Topic)
	if words == "" && known {
		words, _ = topic.Name.In(w.language)
	}
	if words == "" {
		return
	}
	if known {
		words += " {#" + topic.ID.Value + "}"
	}
	w.listed = nil
	w.block(strings.Repeat("#", e.Level) + " " + words)
}

// topics are the sections of a first report.
func (w *sections) topics() {
	for _, topic := range w.Book.Topics {
		name, _ := topic.Name.In(w.language)
		w.listed = nil
		w.block("## " + name + " {#" + topic.ID.Value + "}")
		for _, id := range topic.Indicators {
			w.value(value{indicator: id.Value})
		}
	}
	if len(w.Book.Topics) > 0 {
		return
	}
	for _, indicator := range w.Book.Indicators {
		w.value(value{indicator: indicator.ID.Value})
	}
}

// value lists a value once in a section.
func (w *sections) value(v value) {
	if slices.Contains(w.listed, v) {
		return
	}
	w.listed = append(w.listed, v)
	if !w.inList {
		w.b.WriteByte('\n')
	}
	w.inList = true
	w.b.WriteString("- " + w.line(v, w.language) + "\n")
}

// A value is what a reference of the last report named, moved to this round.
type value struct {
	indicator string
	where     string // geo=BE-VLG age=Y_LT18, in the order of the reference
	period    string // "" for the month of the round
}

// value is what a reference names; ok is false for what cannot be moved, such as the count of
// a certain day.
func (s *skeleton) value(ref *commentary.Reference) (v value, ok bool) {
	if ref == nil {
		return v, false
	}
	indicator, known := s.Book.Indicator(ref.Indicator.Value)
	if !known {
		return v, false
	}
	v.indicator = indicator.ID.Value
	var where []string
	for _, c := range ref.Where {
		list, ok := s.Book.DimensionList(indicator, c.Dimension.Value)
		if !ok {
			return v, false
		}
		code, ok := list.Code(c.Code.Value)
		if !ok {
			return v, false
		}
		if code.Code.Value != list.Total.Value {
			where = append(where, c.Dimension.Value+"="+code.Code.Value)
		}
	}
	v.where = strings.Join(where, " ")
	switch written, err := period.Parse(ref.Period.Value); {
	case ref.Period.Value == "":
	case ref.Period.Value == "latest":
		v.period = "latest"
	case err != nil:
		return v, false
	default:
		later, ok := s.along(written)
		if !ok {
			return v, false
		}
		if later != s.Round {
			v.period = later.String()
		}
	}
	return v, true
}

// line names a value in words and refers to it.
func (s *skeleton) line(v value, language string) string {
	indicator, _ := s.Book.Indicator(v.indicator)
	name, _ := indicator.Name.In(language)
	words, ref := []string{name}, "{{"+v.indicator
	for _, condition := range strings.Fields(v.where) {
		dimension, code, _ := strings.Cut(condition, "=")
		list, _ := s.Book.DimensionList(indicator, dimension)
		label, _ := list.Label(code, language)
		words, ref = append(words, label), ref+" "+condition
	}
	if v.period != "" {
		ref += " period=" + v.period
	}
	if p, err := period.Parse(v.period); err == nil {
		words = append(words, s.Locales[language].Period(p))
	}
	return s.Locales[language].Named(strings.Join(words, ", "), ref+"}}")
}
