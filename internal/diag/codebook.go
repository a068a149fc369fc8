package diag

import (
	"strings"
)

var codebookEntries = []Entry{
	{"unknown-id", Error, "A name refers to something that is declared nowhere: an organisation, unit, code list, indicator, dataset, dimension, level, event or topic.",
		`there is no indicator "atestations"`,
		"Compare the name with the file in which things of its kind are declared; most often a letter is missing. If it is new, declare it there first. Ids are written in small letters with hyphens."},
	{"unknown-code", Error, "A code is not in its code list.",
		`"Vlaanderen" is not a code of the list geo`,
		"Write the code and not its label, as the code list in data/codelists has it. If a supplier writes it otherwise and will go on doing so, say under `codes:` of the column in the contract what the text means. A code that is really new is added to the list, with a label in every language."},
	{"duplicate-id", Error, "An id, a former id or a code stands for two things.",
		`organisation "dvz" cannot be a former name: it already stands for something`,
		"Find the two places, which the message names, and give one of them another name. An old name under `formerly` must lead to one thing only."},
	{"file-name", Error, "A file has another name than the id inside it.",
		`the id is "geo" and the file is called Geo.yaml`,
		"Rename the file so that it is called after the id inside it, or correct the id. Small and capital letters count, also on Windows."},
	{"missing-label", Error, "Something that readers see has no words in one of the site's languages.",
		"indicator \"referral-share\" has no `definition` in fr",
		"Add the words in the language that is named, beside those in the other languages. Where the words are the same in all languages, write them once without a language."},
	{"code-hierarchy", Error, "The parents, levels and total of a code list do not make a hierarchy.",
		`"BE-WAL" is of level region and its parent "BE-VLG" of level region`,
		"Look at `parent`, `level` and `total` of the codes that are named. Levels are listed from the total down, a parent is always of a level above, and nothing stands above the total."},
	{"code-tile", Error, "A code has a place on a tile map that another code has, or that no map can draw.",
		`"BE-BRU" has its tile where "BE-VLG" has its own, in column 1 of row 1`,
		"Look at the `tile` of the codes in the code list. Each place, a column and a row counted from 1, is taken by one code of a level, and `short` has at most four characters."},
	{"event-label", Error, "The label of an event is too long for the pictures that mark it.",
		`the label of the event "directive" is too long for a picture`,
		"Shorten `label` of the event in data/events.yaml, as it is drawn in pictures. What does not fit goes into `note`, which has room for a sentence."},
	{"setting", Error, "A setting has a value that cannot be right.",
		`dataset "attestations" begins with 2022-05 and ends with 2022-03`,
		"The message says what the value may be. Correct it in the YAML file, at the line that is named."},
	{"accessibility", Error, "The accessibility statement claims more than its own limits bear out, or names nobody to write to.",
		"`status` is full, and something listed under `limits` was not assessed",
		"Say in `accessibility` of ronde.yaml no more than was checked: with limits the status is partial. List what is not accessible and why, and name a role and an email address to which readers can write."},
	{"measure", Error, "Measure type, unit and base of an indicator do not fit together.",
		`"employed" is of measure type share and has a unit of whole numbers`,
		"Look at the indicator in data/indicators.yaml: its measure type decides what else it needs. A share has a base and a unit in per cent, a cumulative count has its first day, and only a stock has a balance."},
	{"derivation", Error, "A derived indicator cannot be computed from what its declaration names.",
		"derived indicators go round in a circle: referrals > waiting > referrals",
		"Look at `derived` of the indicator in data/indicators.yaml. Its parts must be declared, measured alike and in the same unit, and be made of delivered indicators in the end."},
	{"columns", Error, "The columns of a contract do not give every observation a period, a value and one code per dimension.",
		`dataset attestations does not say which dimension column "gebied" gives`,
		"Open the contract in data/datasets and compare its columns with the file that is delivered. Every row must give a period, a value, an indicator and one code for each dimension, each of them once."},
	{"supplier", Error, "A contract and an indicator do not agree on who supplies what.",
		`"attestations" names dataset referrals as a supplier, which does not deliver it`,
		"Either name the indicator in the contract of the dataset, or take the dataset out of `suppliers` of the indicator. An indicator that is computed is delivered by nobody."},
}

// declaredIn says where a kind of thing is declared, for hints.
var declaredIn = map[string]Phrase{
	"organisation": Say("data/organisations.yaml"),
	"unit":         Say("data/indicators.yaml, under units:"),
	"indicator":    Say("data/indicators.yaml"),
	"code list":    Say("data/codelists/, in a file of that name"),
	"dataset":      Say("data/datasets/, in a file of that name"),
	"event":        Say("data/events.yaml"),
	"topic":        Say("content/topics.yaml"),
	"level":        Say("the code list, under levels:"),
	"dimension":    Say("data/indicators.yaml, under dimensions: of the indicator"),
}

// UnknownID: id refers to nothing. kind is organisation, unit, indicator, code
// list, dataset, event, topic, level or dimension.
func UnknownID(at Span, kind, id string, candidates []string) Diagnostic {
	return fault("unknown-id", at, Say("there is no %s %s", Word(kind), Quote(id)),
		suggest(DidYouMean(id, candidates), Say("declare it in %s", declaredIn[kind])))
}

// UnknownCode: a code that is not in its list; declared is the place of the list,
// which for pages and meetings is the sealed one of the last release.
func UnknownCode(at Span, code, list string, candidates []string, declared Span) Diagnostic {
	otherwise, note := Say("add it to the list"), Say("the codes are declared here")
	if strings.Contains(declared.File, "/editions/") {
		otherwise, note = Say("write a code of the last release, which is all that a page outside reports can show"), Say("the codes of the last release stand here, in a file that is never edited")
	}
	return fault("unknown-code", at, Say("%s is not a code of the list %s", Quote(code), list),
		suggest(DidYouMean(code, candidates), otherwise)).
		NoteAt(declared, note)
}

// DuplicateID: id stands for two things of one kind.
func DuplicateID(at Span, kind, id string, first Span) Diagnostic {
	return fault("duplicate-id", at, Say("%s %s is declared twice", Word(kind), Quote(id)),
		Say("give one of them another name: one name stands for one thing")).
		NoteAt(first, Say("it is declared first here"))
}

// DuplicateFormerly: an old name is claimed by two things, or is still in use.
func DuplicateFormerly(at Span, kind, id string, first Span) Diagnostic {
	return fault("duplicate-id", at, Say("%s %s cannot be a former name: it already stands for something", Word(kind), Quote(id)),
		Say("`formerly` is one-to-one: an old name leads to exactly one new one. A merge or a split is a new code with `replaces`, and the old ones get `until`")).
		NoteAt(first, Say("it stands for something here"))
}

// FileName: the id inside a file is not the file's name.
func FileName(at Span, id, file string) Diagnostic {
	return fault("file-name", at, Say("the id is %s and the file is called %s", Quote(id), file),
		Say("rename the file to %s.yaml, or write the id as the file is called", id))
}

// MissingLabel: key of kind id has no text in the languages listed. There is
// one site, which has no id.
func MissingLabel(at Span, kind, id, key string, languages []string) Diagnostic {
	what := Word(kind)
	if id != "" {
		what = Say("%s %s", what, Quote(id))
	}
	return fault("missing-label", at,
		Say("%s has no `%s` in %s", what, key, strings.Join(languages, ", ")),
		Say("add `%s: …` beside the other languages of `%s:`; words that are the same in all of them need no language before them", languages[0], key))
}

// NoTotal: the list's total is not one of its codes.
func NoTotal(at Span, total, list string, candidates []string) Diagnostic {
	return fault("code-hierarchy", at, Say("the total %s is not a code of the list %s", Quote(total), list),
		suggest(DidYouMean(total, candidates), Say("add it: the total is a code like the others, with a label")))
}

// TotalHasParent: the total stands below another code.
func TotalHasParent(at Span, total string) Diagnostic {
	return fault("code-hierarchy", at, Say("the total %s has a parent", Quote(total)),
		Say("remove `parent`: nothing stands above the total of a list"))
}

// ParentCycle: following parents comes back to the code.
func ParentCycle(at Span, path []string) Diagnostic {
	return fault("code-hierarchy", at, Say("the parents go round in a circle: %s", strings.Join(path, " > ")),
		Say("a parent is the code one level up; correct one of them"))
}

// ParentLevel: a parent is not of a level above its child.
func ParentLevel(at Span, code, level, parent, parentLevel string) Diagnostic {
	return fault("code-hierarchy", at,
		Say("%s is of level %s and its parent %s of level %s", Quote(code), level, Quote(parent), parentLevel),
		Say("levels are listed from the total down: a parent is of a level above; correct `parent`, `level` or the order of `levels`"))
}

// ReplacesItself: a code cannot take its own place.
func ReplacesItself(at Span, code string) Diagnostic {
	return fault("code-hierarchy", at, Say("%s replaces itself", Quote(code)),
		Say("`replaces` names the old codes that end; for a new name of the same code use `formerly`"))
}

// NoUntil: a replaced code never ends.
func NoUntil(at Span, code, by string, replaced Span) Diagnostic {
	return fault("code-hierarchy", at, Say("%s replaces %s, which has no `until`", Quote(by), Quote(code)),
		Say("give the old code its last period, so that sums use the codes valid in each period")).
		NoteAt(replaced, Say("the old code is declared here"))
}

// EventLabel: the label of a policy date does not fit into a picture.
func EventLabel(at Span, event, label string, most int) Diagnostic {
	return fault("event-label", at, Say("the label of the event %s is too long for a picture", Quote(event)),
		Say("%s has %d characters: write at most %d; `note` has room for a sentence", Quote(label), len([]rune(label)), most))
}

// TilePlace: the column or row of a tile is outside every map.
func TilePlace(at Span, code, key string, n, most int) Diagnostic {
	return fault("code-tile", at, Say("the tile of %s has `%s: %d`", Quote(code), key, n),
		Say("columns and rows count from 1, from the top left, to %d at most: more tiles would be too small to read", most))
}

// TileShort: what should stand in a tile does not fit.
func TileShort(at Span, code, short string, most int) Diagnostic {
	return fault("code-tile", at, Say("%s is too long for the tile of %s", Quote(short), Quote(code)),
		Say("write at most %d characters, such as ANT; the whole name stands beside the map", most))
}

// TileTaken: two codes of one level have the same place on a tile map.
func TileTaken(at Span, code, first string, column, row int, firstAt Span) Diagnostic {
	return fault("code-tile", at, Say("%s has its tile where %s has its own, in column %d of row %d", Quote(code), Quote(first), column, row),
		Say("one would hide the other: give one of them another `column` or `row`")).
		NoteAt(firstAt, Say("the place is taken here"))
}

// UntilBeforeFrom: something ends before it begins.
func UntilBeforeFrom(at Span, what Phrase, from, until string) Diagnostic {
	return fault("setting", at, Say("%s begins with %s and ends with %s", what, from, until),
		Say("exchange `from` and `until`, or correct one of them"))
}

// Setting: key has a value that cannot be right.
func Setting(at Span, key, value string, rule Phrase) Diagnostic {
	return fault("setting", at, Say("`%s` is %s", key, value), rule)
}

// SettingEmpty: key has nothing in it.
func SettingEmpty(at Span, key string, rule Phrase) Diagnostic {
	return fault("setting", at, Say("`%s` is empty", key), rule)
}

// SettingEmptyFor: key has nothing in it for one of the things that it lists.
func SettingEmptyFor(at Span, key, name string, rule Phrase) Diagnostic {
	return fault("setting", at, Say("`%s` is empty for %s", key, name), rule)
}

// SettingTwice: key lists something twice.
func SettingTwice(at Span, key, name string, rule Phrase) Diagnostic {
	return fault("setting", at, Say("`%s` is %s twice", key, Quote(name)), rule)
}

// StatementTooGood: the statement says that the site is accessible throughout, and
// names something that is not, or that nobody has checked.
func StatementTooGood(at Span, untested bool, limit Span) Diagnostic {
	title := Say("`status` is full, and something listed under `limits` does not meet the standard")
	if untested {
		title = Say("`status` is full, and something listed under `limits` was not assessed")
	}
	return fault("accessibility", at, title,
		Say("write `status: partial`: a statement says no more than was checked")).
		NoteAt(limit, Say("it is listed here"))
}

// StatementWithoutLimits: the statement says that something is not accessible and
// does not say what.
func StatementWithoutLimits(at Span, status string) Diagnostic {
	return fault("accessibility", at, Say("`status` is %s, and nothing is listed that is not accessible", status),
		Say("say under `limits:` what it is and why: readers want to know before they meet it"))
}

// StatementWithoutContact: neither statement nor site say whom to write to.
func StatementWithoutContact(at Span) Diagnostic {
	return fault("accessibility", at, Say("the accessibility statement names nobody to write to"),
		Say("add `contact:` with a role and an email, here or for the whole site: readers report barriers there"))
}

// MeasureUnit: a share must be in per cent.
func MeasureUnit(at Span, indicator, unit string, unitAt Span) Diagnostic {
	return fault("measure", at, Say("%s is a share, and its unit %s is not a per cent", Quote(indicator), unit),
		Say("use a unit with `percent: true`, or the measure type ratio")).
		NoteAt(unitAt, Say("the unit is declared here"))
}

// MeasureNeeds: a measure type needs a key that is missing, or forbids one
// that is there.
func MeasureNeeds(at Span, indicator, measure string, fact, hint Phrase) Diagnostic {
	return fault("measure", at, Say("%s is of measure type %s %s", Quote(indicator), measure, fact), hint)
}

// Derivation: a derived indicator cannot be computed.
func Derivation(at Span, indicator string, fact, hint Phrase) Diagnostic {
	return fault("derivation", at, Say("%s cannot be derived: %s", Quote(indicator), fact), hint)
}

// DerivationCycle: a derived indicator is made of itself.
func DerivationCycle(at Span, path []string) Diagnostic {
	return fault("derivation", at, Say("derived indicators go round in a circle: %s", strings.Join(path, " > ")),
		Say("each must be made of delivered indicators in the end"))
}

// DerivedDelivered: a contract names an indicator that is computed.
func DerivedDelivered(at Span, indicator string, declared Span) Diagnostic {
	return fault("supplier", at, Say("%s is derived and cannot be delivered", Quote(indicator)),
		Say("take it out of the contract, or remove `derived` from the indicator")).
		NoteAt(declared, Say("it is declared as derived here"))
}

// SupplierLacks: an indicator ranks a dataset whose contract does not supply it.
func SupplierLacks(at Span, indicator, dataset string, contract Span) Diagnostic {
	return fault("supplier", at, Say("%s names dataset %s as a supplier, which does not deliver it", Quote(indicator), dataset),
		Say("name the indicator in the contract, or take the dataset out of `suppliers`")).
		NoteAt(contract, Say("the contract of the dataset"))
}

// Columns: the columns of a contract are not complete or not consistent.
func Columns(at Span, dataset string, fact, hint Phrase) Diagnostic {
	return fault("columns", at, Say("dataset %s %s", dataset, fact), hint)
}

// suggest makes a hint of what may have been meant and what to do otherwise.
func suggest(meant, otherwise Phrase) Phrase {
	switch {
	case meant.IsZero():
		return otherwise
	case strings.HasSuffix(meant.String(), "?"):
		return Say("%s Otherwise %s", meant, otherwise)
	}
	return Say("%s. Otherwise %s", meant, otherwise)
}
