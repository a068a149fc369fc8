package diag

var siteEntries = []Entry{
	{"no-theme", Error, "The theme that ronde.yaml names has no folder.",
		"there is no folder themes/house",
		"Make the folder that `theme` in ronde.yaml names, or write theme: default."},
	{"broken-link", Error, "A page of the new site leads to a page or a place that is not there, or would load something from elsewhere.",
		`the link "../reports/nowhere/" leads to a page or file that is not there`,
		"Correct the link in the text that it comes from; the message gives the page and the address. Pages move only with their ids."},
	{"held-back", Notice, "A round is not released, so nothing of it was published.",
		"the report of 2022-07 is a draft and was not published",
		"Nothing to do. ronde build --drafts shows the report before it is released."},
	{"published-altered", Notice, "A published file was altered by somebody and has been replaced.",
		"somebody had altered this published file; it has been replaced",
		"Nothing to do: the file was replaced. Content of your own goes into files of other names."},
}

// NoTheme: themes/<name> is not there.
func NoTheme(at Span, folder string) Diagnostic {
	return fault("no-theme", at, Say("there is no folder %s", folder),
		Say("make the folder and put the files into it that shall replace those of the default theme, or write theme: default"))
}

// BrokenLink: a link of a staged page that does not lead anywhere. kind is one
// of the kinds of package publish.
func BrokenLink(page, link, kind string) Diagnostic {
	why, known := linkFaults[kind]
	if !known {
		why = Say("is wrong: %s", kind)
	}
	return fault("broken-link", FileSpan(page), Say("the link %s %s", Quote(link), why),
		Say("the page is named by its address on the new site, which was not published. If a text links there, mend the link; a link that no text wrote is a fault of the theme or of ronde"))
}

// linkFaults completes the sentence "the link …".
var linkFaults = map[string]Phrase{
	"missing":      Say("leads to a page or file that is not there"),
	"folder":       Say("leads to a folder and lacks the slash at its end"),
	"anchor":       Say("leads to a place that its page does not have"),
	"outside":      Say("leads out of the site"),
	"absolute":     Say("begins at the top of the host, and breaks when the site stands in a folder"),
	"third party":  Say("would load something from another host"),
	"scheme":       Say("is no address of a page or of a mailbox"),
	"malformed":    Say("is not written as an address"),
	"duplicate id": Say("has two places of the same name to lead to"),
}

// PublishedAltered: a file of the published folder was not as Ronde left it.
func PublishedAltered(file string) Diagnostic {
	return notice("published-altered", FileSpan(file), Say("somebody had altered this published file; it has been replaced"),
		Say("put content of your own into a file of another name: Ronde keeps files that it did not write"))
}

// HeldBack: a round that is not released was left out of the site.
func HeldBack(file, round string) Diagnostic {
	return notice("held-back", FileSpan(file), Say("the report of %s is a draft and was not published", round),
		Say("to look at it: ronde build --drafts --out preview. To publish it: ronde release %s", round))
}
