package locale

import "ronde/internal/period"

// words is all that is known of a language. A text may hold places in braces;
// which ones is the same in every language and is held by a test. Texts stand
// inside a sentence and begin with a small letter where the language allows:
// Capitalise makes the sentence.
type words struct {
	group, point string    // between thousands, before decimals
	percent      string    // after a percentage, with its space
	minus        string    // spoken
	quotes       [2]string // with their spaces
	and          string
	apart        string // between items that have commas of their own

	months, monthsShort [12]string
	firstDay            string // the first of the month, in a date
	quarters            [4]string
	date                string // {day} {month} {year}

	// Each kind of period has its own preposition and article. {period} is the
	// bare name, {date} that of a day, {from} and {to} the ends of a span.
	period  byKind
	in      byKind
	than    byKind // after "more" and "fewer"
	against byKind // after "changed"
	due     byKind // after "not delivered"
	through byKind // {from} and {to} name periods of this kind, both included

	since, cumulative string // {date}

	percentagePoint Noun

	aboutValue, moreThan, lessThan string // {value}
	notComparable, notAvailable    string
	noFigure                       string // label of a gap
	noTotal                        string // where the sum of some parts would be
	coverage                       string // {present} {due}
	notDelivered                   string // {due}
	lastValue                      string // {missing} {period} {value}
	source                         string // {organisation} {date}
	marks                          map[Mark]markWords
	trend                          trendWords
	change                         changeWords
	alternative                    alternativeWords
	report                         reportWords
	page                           pageWords
	book                           bookWords
	delivery                       deliveryWords
	reminder                       reminderWords
	said                           saidWords
}

// byKind is indexed by period.Kind; the entry of None is empty.
type byKind [period.Span + 1]string

type markWords struct{ word, legend string }

// pair holds a statement of exact and of approximate values.
type pair struct{ exact, about string }

// trendWords are sentences without their first capital.
type trendWords struct {
	up, down         direction
	unchanged        string // {against}
	unchangedRounded string // a difference that rounds to zero
	unchangedAbout   string
	againstAvailable string // {period}: the base is not the previous period
}

// direction holds the sentences of a rise or a fall. Places: {number} {unit},
// and {than} in count and share, {against} in amount.
type direction struct{ count, share, amount pair }

type changeWords struct {
	plain       string // {change} {base}
	withPercent string // {change} {percent} {base}
	base        string // {base}
}

type alternativeWords struct {
	kinds                        [TileMap + 1]string
	named                        string // {name} {text}: a colon as the language sets it
	first, last, lowest, highest string // {value}
}
