package diag

import (
	"strings"
)

var figureEntries = []Entry{
	{"figure-across", Error, "A figure is laid out by something that one of its series, or its kind, does not have.",
		"figure line-of-regions is laid out by category, and `kind: line` shows change over time",
		"Write under `across` period, indicator or a dimension that all series of the figure have; or choose another kind of picture."},
	{"figure-period", Error, "The periods of a figure cannot be read.",
		"the periods of figure later begin with 2022-08 and end with 2022-07",
		"Write periods as 2022-07, or the words round and latest, and choose them in one way only: `at`, `last`, or `from` and `until`."},
	{"figure-mixed", Error, "A picture would show different measures on one scale.",
		"figure mixed puts attestations and referral-share on one scale, which differ in unit",
		"Readers compare what stands on one scale. Make two figures, or a table."},
	{"figure-scale", Error, "The scale of bars or columns would not begin at zero.",
		"figure scale is a `kind: column`, and its scale would not begin at zero",
		"Bars, columns and areas show values by their length and begin at zero. Take `zero: false` out, or show the figure as a line or as dots and say so in the subtitle."},
	{"figure-lines", Error, "A picture would show more series than readers can tell apart, or fewer than its kind compares.",
		"figure columns would show 2 series, and `kind: column` shows exactly 1",
		"Choose fewer codes under `where`, or a kind of picture that holds more series; the hint names them."},
	{"figure-title", Warning, "The title of a figure is longer than a message that is read at a glance.",
		"the title of figure long has 13 words",
		"Say the message of the figure in a few words. What was measured, where and when goes into the subtitle, which Ronde writes by itself."},
	{"figure-event", Error, "An event cannot be marked in a figure.",
		"figure elsewhere marks the event directive and has no time axis",
		"Only pictures over time mark events, and breaks are marked by themselves. Take the event out, or keep the few that explain the figures."},
	{"figure-reference", Error, "A value to compare with cannot be drawn in a figure.",
		"figure compared has a line to compare with that does not say what it is",
		"A line to compare with has either a number and a label, or an indicator with a known value. Correct it under `references`, or leave it out."},
	{"figure-dated", Error, "A figure with dates shows what does not stand on a date.",
		"figure dated-flow says `dated: true` and is neither a line nor a table over time",
		"Only what was the case on a day can stand on its date: stocks, in a line or a table over time. Otherwise take `dated: true` out."},
	{"figure-parts", Error, "A stacked figure adds up what is no whole.",
		"figure below-different stacks codes that are parts of different codes",
		"Stack all parts of one whole, each once: codes of one level of one indicator. Otherwise use grouped, multiples or a table."},
	{"figure-pyramid", Error, "The sides or bars of a pyramid are not parts beside one another.",
		"the pyramid pyramid-total shows _T beside YOUNG, which is a part of it",
		"The sides are two codes of one dimension, such as women and men, and the bars codes of another that do not overlap. Leave totals out."},
	{"figure-tile", Error, "A tile map shows a code that has no place of its own on it.",
		"the tile map two-levels shows VLG beside ANT, which lies in it",
		"Give each code a `tile` in its code list, and show codes of one level only; or make a bar chart."},
	{"figure-waits", Warning, "A figure has no value before a delivery comes; a release does not pass it.",
		"figure regions waits for referrals of fedasil",
		"Nothing to do before the delivery comes. Where it may not come, take the figure out of the texts, or let it show earlier months too."},
	{"figure-empty", Error, "A figure has no value at all.",
		"no value is known for figure empty",
		"Look at indicator, codes and periods of the figure: nothing is known for them up to the month of the report."},
	{"duplicate-figure", Error, "Two figures of a round have the same id.",
		"there are two figures months in this round",
		"Give one of the two figures another id. A figure is written once and placed in the other languages with {{figure id}}."},
	{"unknown-figure", Error, "A text places a figure that the round does not have.",
		`there is no figure "region" in this round`,
		"Compare the id with those that the hint lists, or describe the figure in figures.yaml."},
	{"key-figures", Error, "A row of key figures has fewer than two or more than six.",
		"the row of key figures one-tile has 1 figure, and a page shows 2 to 6",
		"Show two to six key figures, the most important one first. The others belong in the text."},
}

// FigureAcross: the categories of a figure are a dimension that a series lacks.
// known are the dimensions that it has.
func FigureAcross(at Span, figure, across, indicator string, known []string) Diagnostic {
	return fault("figure-across", at,
		Say("figure %s has rows or bars by %s, and the figures of %s are not broken down by that", figure, Quote(across), indicator),
		Say("write under `across:` one of %s", strings.Join(append([]string{"period", "indicator"}, known...), ", ")))
}

// FigurePeriod: periods: of a figure cannot be read.
func FigurePeriod(at Span, text string, want Phrase) Diagnostic {
	return fault("figure-period", at, Say("%s is not %s", Quote(text), want), Say("write %s", want))
}

// FigureTwoPeriods: periods: of a figure chooses in two ways, of which one would be
// passed over.
func FigureTwoPeriods(at Span, figure string) Diagnostic {
	return fault("figure-period", at, Say("figure %s chooses its periods in two ways", figure),
		Say("keep one under `periods:`: `at:` for one period, `last:` for so many up to the month of the report, or `from:` and `until:`"))
}

// FigureBegins: the first period of a figure comes after the last.
func FigureBegins(at Span, figure, from, until string) Diagnostic {
	return fault("figure-period", at,
		Say("the periods of figure %s begin with %s and end with %s", figure, from, until),
		Say("correct `from:` or `until:` under `periods:`; a figure that only later reports should have says so by a `from:` beside its id"))
}

// FigureMixed: a picture would show two kinds of measure on one scale.
func FigureMixed(at Span, figure, first, second string, why Phrase) Diagnostic {
	return fault("figure-mixed", at,
		Say("figure %s puts %s and %s on one scale, which differ in %s", figure, first, second, why),
		Say("readers compare what stands on one scale: make two figures, or a `kind: table`"))
}

// FigureColumn: a column of a table would hold numbers that are not printed alike.
func FigureColumn(at Span, figure, first, second string, why Phrase) Diagnostic {
	return fault("figure-mixed", at,
		Say("table %s puts %s and %s in one column, and they differ in %s", figure, first, second, why),
		Say("the numbers of a column are printed alike: leave `across:` out, so that each has a column, or make two tables"))
}

// FigureScale: lengths that would not begin at zero.
func FigureScale(at Span, figure, kind string) Diagnostic {
	return fault("figure-scale", at,
		Say("figure %s is a `kind: %s`, and its scale would not begin at zero", figure, kind),
		Say("take `zero: false` out: only the scale of lines and dots may begin elsewhere, as they show a value by its place and not by a length"))
}

// FigureScaleUnsaid: the scale does not begin at zero and the subtitle keeps quiet
// about it.
func FigureScaleUnsaid(at Span, figure, words string) Diagnostic {
	return fault("figure-scale", at,
		Say("the subtitle of figure %s does not say that its scale does not begin at zero", figure),
		Say("readers would take differences for larger than they are: add, for instance, %s. Without a subtitle of its own the figure says so by itself", Quote(words)))
}

// FigureSeries: more or fewer series than the kind of picture holds; instead says
// which kinds hold them.
func FigureSeries(at Span, figure, kind string, n, least, most int, instead Phrase) Diagnostic {
	holds := Say("shows %d to %d", least, most)
	switch {
	case least == most:
		holds = Say("shows exactly %d", most)
	case least == 1:
		holds = Say("shows at most %d", most)
	}
	return fault("figure-lines", at,
		Say("figure %s would show %d series, and `kind: %s` %s", figure, n, kind, holds),
		Say("choose other codes under `where:`, or another kind: %s", instead))
}

// FigurePlaces: a kind of picture that goes across periods goes across something
// else, or the other way round.
func FigurePlaces(at Span, figure, kind string, periods bool) Diagnostic {
	if periods {
		return fault("figure-across", at,
			Say("figure %s is laid out by period, and `kind: %s` compares categories of one moment, such as regions", figure, kind),
			Say("to show change over time write `kind: column` or `kind: line`; to compare, write under `across:` what the categories are, such as geo or the word indicator"))
	}
	return fault("figure-across", at,
		Say("figure %s is laid out by category, and `kind: %s` shows change over time", figure, kind),
		Say("to show change over time take `across:` out; to compare categories write `kind: bar`"))
}

// FigureSteps: an axis of time that begins with a date or a span.
func FigureSteps(at Span, figure, from string) Diagnostic {
	return fault("figure-period", at,
		Say("figure %s begins with %s, and its time axis goes by months, quarters, years or weeks", figure, from),
		Say("begin with one of these, such as 2022-07; a `kind: line` with `dated: true` shows counts on single days"))
}

// FigureDated: dated: true where nothing stands on a date.
func FigureDated(at Span, figure string, fact, hint Phrase) Diagnostic {
	return fault("figure-dated", at, Say("figure %s says `dated: true` and %s", figure, fact), hint)
}

// FigureEvent: an event that cannot be marked; fact says why, after a comma or
// with a word of its own.
func FigureEvent(at Span, figure, event string, fact, hint Phrase) Diagnostic {
	return fault("figure-event", at, Say("figure %s marks the event %s%s", figure, event, fact), hint)
}

// FigureEvents: more events than find room.
func FigureEvents(at Span, figure string, n, most int) Diagnostic {
	return fault("figure-event", at,
		Say("figure %s marks %d events, and a picture has room for %d", figure, n, most),
		Say("keep those that explain why the figures rise or fall"))
}

// FigureReference: a line to compare with that cannot be drawn.
func FigureReference(at Span, figure string, fact, hint Phrase) Diagnostic {
	return fault("figure-reference", at, Say("figure %s %s", figure, fact), hint)
}

// FigureParts: parts that make no whole.
func FigureParts(at Span, figure string, fact, hint Phrase) Diagnostic {
	return fault("figure-parts", at, Say("figure %s %s", figure, fact), hint)
}

// FigurePyramid: sides or bars that are not beside one another.
func FigurePyramid(at Span, figure string, fact, hint Phrase) Diagnostic {
	return fault("figure-pyramid", at, Say("the pyramid %s %s", figure, fact), hint)
}

// FigureTile: a code without a place on the map; declared is where the code is.
func FigureTile(at Span, figure string, fact, hint Phrase, declared Span) Diagnostic {
	d := fault("figure-tile", at, Say("the tile map %s %s", figure, fact), hint)
	if !declared.IsZero() {
		d = d.NoteAt(declared, Say("the code is declared here"))
	}
	return d
}

// FigureTitle: a title that is no message.
func FigureTitle(at Span, figure, language string, n, most int) Diagnostic {
	return warning("figure-title", at,
		Say("the title of figure %s has %d words", figure, n),
		Say("say the message in %d; what was measured, where and when is the business of the subtitle", most)).
		About(figure + " " + language)
}

// FigureEmpty: no series is left.
func FigureEmpty(at Span, figure string) Diagnostic {
	return fault("figure-empty", at,
		Say("no value is known for figure %s", figure),
		Say("look at indicator, where and periods: none of the series has a value up to the round's month"))
}

// FigureWaits: no series has a value, because a delivery has not come. A release says
// FigureEmpty.
func FigureWaits(at Span, figure string, delivery Delivery) Diagnostic {
	hint := Say("nothing to do before it comes; where it may not come, take the figure out of the texts")
	d := warning("figure-waits", at, Say("figure %s waits for %s of %s", figure, delivery.Dataset, delivery.Organisation), hint).About(figure).Awaiting(delivery)
	d.Refused = true
	return d.hinted(hint)
}

// DuplicateFigure: two figures of one round have the same id.
func DuplicateFigure(at Span, figure string, first Span) Diagnostic {
	return fault("duplicate-figure", at,
		Say("there are two figures %s in this round", figure),
		Say("give one of them another id; a figure written in one language is placed in the others with {{figure %s}}", figure)).
		NoteAt(first, Say("the other one"))
}

// UnknownFigure: a text places a figure that is not there.
func UnknownFigure(at Span, figure string, known []string) Diagnostic {
	hint := Say("the figures of this round are %s", strings.Join(known, ", "))
	if nearest, ok := Nearest(figure, known); ok {
		hint = Say("did you mean %s? The figures of this round are %s", nearest, strings.Join(known, ", "))
	}
	return fault("unknown-figure", at, Say("there is no figure %s in this round", Quote(figure)), hint)
}

// KeyFigureCount: a row of key figures has too few or too many.
func KeyFigureCount(at Span, figure string, n int) Diagnostic {
	return fault("key-figures", at,
		Say("the row of key figures %s has %s, and a page shows 2 to 6", figure, counted(n, Say("1 figure"), Say("%d figures", n))),
		Say("the first is the lead; leave the others to the text"))
}
