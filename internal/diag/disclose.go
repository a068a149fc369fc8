package diag

import (
	"strings"
)

var discloseEntries = []Entry{
	{"only-unknown", Error, "A hidden value can be computed from the published ones around it.",
		"referrals BE-WAL 2022-07 is hidden, but anybody can compute it: Wallonia = Belgium − Flanders − Brussels",
		"A reader could compute the hidden value by subtraction. Ask the supplier to hide a second cell of this sum, or to leave the total out, and to deliver the file again."},
	{"left-out", Notice, "Part of a table is not published, to protect persons.",
		"the dataset referrals publishes referrals only as totals over geo for 2022-07: 3 values left out to protect persons",
		"Nothing to do: the table would have told about single persons. Broader categories in the delivery let more be published."},
	{"flip", Warning, "A value that was public is hidden now, which tells that it is small now.",
		"referrals BE-BRU 2022-07 was published before and is hidden now",
		"Readers who kept the earlier edition see that the value is small now. Decide with the supplier whether that is acceptable, and accept the warning with the reason; otherwise deliver the value as not available."},
	{"kept-hidden", Notice, "A value that an earlier release hid stays hidden although the new delivery gives it.",
		"referrals BE-BRU 2022-07 stays hidden because an earlier release hid it",
		"Nothing to do: publishing the value now would tell what was hidden before."},
}

// OnlyUnknown: a hidden cell is the only unknown of a published sum. equation is
// it in words, "women = total − men".
func OnlyUnknown(at Span, key, equation string, known []Note) Diagnostic {
	d := fault("only-unknown", at,
		Say("%s is hidden, but anybody can compute it: %s", key, equation),
		Say("hide one more value of this sum: ask the supplier to mark a second cell as hidden, or to leave the total out, and deliver the file again"))
	d.Notes = append(d.Notes, known...)
	return d.About(key)
}

// LeftOut: a table goes out without its finest dimensions, or not at all.
func LeftOut(at Span, dataset, indicator string, dimensions, periods []string, nothing bool, cells int) Diagnostic {
	left, months := counted(cells, Say("1 value"), Say("%d values", cells)), strings.Join(periods, ", ")
	title := Say("the dataset %s publishes %s only as totals over %s for %s: %s left out to protect persons", dataset, indicator, And(dimensions), months, left)
	if nothing {
		title = Say("the dataset %s publishes nothing of %s for %s: %s left out to protect persons", dataset, indicator, months, left)
	}
	return notice("left-out", at, title,
		Say("nothing to do; the report says what it leaves out. Broader categories in the delivery would let more be published")).
		About(dataset + " " + indicator)
}

// Flip: a value that a release published with another value is hidden now.
func Flip(at Span, key, dataset string) Diagnostic {
	return warning("flip", at,
		Say("%s was published before and is hidden now", key),
		Say("readers see that the new value is small. If that is acceptable, say so with `accept:` (id: flip, where: %s) in the contract of %s; if not, deliver the value as not available", key, dataset)).
		About(key)
}

// KeptHidden: a key that a release hid now has a value that could pass.
func KeptHidden(at Span, key string) Diagnostic {
	return notice("kept-hidden", at,
		Say("%s stays hidden because an earlier release hid it", key),
		Say("nothing to do: publishing it now would tell what the hidden value was")).
		About(key)
}

// counted chooses how a number of things is said.
func counted(n int, one, many Phrase) Phrase {
	if n == 1 {
		return one
	}
	return many
}
