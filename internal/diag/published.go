package diag

import "fmt"

var publishedEntries = []Entry{
	{"public-manifest", Error, "A published folder has no list of its files, or one that cannot be read."},
	{"public-drafts", Warning, "A folder that is verified holds a preview with drafts."},
	{"public-altered", Error, "A published file is not the one that Ronde wrote."},
	{"public-line-ends", Error, "A published file differs from the one that Ronde wrote only in its line ends."},
	{"public-missing", Error, "A published file is gone."},
	{"public-foreign", Notice, "Something lies in a published folder that Ronde did not write."},
	{"public-kind", Error, "A link, a folder or a file stands in a published folder where something else belongs."},
	{"public-unreadable", Error, "A file or folder of a published folder cannot be read."},
}

// publishAgain is the way out of most of what is found in a published folder.
const publishAgain = "publish again: ronde build writes the whole folder; then upload it whole"

// publishAnew is the same where the folder itself cannot be written again.
const publishAnew = "publish again into a new folder: ronde build --out …; then upload that whole"

// PublicNoManifest: the manifest of a published folder is not there.
func PublicNoManifest(manifest string) Diagnostic {
	return fault("public-manifest", FileSpan(manifest), "the list of the published files is not there, so nobody can tell whether they are as they were published",
		"name the folder that ronde build writes, public/ for example. If this is that folder, "+publishAnew)
}

// PublicManifest: the manifest of a published folder cannot be read.
func PublicManifest(manifest, reason string) Diagnostic {
	return fault("public-manifest", FileSpan(manifest), "the list of the published files cannot be read, so nobody can tell whether they are as they were published",
		"if another version of Ronde published this folder, verify it with that version; otherwise "+publishAnew).Note(reason)
}

// PublicDrafts: the folder was made with --drafts.
func PublicDrafts(manifest string) Diagnostic {
	return warning("public-drafts", FileSpan(manifest), "this folder is a preview with drafts, which is not for readers",
		"if readers can reach it, replace it by what ronde build writes without --drafts")
}

// PublicAltered: a file of a published folder has other bytes.
func PublicAltered(file string) Diagnostic {
	return fault("public-altered", FileSpan(file), "this file is not the one that was published", "find out who changed it, and "+publishAgain).
		Note("its content was compared, not its date: somebody or something changed it, or it was not uploaded whole")
}

// PublicLineEnds: a file of a published folder has the right text and other line ends.
func PublicLineEnds(file string) Diagnostic {
	return fault("public-line-ends", FileSpan(file), "this file differs from the one that was published only in its line ends",
		"nothing is lost. FTP: upload again in binary mode. Git: write the line `* -text` into .gitattributes of the folder that is committed, and publish again").
		Note("a program that takes it for text converted it: git on Windows, or FTP in text mode")
}

// PublicMissing: a file of a published folder is gone.
func PublicMissing(file string) Diagnostic {
	return fault("public-missing", FileSpan(file), "this file was published and is not there", publishAgain).
		Note("links to it lead nowhere: it was removed or renamed, or the upload stopped before it")
}

// PublicForeign: a file, or a link or the like, that the manifest does not list.
func PublicForeign(name, kind string) Diagnostic {
	return notice("public-foreign", FileSpan(name), fmt.Sprintf("Ronde did not write this %s", kind), publicForeign)
}

// PublicForeignFolder: a folder that the manifest does not have. files is how many are in
// it; -1 where that cannot be read.
func PublicForeignFolder(name string, files int) Diagnostic {
	holds := "its content cannot be read"
	if files >= 0 {
		holds = "it holds " + countOf(files, "file")
	}
	return notice("public-foreign", FileSpan(name), "Ronde did not write this folder; "+holds, publicForeign)
}

const publicForeign = "nothing to do if somebody put it there on purpose, as a CNAME: publishing keeps it. Otherwise remove it: readers can open it"

// PublicKind: something else than what the manifest has stands in its place. below is the
// number of files that belong into the folder that should be there.
func PublicKind(name, stands, belongs string, below int) Diagnostic {
	d := fault("public-kind", FileSpan(name), fmt.Sprintf("here stands a %s, and a %s was published", stands, belongs),
		"move it away, and "+publishAgain)
	if stands == "symbolic link" {
		d = d.Note("a link is not followed: what it leads to can change without anybody publishing")
	}
	return noteBelow(d, below)
}

// PublicUnreadable: the system does not let a file or folder be read.
func PublicUnreadable(name, kind, cause string, below int) Diagnostic {
	return noteBelow(fault("public-unreadable", FileSpan(name), fmt.Sprintf("this %s cannot be read, so nobody can tell whether it is as it was published", kind),
		"let the person who runs this read it, and verify again").Note(cause), below)
}

func noteBelow(d Diagnostic, below int) Diagnostic {
	if below > 0 {
		return d.Note(countOf(below, "published file") + " in it could not be compared")
	}
	return d
}
