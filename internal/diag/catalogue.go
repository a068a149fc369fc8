package diag

import "slices"

// An Entry describes one id: what it is called, how severe it is, and in one
// sentence what it means. An id is never reused for another meaning.
type Entry struct {
	ID       string
	Severity Severity
	Meaning  string
}

// Catalogue lists every id that Ronde can print, by id.
func Catalogue() []Entry {
	all := slices.Concat(sourceEntries, codebookEntries, dropEntries, cubeEntries, discloseEntries, commentaryEntries, editionEntries, figureEntries, meetingEntries, calendarEntries, onlineEntries, publishedEntries, sheetEntries, siteEntries, themeEntries)
	slices.SortFunc(all, func(a, b Entry) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return all
}
