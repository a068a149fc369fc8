package compare

import (
	"maps"
	"slices"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/period"
)

// A Delivery is a drop in the drop set of only one of two editions.
type Delivery struct {
	Drop     string
	Received period.Date
	Kind     Kind // Appeared or Disappeared
}

// A Shared input is a file of the codebook, or the recurring figures, that differs.
type Shared struct {
	Path string // within the site
	Kind Kind   // Changed, Appeared or Disappeared
}

// inputs tells what came in: the deliveries on which the editions rest, and the shared
// inputs that they sealed.
func (c *Comparison) inputs() {
	before, after := dropsOf(c.Old), dropsOf(c.New)
	for _, id := range slices.Sorted(maps.Keys(merged(before, after))) {
		old, had := before[id]
		new, has := after[id]
		switch {
		case !had:
			c.Deliveries = append(c.Deliveries, Delivery{id, new, Appeared})
		case !has:
			c.Deliveries = append(c.Deliveries, Delivery{id, old, Disappeared})
		}
	}
	was, is := sharedOf(c.Old), sharedOf(c.New)
	for _, path := range slices.Sorted(maps.Keys(merged(was, is))) {
		switch {
		case was[path] == "":
			c.Shared = append(c.Shared, Shared{path, Appeared})
		case is[path] == "":
			c.Shared = append(c.Shared, Shared{path, Disappeared})
		case was[path] != is[path]:
			c.Shared = append(c.Shared, Shared{path, Changed})
		}
	}
}

func merged[V any](a, b map[string]V) map[string]V {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func dropsOf(e *edition.Edition) map[string]period.Date {
	all := map[string]period.Date{}
	for _, d := range e.Drops {
		all[d.ID] = d.Received
	}
	return all
}

// sharedOf gives the hashes of the shared inputs of a sealed edition, by their paths.
func sharedOf(e *edition.Edition) map[string]string {
	all := map[string]string{}
	for _, f := range e.Files {
		if path, ok := strings.CutPrefix(f.Path, "codebook/"); ok {
			all[path] = f.SHA256
		}
	}
	return all
}

// Taken are the deliveries that the newer edition takes in.
func (c *Comparison) Taken() []Delivery {
	return slices.DeleteFunc(slices.Clone(c.Deliveries), func(d Delivery) bool { return d.Kind != Appeared })
}

// sign is how lists show a kind.
func sign(k Kind) string { return map[Kind]string{Appeared: "+", Disappeared: "-", Changed: "~"}[k] }
