package diag

import "fmt"

var siteEntries = []Entry{
	{"no-theme", Error, "The theme that ronde.yaml names has no folder."},
	{"broken-link", Error, "A page of the new site leads to a page or a place that is not there, or would load something from elsewhere."},
	{"held-back", Notice, "A round is not released, so nothing of it was published."},
	{"published-altered", Notice, "A published file was altered by somebody and has been replaced."},
}

// NoTheme: themes/<name> is not there.
func NoTheme(at Span, folder string) Diagnostic {
	return fault("no-theme", at, fmt.Sprintf("there is no folder %s", folder),
		"make the folder and put the files into it that shall replace those of the default theme, or write theme: default")
}

// BrokenLink: a link of a staged page that does not lead anywhere.
func BrokenLink(page, link, why string) Diagnostic {
	return fault("broken-link", FileSpan(page), fmt.Sprintf("%s: %s", Quote(link), why),
		"the page is named by its address on the new site, which was not published. If a text links there, mend the link; a link that no text wrote is a fault of the theme or of ronde")
}

// PublishedAltered: a file of the published folder was not as Ronde left it.
func PublishedAltered(file string) Diagnostic {
	return notice("published-altered", FileSpan(file), "somebody had altered this published file; it has been replaced",
		"put content of your own into a file of another name: Ronde keeps files that it did not write")
}

// HeldBack: a round that is not released was left out of the site.
func HeldBack(file, round string) Diagnostic {
	return notice("held-back", FileSpan(file), fmt.Sprintf("the report of %s is a draft and was not published", round),
		fmt.Sprintf("to look at it: ronde build --drafts --out preview. To publish it: ronde release %s", round))
}
