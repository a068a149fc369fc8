package site

// Search is the search of the site in one language. Without a script it is the
// list of all pages.
type Search struct {
	Frame
	// Index is the address of the file that the script searches.
	Index   string
	Letters []SearchLetter
}

// Kind gives KindSearch.
func (*Search) Kind() Kind { return KindSearch }

// Record gives nil: every page leads here.
func (*Search) Record() *Record { return nil }

// A SearchLetter is the pages whose titles begin with one letter, or with a
// figure.
type SearchLetter struct {
	Letter  string // A, or 0–9
	Anchor  string // a, or 0
	Entries []SearchEntry
}

// A SearchEntry is a page in the list.
type SearchEntry struct {
	Title string
	Href  string
	Lang  string // of the title where it is not that of the page; may be empty
	// Kind is empty where the title is what the theme calls it; Within says to
	// what the page belongs, and may be empty.
	Kind   Kind
	Within string
}
