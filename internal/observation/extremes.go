package observation

import "ronde/internal/number"

// Extremes gives the places of the first lowest and the first highest of n values,
// -1 for one that there is not or that a bound leaves open: less than 40 cannot be
// above a highest value of 40, more than 30 can. at gives a value, and known false
// for a place without one.
func Extremes(n int, at func(i int) (value number.Decimal, q Qualifier, known bool)) (low, high int) {
	low, high = -1, -1
	var least, most number.Decimal
	var bounds []int
	for i := range n {
		value, q, known := at(i)
		switch {
		case !known:
			continue
		case q.Bound():
			bounds = append(bounds, i)
			continue
		}
		if low < 0 || value < least {
			low, least = i, value
		}
		if high < 0 || value > most {
			high, most = i, value
		}
	}
	for _, i := range bounds {
		value, q, _ := at(i)
		if q == Upper || value < least {
			low = -1
		}
		if q == Lower || value > most {
			high = -1
		}
	}
	return low, high
}
