package workbook

import "strings"

// A Scale is how a number format shows a number smaller than it is: #,##0, shows 1234567
// as 1,235. The zero value shows it as it is.
type Scale struct {
	Thousands uint8 // how often it is divided by a thousand
	Decimals  uint8 // that are shown
}

// scaleOfCode reads the scale of a format code: each comma behind the digits divides by a
// thousand, while one between digits groups them. Of several sections the first is of
// positive numbers.
func scaleOfCode(code string) (s Scale) {
	const digits = "0#?"
	commas, digit, point := uint8(0), false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == ';':
			i = len(code)
		case c == '"' || c == '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			end := strings.IndexByte(code[i+1:], closing)
			if end < 0 {
				return Scale{}
			}
			i += end + 1
		case c == '\\' || c == '_' || c == '*':
			i++ // the next character is printed, or only takes room
		case strings.IndexByte(digits, c) >= 0:
			if !point {
				commas = 0
			} else {
				s.Decimals++
			}
			digit = true
		case c == ',' && digit:
			commas++
		case c == '.':
			s.Thousands += commas
			commas, point = 0, true
		}
	}
	if s.Thousands += commas; s.Thousands == 0 {
		return Scale{}
	}
	return s
}
