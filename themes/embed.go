// Package themes holds the default theme, so that the program needs no file
// beside it. A site overrides single files of it from its own themes folder.
package themes

import (
	"embed"
	"io/fs"
)

// The folder interactive is left out: it is what `make site` makes the script of
// interactive charts from. The script itself lies among the assets, when it was
// made.
//
//go:embed default/templates default/texts default/assets
var files embed.FS

// Default gives the default theme: templates, texts and assets at its root.
func Default() fs.FS {
	theme, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // only a malformed path gives an error, and this one is constant
	}
	return theme
}
