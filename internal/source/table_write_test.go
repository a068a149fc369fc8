package source

import (
	"testing"

	"ronde/internal/diag"
)

// What is written in an encoding is read in it again, and recognised without being told.
func TestEncodeTable(t *testing.T) {
	const text = "maand;gebied;€;Œ’\n2022-07;België;1;2\n"
	for _, encoding := range []string{encodingUTF8, encodingUTF16, encoding1252} {
		for _, declared := range []string{encoding, ""} {
			var out diag.List
			got, as, ok := decodeTable(&File{Path: "a.csv", Content: EncodeTable(text, encoding)}, declared, &out)
			if !ok || got != text || as != encoding {
				t.Errorf("%s, declared as %q: %v %s %q", encoding, declared, ok, as, got)
			}
		}
	}
	if got := string(EncodeTable("Њ", encoding1252)); got != "?" {
		t.Errorf("a character that the encoding lacks is %q", got)
	}
}
