package workbook

import "testing"

func TestScaleOfCode(t *testing.T) {
	for code, want := range map[string]Scale{
		"General": {}, "0": {}, "#,##0": {}, "#,##0.00": {}, "0.0%": {}, "0.00E+00": {}, "": {},
		"#,##0,":            {1, 0},
		"0.0,,":             {2, 1},
		`#,##0.00,,"M"`:     {2, 2},
		`#,##0,"k";-0`:      {1, 0},
		`0;#,##0,`:          {},     // of negative numbers alone
		`#,##0,.0`:          {1, 1}, // as LibreOffice writes it
		`"a,"0`:             {},
		`[Red]#,##0,`:       {1, 0},
		`[$€-813] #,##0, `:  {1, 0},
		`0\,`:               {},
		`"0,`:               {}, // no end
		`_-* #,##0_-`:       {},
		`_-* #,##0,_-;-* 0`: {1, 0},
	} {
		if got := scaleOfCode(code); got != want {
			t.Errorf("%q divides by %v, want %v", code, got, want)
		}
	}
}
