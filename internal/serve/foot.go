package serve

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"ronde/internal/diag"
)

// withFoot puts what a preview adds at the end of a page: what is wrong with the site, and
// the script that loads the page anew. The foot is a tree of its own (shadow root), so that
// neither the style of the theme reaches it nor its style the page.
func (s *Server) withFoot(page []byte, shown version) []byte {
	foot := fmt.Sprintf(`<div id="ronde-preview"><template shadowrootmode="open">%s</template></div>`+
		`<script src="%spreview.js" data-version="%s" defer></script>`, s.foot(), own, shown)
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return append(append(bytes.Clone(page[:at]), foot...), page[at:]...)
}

// foot is what is wrong with the site, worst first, as a fragment of HTML.
func (s *Server) foot() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<link rel="stylesheet" href="%spreview.css">`, own)
	result := s.preview.Result()
	if result.Err == nil && len(result.Findings) == 0 {
		return b.Bytes()
	}
	failed := s.preview.Failed()
	open, kind := "", "calm"
	if failed {
		open, kind = " open", "failed"
	}
	fmt.Fprintf(&b, `<aside lang="%s" aria-label="%s" class="%s"><details%s><summary><span role="status">%s</span></summary>`,
		s.text.Language.Tag(), s.say(diag.Say("What was found")), kind, open, html.EscapeString(s.summary(failed)))
	if result.Err != nil {
		fmt.Fprintf(&b, "<pre>%s</pre>", html.EscapeString(diag.Visible(result.Err.Error())))
	}
	if len(result.Findings) > 0 {
		var text strings.Builder
		// A strings.Builder takes everything.
		_ = diag.WriteText(&text, diag.BySeverity(diag.Gather(result.Findings)), result.Excerpt, s.text)
		fmt.Fprintf(&b, "<pre tabindex=\"0\">%s</pre>", html.EscapeString(text.String()))
	}
	b.WriteString("</details></aside>")
	return b.Bytes()
}

// summary says in a line what the state of the preview is.
func (s *Server) summary(failed bool) string {
	result := s.preview.Result()
	counts := diag.Count(diag.Gather(result.Findings), s.text.Language)
	switch {
	case result.Err != nil:
		return s.say(diag.Say("The site cannot be shown as it is"))
	case failed && s.preview.Shows():
		return counts + ". " + s.say(diag.Say("The pages stay as they were"))
	}
	return counts
}

func (s *Server) say(p diag.Phrase) string { return p.In(s.text.Language) }

// plainPage is a page where the site has none to show.
func (s *Server) plainPage(title, text diag.Phrase) []byte {
	return fmt.Appendf(nil, "<!doctype html>\n<html lang=\"%[4]s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>%[1]s</title>"+
		"<link rel=\"stylesheet\" href=\"%[3]spreview.css\"></head><body class=\"plain\"><main><h1>%[1]s</h1><p>%[2]s</p></main></body></html>\n",
		html.EscapeString(s.say(title)), html.EscapeString(s.say(text)), own, s.text.Language.Tag())
}
