package site

// A Redirect is what remains at an address whose page has moved.
type Redirect struct {
	Frame
	To    string // relative address of the page
	Title string // its title
}

// Kind gives KindRedirect.
func (*Redirect) Kind() Kind { return KindRedirect }

// Record gives nil: the page it leads to is found by its former names.
func (*Redirect) Record() *Record { return nil }
