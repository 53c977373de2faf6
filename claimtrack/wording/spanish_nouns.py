"""Spanish: the nouns. People, one person, things that are no people, units."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
personas soldados militares civiles combatientes guerrilleros guerrilleras rebeldes insurgentes
terroristas yihadistas hombres mujeres niños niñas jóvenes adolescentes estudiantes alumnos maestros
profesores policías agentes oficiales funcionarios campesinos campesinas indígenas habitantes vecinos
pobladores residentes obreros trabajadores mineros empleados periodistas médicos enfermeras sacerdotes
monjas jesuitas religiosas religiosos catequistas turistas pasajeros peatones migrantes refugiados
miembros elementos efectivos integrantes marinos marineros pilotos tripulantes guardias escoltas
mercenarios voluntarios observadores dirigentes líderes comandantes jefes generales coroneles
capitanes tenientes sargentos cabos reclutas cadetes reservistas paracaidistas sospechosos
delincuentes criminales bandidos sicarios narcotraficantes presos reclusos rehenes prisioneros
víctimas sobrevivientes supervivientes testigos atacantes asaltantes paramilitares milicianos
manifestantes activistas sindicalistas ciudadanos extranjeros nacionales conductores choferes
ingenieros abogados jueces fiscales alcaldes concejales diputados senadores ministros diplomáticos
comerciantes vendedores muertos heridos desaparecidos detenidos secuestrados otros otras bebés menores
adultos ancianos hermanos hijos hijas padres madres bomberos socorristas gente adeptos simpatizantes
pandilleros mareros subversivos uniformados infantes gendarmes palestinos israelíes ucranianos rusos
sirios colombianos mexicanos salvadoreños guatemaltecos nicaragüenses hondureños peruanos tropas
fuerzas pescadores pastores candidatos votantes mártires suboficiales brigadas repatriados
compatriotas estadounidenses norteamericanos españoles franceses alemanes ingleses británicos
italianos portugueses venezolanos ecuatorianos bolivianos chilenos argentinos uruguayos paraguayos
brasileños panameños costarricenses cubanos dominicanos haitianos iraquíes iraníes afganos
paquistaníes indios chinos japoneses coreanos turcos kurdos libaneses libios egipcios marroquíes
argelinos tunecinos malienses nigerianos somalíes sudaneses congoleños etíopes kenianos musulmanes
cristianos judíos chiíes suníes afrodescendientes excombatientes
"""

PERSON: Final = """
persona soldado militar civil combatiente guerrillero guerrillera rebelde insurgente terrorista hombre
mujer niño niña joven adolescente estudiante alumno maestro profesor policía agente oficial
funcionario campesino campesina indígena vecino obrero trabajador minero empleado periodista médico
enfermera sacerdote monja jesuita turista pasajero peatón migrante miembro elemento marino piloto
guardia escolta mercenario voluntario dirigente líder comandante jefe general coronel capitán teniente
sargento cabo recluta cadete sospechoso sicario preso recluso rehén prisionero víctima sobreviviente
atacante manifestante activista sindicalista ciudadano conductor juez fiscal alcalde concejal diputado
senador ministro comerciante bebé menor adulto anciano muerto herido bombero suboficial uniformado
efectivo desertor extorsionista
"""

THINGS: Final = """
pueblos pueblo aldeas aldea ciudades casas casa viviendas vivienda escuelas hospitales puentes
carreteras vehículos vehículo coches camiones camión autobuses tanques helicópteros helicóptero
aviones avión drones misiles misil cohetes bombas bomba granadas minas fusiles armas municiones balas
explosiones explosión ataques ataque emboscadas combates enfrentamientos incidentes operaciones
atentados atentado campamentos bases puestos posiciones oficinas tiendas provincias regiones países
departamentos municipios barrios lugares torres barcos trenes convoyes patrullas unidades batallones
brigadas grupos partidos veces declaraciones informes cabezas reses vacas animales ovejas cabras
caballos cerdos perros pollos peces aves tortugas ballenas delfines disparos tiros
puntos votos leyes casos motocicletas familias familia hogares hogar parejas equipos comunidades
comunidad naufragios accidentes accidente masacres matanzas bombardeos bombardeo asaltos tiroteos
tiroteo incendios inundaciones terremotos frentes hoteles restaurantes bares iglesias iglesia
mezquitas cárceles cárcel fortines caseríos veredas vereda provincia región país departamento
municipio barrio barco tren lanchas lancha embarcaciones taxis ambulancias tractores teléfonos
computadores radios uniformes chalecos cinturones explosivos cargas machetes bicicletas motocicleta
trincheras fosas tumbas ataúdes escuela hospital universidad colegios fábricas fincas finca
plantaciones noches batallón brigada compañía patrulla destacamentos aeropuertos aeropuerto embajadas
juzgados
"""

UNITS_OF: Final = """
km kilómetros kilómetro metros metro m cm mm hectáreas toneladas kg kilos gramos litros grados
segundos minutos minuto horas hora días día semanas semana meses mes años año décadas siglos dólares
euros pesos colones quetzales soles ciento % $ € £ calibre millas
"""
