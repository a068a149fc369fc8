package drop

// A givenIndex finds the cell that gave an observation, by its series and the place
// of its period. A delivery has nearly every period in every series, so each series
// has a list by period; a map of a million keys takes eight times the memory, and a
// quarter of the time in which a delivery is read. What lies far beyond the rest of
// its series is in a map, so that a few periods of many series take no room for
// all of them.
type givenIndex struct {
	series []periodList
	far    map[uint64]int32
}

// A periodList holds for each period of a series 1 more than the place in
// reader.given, and 0 for none.
type periodList struct {
	at    []int32
	count int
}

// find gives the place in reader.given.
func (x *givenIndex) find(series int32, period int) (place int32, ok bool) {
	if int(series) < len(x.series) {
		if at := x.series[series].at; period < len(at) && at[period] != 0 {
			return at[period] - 1, true
		}
	}
	place, ok = x.far[farKey(series, period)]
	return place, ok
}

// put adds a key that is not there yet.
func (x *givenIndex) put(series int32, period int, place int32) {
	for len(x.series) <= int(series) {
		x.series = append(x.series, periodList{})
	}
	s := &x.series[series]
	if s.count++; period >= 4*s.count+8 {
		if x.far == nil {
			x.far = map[uint64]int32{}
		}
		x.far[farKey(series, period)] = place
		return
	}
	for len(s.at) <= period {
		s.at = append(s.at, 0)
	}
	s.at[period] = place + 1
}

func farKey(series int32, period int) uint64 { return uint64(series)<<32 | uint64(uint32(period)) }
