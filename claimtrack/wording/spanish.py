"""Spanish: the tables."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g

_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_SMALL = (
    {word: n for n, word in enumerate(_UNITS)}
    | {word: 10 * n for n, word in enumerate(_TENS, 3)}
    | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}
)
_HUNDREDS = {"cien": 100, "ciento": 100} | {
    f"{stem}{end}": 100 * n
    for n, stem in enumerate(
        "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".split(), 2
    )
    for end in ("os", "as")
}

_BEFORE = {
    "exactamente | un total de | en total | sólo | solo | solamente | los | las | unicamente": "exact",
    "al menos | por lo menos | no menos de | un mínimo de | como mínimo | ≥ | cuando menos": "at_least",
    "más de | más que | por encima de | mas de | superior a | supera los | superan los | bastante más de | mucho más de | >"
    "| poco más de | supera las | superó los": "more_than",
    "hasta | a lo sumo | como máximo | no más de | un máximo de | ≤": "at_most",
    "menos de | por debajo de | <": "fewer",
    "unos | unas | alrededor de | cerca de | aproximadamente | en torno a | ~ | ≈ | más o menos | alrededor de unos": "about",
    "casi": "nearly",
    "otros | otras | otro | otra | adicionales": "increment",
    "no | apenas": "refused",
}

_AFTER = {
    "o más | + | como mínimo | por lo menos | al menos": "at_least",
    "o menos | como máximo": "at_most",
    "aproximadamente | más o menos": "about",
    "y tantos | y pico": "odd",
    "más": "increment",
    "otros | otras": "increment",
    "% | por ciento | /": "part",
}

_TAILS = {
    "hasta ahora | hasta el momento | por el momento | hasta la fecha | balance provisional | provisional | provisionales"
    "| al menos | por lo menos | como mínimo | o más": "at_least",
}

_VAGUE = {
    "varios | varias": "several",
    "algunos | algunas | unos cuantos | unas cuantas | unos pocos | unas pocas | un puñado de | pocos | pocas": "few",
    "un par de": "couple",
    "decenas | decenas de | docenas | docenas de | varias decenas de | varias docenas de | varias decenas": "dozens",
    "cientos | cientos de | centenares | centenares de | varios cientos de | varios centenares de | centenas de": "hundreds",
    "miles | miles de | millares | millares de | varios miles de": "thousands",
    "decenas de miles | decenas de miles de": "tens of thousands",
    "cientos de miles | cientos de miles de | centenares de miles de": "hundreds of thousands",
    "millones de": "millions",
    "muchos | muchas | numerosos | numerosas | gran cantidad de | un gran número de | multitud de": "plural",
    "un número indeterminado de | un número desconocido de | una cantidad indeterminada de | un número no precisado de": "unknown number",
    "ningún | ninguna | ninguno | nadie | sin | cero | ni un solo | no hubo": "none",
    "ambos | ambas": "both",
}

K, W, C, M, D, A = "killed", "wounded", "captured", "missing", "displaced", "abducted"

_OUTCOMES = (
    (K, g.NOUN | g.STATE, "muertos | muertas | muerto | muerta | fallecidos | fallecidas | fallecido | fallecida"),
    (K, g.NOUN | g.OF, "muertes | cadáveres | cadáver | cuerpos | decesos | víctimas mortales | víctimas fatales | bajas mortales"
     "| restos de | vidas | cuerpo"),
    (K, g.STATE | g.GOVERNS, "asesinados | asesinadas | asesinado | asesinada | abatidos | abatido | abatidas | ejecutados | ejecutado"
     "| ejecutadas | masacrados | masacradas | degollados | fusilados | acribillados | ultimados | eliminados | ahogados | quemados vivos"
     "| baleados | dados de baja"),
    (K, g.GOVERNS, "mató | matan | mata | mataron | matando | matar | asesinó | asesinan | asesinaron | asesinando | abatió | abatieron | causó la muerte de"
     "| causando la muerte de | causaron la muerte de | ejecutaron | masacraron | dio muerte a | dieron muerte a | dejó sin vida a | costó la vida a"
     "| cobró la vida de | causó la muerte a | se cobró la vida de | cobrado la vida de | provocó la muerte de"),
    (K, g.OF, "muerte de | asesinato de | ejecución de | masacre de | matanza de | asesinatos de"),
    (K, g.DOES, "murieron | murió | mueren | fallecieron | falleció | perecieron | pereció | perdieron la vida | perdió la vida | han muerto"
     "| ha muerto | han fallecido | resultaron muertos | resultaron muertas | cayeron | morir | perdido la vida | muere | fallecen"),
    (K, g.GOVERNS, "perdió | perdieron | perder | perdido"),
    (K, g.SUM, "número de muertos | cifra de muertos | muertos : | número de víctimas mortales | balance"),
    (W, g.NOUN | g.STATE, "heridos | heridas | herido | herida | lesionados | lesionadas | lesionado | lesionada"),
    (W, g.GOVERNS, "hirió | hirieron | hiriendo | herir | lesionó"),
    (W, g.STATE, "hospitalizados | hospitalizadas"),
    (W, g.SUM, "heridos : | número de heridos"),
    ("casualties", g.NOUN | g.OF, "víctimas | víctima | bajas | pérdidas"),
    (C, g.NOUN, "prisioneros | detenciones"),
    (C, g.STATE | g.NOUN, "detenidos | detenidas | detenido | detenida | capturados | capturadas | capturado | arrestados | arrestadas | apresados"),
    (C, g.GOVERNS, "capturó | capturaron | detuvo | detuvieron | arrestó | arrestaron | capturando | deteniendo"),
    (C, g.OF, "captura de | detención de | arresto de"),
    (M, g.NOUN | g.STATE, "desaparecidos | desaparecidas | desaparecido | desaparecida"),
    (D, g.NOUN | g.STATE, "desplazados | desplazadas | refugiados | refugiadas | evacuados | evacuadas | damnificados"),
    (D, g.DOES, "huyeron | huyen | han huido"),
    (A, g.NOUN, "rehenes | rehén"),
    (A, g.STATE | g.NOUN, "secuestrados | secuestradas | secuestrado | secuestrada | raptados"),
    (A, g.GOVERNS, "secuestró | secuestraron | secuestrando"),
    (A, g.OF, "secuestro de | rapto de"),
    ("killed or captured", g.STATE, "neutralizados | neutralizado"),
)  # fmt: skip

_PERSON = """
personas soldados militares civiles combatientes guerrilleros guerrilleras rebeldes insurgentes terroristas yihadistas hombres mujeres niños
niñas jóvenes adolescentes estudiantes alumnos maestros profesores policías agentes oficiales funcionarios campesinos campesinas indígenas
habitantes vecinos pobladores residentes obreros trabajadores mineros empleados periodistas médicos enfermeras sacerdotes monjas jesuitas
religiosas religiosos catequistas turistas pasajeros peatones migrantes refugiados familias miembros elementos efectivos integrantes marinos marineros pilotos
tripulantes guardias escoltas mercenarios voluntarios observadores dirigentes líderes comandantes jefes generales coroneles capitanes tenientes
sargentos cabos reclutas cadetes reservistas paracaidistas sospechosos delincuentes criminales bandidos sicarios narcotraficantes presos reclusos
rehenes prisioneros víctimas sobrevivientes supervivientes testigos atacantes asaltantes paramilitares milicianos manifestantes activistas sindicalistas
ciudadanos extranjeros nacionales conductores choferes ingenieros abogados jueces fiscales alcaldes concejales diputados senadores ministros
diplomáticos comerciantes vendedores muertos heridos desaparecidos detenidos secuestrados otros otras bebés menores adultos ancianos hermanos hijos hijas padres
madres bomberos socorristas gente adeptos simpatizantes pandilleros mareros subversivos uniformados infantes gendarmes palestinos israelíes ucranianos rusos sirios
colombianos mexicanos salvadoreños guatemaltecos nicaragüenses hondureños peruanos tropas fuerzas pescadores pastores candidatos votantes
"""

_SINGLE = """
persona soldado militar civil combatiente guerrillero guerrillera rebelde insurgente terrorista hombre mujer niño niña joven adolescente
estudiante alumno maestro profesor policía agente oficial funcionario campesino campesina indígena vecino obrero trabajador minero empleado
periodista médico enfermera sacerdote monja jesuita turista pasajero peatón migrante miembro elemento marino piloto guardia escolta
mercenario voluntario dirigente líder comandante jefe general coronel capitán teniente sargento cabo recluta cadete sospechoso
sicario preso recluso rehén prisionero víctima sobreviviente atacante manifestante activista sindicalista ciudadano conductor juez
fiscal alcalde concejal diputado senador ministro comerciante bebé menor adulto anciano muerto herido bombero
"""

_THINGS = """
pueblos pueblo aldeas aldea ciudades casas casa viviendas vivienda escuelas hospitales puentes carreteras vehículos vehículo coches camiones camión autobuses
tanques helicópteros helicóptero aviones avión drones misiles misil cohetes bombas bomba granadas minas fusiles armas municiones balas explosiones explosión ataques ataque
emboscadas combates enfrentamientos incidentes operaciones atentados atentado campamentos bases puestos posiciones oficinas tiendas provincias regiones países
departamentos municipios barrios lugares torres barcos trenes convoyes patrullas unidades batallones brigadas grupos partidos veces declaraciones informes
cabezas reses vacas animales disparos tiros puntos votos leyes casos motocicletas
"""

_UNITS_OF = """
km kilómetros kilómetro metros metro m cm mm hectáreas toneladas kg kilos gramos litros grados segundos minutos minuto horas hora días día semanas
semana meses mes años año décadas siglos dólares euros pesos colones quetzales soles ciento % $ € £ calibre millas
"""

_ENDS = """
de del en sobre a al por para con sin durante tras después antes desde hasta entre contra hacia ante bajo según
que quien quienes cuando donde como porque pero y e o u ni
es son fue fueron era eran ha han había habían será serán sería serían está están estaban sido siendo
él ella ellos ellas se le les su sus lo la los las el un una este esta estos estas
no ya también todavía hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo incluidos incluyendo incluidas
"""

LANGUAGE: Final = g.Language(
    code="es",
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6},
    bare_scales=frozenset({"mil", "cien", "ciento"}),
    collectives={
        "decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40, "cincuentena": 50,
        "centena": 100, "centenar": 100, "millar": 1000,
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
    parts="incluidos | incluidas | incluyendo | entre ellos | entre ellas | de los cuales | de las cuales | de ellos | incluido | incluida | entre los cuales",
    outcomes=_OUTCOMES,
    head_first=True,
    flags={
        g.NUMBER: "media",
        g.PERSON: _PERSON,
        g.SINGLE: _SINGLE,
        g.THING: _THINGS,
        g.UNIT: _UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: "es son fue fueron era eran sido siendo será serán sería serían están estaban resultaron resultó quedaron reportados dados",
        g.HAVE: "ha han había habían haber habría habrían",
        g.PASS: "de del la las los el un una al menos más a en total también otros otras unos unas cerca casi hasta por lo menos y o sus su",
        g.JOIN: "y e o u",
        g.PREP: "de del en sobre a al por para con entre contra",
        g.STOP: "pero mientras aunque",
        g.MONTH: "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
        g.DENY: "niega negó niegan negaron desmintió desmiente",
        g.NOT: "no nunca tampoco",
        g.REPORT: "reportó reportado reportados reportadas reportaron informó informado informaron confirmado confirmó registró registrado registraron reporte reportes información informes",
        g.DET: "el la los las un una su sus este esta",
        g.ADJ: "graves grandes fuertes cuantiosas numerosas importantes considerables enormes severas humanas materiales las unas muchas algunas",
        g.LOSS: "bajas pérdidas pérdida",
        g.UNKNOWN: "desconocido desconocida indeterminado incierto",
        g.BEFORE: "resolución artículo número vuelo ruta brigada batallón división unidad página base km",
    },
)
