package diag

import (
	"fmt"
	"strings"
)

var meetingEntries = []Entry{
	{"meeting-name", Error, "A file of content/meetings is not named after the day of a meeting."},
	{"meeting-party", Error, "Somebody at a meeting is neither an organisation nor a role, or is both."},
	{"meeting-languages", Warning, "The facts of a meeting and its text are not written in the same languages."},
}

// MeetingName: a file that is neither <day>.yaml nor <day>.<language>.md.
func MeetingName(file, name string) Diagnostic {
	return fault("meeting-name", FileSpan(file), fmt.Sprintf("%s is not named after the day of a meeting", Quote(name)),
		"name the facts as in 2023-05-15.yaml and the text as in 2023-05-15.nl.md, or move the file elsewhere")
}

// MeetingParty: neither organisation nor role, or both.
func MeetingParty(at Span, both bool) Diagnostic {
	title := "this names neither an organisation nor a role"
	if both {
		title = "this names an organisation and a role"
	}
	return fault("meeting-party", at, title,
		"write `organisation:` with an id of data/organisations.yaml, or `role:` with a function in words; never the name of a person")
}

// MeetingNoText: the facts are there in languages in which there is no text.
func MeetingNoText(facts Span, day string, without []string) Diagnostic {
	return warning("meeting-languages", facts, fmt.Sprintf("the meeting of %s has facts and no text in %s", day, strings.Join(without, ", ")),
		fmt.Sprintf("write content/meetings/%s.%s.md: until then its readers see the meeting in another language", day, without[0])).About(day)
}

// MeetingNoFacts: a text is there in a language in which there are no facts.
func MeetingNoFacts(text Span, day, language string, facts Span) Diagnostic {
	return warning("meeting-languages", text, fmt.Sprintf("the meeting of %s has a text and no facts in %s", day, language),
		fmt.Sprintf("add %s: to the texts of content/meetings/%s.yaml: until then this text is not shown", language, day)).
		NoteAt(facts, "the facts stand here").About(day)
}
