"""Words that people put above a column or before a line of a table, for the keys that stand there.

As a whole they say in a table what they would not say alone: `Hvornår` over dates is when something is to be
reached. Words stand as they are compared, without years and brackets.
"""

from __future__ import annotations

SAID: dict[str, frozenset[str]] = {key: frozenset(words) for key, words in {
    "delmål.mål": (
        "delmål", "mål", "det vil vi", "det vil vi opnå", "vi vil", "hvad vil vi", "hvad vil vi opnå",
        "det skal ske", "hvad skal ske", "ønsket ændring", "forandring", "resultat", "ønsket resultat",
        "hvad skal lykkes", "vores mål", "målet er", "det arbejder vi for", "skridt på vejen",
    ),
    "delmål.indikator": (
        "indikator", "indikatorer", "målepunkt", "målepunkter", "sådan måler vi", "måles på", "måles ved",
        "det måler vi", "det måles på", "vi måler", "vi måler på", "hvad måler vi", "hvad tæller vi",
        "tegn", "det ses på", "det kan ses på", "vi kan se det på", "tegn på succes",
        "tegn på forandring", "målt som", "hvordan måler vi", "hvordan måles det", "succeskriterium",
        "succeskriterier", "vi tæller", "parameter", "sådan kan vi se det", "hvad følger vi", "vi følger",
        "opgøres som", "måltal", "hvad måles", "hvad kigger vi på", "vi kigger på", "hvad ser vi på",
    ),
    "delmål.baseline.andre": (
        "evt. anden baseline", "anden baseline", "andre baselines", "til sammenligning", "sammenligning",
        "reference", "kommunen", "hele kommunen", "landet", "hele landet", "landsgennemsnit",
    ),
    "delmål.baseline.tekst": (
        "startniveau", "niveau", "ved projektstart", "status ved projektstart", "start (baseline)",
        "baseline", "udgangspunkt", "ved start", "ved begyndelsen", "ved planens start", "start",
        "startpunkt", "startværdi", "nu", "i dag", "her er vi", "hvor er vi", "hvor er vi nu",
        "niveau i dag", "niveau nu", "niveau ved start", "nuværende niveau", "udgangsniveau", "nulpunkt",
        "status ved start", "før", "vi starter på", "vi begynder ved", "tal ved start", "tal i dag",
        "nuværende tal", "seneste tal", "hvor står vi", "hvor står vi nu", "her står vi",
    ),
    "delmål.baseline.år": ("baseline år", "år", "årstal", "opgjort", "målt i", "måleår", "tal fra året"),
    "delmål.datakilder": (
        "kilde", "kilder", "datakilde", "datakilder", "tal fra", "hentes fra", "data fra",
        "data hentes fra", "hvor kommer tallene fra", "tallene kommer fra", "hvem leverer tallene",
        "hvem opgør", "opgøres af", "oplyses af", "leveres af", "hvorfra", "hvor fra", "findes i",
        "registreres i", "dokumenteres ved", "datagrundlag", "kilden er", "dokumentation",
        "hvor finder vi tallet", "måles med",
    ),
    "aktiviteter.navn": (
        "aktivitet", "aktiviteter", "navn", "tiltag", "indsats", "delprojekt", "initiativ",
    ),
    "aktiviteter.timer_pr_uge": (
        "timer", "timer pr. uge", "timer pr uge", "timer/uge", "timer om ugen", "ugentlig tid",
        "tid pr. uge", "tid", "ugentlige timer", "timetal", "timer ugentligt", "timeforbrug",
        "medarbejdertimer", "antal timer", "ressourcer", "tid om ugen", "bemanding", "timer i ugen",
    ),
    "aktivitetsskemaer.aktivitet": (
        "aktivitet", "aktivitetens navn", "navn", "aktivitetsnavn", "tiltag", "titel", "indsats",
        "initiativ", "delprojekt",
    ),
    "aktivitetsskemaer.formål": (
        "formål", "formålet", "hensigt", "hensigten", "hvorfor", "sigte", "mål", "målet",
        "det vil vi opnå", "ønsket effekt", "hvad skal det føre til", "det skal den føre til",
        "hvad vil vi opnå",
    ),
    "aktivitetsskemaer.målgruppe": (
        "målgruppe", "målgruppen", "målgrupper", "for hvem", "hvem", "hvem er den for", "hvem er det for",
        "deltagere", "til hvem", "henvender sig til", "hvem kan være med",
    ),
    "aktivitetsskemaer.indhold": (
        "indhold", "beskrivelse", "hvad", "hvad sker der", "det gør vi", "hvad gør vi", "kort om",
        "kort beskrivelse", "hvad går det ud på", "aktivitetens indhold", "indhold og praksis",
    ),
    "aktivitetsskemaer.praksis": (
        "praksis", "metode", "hvordan", "sådan foregår det", "sådan gør vi", "hvordan foregår det",
        "hvordan gør vi", "i praksis", "fremgangsmåde", "arbejdsform", "form", "sådan arbejder vi",
    ),
    "aktivitetsskemaer.ansvar": (
        "ansvar", "ansvarlig", "ansvarlige", "roller", "rolle", "hvem gør hvad", "tovholder",
        "udføres af", "hvem har ansvaret", "hvem står for det", "varetages af", "rollefordeling",
        "opgavefordeling", "ansvar og roller", "samarbejde", "hvem bidrager", "hvem er med",
    ),
    "boligområder.navn": (
        "boligområde", "boligområder", "område", "områder", "bebyggelse", "afdeling", "boligafdeling",
        "kvarter", "bydel", "sted", "navn", "områdets navn",
    ),
    "boligområder.ejer": (
        "ejer", "tilhører", "ejes af", "ejet af", "udlejer", "boligorganisation", "boligselskab",
        "hører under", "boligforening", "selskab", "organisation", "ejerforhold",
    ),
    "boligområder.lejemål": (
        "lejemål", "boliger", "antal boliger", "antal lejemål", "lejligheder", "husstande",
        "antal husstande", "antal lejligheder",
    ),
    "boligområder.beboere": (
        "beboere", "indbyggere", "antal beboere", "antal indbyggere", "personer", "beboertal",
        "mennesker", "folketal", "indbyggertal",
    ),
    "organisation.grupper.navn": (
        "gruppe", "grupper", "forum", "fora", "organ", "organer", "udvalg", "navn", "hvem", "instans",
        "led", "niveau", "mødeforum", "enhed",
    ),
    "organisation.grupper.opgave": (
        "opgave", "opgaver", "ansvar", "rolle", "funktion", "formål", "hvad laver de", "kompetence",
        "mandat", "opgaver og ansvar", "opgave og ansvar", "beslutter", "ansvarsområde",
        "opgaver og kompetence", "hvad gør de", "det gør de", "arbejder med",
    ),
    "organisation.grupper.medlemmer.titel": (
        "medlemmer", "deltagere", "hvem sidder med", "hvem er med", "består af", "sammensætning",
        "hvem deltager", "deltager", "medlem", "hvem sidder der", "repræsentanter", "pladser",
        "hvem sidder i den",
    ),
    "organisation.grupper.møder": (
        "møder", "mødes", "hvor tit", "hvor ofte", "mødefrekvens", "mødehyppighed", "frekvens",
        "mødekadence", "mødeplan", "hyppighed", "antal møder", "møde", "hvornår", "mødes hvor ofte",
        "møder pr. år",
    ),
    "overordnede_mål.mål": (
        "overordnet mål", "overordnede mål", "mål", "målet", "det vil vi", "hvad skal lykkes",
        "hvad vil vi opnå", "det vil vi opnå", "vores mål", "målsætning", "målsætninger",
        "langsigtede mål", "resultater", "vi vil", "det vil vi nå",
    ),
    "overordnede_mål.indikator": (
        "indikator", "indikatorer", "sådan måler vi", "det måler vi", "måles på", "målepunkt",
        "tegn på succes", "hvordan måler vi", "målemetode", "succeskriterium", "succeskriterier",
        "det måles på",
    ),
    "målinger.måling": (
        "hvad måles", "målepunkt", "målepunkter", "hvad følger vi", "vi følger", "hvad måler vi",
        "succeskriterium", "succeskriterier", "hvad skal lykkes", "overordnet mål", "overordnede mål",
        "mål", "måling", "målinger", "målsætning", "målsætninger", "det vil vi", "hvad vil vi opnå",
        "vores mål", "indikator", "indikatorer", "det måler vi", "sådan måler vi", "resultater",
        "det vil vi opnå",
    ),
    "målinger.datakilde": (
        "datakilde", "datakilder", "kilde", "kilder", "hvor kommer tallene fra", "tal fra", "hentes fra",
        "data fra", "dokumentation", "måles med", "datagrundlag", "hvorfra",
    ),
    "indsatsområder.lokalt_navn": (
        "lokalt navn", "navn", "lokal titel", "eget navn", "vi kalder det", "kaldes", "kaldet",
        "vores navn", "lokal betegnelse", "titel",
    ),
    "medlemmer.titel": (
        "titel", "medlem", "medlemmer", "stilling", "rolle", "funktion", "plads", "pladser", "hvem",
        "repræsentant",
    ),
    "medlemmer.organisation": (
        "organisation", "kommer fra", "fra", "repræsenterer", "arbejdssted", "enhed", "hvor fra",
        "organisationer", "part", "udpeget for",
    ),
    "medlemmer.udpeget_af": ("udpeget af", "udpeges af", "indstillet af", "valgt af", "vælges af"),
    "milepæle.milepæl": (
        "milepæl", "milepæle", "hvad", "hvad skal være nået", "begivenhed", "delleverance",
        "det skal være sket", "skal være nået", "hvad sker der", "handling", "hvad skal ske", "trin",
        "aktivitet", "indhold",
    ),
    "milepæle.frist": (
        "forventet tidspunkt", "forventes", "forventet", "skal være nået", "nås", "afsluttes", "hvornår",
        "frist", "tidspunkt", "dato", "deadline", "senest", "tid", "måned", "kvartal", "termin",
        "periode", "tidsfrist",
    ),
    "milepæle.ansvarlig": (
        "ansvarlig", "ansvar", "hvem", "tovholder", "hvem gør det", "hvem har ansvaret", "udføres af",
    ),
    "samspil.tiltag.tiltag": (
        "tiltag", "hvad", "projekt", "indsats", "plan", "initiativ", "andre tiltag", "andre indsatser",
        "projekter", "aktivitet", "hvad sker der",
    ),
    "samspil.tiltag.områder": (
        "område", "områder", "hvor", "sted", "boligområde", "bebyggelse", "afdeling",
    ),
    "samspil.tiltag.periode": ("periode", "hvornår", "tid", "år", "tidspunkt", "årstal", "tidsrum"),
    "budget.finansiering.kilde": (
        "kilde", "finansieringskilde", "betaler", "hvem betaler", "bidragyder", "giver", "bidrag fra",
        "part", "finansiering", "hvem", "organisation", "finansieret af", "penge fra", "indtægter",
        "tilskudsgiver",
    ),
    "budget.finansiering.beløb": (
        "beløb", "bidrag", "finansiering", "i alt", "sum", "samlet", "total", "hele perioden", "kr",
        "t.kr", "mio. kr", "samlet bidrag", "samlet beløb", "i alt kr", "beløb i alt", "hele planen",
        "støtte",
    ),
    "budget.finansiering.ansøgt": ("ansøgt", "ansøgt beløb", "søgt", "søgt beløb"),
}.items()}  # fmt: skip
