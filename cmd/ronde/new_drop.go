package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

func newDropCommand(g *global) *cobra.Command {
	var round, received, from string
	cmd := &cobra.Command{
		Use:   "drop DATASET",
		Short: "Make the place of a delivery: a CSV file and its description",
		Long: `Drop writes the two files of a delivery where they belong, with the number of the next
delivery when the round has one already: a CSV file with the columns that the contract asks
for, and the YAML file that says when it arrived. With --from it is the delivered file, byte
for byte.

  ronde new drop attestations --round 2022-09
  ronde new drop attestations --round 2022-09 --received 2022-10-05 --from attesten.csv`,
		Args: arguments(1, 1, diag.Say("the id of a dataset, such as attestations")),
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			r := build.DropRequest{Dataset: args[0], Today: g.today, Ask: g.ask(cmd, "round", "received")}
			if round != "" {
				month, err := parseRound("--round", round)
				if err != nil {
					return err
				}
				r.Round = &month
			}
			if received != "" {
				day, err := period.ParseDate(received)
				if err != nil {
					return notADay("--received", received)
				}
				r.Received = &day
			}
			if from != "" {
				if r.Table, err = readTable(from, g.site); err != nil {
					return err
				}
			}
			result := build.NewDrop(fsys, g.site, r)
			if err := g.report(cmd, result); err != nil {
				return err
			}
			g.say(cmd, result.Summary...)
			g.next(cmd, diag.NextOfDrop(from != ""))
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&round, "round", "", "round that the delivery is made for, such as 2022-09")
	flags.StringVar(&received, "received", "", "day on which it arrived, or the day of its source")
	flags.StringVar(&from, "from", "", "the delivered CSV file, which is copied as it is")
	return cmd
}

// readTable reads the CSV file that --from names.
func readTable(name, site string) ([]byte, error) {
	content, err := readFrom(name, site)
	if err == nil && workbook.Is(content) {
		return nil, diag.Refuse("--from: %s is a workbook and not a CSV file: ronde import takes a sheet of one over as a delivery", name)
	}
	return content, err
}

// readFrom reads the file that --from names.
func readFrom(name, site string) ([]byte, error) {
	info, err := os.Stat(name)
	if err == nil && info.Size() > source.MaxTableSize {
		return nil, diag.Refuse("--from: %s has more than %d MB", name, source.MaxTableSize>>20)
	}
	content, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, build.NoFile(name, site)
	}
	if err != nil {
		return nil, diag.Refuse("%s: %s", "--from", diag.Fact(err))
	}
	if len(content) == 0 {
		return nil, diag.Refuse("--from: %s is empty", name)
	}
	return content, nil
}
