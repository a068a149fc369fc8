// Package render turns a page into bytes: typed data, shown by the template of
// its kind. One page at a time: nothing of a page stays in memory after its
// bytes are handed over.
//
// The same theme and the same page give the same bytes. Templates escape every
// value for the place where it stands; only rendered Markdown, which the
// commentary makes without raw HTML, passes as it is.
package render

import (
	"bytes"
	"fmt"
	"sync"

	"ronde/internal/site"
	"ronde/internal/theme"
)

// Render gives the HTML of a page, in the language of its frame. An error means
// that the theme was not loaded for the language or that a template failed,
// which a theme that loaded without error does on no page with valid words.
// Nothing is given out of a page that failed half way: a caller that streamed
// it would have published the first half.
func Render(t *theme.Theme, page site.Page) ([]byte, error) {
	lang := page.Common().Lang
	layout := t.Template(page.Kind(), lang)
	if layout == nil {
		return nil, fmt.Errorf("the theme has no page of kind %s in %q", page.Kind(), lang)
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := layout.ExecuteTemplate(b, "page", page); err != nil {
		return nil, fmt.Errorf("page of kind %s in %q: %w", page.Kind(), lang, err)
	}
	return bytes.Clone(b.Bytes()), nil
}

// buffers have the room of the pages before: without them a page would be copied each
// time that it has become twice as long.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
