package diag

import (
	"strings"
)

var meetingEntries = []Entry{
	{"meeting-name", Error, "A file of content/meetings is not named after the day of a meeting.",
		`"12-09-2022.yaml" is not named after the day of a meeting`,
		"Name the files after the day of the meeting: 2023-05-15.yaml for agenda, decisions and actions, 2023-05-15.nl.md for the text."},
	{"meeting-party", Error, "Somebody at a meeting is neither an organisation nor a role, or is both.",
		"this entry names neither an organisation nor a role",
		"Write an organisation by its id, or a role in words. Names of persons do not stand on the site."},
	{"meeting-languages", Warning, "The facts of a meeting and its text are not written in the same languages.",
		"the meeting of 2022-09-12 has a text in en, and its agenda, decisions and actions are not in en",
		"Write the text, or the agenda, decisions and actions, in the language that is missing. Until then its readers see the meeting in another language."},
}

// MeetingName: a file that is neither <day>.yaml nor <day>.<language>.md.
func MeetingName(file, name string) Diagnostic {
	return fault("meeting-name", FileSpan(file), Say("%s is not named after the day of a meeting", Quote(name)),
		Say("agenda, decisions and actions stand in a file such as 2023-05-15.yaml, the text in one such as 2023-05-15.nl.md: give it such a name, or move it elsewhere"))
}

// MeetingNoFile: there is a text and no file with what it goes with.
func MeetingNoFile(file, day string, text Span) Diagnostic {
	return fault("file-missing", FileSpan(file), Say("the meeting of %s has a text, and this file is not there", day),
		Say("write it: agenda, decisions and actions stand in it, once for all languages; or correct the day in the name of the text")).
		NoteAt(text, Say("the text"))
}

// MeetingParty: neither organisation nor role, or both.
func MeetingParty(at Span, both bool) Diagnostic {
	title := Say("this entry names neither an organisation nor a role")
	if both {
		title = Say("this entry names both an organisation and a role")
	}
	return fault("meeting-party", at, title,
		Say("write `organisation:` with an id of data/organisations.yaml, or `role:` with a function in words; never the name of a person"))
}

// MeetingNoText: the facts are there in languages in which there is no text.
func MeetingNoText(facts Span, day string, without []string) Diagnostic {
	return warning("meeting-languages", facts, Say("the meeting of %s has no text in %s, in which its agenda, decisions and actions are written", day, strings.Join(without, ", ")),
		Say("write content/meetings/%s.%s.md; until then its readers see the whole meeting in another language", day, without[0])).About(day)
}

// MeetingNoFacts: a text is there in a language in which there are no facts.
func MeetingNoFacts(text Span, day, language string, facts Span) Diagnostic {
	return warning("meeting-languages", text, Say("the meeting of %s has a text in %s, and its agenda, decisions and actions are not in %[2]s", day, language),
		Say("add `%s: …` beside the other languages in content/meetings/%s.yaml; until then this text is not shown, as a page shows a meeting whole in one language", language, day)).
		NoteAt(facts, Say("they stand here")).About(day)
}
