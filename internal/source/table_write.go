package source

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// EncodeTable gives the text of a table in an encoding, by the names that a contract uses, as
// programs for spreadsheets recognise it: with a byte order mark, where the encoding has one.
// "" is UTF-8. A character that the encoding lacks becomes a question mark.
func EncodeTable(text, encoding string) []byte {
	switch encoding {
	case encodingUTF16:
		content := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(text)) {
			content = binary.LittleEndian.AppendUint16(content, unit)
		}
		return content
	case encoding1252:
		var content []byte
		for _, r := range text {
			switch i := slices.Index(c1[:], r); {
			case r < 0x80 || r >= 0xa0 && r < 0x100:
				content = append(content, byte(r))
			case i >= 0:
				content = append(content, byte(0x80+i))
			default:
				content = append(content, '?')
			}
		}
		return content
	}
	return []byte(utf8BOM + text)
}
