package cube

// A numbering gives values numbers, in the order in which they first come.
//
// The rows of a delivery follow each other in the same turn again and again: all
// communes of a month, then all of the next. So what came after a value the last time
// is looked at before the map, which takes ten times as long.
type numbering[K comparable] struct {
	values []K
	index  map[K]int32
	next   []int32 // by number: what came after it the last time
	last   int32
}

// number gives the number of a value, a new one if it never came.
func (s *numbering[K]) number(value K) int32 {
	if len(s.values) > 0 {
		if guess := s.next[s.last]; s.values[guess] == value {
			s.last = guess
			return guess
		}
	}
	n, known := s.index[value]
	if !known {
		if s.index == nil {
			s.index = map[K]int32{}
		}
		n = int32(len(s.values))
		s.index[value] = n
		s.values = append(s.values, value)
		s.next = append(s.next, n)
	}
	s.next[s.last], s.last = n, n
	return n
}
