package site

// Languages is the page at the root: a plain choice of language, without a guess.
type Languages struct {
	Frame
	Choices []LanguageChoice
}

// Kind gives KindLanguages.
func (*Languages) Kind() Kind { return KindLanguages }

// Record gives nil: the page belongs to no language.
func (*Languages) Record() *Record { return nil }

// A LanguageChoice leads to the home page in a language, in its own words.
type LanguageChoice struct {
	Lang  string
	Name  string // Nederlands
	Title string // the name of the site in that language
	Href  string
}
