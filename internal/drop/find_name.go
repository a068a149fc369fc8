package drop

import (
	"path"
	"regexp"
	"strings"

	"ronde/internal/diag"
)

// cutExtension cuts a name before its last point, if what follows is short: the
// point of attestations.2.csv belongs to the name.
func cutExtension(name string) (stem, extension string) {
	extension = path.Ext(name)
	return strings.TrimSuffix(name, extension), extension
}

// foreignFile says why a file below data/drops is no delivery, whatever its
// folder.
func foreignFile(name string) (fact, hint diag.Phrase, foreign bool) {
	lower := strings.ToLower(name)
	switch path.Ext(lower) {
	case ".csv", ".yaml", ".yml":
		if strings.HasPrefix(name, "~") {
			return diag.Say("this is a temporary file"), diag.Say("close the program that made it, and delete the file"), true
		}
		return fact, hint, false
	case ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods":
		if strings.HasPrefix(name, "~$") {
			return diag.Say("this is the lock of a workbook that is open in Excel"), diag.Say("close the workbook; Excel then deletes the file. It must not be committed"), true
		}
		return diag.Say("this is a workbook and not a CSV file"), diag.Say("take its sheet over with ronde import, or in Excel, Save as, \"CSV UTF-8\", and keep the workbook elsewhere: it may hold sheets that nobody should see"), true
	case ".tmp", ".bak", ".swp":
		return diag.Say("this is a temporary file"), diag.Say("close the program that made it, and delete the file"), true
	case ".txt", ".tsv":
		return diag.Say("this is not called .csv"), diag.Say("if it is the delivery, rename it to .csv; otherwise delete it"), true
	}
	if lower == "thumbs.db" || lower == "desktop.ini" {
		return diag.Say("this is a file of Windows"), diag.Say("delete it, and add its name to .gitignore"), true
	}
	return diag.Say("this is neither a CSV file nor its description"), diag.Say("keep other files elsewhere: below data/drops lie deliveries only"), true
}

var (
	deliveryName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*(\.([2-9]|[1-9][0-9]+))?$`)
	copyName     = regexp.MustCompile(`(?i)^(.*?)(?:[ _.-]*\(([0-9]+)\)|[ _-]+v?([0-9]{1,2})|\.0*([0-9]+))$`)
	copyWords    = regexp.MustCompile(`(?i)[ _-]*-?[ _-]*(copy|kopie|copie|final|definitief)$`)
	notID        = regexp.MustCompile(`[^a-z0-9]+`)
)

// betterName says how a file should be called whose name is not quite that of a
// delivery; "" when it is.
func betterName(stem, extension string) (better string, fact diag.Phrase) {
	right := map[string]string{".csv": ".csv", ".yaml": ".yaml", ".yml": ".yaml"}[strings.ToLower(extension)]
	if deliveryName.MatchString(stem) {
		if right == extension {
			return "", fact
		}
		return stem + right, diag.Say("the name ends in %s", extension)
	}
	name, number := stem, ""
	name = copyWords.ReplaceAllString(name, "")
	if m := copyName.FindStringSubmatch(name); m != nil {
		name, number = m[1], strings.TrimLeft(m[2]+m[3]+m[4], "0")
	}
	name = strings.Trim(notID.ReplaceAllString(strings.ToLower(name), "-"), "-")
	if name == "" {
		name = "dataset"
	}
	if number != "" && number != "1" {
		name += "." + number
	}
	return name + right, diag.Say("this is not the name of a delivery, which is the id of its dataset, and from the second delivery on a point and its number")
}
