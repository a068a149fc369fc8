package site

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
)

// OnDemand makes single pages and files of a site when somebody looks at them, in place
// of all in their order. Each is what [Site.Phases] gives. What a page needs of others,
// such as the size of a file that it offers, is made for it; the search of a language
// needs all its pages.
//
// It may be used from several goroutines at once; one of them makes at a time.
type OnDemand struct {
	mu     sync.Mutex
	parts  []*demanded // in the order of their phases
	recent []*demanded // whose outputs are kept, the last one that was asked for first
}

// recentParts is how many parts keep what was made of them: a page and its pictures are
// asked for one after the other, and all outputs of a large site would not fit in memory.
const recentParts = 16

// demanded is a part as far as it was asked for.
type demanded struct {
	Part
	phase   int
	made    bool              // once, so that its trace is there
	outputs map[string]Output // by path; nil when they are not kept
}

// OnDemand gives the outputs of the site when they are asked for. The site must not
// change any more.
func (s *Site) OnDemand() *OnDemand {
	d := &OnDemand{}
	for phase, parts := range s.plan(d.before) {
		for _, p := range parts {
			d.parts = append(d.parts, &demanded{Part: p, phase: phase})
		}
	}
	return d
}

// Output gives the output of a path. The error is that of content that could not be
// written; ok is false where the site has no such file.
func (d *OnDemand) Output(path string) (o Output, ok bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.covering(path) {
		if p.outputs == nil {
			outputs, err := p.make()
			if err != nil {
				return Output{}, false, err
			}
			p.outputs = outputs
		}
		d.keep(p)
		if o, ok := p.outputs[path]; ok {
			return o, true, nil
		}
	}
	return Output{}, false, nil
}

// keep remembers that a part was asked for, and forgets the outputs of the one that was
// not for longest.
func (d *OnDemand) keep(p *demanded) {
	d.recent = slices.DeleteFunc(d.recent, func(other *demanded) bool { return other == p })
	d.recent = slices.Insert(d.recent, 0, p)
	if len(d.recent) > recentParts {
		d.recent[recentParts].outputs = nil
		d.recent = d.recent[:recentParts]
	}
}

// covering gives the parts that may have the output of a path, the most likely first.
func (d *OnDemand) covering(path string) []*demanded {
	type candidate struct {
		part    *demanded
		closely int
	}
	var all []candidate
	for _, p := range d.parts {
		closely := -1
		for _, c := range p.covers {
			if strings.HasPrefix(path, c) {
				closely = max(closely, len(c))
			}
		}
		if closely >= 0 {
			all = append(all, candidate{p, closely})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.closely, a.closely) })
	parts := make([]*demanded, len(all))
	for i, c := range all {
		parts[i] = c.part
	}
	return parts
}

// make makes a part. What is written as it is made is held in memory: it is asked for by
// one person at a desk.
func (p *demanded) make() (map[string]Output, error) {
	outputs := map[string]Output{}
	for o := range p.Outputs {
		if o.Write != nil {
			var b bytes.Buffer
			if err := o.Write(&b); err != nil {
				return nil, err
			}
			o = Output{Path: o.Path, Content: b.Bytes()}
		}
		outputs[o.Path] = o
	}
	p.made = true
	return outputs, nil
}

// before answers for the phases before one, from parts that are made for the answer. One
// that fails to write what it offers leaves no size of it, and fails when that is asked for.
func (d *OnDemand) before(phase int) before {
	trace := func(p *demanded) Trace {
		if !p.made {
			_, _ = p.make()
		}
		return p.Trace()
	}
	return before{
		size: func(path string) (bytes int, known bool) {
			for _, p := range d.covering(path) {
				if p.phase < phase {
					if bytes, known = trace(p).Sizes[path]; known {
						return bytes, true
					}
				}
			}
			return 0, false
		},
		cards: func(lang string) []Card {
			var all []Card
			for _, p := range d.parts {
				if p.phase < phase && p.writer.lang == lang {
					all = append(all, trace(p).Cards...)
				}
			}
			return all
		},
		places: func() []Place {
			var all []Place
			for _, p := range d.parts {
				if p.phase < phase {
					all = append(all, trace(p).Places...)
				}
			}
			return all
		},
	}
}
