package compare

import (
	"slices"
	"strings"

	"ronde/internal/commentary"
	"ronde/internal/edition"
)

// A Text is a piece of text in a language that two editions word otherwise.
type Text struct {
	Language string
	Part     Part
	Figure   string // id of the figure whose text it is; "" for one of the report
	// Paragraphs are those that differ, in order.
	Paragraphs [][]Run
}

// Part says what a piece of text is.
type Part string

// The parts.
const (
	Title       Part = "title"
	Description Part = "description"
	MainPoints  Part = "main-points"
	Body        Part = "text"
	Subtitle    Part = "subtitle"
	Notes       Part = "notes"
	KeyFigures  Part = "key-figures"
)

// A Language is one in which only one of two editions speaks.
type Language struct {
	Tag  string
	Kind Kind // Appeared or Disappeared
}

func (c *Comparison) languages() {
	for _, tag := range c.New.Languages {
		if !slices.Contains(c.Old.Languages, tag) {
			c.Languages = append(c.Languages, Language{tag, Appeared})
		}
	}
	for _, tag := range c.Old.Languages {
		if !slices.Contains(c.New.Languages, tag) {
			c.Languages = append(c.Languages, Language{tag, Disappeared})
		}
	}
}

// texts compares texts in the languages that both editions have.
func (c *Comparison) texts() {
	for _, language := range c.New.Languages {
		old, ok := c.Old.Texts[language]
		if !ok {
			continue
		}
		new := c.New.Texts[language]
		titles := c.titles(language)
		lay := func(part Part, figure string, was, is []string) {
			if changed := paragraphs(was, is); len(changed) > 0 {
				c.Texts = append(c.Texts, Text{language, part, figure, changed})
			}
		}
		add := func(part Part, figure, was, is string) { lay(part, figure, pieces(was), pieces(is)) }
		add(Title, "", old.Title, new.Title)
		add(Description, "", old.Description, new.Description)
		lay(MainPoints, "", said(strings.Join(old.MainPoints, "\n\n"), titles), said(strings.Join(new.MainPoints, "\n\n"), titles))
		lay(Body, "", said(old.Body, titles), said(new.Body, titles))
		for _, f := range c.New.Figures {
			was := earlier(f, c.Old)
			if was == nil {
				continue
			}
			before, after := figureText(was, language), figureText(f, language)
			add(Title, f.ID, before.Title, after.Title)
			add(Subtitle, f.ID, before.Subtitle, after.Subtitle)
			add(Notes, f.ID, remarks(before.Notes), remarks(after.Notes))
			add(KeyFigures, f.ID, tiles(before.Tiles), tiles(after.Tiles))
		}
	}
}

func figureText(f *edition.Figure, language string) edition.FigureText {
	for _, t := range f.Texts {
		if t.Language == language {
			return t
		}
	}
	return edition.FigureText{}
}

func remarks(all []edition.Remark) string {
	var lines []string
	for _, r := range all {
		lines = append(lines, strings.TrimSpace(r.Mark+" "+r.Text))
	}
	return strings.Join(lines, "\n\n")
}

// tiles are what key figures say in words.
func tiles(all []edition.Tile) string {
	var lines []string
	for _, t := range all {
		words := []string{t.Qualifier, t.Printed, t.Absent, t.Unit, t.When}
		for _, r := range t.Tags {
			words = append(words, r.Text)
		}
		lines = append(lines, strings.Join(append(words, t.Trend), " "))
	}
	return strings.Join(lines, "\n\n")
}

// said are the paragraphs of a resolved text as they are read, with the titles of figures
// where it places them.
func said(text string, titles map[string]string) []string {
	return tidy(commentary.Paragraphs(text, func(id string) string { return "[" + titles[id] + "]" }))
}

// titles are those of the figures of both editions by their ids. A figure that both have
// is called as in the newer one: another title is told with the figure.
func (c *Comparison) titles(language string) map[string]string {
	titles := map[string]string{}
	for _, f := range c.Old.Figures {
		titles[f.ID] = figureText(f, language).Title
	}
	for _, f := range c.New.Figures {
		titles[f.ID] = figureText(f, language).Title
		if was := earlier(f, c.Old); was != nil {
			titles[was.ID] = titles[f.ID]
		}
	}
	return titles
}

// paragraphs compares two texts paragraph by paragraph, and gives those that differ.
// Deleted ones are laid beside those that were put in their place, in order.
func paragraphs(a, b []string) [][]Run {
	var changed [][]Run
	i, j := 0, 0
	replace := func(endA, endB int) {
		for ; i < endA || j < endB; i, j = min(i+1, endA), min(j+1, endB) {
			was, is := "", ""
			if i < endA {
				was = a[i]
			}
			if j < endB {
				is = b[j]
			}
			changed = append(changed, Words(was, is))
		}
	}
	for _, m := range matches(a, b) {
		replace(m.a, m.b)
		i, j = m.a+m.length, m.b+m.length
	}
	replace(len(a), len(b))
	return changed
}

// pieces are the paragraphs of a plain text.
func pieces(text string) []string { return tidy(strings.Split(text, "\n\n")) }

// tidy writes white space within paragraphs as one space, and leaves empty ones out.
func tidy(paragraphs []string) []string {
	var all []string
	for _, p := range paragraphs {
		if words := strings.Join(strings.FieldsFunc(p, between), " "); words != "" {
			all = append(all, words)
		}
	}
	return all
}
