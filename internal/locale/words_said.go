package locale

// saidWords are the verbs by which authors say how a value changed, in the forms that
// a report has, between commas, and the words that stand beside them.
type saidWords struct {
	rose, fell, unchanged string
	// degree are adverbs that leave the direction of a verb as it is. "Hardly" and "less" do
	// not, and are none of them.
	degree string
	// not denies a verb.
	not string
}

var dutchSaid = saidWords{
	rose: "steeg, stegen, stijgt, gestegen, is gestegen, zijn gestegen, nam toe, namen toe, neemt toe, toegenomen, is toegenomen, zijn toegenomen, " +
		"groeide, groeiden, ging omhoog, gingen omhoog",
	fell: "daalde, daalden, daalt, gedaald, is gedaald, zijn gedaald, nam af, namen af, neemt af, afgenomen, is afgenomen, zijn afgenomen, " +
		"liep terug, liepen terug, loopt terug, teruggelopen, is teruggelopen, zijn teruggelopen, zakte, zakten, ging omlaag, gingen omlaag",
	unchanged: "bleef gelijk, bleven gelijk, is gelijk gebleven, zijn gelijk gebleven, onveranderd, bleef onveranderd, bleven onveranderd, is onveranderd, zijn onveranderd",
	degree:    "sterk, licht, lichtjes, fors, flink, duidelijk, aanzienlijk, scherp, snel, verder, opnieuw, weer, geleidelijk, enigszins",
	not:       "niet",
}

var frenchSaid = saidWords{
	rose: "augmente, augmentent, augmentait, augmentaient, augmenté, a augmenté, ont augmenté, a progressé, ont progressé, est en hausse, sont en hausse, en hausse",
	fell: "diminue, diminuent, diminuait, diminuaient, diminué, a diminué, ont diminué, a baissé, ont baissé, a reculé, ont reculé, " +
		"est en baisse, sont en baisse, en baisse",
	unchanged: "inchangé, inchangée, inchangés, inchangées, est inchangé, est inchangée, sont inchangés, sont inchangées, est resté inchangé, " +
		"est restée inchangée, sont restés inchangés, sont restées inchangées, n’a pas changé, n’ont pas changé",
	degree: "fortement, légèrement, nettement, sensiblement, faiblement, considérablement, modérément, rapidement, progressivement, " +
		"encore, fort, vivement",
	not: "pas",
}

var germanSaid = saidWords{
	rose: "stieg, stiegen, steigt, gestiegen, ist gestiegen, sind gestiegen, nahm zu, nahmen zu, nimmt zu, zugenommen, hat zugenommen, haben zugenommen, " +
		"erhöhte sich, erhöhten sich, hat sich erhöht, haben sich erhöht",
	fell: "sank, sanken, sinkt, gesunken, ist gesunken, sind gesunken, fiel, fielen, nahm ab, nahmen ab, nimmt ab, abgenommen, hat abgenommen, haben abgenommen, " +
		"ging zurück, gingen zurück, geht zurück, zurückgegangen, ist zurückgegangen, sind zurückgegangen, verringerte sich, verringerten sich",
	unchanged: "blieb gleich, blieben gleich, ist gleich geblieben, sind gleich geblieben, unverändert, blieb unverändert, blieben unverändert, " +
		"ist unverändert, sind unverändert",
	degree: "stark, leicht, deutlich, erheblich, kräftig, spürbar, merklich, geringfügig, rasch, weiter, erneut, wieder, allmählich",
	not:    "nicht",
}

var englishSaid = saidWords{
	rose: "rose, rises, has risen, have risen, increased, increases, has increased, have increased, grew, has grown, have grown, went up, has gone up, have gone up, " +
		"did rise, did increase, did grow, did go up",
	fell: "fell, falls, has fallen, have fallen, decreased, decreases, has decreased, have decreased, declined, has declined, have declined, " +
		"dropped, has dropped, have dropped, went down, has gone down, have gone down, " +
		"did fall, did decrease, did decline, did drop, did go down",
	unchanged: "unchanged, was unchanged, were unchanged, is unchanged, are unchanged, remained unchanged, stayed the same, remained the same, " +
		"did not change, didn’t change, has not changed, have not changed, did stay the same, did remain the same",
	degree: "sharply, slightly, strongly, markedly, considerably, significantly, substantially, steeply, steadily, rapidly, slowly, " +
		"gradually, moderately, modestly, clearly, again, further",
	not: "not",
}
