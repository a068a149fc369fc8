package diag

import (
	"strings"
)

var cubeEntries = []Entry{
	{"two-suppliers", Error, "Two datasets deliver the same observation and nothing says which one counts.",
		"referrals BE-BRU 2022-08 is delivered by both referrals-brussels and referrals",
		"Take the row out of one of the two deliveries, or list under `suppliers` of the indicator which dataset counts first."},
	{"vanished", Error, "A delivery of a whole series lacks observations that an earlier delivery had.",
		"1 observation of earlier deliveries is no longer in this file",
		"Put the rows back into the CSV file. Where they were withdrawn on purpose, list them under `withdrawn` in the YAML file beside it, with the reason."},
	{"revision", Warning, "A delivery changes an earlier value without saying why.",
		"attestations BE 2022-07 was 3156 and is now 3159",
		"Ask the supplier whether the new value is right. If so, say what changed and why under `changed` in the YAML file of the delivery; if not, correct the cell."},
	{"total", Warning, "A delivered total is not the sum of its parts.",
		"referrals BE 2022-08 is 661, but its parts add up to 616 (difference 45)",
		"Look for a typing error in the total or in a part. If the figures are rounded, set `tolerance` at the totals of the indicator; if the supplier counts something else in the total, accept the warning with a reason."},
	{"balance", Warning, "A stock does not follow from the stock before it and the flows in between.",
		"places BE 2022-08 is 1600, but 1250 + 250 − 80 = 1420 (difference 180)",
		"Check the stock and the flows of the period. If registrations come late, set `tolerance` of the balance; otherwise ask the supplier."},
	{"jump", Warning, "A value differs from the one before by more than the contract thinks likely.",
		"referrals BE 2022-08 is 2050 after 803 in 2022-07, a change of 155.3 %",
		"Look for a digit too many or too few, a thousands separator that was read as a decimal sign, or a value of another column. If it is right, accept it in the YAML file of the delivery, with the reason."},
	{"rhythm", Warning, "The periods of a dataset do not follow its rhythm.",
		"residents jumps from 2022-03 to 2022-05: there is nothing for 2022-04",
		"Check how the periods are written. If nothing was delivered for a period, accept the gap with a reason: pages show a gap and not a zero."},
	{"other-round", Warning, "The first delivery of a round holds nothing of the period that is due with it, and figures of others.",
		"2022-09/fedasil/referrals holds nothing of 2022-09, which is due with its round: its figures are of 2022-08",
		"Look whether the delivery lies in the folder of the right round. If not, delete its two files and deliver it again in the other round; if so, accept the warning with the reason. Where the figures of a dataset always come a month later, say so with `due` in its contract."},
	{"look-alike", Warning, "An indicator has the same value as one that it is easily mistaken for.",
		"referrals BE 2022-08 is 3111, exactly as attestations BE 2022-08",
		"Look whether the right column was delivered under the right name: two indicators that count different things seldom have the same value. If both are right, accept it with the reason."},
	{"dates-differ", Warning, "The parts of a total were counted on different days.",
		"the parts of jobseekers BE 2022-08 were counted on different days",
		"Ask the suppliers to count on the same day. If they cannot, accept it with the reason; the page says that the days differ."},
	{"not-delivered", Notice, "A dataset that was due by the cutoff is not there.",
		"places of fedasil is not delivered for 2022-08, nor for any period before",
		"Ask the organisation when its delivery comes. The report can be released without it and says so."},
	{"late-drop", Notice, "A delivery arrived after the cutoff and counts from the next round on.",
		"2022-08/fedasil/referrals was received on 2022-09-20, after 2022-09-15, the cutoff of 2022-08",
		"Nothing to do if it may count from the next round on. To have it in this round, move `cutoff` in report.yaml while the round is not released; once it is, release a correction of kind late, with the delivery."},
}

// An Other is a second place that a finding involves, with what stands there.
type Other struct {
	Text Phrase
	Span Span
}

const othersShown = 5

// noteOthers adds the first places as notes and counts the rest.
func noteOthers(d Diagnostic, others []Other) Diagnostic {
	for i, o := range others {
		if i == othersShown {
			return d.Note(Say("and %d more", len(others)-othersShown))
		}
		d = d.NoteAt(o.Span, cellNote(o.Span, o.Text))
	}
	return d
}

// TwoSuppliers: a key stands in the drops of two datasets without a rank.
func TwoSuppliers(at Span, key, dataset string, other Span, otherDataset, indicator string) Diagnostic {
	return fault("two-suppliers", at,
		Say("%s is delivered by both %s and %s", key, dataset, otherDataset),
		cellHint(at, Say("Remove the row from one of the two files, or say which dataset counts first: `suppliers: [%s, %s]` for %s in data/indicators.yaml", otherDataset, dataset, indicator))).
		NoteAt(other, cellNote(other, Say("the other delivery of it"))).About(key)
}

// Vanished: keys between the first and last period of a series are gone. rows
// are where they stood.
func Vanished(at Span, drop, dataset string, rows []Other, contract Span) Diagnostic {
	d := fault("vanished", at,
		counted(len(rows), Say("1 observation of earlier deliveries is no longer in this file"), Say("%d observations of earlier deliveries are no longer in this file", len(rows))),
		Say("put the rows back; if they are withdrawn on purpose, list them under `withdrawn:` in the YAML file beside this one"))
	return noteOthers(d, rows).
		NoteAt(contract, Say("the contract of %s says `delivers: series`: each delivery holds the whole series", dataset)).
		About(drop)
}

// Revision: a value differs from that of an earlier drop and changed: is absent.
func Revision(at Span, key string, now, before Phrase, earlier Span, description string) Diagnostic {
	return warning("revision", at,
		Say("%s was %s and is now %s", key, before, now),
		cellHint(at, Say("If the new value is right, say what changed and why under `changed:` in %s; if not, correct the cell", description))).
		NoteAt(earlier, cellNote(earlier, Say("the earlier value"))).About(key)
}

// TotalDiffers: a delivered total and the sum of its delivered parts differ.
func TotalDiffers(at Span, key, total, sum, difference, tolerance string, parts []Other) Diagnostic {
	d := warning("total", at,
		Say("%s is %s, but its parts add up to %s (difference %s)", key, total, sum, difference),
		cellHint(at, Say("Look for a typing error in the total or in a part; if rounding explains it, raise `tolerance:` of this total in data/indicators.yaml")))
	d = noteOthers(d, parts)
	if tolerance != "0" {
		d = d.Note(Say("a difference of up to %s is tolerated", tolerance))
	}
	return d.About(key)
}

// BalanceDiffers: stock(t) is not stock(t−1) + in − out. sum is the right-hand
// side in numbers, "100 + 30 − 5".
func BalanceDiffers(at Span, key, stock, sum, result, difference string, parts []Other) Diagnostic {
	d := warning("balance", at,
		Say("%s is %s, but %s = %s (difference %s)", key, stock, sum, result, difference),
		cellHint(at, Say("Check the stock and the flows; if delays explain it, raise `tolerance:` of the balance in data/indicators.yaml")))
	return noteOthers(d, parts).About(key)
}

// Jump: a value differs from the previous available one by more than allowed.
func Jump(at Span, key, now, before, beforePeriod, percent, allowed string, earlier, contract Span) Diagnostic {
	return warning("jump", at,
		Say("%s is %s after %s in %s, a change of %s %%", key, now, before, beforePeriod, percent),
		cellHint(at, Say("Look for a missing or an extra digit, a thousands separator read as a decimal sign, a value of another column. If it is right, accept it with `accept:` and the reason"))).
		NoteAt(earlier, cellNote(earlier, Say("the value before"))).
		NoteAt(contract, Say("the contract allows %s %%", allowed)).About(key)
}

// RhythmGap: periods are skipped between two that were delivered.
func RhythmGap(at Span, dataset, rhythm, before, after string, skipped []string, contract Span) Diagnostic {
	what := Verbatim(skipped[0])
	if n := len(skipped); n > 1 {
		what = Say("%s to %s (%d periods)", skipped[0], skipped[n-1], n)
	}
	return warning("rhythm", at,
		Say("%s jumps from %s to %s: there is nothing for %s", dataset, before, after, what),
		Say("check the periods of the rows; if nothing was delivered in between, accept the gap with `accept:` and the reason. Pages show a gap, not a zero")).
		NoteAt(contract, Say("the contract says `rhythm: %s`", rhythm)).About(dataset + " " + skipped[0])
}

// RhythmChange: periods are of a kind that earlier drops did not have.
func RhythmChange(at Span, dataset, period, kind, before string, contract Span) Diagnostic {
	return warning("rhythm", at,
		Say("%s now delivers a %s, %s; until now each period was a %s", dataset, Word(kind), period, Word(before)),
		Say("check how the periods are written. If the rhythm did change, no line will be drawn across the change; accept it with `accept:` and the reason")).
		NoteAt(contract, Say("the contract of %s", dataset)).About(dataset + " " + period)
}

// RhythmCrowded: several periods stand where the rhythm has room for one.
func RhythmCrowded(at Span, dataset, rhythm, within string, periods []string, contract Span) Diagnostic {
	return warning("rhythm", at,
		Say("%s has %d periods in %s: %s", dataset, len(periods), within, strings.Join(periods, ", ")),
		Say("check the dates. Of a stock, the last one is the value of %s; if the rhythm did change, accept it with `accept:` and the reason", within)).
		NoteAt(contract, Say("the contract says `rhythm: %s`", rhythm)).About(dataset + " " + within)
}

// OtherRound: the first delivery of a round holds periods, in order, and among them none that
// is due with the round.
func OtherRound(at Span, drop, due, round string, periods []string) Diagnostic {
	held := Verbatim(strings.Join(periods, ", "))
	if n := len(periods); n > 3 {
		held = Say("%s to %s (%d periods)", periods[0], periods[n-1], n)
	}
	return warning("other-round", at,
		Say("%s holds nothing of %s, which is due with its round: its figures are of %s", drop, due, held),
		Say("is %s the right round? If not, delete the two files of the delivery and deliver it in the other round; if it is, accept it with `accept:` and the reason", round)).
		About(drop)
}

// LookAlike: a value equals that of an indicator that is easily mistaken for it.
func LookAlike(at Span, key, value, other string, otherSpan Span) Diagnostic {
	return warning("look-alike", at,
		Say("%s is %s, exactly as %s", key, value, other),
		cellHint(at, Say("The two count different things: check that the right column was delivered under the right name. If both are right, accept it with `accept:` and the reason"))).
		NoteAt(otherSpan, cellNote(otherSpan, Say("the other value"))).About(key)
}

// DatesDiffer: the parts of the total of a stock are of different days.
func DatesDiffer(at Span, key string, parts []Other) Diagnostic {
	d := warning("dates-differ", at,
		Say("the parts of %s were counted on different days", key),
		Say("ask the suppliers for the same day; if that cannot be, accept it with `accept:` and the reason. The page says that the days differ"))
	return noteOthers(d, parts).About(key)
}

// NotDelivered: the newest period due of a dataset is absent at the cutoff. last
// is the last value, "2023-05: 1037"; "" when there never was one.
func NotDelivered(contract Span, dataset, organisation, due string, last Phrase, cutoff string) Diagnostic {
	title := Say("%s of %s is not delivered for %s; last value %s", dataset, organisation, due, last)
	if last.IsZero() {
		title = Say("%s of %s is not delivered for %s, nor for any period before", dataset, organisation, due)
	}
	return notice("not-delivered", contract, title,
		Say("it was due by the cutoff, %s. The report can be released without it and says so", cutoff)).
		About(dataset + " " + due)
}

// LateDrop: a drop of the round or an earlier one was received after the cutoff.
func LateDrop(received Span, drop, day, cutoff, round string) Diagnostic {
	return notice("late-drop", received,
		Say("%s was received on %s, after %s, the cutoff of %s", drop, day, cutoff, round),
		Say("it counts from the next round on; to have it in this round, move the cutoff in report.yaml while the round is not yet released")).
		About(drop)
}

// LateForRelease: a drop came for a round that was released without the values values that
// it brings; correction is the command that takes it in.
func LateForRelease(at Span, drop, release string, values int, correction string) Diagnostic {
	return notice("late-drop", at,
		Say("%s came after %s was released, which lacks %s", drop, release, counted(values, Say("its value"), Say("its %d values", values))),
		Say("nothing to do: the next release publishes what is new. To bring it into this report, release a correction: %s", correction)).
		About(drop)
}
