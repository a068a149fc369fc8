package commentary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/source"
)

func TestContents(t *testing.T) {
	const source1 = "{{figure key}}\n\n" +
		"## Protection *now* {#protection}\n\nIt [fell]{{attestations | fell}} to {{attestations geo=BE}}.\n\n" +
		"### In {{lit 3}} parts\n\n```figure\nid: mine\n```\n\n" +
		"Setext\n------\n\n`{{code}}` and {{grants period=2022-06 | change}}\n"
	var out diag.List
	d := ParseText(source1, nil, source.NewPlaces("a.md", source1, 1).Span, &out)
	var got []string
	for _, e := range d.Contents([]source.At[string]{{Value: "mine"}}) {
		switch {
		case e.Level > 0:
			got = append(got, fmt.Sprintf("%s %s #%s %v", strings.Repeat("#", e.Level), e.Heading, e.Topic, e.Bound))
		case e.Reference != nil:
			got = append(got, e.Reference.Indicator.Value+" "+string(e.Reference.Form.Value))
		default:
			got = append(got, "figure "+e.Figure)
		}
	}
	want := []string{"figure key", "## Protection *now* #protection false", "attestations fell", "attestations value",
		"### In {{lit 3}} parts # true", "figure mine", "## Setext # false", "grants change"}
	if diff := cmp.Diff(want, got); diff != "" || out.Errors() > 0 {
		t.Error(diff, out.Sorted())
	}
}
