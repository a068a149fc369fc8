package commentary

import "regexp"

// placedFigure is an image by which a resolved text places a figure. Within its title
// brackets are escaped.
var placedFigure = regexp.MustCompile(`!\[(?:[^\[\]\\]|\\.)*\]\(` + figurePath + `([a-z0-9-]+)` + regexp.QuoteMeta(figureEnd) + `\)`)

// Untitled gives a resolved text in which some figures keep their places and lose their
// titles, which say what they show.
func Untitled(resolved string, figure func(id string) bool) string {
	return placedFigure.ReplaceAllStringFunc(resolved, func(image string) string {
		if id := placedFigure.FindStringSubmatch(image)[1]; figure(id) {
			return "![](" + figurePath + id + figureEnd + ")"
		}
		return image
	})
}
