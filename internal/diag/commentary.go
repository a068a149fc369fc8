package diag

import (
	"strings"
)

var commentaryEntries = []Entry{
	{"reference-syntax", Error, "A reference in a text is not of the form {{indicator dimension=code | form}}.",
		"an assertion prints nothing, so that else has no place in it",
		"Write the reference as {{indicator dimension=code | form}}, with a period as period=2022-07 where it is not that of the report. Two braces stand on each side, on one line, and quotation marks are straight ones."},
	{"reference-place", Error, "A reference stands where none is read, such as the address of a link.",
		"no reference is read here",
		"References are read in running text, headings and main points, and not in addresses of links or in code. Take the reference out, or write \\{{ where two braces are meant."},
	{"reference-in-code", Warning, "A block of code in a text holds references, which stay as they are written.",
		"references in a block of code are not read",
		"A text that was copied with the three back quotes around it is one block of code: delete those two lines. Lines that begin with four spaces are code too. Where the block is to show how references are written, accept the warning."},
	{"unknown-form", Error, "A reference asks for a form that does not exist.",
		`there is no form "chnage"`,
		"Choose one of the forms that the hint lists; the most used are change, change% and share of=. A reference without a form prints the value."},
	{"left-over-plus", Error, "A line of a text begins with the + of a list of changes, which would be published.",
		"a + begins this line, as in a list of changes",
		"Guides and comparisons mark lines that are new with a +. It is no part of the line: take it away. In a text where readers are to see it, write \\+."},
	{"left-over-minus", Warning, "A line of a text begins with a dash right before a word, as in a list of changes.",
		"a - begins this line, as in a list of changes",
		"Guides and comparisons mark lines that go with a -: delete the line, or the sign if the line is to stay. An item of a list has a space behind the dash. Where readers are to see the dash, write \\-."},
	{"raw-html", Error, "A text holds HTML, which Ronde does not pass on.",
		"HTML stands in this text",
		"Write Markdown in place of HTML: **bold**, *italic*, [words](https://address). Tables and pictures with data are figures."},
	{"paragraph-size", Error, "A text has a paragraph that is longer than any that is read.",
		"this paragraph has more than 20480 characters",
		"Put an empty line between paragraphs. If the text has some, look whether the file is the one that was meant: such a length is mostly a file that was pasted whole."},
	{"heading-level", Error, "A text has a first-level heading; the first level is the title of the page.",
		"this heading is of the first level",
		"Begin headings with ## or ###. The first level is the title of the report, which stands in the block at the top of the file."},
	{"heading-topic", Error, "A heading names its topic in a form that Ronde does not read, or where it cannot name one.",
		"this page is no report and has no section about a topic",
		"Write the id of a topic behind a heading of the second level, as in ## Protection {#protection}. Topics are listed in content/topics.yaml, and only sections of reports have them."},
	{"image-in-text", Error, "A text shows an image; pictures on a page are figures with data behind them.",
		"an image stands in this text",
		"Describe the picture as a figure in figures.yaml, so that it has data, a table and a description, and place it with {{figure id}} on a line of its own."},
	{"unsafe-link", Error, "A link leads to an address that runs a program or opens a file.",
		`this link leads to "javascript:alert"`,
		"Write the whole address, beginning with https://, or a path within the site. Email addresses begin with mailto:."},
	{"figure-not-alone", Error, "A figure is placed inside a sentence instead of on a line of its own.",
		"this figure does not stand alone",
		"Put the reference to the figure on a line of its own, at the left margin, with an empty line before and after it."},
	{"figure-open", Error, "A figure written in place is not closed.",
		"this figure is not closed",
		"Close the figure with three back quotes on a line of their own behind its last line."},
	{"figure-on-page", Error, "A page that is no report places a figure.",
		"this page is no report and has no figures",
		"Place the figure in a report, and link from the page to the page of the figure, which has an address of its own."},
	{"sparkline", Error, "A sparkline stands outside the running text of a report, or names a period.",
		"a sparkline stands in the running text of a report only",
		"A sparkline belongs into a sentence of a report and shows the series up to the month of the report. Move it there, and leave its period out."},
	{"assertion-without-words", Error, "An assertion stands behind no words in square brackets.",
		"fell checks words, and no words in square brackets stand in front of it",
		"Put the words that are to be checked between square brackets right in front of the assertion: [fell]{{indicator | fell}}."},
	{"typed-number", Warning, "A number in a text is typed by hand and not bound to data.",
		`"135 %" is typed by hand`,
		"Take the number from the data with a reference, so that it is right in every language and edition. If it is no statistic, a law or a street number, say so with {{lit 12}}; otherwise accept the warning with a reason."},
	{"unknown-dimension", Error, "A reference names a dimension that its indicator does not have.",
		`referrals has no dimension "region"`,
		"Look in data/indicators.yaml which dimensions the indicator has, and write one of them. A reference without a dimension means its total."},
	{"name-for-id", Error, "A reference names an indicator or a code by its label.",
		`"Certificates" is a name and no id`,
		"Write the id or code that the hint gives in place of the label. Labels differ between languages, and ids do not."},
	{"impossible-period", Error, "A reference asks for a kind of period that the indicator does not have, or for one that does not exist.",
		"attestations has no figure for the week 2022-W30",
		"Ask for a period of the kind that is delivered: a month of monthly figures, a date of a stock. period=latest takes the newest one."},
	{"reference-empty", Warning, "A reference is to an observation without a value; a release does not pass it.",
		"referrals BE-WAL 2022-07 has no value: it is hidden to protect persons",
		`Look whether the figure is really not there: hidden, not delivered, or another code or period was meant. A text can get over that with else "…" in the reference; a release passes it only so.`},
	{"not-comparable", Error, "A reference asks for a computation with values that cannot be compared.",
		"referral-share is of measure type share, and a share is one of counts",
		`Print the value alone. Where there is a break in the series, a bound such as "more than 40", or a total with other parts, a change would mislead.`},
	{"no-percentage", Error, "A change in per cent is asked for where it would mislead: on a base under 30, or of a percentage.",
		"referral-share is in per cent, and its change is not",
		"Write change in place of change%: it prints the difference as a number or in percentage points."},
	{"assertion-false", Error, "A sentence that a reference checks is not true, or the data do not prove it.",
		`"stayed the same" is not true: attestations fell from 4,120 to 3,159`,
		"Compare the words with the figures that the note gives. Correct the sentence, and the form behind it, in every language; or, if the figures are wrong, the delivery."},
	{"contrary-words", Error, "The words in front of an assertion say the opposite of what it checks.",
		`"rose" contradicts fell, which checks it and is true`,
		"The figures bear out the form and not the words. Correct the words. Verbs such as rose, steeg, a diminué and gestiegen are known in each language; of all other words only a person knows what they say."},
	{"direction-unchecked", Warning, "A text prints a change without its sign, and nothing checks whether it rose or fell.",
		"nothing in this paragraph checks whether attestations BE 2022-07 rose or fell",
		"Put the verb between square brackets and check it in the same paragraph: [fell]{{indicator | fell}} by {{indicator | unsigned-change}}. Where no word says a direction, change prints the sign."},
	{"languages-differ", Warning, "The languages of a report bind different observations.",
		"referrals BE-VLG 2022-07 is bound in nl and not in en",
		"Give every language the same references, as readers of each expect the same facts. If one language needs another sentence, accept the warning with a reason."},
	{"topics-differ", Warning, "The languages of a report have sections about different topics.",
		"the number of sections about protection differs: 0 in nl, 1 in en",
		"Write the topic behind the same headings in every language. The page of a topic leads to these sections."},
}

// ReferenceSyntax: what stands between {{ and }} cannot be read.
func ReferenceSyntax(at Span, title, hint Phrase) Diagnostic {
	return fault("reference-syntax", at, title, hint)
}

// LeftOver: the + or - of a list of changes at the beginning of a line. A word may begin
// with a dash, and none with a plus.
func LeftOver(at Span, sign string) Diagnostic {
	if sign == "+" {
		return fault("left-over-plus", at, Say("a + begins this line, as in a list of changes"), Say("take the + away"))
	}
	return warning("left-over-minus", at, Say("a - begins this line, as in a list of changes"), Say("take the - away, or write a space behind it for an item of a list"))
}

// BracesBehind: a reference ends with one brace or none. written is what stands between.
func BracesBehind(at Span, missing, written string) Diagnostic {
	return fault("reference-syntax", at, Say("%s is missing at the end of this reference", missing), bracedHint(written))
}

// BracesBefore: a reference begins with one brace or none.
func BracesBefore(at Span, missing, written string) Diagnostic {
	return fault("reference-syntax", at, Say("%s is missing at the beginning of this reference", missing), bracedHint(written))
}

// SingleBraces: the id of an indicator or a figure between single braces.
func SingleBraces(at Span, written string) Diagnostic {
	return fault("reference-syntax", at, Say("this reference has one brace on each side, and needs two"), bracedHint(written))
}

// ReferenceParted: a reference that goes on on the next line.
func ReferenceParted(at Span, written string) Diagnostic {
	return fault("reference-syntax", at, Say("this reference is not closed on its line"),
		Say("write it on one line: %s", Visible("{{"+written+"}}")))
}

func bracedHint(written string) Phrase {
	if written == "" {
		return Say("write a reference as {{indicator}}")
	}
	return Say("write %s", Visible("{{"+written+"}}"))
}

// ReferencePlace: a reference that nothing reads.
func ReferencePlace(at Span) Diagnostic {
	return fault("reference-place", at, Say("no reference is read here"),
		Say("references stand in running text, not in addresses of links or names of code; for two braces that are no reference write \\{{"))
}

// ReferenceInCode: a block of code that is probably none.
func ReferenceInCode(at Span) Diagnostic {
	return warning("reference-in-code", at, Say("references in a block of code are not read"),
		Say("if this is no code, delete the lines of ``` around it, or the spaces at the beginning of its lines"))
}

// UnknownForm: the word behind | is no form.
func UnknownForm(at Span, form string, known []string) Diagnostic {
	hint := Say("write one of: %s", strings.Join(known, ", "))
	if nearest, ok := Nearest(form, known); ok {
		hint = Say("did you mean %s? The forms are: %s", Quote(nearest), strings.Join(known, ", "))
	}
	return fault("unknown-form", at, Say("there is no form %s", Quote(form)), hint)
}

// RawHTML: HTML stands in a text.
func RawHTML(at Span) Diagnostic {
	return fault("raw-html", at, Say("HTML stands in this text"),
		Say("write Markdown: **bold**, *italic*, [words](https://address); HTML is never passed on to a page. For the sign itself write \\<"))
}

// HeadingLevel: # at the first level.
func HeadingLevel(at Span) Diagnostic {
	return fault("heading-level", at, Say("this heading is of the first level"),
		Say("begin it with ##: the first level is the title, which stands in the lines between --- at the top"))
}

// TopicForm: braces at the end of a heading that hold no topic.
func TopicForm(at Span, text string) Diagnostic {
	return fault("heading-topic", at, Say("%s names no topic", Quote(text)),
		Say("write the id of a topic of content/topics.yaml behind #, as in ## Protection {#protection}; for a brace that is part of the heading write \\{"))
}

// TopicOpen: one of the braces of a topic is not there; written is what was meant.
func TopicOpen(at Span, missing, written string) Diagnostic {
	return fault("heading-topic", at, Say("%s is missing at the topic of this heading", missing), Say("write %s", written))
}

// TopicAlone: a heading of a topic and nothing else.
func TopicAlone(at Span) Diagnostic {
	return fault("heading-topic", at, Say("this heading names a topic and has no words"), Say("write what readers see in front of it, as in ## Protection {#protection}"))
}

// TopicLevel: a topic at a heading of another level than the second.
func TopicLevel(at Span) Diagnostic {
	return fault("heading-topic", at, Say("only a heading that begins with ## can name a topic"),
		Say("put it behind the ## heading of the section, and take it out here"))
}

// TopicOnPage: a topic in a text that is no report.
func TopicOnPage(at Span) Diagnostic {
	return fault("heading-topic", at, Say("this page is no report and has no section about a topic"),
		Say("take {#…} out: the pages of topics lead to sections of reports only"))
}

// ImageInText: ![…](…) in a text.
func ImageInText(at Span) Diagnostic {
	return fault("image-in-text", at, Say("an image stands in this text"),
		Say("describe it as a figure with data: {{figure id}} on a line of its own"))
}

// UnsafeLink: a link to javascript: and the like.
func UnsafeLink(at Span, target string) Diagnostic {
	return fault("unsafe-link", at, Say("this link leads to %s", Quote(target)),
		Say("an address begins with https://, http://, mailto: or tel:, or is one within the site"))
}

// FigureNotAlone: {{figure id}} within a paragraph, or a figure within a list.
func FigureNotAlone(at Span) Diagnostic {
	return fault("figure-not-alone", at, Say("this figure does not stand alone"),
		Say("put it on a line of its own at the left margin, with an empty line before and after"))
}

// FigureOpen: ```figure without its end.
func FigureOpen(at Span) Diagnostic {
	return fault("figure-open", at, Say("this figure is not closed"), Say("write ``` on a line of its own behind its last line"))
}

// FigureOnPage: a figure in a text that is no report.
func FigureOnPage(at Span) Diagnostic {
	return fault("figure-on-page", at, Say("this page is no report and has no figures"), Say("place the figure in a report, and link to its page from here"))
}

// SparklinePlace: a sparkline in a title or on a page.
func SparklinePlace(at Span) Diagnostic {
	return fault("sparkline", at, Say("a sparkline stands in the running text of a report only"), Say("take it out of the title, heading, note, main point or page"))
}

// SparklinePeriod: a sparkline that names a period.
func SparklinePeriod(at Span) Diagnostic {
	return fault("sparkline", at, Say("a sparkline names a period"), Say("leave the period out: a sparkline shows the series up to the month of the report"))
}

// AssertionWithoutWords: {{x | fell}} not behind [words].
func AssertionWithoutWords(at Span, form string) Diagnostic {
	return fault("assertion-without-words", at,
		Say("%s checks words, and no words in square brackets stand in front of it", form),
		Say("write the words that it checks: [fell]{{indicator | fell}}"))
}

// AssertionUnclosed: [words{{x | fell}}. whole is what was meant.
func AssertionUnclosed(at Span, form, whole string) Diagnostic {
	return fault("assertion-without-words", at, Say("] is missing behind the words that %s checks", form), Say("write %s", Visible(whole)))
}

// AssertionUnopened: words]{{x | fell}}.
func AssertionUnopened(at Span, form string) Diagnostic {
	return fault("assertion-without-words", at, Say("[ is missing in front of the words that %s checks", form),
		Say("write [ in front of the first of these words, as in [fell]{{indicator | fell}}"))
}

// AssertionApart: a space stands between [words] and {{x | fell}}. whole is what was meant.
func AssertionApart(at Span, form, whole string) Diagnostic {
	return fault("assertion-without-words", at, Say("a space stands between the words and %s, which checks them", form), Say("write %s", Visible(whole)))
}

// TypedNumber: a number in running text that no reference wrote.
func TypedNumber(at Span, text string) Diagnostic {
	return warning("typed-number", at, Say("%s is typed by hand", Quote(text)),
		Say("take it from the data with {{indicator}}, or, if it is no statistic, write {{lit %s}}", text)).About(text)
}

// TypedValue is the finding TypedNumber once more, where the number is known to be that of
// values: it says more, and so is the one that is kept.
func TypedValue(at Span, text string, references []string, values []Phrase) Diagnostic {
	hint := Say("write %s, or, if it is no statistic, {{lit %s}}", references[0], text)
	if len(references) > 1 {
		hint = Say("write one of %s; or, if it is no statistic, {{lit %s}}", strings.Join(references, ", "), text)
	}
	d := warning("typed-number", at, Say("%s is typed by hand", Quote(text)), hint).About(text)
	for _, value := range values {
		d = d.Note(value)
	}
	return d
}

// ParagraphTooLong: lines without an empty one between them, of more bytes than are
// read.
func ParagraphTooLong(at Span, limit int) Diagnostic {
	return fault("paragraph-size", at, Say("this paragraph has more than %d characters", limit),
		Say("put an empty line between paragraphs; if there are some, look whether the file is the one that was meant"))
}
