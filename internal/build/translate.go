package build

import (
	"bytes"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/compare"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// translate gives a translation the shared inputs of the edition that it replaces, with the
// words that today's have in languages which the site did not have then.
func (w *workspace) translate(task *compilation, base *edition.Edition) error {
	var fresh []string
	for _, language := range w.book.Site.LanguageTags() {
		if !slices.Contains(base.Codebook.Site.LanguageTags(), language) {
			fresh = append(fresh, language)
		}
	}
	if len(fresh) == 0 {
		return nil // the edition knows the words of all languages
	}
	today := slices.Clone(w.book.Files)
	if f, missing := w.tree.ReadText(recurringFigures); missing == nil {
		today = append(today, codebook.File{Path: recurringFigures, Content: f.Content})
	}
	tree, err := codebook.Translate(base.Codebook.Files, today, fresh)
	if err != nil {
		return diag.Refuse("the words of %s cannot be translated: %s", base.ID(), diag.Fact(err))
	}
	book, ok := codebook.LoadSealed(tree, "", w.out)
	if !ok {
		return diag.Refuse("the words of %s cannot be translated", base.ID())
	}
	task.book, task.translated = book, tree
	return nil
}

// keepsNumbers refuses an edition whose text, in a language that its base has too, prints a
// number in the place of another: a reference that was turned to another month changes what
// readers are told, though no value does. Words alone may bring a number or leave one out.
func keepsNumbers(base, e *edition.Edition) error {
	for _, language := range e.Languages {
		was, is := printedNumbers(base, language), printedNumbers(e, language)
		gone, fresh := without(was, is), without(is, was)
		if len(gone) > 0 && len(fresh) > 0 {
			return diag.Refuse("an editorial correction changes no number, and the text in %s would say %s and no longer %s: say --kind error, or what it is", language, strings.Join(fresh, ", "), strings.Join(gone, ", "))
		}
	}
	return nil
}

// printedNumbers are the numbers that the text of an edition prints in a language, in order.
func printedNumbers(e *edition.Edition, language string) []string {
	var all []string
	for _, n := range e.Numbers {
		if n.Language == language {
			all = append(all, n.Printed)
		}
	}
	return all
}

// without gives the numbers of a text that stand in it more often than in another.
func without(numbers, others []string) []string {
	left := slices.Clone(numbers)
	for _, n := range others {
		if i := slices.Index(left, n); i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	return left
}

// keepsToKind refuses an editorial correction that changes a value or a number of a text, and a translation that
// changes anything but adds a language: readers are told of a correction by its kind, and
// of these two only those whom it concerns. base is nil for a first edition.
func keepsToKind(base, e *edition.Edition) error {
	if base == nil || e.Kind != seal.Editorial && e.Kind != seal.Translation {
		return nil
	}
	c := compare.Of(base, e)
	if e.Kind == seal.Editorial {
		if len(c.Values) > 0 {
			v := c.Values[0]
			return diag.Refuse("an editorial correction changes no value, and %s would change from %s to %s (%d in all): say --kind revision, or what it is", v.Key, v.Old, v.New, len(c.Values))
		}
		return keepsNumbers(base, e)
	}
	added := slices.DeleteFunc(slices.Clone(e.Languages), func(language string) bool { return slices.Contains(base.Languages, language) })
	if len(added) == 0 {
		return diag.Refuse("a translation adds a language, and %s is in %s already: write report.<language>.md, or say --kind editorial", base.ID(), strings.Join(base.Languages, ", "))
	}
	if len(c.Values) > 0 {
		v := c.Values[0]
		return diag.Refuse("a translation changes no value, and %s would change from %s to %s (%d in all): say --kind revision, or what it is", v.Key, v.Old, v.New, len(c.Values))
	}
	was, is := base.SealFiles(seal.Inputs{}), e.SealFiles(seal.Inputs{})
	for _, language := range base.Languages {
		if base.Texts[language] == nil {
			continue // taken down
		}
		if name := "text." + language + ".md"; !bytes.Equal(was[name], is[name]) {
			return diag.Refuse("a translation changes no other language, and the text in %s is not that of %s: put it back, or release it first with --kind editorial", language, base.ID())
		}
	}
	for _, f := range c.Figures {
		return diag.Refuse("a translation changes nothing else, and the figure %s is not that of %s: put it back, or release it first with --kind revision", f.ID(), base.ID())
	}
	for _, text := range c.Texts {
		if text.Figure != "" && slices.Contains(base.Languages, text.Language) {
			return diag.Refuse("a translation changes no other language, and the figure %s in %s is not that of %s: put it back, or release it first with --kind editorial", text.Figure, text.Language, base.ID())
		}
	}
	return nil
}
