package build

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// NoFile refuses a file that is not there, and names the one that was meant: one of that
// name, or whose name differs in capitals, its ending or a letter, in the same folder, the
// folder above, or that of the site.
func NoFile(name, site string) error {
	if meant, ok := meantFile(name, site); ok {
		return diag.Refuse("there is no file %s: did you mean %s?", name, diag.Typed(filepath.ToSlash(meant)))
	}
	return diag.Refuse("there is no file %s", name)
}

func meantFile(name, site string) (meant string, ok bool) {
	folder, base := filepath.Split(name)
	folders := []string{folder}
	if !filepath.IsAbs(name) {
		folders = append(folders, filepath.Join("..", folder), filepath.Join(site, folder), filepath.Join(site, "..", folder))
	}
	stem := func(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
	for _, fits := range []func(other string) bool{
		func(other string) bool { return other == base },
		func(other string) bool { return strings.EqualFold(other, base) },
		func(other string) bool { return strings.EqualFold(stem(other), stem(base)) },
		func(other string) bool { _, near := diag.Nearest(base, []string{other}); return near },
	} {
		for _, f := range folders {
			tables := tablesIn(f)
			if i := slices.IndexFunc(tables, fits); i >= 0 {
				return filepath.Join(f, tables[i]), true
			}
		}
	}
	return "", false
}

// tablesIn lists the files of a folder that may hold a table, by name.
func tablesIn(folder string) []string {
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".csv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".txt":
			if e.Type().IsRegular() {
				names = append(names, e.Name())
			}
		}
	}
	return names
}
