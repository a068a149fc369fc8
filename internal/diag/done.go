package diag

import (
	"strconv"
	"strings"
)

// Next says what usually comes next.
func Next(what Phrase) Phrase { return Say("next: %s", what) }

// Checked: a check without errors, and what it looked at. refused is the number of the
// warnings that a release does not pass.
func Checked(deliveries, reports, languages, warnings, refused int) Phrase {
	said := Say("nothing to mend")
	switch {
	case refused > 0 && refused == warnings:
		said = counted(warnings, Say("no error; a release does not pass the warning"), Say("no error; a release does not pass the %d warnings", warnings))
	case refused > 0:
		said = Say("no error; a release does not pass %d of the %d warnings", refused, warnings)
	case warnings > 0:
		said = counted(warnings, Say("no error; look at the warning before you release"), Say("no error; look at the %d warnings before you release", warnings))
	}
	return Say("checked %s and %s in %s: %s",
		counted(deliveries, Say("1 delivery"), Say("%d deliveries", deliveries)),
		counted(reports, Say("1 report"), Say("%d reports", reports)),
		counted(languages, Say("1 language"), Say("%d languages", languages)), said)
}

// Imported: rows of cells of a sheet, B4:E8, stand in the files of a delivery.
func Imported(rows int, cells, sheet, file, table, description string) Phrase {
	return Say("imported %s from %s of sheet %s in %s to %s and %s", counted(rows, Say("1 row"), Say("%d rows", rows)),
		cells, Visible(sheet), Visible(file), table, description)
}

// NextOfImport comes after an import.
func NextOfImport() Phrase {
	return Next(Say("ronde check; when it finds nothing to mend, commit the two files"))
}

// NothingImported: what was found stands above.
func NothingImported() Phrase { return Say("nothing was imported") }

// Released: an edition is sealed in a folder. replaced is the number of sealed files that
// a withdrawal took down.
func Released(edition, day, folder string, replaced int) Phrase {
	if replaced == 0 {
		return Say("released %s, dated %s: commit %s", edition, day, folder)
	}
	files := counted(replaced, Say("1 sealed file was replaced"), Say("%d sealed files were replaced", replaced))
	return Say("released %s, dated %s: %s; commit content/reports, where they are", edition, day, files)
}

// SiteDateHides: the site date of ronde.yaml is before the day of a release.
func SiteDateHides(date, released string) Phrase {
	return Say("the site date is %s: put site_date: %s or a later day into ronde.yaml, which check and build need", date, released)
}

// NotValidatedYet: a release took in deliveries that nobody signed.
func NotValidatedYet(deliveries []string) Phrase {
	return Say("nobody has validated %s", strings.Join(deliveries, ", "))
}

// NextOfRelease comes after a release; embargo is the day before which nothing of it is
// published, "" for none.
func NextOfRelease(embargo string) Phrase {
	if embargo != "" {
		return Next(Say("ronde build; readers get it when the site date is %s or later", embargo))
	}
	return Next(Verbatim("ronde build"))
}

// Published: a folder holds the site.
func Published(files int, folder string) Phrase {
	return Say("published %d files to %s", files, folder)
}

// PublishedStands: a build that had nothing to do.
func PublishedStands(files int, folder string) Phrase {
	return Say("nothing changed since the last build: the %d files in %s stand (ronde check says what was found)", files, folder)
}

// NextOfBuild comes after a build into a folder, as it is typed in a command.
func NextOfBuild(folder string) Phrase {
	return Next(Say("ronde serve %s, which shows it in a browser", folder))
}

// PublishedVerified: a folder is as it was published.
func PublishedVerified(files int, folder string) Phrase {
	return Say("%s holds the %d files that were published, as they were published", folder, files)
}

// PublishingKeeps: no edition that is online would change, and some are new.
func PublishingKeeps(online, fresh int) Phrase {
	return Say("publishing keeps the editions that are online (%d) and adds new ones (%d)", online, fresh)
}

// Wrote: a new file.
func Wrote(file string) Phrase { return Say("wrote %s", file) }

// Added: an entry at the end of a file.
func Added(id, file string) Phrase { return Say("added %s to %s", id, file) }

// WroteSite: the files of a new site in a folder.
func WroteSite(files int, folder string) Phrase {
	return Say("wrote a site of %d files to %s", files, folder)
}

// NextOfSite comes after a new site; folder is typed after cd, "" for the one that
// somebody is in.
func NextOfSite(folder string) []Phrase {
	var lines []Phrase
	if folder != "" {
		lines = append(lines, Next(Verbatim("cd "+folder)))
	}
	return append(lines, Next(Say("ronde check, then ronde serve --open; README.md in the folder goes on from there")))
}

// NextOfReport comes after a new report.
func NextOfReport() Phrase {
	return Next(Say("look at the guesses in report.yaml and delete their comments, write the texts, and look at them with ronde serve --open"))
}

// NextOfOrganisation comes after a new organisation.
func NextOfOrganisation(id string) Phrase {
	return Next(Say("ronde new dataset ID --organisation %s --from a file that it sends", id))
}

// ReceivedAhead: the day on which a delivery arrived is after a day that is known.
func ReceivedAhead(received, known string) Phrase {
	return Say("look at the day: received %s is after %s", received, known)
}

// Guesses: how many are marked in what was written.
func Guesses(n int) Phrase {
	return counted(n, Say("1 guess is marked"), Say("%d guesses are marked", n))
}

// NextOfDataset comes after a new dataset; deliver is the command that takes its first
// delivery in.
func NextOfDataset(deliver string) Phrase {
	return Next(Say("ronde check, which names each guess. When they are confirmed: %s", deliver))
}

// NextOfDrop comes after a new delivery, with its table or without.
func NextOfDrop(filled bool) Phrase {
	if filled {
		return Next(Verbatim("ronde check"))
	}
	return Next(Say("fill in the rows, save the file as CSV, and let ronde check look at it"))
}

// NoPreviewInCI: contracts have disclosure rules.
func NoPreviewInCI(contracts []string) Phrase {
	return Say("no preview of drafts, because of the disclosure rule in %s", strings.Join(contracts, ", "))
}

// NextOfCI comes after a new pipeline.
func NextOfCI() Phrase {
	return Next(Say("do what the top of the pipeline asks to be done by hand, and commit the files on a branch of their own"))
}

// PreviewAt: where a preview, or a folder, can be looked at.
func PreviewAt(address string) Phrase { return Say("preview at %s (Ctrl-C ends it)", address) }

// FolderAt is PreviewAt of a published folder.
func FolderAt(folder, address string) Phrase {
	return Say("%s at %s (Ctrl-C ends it)", folder, address)
}

// NoBrowser: the system opened none.
func NoBrowser(why string) Phrase {
	return Say("no browser could be opened (%s): open the address yourself", why)
}

// Followed: a preview read the site, at a time of day, in milliseconds.
func Followed(clock string, took int64, stood bool) Phrase {
	state := Say("the pages are up to date")
	if stood {
		state = Say("the pages stay as they were")
	}
	return Say("%s  read in %s ms: %s", clock, strconv.FormatInt(took, 10), state)
}
