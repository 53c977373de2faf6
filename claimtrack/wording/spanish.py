"""Spanish: the tables."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g
from claimtrack.wording import spanish_nouns as nouns
from claimtrack.wording.language import Language
from claimtrack.wording.tokens import word_list

_UNITS = word_list(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco
    veintiséis veintisiete veintiocho veintinueve
    """
)
_TENS = word_list("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SMALL = (
    {word: n for n, word in enumerate(_UNITS)}
    | {word: 10 * n for n, word in enumerate(_TENS, 3)}
    | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}
)
_HUNDREDS = {"cien": 100, "ciento": 100} | {
    f"{stem}{end}": 100 * n
    for n, stem in enumerate(
        [
            "doscient",
            "trescient",
            "cuatrocient",
            "quinient",
            "seiscient",
            "setecient",
            "ochocient",
            "novecient",
        ],
        2,
    )
    for end in ("os", "as")
}

_BEFORE = {
    "exact": """
        exactamente | un total de | en total | sólo | solo | solamente | los | las | unicamente
    """,
    "at_least": """
        al menos | por lo menos | no menos de | un mínimo de | como mínimo | ≥ | cuando menos
    """,
    "more_than": """
        más de | más que | por encima de | mas de | superior a | supera los | superan los
        bastante más de | mucho más de | > | poco más de | supera las | superó los
    """,
    "at_most": "hasta | a lo sumo | como máximo | no más de | un máximo de | ≤",
    "fewer": "menos de | por debajo de | <",
    "about": """
        unos | unas | alrededor de | cerca de | aproximadamente | en torno a | ~ | ≈ | más o menos
        alrededor de unos
    """,
    "nearly": "casi",
    "increment": "otros | otras | otro | otra | adicionales",
    "refused": "no | apenas",
}

_AFTER = {
    "at_least": "o más | + | como mínimo | por lo menos | al menos",
    "at_most": "o menos | como máximo",
    "about": "aproximadamente | más o menos",
    "odd": "y tantos | y pico",
    "increment": "más | otros | otras",
    "part": "% | por ciento | /",
}

_TAILS = {
    "at_least": """
        hasta ahora | hasta el momento | por el momento
        hasta la fecha | balance provisional | primer balance
        saldo preliminar | balance preliminar | saldo provisional | preliminar | preliminares
        informe preliminar | provisional | provisionales | al menos | por lo menos | como mínimo | o más
    """,
}

_VAGUE = {
    "several": "varios | varias",
    "few": """
        algunos | algunas | unos cuantos | unas cuantas | unos pocos | unas pocas | un puñado de
        pocos | pocas
    """,
    "couple": "un par de",
    "dozens": """
        decenas | decenas de | docenas | docenas de | varias decenas de | varias docenas de
        varias decenas
    """,
    "hundreds": """
        cientos | cientos de | centenares | centenares de | varios cientos de | varios centenares de
        centenas de
    """,
    "thousands": "miles | miles de | millares | millares de | varios miles de",
    "tens of thousands": "decenas de miles | decenas de miles de",
    "hundreds of thousands": "cientos de miles | cientos de miles de | centenares de miles de",
    "millions": "millones de",
    "plural": """
        muchos | muchas | numerosos | numerosas | gran cantidad de | un gran número de | multitud de
    """,
    "unknown number": """
        un número indeterminado de | un número desconocido de | una cantidad indeterminada de
        un número no precisado de
    """,
    "none": "ningún | ninguna | ninguno | nadie | sin | cero | ni un solo | no hubo",
    "both": "ambos | ambas",
    "same": "otros tantos | otras tantas | igual número de",
}

_OUTCOMES = (
    (
        "killed",
        g.NOUN | g.STATE,
        """
        muertos | muertas | muerto | muerta | fallecidos | fallecidas | fallecido | fallecida
    """,
    ),
    (
        "killed",
        g.NOUN | g.OF,
        """
        muertes | asesinatos | ejecuciones | cadáveres | cadáver | cuerpos | decesos
        víctimas mortales | víctimas fatales
        bajas mortales | restos de | vidas | cuerpo
    """,
    ),
    (
        "killed",
        g.STATE | g.GOVERNS,
        """
        asesinados | asesinadas | asesinado | asesinada | abatidos | abatido | abatidas | ejecutados
        ejecutado | ejecutadas | masacrados | masacradas | degollados | fusilados | acribillados
        ultimados | eliminados | ahogados | quemados vivos | baleados | dados de baja
    """,
    ),
    (
        "killed",
        g.GOVERNS,
        """
        mató | matan | mata | mataron | matando | matar | asesinó | asesinan | asesinaron | asesinando
        abatió | abatieron | causó la muerte de | causando la muerte de | causaron la muerte de
        ejecutaron | masacraron | dio muerte a | dieron muerte a | dejó sin vida a | costó la vida a
        cobró la vida de | causó la muerte a | se cobró la vida de | cobrado la vida de
        provocó la muerte de | perdió | perdieron | perder | perdido
    """,
    ),
    (
        "killed",
        g.OF,
        """
        muerte de | asesinato de | ejecución de | masacre de | matanza de | asesinatos de
    """,
    ),
    (
        "killed",
        g.DOES,
        """
        murieron | murió | mueren | fallecieron | falleció | perecieron | pereció | perdieron la vida
        perdió la vida | han muerto | ha muerto | han fallecido | resultaron muertos
        resultaron muertas | cayeron | morir | perdido la vida | muere | fallecen
    """,
    ),
    (
        "killed",
        g.SUM,
        """
        número de muertos | cifra de muertos | muertos : | número de víctimas mortales | balance
    """,
    ),
    (
        "wounded",
        g.NOUN | g.STATE,
        """
        heridos | heridas | herido | herida | lesionados | lesionadas | lesionado | lesionada
    """,
    ),
    ("wounded", g.GOVERNS, "hirió | hirieron | hiriendo | herir | lesionó"),
    ("wounded", g.STATE, "hospitalizados | hospitalizadas"),
    ("wounded", g.SUM, "heridos : | número de heridos"),
    ("casualties", g.NOUN | g.OF, "bajas | pérdidas"),
    ("casualties", g.NOUN, "víctimas | víctima"),
    ("captured", g.NOUN, "prisioneros | detenciones"),
    (
        "captured",
        g.NOUN | g.STATE,
        """
        detenidos | detenidas | detenido | detenida | capturados | capturadas | capturado | arrestados
        arrestadas | apresados
    """,
    ),
    (
        "captured",
        g.GOVERNS,
        """
        capturó | capturaron | detuvo | detuvieron | arrestó | arrestaron | capturando | deteniendo
    """,
    ),
    ("captured", g.OF, "captura de | detención de | arresto de"),
    ("missing", g.NOUN | g.STATE, "desaparecidos | desaparecidas | desaparecido | desaparecida"),
    (
        "displaced",
        g.NOUN | g.STATE,
        """
        desplazados | desplazadas | refugiados | refugiadas | evacuados | evacuadas | damnificados
    """,
    ),
    ("displaced", g.DOES, "huyeron | huyen | han huido"),
    ("abducted", g.NOUN, "rehenes | rehén | secuestros"),
    ("abducted", g.NOUN | g.STATE, "secuestrados | secuestradas | secuestrado | secuestrada | raptados"),
    ("abducted", g.GOVERNS, "secuestró | secuestraron | secuestrando"),
    ("abducted", g.OF, "secuestro de | rapto de"),
    ("killed or captured", g.STATE, "neutralizados | neutralizado"),
)

_ENDS = """
de del en sobre a al por para con sin durante tras después antes desde hasta entre contra hacia ante
bajo según que quien quienes cuando donde como porque pero y e o u ni es son fue fueron era eran ha
han había habían será serán sería serían está están estaban sido siendo él ella ellos ellas se le les
su sus lo la los las el un una este esta estos estas no ya también todavía hoy ayer mañana lunes
martes miércoles jueves viernes sábado domingo incluidos incluyendo incluidas
"""

_BETWEEN = """
de del la las los el un una al menos más a en total también otros otras unos unas cerca casi hasta por
lo y o sus su
"""

LANGUAGE: Final = Language(
    code="es",
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6},
    bare_scales=frozenset({"mil", "cien", "ciento"}),
    collectives={
        "decena": 10,
        "docena": 12,
        "quincena": 15,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centena": 100,
        "centenar": 100,
        "millar": 1000,
    },
    plurals={"decenas": 10, "docenas": 12, "centenares": 100, "millares": 1000},
    articles="un una uno",
    glue="y",
    links="a -",
    either="o u",
    both_ends={"entre": "y", "de": "a"},
    vague=_VAGUE,
    multiples={},
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="""
        a saber | incluidos | incluidas | incluyendo | entre ellos | entre ellas | de los cuales
        de las cuales | de ellos | incluido | incluida | entre los cuales
    """,
    outcomes=_OUTCOMES,
    head_first=True,
    flags={
        g.NUMBER: "media",
        g.PERSON: nouns.PEOPLE,
        g.SINGLE: nouns.PERSON,
        g.THING: nouns.THINGS,
        g.UNIT: nouns.UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: """
            es son fue fueron era eran sido siendo será serán sería serían están estaban resultaron
            resultado
            resultó quedaron reportados dados
        """,
        g.HAVE: "ha han había habían haber habría habrían",
        g.PASS: _BETWEEN,
        g.JOIN: "y e o u",
        g.PREP: "de del en sobre a al por para con entre contra segun",
        g.STOP: "pero mientras aunque",
        g.MONTH: """
            enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
            diciembre
        """,
        g.DENY: "niega negó niegan negaron desmintió desmiente",
        g.NOT: "no nunca tampoco",
        g.REPORT: """
            reportó reportado reportados reportadas reportaron informó informado informaron confirmado
            confirmó registró registrado registraron reporte reportes información informes
        """,
        g.DET: "el la los las un una su sus este esta",
        g.ADJ: """
            graves grandes fuertes cuantiosas numerosas importantes considerables enormes severas
            humanas materiales las unas muchas algunas
        """,
        g.LOSS: "bajas pérdidas pérdida",
        g.UNKNOWN: "desconocido desconocida indeterminado incierto",
        g.FATE: """
            rescatados rescatadas liberados liberadas sobrevivieron violadas torturados torturadas
            condenados deportados expulsados infectados
        """,
        g.BEFORE: """
            resolución artículo número frente bloque columna vuelo ruta
            brigada batallón división unidad página base km
        """,
    },
)
