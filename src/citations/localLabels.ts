import type { LocatorKind } from './locatorKind';

/** The labels of a language by kind: how one place is written and how several, then how else; parted by `|`. */
type Labels = Readonly<Partial<Record<LocatorKind, string>>>;

/**
 * The labels of locators in the languages of the locales that are shipped, but English: what these call them
 * (test/real/citations/localLabels.test.ts holds it against them), and what else is commonly written.
 */
export const LOCAL_LABELS: Readonly<Record<string, Labels | undefined>> = {
  de: {
    page: 'S.|S.|Seite|Seiten',
    act: 'Akt|Akten',
    appendix: 'Anh.|Anh.|Anhang|Anhänge',
    'article-locator': 'Art.|Art.|Artikel',
    book: 'B.|B.|Buch|Bücher',
    chapter: 'Kap.|Kap.|Kapitel',
    column: 'Sp.|Sp.|Spalte|Spalten',
    equation: 'Gl.|Gl.|Gleichung|Gleichungen',
    figure: 'Abb.|Abb.|Abbildung|Abbildungen|Bild',
    folio: 'Fol.|Fol.|Blatt|Blätter|Bl.',
    issue: 'Heft|Hefte',
    line: 'Z.|Z.|Zeile|Zeilen',
    note: 'Anm.|Anm.|Anmerkung|Anmerkungen|Fn.|Fußnote|Fußnoten',
    number: 'Nr.|Nr.|Nummer|Nummern',
    paragraph: 'Abs.|Abs.|Absatz|Absätze|Rn.|Rdnr.|Randnummer',
    part: 'Teil|Teile',
    scene: 'Szene|Szenen',
    section: 'Abschn.|Abschn.|Abschnitt|Abschnitte',
    'sub-verbo': 's. v.|s. vv.',
    table: 'Tab.|Tab.|Tabelle|Tabellen',
    verse: 'V.|V.|Vers|Verse',
    volume: 'Bd.|Bde.|Band|Bände',
  },
  es: {
    page: 'p.|pp.|página|páginas|pág.|págs.',
    'article-locator': 'art.|arts.|artículo|artículos',
    book: 'lib.|lib.|libro|libros',
    chapter: 'cap.|caps.|capítulo|capítulos',
    column: 'col.|col.|columna|columnas',
    equation: 'ec.|ecs.|ecuación|ecuaciones',
    figure: 'fig.|figs.|figura|figuras',
    folio: 'f.|ff.|folio|folios',
    issue: 'n.º|n.º|número|números',
    line: 'l.|l.|línea|líneas',
    note: 'n.|n.|nota|notas',
    paragraph: 'párr.|párrs.|párrafo|párrafos',
    part: 'pt.|pt.|parte|partes',
    section: 'sec.|secs.|sección|secciones',
    'sub-verbo': 's. v.|s. vv.|sub voce|sub vocibus',
    table: 'tabla|tablas',
    verse: 'v.|vv.|verso|versos',
    volume: 'vol.|vols.|volumen|volúmenes',
  },
  fr: {
    page: 'p.|p.|page|pages|pp.',
    act: 'acte|actes',
    appendix: 'append.|append.|appendice|appendices|annexe|annexes',
    'article-locator': 'art.|art.|article|articles',
    book: 'livre|livres',
    canon: 'can.|can.|canon|canons',
    chapter: 'chap.|chap.|chapitre|chapitres',
    column: 'col.|col.|colonne|colonnes',
    equation: 'eqt.|eqt.|équation|équations',
    figure: 'fig.|fig.|figure|figures',
    folio: 'fᵒ|fᵒˢ|folio|folios',
    issue: 'nᵒ|nᵒˢ|numéro|numéros|n°',
    line: 'l.|l.|ligne|lignes',
    note: 'n.|n.|note|notes',
    paragraph: 'paragr.|paragr.|paragraphe|paragraphes',
    part: 'part.|part.|partie|parties',
    rule: 'règle|règles',
    scene: 'sc.|sc.|scène|scènes',
    section: 'sect.|sect.|section|sections',
    'sub-verbo': 's. v.|s. v.|sub verbo|sub verbis',
    table: 'tab.|tab.|tableau|tableaux',
    'title-locator': 'tit.|tit.|titre|titres',
    verse: 'v.|v.|verset|versets',
    volume: 'vol.|vol.|volume|volumes|tome|tomes',
  },
  nl: {
    page: "p.|pp.|pagina|pagina's|pagina’s|blz.|bladzijde|bladzijden|pag.",
    book: 'bk.|bk.|boek|boeken',
    chapter: 'hfdst.|hfdst.|hoofdstuk|hoofdstukken|hfst.',
    figure: 'fig.|fig.|figuur|figuren',
    folio: "f.|f.|folio|folio's|folio’s",
    issue: 'nr.|nr.|nummer|nummers',
    line: 'l.|l.|regel|regels',
    note: 'n.|n.|aantekening|aantekeningen|noot|noten',
    paragraph: 'par.|par.|paragraaf|paragrafen',
    part: 'deel|delen',
    section: 'sec.|sec.|sectie|secties',
    table: 'tab.|tab.|tabel|tabellen',
    verse: 'v.|vv.|vers|versen',
    volume: 'vol.|vols.|volume|volumes|bd.',
  },
};

/** The labels of a language, of which `en`, `de-DE` and `de_AT` are names; undefined where it has no table, as English. */
export function labelsOf(language: string | undefined): Labels | undefined {
  const name = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(LOCAL_LABELS, name) ? LOCAL_LABELS[name] : undefined;
}
