package diag

var onlineEntries = []Entry{
	{"online-list", Error, "The list of the editions that are online cannot be read, or is that of a preview.",
		"this is no list of the editions that are online, so nobody can tell whether publishing would keep them",
		"Take the versions.json that readers have: download it from the site, or name the published folder."},
	{"online-lost", Error, "An edition is online and the site does not have it.",
		"2022-08@1 of 2022-10-05 is online and not here: publishing would take it from its readers",
		"Do not publish. Restore the folder of the edition from git, or merge the branch on which it was released."},
	{"online-resealed", Error, "An edition is online and the site has another one of that number.",
		"2022-07@2 is online with the seal cbaea506c40c…, and here with the seal c8d2c5f2f76b…: publishing would change what readers have",
		"Do not publish. Restore the edition as it was when it was published; a change to it is a correction."},
	{"online-differs", Error, "The list online says of an edition what its seal does not stand for.",
		"2022-07@2 has the kind error in the list online, and editorial in the sealed edition",
		"Somebody changed the list after it was published. Find out who, and publish again."},
	{"online-gap", Error, "An edition is online and the release that it follows is not.",
		"2022-07@2 is online and follows 2022-08@1, which is not: the chain of what was published has a gap",
		"An edition is missing online or was kept back. Find out why before you publish."},
	{"online-fork", Error, "A new edition follows a release that an edition which is online follows already.",
		"2022-07@2 and 2022-08@1, which is online, both follow 2022-07@1",
		"Merge what is online into your branch, and make your release again on top of it with ronde release --redo."},
	{"online-new", Notice, "An edition of the site is not online yet.",
		"2022-07@1 of 2022-09-05 is new: it is not online yet",
		"Nothing to do: publishing adds the edition."},
}

// OnlineList: versions.json is no list of editions that are online.
func OnlineList(file, reason string) Diagnostic {
	return fault("online-list", FileSpan(file), Say("this is no list of the editions that are online, so nobody can tell whether publishing would keep them"),
		Say("take the versions.json that readers have: download it from the site, or name the published folder. A list of another version of Ronde is read by that version")).Note(Verbatim(reason))
}

// OnlineLost: the folder of an edition that is online is not there.
func OnlineLost(folder, release, date string) Diagnostic {
	return fault("online-lost", FileSpan(folder),
		Say("%s of %s is online and not here: publishing would take it from its readers", release, date),
		Say("what was published stays. Put back this folder as it was committed: git log --all -- %s finds it. If somebody released it on another branch, merge that branch first", folder))
}

// PublishedLost: the folder of an edition that was built into target before is not there.
func PublishedLost(folder, release, date, target string) Diagnostic {
	return fault("online-lost", FileSpan(folder),
		Say("%s of %s is in %s and not here: building would take it from its readers", release, date, target),
		Say("what was published stays. Put back this folder as it was committed: git log --all -- %s finds it. If no reader has it yet, delete %s, and build again", folder, target))
}

// OnlineResealed: the edition of that name has another seal.
func OnlineResealed(folder, release, online, here, onlineDate, hereDate string) Diagnostic {
	d := fault("online-resealed", FileSpan(folder),
		Say("%s is online with the seal %s, and here with the seal %s: publishing would change what readers have", release, shortHash(online), shortHash(here)),
		Say("put back this folder as it was committed when it was published, and never release again what is online: a change is a correction (ronde release --kind …), and --redo is only for what was never published"))
	if onlineDate != hereDate {
		return d.Note(Say("online it is dated %s, here %s", onlineDate, hereDate))
	}
	return d
}

// OnlineDiffers: a list gives a seal, and beside it what that seal does not stand for.
// what is "day", "kind" or the like; values may be empty.
func OnlineDiffers(folder, release, what, online, here string) Diagnostic {
	return fault("online-differs", FileSpan(folder),
		Say("%s has the %s %s in the list online, and %s in the sealed edition", release, Word(what), valueOrNone(online), valueOrNone(here)),
		Say("the seal is the same, so the list was changed after it was published: find out who did, and publish again"))
}

func valueOrNone(text string) Phrase {
	if text == "" {
		return Say("none")
	}
	return Verbatim(shortHash(text))
}

// OnlineGap: an edition is online, the one before it in the chain is not.
func OnlineGap(folder, release, before string) Diagnostic {
	return fault("online-gap", FileSpan(folder),
		Say("%s is online and follows %s, which is not: the chain of what was published has a gap", release, before),
		Say("%s was removed from the list online, or kept back after it had been released: find out why before you publish", before))
}

// OnlineFork: two branches released something, and the other one is online.
func OnlineFork(folder, release, rival string, followed Phrase) Diagnostic {
	return fault("online-fork", FileSpan(folder),
		Say("%s and %s, which is online, both follow %s", release, rival, followed),
		Say("what is online stays. Bring %s into this branch as it was published (git merge), then make the new one again on top of it: ronde release --redo %s", rival, release))
}

// OnlineNew: an edition that publishing adds. embargo may be empty.
func OnlineNew(folder, release, date, embargo string) Diagnostic {
	d := notice("online-new", FileSpan(folder), Say("%s of %s is new: it is not online yet", release, date), Say("nothing to do: publishing adds it"))
	if embargo != "" {
		return d.Note(Say("it is under embargo until %s", embargo))
	}
	return d
}
