// Package meeting reads the meetings of the working group: what was on the
// agenda, decided, and left to do.
//
//	content/meetings/2023-05-15.yaml     File: the facts
//	content/meetings/2023-05-15.nl.md    what was said, one file a language
//
// Facts stand once: the agenda, the decisions and above all the actions, of which
// somebody keeps the status, must not say one thing in one language and another
// in the next. Their words stand beside each other in the YAML; only what is told
// at length has a file of its own in each language, as the text of a report has.
//
// A meeting is shown whole in one language: facts and text. A text in a language
// in which the facts are not written is not shown.
//
// Nobody is named. Who takes part is an organisation of the codebook or a role.
//
// References ({{…}}) in the words of the facts and in the text read what has been
// released, as on other pages. A reference that names no period means the month
// of the report that was discussed.
package meeting

import (
	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A Meeting is a meeting as it was written down.
type Meeting struct {
	Date  period.Date
	Facts File
	// Languages are those in which it can be shown, in the order of the site.
	Languages []string

	path  string
	texts map[string]*text // by language
}

// text is a file <day>.<language>.md, parsed but not resolved.
type text struct {
	file        string
	description *commentary.Document // nil when there is none
	body        *commentary.Document
}

// File is content/meetings/<day>.yaml.
type File struct {
	Title        source.Text              `key:"title" doc:"Title; made from the day when left out"`
	Form         source.At[string]        `key:"form,required" enum:"on-site|online|hybrid" doc:"How people met"`
	Place        source.Text              `key:"place" doc:"Where, unless online"`
	Round        source.At[period.Period] `key:"round" doc:"Month of the report that was discussed; the month before the meeting when left out"`
	Chair        source.Text              `key:"chair" doc:"Who was in the chair: a role, never the name of a person"`
	Illustrative bool                     `key:"illustrative" doc:"true for an example that shows how a meeting is kept; its pages say so"`
	Attendees    []Party                  `key:"attendees" doc:"Who took part"`
	Agenda       []source.Text            `key:"agenda,required" doc:"The points, in order"`
	Presentation *Presentation            `key:"presentation" doc:"The thematic presentation"`
	Decisions    []source.Text            `key:"decisions" doc:"What was decided, a sentence each"`
	Actions      []Action                 `key:"actions" doc:"What is to be done"`
}

// Presentation is what one of those present told about a theme.
type Presentation struct {
	Title source.Text       `key:"title,required" doc:"What it was about"`
	By    []Party           `key:"by" doc:"Who gave it"`
	Topic source.At[string] `key:"topic" pattern:"id" doc:"Topic of content/topics.yaml that it belongs to"`
}

// Party is an organisation or a role: exactly one of them is set.
type Party struct {
	Organisation source.At[string] `key:"organisation" pattern:"id" doc:"Id of an organisation"`
	Role         source.Text       `key:"role" doc:"A function in words, such as: regional employment service"`
}

// Check implements source.Checker.
func (p *Party) Check(at diag.Span, out *diag.List) {
	if p.Organisation.IsSet() == !p.Role.IsZero() {
		out.Add(diag.MeetingParty(at, p.Organisation.IsSet()))
	}
}

// Status says what became of an action.
type Status string

// The statuses.
const (
	Open    Status = "open"
	Done    Status = "done"
	Dropped Status = "dropped" // not done, and no longer to be
)

// Action is something to be done.
type Action struct {
	ID     source.At[string]      `key:"id,required" pattern:"id" doc:"Stable id, its own among all meetings; also its anchor"`
	What   source.Text            `key:"what,required" doc:"What is to be done, beginning with a verb"`
	Who    []Party                `key:"who,required" doc:"Who does it"`
	Due    source.At[period.Date] `key:"due,required" doc:"Day by which it is to be done"`
	Status source.At[Status]      `key:"status,required" enum:"open|done|dropped" doc:"What became of it"`
	Closed source.At[period.Date] `key:"closed" doc:"Day on which it was done or dropped"`
}

// Round is the month of the report that was discussed.
func (m *Meeting) Round() period.Period {
	if r := m.Facts.Round.Value; r.Kind() == period.Month {
		return r
	}
	return period.DayOf(m.Date).MonthOfEnd().Next(-1)
}
