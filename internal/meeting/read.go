package meeting

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

const folder = "content/meetings"

// Read reads the meetings of a site, oldest first. A site need not have any. What
// could not be read is a finding and left out.
func Read(t *source.Tree, book *codebook.Codebook, typed map[string]*commentary.TypedNumbers, out *diag.List) []*Meeting {
	found := map[period.Date]*Meeting{}
	meeting := func(day period.Date) *Meeting {
		if found[day] == nil {
			found[day] = &Meeting{Date: day, path: folder + "/" + day.String() + ".yaml", texts: map[string]*text{}}
		}
		return found[day]
	}
	facts := map[period.Date]bool{}
	for _, name := range t.Files(folder, out) {
		day, language, ok := nameOf(strings.TrimPrefix(name, folder+"/"))
		switch {
		case !ok:
			out.Add(diag.MeetingName(name, path.Base(name)))
		case language == "":
			facts[day] = meeting(day).readFacts(t, out)
		case !slices.Contains(book.Site.LanguageTags(), language):
			out.Add(diag.TextLanguage(name, language, book.Site.LanguageTags()))
		default:
			meeting(day).readText(t, name, language, typed[language], out)
		}
	}
	var all []*Meeting
	actions := map[string]diag.Span{}
	for _, m := range sorted(found) {
		if whole, known := facts[m.Date]; !known {
			out.Add(diag.MeetingNoFile(m.path, m.Date.String(), diag.FileSpan(m.anyText())))
			continue
		} else if !whole {
			continue
		}
		c := checker{Meeting: m, book: book, out: out, actions: actions}
		c.all()
		all = append(all, m)
	}
	return all
}

// nameOf reads the name of a file: 2023-05-15.yaml, 2023-05-15.nl.md.
func nameOf(name string) (day period.Date, language string, ok bool) {
	stem, ok := strings.CutSuffix(name, ".yaml")
	if !ok {
		if stem, ok = strings.CutSuffix(name, ".md"); ok {
			stem, language, ok = strings.Cut(stem, ".")
			ok = ok && language != "" && !strings.Contains(language, ".")
		}
	}
	day, err := period.ParseDate(stem)
	return day, language, ok && err == nil
}

func sorted(found map[period.Date]*Meeting) []*Meeting {
	var all []*Meeting
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *Meeting) int { return cmp.Compare(a.Date, b.Date) })
	return all
}

// anyText is the first of the files of texts.
func (m *Meeting) anyText() string {
	first := ""
	for _, t := range m.texts {
		if first == "" || t.file < first {
			first = t.file
		}
	}
	return first
}

func (m *Meeting) readFacts(t *source.Tree, out *diag.List) (whole bool) {
	f, missing := t.ReadText(m.path)
	if missing != nil {
		out.Add(*missing)
		return false
	}
	return source.DecodeYAML(f, &m.Facts, out)
}

// frontMatter is what stands between --- at the top of a text.
type frontMatter struct {
	Description source.At[string] `key:"description" doc:"One or two sentences for lists and search engines"`
}

func (m *Meeting) readText(t *source.Tree, name, language string, typed *commentary.TypedNumbers, out *diag.List) {
	f, missing := t.ReadText(name)
	if missing != nil {
		out.Add(*missing)
		return
	}
	front, body, line, ok := source.FrontMatter(f, frontMatter{}, out)
	if !ok {
		return
	}
	var head frontMatter
	source.DecodeFragment(front, &head, false, out)
	x := &text{file: name}
	if head.Description.IsSet() {
		x.description = commentary.ParsePlain(head.Description.Value, typed, source.Within(head.Description), out)
	}
	content := source.UnixLines(string(body))
	x.body = commentary.ParseText(content, typed, source.NewPlaces(name, content, line).Span, out)
	m.texts[language] = x
}
