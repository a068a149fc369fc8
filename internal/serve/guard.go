package serve

import (
	"fmt"
	"net"
	"net/http"
	"strings"
)

// A guard refuses what a preview does not answer to.
type guard struct {
	host string // that somebody named; "" for this machine alone
}

// permits reports whether a request is to be answered; else it has been, with the reason.
func (g guard) permits(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Robots-Tag", "noindex")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !g.mayAsk(r.Host):
		http.Error(w, fmt.Sprintf("This preview answers to localhost, not to %q.", r.Host), http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "A preview can only be looked at.", http.StatusMethodNotAllowed)
	default:
		return true
	}
	return false
}

// mayAsk reports whether a request was made by a name of this machine, or by the one that
// it was told.
func (g guard) mayAsk(asked string) bool {
	name := asked
	if host, _, err := net.SplitHostPort(asked); err == nil {
		name = host
	}
	name = strings.Trim(name, "[]")
	if ip := net.ParseIP(name); ip != nil { // a number belongs to nobody on the web
		return ip.IsLoopback() || g.host != ""
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || g.host != "" && name == strings.ToLower(g.host)
}
