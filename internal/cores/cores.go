// Package cores spreads work over the processors.
package cores

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1, as many at a time as there are processors. After
// a failure no more are begun; the error is that of the lowest number that failed, so
// that it does not depend on who was faster. A panic goes on in the caller.
func Each(n int, do func(i int) error) error {
	var (
		next    atomic.Int64
		stop    atomic.Bool
		working sync.WaitGroup

		mu      sync.Mutex
		failed  = n
		failure error
		panics  any
	)
	work := func() {
		defer func() {
			if p := recover(); p != nil {
				stop.Store(true)
				mu.Lock()
				defer mu.Unlock()
				panics = fmt.Sprintf("%v\n\n%s", p, debug.Stack())
			}
		}()
		for !stop.Load() {
			i := int(next.Add(1)) - 1
			if i >= n {
				return
			}
			if err := do(i); err != nil {
				stop.Store(true)
				mu.Lock()
				if i < failed {
					failed, failure = i, err
				}
				mu.Unlock()
			}
		}
	}
	for range min(n, runtime.GOMAXPROCS(0)) {
		working.Go(work)
	}
	working.Wait()
	if panics != nil {
		panic(panics)
	}
	return failure
}
