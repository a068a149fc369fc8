package site

// headers is a file that hosts of static sites read (Netlify, Cloudflare Pages and
// others): what every page says of itself in its head, said for pictures and data
// too, and that files of the theme, whose names change with their content, may be
// kept for ever.
const headers = `/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`

// putHeaders puts the file where a host would read it: at the top of the site, when
// that is the top of the host.
func (s *Site) putHeaders(w *writer) {
	if root := s.basePath(); root == "" || root == "/" {
		w.file("_headers", []byte(headers))
	}
}
