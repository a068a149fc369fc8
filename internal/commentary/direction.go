package commentary

import (
	"ronde/internal/diag"
	"ronde/internal/observation"
)

// directed warns of a change that is printed without its sign where no assertion of the
// paragraph checks the direction that the words give it: next month they may be wrong, and
// nothing else would say so.
func (b *Binder) directed(d *Document, p *piece, key observation.Key) {
	for n := range d.pieces {
		other := &d.pieces[n]
		if other.whole != p.whole {
			continue
		}
		switch other.ref.Form.Value {
		case Rose, Fell, Unchanged:
			if b.about(&other.ref) == key {
				return
			}
		}
	}
	b.out.Add(diag.DirectionUnchecked(p.ref.Span, key.String(), string(p.ref.Form.Value), string(p.ref.Form.Value.Signed())))
}

// about is the key of a reference, whose faults are said elsewhere.
func (b *Binder) about(ref *Reference) observation.Key {
	silent := &Binder{Binding: b.Binding, out: &diag.List{}}
	s, _ := silent.lookup(ref)
	return s.key
}
