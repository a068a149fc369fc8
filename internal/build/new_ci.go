package build

import (
	"io/fs"
	"net/url"
	"regexp"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/scaffold"
)

// CIRequest is what is said of the pipeline of a site. What is missing and has no default
// is asked for.
type CIRequest struct {
	Host     string // scaffold.GitHub or GitLab
	Program  string
	Checksum string
	Branch   string
	Strict   bool
	Preview  bool
	Ask      Ask
}

var (
	checksum = regexp.MustCompile(`^[0-9a-f]{64}$`)
	branch   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)
)

// NewCI writes the pipeline of a site. With a disclosure rule in a contract it writes none
// that shows drafts.
func NewCI(fsys fs.FS, folder string, r CIRequest) Result {
	w, ok := openBook(fsys)
	if !ok {
		return w.result()
	}
	var protected []string
	for _, contract := range w.book.Contracts {
		if contract.Disclosure != nil {
			protected = append(protected, contract.ID.Span.File)
		}
	}
	if r.Preview && len(protected) > 0 {
		return w.usage(diag.Refuse("--preview: %s has a disclosure rule: a draft may show what the rule hides in the end, and whoever can open a preview has read it. Leave --preview out, and look at drafts with ronde serve, on your own machine", strings.Join(protected, ", ")))
	}
	if w.book.Site.BaseURL == "" {
		return w.usage(diag.Refuse("ronde.yaml has no base_url: before each publication the pipeline asks there what readers have, so say first where the site will stand"))
	}
	if err := r.complete(); err != nil {
		return w.usage(err)
	}
	files, err := scaffold.CI(scaffold.CIRequest{
		Host: r.Host, Program: r.Program, Checksum: r.Checksum,
		Online: w.book.Site.BaseURL, Zone: w.book.Site.TimeZone,
		Branch: r.Branch, Strict: r.Strict, Preview: r.Preview, Protected: protected,
	})
	if err != nil {
		return w.usage(notMade(err))
	}
	result := w.placeNew(folder, files)
	if result.Err == nil && len(protected) > 0 {
		result.Summary = append(result.Summary, diag.NoPreviewInCI(protected))
	}
	return result
}

// complete asks for what was not said, and looks at all of it.
func (r *CIRequest) complete() (err error) {
	if r.Program == "" {
		if r.Program, err = r.Ask("program", diag.Say("address of the program of ronde for Linux"), ""); err != nil {
			return err
		}
	}
	if r.Checksum == "" {
		if r.Checksum, err = r.Ask("checksum", diag.Say("its SHA-256, as in the file SHA256SUMS beside it"), ""); err != nil {
			return err
		}
	}
	r.Checksum = strings.ToLower(r.Checksum)
	at, err := url.Parse(r.Program)
	switch {
	case err != nil || at.Host == "" || at.Scheme != "https" && at.Scheme != "http":
		return diag.Refuse("--program is an address such as https://example.org/ronde_1.0.0_linux_amd64, not %q", r.Program)
	case at.User != nil:
		return diag.Refuse("--program holds a name or a password: everybody who reads the repository would read it too")
	case !checksum.MatchString(r.Checksum):
		return diag.Refuse("--checksum is a SHA-256 of 64 digits and letters from a to f, as sha256sum prints it, not %q", r.Checksum)
	case !branch.MatchString(r.Branch):
		return diag.Refuse("--branch is the name of a branch such as main, not %q", r.Branch)
	}
	return nil
}
