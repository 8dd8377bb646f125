"""Words that people of the field use for the same thing, where a form has one of them.

A word that ends in a hyphen stands for all that begin with it. Words stand as they are compared: in small
letters, in the form that they have in a heading. A word may stand for several things.
"""

from __future__ import annotations

SAME: dict[str, tuple[str, ...]] = {
    "part": (
        "part", "parter", "parterne", "aftaleparter", "samarbejdsparter", "aftaleparterne", "hvem er med",
        "hvem indgår aftalen", "indgået mellem", "hvem står bag", "parterne bag", "aftalens deltagere",
        "deltagende parter", "deltager i aftalen", "hvem er parter", "aftalen indgås",
        "aftalen er indgået", "de der er med", "aftaleparterne er",
    ),
    "samarbejdspartner": (
        "samarbejdspartner-", "partnere", "partner", "faste samarbejdspartnere", "medvirkende",
        "øvrige aktører", "uden for aftalen",
    ),
    "underskrift": (
        "underskrift-", "underskriver-", "tiltrædelse", "signatur-", "for parterne", "underskrivelse-",
        "underskrevet", "tiltrådt", "vedtaget", "vedtagelse-", "godkendt af", "signeret",
    ),
    "periode": (
        "periode-", "perioden", "aftaleperiode-", "projektperiode-", "gyldighed-", "løbetid-", "varighed-",
        "ikrafttræden", "gælder", "tidsramme", "tidsrum", "virkningsperiode", "løber fra", "løber",
        "gælder fra", "gyldig", "hvornår gælder", "træder i kraft", "fra til", "fra og til", "projektår",
    ),
    "område": (
        "boligområde-", "boligområder", "område", "områder", "områderne", "området", "områdets",
        "områdernes", "boligafdeling-", "geografi-", "afdeling", "afdelinger", "afdelingerne",
        "boligområderne", "bebyggelse", "bebyggelser", "bebyggelsen", "kvarter-", "lokalområde-",
        "boligkvarter-",
    ),
    "formål": (
        "formål-", "sigte", "sigtet", "hensigt-", "hvorfor", "hvad vil vi", "hvad vil vi opnå",
        "det vil vi opnå", "det vil vi", "hvad vil parterne", "ønsket effekt", "ambition-", "målet med",
        "hvad vil vi sammen", "vi vil", "vil opnå", "skal føre til", "hvad skal lykkes", "visionen bag",
        "fælles mål",
    ),
    "organisering": (
        "organiser-", "organisation", "organisationen", "projektorganisation-", "styring-", "ledelse",
        "organisatorisk-", "hvem bestemmer", "hvem beslutter", "struktur-", "opbygning-",
        "beslutningsgang-", "bestemmer hvad", "sådan er vi organiseret", "ledes", "forum", "fora",
    ),
    "bestyrelse": ("bestyrelse-",),
    "gruppe": (
        "gruppe", "grupper", "grupperne", "arbejdsgruppe-", "følgegruppe-", "styregruppe-", "styregruppen",
        "følgegruppen", "koordinationsgruppe-", "referencegruppe-", "faggruppe-", "udvalg", "udvalget",
        "arbejdsudvalg-", "beboerråd-", "netværk", "råd", "rådet", "forum", "team", "panel-",
    ),
    "sekretariat": (
        "sekretariat-", "projektsekretariat-", "daglig ledelse", "daglig drift", "den daglige ledelse",
        "projektledelse-", "sekretær-", "daglige arbejde", "den daglige drift", "projektkontor-",
    ),
    "medlem": (
        "medlem-", "sammensætning-", "består af", "pladser", "deltagere", "repræsentant-",
        "hvem sidder med", "sidder med", "hvem er med i", "deltager", "bemanding af gruppen",
    ),
    "opgave": (
        "opgave-", "kompetence", "kompetencer", "beslutter", "rolle", "mandat", "opgaver", "rollen",
        "hvad laver den", "formål og opgave", "skal tage sig af", "beslutter om",
    ),
    "møde": (
        "møde", "møder", "mødefrekvens", "mødeplan", "mødes", "mødehyppighed", "mødekadence", "hvor ofte",
        "mødes hvor ofte", "hvornår mødes", "hyppighed",
    ),
    "problem": (
        "problem-", "udfordring-", "hovedudfordring-", "områdebeskrivelse-", "situation-", "baggrund",
        "baggrunden", "karakteristik", "hvor står vi", "status for området", "mennesker der bor der",
        "udgangspunkt", "udgangspunktet", "i tal og ord", "hvad bekymrer os", "hvorfor", "behov-",
        "vilkår i", "beskrivelse af området", "fakta om", "kendetegn", "kendetegner", "nøgletal",
        "området i dag", "området lige nu", "her står vi", "her er vi", "hvem bor her", "hvem bor",
        "trænger sig på", "bekymrer",
    ),
    "beboer": ("beboere", "beboerne", "beboernes", "beboerprofil", "indbyggere"),
    "beboertal": (
        "beboertal", "beboere", "antal beboere", "indbyggere", "antal indbyggere", "antal personer",
        "bor der",
    ),
    "lejemål": (
        "lejemål-", "boliger", "lejlighed-", "antal boliger", "antal lejemål", "boligtal",
        "antal lejligheder",
    ),
    "måling": (
        "måling-", "målinger", "målepunkt-", "succeskriteri-", "effektmål", "overordnede mål",
        "målepunkter", "målinger og mål",
    ),
    "indikator": (
        "indikator-", "succeskriteri-", "sådan måler vi", "måles på", "hvad måler vi", "målemetode",
        "hvordan måles", "hvordan måler vi", "det måler vi", "tegn på succes", "måltal",
        "sådan måler vi det", "sådan måles", "sådan måles det", "måles", "målepunkt", "målepunkter",
        "vi måler", "måler vi", "ses på", "aflæses på", "kendes på",
    ),
    "delmål": (
        "delmål-", "det vil vi", "mål", "målet", "målene", "målsætning-", "resultatmål", "hvad vil vi nå",
        "skal være anderledes", "skal lykkes", "skal ændre sig", "hvad skal vi nå", "forandring-",
        "det skal vi nå", "resultat-", "hvad skal ske",
    ),
    "baseline": (
        "baseline-", "udgangspunkt-", "startværdi-", "nulpunkt-", "startpunkt", "startniveau",
        "nuværende niveau", "udgangsniveau", "status ved start", "tal ved start", "hvor er vi nu",
        "tal i dag", "niveau i dag", "nu", "nuværende", "i dag", "start", "ved start", "startår",
        "udgangspunktet", "før", "tal fra start", "status i dag", "startværdien", "nutal",
    ),
    "andet": ("anden", "andre", "andet", "sammenligning-", "til sammenligning", "reference-"),
    "datakilde": (
        "datakilde-", "kilde", "kilden", "kilder", "data fra", "dataleverandør-", "datagrundlag",
        "hvor kommer tallene fra", "hvorfra", "hvor finder vi tallet", "registreres i", "tal fra",
        "tallene kommer fra", "tallene fra", "hentes fra", "hentes", "kilden er", "opgøres af",
        "måles hos", "dokumenteres ved",
    ),
    "år": ("år", "årstal", "årgang", "opgjort", "målt i", "måleår"),
    "aktivitet": (
        "aktivitet-", "aktiviteter", "tiltag-", "indsatser", "indsatserne", "initiativ-", "delprojekt-",
        "det gør vi", "sådan når vi", "sådan vil vi nå", "hvad sætter vi i gang", "aktiviteten",
        "indsatsens aktiviteter", "vejen til målet",
    ),
    "skema": ("skema-", "aktivitetsskema-", "aktivitetsbeskrivelse-"),
    "ressource": (
        "ressource-", "medarbejderressource-", "bemanding-", "personale-", "medarbejder-", "medarbejdere",
        "stillinger", "årsværk", "timer", "timetal", "timeforbrug", "tid", "kræfter", "tidsforbrug",
        "arbejdstid", "ugentlig tid", "bemandet", "hænder", "ansatte", "folk",
    ),
    "økonomi": (
        "budget-", "økonomi-", "finansiering-", "ressourcer", "midler", "omkostninger", "penge", "pengene",
        "hvad koster", "koster", "bevilling-", "tilskud-", "midlerne", "udgifter", "hvem betaler",
        "økonomisk ramme", "rammebeløb",
    ),
    "beløb": ("beløb-", "bidrag", "bidraget", "finansiering", "kr", "kroner", "t.kr", "tkr", "mio. kr"),
    "giver": (
        "kilde", "organisation", "bidragyder-", "finansieringskilde-", "giver", "hvem betaler",
        "finansieret af",
    ),
    "kommunal": ("kommunal-", "kommunale", "kommune-", "kommunens"),
    "samspil": (
        "samspil-", "samarbejde-", "koordinering-", "kobling-", "øvrige indsatser", "øvrige tiltag",
        "andre projekter", "andre indsatser", "andre tiltag", "andre planer", "sammenhæng", "sammenhængen",
        "sammenhænge", "andre forhold", "øvrige projekter", "øvrige planer", "andet der sker",
        "sker der ellers", "sker i området", "forbindelse til", "forbindelse med", "forholdet til",
        "grænseflade-", "snitflade-", "i forvejen", "andre aktiviteter",
    ),
    "revision": (
        "revision-", "ændring-", "ændringer", "justering-", "genforhandling-", "ajourføring-",
        "revidering-", "nye vilkår", "opdatering-", "hvordan ændres", "rettelse-", "tilpasning-", "ændres",
        "hvis noget ændrer", "nye aftaler", "vedligeholdelse-",
    ),
    "evaluering": (
        "evaluering-", "opfølgning-", "dokumentation-", "afrapportering-", "følger vi", "følger op",
        "læring", "status og evaluering", "hvordan går det", "årsopfølgning-", "lærer vi", "monitorering-",
    ),
    "underretning": (
        "underretning-", "orientering-", "informering-", "informationspligt-", "information",
        "gensidig orientering", "hvem orienterer hvem", "underrette-", "tavshedspligt-", "bekymring-",
        "orienterer",
    ),
    "konflikt": (
        "konflikt-", "konflikthåndtering-", "uenighed-", "tvist-", "uoverensstemmelse-",
        "hvis vi bliver uenige", "når vi bliver uenige", "uenige", "går skævt", "går galt", "uenig",
        "uenigheder", "strid-", "klage-", "kan blive enige", "ikke er enige", "ikke kan enes",
    ),
    "målgruppe": (
        "målgruppe-", "hvem er det for", "for hvem", "til hvem", "hvem henvender", "deltagere",
        "hvem er den for", "hvem er det til", "hvem kan være med", "for", "brugere", "målgruppen er",
        "deltagergruppe-",
    ),
    "indhold": (
        "indhold-", "aktivitetsbeskrivelse-", "beskrivelse", "hvad gør vi", "hvad sker der", "det gør vi",
        "hvad skal der ske", "hvad går det ud på", "hvad er det", "sådan er det", "kort om",
        "hvad laver vi", "beskrivelse af aktiviteten", "hvad sker der i praksis", "hvad indeholder",
    ),
    "praksis": (
        "praksis-", "metode-", "fremgangsmåde-", "arbejdsform-", "sådan gør vi", "hvordan gør vi",
        "sådan foregår det", "hvordan foregår det", "i praksis", "tilrettelæggelse-", "sådan arbejder vi",
        "hvordan foregår", "sådan er den tilrettelagt", "arbejdsmetode-", "hvordan arbejder vi",
    ),
    "ansvar": (
        "ansvar-", "ansvarlig-", "rollefordeling-", "roller", "tovholder-", "hvem gør hvad",
        "hvem har ansvaret", "opgavefordeling-", "ansvarsfordeling-", "hvem står for", "hvem laver hvad",
        "ansvarlige", "opgaver og ansvar", "hvem driver", "arbejdsdeling-", "ansvarshavende",
    ),
    "milepæl": (
        "milepæl-", "delleverance-", "begivenhed-", "hvad", "hvad skal være nået", "hvad sker",
        "skal være sket", "delmål på vejen", "trin",
    ),
    "frist": (
        "frist-", "deadline-", "tidspunkt-", "hvornår", "senest", "tidsfrist-", "termin", "dato",
        "senest den", "hvornår er det", "måned", "færdig",
    ),
    "status": ("status", "stade", "fremdrift-", "hvor langt"),
    "bemærkning": ("bemærkning-", "note", "noter", "kommentar-", "anmærkning-"),
    "titel": ("titel", "stilling", "stillingsbetegnelse", "funktion", "rolle"),
    "enhed": ("enhed", "arbejdssted", "arbejdsplads", "forvaltning", "organisation", "organisation/enhed"),
    "navn": (
        "helhedsplan", "helhedsplanens navn", "navn", "navne", "hedder", "betegnelse", "plan",
        "planens navn", "indsatsens navn", "navnet",
    ),
    "udpeget": ("udpeget-", "indstillet af", "valgt af"),
    "vision": ("vision-", "drømmen", "fremtidsbillede-", "om fire år", "vores vision", "fælles vision"),
    "bilag": (
        "bilag-", "aftaledokumenter", "dokumenter", "vedlagt", "tilhørende dokumenter",
        "til aftalen hører", "aftalens dokumenter", "følger med",
    ),
    "samlet": ("samlede", "samlet", "tværgående", "på tværs", "hænger sammen", "hænger det sammen"),
    "indledning": (
        "indledning-", "forord-", "introduktion", "baggrund for aftalen", "kort fortalt", "præsentation-",
        "om aftalen", "hvad er det her for en aftale",
    ),
    "regler": ("kommissori-", "forretningsorden"),
    "tryghed": ("tryghed-", "tryghedssituation-", "tryg", "utryghed-"),
    "kriterium": ("kriteri-",),
    "indsatsområder": (
        "indsatsområder", "indsatsområderne", "valgte indsatsområder", "det vil vi opnå",
        "hvad vil vi opnå", "mål for indsatsen", "overordnede mål for",
    ),
    "ejer": (
        "ejer-", "boligorganisation-", "boligselskab-", "udlejer-", "tilhører", "ejes af", "ejet af",
        "hører til hos",
    ),
    "i alt": (
        "i alt", "samlet budget", "total", "sum", "samlet", "ramme", "samlet ramme", "tilsammen",
        "alt i alt",
    ),
    "lokal": ("lokal-",),
}
"""Things that a form has a word for, with the words and phrases that say it."""

WEAK = (
    "boligsocial", "indsats", "helhedsplan", "aftale", "delaftal", "samarbejdsaftal", "strategisk",
    "beskrivelse",
    "overordne", "vores", "denne", "hele", "planen", "plans", "projekt", "øvrig", "konkret", "lokale",
    "fælles",
)  # fmt: skip
"""Beginnings of the words of the field that tell no heading from another."""
