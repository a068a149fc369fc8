package site

// A Vocabulary is a closed set of words of the page types that the interface
// texts name in every language: the theme's texts hold a key for each value.
type Vocabulary struct {
	Name   string
	Values []string
}

// Vocabularies lists them, by name.
func Vocabularies() []Vocabulary {
	return []Vocabulary{
		{"action", actionStates()},
		{"conformity", conformities()},
		{"correction", correctionKinds()},
		{"delivery", deliveryStates()},
		{"form", meetingForms()},
		{"gap", gapKinds()},
		{"glossary", texts(glossaryWords()...)},
		{"kind", foundKinds()},
		{"limit", limitReasons()},
		{"menu", sections()},
		{"neighbour", neighbours()},
		{"part", textParts()},
		{"plan", planStatuses()},
		{"status", statusKinds()},
		{"view", views()},
	}
}

func actionStates() []string { return texts(ActionOpen, ActionOverdue, ActionDone, ActionDropped) }

func meetingForms() []string { return texts(FormOnSite, FormOnline, FormHybrid) }

func deliveryStates() []string {
	return texts(DeliveryOnTime, DeliveryLate, DeliveryMissing, DeliveryNotDue, DeliveryExpected)
}

func conformities() []string { return texts(ConformityFull, ConformityPartial, ConformityNone) }

func limitReasons() []string { return texts(LimitDefect, LimitBurden, LimitScope, LimitUntested) }

func gapKinds() []string { return texts(GapLate, GapMissing, GapBreak) }

func views() []string { return texts(ViewLatest, ViewFirst) }

func neighbours() []string { return texts(NeighbourPrevious, NeighbourNext, NeighbourYear) }

func correctionKinds() []string {
	return texts(CorrectionRevision, CorrectionError, CorrectionLate, CorrectionReclassification, CorrectionEditorial, CorrectionTranslation, CorrectionWithdrawal)
}

func planStatuses() []string { return texts(PlanProvisional, PlanConfirmed, PlanOverdue) }

func textParts() []string {
	return texts(PartTitle, PartDescription, PartMainPoints, PartBody, PartSubtitle, PartNotes, PartKeyFigures)
}

// foundKinds are the kinds of the pages that the search finds.
func foundKinds() []string {
	var kinds []string
	for _, page := range Blank() {
		if page.Record() != nil {
			kinds = append(kinds, string(page.Kind()))
		}
	}
	return kinds
}

func sections() []string {
	return texts(SectionReports, SectionTopics, SectionIndicators, SectionOrganisations, SectionMeetings, SectionData, SectionMethods, SectionAbout, SectionCorrections, SectionDeliveries, SectionCalendar, SectionGlossary, SectionAccessibility)
}

func statusKinds() []string {
	return texts(StatusLatest, StatusAmended, StatusSuperseded, StatusDraft, StatusWithdrawn)
}

func texts[T ~string](values ...T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}
