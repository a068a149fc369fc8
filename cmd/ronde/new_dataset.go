package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
	"ronde/internal/transcribe"
	"ronde/internal/workbook"
)

func newDatasetCommand(g *global) *cobra.Command {
	var organisation, from, separator, encoding, decimal, thousands, dates, sheet, hidden string
	var header int
	var names []string
	cmd := &cobra.Command{
		Use:   "dataset ID",
		Short: "Propose the contract of a dataset from a file that is delivered anyway",
		Long: `Dataset reads a CSV file or a workbook as an organisation sends it, and proposes the contract of a
dataset: which column holds periods, which values, which the codes or labels of a code list
of the site; how numbers and dates are written; how often a period is due. What it measures
is an indicator of the site that is called as the column or the dataset; what is missing is
added to data/indicators.yaml.

  ronde new dataset attestations --organisation dvz --from attesten.csv
  ronde new dataset attestations --organisation dvz --from Attesten.xlsx --sheet "Blad 1"

A sample does not say everything. Each guess has a comment that says why it may be wrong,
and ronde check reports it as an error until somebody has deleted the comment. An option
such as --decimal answers beforehand what the file leaves in doubt.`,
		Args: arguments(1, 1, diag.Say("the id of the new dataset, such as attestations")),
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			r := build.DatasetRequest{ID: args[0], Organisation: organisation, Ask: g.ask(cmd, "from", "organisation")}
			if r.Name, err = texts("name", names); err != nil {
				return err
			}
			if from == "" {
				if from, err = r.Ask("from", diag.Say("a CSV file or a workbook as it is delivered"), ""); err != nil {
					return err
				}
			}
			content, err := readFrom(from, g.site)
			if err != nil {
				return err
			}
			switch hidden {
			case "", transcribe.Include, transcribe.LeaveOut:
			default:
				return diag.Refuse("--hidden is %s or %s, not %q", transcribe.Include, transcribe.LeaveOut, hidden)
			}
			r.Sheet, r.Header, r.Hidden = sheet, header, hidden
			r.Folder, r.File = os.DirFS(filepath.Dir(from)), filepath.Base(from)
			if r.Dialect, err = dialect(separator, encoding, decimal, thousands, dates); err != nil {
				return err
			}
			result := build.NewDataset(fsys, g.site, r)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, result.Summary...)
			sample := diag.Typed(filepath.ToSlash(from))
			deliver := fmt.Sprintf("ronde new drop %s --from %s", r.ID, sample)
			if workbook.Is(content) {
				deliver = fmt.Sprintf("ronde import %s %s --round ROUND --received DAY", sample, r.ID)
			}
			g.next(cmd, diag.NextOfDataset(deliver))
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&organisation, "organisation", "", "id of the organisation that delivers it")
	flags.StringVar(&from, "from", "", "a CSV file or a workbook as it is delivered")
	flags.StringArrayVar(&names, "name", nil, `what readers see, per language: "en=Certificates by month"; without a language, the same in all`)
	flags.StringVar(&separator, "separator", "", "what stands between cells: , or ; or tab")
	flags.StringVar(&encoding, "encoding", "", "utf-8, utf-16 or windows-1252")
	flags.StringVar(&decimal, "decimal", "", "decimal sign: . or ,")
	flags.StringVar(&thousands, "thousands", "", "what groups thousands: . or , or space or '")
	flags.StringVar(&dates, "dates", "", "how dates and months are written, such as dd/mm/yyyy")
	flags.StringVar(&sheet, "sheet", "", "name of the sheet of a workbook, when several hold something")
	flags.IntVar(&header, "header", 0, "row of a workbook with the names of the columns, such as 4")
	flags.StringVar(&hidden, "hidden", "", "what becomes of hidden rows and columns of a workbook: include or leave-out")
	return cmd
}

// dialect is what options say of how a file is written, in the words of a contract.
func dialect(separator, encoding, decimal, thousands, dates string) (d codebook.Dialect, err error) {
	for _, option := range []struct {
		name, given string
		words       []string
		into        *source.At[string]
	}{
		{"separator", separator, []string{",", ";", "tab"}, &d.Separator},
		{"encoding", encoding, []string{"utf-8", "utf-16", "windows-1252"}, &d.Encoding},
		{"decimal", decimal, []string{".", ","}, &d.Decimal},
		{"thousands", thousands, []string{".", ",", "space", "'"}, &d.Thousands},
		{"dates", dates, []string{"yyyy-mm-dd", "dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy", "mm/yyyy", "yyyy/mm"}, &d.Dates},
	} {
		switch {
		case option.given == "":
		case !slices.Contains(option.words, option.given):
			return d, diag.Refuse("--%s is one of %s, not %q", option.name, strings.Join(option.words, "  "), option.given)
		default:
			*option.into = source.At[string]{Value: option.given, Span: diag.FileSpan("--" + option.name)}
		}
	}
	return d, nil
}
