package site

import (
	"net/url"
	"strconv"
	"strings"

	"ronde/internal/period"
	"ronde/internal/seal"
)

// relative leads from a page to an address, both within the site: from
// "nl/reports/" to "nl/data/x.csv" it is "../data/x.csv". from ends in a slash
// or is the root, "".
func relative(from, to string) string {
	anchor := ""
	if i := strings.IndexByte(to, '#'); i >= 0 {
		to, anchor = to[:i], to[i:]
	}
	if from == to && anchor != "" {
		return anchor
	}
	for {
		i := strings.IndexByte(from, '/')
		if i < 0 || !strings.HasPrefix(to, from[:i+1]) {
			break
		}
		from, to = from[i+1:], to[i+1:]
	}
	path := strings.Repeat("../", strings.Count(from, "/")) + to
	if path == "" {
		path = "./"
	}
	return path + anchor
}

// The addresses of pages, from the root of the site.
func homeAt(lang string) string    { return lang + "/" }
func reportsAt(lang string) string { return lang + "/reports/" }
func reportAt(lang string, round period.Period) string {
	return reportsAt(lang) + round.String() + "/"
}
func changesAt(lang string, round period.Period) string { return reportAt(lang, round) + "changes/" }
func editionAt(lang string, id seal.ReleaseID) string {
	return reportAt(lang, id.Round) + "v" + strconv.Itoa(id.Number) + "/"
}
func figuresAt(lang string, id seal.ReleaseID) string { return editionAt(lang, id) + "figures/" }
func indicatorAt(lang, id string) string              { return lang + "/indicators/" + id + "/" }
func firstAt(lang, id string) string                  { return indicatorAt(lang, id) + "first/" }
func meetingAt(lang string, day period.Date) string   { return meetingsAt(lang) + day.String() + "/" }
func topicsAt(lang string) string                     { return lang + "/topics/" }
func topicAt(lang, id string) string                  { return topicsAt(lang) + id + "/" }
func organisationsAt(lang string) string              { return lang + "/organisations/" }
func organisationAt(lang, id string) string           { return organisationsAt(lang) + id + "/" }
func meetingsAt(lang string) string                   { return lang + "/meetings/" }
func actionsAt(lang string) string                    { return meetingsAt(lang) + "actions/" }
func calendarAt(lang string) string                   { return lang + "/calendar/" }
func glossaryAt(lang string) string                   { return lang + "/glossary/" }
func deliveriesAt(lang string) string                 { return lang + "/deliveries/" }
func dataAt(lang string) string                       { return lang + "/data/" }
func knownAt(lang string) string                      { return dataAt(lang) + "vintages.csv" }
func datasetAt(lang, id string) string                { return dataAt(lang) + id + "/" }
func methodsAt(lang string) string                    { return lang + "/methods/" }
func methodAt(lang, id string) string                 { return methodsAt(lang) + id + "/" }
func aboutAt(lang string) string                      { return lang + "/about/" }
func accessibilityAt(lang string) string              { return lang + "/accessibility/" }
func searchAt(lang string) string                     { return lang + "/search/" }
func correctionsAt(lang string) string                { return lang + "/corrections/" }
func correctionsFeedAt(lang string) string            { return lang + "/corrections.xml" }
func calendarFileAt(lang string) string               { return lang + "/calendar.ics" }
func feedAt(lang string) string                       { return lang + "/feed.xml" }

// EditionAddress is the address of an edition in a language, from the root of the site.
func EditionAddress(lang string, id seal.ReleaseID) string { return editionAt(lang, id) }

// FigureAddress is the address of the page of a figure of an edition.
func FigureAddress(lang string, id seal.ReleaseID, figure string) string {
	return figureAt(lang, id, figure)
}

// inLanguage gives the address of the same page in another language: all pages
// exist in all languages.
func inLanguage(address, lang string) string {
	_, rest, _ := strings.Cut(address, "/")
	return lang + "/" + rest
}

// absolute is the address of a page with the host, "" without a base URL.
func (s *Site) absolute(address string) string {
	if s.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(s.BaseURL, "/") + "/" + address
}

// basePath is where the site stands on its host: "/", or "/figures/"; "" when that
// is not known.
func (s *Site) basePath() string {
	u, err := url.Parse(s.BaseURL)
	if s.BaseURL == "" || err != nil {
		return ""
	}
	return strings.TrimSuffix(u.EscapedPath(), "/") + "/"
}
