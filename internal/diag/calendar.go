package diag

var calendarEntries = []Entry{
	{"calendar-move", Error, "The days on which a release was planned do not follow from each other.",
		"the release of 2022-09 was moved from 2022-11-03 to the same day",
		"Open content/calendar.yaml at this release. `from` is the day that had been announced, `on` the day on which readers were told, `date` the day that counts now. List moves in the order in which they were announced, and delete one that moved nothing."},
}

// PlannedTwice: the calendar has two dates for the report of one month.
func PlannedTwice(at Span, round string, first Span) Diagnostic {
	return fault("duplicate-id", at, Say("the release of %s is planned twice", round),
		Say("keep one of the two lines: readers see one date for each report")).
		NoteAt(first, Say("it is planned first here"))
}

// NotMoved: a day in the calendar is said to have been moved to itself. last says that the
// day is that of the release, and not an earlier move.
func NotMoved(at Span, round, day string, last bool) Diagnostic {
	next := Say("the line below it under `moved`")
	if last {
		next = Say("`date`")
	}
	return fault("calendar-move", at, Say("the release of %s was moved from %s to the same day", round, day),
		Say("`from` is the day that had been announced before, %s the one that took its place: correct one of the two, or remove the line when nothing was moved", next))
}

// MovedIntoThePast: the day to which a release was moved was over when that was announced.
func MovedIntoThePast(at Span, round, on, to string) Diagnostic {
	return fault("calendar-move", at, Say("that the release of %s was moved to %s was announced on %s, when that day was over", round, to, on),
		Say("`on` is the day on which readers were told of the new day: correct it, or the new day"))
}

// MovedOutOfOrder: of two moves of a release the one below was announced first, or on the
// same day.
func MovedOutOfOrder(at Span, round, on, before string, first Span) Diagnostic {
	return fault("calendar-move", at, Say("a move of the release of %s that was announced on %s stands below one of %s", round, on, before),
		Say("list under `moved` what was announced first above what was announced later; of two changes on one day keep the last")).
		NoteAt(first, Say("the move above it"))
}
