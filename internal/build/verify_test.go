package build

import (
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/publish"
)

func TestUnreadable(t *testing.T) {
	for _, test := range []struct {
		found publish.Deviation
		want  string
	}{
		{
			publish.Deviation{Path: "nl/index.html", Is: publish.FileUnreadable, Stands: publish.RegularFile, Cause: "open nl/index.html: permission denied"},
			`nl/index.html: error: this file cannot be read, so nobody can tell whether it is as it was published [public-unreadable]
  note: open nl/index.html: permission denied
  hint: let the person who runs this read it, and verify again
1 error
`,
		},
		{
			publish.Deviation{Path: "nl", Is: publish.FileUnreadable, Stands: publish.Directory, Folder: true, Below: 12, Cause: "open nl: permission denied"},
			`nl: error: this folder cannot be read, so nobody can tell whether it is as it was published [public-unreadable]
  note: open nl: permission denied
  note: 12 published files in it could not be compared
  hint: let the person who runs this read it, and verify again
1 error
`,
		},
		{
			publish.Deviation{Path: ".git", Is: publish.FileForeign, Stands: publish.Directory, Below: -1},
			`.git: notice: Ronde did not write this folder; its content cannot be read [public-foreign]
  hint: nothing to do if somebody put it there on purpose, as a CNAME: publishing keeps it. Otherwise remove it: readers can open it
1 notice
`,
		},
	} {
		var b strings.Builder
		if err := diag.WriteText(&b, []diag.Diagnostic{deviation(test.found)}, nil, diag.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if b.String() != test.want {
			t.Errorf("%s\nwant\n%s", b.String(), test.want)
		}
	}
}
