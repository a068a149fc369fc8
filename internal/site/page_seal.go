package site

// A Seal says whether text came from an edition, and in which language it was
// sealed. The fields that are sealed when their page has a Seal carry the tag
// sealed:"yes"; a template puts the attribute data-edition on the smallest
// element around each of them, and no word of the interface inside it. The text
// within data-edition is what never changes after a release, whatever becomes of
// the theme, its texts and the shared inputs.
//
// The zero Seal marks nothing: a page that shows the fold of all editions is
// made again at each release.
type Seal struct {
	Sealed bool
	// Lang is the language of the sealed text; marked when it is not the
	// page's own. Empty means the page's own.
	Lang string
}
