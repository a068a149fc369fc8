package build

import (
	"errors"
	"io/fs"

	"ronde/internal/diag"
	"ronde/internal/publish"
)

// Verify tells whether a published folder holds what its manifest says. Nothing of a
// site is read, and nothing is written.
func Verify(folder string) Result {
	v, err := publish.Verify(folder)
	out := &diag.List{}
	switch {
	case errors.Is(err, publish.ErrNotFolder):
		return Result{Err: diag.Refuse("there is no folder %s: name the folder of a published site", folder)}
	case errors.Is(err, fs.ErrNotExist):
		out.Add(diag.PublicNoManifest(publish.ManifestName))
	case err != nil:
		out.Add(diag.PublicManifest(publish.ManifestName, err.Error()))
	case v.Manifest.Draft:
		out.Add(diag.PublicDrafts(publish.ManifestName))
	}
	for _, d := range v.Deviations {
		out.Add(deviation(d))
	}
	r := Result{Findings: out.Sorted()}
	if out.Errors() == 0 {
		r.Summary = []diag.Phrase{diag.PublishedVerified(len(v.Manifest.Files), folder)}
	}
	return r
}

// deviation says what is found at one place of a published folder.
func deviation(d publish.Deviation) diag.Diagnostic {
	switch d.Is {
	case publish.FileAltered:
		return diag.PublicAltered(d.Path)
	case publish.FileLineEnds:
		return diag.PublicLineEnds(d.Path)
	case publish.FileMissing:
		return diag.PublicMissing(d.Path)
	case publish.FileOtherKind:
		belongs := publish.RegularFile
		if d.Folder {
			belongs = publish.Directory
		}
		return diag.PublicKind(d.Path, entryKinds[d.Stands], entryKinds[belongs], d.Below)
	case publish.FileUnreadable:
		return diag.PublicUnreadable(d.Path, entryKinds[d.Stands], d.Cause, d.Below)
	}
	if d.Stands == publish.Directory {
		return diag.PublicForeignFolder(d.Path, d.Below)
	}
	return diag.PublicForeign(d.Path, entryKinds[d.Stands])
}

// entryKinds are the kinds of entries in words.
var entryKinds = map[publish.EntryKind]string{
	publish.RegularFile: "file", publish.Directory: "folder", publish.SymbolicLink: "symbolic link", publish.Special: "device or pipe",
}
