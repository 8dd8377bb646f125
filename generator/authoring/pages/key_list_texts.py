"""Words of docs/noegler.md around its tables."""

NOT_YOURS = "Filen følger med programmet, og den, der skriver aftaler, skal ikke ændre den."

HEAD = """\
# Nøglerne, én for én

En *nøgle* er ordet foran kolonet i en linje, for eksempel `navn` i `navn: Viborg Kommune`.
Her står alle nøgler, fil for fil, i den rækkefølge, som de har i en ny plan.
[Vejledningen](vejledning.md) fortæller, hvordan man skriver dem.

Kolonnen *Skal udfyldes* siger, hvornår nøglen ikke må mangle:

- *altid*: også i et udkast.
  I en liste gælder det for hvert punkt på listen.
- *en af dem*: mindst én af tabellens nøgler, som det står ved, også i et udkast.
- *endelig*: når aftalens `status` er `endelig`.
  Står der en runde bagved, gælder det kun for den runde.
- Er feltet tomt, bestemmer I selv.

Står der *Tekst.* ved en nøgle, må der stå flere afsnit, skrevet efter en lodret streg.
I stedet for en sådan tekst kan der stå en [kendt mangel](#kendt-mangel).
De længste kan deles i [afsnit](#afsnit).

Siden er lavet af programmets egne beskrivelser og ændres ikke i hånden.
"""
GAP = """\
## Kendt mangel

En kendt mangel står i stedet for en tekst, som ikke kan skaffes, og siger hvorfor.

"""
SECTIONS = """\
## Afsnit

En lang tekst, hvor det står ved nøglen, kan være en liste af afsnit med hver sin overskrift.

"""
COLUMNS = """\
| Nøgle | Hvad der skal stå | Eksempel | Skal udfyldes |
|---|---|---|---|
"""
