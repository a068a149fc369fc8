package codebook

import (
	"ronde/internal/period"
)

// makeIndex finds the place of each code under its name and its former names. It
// is called by Load; a list of a few hundred communes is asked once for every
// row of a drop.
func (l *CodeList) makeIndex() {
	l.byName = make(map[string]int, len(l.Codes))
	for i, c := range l.Codes {
		for _, old := range c.Formerly {
			if _, taken := l.byName[old.Value]; !taken {
				l.byName[old.Value] = i
			}
		}
	}
	for i := len(l.Codes) - 1; i >= 0; i-- { // of two equal codes, which Load reports, the first
		l.byName[l.Codes[i].Code.Value] = i
	}
}

// Code finds a code by its name or a former one.
func (l *CodeList) Code(name string) (*Code, bool) {
	i, ok := l.byName[name]
	if !ok {
		return nil, false
	}
	return &l.Codes[i], true
}

// Index is the place of a code in the list, which is its place in tables; -1
// for a name that is no code.
func (l *CodeList) Index(name string) int {
	if i, ok := l.byName[name]; ok {
		return i
	}
	return -1
}

// CodeNames lists the codes in the order of the list.
func (l *CodeList) CodeNames() []string {
	names := make([]string, len(l.Codes))
	for i, c := range l.Codes {
		names[i] = c.Code.Value
	}
	return names
}

// Parent is the code one level up: the declared one, else the total; "" for
// the total itself.
func (l *CodeList) Parent(code string) string {
	c, ok := l.Code(code)
	if !ok || c.Code.Value == l.Total.Value {
		return ""
	}
	if p, ok := l.Code(c.Parent.Value); ok {
		return p.Code.Value
	}
	return l.Total.Value
}

// Children lists the codes whose parent is the given one, in list order.
func (l *CodeList) Children(code string) []*Code {
	var children []*Code
	c, ok := l.Code(code)
	if !ok {
		return nil
	}
	for i := range l.Codes {
		if l.Parent(l.Codes[i].Code.Value) == c.Code.Value {
			children = append(children, &l.Codes[i])
		}
	}
	return children
}

// IsAncestor reports whether one code stands above another, at any distance.
func (l *CodeList) IsAncestor(above, below string) bool {
	a, ok := l.Code(above)
	if !ok {
		return false
	}
	for p, steps := l.Parent(below), 0; p != "" && steps <= len(l.Codes); p, steps = l.Parent(p), steps+1 {
		if p == a.Code.Value {
			return true
		}
	}
	return false
}

// Level finds a level by its id, with its place from the top.
func (l *CodeList) Level(id string) (level *Level, place int, ok bool) {
	for i := range l.Levels {
		if id != "" && l.Levels[i].ID.Value == id {
			return &l.Levels[i], i, true
		}
	}
	return nil, -1, false
}

// AtLevel lists the codes of a level, in list order.
func (l *CodeList) AtLevel(id string) []*Code {
	var codes []*Code
	for i := range l.Codes {
		if id != "" && l.Codes[i].Level.Value == id {
			codes = append(codes, &l.Codes[i])
		}
	}
	return codes
}

// Summable reports whether codes of a level may be summed.
func (l *Level) Summable() bool { return l.Partition == nil || *l.Partition }

// Parts lists the codes whose sum is the total of the list: those of the given
// level, or the children of the total when level is "".
func (l *CodeList) Parts(level string) []*Code {
	if level == "" {
		return l.Children(l.Total.Value)
	}
	return l.AtLevel(level)
}

// Label is what readers see for a code, in the first of the languages that has
// a label; the code itself when none has. language is "" for a label that is
// the same in every language.
func (l *CodeList) Label(code string, languages ...string) (label, language string) {
	if c, ok := l.Code(code); ok {
		if label, language, ok := c.Label.First(languages...); ok {
			return label, language
		}
	}
	return code, ""
}

// ValidIn reports whether the code exists at some time in the period.
func (c *Code) ValidIn(p period.Period) bool {
	return (c.From.IsZero() || p.End() >= c.From.Start()) && (c.Until.IsZero() || p.Start() <= c.Until.End())
}
