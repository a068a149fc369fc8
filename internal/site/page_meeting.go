package site

// Meetings is the list of the meetings of the working group.
type Meetings struct {
	Frame
	// Illustrative is set when some of them are examples.
	Illustrative bool
	// Meetings are newest first.
	Meetings []MeetingEntry
	// Actions is the address of what is to be done; Open and Overdue count it.
	Actions       string
	Open, Overdue int
}

// Kind gives KindMeetings.
func (*Meetings) Kind() Kind { return KindMeetings }

// Record is that of the list.
func (*Meetings) Record() *Record { return &Record{} }

// A MeetingEntry is a meeting in a list.
type MeetingEntry struct {
	Title        string
	Href         string
	Lang         string // of the texts, where it is not that of the page
	Presentation string // may be empty
	Text         string // a sentence; may be empty
}

// A MeetingForm is how people met, named in the interface texts under form.
type MeetingForm string

// The forms.
const (
	FormOnSite MeetingForm = "on-site"
	FormOnline MeetingForm = "online"
	FormHybrid MeetingForm = "hybrid"
)

// A Meeting is the page of one meeting: facts and text in one language.
type Meeting struct {
	Frame
	Title        string
	Summary      string
	Date         Date
	Form         MeetingForm
	Place        string
	Chair        string
	Illustrative bool
	// Report leads to the report that was discussed; empty for none.
	Report       Link
	Attendees    []Link // organisations lead to their pages, roles nowhere
	Agenda       []string
	Presentation *MeetingPresentation
	Body         []Block
	Decisions    []string
	Actions      []Action
	// AllActions is the address of what is to be done; Others are the meetings
	// before and after.
	AllActions string
	Others     []Link
}

// Kind gives KindMeeting.
func (*Meeting) Kind() Kind { return KindMeeting }

// Record is found by all that the meeting was about.
func (p *Meeting) Record() *Record {
	r := &Record{Title: p.Title, Text: p.Summary}
	r.foreign(p.Fallback)
	r.add(p.Agenda...)
	r.add(p.Decisions...)
	if p.Presentation != nil {
		r.Headings = append(r.Headings, p.Presentation.Title)
	}
	r.body(p.Body)
	r.links(p.Attendees)
	for _, a := range p.Actions {
		r.add(a.What)
	}
	return r
}

// A MeetingPresentation is what one of those present told about a theme.
type MeetingPresentation struct {
	Title string
	By    []Link
	Topic Link // empty for none
}

// An ActionState is what became of an action, named in the interface texts under
// action.
type ActionState string

// The states. An action is overdue when its day is past on the site date.
const (
	ActionOpen    ActionState = "open"
	ActionOverdue ActionState = "overdue"
	ActionDone    ActionState = "done"
	ActionDropped ActionState = "dropped"
)

// An Action is something to be done.
type Action struct {
	ID     string // its anchor
	What   string
	Lang   string // of What and of roles, where it is not that of the page
	Who    []Link
	Due    Date
	State  ActionState
	Days   int  // by which it is overdue
	Closed Date // on which it was done or dropped; empty for an open one
	// Meeting is where it was agreed; empty on the page of that meeting.
	Meeting Link
}

// Actions is what is to be done, of all meetings.
type Actions struct {
	Frame
	Illustrative bool
	// Open are the longest overdue first; Closed the last closed first.
	Open, Closed []Action
}

// Kind gives KindActions.
func (*Actions) Kind() Kind { return KindActions }

// Record is found by what is to be done.
func (p *Actions) Record() *Record {
	r := &Record{}
	for _, a := range p.Open {
		r.add(a.What)
	}
	return r
}
