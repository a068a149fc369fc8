package site

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"ronde/internal/period"
	"ronde/internal/seal"
)

// ErrPreview is the reason why the list of a preview is none of what is online.
var ErrPreview = errors.New("this is the list of a preview")

// ParseVersions reads what versions.json holds. The error says, as a clause, what makes
// it no list of editions that Ronde wrote.
func ParseVersions(text []byte) (Versions, error) {
	var v Versions
	// The format comes first: a later one may well have other keys.
	if err := json.Unmarshal(text, &v); err != nil {
		return Versions{}, fmt.Errorf("it is not written as JSON: %w", err)
	}
	if v.Format != versionsNow {
		if strings.HasPrefix(v.Format, versionsFormat) {
			return Versions{}, fmt.Errorf("format %q is of another version of Ronde", v.Format)
		}
		return Versions{}, fmt.Errorf("format %q is unknown", v.Format)
	}
	seen := map[string]bool{}
	for _, r := range v.Reports {
		for _, e := range r.Editions {
			if err := e.check(); err != nil {
				return Versions{}, err
			}
			if seen[e.ID] {
				return Versions{}, fmt.Errorf("edition %s stands in it twice", e.ID)
			}
			seen[e.ID] = true
		}
	}
	return v, nil
}

// check insists on what the chain of releases needs.
func (v Version) check() error {
	id, err := seal.ParseReleaseID(v.ID)
	if err != nil {
		return err
	}
	switch _, err := period.ParseDate(v.Released); {
	case v.Draft:
		return fmt.Errorf("%s is a draft: %w", v.ID, ErrPreview)
	case id.Number != v.Number:
		return fmt.Errorf("%s has the number %d", v.ID, v.Number)
	case err != nil:
		return fmt.Errorf("%s has no day of release", v.ID)
	case !isSeal(v.Seal):
		return fmt.Errorf("%s has no seal", v.ID)
	case v.Previous != "" && !isSeal(v.Previous):
		return fmt.Errorf("%s follows %q, which is no seal", v.ID, v.Previous)
	}
	return nil
}

func isSeal(text string) bool {
	sum, err := hex.DecodeString(text)
	return err == nil && len(sum) == 32 && text == strings.ToLower(text)
}
