package source

import (
	"bytes"
	"encoding/binary"
	"path"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"ronde/internal/diag"
)

// The encodings of tables, by the names that a contract uses.
const (
	encodingUTF8  = "utf-8"
	encodingUTF16 = "utf-16"
	encoding1252  = "windows-1252"
)

// utf8BOM is the byte order mark that Windows programs put before UTF-8.
const utf8BOM = "\ufeff"

// decodeTable gives the content of a table as UTF-8 without byte order mark,
// and its encoding. declared is the encoding of the contract or "".
//
// An encoding is recognised when nothing else is possible: a byte order mark;
// UTF-16 by the zero bytes of its first character, if all of it then is text;
// valid UTF-8; and Windows-1252 when no part of the file could be UTF-8 and no
// byte is one that Windows-1252 leaves undefined.
func decodeTable(f *File, declared string, out *diag.List) (text, encoding string, ok bool) {
	text, encoding, problem := recognise(f, declared)
	if problem == nil && declared != "" && declared != encoding {
		// What is ASCII throughout is right under either name.
		if isASCII(text) && encoding == encodingUTF8 && declared == encoding1252 {
			return text, encoding, true
		}
		d := diag.EncodingOther(diag.FileSpan(f.Path), declared, diag.Verbatim(encoding))
		problem = &d
	}
	if problem != nil {
		out.Add(*problem)
		return "", "", false
	}
	return text, encoding, true
}

func recognise(f *File, declared string) (text, encoding string, problem *diag.Diagnostic) {
	doubt := func(offset int, reason diag.Phrase) *diag.Diagnostic {
		d := diag.EncodingDoubt(spanAt(f.Path, text, offset, offset+1), reason)
		return &d
	}
	content := f.Content
	switch {
	case bytes.HasPrefix(content, []byte(utf8BOM)):
		text = string(content[len(utf8BOM):])
		if i := invalidUTF8(text); i >= 0 {
			d := diag.EncodingDoubt(spanAt(f.Path, text, i, i+1), diag.Say("it begins as UTF-8, and this is not UTF-8"))
			return "", "", &d
		}
		return text, encodingUTF8, nil
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		text, ok := decodeUTF16(content[2:], content[0] == 0xff)
		if !ok {
			d := diag.EncodingDoubt(diag.FileSpan(f.Path), diag.Say("it begins as UTF-16, and is damaged further on"))
			return "", "", &d
		}
		return text, encodingUTF16, nil
	case len(content) >= 2 && (content[0] == 0) != (content[1] == 0):
		text, ok := decodeUTF16(content, content[1] == 0)
		if ok && strings.IndexByte(text, 0) < 0 {
			return text, encodingUTF16, nil
		}
	}
	text = string(content)
	i := invalidUTF8(text)
	if i < 0 {
		return text, encodingUTF8, nil
	}
	if declared == encodingUTF8 {
		d := diag.EncodingOther(spanAt(f.Path, text, i, i+1), declared, diag.Say("not UTF-8 from here on"))
		return "", "", &d
	}
	if declared != encoding1252 && multibyte(text) >= 0 {
		return "", "", doubt(i, diag.Say("some of it is UTF-8, and this is not"))
	}
	if j := undefinedIn1252(content); j >= 0 {
		return "", "", doubt(character(text, j), diag.Say("this byte is neither UTF-8 nor Windows-1252"))
	}
	return decode1252(content), encoding1252, nil
}

// legible gives a file as text to show: decoded where its encoding can be
// recognised, else as it is. That zero bytes make a file UTF-16 is recognised of
// tables alone, and a place in any other file would not be found in it.
func legible(f *File) string {
	text, encoding, problem := recognise(f, "")
	guessed := encoding == encodingUTF16 && f.Content[0] < 0xfe
	if problem != nil || guessed && path.Ext(f.Path) != ".csv" {
		return string(f.text())
	}
	return text
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1.
func invalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// character is the offset of the character that a byte is a part of.
func character(text string, offset int) int {
	start := 0
	for i := range text {
		if i > offset {
			break
		}
		start = i
	}
	return start
}

// multibyte is the offset of the first character of several bytes that is
// valid UTF-8, or -1.
func multibyte(text string) int {
	for i, r := range text {
		if r >= utf8.RuneSelf {
			if _, size := utf8.DecodeRuneInString(text[i:]); size > 1 {
				return i
			}
		}
	}
	return -1
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeUTF16 fails on half a character.
func decodeUTF16(content []byte, littleEndian bool) (text string, ok bool) {
	if len(content)%2 != 0 {
		return "", false
	}
	var order binary.ByteOrder = binary.BigEndian
	if littleEndian {
		order = binary.LittleEndian
	}
	var b strings.Builder
	b.Grow(len(content) / 2)
	for i := 0; i < len(content); i += 2 {
		r := rune(order.Uint16(content[i:]))
		if utf16.IsSurrogate(r) {
			if i+4 > len(content) {
				return "", false
			}
			i += 2
			if r = utf16.DecodeRune(r, rune(order.Uint16(content[i:]))); r == utf8.RuneError {
				return "", false
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// c1 holds the characters of Windows-1252 from 0x80 to 0x9f; 0 is undefined.
// All other bytes are the Unicode characters of the same number.
var c1 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// undefinedIn1252 is the offset of the first byte that Windows-1252 does not
// define, or -1.
func undefinedIn1252(content []byte) int {
	for i, c := range content {
		if c >= 0x80 && c < 0xa0 && c1[c-0x80] == 0 {
			return i
		}
	}
	return -1
}

func decode1252(content []byte) string {
	var b strings.Builder
	b.Grow(len(content) + len(content)/16)
	for _, c := range content {
		if c >= 0x80 && c < 0xa0 {
			b.WriteRune(c1[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// Misread gives what a text was before a program took its UTF-8 for Windows-1252:
// of "BelgiÃ«" it gives "België". ok is false for all other texts.
func Misread(text string) (meant string, ok bool) {
	var before []byte
	for _, r := range text {
		switch i := slices.Index(c1[:], r); {
		case i >= 0 && r != 0:
			before = append(before, byte(0x80+i))
		case r < 0x100:
			before = append(before, byte(r))
		default:
			return "", false
		}
	}
	return string(before), !isASCII(text) && utf8.Valid(before)
}
