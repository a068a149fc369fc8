package diag

import "fmt"

// KindsOfRelease says of kinds of a release what they mean, a line each.
func KindsOfRelease(kinds []string) []Phrase {
	lines := []Phrase{Say("The kinds:")}
	for _, kind := range kinds {
		lines = append(lines, Say("  %s %s", fmt.Sprintf("%-16s", kind), kindOfRelease(kind)))
	}
	return lines
}

// kindOfRelease says when a kind is the right one.
func kindOfRelease(kind string) Phrase {
	switch kind {
	case "revision":
		return Say("the supplier counted anew, as happens")
	case "error":
		return Say("what was published was wrong")
	case "late":
		return Say("a delivery came after the cutoff")
	case "reclassification":
		return Say("codes or definitions changed, and values with them")
	case "editorial":
		return Say("words differ, and no value")
	case "translation":
		return Say("a language is added, and nothing else changes")
	case "withdrawal":
		return Say("the report, or figures of it (--figure), are taken back")
	}
	return Phrase{}
}
