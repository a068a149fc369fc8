package diag

import (
	"strings"
)

var editionEntries = []Entry{
	{"seal-broken", Error, "A file of a sealed edition is not the file that was sealed.",
		"this file is not the one that was sealed in edition 2022-07@1",
		"Put the file back as it was committed: git checkout -- followed by its name. What should change in a published report is released as a correction."},
	{"line-endings", Error, "A file differs from the sealed one only in its line ends: git or an editor converted it.",
		"this file differs from that of the release 2022-07@1 only in its line ends",
		"Nothing is lost. Add the line that is missing to .gitattributes, delete the file, and restore it with git checkout."},
	{"sealed-missing", Error, "A file of a sealed edition is gone.",
		"content/reports/2022-07/editions/1/figures/months.csv is part of edition 2022-07@1 and is not there",
		"Restore the file with git checkout. The folder of an edition is never cleaned up."},
	{"taken-down-back", Error, "A sealed file that was taken down has its old content.",
		"this file of 2022-07@1 was taken down by 2022-07@4 on 2022-10-08, and has its old content here",
		"Run any ronde release: it takes the file down again before it does anything else. Then commit the file."},
	{"sealed-foreign", Error, "A file lies in a sealed edition that the release did not write.",
		"this file does not belong to the sealed edition 2022-07@1",
		"Move the file out of the folder of the edition, which holds only what the release wrote."},
	{"edition-format", Error, "An edition.yaml is not of a format that this version of Ronde reads.",
		`the edition is of format "ronde-edition/9"`,
		"The edition was written by a newer Ronde. Use that version, or a newer one."},
	{"sealed-unreadable", Error, "A file of a sealed edition has the right hash but cannot be read.",
		"this file of 2022-07@1 cannot be read: record 1: not a number",
		"The file is as it was sealed, and another version of Ronde wrote it. Use that version, and tell the maintainers."},
	{"edition-place", Error, "An edition lies in the folder of another round or number.",
		"this is edition 2022-07@1, but it lies in the folder of 2022-07@2",
		"Move the folder back to the round and number that it was written to."},
	{"chain-fork", Error, "Two releases follow the same release: two branches each released something.",
		"2022-07@1 and 2022-08@1 both follow no release: each is the first of its branch",
		"Two people released at the same time in different branches. Keep one release, and make the other again on top of it with ronde release --redo."},
	{"chain-broken", Error, "A release follows a release that is not there.",
		"2022-08@1 follows a release with seal 3f0c001582db…, which is not here",
		"An edition was deleted or not merged. Restore its folder from git, or merge the branch on which it was released."},
	{"chain-date", Error, "A release bears an earlier date than the release that it follows.",
		"2022-08@1 is dated 2022-09-01, before 2022-09-06 of 2022-07@1 that it follows",
		"Releases are dated in the order in which they follow each other. Make the later one again with a later --date."},
	{"half-edition", Error, "An interrupted release left a folder that holds no whole edition.",
		"this folder of an edition holds no edition.yaml",
		"If the folder was never committed, delete it and release again. If it was, restore edition.yaml with git checkout."},
	{"edition-aside", Error, "A release that makes an edition again is running or was stopped, and the edition is not in its place.",
		"this is the edition that belongs in content/reports/2022-07/editions/1",
		"Wait a moment: a release may be running. If this stays, run any ronde release, which puts the edition back."},
	{"input-changed", Error, "A file that a released report was made from has changed.",
		"this file is part of what 2022-07@1 was released from, and it has changed",
		"A delivery or text of a released report is never edited. Put the file back, and bring the change as a new delivery and a correction; the hint gives the command."},
	{"input-added", Error, "A file was added to a round that is already released.",
		"this file would have been part of 2022-07@1, which is already released",
		"The round is released without this file. Leave it out, let it count from the next release on with `missed`, or release a correction with the command of the hint."},
	{"round-revised", Notice, "A new delivery gives other values for a month whose report is released.",
		"2 values of 2022-07 revised by 2022-07/fedasil/referrals.2",
		"Nothing to do: the next release publishes the new values, and the old report keeps its own. To correct the old report, use the command of the hint."},
	{"not-validated", Error, "A release that insists on it takes in a delivery whose figures nobody has confirmed.",
		"nobody has validated 2022-08/fedasil/referrals, which this release takes in",
		"Ask the organisation to confirm its figures, and write into the YAML file beside the delivery who did, by function, and when: validated: {role: head of statistics, on: 2022-09-05}. A release without --validated lists such deliveries and goes on, unless ronde.yaml says validation: required."},
	{"still-printed", Notice, "An edition that readers are shown prints a value that is withdrawn.",
		"2022-07@3 prints the value of referrals BE-BRU 2022-07, which is withdrawn: figure regions",
		"An edition that readers can open still prints the value. Withdraw the figures, or release a correction without it; the hint gives the command."},
	{"input-removed", Error, "A file that a released report was made from is gone.",
		"this file is part of what 2022-08@1 was released from, and it is gone",
		"Restore the file with git checkout. What was published is proved by what it was made from."},
	{"gitattributes", Error, "Nothing keeps git from converting line ends in drops and sealed editions.",
		"the line `content/reports/*/editions/** -text` is missing",
		"Add the line to .gitattributes. Without it, git on Windows changes line ends, and sealed files no longer match their hashes."},
	{"stray-file", Error, "A file lies where Ronde keeps files of other names.",
		`"1 - Copy" is not the number of an edition`,
		"Compare the name with those that the hint lists; most often an ending or a letter is wrong. Other files are kept elsewhere."},
	{"not-a-round", Error, "A folder of content/reports is not named after a month.",
		`the folder "august" is not named after a round`,
		"Folders of content/reports are called after the month of the report, such as 2022-07. Rename the folder, or move it elsewhere."},
	{"no-commentary", Error, "A round has no text in any language.",
		"this round has no text",
		"Write a text for the report in at least one language of the site, such as report.nl.md; ronde new report makes a first one."},
	{"cutoff", Error, "The cutoff of a round is before the round began.",
		"the cutoff 2022-06-15 is before the month 2022-07 began",
		"`cutoff` in report.yaml is the last day on which deliveries arrived, some weeks after the month of the report. Correct the year or month."},
	{"main-points", Error, "A report has more main points than readers take in.",
		"there are 7 main points, and readers take in 6",
		"Keep the points that a reader should remember, at most six. The others belong in the text."},
	{"unknown-language", Error, "The site has a language that Ronde does not know.",
		`Ronde does not know the language "it"`,
		"Write one of the languages that the hint lists under `languages` in ronde.yaml."},
	{"language-lost", Error, "A language in which reports were released is no longer a language of the site.",
		`2022-07@1 was released in "en", which is no longer a language of the site`,
		"Put the language back into `languages` in ronde.yaml, because addresses of what was published stay. New reports need no text in it."},
	{"reference-lost", Error, "A code or an id that a released drop or report uses is no longer declared.",
		`code "BE-WAL" is no longer declared, and figures that 2022-07@1 published use it`,
		"Declare the id or code again, with `until` if it has ended. If it was renamed, write the old name under `formerly` of the new one."},
}

// NotValidated: a release that insists on sign-offs takes in a drop without one. required
// says that ronde.yaml insists; the hint shows a line to copy, with the day of the release.
func NotValidated(description, drop, released string, required bool) Diagnostic {
	d := fault("not-validated", FileSpan(description), Say("nobody has validated %s, which this release takes in", drop),
		Say("ask the organisation to confirm its figures, and write here who did and when, by function:\nvalidated: {role: head of statistics, on: %s}", released))
	if required {
		d = d.Note(Say("ronde.yaml says `validation: required`"))
	}
	return d
}

// ValidatedLate: the sign-off bears a later day than the release.
func ValidatedLate(at Span, drop, on, released string) Diagnostic {
	return fault("not-validated", at, Say("%s was validated on %s, and the release is dated %s", drop, on, released),
		Say("mend the day, or give the release a later one with --date"))
}

// SealBroken: the file's hash is not the one in edition.yaml.
func SealBroken(file, release string) Diagnostic {
	return fault("seal-broken", FileSpan(file),
		Say("this file is not the one that was sealed in edition %s", release),
		Say("a sealed edition is never edited: put back the file as the release committed it, and publish what should change as a correction (ronde release --kind …)"))
}

// MergeConflictSealed: two branches released the same edition, and git left both in a file
// of it.
func MergeConflictSealed(file, release, dir string) Diagnostic {
	return fault("merge-conflict", FileSpan(file),
		Say("git left the marks of a conflict here: two branches released %s", release),
		Say("take one of the two whole, git checkout --ours -- %s or git checkout --theirs -- %s, and release what the other said as a correction", dir, dir))
}

// ManifestBroken: edition.yaml itself does not match its own seal.
func ManifestBroken(file, release string) Diagnostic {
	return fault("seal-broken", FileSpan(file),
		Say("edition.yaml of %s does not match its seal", release),
		Say("a sealed edition is never edited: put back the file as the release committed it"))
}

// LineEndings: the file is the sealed one but for CRLF and LF.
func LineEndings(file, release string) Diagnostic {
	return fault("line-endings", FileSpan(file),
		Say("this file differs from that of the release %s only in its line ends", release),
		Say("nothing is lost: git or an editor converted the line ends. When a line is missing in .gitattributes, add it first; then delete the file and restore it: git checkout -- %s", file))
}

// SealedMissing: a file listed in edition.yaml is not there.
func SealedMissing(manifest Span, file, release string) Diagnostic {
	return fault("sealed-missing", manifest,
		Say("%s is part of edition %s and is not there", file, release),
		Say("put it back as the release committed it: a sealed edition stays whole"))
}

// TakenDownBack: a file has the bytes that a withdrawal took down.
func TakenDownBack(file, release, by, on string) Diagnostic {
	return fault("taken-down-back", FileSpan(file),
		Say("this file of %s was taken down by %s on %s, and has its old content here", release, by, on),
		Say("what was taken down is published nowhere any more, and does not come back: git checkout or a merge restored the file, or a take-down was stopped. Any ronde release takes it down again before it does anything else; commit the file then"))
}

// SealedForeign: a file lies in the folder that edition.yaml does not list.
func SealedForeign(file, release string) Diagnostic {
	return fault("sealed-foreign", FileSpan(file),
		Say("this file does not belong to the sealed edition %s", release),
		Say("move it elsewhere: the folder of an edition holds only what the release wrote"))
}

// SealedUnreadable: the bytes are those that were sealed, and not readable.
func SealedUnreadable(file, release, why string) Diagnostic {
	return fault("sealed-unreadable", FileSpan(file),
		Say("this file of %s cannot be read: %s", release, why),
		Say("it is as it was sealed, so this version of Ronde is older or newer than the one that wrote it: use that version, and tell the maintainers"))
}

// EditionFormat: format: is unknown.
func EditionFormat(at Span, format string, known string) Diagnostic {
	return fault("edition-format", at,
		Say("the edition is of format %s", Quote(format)),
		Say("this version of Ronde reads %s: use the version that released the edition, or a newer one", known))
}

// EditionPlace: round or number inside differ from the folder's name.
func EditionPlace(at Span, inside, folder string) Diagnostic {
	return fault("edition-place", at,
		Say("this is edition %s, but it lies in the folder of %s", inside, folder),
		Say("move the folder back to where the release wrote it"))
}

// ChainFork: two editions name the same previous seal.
func ChainFork(second Span, secondRelease string, first Span, firstRelease string, previous Phrase) Diagnostic {
	return fault("chain-fork", second,
		Say("%s and %s both follow %s", firstRelease, secondRelease, previous),
		Say("two branches each released something. Keep one and make the other again on top of it: ronde release --redo %s", secondRelease)).
		NoteAt(first, Say("%s names the same previous release", firstRelease))
}

// ChainBroken: previous: is the seal of no edition here.
func ChainBroken(at Span, release, previous string) Diagnostic {
	return fault("chain-broken", at,
		Say("%s follows a release with seal %s, which is not here", release, shortHash(previous)),
		Say("an edition is missing: restore it from git; editions are never deleted"))
}

// ChainDate: the release before has a later date.
func ChainDate(at Span, release, date, before, beforeDate string) Diagnostic {
	return fault("chain-date", at,
		Say("%s is dated %s, before %s of %s that it follows", release, date, beforeDate, before),
		Say("the date of a release is never before that of the release before it"))
}

// HalfEdition: a folder without edition.yaml.
func HalfEdition(folder string) Diagnostic {
	return fault("half-edition", FileSpan(folder),
		Say("this folder of an edition holds no edition.yaml"),
		Say("a release was interrupted or a file is gone: restore edition.yaml from git, or delete the folder if it was never committed and release again"))
}

// EditionAside: the folder to which a redo moved an edition, which is not back.
func EditionAside(folder, edition string) Diagnostic {
	return fault("edition-aside", FileSpan(folder),
		Say("this is the edition that belongs in %s", edition),
		Say("a release that makes it again is running, or was stopped: wait a moment; if this stays, any ronde release puts it back before it does anything else, and so does renaming the folder"))
}

// InputChanged: an own input of the newest edition of a round differs.
func InputChanged(file, release, correction string) Diagnostic {
	return fault("input-changed", FileSpan(file),
		Say("this file is part of what %s was released from, and it has changed", release),
		Say("put back the file as it was (undo it in the editor, or, with git: git checkout -- %s), or, if the published report is to change, release a correction: %s", Typed(file), correction))
}

// DropChanged: a file of a settled drop differs, and not in a value that was
// published from it.
func DropChanged(file, release, correction string) Diagnostic {
	return fault("input-changed", FileSpan(file),
		Say("this delivery is part of what %s was released from, and its file has changed", release),
		newDelivery(correction)).
		Note(Say("no value that was published from it differs: rows were added or moved, or words were changed"))
}

// newDelivery is the way out when a settled drop was edited.
func newDelivery(correction string) Phrase {
	return Say("a delivery that was published is never edited: put back the file as it was. New figures are a new delivery, in a file of its own (with .2 in its name, or in the next round's folder), and reach the published report with a correction: %s", correction)
}

// CellChanged: a value of a settled drop differs from the one released.
func CellChanged(at Span, was, is, release, correction string) Diagnostic {
	title := Say("%s published %s from this cell, which now says %s", release, was, is)
	if is == "" {
		title = Say("%s published %s from this drop, which no longer has the row", release, was)
	}
	return fault("input-changed", at, title, inCell(at, newDelivery(correction)))
}

// InputAdded: a file that would have been an own input lies there now.
func InputAdded(file, release, correction string) Diagnostic {
	return fault("input-added", FileSpan(file),
		Say("this file would have been part of %s, which is already released", release),
		Say("to publish it with that round, release a correction: %s", correction))
}

// DropBackdated: a drop received by the cutoff of a released round was added.
func DropBackdated(at Span, drop, release, cutoff, round, correction string) Diagnostic {
	return fault("input-added", at,
		Say("drop %s was received by %s, the cutoff of %s, which is released without it", drop, cutoff, release),
		Say("if it arrived in time but was committed late, add the line `missed: %s`: it then counts from the next release on. To correct the released report with it: %s", round, correction))
}

// InputRemoved: an own input is gone.
func InputRemoved(file, release string) Diagnostic {
	return fault("input-removed", FileSpan(file),
		Say("this file is part of what %s was released from, and it is gone", release),
		Say("put it back: what was published can be proved only with what it was made from"))
}

// GitAttributes: .gitattributes lacks a line.
func GitAttributes(line string) Diagnostic {
	return fault("gitattributes", FileSpan(".gitattributes"),
		Say("the line `%s` is missing", line),
		Say("add the line: without it, git on Windows changes the line ends of these files and their hashes no longer match"))
}

// RoundRevised: an unreleased drop gives other values for the month of a released
// round. rows are where it does, with the published values.
func RoundRevised(drop Span, id, round, release string, rows []Other, correction string) Diagnostic {
	d := notice("round-revised", drop,
		Say("%s of %s revised by %s", counted(len(rows), Say("1 value"), Say("%d values", len(rows))), round, id),
		Say("nothing to do: the next release publishes what is new, and the report %s keeps its numbers. To bring the new ones into it, release a correction, with --kind error if the released value was a mistake: %s", release, correction))
	return noteOthers(d, rows).About(id + " " + round)
}

// StillPrinted: an edition that readers can open prints a value that is withdrawn. places
// are its figures and the numbers of its texts; correction is the command that corrects it,
// "" for one that was replaced, whose address stays.
func StillPrinted(at Span, release, key string, places []Phrase, correction string) Diagnostic {
	hint := Say("a sealed text stays as it is: withdraw the figures (--kind withdrawal --figure …), or release a correction without the value: %s", correction)
	if correction == "" {
		hint = Say("this edition was replaced, and readers can still open it: withdraw the figures (--kind withdrawal --figure …) or, where a text says it, the report (--kind withdrawal), and publish it again with --restore")
	}
	return notice("still-printed", at,
		Say("%s prints the value of %s, which is withdrawn: %s", release, key, list(places)), hint).
		About(release + " " + key)
}

// ReferenceLost: figures that a release published use a name that the codebook
// no longer has. declared is the file, or the code list, that should have it;
// used is where the release says it.
func ReferenceLost(declared Span, kind, name, release string, used Span) Diagnostic {
	hint := Say("ids and codes are never removed: declare it again")
	switch kind {
	case "dimension": // has no former names
	case "indicator":
		hint = Say("%s; if it has another name now, write the old one under `formerly:` of the new indicator", hint)
	default:
		hint = Say("%s, with `until:` if it has ended; if it has another name now, write the old one under `formerly:` of the new %s", hint, Word(kind))
	}
	return fault("reference-lost", declared,
		Say("%s %s is no longer declared, and figures that %s published use it", Word(kind), Quote(name), release), hint).
		NoteAt(used, Say("it is used here"))
}

// TopicLost: a section of a sealed edition is about a topic that is not declared.
func TopicLost(topic, release string, used Span) Diagnostic {
	return fault("reference-lost", FileSpan("content/topics.yaml"),
		Say("topic %s is no longer declared, and a section of %s is about it", Quote(topic), release),
		Say("ids and codes are never removed: declare it again; if it has another name now, write the old one under `formerly:` of the new topic")).
		NoteAt(used, Say("it is named here"))
}

func shortHash(hash string) string {
	if len(hash) > 12 {
		return hash[:12] + "…"
	}
	return hash
}

// StrayFile: a name that is none of those that may stand in a folder.
func StrayFile(file, folder string, known []string) Diagnostic {
	name := file[strings.LastIndexByte(file, '/')+1:]
	hint := Say("move it elsewhere; in %s Ronde reads %s", folder, strings.Join(known, ", "))
	if nearest, ok := Nearest(name, known); ok {
		hint = Say("did you mean %s? In %s Ronde reads %s", nearest, folder, strings.Join(known, ", "))
	}
	return fault("stray-file", FileSpan(file), Say("Ronde does not read files of this name"), hint)
}

// TextLanguage: report.<lang>.md in a language that the site does not have.
func TextLanguage(file, language string, languages []string) Diagnostic {
	return fault("stray-file", FileSpan(file),
		Say("the site has no language %s", Quote(language)),
		Say("its languages are %s: add %s under `languages:` in ronde.yaml, or move the text elsewhere", strings.Join(languages, ", "), language))
}

// NotAnEdition: a file or folder of editions/ that is not named after a number.
func NotAnEdition(file, name string) Diagnostic {
	return fault("stray-file", FileSpan(file),
		Say("%s is not the number of an edition", Quote(name)),
		Say("ronde release writes editions into folders called 1, 2 and so on: give the folder its number back, or move it elsewhere"))
}

// NotARound: a folder of content/reports that is no month.
func NotARound(file, folder string) Diagnostic {
	return fault("not-a-round", FileSpan(file),
		Say("the folder %s is not named after a round", Quote(folder)),
		Say("name it after the month of the report, as in content/reports/2022-07"))
}

// NoCommentary: no report.<lang>.md.
func NoCommentary(folder string, languages []string) Diagnostic {
	return fault("no-commentary", FileSpan(folder),
		Say("this round has no text"),
		Say("write report.%s.md, or another of the languages %s", languages[0], strings.Join(languages, ", ")))
}

// CutoffBeforeRound: the cutoff lies before the month.
func CutoffBeforeRound(at Span, cutoff, round string) Diagnostic {
	return fault("cutoff", at,
		Say("the cutoff %s is before the month %s began", cutoff, round),
		Say("the cutoff is the last day on which deliveries for the report arrived, some weeks after the month"))
}

// TooManyPoints: more main points than six.
func TooManyPoints(at Span, n, most int) Diagnostic {
	return fault("main-points", at,
		Say("there are %d main points, and readers take in %d", n, most),
		Say("keep those that a reader should remember; the others belong in the text"))
}

// UnknownLanguage: a language of ronde.yaml that has no formats.
func UnknownLanguage(at Span, language string, known []string) Diagnostic {
	return fault("unknown-language", at,
		Say("Ronde does not know the language %s", Quote(language)),
		Say("the languages are %s", strings.Join(known, ", ")))
}

// LanguageLost: a language of a sealed edition is gone from ronde.yaml.
func LanguageLost(at Span, language, release string) Diagnostic {
	return fault("language-lost", at,
		Say("%s was released in %s, which is no longer a language of the site", release, Quote(language)),
		Say("put it back among the languages: the addresses of what was published stay"))
}
