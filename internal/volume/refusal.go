package volume

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

// A Refusal is what an error of the file system means to somebody who does not
// read errno.
type Refusal struct {
	What string // a clause: "the disk is full"
	Way  string // what to do, a clause: "make room on it"
	At   string // what the system said, with the path; the first of joined errors
}

// Refused gives the refusal in an error; ok is false for an error that needs no
// other words than its own.
func Refused(err error) (r Refusal, ok bool) {
	switch {
	case full(err):
		r = Refusal{What: "the disk is full", Way: "make room on it"}
	case readOnly(err):
		r = Refusal{What: "the disk can be read only", Way: "make it writable, or use a folder on another disk"}
	case errors.Is(err, fs.ErrPermission):
		r = Refusal{What: "writing is not allowed", Way: "look who may write there, and whether another program has a file of it open"}
	default:
		return Refusal{}, false
	}
	r.At = Cause(err)
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		r.At = path.Error()
	case errors.As(err, &link):
		r.At = link.Error()
	}
	return r, true
}

// Cause is the text of an error for the end of a message: on one line, also
// where several errors were joined.
func Cause(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
