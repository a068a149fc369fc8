package chart

// A tooltip is drawn as text of the picture: made of HTML it would break a strict
// content policy. It is shown and hidden by the theme's script alone, which also
// gives its text the styles: ECharts takes none for a text of its own.
type tooltip struct {
	RenderMode      string      `json:"renderMode"`
	Trigger         string      `json:"trigger"`
	TriggerOn       string      `json:"triggerOn"`
	Confine         bool        `json:"confine"`
	BackgroundColor string      `json:"backgroundColor"`
	BorderColor     string      `json:"borderColor"`
	BorderRadius    int         `json:"borderRadius"`
	ShadowColor     string      `json:"shadowColor"`
	ShadowBlur      int         `json:"shadowBlur"`
	ShadowOffsetX   int         `json:"shadowOffsetX"`
	ShadowOffsetY   int         `json:"shadowOffsetY"`
	Padding         [2]int      `json:"padding"`
	TextStyle       textStyle   `json:"textStyle"`
	AxisPointer     axisPointer `json:"axisPointer"`
}

// A textStyle is the look of the text; Rich has the styles that tips name.
type textStyle struct {
	Color      string               `json:"color"`
	Font       string               `json:"font"`
	LineHeight float64              `json:"lineHeight"`
	Rich       map[string]richStyle `json:"rich"`
}

type richStyle struct {
	Font    string  `json:"font,omitempty"`
	Fill    string  `json:"fill,omitempty"`
	Align   string  `json:"align,omitempty"`
	Width   float64 `json:"width,omitempty"`
	Padding []int   `json:"padding,omitempty"`
}

// An axisPointer shows the place that the reader points at.
type axisPointer struct {
	Type      string  `json:"type"`
	Z         int     `json:"z"`
	Snap      bool    `json:"snap"`
	Label     toggle  `json:"label"`
	LineStyle *stroke `json:"lineStyle,omitempty"`
	Shadow    *shade  `json:"shadowStyle,omitempty"`
}

// A shade is the band behind a column.
type shade struct {
	Color   string  `json:"color"`
	Opacity float64 `json:"opacity"`
}

// A toggle shows or hides a part.
type toggle struct {
	Show bool `json:"show"`
}

func (p *plot) tooltip() tooltip {
	size := length(p.size*px) + "px " + font
	t := tooltip{
		RenderMode: "richText", Trigger: "axis", TriggerOn: "none", Confine: true,
		BackgroundColor: light.page, BorderColor: light.ink, ShadowColor: "transparent", Padding: [2]int{8, 10},
		TextStyle: textStyle{
			Color: light.ink, Font: size, LineHeight: pixels(p.leading),
			Rich: map[string]richStyle{
				bold:       {Font: "700 " + size},
				rightwards: {Align: "right", Padding: []int{0, 0, 0, tipGap / px}},
			},
		},
		AxisPointer: axisPointer{Type: "line", Z: zText, LineStyle: &stroke{Color: light.ink, Width: 1, Type: "solid"}},
	}
	if len(p.series) > 1 && p.c.Kind != Multiples {
		for i := range p.series {
			t.TextStyle.Rich[markerOf(i)] = richStyle{Fill: light.series[i%len(light.series)], Width: pixels(tipMarker)}
		}
	}
	if p.fields[0].half > 0 {
		t.AxisPointer = axisPointer{Type: "shadow", Z: zBand, Shadow: &shade{light.grid, 0.6}}
	}
	return t
}
