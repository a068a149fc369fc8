package chart

// drawGroupedBars draws two or three series over categories side by side, as
// bars of one height: the series are equals, where those of a Bar are a whole
// and a part of it. Their names stand in a key, in the order of the bars.
func drawGroupedBars(p *plot) {
	d := newBarChart(p, p.series, barGrouped, barGrouped, barGrouped)
	d.terse = unnamed
	d.draw(0)
}
