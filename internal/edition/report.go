package edition

import (
	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// ReportFile is content/reports/<round>/report.yaml.
type ReportFile struct {
	Cutoff  source.At[period.Date]           `key:"cutoff,required" doc:"Deliveries received up to this day are in the report"`
	Embargo source.At[period.Date]           `key:"embargo" doc:"Day before which the released report is not published"`
	Next    source.At[period.Date]           `key:"next_release" doc:"Day announced for the next report"`
	Title   source.Text                      `key:"title" doc:"Title of the report; made from the subject of the site and the month when left out"`
	Lead    []source.At[string]              `key:"lead" pattern:"id" doc:"Indicators whose change makes a correction concern the headline"`
	Events  []source.At[string]              `key:"events" pattern:"id" doc:"Events that this report mentions"`
	Notices []Notice                         `key:"notices" doc:"Dated notices above the report"`
	Accept  []source.At[codebook.Acceptance] `key:"accept" doc:"Warnings on this report that are accepted"`
}

// Notice is a dated sentence above a report.
type Notice struct {
	Date source.At[period.Date] `key:"date,required" doc:"Day of the notice"`
	Text source.Text            `key:"text,required" doc:"The sentence"`
}

// FrontMatter is what stands between --- at the top of a report.<lang>.md.
type FrontMatter struct {
	Title       source.At[string]   `key:"title" doc:"Title of the report in this language"`
	Description source.At[string]   `key:"description" doc:"One or two sentences for search engines and lists"`
	MainPoints  []source.At[string] `key:"main_points" doc:"At most six sentences, one message each"`
}
