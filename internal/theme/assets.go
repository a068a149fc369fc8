package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// An Asset is a file that pages load: the style sheet, a picture.
type Asset struct {
	Name string // in the theme's folder assets: style.css
	// Path is where it is published, from the root of the site. It holds a part
	// of the hash of the content, assets/style-1b2c3d4e.css: a host may let
	// browsers keep it for ever, and no page meets the style of another build.
	Path string
	Data []byte
}

// Assets are the files to publish with the pages, by name.
func (t *Theme) Assets() []Asset { return t.assets }

func readAssets(files fileSet) []Asset {
	var list []Asset
	for _, name := range files.names("assets/") {
		f, _ := files.get(name)
		short := strings.TrimPrefix(name, "assets/")
		sum := sha256.Sum256([]byte(f.data))
		ext := path.Ext(short)
		list = append(list, Asset{
			Name: short,
			Path: "assets/" + strings.TrimSuffix(short, ext) + "-" + hex.EncodeToString(sum[:4]) + ext,
			Data: []byte(f.data),
		})
	}
	return list
}

func assetNames(assets []Asset) []string {
	names := make([]string, len(assets))
	for i, a := range assets {
		names[i] = a.Name
	}
	return names
}

// checkAssets finds assets that templates name and the theme lacks, and files of
// the site that nothing names.
func checkAssets(files fileSet, all usage, assets []Asset, found *diag.List) {
	names := assetNames(assets)
	for _, u := range all.assets {
		if !slices.Contains(names, u.key) {
			found.Add(diag.ThemeUnknownAsset(u.at, u.key, near(u.key, names)))
		}
	}
	for _, a := range assets {
		f, _ := files.get("assets/" + a.Name)
		named := slices.ContainsFunc(slices.Concat(all.assets, all.optional), func(u use) bool { return u.key == a.Name })
		if f.own && !named {
			found.Add(diag.ThemeUnknownFile(f.path, f.name, near(f.name, sortedKeys(files.base))))
		}
	}
}
