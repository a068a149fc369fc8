package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// A run of text; how texts look is of no interest here. Readings of Japanese words,
// which stand beside the text in rPh, are no part of it.
type rich struct {
	T string `xml:"t"`
	R []struct {
		T string `xml:"t"`
	} `xml:"r"`
}

func (r *rich) String() string {
	if len(r.R) == 0 {
		return unescape(r.T)
	}
	var b strings.Builder
	b.WriteString(r.T)
	for _, run := range r.R {
		b.WriteString(run.T)
	}
	return unescape(b.String())
}

// sharedStrings reads the texts that the cells of all sheets name by their number.
func sharedStrings(part []byte) ([]string, error) {
	if len(part) == 0 {
		return nil, nil
	}
	var all []string
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, Damaged
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			var text rich
			if err := d.DecodeElement(&text, &start); err != nil {
				return nil, Damaged
			}
			all = append(all, text.String())
		}
	}
}

// unescape reads what XML cannot hold: a carriage return is written _x000D_, and a
// text that looks like that begins with _x005F_.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		if len(text) >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' {
			if code, err := strconv.ParseUint(text[2:6], 16, 16); err == nil {
				b.WriteRune(rune(code))
				text = text[7:]
				continue
			}
		}
		b.WriteByte(text[0])
		text = text[1:]
	}
	return b.String()
}
