package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// runAt runs the program in this process with another clock.
func runAt(clock time.Time, args ...string) (said string, code int) {
	var out bytes.Buffer
	code = run(args, &out, &out, func(string) string { return "" }, func() time.Time { return clock })
	return out.String(), code
}

// A release that is given no date is dated the day that it is where the
// organisations are, wherever the machine stands, also on the two days a year
// when the clock changes.
func TestDayOfARelease(t *testing.T) {
	for _, c := range []struct{ zone, instant, day string }{
		{"Europe/Brussels", "2022-09-05T21:59:59Z", "2022-09-05"},
		{"Europe/Brussels", "2022-09-05T22:00:00Z", "2022-09-06"}, // midnight in Brussels
		{"Europe/Brussels", "2022-10-29T22:30:00Z", "2022-10-30"}, // summer time ends this night
		{"Europe/Brussels", "2022-10-30T22:30:00Z", "2022-10-30"},
		{"Europe/Brussels", "2022-10-30T23:00:00Z", "2022-10-31"},
		{"Europe/Brussels", "2023-03-25T22:59:59Z", "2023-03-25"}, // summer time begins this night
		{"Europe/Brussels", "2023-03-26T22:00:00Z", "2023-03-27"},
		{"Pacific/Kiritimati", "2022-09-05T10:00:00Z", "2022-09-06"},
		{"America/Los_Angeles", "2022-12-31T23:00:00Z", "2022-12-31"},
		{"UTC", "2022-09-05T23:59:59Z", "2022-09-05"},
	} {
		instant, err := time.Parse(time.RFC3339, c.instant)
		if err != nil {
			t.Fatal(err)
		}
		for _, machine := range []string{"UTC", "Pacific/Kiritimati", "America/Los_Angeles"} {
			place, err := time.LoadLocation(machine)
			if err != nil {
				t.Fatal(err)
			}
			site := newSite(t)
			appendTo(t, filepath.Join(site, "ronde.yaml"), "time_zone: "+c.zone+"\n")
			said, code := runAt(instant.In(place), "release", "2022-07", "--site", site)
			if code != exitFine || !strings.HasPrefix(said, "released 2022-07@1, dated "+c.day+":") {
				t.Errorf("%s in %s, on a machine in %s: %s", c.instant, c.zone, machine, said)
			}
		}
	}
}

// Without a time zone the day is that of the machine; a zone that does not exist
// is said, and a date that is given needs none.
func TestDayWithoutATimeZone(t *testing.T) {
	instant := time.Date(2022, 9, 6, 0, 30, 0, 0, time.FixedZone("", 14*3600))
	if said, code := runAt(instant, "release", "2022-07", "--site", newSite(t)); code != exitFine || !strings.Contains(said, "dated 2022-09-06:") {
		t.Errorf("said: %s", said)
	}
	site := newSite(t)
	appendTo(t, filepath.Join(site, "ronde.yaml"), "time_zone: Europe/Brusels\n")
	const want = "ronde: ronde.yaml: there is no time zone \"Europe/Brusels\": mend time_zone, or name the day yourself\n"
	if said, code := runAt(instant, "release", "2022-07", "--site", site); code != exitUsage || said != want {
		t.Errorf("said: %s", said)
	}
	if said, code := runAt(instant, "release", "2022-07", "--site", site, "--date", "2022-09-05"); code != exitFine {
		t.Errorf("said: %s", said)
	}
}

// A status is of the day that it is where the site is; a day that is named needs no clock.
func TestDayOfStatus(t *testing.T) {
	site := newSite(t)
	appendTo(t, filepath.Join(site, "ronde.yaml"), "time_zone: Europe/Brussels\n")
	instant := time.Date(2022, 9, 5, 22, 30, 0, 0, time.UTC)
	for day, args := range map[string][]string{"2022-09-06": {"status"}, "2022-09-04": {"status", "--now", "2022-09-04"}} {
		if said, code := runAt(instant, append(args, "--site", site)...); code != exitFine || !strings.HasPrefix(said, "on "+day+", ") {
			t.Errorf("%v: %s", args, said)
		}
	}
}

// A redo keeps the date of its edition, whatever the clock says.
func TestRedoAsksNoClock(t *testing.T) {
	site := newSite(t)
	mustRun(t, site, july...)
	said, code := runAt(time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC), "release", "--redo", "2022-07@1", "--site", site)
	if code != exitFine || !strings.HasPrefix(said, "released 2022-07@1, dated 2022-09-05:") {
		t.Errorf("said: %s", said)
	}
}

// The day that reproducible builds are told is one of UTC, on every machine.
func TestSiteDateOfTheEnvironment(t *testing.T) {
	for epoch, want := range map[string]string{
		"1662422399":    "the site date is before the newest release: 2022-09-05 is before 2022-07@1, released on 2022-09-06: raise site_date in ronde.yaml, or say --now 2022-09-06",
		"1662422400":    "", // 2022-09-06, midnight
		"2022-09-06":    `SOURCE_DATE_EPOCH is a number of seconds since 1970, not "2022-09-06"`,
		"1662422400000": "SOURCE_DATE_EPOCH is a number of seconds since 1970, and 1662422400000 lies in the year 54650",
		"-1":            "SOURCE_DATE_EPOCH is a number of seconds since 1970, and -1 lies in the year 1969",
	} {
		site := newSite(t)
		mustRun(t, site, "release", "2022-07", "--date", "2022-09-06")
		for _, zone := range []string{"Pacific/Kiritimati", "America/Los_Angeles"} {
			p := ronde(site, "check")
			p.Env = append(p.Env, "SOURCE_DATE_EPOCH="+epoch, "TZ="+zone)
			err := p.Run()
			if said := p.said.String(); (want == "") != (err == nil) || want != "" && said != "ronde: "+want+"\n" {
				t.Errorf("%s in %s: %v: %s", epoch, zone, err, said)
			}
		}
	}
}

// The same site gives the same bytes in every time zone and with files that seem
// to come from the past or the future: editions, pages and what is said.
func TestRealTimeZones(t *testing.T) {
	type outcome struct{ site, public, said string }
	run := func(zone string, files time.Time) outcome {
		site := newSite(t)
		public := filepath.Join(t.TempDir(), "public")
		var said strings.Builder
		for _, args := range [][]string{july, august, {"check"}, {"build", "--out", public}, {"build", "--out", public, "--format", "json"}} {
			date(t, site, files)
			p := ronde(site, args...)
			p.Env = append(p.Env, "TZ="+zone)
			if err := p.Run(); err != nil {
				t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, p.said.String())
			}
			said.WriteString(strings.ReplaceAll(p.said.String(), public, "public"))
		}
		return outcome{site, public, said.String()}
	}
	want := run("UTC", time.Time{})
	for zone, files := range map[string]time.Time{
		"Pacific/Kiritimati":  time.Date(1985, 3, 31, 2, 30, 0, 0, time.UTC),
		"America/Los_Angeles": time.Date(2199, 10, 27, 2, 30, 0, 0, time.UTC),
	} {
		got := run(zone, files)
		if got.said != want.said {
			t.Errorf("%s: said\n%s\nand not\n%s", zone, got.said, want.said)
		}
		sameFolder(t, want.site, got.site)
		sameFolder(t, want.public, got.public)
	}
}

// date gives every file of a site one time, unless it is zero.
func date(t *testing.T, site string, when time.Time) {
	t.Helper()
	if when.IsZero() {
		return
	}
	err := filepath.WalkDir(site, func(name string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(name, when, when)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func appendTo(t *testing.T, name, line string) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(content, line...), 0o644); err != nil {
		t.Fatal(err)
	}
}
