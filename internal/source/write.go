package source

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// WriteTable writes a table in the form in which ReadTable reads it under the same
// declaration: what is not declared is UTF-8 with commas. The first row is the header.
// foreign is the first character that the declared encoding lacks; 0 when it has all.
func WriteTable(rows [][]string, declared Declared) (content []byte, foreign rune) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, s := range separators {
		if s.name == declared.Separator {
			w.Comma = rune(s.char)
		}
	}
	if err := w.WriteAll(rows); err != nil {
		panic(err) // a buffer takes everything
	}
	switch declared.Encoding {
	case encodingUTF16:
		content = []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(b.String())) {
			content = binary.LittleEndian.AppendUint16(content, unit)
		}
		return content, 0
	case encoding1252:
		return encode1252(b.String())
	}
	return b.Bytes(), 0
}

func encode1252(text string) (content []byte, foreign rune) {
	for _, r := range text {
		i := slices.Index(c1[:], r)
		switch {
		case r < utf8.RuneSelf, r >= 0xa0 && r < 0x100:
			content = append(content, byte(r))
		case i >= 0:
			content = append(content, byte(0x80+i))
		default:
			return nil, r
		}
	}
	return content, 0
}
