package site

// Missing is what readers see at an address that has no page, in all languages of
// the site.
type Missing struct {
	Frame
	Choices []MissingChoice
}

// Kind gives KindMissing.
func (*Missing) Kind() Kind { return KindMissing }

// Record gives nil: there is no page.
func (*Missing) Record() *Record { return nil }

// A MissingChoice is the ways on in a language. All are empty when the site does
// not know its address.
type MissingChoice struct {
	Lang    string
	Home    string
	Search  string
	Reports string
}
