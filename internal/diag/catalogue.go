package diag

import "slices"

// An Entry describes one id: what it is called, how severe it is, in one sentence what it
// means, a message as it is printed, and in a few sentences what to do. An id is never
// reused for another meaning.
type Entry struct {
	ID       string
	Severity Severity
	Meaning  string
	Example  string // the title of a message
	Remedy   string
}

// A Stage is a part of the work that has messages of its own.
type Stage struct {
	Name    string
	Entries []Entry
}

// Stages lists what can be said, in the order of the work.
func Stages() []Stage {
	return []Stage{
		{"Files", sourceEntries},
		{"Organisations, indicators, code lists and contracts", codebookEntries},
		{"Sheets of a workbook", sheetEntries},
		{"Deliveries", dropEntries},
		{"Checks across deliveries", cubeEntries},
		{"Protection of persons", discloseEntries},
		{"Texts", commentaryEntries},
		{"Figures", figureEntries},
		{"Meetings", meetingEntries},
		{"Calendar of releases", calendarEntries},
		{"Rounds, editions and releases", editionEntries},
		{"Theme", themeEntries},
		{"The new site", siteEntries},
		{"The published folder", publishedEntries},
		{"What is online", onlineEntries},
	}
}

// Catalogue lists every id that Ronde can print, by id.
func Catalogue() []Entry {
	var all []Entry
	for _, stage := range Stages() {
		all = append(all, stage.Entries...)
	}
	slices.SortFunc(all, func(a, b Entry) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return all
}
