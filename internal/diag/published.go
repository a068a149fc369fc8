package diag

var publishedEntries = []Entry{
	{"public-manifest", Error, "A published folder has no list of its files, or one that cannot be read.",
		"the list of the published files is not there, so nobody can tell whether they are as they were published",
		"Name the folder that ronde build writes. If it is that folder, publish again into a new folder and upload it whole."},
	{"public-drafts", Warning, "A folder that is verified holds a preview with drafts.",
		"this folder is a preview with drafts, which is not for readers",
		"If readers can reach this folder, replace it by one that ronde build makes without --drafts."},
	{"public-altered", Error, "A published file is not the one that Ronde wrote.",
		"this file is not the one that was published",
		"Find out who changed the file, then publish again and upload the folder whole."},
	{"public-line-ends", Error, "A published file differs from the one that Ronde wrote only in its line ends.",
		"this file differs from the one that was published only in its line ends",
		"Upload again in binary mode; with git, write `* -text` into .gitattributes of the published folder."},
	{"public-missing", Error, "A published file is gone.",
		"this file was published and is not there",
		"Publish again and upload the folder whole. The upload may have stopped, or somebody deleted the file."},
	{"public-foreign", Notice, "Something lies in a published folder that Ronde did not write.",
		"Ronde did not write this folder; it holds 1 file",
		"Nothing to do if somebody put it there on purpose. Otherwise remove it: readers can open it."},
	{"public-kind", Error, "A link, a folder or a file stands in a published folder where something else belongs.",
		"here stands a symbolic link, and a file was published",
		"Move away what stands there, publish again, and upload the folder whole."},
	{"public-unreadable", Error, "A file or folder of a published folder cannot be read.",
		"this file cannot be read, so nobody can tell whether it is as it was published",
		"Let the person who runs ronde verify read the file or folder, and verify again."},
}

// publishAgain is the way out of most of what is found in a published folder.
var publishAgain = Say("publish again: ronde build writes the whole folder; then upload it whole")

// publishAnew is the same where the folder itself cannot be written again.
var publishAnew = Say("publish again into a new folder: ronde build --out …; then upload that whole")

// PublicNoManifest: the manifest of a published folder is not there.
func PublicNoManifest(manifest string) Diagnostic {
	return fault("public-manifest", FileSpan(manifest), Say("the list of the published files is not there, so nobody can tell whether they are as they were published"),
		Say("name the folder that ronde build writes, public/ for example. If this is that folder, %s", publishAnew))
}

// PublicManifest: the manifest of a published folder cannot be read.
func PublicManifest(manifest, reason string) Diagnostic {
	return fault("public-manifest", FileSpan(manifest), Say("the list of the published files cannot be read, so nobody can tell whether they are as they were published"),
		Say("if another version of Ronde published this folder, verify it with that version; otherwise %s", publishAnew)).Note(Verbatim(reason))
}

// PublicDrafts: the folder was made with --drafts.
func PublicDrafts(manifest string) Diagnostic {
	return warning("public-drafts", FileSpan(manifest), Say("this folder is a preview with drafts, which is not for readers"),
		Say("if readers can reach it, replace it by what ronde build writes without --drafts"))
}

// PublicAltered: a file of a published folder has other bytes.
func PublicAltered(file string) Diagnostic {
	return fault("public-altered", FileSpan(file), Say("this file is not the one that was published"), Say("find out who changed it, and %s", publishAgain)).
		Note(Say("its content was compared, not its date: somebody or something changed it, or it was not uploaded whole"))
}

// PublicLineEnds: a file of a published folder has the right text and other line ends.
func PublicLineEnds(file string) Diagnostic {
	return fault("public-line-ends", FileSpan(file), Say("this file differs from the one that was published only in its line ends"),
		Say("nothing is lost. FTP: upload again in binary mode. Git: write the line `* -text` into .gitattributes of the folder that is committed, and publish again")).
		Note(Say("a program that takes it for text converted it: git on Windows, or FTP in text mode"))
}

// PublicMissing: a file of a published folder is gone.
func PublicMissing(file string) Diagnostic {
	return fault("public-missing", FileSpan(file), Say("this file was published and is not there"), publishAgain).
		Note(Say("links to it lead nowhere: it was removed or renamed, or the upload stopped before it"))
}

// PublicForeign: a file, or a link or the like, that the manifest does not list.
func PublicForeign(name, kind string) Diagnostic {
	return notice("public-foreign", FileSpan(name), Say("Ronde did not write this %s", Word(kind)), publicForeign)
}

// PublicForeignFolder: a folder that the manifest does not have. files is how many are in
// it; -1 where that cannot be read.
func PublicForeignFolder(name string, files int) Diagnostic {
	holds := Say("its content cannot be read")
	if files >= 0 {
		holds = counted(files, Say("it holds 1 file"), Say("it holds %d files", files))
	}
	return notice("public-foreign", FileSpan(name), Say("Ronde did not write this folder; %s", holds), publicForeign)
}

var publicForeign = Say("nothing to do if somebody put it there on purpose, as a CNAME: publishing keeps it. Otherwise remove it: readers can open it")

// PublicKind: something else than what the manifest has stands in its place. below is the
// number of files that belong into the folder that should be there.
func PublicKind(name, stands, belongs string, below int) Diagnostic {
	d := fault("public-kind", FileSpan(name), Say("here stands a %s, and a %s was published", Word(stands), Word(belongs)),
		Say("move it away, and %s", publishAgain))
	if stands == "symbolic link" {
		d = d.Note(Say("a link is not followed: what it leads to can change without anybody publishing"))
	}
	return noteBelow(d, below)
}

// PublicUnreadable: the system does not let a file or folder be read.
func PublicUnreadable(name, kind, cause string, below int) Diagnostic {
	return noteBelow(fault("public-unreadable", FileSpan(name), Say("this %s cannot be read, so nobody can tell whether it is as it was published", Word(kind)),
		Say("let the person who runs this read it, and verify again")).Note(Verbatim(cause)), below)
}

func noteBelow(d Diagnostic, below int) Diagnostic {
	if below > 0 {
		return d.Note(counted(below, Say("1 published file in it could not be compared"), Say("%d published files in it could not be compared", below)))
	}
	return d
}
