package site

import (
	"html/template"
	"reflect"
	"strconv"
)

// Specimens is the number of specimens that together show every value of every
// closed set of words that templates tell apart. Kinds of page they only name.
const Specimens = 6

// Fill makes a specimen of a page: every field is set, every list has one
// element, so that a template that reads a field reads one with a value. Texts
// come from text, which gets the path of the field (Report.Status.Edition) and
// whether the field is sealed; addresses and ids are made up; words of a closed
// set are the turn-th of the set, counted round. Themes are tried on specimens
// when they are loaded, and page templates are tested with them.
func Fill(page Page, turn int, text func(path string, sealed bool) string) {
	f := filler{turn: turn, text: text}
	f.fill(reflect.ValueOf(page).Elem(), reflect.TypeOf(page).Elem().Name(), "", false)
}

type filler struct {
	turn int
	ids  int
	text func(path string, sealed bool) string
}

// closed gives the words of a closed set, nil for any other type.
func closed(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[Section]():
		return sections()
	case reflect.TypeFor[Conformity]():
		return conformities()
	case reflect.TypeFor[LimitReason]():
		return limitReasons()
	case reflect.TypeFor[Kind]():
		return foundKinds()
	case reflect.TypeFor[View]():
		return views()
	case reflect.TypeFor[StatusKind]():
		return statusKinds()
	case reflect.TypeFor[GapKind]():
		return gapKinds()
	case reflect.TypeFor[Neighbour]():
		return neighbours()
	case reflect.TypeFor[DeliveryState]():
		return deliveryStates()
	case reflect.TypeFor[GlossaryWord]():
		return texts(glossaryWords()...)
	case reflect.TypeFor[MeetingForm]():
		return meetingForms()
	case reflect.TypeFor[PlanStatus]():
		return planStatuses()
	case reflect.TypeFor[ActionState]():
		return actionStates()
	case reflect.TypeFor[TagStyle]():
		return texts(TagFirm, TagProvisional, TagApproximate)
	case reflect.TypeFor[CellStyle]():
		return texts(CellWords, CellNumber, CellChanged, CellAbsent)
	case reflect.TypeFor[CorrectionKind]():
		return correctionKinds()
	case reflect.TypeFor[TextPart]():
		return textParts()
	case reflect.TypeFor[ChangeKind]():
		return texts(ChangeChanged, ChangeAppeared, ChangeDisappeared)
	case reflect.TypeFor[WithdrawnWhat]():
		return texts(WithdrawnReport, WithdrawnFigure, WithdrawnRelease)
	case reflect.TypeFor[Edit]():
		return texts(EditKept, EditDeleted, EditInserted)
	}
	return nil
}

// fill sets v. path names it in messages, field is its name in the struct that
// holds it.
func (f *filler) fill(v reflect.Value, path, field string, sealed bool) {
	if words := closed(v.Type()); words != nil {
		v.SetString(words[f.turn%len(words)])
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.fillText(v, path, field, sealed)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path, field, sealed)
	case reflect.Slice:
		f.fillSlice(v, path, field, sealed)
	case reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i), path, field, sealed)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			inner := v.Type().Field(i)
			f.fill(v.Field(i), path+"."+inner.Name, inner.Name, inner.Tag.Get("sealed") == "yes")
		}
	}
}

func (f *filler) fillText(v reflect.Value, path, field string, sealed bool) {
	switch {
	case v.Type() == reflect.TypeFor[template.HTML]():
		v.SetString("<p>" + template.HTMLEscapeString(f.text(path, sealed)) + "</p>")
	case field == "ID":
		f.ids++
		v.SetString("id" + strconv.Itoa(f.ids))
	case field == "Lang":
		v.SetString("nl")
	case field == "ISO":
		v.SetString("2022-09-15")
	case field == "Root":
		v.SetString("../")
	default:
		v.SetString(f.text(path, sealed))
	}
}

// fillSlice makes one element, and of blocks one for each of their fields: a
// block has exactly one of them.
func (f *filler) fillSlice(v reflect.Value, path, field string, sealed bool) {
	element := v.Type().Elem()
	if element != reflect.TypeFor[Block]() {
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), path, field, sealed)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), element.NumField(), element.NumField()))
	for i := range element.NumField() {
		inner := element.Field(i)
		f.fill(v.Index(i).Field(i), path+"."+inner.Name, inner.Name, inner.Tag.Get("sealed") == "yes")
	}
}
