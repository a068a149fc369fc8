package codebook

import (
	"slices"

	"ronde/internal/diag"
)

func (c *checker) codeList(l *CodeList) {
	c.label("code list", l.ID, "name", l.Name)
	levels := map[string]diag.Span{}
	for _, level := range l.Levels {
		if first, taken := levels[level.ID.Value]; taken {
			c.out.Add(diag.DuplicateID(level.ID.Span, "level", level.ID.Value, first))
		}
		levels[level.ID.Value] = level.ID.Span
	}
	unique(c, "code", l.Codes, codeNames)
	if c.SetAside(l.ID.Span.File) {
		return
	}
	if _, ok := l.Code(l.Total.Value); !ok && l.Total.Value != "" {
		c.out.Add(diag.NoTotal(l.Total.Span, l.Total.Value, l.ID.Value, l.CodeNames()))
	}
	for i := range l.Codes {
		c.codeEntry(l, &l.Codes[i])
	}
	c.parentCycles(l)
	c.tiles(l)
}

func (c *checker) codeEntry(l *CodeList, code *Code) {
	c.label("code", code.Code, "label", code.Label)
	c.order(code.Code.Span, diag.Say("code %s", diag.Quote(code.Code.Value)), code.From, code.Until)
	_, place, known := l.Level(code.Level.Value)
	if !known && code.Level.Value != "" {
		c.out.Add(diag.UnknownID(code.Level.Span, "level", code.Level.Value, l.levelIDs()))
	}
	if code.Parent.Value != "" {
		if code.Code.Value == l.Total.Value {
			c.out.Add(diag.TotalHasParent(code.Parent.Span, code.Code.Value))
		} else if parent, ok := c.code(l, code.Parent); ok && known {
			if _, above, ok := l.Level(parent.Level.Value); ok && above >= place {
				c.out.Add(diag.ParentLevel(code.Parent.Span, code.Code.Value, code.Level.Value, parent.Code.Value, parent.Level.Value))
			}
		}
	}
	for _, old := range code.Replaces {
		replaced, ok := c.code(l, old)
		switch {
		case !ok:
		case replaced.Code.Value == code.Code.Value:
			c.out.Add(diag.ReplacesItself(old.Span, code.Code.Value))
		case replaced.Until.IsZero():
			c.out.Add(diag.NoUntil(old.Span, replaced.Code.Value, code.Code.Value, replaced.Code.Span))
		}
	}
}

func (l *CodeList) levelIDs() []string {
	ids := make([]string, len(l.Levels))
	for i, level := range l.Levels {
		ids[i] = level.ID.Value
	}
	return ids
}

// parentCycles reports each circle of parents once, at the code of it that
// stands first in the list.
func (c *checker) parentCycles(l *CodeList) {
	reported := map[string]bool{}
	for _, start := range l.Codes {
		path := l.circle(start.Code.Value)
		if path == nil || reported[start.Code.Value] {
			continue
		}
		for _, name := range path {
			reported[name] = true
		}
		c.out.Add(diag.ParentCycle(start.Parent.Span, append(path, start.Code.Value)))
	}
}

// circle follows declared parents from a code and gives the way if it leads
// back there; nil otherwise, also when it ends in a circle further up.
func (l *CodeList) circle(start string) []string {
	var path []string
	for name := start; ; {
		path = append(path, name)
		code, ok := l.Code(name)
		if !ok || code.Code.Value == l.Total.Value {
			return nil
		}
		parent, ok := l.Code(code.Parent.Value)
		switch {
		case !ok:
			return nil
		case parent.Code.Value == start:
			return path
		case slices.Contains(path, parent.Code.Value):
			return nil
		}
		name = parent.Code.Value
	}
}
