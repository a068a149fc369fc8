package edition

import (
	"slices"
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Round is what analysts write for one month: the files of
// content/reports/<round>/ apart from editions/, read but not resolved.
type Round struct {
	Round  period.Period
	Report ReportFile
	// Texts are the commentaries, by language; a language without one falls
	// back when pages are made.
	Texts   map[string]*Commentary
	Figures []FigureSpec
	// Files are the paths of all its files, sorted: the round's own inputs.
	Files []string
	// Complete is false when errors were found in its files.
	Complete bool
}

// Dir is the folder of a round within the site.
func Dir(round period.Period) string { return "content/reports/" + round.String() }

// Commentary is report.<lang>.md, parsed but not resolved.
type Commentary struct {
	File        string
	Title       *commentary.Document // nil when the text has none
	Description *commentary.Document // nil when the text has none
	MainPoints  []*commentary.Document
	Body        *commentary.Document
	// Inline are the figures written in place, in the order of the body.
	Inline []FigureSpec
}

// maxMainPoints is the number of messages that a reader takes in.
const maxMainPoints = 6

// Rounds lists the rounds that have a folder, in order. Folders and files that
// are none of Ronde's are findings.
func Rounds(t *source.Tree, book *codebook.Codebook, out *diag.List) []period.Period {
	var rounds []period.Period
	said := map[string]bool{} // of a folder of strangers one is enough
	for _, name := range t.Files("content/reports", out) {
		parts := strings.Split(strings.TrimPrefix(name, "content/reports/"), "/")
		if len(parts) == 1 {
			if parts[0] != "figures.yaml" {
				out.Add(diag.StrayFile(name, "content/reports/", []string{"figures.yaml"}))
			}
			continue
		}
		round, err := period.Parse(parts[0])
		if err != nil || round.Kind() != period.Month {
			out.Add(diag.NotARound(name, parts[0]))
			continue
		}
		if !slices.Contains(rounds, round) {
			rounds = append(rounds, round)
		}
		if found, ok := stranger(round, parts[1:], book); ok && !said[found.Span.File] {
			said[found.Span.File] = true
			out.Add(found)
		}
	}
	slices.SortFunc(rounds, period.Compare)
	return rounds
}

// stranger is the finding on a file below the folder of a round, given by the
// parts of its path there, or on the folder that it lies in, when that is none of
// Ronde's. An edition in a folder that is called otherwise would be missed.
func stranger(round period.Period, parts []string, book *codebook.Codebook) (found diag.Diagnostic, ok bool) {
	folder, known := Dir(round)+"/", ownFiles(book)
	switch {
	case len(parts) == 1 && !slices.Contains(known, parts[0]):
		return strayFile(folder+parts[0], folder, parts[0], known, book), true
	case len(parts) > 1 && parts[0] != "editions":
		return diag.StrayFile(folder+parts[0], folder, append(known, "editions/")), true
	case len(parts) == 2, len(parts) > 2 && !isNumber(parts[1]):
		return diag.NotAnEdition(folder+"editions/"+parts[1], parts[1]), true
	}
	return diag.Diagnostic{}, false
}

// isNumber reports whether a name is a number from 1 on as editions have it.
func isNumber(name string) bool {
	n, err := strconv.Atoi(name)
	return err == nil && n > 0 && strconv.Itoa(n) == name
}

// strayFile is the finding on a file of a round that is none of its own; a text
// in a language that the site does not have is the likely one.
func strayFile(path, folder, name string, known []string, book *codebook.Codebook) diag.Diagnostic {
	rest, report := strings.CutPrefix(name, "report.")
	language, text := strings.CutSuffix(rest, ".md")
	if report && text && len(language) == 2 {
		return diag.TextLanguage(path, language, book.Site.LanguageTags())
	}
	return diag.StrayFile(path, folder, known)
}

// ownFiles are the names that a file of a round may have.
func ownFiles(book *codebook.Codebook) []string {
	names := []string{"report.yaml", "figures.yaml"}
	for _, language := range book.Site.LanguageTags() {
		names = append(names, "report."+language+".md")
	}
	return names
}

// OwnFiles lists the files of a round that an edition is made from, as they
// lie there now.
func OwnFiles(t *source.Tree, book *codebook.Codebook, round period.Period) []string {
	var names []string
	for _, name := range ownFiles(book) {
		if path := Dir(round) + "/" + name; t.Exists(path) {
			names = append(names, path)
		}
	}
	slices.Sort(names)
	return names
}

// ReadRound reads the files of one round.
func ReadRound(t *source.Tree, book *codebook.Codebook, typed map[string]*commentary.TypedNumbers, round period.Period, out *diag.List) *Round {
	before := out.Errors()
	r := &Round{Round: round, Texts: map[string]*Commentary{}, Files: OwnFiles(t, book, round)}
	if f, missing := t.ReadText(Dir(round) + "/report.yaml"); missing != nil {
		out.Add(*missing)
	} else if source.DecodeYAML(f, &r.Report, out) {
		r.checkReport(book, out)
	}
	r.Figures, _ = ReadFigures(t, Dir(round)+"/figures.yaml", out) // with errors the round is not complete
	for _, language := range book.Site.LanguageTags() {
		name := Dir(round) + "/report." + language + ".md"
		if !t.Exists(name) {
			continue
		}
		f, missing := t.ReadText(name)
		if missing != nil {
			out.Add(*missing)
			continue
		}
		if text := readCommentary(f, typed[language], out); text != nil {
			r.Texts[language] = text
			checkTopics(text, book, out)
		}
	}
	if len(r.Texts) == 0 && out.Errors() == before {
		out.Add(diag.NoCommentary(Dir(round), book.Site.LanguageTags()))
	}
	r.Complete = out.Errors() == before
	return r
}

func (r *Round) checkReport(book *codebook.Codebook, out *diag.List) {
	for _, id := range r.Report.Lead {
		if _, ok := book.Indicator(id.Value); !ok {
			out.Add(diag.UnknownID(id.Span, "indicator", id.Value, book.IndicatorIDs()))
		}
	}
	for _, id := range r.Report.Events {
		if _, ok := book.Event(id.Value); !ok {
			out.Add(diag.UnknownID(id.Span, "event", id.Value, book.EventIDs()))
		}
	}
	if cutoff := r.Report.Cutoff; cutoff.IsSet() && cutoff.Value < r.Round.Start() {
		out.Add(diag.CutoffBeforeRound(cutoff.Span, cutoff.Value.String(), r.Round.String()))
	}
}

// checkTopics looks up the topics of a text. They are today's: an edition keeps
// none.
func checkTopics(text *Commentary, book *codebook.Codebook, out *diag.List) {
	for _, topic := range text.Body.Topics {
		if _, ok := book.Topic(topic.Value); !ok && !book.TopicsAside() {
			out.Add(diag.UnknownID(topic.Span, "topic", topic.Value, book.TopicIDs()))
		}
	}
}

// ReadFigures reads a figures.yaml; a site or a round may have none.
func ReadFigures(t *source.Tree, name string, out *diag.List) (figures []FigureSpec, ok bool) {
	if !t.Exists(name) {
		return nil, true
	}
	f, missing := t.ReadText(name)
	if missing != nil {
		out.Add(*missing)
		return nil, false
	}
	var file FiguresFile
	if !source.DecodeYAML(f, &file, out) {
		return nil, false
	}
	return file.Figures, true
}

func readCommentary(f *source.File, typed *commentary.TypedNumbers, out *diag.List) *Commentary {
	front, body, bodyLine, ok := source.FrontMatter(f, FrontMatter{}, out)
	if !ok {
		return nil
	}
	c := &Commentary{File: f.Path}
	var head FrontMatter
	source.DecodeFragment(front, &head, false, out)
	c.Title = plainText(head.Title, typed, out)
	c.Description = plainText(head.Description, typed, out)
	for i, point := range head.MainPoints {
		if i == maxMainPoints {
			out.Add(diag.TooManyPoints(point.Span, len(head.MainPoints), maxMainPoints))
		}
		c.MainPoints = append(c.MainPoints, plainText(point, typed, out))
	}
	text := source.UnixLines(string(body))
	place := source.NewPlaces(f.Path, text, bodyLine)
	c.Body = commentary.ParseText(text, typed, place.Span, out)
	for _, inline := range c.Body.Figures {
		var spec FigureSpec
		line := place.Span(inline.Offset, inline.Offset).Line
		if source.DecodeFragment(source.Fragment{File: f, Text: []byte(inline.YAML), Line: line}, &spec, false, out) {
			c.Inline = append(c.Inline, spec)
		}
	}
	return c
}

// ReadProse reads a page of prose, such as content/home.nl.md: a text without a
// round. It gives nil after errors in its front matter.
func ReadProse(f *source.File, typed *commentary.TypedNumbers, out *diag.List) *Commentary {
	return readCommentary(f, typed, out)
}

// plainText parses a scalar of a YAML file as a text with references. The place
// of a reference within it is exact where the scalar stands on one line, plain
// or quoted, as nearly all do; otherwise it is that of the whole scalar.
func plainText(text source.At[string], typed *commentary.TypedNumbers, out *diag.List) *commentary.Document {
	if !text.IsSet() {
		return nil
	}
	return commentary.ParsePlain(text.Value, typed, source.Within(text), out)
}

// ReleaseOf gives the newest sealed edition of a round, from the chain; nil for none. A
// withdrawal is no edition, and what it takes back is one: a correction sets out from it.
func ReleaseOf(chain []*Edition, round period.Period) *Edition {
	var newest *Edition
	for _, e := range chain {
		if e.Round == round && e.HasContent() && (newest == nil || e.Number > newest.Number) {
			newest = e
		}
	}
	return newest
}
