package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/transcribe"
	"ronde/internal/workbook"
)

func importCommand(g *global) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE.xlsx DATASET --round ROUND --received DAY",
		Short: "Take a sheet of an Excel workbook over as a delivery",
		Long: `Import writes a sheet of a workbook as the next delivery of a dataset in a round: the
CSV file as the dataset's contract wants it, and the description beside it, which says
from which cells it came. What ronde check and ronde trace say of a value then names its
cell in the workbook too.

  ronde import Aankomsten.xlsx attestations --round 2022-08 --received 2022-08-31
  ronde import Aankomsten.xlsx attestations --round 2022-08 --received 2022-08-31 \
      --sheet "Blad 2" --range B4:D20 --source "Maandbericht augustus"

The table begins with the row that holds the names of all columns that the contract
needs, wherever it stands, and ends at the first empty row. --header says which row it
is, --range which cells are the table. Numbers are taken as they are stored, formulas by
their last value, dates as such. Refused, each with its cell and what to do in Excel, are
merged cells, errors such as #N/A, times of day, and hidden rows and columns, until
--hidden says whether to include them or to leave-out.

All findings come at once: those of the workbook, of the delivery that would result, and
of that beside the earlier ones, such as revisions and months that have vanished. With
errors nothing is written: mend the workbook, and import it again. An earlier delivery of
the round is never written over; the new one gets the next number. A table that is
delivered already is refused, unless --again says that it came twice.`,
		Args: arguments(2, 2, diag.Say("a workbook and a dataset, such as Aankomsten.xlsx attestations")),
		RunE: func(cmd *cobra.Command, args []string) error {
			request, err := f.request(args)
			if err != nil {
				return err
			}
			request.Strict, request.Again = g.strict, f.again
			if request.SiteDate, err = g.siteDate(); err != nil {
				return err
			}
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			result := build.Import(fsys, g.site, request)
			err = g.report(cmd, result)
			if result.Err == nil && len(result.Summary) == 0 && g.format == "text" {
				fmt.Fprintln(cmd.ErrOrStderr(), diag.NothingImported().In(g.language))
			}
			if err == nil {
				g.done(cmd, result)
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.round, "round", "", "round that the delivery is made for, such as 2022-08")
	flags.StringVar(&f.received, "received", "", "day on which the figures arrived, such as 2022-08-31")
	flags.StringVar(&f.sheet, "sheet", "", "name of the sheet, when several hold something")
	flags.StringVar(&f.cells, "range", "", "cells that hold the table, such as B4:F20")
	flags.IntVar(&f.header, "header", 0, "row with the names of the columns, such as 4")
	flags.StringVar(&f.hidden, "hidden", "", "what becomes of hidden rows and columns: include or leave-out")
	flags.StringVar(&f.source, "source", "", "title of the publication from which the figures come")
	flags.StringArrayVar(&f.note, "note", nil, `what readers should know, "en=…"; once for each language`)
	flags.StringArrayVar(&f.changed, "changed", nil, `why earlier values differ, "en=…"; once for each language`)
	flags.BoolVar(&f.again, "again", false, "take a table over that is delivered already")
	return cmd
}

// importFlags are the flags of import as they were typed.
type importFlags struct {
	round, received, sheet, cells, hidden, source string
	header                                        int
	note, changed                                 []string
	again                                         bool
}

// isWorkbook reports whether a name is that of a workbook, of whichever kind.
func isWorkbook(name string) bool {
	extension := strings.ToLower(filepath.Ext(name))
	return strings.HasPrefix(extension, ".xls") || extension == ".ods"
}

func (f *importFlags) request(args []string) (r build.ImportRequest, err error) {
	r = build.ImportRequest{File: args[0], Dataset: args[1], Sheet: f.sheet, Header: f.header, Hidden: f.hidden, Source: f.source}
	if isWorkbook(args[1]) && !isWorkbook(args[0]) {
		return r, diag.Refuse("the workbook stands before the dataset, as here:").Below(diag.Verbatim(fmt.Sprintf("  ronde import %s %s --round %s --received %s",
			diag.Typed(args[1]), args[0], cmp.Or(f.round, "…"), cmp.Or(f.received, "…"))))
	}
	if f.round == "" || f.received == "" {
		return r, diag.Refuse("import needs --round, the month that the delivery is made for, and --received, the day on which it arrived")
	}
	if r.Round, err = parseRound("--round", f.round); err != nil {
		return r, err
	}
	if r.Received, err = period.ParseDate(f.received); err != nil {
		return r, notADay("--received", f.received)
	}
	if f.cells != "" {
		cells, ok := workbook.ParseRange(f.cells)
		if !ok {
			return r, diag.Refuse("--range is from one corner to the other, such as B4:F20, not %q", f.cells)
		}
		r.Range = &cells
	}
	if f.header < 0 {
		return r, diag.Refuse("--header is the number of a row, such as 4, not %d", f.header)
	}
	switch f.hidden {
	case "", transcribe.Include, transcribe.LeaveOut:
	default:
		return r, diag.Refuse("--hidden is %s or %s, not %q", transcribe.Include, transcribe.LeaveOut, f.hidden)
	}
	if r.Note, err = translations("note", "Counted anew", f.note); err != nil {
		return r, err
	}
	r.Changed, err = translations("changed", "Revised count for July", f.changed)
	return r, err
}
