// Package droptest makes deliveries of any size, for benchmarks of what reads them and
// of what stands on them.
package droptest

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// Path is the delivery of the sites that Site makes.
const Path = "data/drops/2022-07/dvz/attestations.csv"

// Site gives the files of a site with one delivery, in which nothing is wrong: the
// women in a country and its communes, in some months from January 1980 on. All rows of
// a month stand together, as suppliers mostly send them; each has 32 bytes. The totals
// are compared with their parts, and each value with the one before it.
func Site(communes, months int) fstest.MapFS {
	var geo, rows strings.Builder
	geo.WriteString("ronde: 1\nid: geo\nname: Plaats\ntotal: BE\nlevels: [{id: region}]\ncodes:\n  - {code: BE, label: België}\n")
	for i := range communes {
		fmt.Fprintf(&geo, "  - {code: gemeente-%04d, level: region, label: x}\n", i)
	}
	rows.WriteString("Maand;Plaats;Geslacht;Aantal;Vlag\n")
	for m := range months {
		month, total := fmt.Sprintf("%04d-%02d", 1980+m/12, m%12+1), 0
		for i := range communes {
			value := 1000 + m*i%997
			total += value
			fmt.Fprintf(&rows, "%s;gemeente-%04d;F;%d;P\n", month, i, value)
		}
		fmt.Fprintf(&rows, "%s;BE;F;%d;P\n", month, total)
	}
	files := fstest.MapFS{}
	for name, content := range map[string]string{
		"ronde.yaml":              "ronde: 1\ntitle: Ronde\nlanguages: [nl]\n",
		"data/organisations.yaml": "ronde: 1\norganisations:\n  - {id: dvz, name: DVZ}\n",
		"data/indicators.yaml": `ronde: 1
units:
  - {id: persons, label: personen, countable: true}
indicators:
  - id: attestations
    name: Attesten
    definition: Attesten
    unit: persons
    measure: flow
    dimensions: {geo: geo, sex: sex}
    totals: {geo: {how: both, level: region}}
`,
		"data/codelists/geo.yaml": geo.String(),
		"data/codelists/sex.yaml": "ronde: 1\nid: sex\nname: Geslacht\ntotal: _T\ncodes:\n  - {code: _T, label: Totaal}\n  - {code: F, label: Vrouwen}\n",
		"data/datasets/attestations.yaml": `ronde: 1
id: attestations
organisation: dvz
name: Attesten
delivers: increment
rhythm: monthly
layout: long
indicator: attestations
jump: 100
columns:
  - {name: Maand, is: period}
  - {name: Plaats, is: dimension, dimension: geo}
  - {name: Geslacht, is: dimension, dimension: sex}
  - {name: Aantal, is: value}
  - {name: Vlag, is: status}
`,
		Path:                                     rows.String(),
		strings.TrimSuffix(Path, "csv") + "yaml": "ronde: 1\nreceived: 2022-08-03\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return files
}
