package commentary

import (
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/source"
)

// Texts are what the texts of one language bind.
type Texts struct {
	Language string
	File     string // of its report
	Numbers  []Number
	Topics   []source.At[string]
}

// CompareLanguages warns of observations that some languages of a report bind
// and others do not: whoever reads the others is told something else. There is
// one warning for each observation, at its first place.
func CompareLanguages(texts []Texts) []diag.Diagnostic {
	in := map[observation.Key][]int{} // the texts that bind it, in order
	first := map[observation.Key]diag.Span{}
	var keys []observation.Key
	for i, text := range texts {
		for _, n := range text.Numbers {
			binding := in[n.Key]
			if len(binding) == 0 {
				keys = append(keys, n.Key)
				first[n.Key] = n.Span
			}
			if !slices.Contains(binding, i) {
				in[n.Key] = append(binding, i)
			}
		}
	}
	slices.SortFunc(keys, observation.Key.Compare)
	var found []diag.Diagnostic
	for _, key := range keys {
		if len(in[key]) == len(texts) {
			continue
		}
		var with, without []string
		var lacking []diag.Span
		for i, text := range texts {
			if slices.Contains(in[key], i) {
				with = append(with, text.Language)
				continue
			}
			without = append(without, text.Language)
			lacking = append(lacking, diag.FileSpan(text.File))
		}
		found = append(found, diag.LanguagesDiffer(first[key], key.String(), strings.Join(with, ", "), without, lacking))
	}
	return found
}
