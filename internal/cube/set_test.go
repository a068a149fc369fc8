package cube

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

func ids(drops []*drop.Drop) []string {
	var all []string
	for _, d := range drops {
		all = append(all, d.ID.String())
	}
	return all
}

func TestSetOf(t *testing.T) {
	b := book(t)
	d := func(id, received string) *drop.Drop { return cubetest.Drop(t, b, id, received, "") }
	missed := d("2022-07/a/snap", "2022-08-14")
	missed.Description.Missed = source.At[period.Period]{Value: month("2022-07"), Span: diag.FileSpan("x")}
	drops := []*drop.Drop{
		d("2022-08/a/inc", "2022-08-01"),
		d("2022-07/a/inc.2", "2022-08-15"),
		d("2022-07/a/ser", "2022-08-16"),
		d("2022-06/a/inc", "2022-08-15"),
		missed,
		d("2022-07/a/inc", "2022-08-15"),
	}
	released := func(p period.Period) bool { return p == month("2022-07") }
	for _, test := range []struct {
		name, round, cutoff string
		released            func(period.Period) bool
		want, late          []string
	}{
		{"received by the cutoff, earlier rounds too", "2022-07", "2022-08-15", nil,
			[]string{"2022-07/a/snap", "2022-06/a/inc", "2022-07/a/inc", "2022-07/a/inc.2"}, []string{"2022-07/a/ser"}},
		{"a missed drop is not in the released round", "2022-07", "2022-08-15", released,
			[]string{"2022-06/a/inc", "2022-07/a/inc", "2022-07/a/inc.2"}, []string{"2022-07/a/ser"}},
		{"it counts from the next release on", "2022-08", "2022-08-15", released,
			[]string{"2022-08/a/inc", "2022-07/a/snap", "2022-06/a/inc", "2022-07/a/inc", "2022-07/a/inc.2"}, []string{"2022-07/a/ser"}},
		{"an earlier round", "2022-06", "2022-08-15", nil, []string{"2022-06/a/inc"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := SetOf(drops, month(test.round), day(test.cutoff), test.released)
			if diff := cmp.Diff(test.want, ids(s.Drops())); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.late, ids(s.Late())); diff != "" {
				t.Error("late:", diff)
			}
		})
	}
}

func TestSetWith(t *testing.T) {
	b := book(t)
	july := cubetest.Drop(t, b, "2022-07/a/inc", "2022-08-10", "grants 2022-07 3159")
	august := cubetest.Drop(t, b, "2022-08/a/inc", "2022-09-10", "grants 2022-07 3156\ngrants 2022-08 40")
	august.Withdrawn = []drop.Withdrawn{{Key: cubetest.Key(t, "grants 2022-08")}, {Key: cubetest.Key(t, "grants 2022-06")}}
	s := SetFrom([]*drop.Drop{july}, month("2022-07"), day("2022-08-15"))
	with := s.With(august, july)
	if diff := cmp.Diff([]string{"2022-07/a/inc", "2022-08/a/inc"}, ids(with.Drops())); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(lines("grants 2022-07 3156 2022-08/a/inc"), facts(New(b, with))); diff != "" {
		t.Error("of a later round's drop the rows up to the round count:", diff)
	}
	if len(s.Drops()) != 1 || len(august.Observations) != 2 || len(august.Withdrawn) != 2 {
		t.Error("With changed its inputs")
	}
	if n := len(with.Drops()[1].Withdrawn); n != 1 {
		t.Errorf("%d withdrawals of the later drop count, want 1", n)
	}
}
