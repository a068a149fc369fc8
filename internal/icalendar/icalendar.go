// Package icalendar writes days on which something is to happen as an iCalendar file
// (RFC 5545), which calendar programs read once or subscribe to.
//
// It knows events that last a whole day and nothing else: no time zones, repetitions,
// alarms or invitations. What is written depends on the values alone; the clock, from
// which other writers take DTSTAMP, is not asked.
package icalendar

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"ronde/internal/period"
)

// A Calendar is a file of events, each in the order given.
type Calendar struct {
	Name     string
	Language string // of all texts, as a language tag: nl-BE
	URL      string // of a page with the same content
	Source   string // of the file itself
	Events   []Event
}

// An Event lasts a whole day.
type Event struct {
	// UID is its name for ever, here and in every other file that holds it.
	UID string
	// Changed is the day on which it became what it is. Sequence grows each time that
	// the day of the event changes, so that programs know which of two is the newer.
	Changed  period.Date
	Sequence int
	Day      period.Date
	// Tentative says that the day may still change.
	Tentative   bool
	Summary     string
	Description string // may be empty
	URL         string
}

// Bytes are the content of the file.
func (c Calendar) Bytes() []byte {
	var b bytes.Buffer
	line := func(property, value string) { fold(&b, property+":"+value) }
	language := ";LANGUAGE=" + c.Language
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Ronde//Release calendar//EN")
	line("CALSCALE", "GREGORIAN")
	line("NAME"+language, escape(c.Name)) // RFC 7986, with the name that older programs read
	line("X-WR-CALNAME", escape(c.Name))
	line("URL", c.URL)
	line("SOURCE;VALUE=URI", c.Source)
	line("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
	for _, e := range c.Events {
		line("BEGIN", "VEVENT")
		line("UID", escape(e.UID))
		line("DTSTAMP", day(e.Changed)+"T120000Z") // at noon it is that day nearly everywhere
		line("DTSTART;VALUE=DATE", day(e.Day))
		line("SUMMARY"+language, escape(e.Summary))
		if e.Description != "" {
			line("DESCRIPTION"+language, escape(e.Description))
		}
		line("URL", e.URL)
		line("STATUS", status(e.Tentative))
		line("SEQUENCE", strconv.Itoa(e.Sequence))
		line("TRANSP", "TRANSPARENT") // nobody is busy that day
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.Bytes()
}

func status(tentative bool) string {
	if tentative {
		return "TENTATIVE"
	}
	return "CONFIRMED"
}

// day writes a day in the basic format: 20231109.
func day(d period.Date) string {
	year, month, day := d.Civil()
	return fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// escape writes a text as the value of a property.
func escape(text string) string { return escapes.Replace(text) }

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// longest is the length of a line in octets, without its end.
const longest = 75

// fold ends a line, in several pieces when it is too long. A piece ends between two
// characters; all but the first begin with a blank, which belongs to no text.
func fold(b *bytes.Buffer, line string) {
	for room := longest; len(line) > room; room = longest - 1 {
		end := room
		for !utf8.RuneStart(line[end]) {
			end--
		}
		b.WriteString(line[:end] + "\r\n ")
		line = line[end:]
	}
	b.WriteString(line + "\r\n")
}
