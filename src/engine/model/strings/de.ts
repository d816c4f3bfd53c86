import type { BrowserStrings, Strings } from './index.ts';

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const conjunction = new Intl.ListFormat('de', { type: 'conjunction' });
const listOf = (words: readonly string[]): string => conjunction.format(words);

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}. ${months[(month ?? 1) - 1]} ${year}`;
}

export const browser: BrowserStrings = {
  copied: 'Kopiert',
  copyRefused: 'Der Browser hat es abgelehnt',
  indexMissing: 'Der Suchindex konnte nicht geladen werden.',
  kinds: { Essay: 'Essays', Work: 'Quellen', Page: 'Seiten', Guide: 'Leitfaden für Autoren' },
  nothingFound: (query) => `Nichts gefunden zu „${query}“.`,
  pagesFound: (count) => `${countOf(count, 'Seite', 'Seiten')} gefunden.`,
  allPages: (count) => (count === 1 ? 'Die eine Seite' : `Alle ${count} Seiten`),
  works: (count) => countOf(count, 'Quelle', 'Quellen'),
  worksShown: (shown, all) => `${shown} von ${countOf(all, 'Quelle', 'Quellen')}`,
};

/** All that pages, posts and feeds say in German, and what checks know of its sentences. */
export const de: Strings = {
  language: 'de',
  prose: {
    sentences: new Intl.Segmenter('de', { granularity: 'sentence' }),
    abbreviation:
      /(?:(?<!\p{L})(?:al|vgl|bzw|ca|usw|etc|ggf|evtl|sog|inkl|Abb|Tab|Kap|Abschn|Nr|Bd|Hrsg|Jh|Dr|Prof|St|Aufl|z\.\s?B|d\.\s?h|u\.\s?a|o\.\s?ä|i\.\s?d\.\s?R|v\.\s?a|\p{L})\.|(?<!\d)\d{1,2}\.|[,;:(])\s*$/u,
    month: new RegExp(`^\\.?\\s+(?:${months.join('|')})(?!\\p{L})`, 'u'),
    numbering:
      /(?<!\p{L})(?:Abbildung|Tabelle|Abschnitt|Kapitel|Teil|Satz|Lemma|Anhang|Gleichung|Schritt|Version|Phase|Stufe|Zeile|Spalte|Abb\.|Tab\.|Kap\.|Nr\.|S\.)\s+$/iu,
    limits: /grenze|einschränkung|schwäche|vorbehalt|limitation/i,
    limitsHeading: 'Grenzen',
    vagueLinks: [
      ...['hier', 'hier klicken', 'klick', 'dies', 'das', 'es', 'link', 'dieser link', 'diesem link', 'diese seite'],
      ...['diese website', 'dieser artikel', 'dieser beitrag', 'mehr', 'weiterlesen', 'mehr lesen', 'mehr dazu'],
      ...['mehr erfahren', 'weitere informationen', 'quelle', 'siehe hier', 'siehe dort', 'dort'],
    ],
  },
  day: formatDay,
  works: browser.works,
  minutes: (count) => countOf(count, 'Minute', 'Minuten'),
  labels: {
    figure: 'Abbildung',
    table: 'Tabelle',
    theorem: 'Satz',
    lemma: 'Lemma',
    definition: 'Definition',
    conjecture: 'Vermutung',
    finding: 'Befund',
    references: 'Literatur',
    notes: 'Anmerkungen',
    withheld: 'Nicht veröffentlicht.',
  },
  finding: {
    directions: { for: 'Dafür', against: 'Dagegen', mixed: 'Gemischt' },
    certainties: {
      'very-low': 'sehr geringe Sicherheit',
      low: 'geringe Sicherheit',
      moderate: 'mittlere Sicherheit',
      high: 'hohe Sicherheit',
    },
    bearsOn: 'betrifft',
    ofEssay: (finding, title) => `${finding} in „${title}“`,
    reasons: {
      proved: 'Bewiesen',
      indirect: 'indirekter Belege',
      imprecise: 'ungenauer Zahlen',
      inconsistent: 'widersprüchlicher Ergebnisse',
      'one-group': 'nur einer Autorengruppe',
      'self-interest': 'eigener Interessen der Autoren',
      confounded: 'anderer möglicher Erklärungen',
      selected: 'einer Auswahl beim Berichten',
      replicated: 'einer Wiederholung durch andere',
      'large-effect': 'eines großen Effekts',
      'across-families': 'mehrerer Modellfamilien',
      'argument-only': 'Begründet, nicht gemessen',
    },
    lowered: (reasons) => `Herabgestuft wegen ${listOf(reasons)}`,
    raised: (reasons) => `Heraufgestuft wegen ${listOf(reasons)}`,
  },
  essay: {
    originalFile: (label) => `${label} als Datei`,
    backToText: (time) => (time > 1 ? `Zurück zum Text, Stelle ${time}` : 'Zurück zum Text'),
    citedAt: 'zitiert bei',
    backToCitation: (number) => `Zurück zum Zitat ${number}`,
    aboutWork: 'über diese Quelle',
    number: (number, all) => `Essay ${number} von ${all}`,
    cited: (count) => (count === 1 ? 'Quelle zitiert' : 'Quellen zitiert'),
    published: 'Veröffentlicht am',
    updated: 'Aktualisiert am',
    searched: 'Zuletzt recherchiert am',
    asPost: 'Als Beitrag',
    contents: 'Inhalt',
    neighbours: 'Vorheriger und nächster Essay',
    previous: 'Zurück',
    next: 'Weiter',
  },
  drafting: {
    human: 'Von Menschen geschrieben',
    assisted: 'Mit Hilfe eines Sprachmodells geschrieben',
    model: 'Von einem Sprachmodell entworfen',
    notReviewed: 'noch von keinem Menschen geprüft',
    reviewedBy: (names) => `geprüft von ${names}`,
  },
  clearance: {
    status: { draft: 'Entwurf', review: 'in Prüfung', cleared: 'freigegeben' },
    notCleared: (status) => `Freigabe: ${status}`,
    clearedBy: (name) => `freigegeben durch ${name}`,
    checklist: 'Checkliste',
  },
  cite: {
    title: 'Diesen Essay zitieren',
    within: 'In:',
    version: (day) => `Fassung vom ${formatDay(day)}.`,
    copy: (label) => `${label} kopieren`,
  },
  copy: {
    notCleared: 'Ein Entwurf, der nicht zur Veröffentlichung freigegeben ist. Er darf nicht gepostet werden.',
    asOf: (day) => `Dies ist eine Kopie vom ${day}. Laufend gepflegt wird `,
    canonical: 'die maßgebliche Fassung',
    ofReview: '. Der Essay gehört zur Übersicht „',
    end: '“.',
    model: (models) => ` Er wurde von einem Sprachmodell entworfen (${models})`,
    assisted: (models) => ` Er wurde mit Hilfe eines Sprachmodells geschrieben (${models})`,
    notReviewed: ' und noch von keinem Menschen geprüft',
    withNotes: ' Das gilt auch für die Anmerkungen am Ende.',
    seeNote: (number) => ` (siehe Anmerkung ${number})`,
  },
  site: {
    skip: 'Zum Text springen',
    navigation: 'Website',
    essays: 'Essays',
    works: 'Quellen',
    domains: 'Gebiete',
    about: 'Über',
    textUnder: 'Text unter',
    source: 'Quelltext dieser Seite',
    report: 'Fehler melden',
    reportTitle: (path) => `Fehler auf ${path}`,
    guide: 'Leitfaden für Autoren',
    feed: 'Feed',
    previews: 'Vorschau der Beiträge',
    drafts: 'Entwürfe',
    notForPublication: 'Nicht zur Veröffentlichung.',
    showsDrafts: (count) =>
      count === 1
        ? 'Diese Fassung zeigt einen Essay, der nicht freigegeben ist:'
        : `Diese Fassung zeigt ${count} Essays, die nicht freigegeben sind:`,
  },
  home: {
    kind: 'Eine fortlaufende Übersicht',
    lastChanged: (day) => `zuletzt geändert am ${day}`,
    answer: 'Die Antwort bisher',
    essays: 'Die Essays',
    essaysOn: (essays, domains) => `${countOf(essays, 'Essay', 'Essays')} zu ${domains} von`,
    literatures: (count) => countOf(count, 'Gebiet', 'Gebieten'),
    restingOn: ', gestützt auf',
    method: 'Wie die Übersicht entsteht',
    noEssays: 'Es gibt noch keinen Essay.',
    noWorks: 'Es gibt noch keine Quelle.',
    next: 'Die nächsten Schritte:',
    newDomain: 'Ein Gebiet anlegen, das befragt wird:',
    newEssay: 'Einen Essay dazu beginnen:',
    newWork: 'Eine Quelle zum Zitieren aufnehmen:',
    guide: 'Der Leitfaden für Autoren',
    guideSays: 'führt durch alles Weitere (auf Englisch).',
  },
  start: {
    answer: 'Noch wurde nichts gelesen.',
    abstract: (question) => `Diese Übersicht fragt: ${question}`,
    about: 'Über diese Übersicht',
    aboutDescription: 'Wer diese Übersicht schreibt, und wie.',
    aboutText: 'Hier steht, wer diese Übersicht schreibt, wie sie entsteht und was geprüft wurde.',
  },
  essays: {
    description: (title) => `Die Essays der Übersicht „${title}“ in ihrer Reihenfolge.`,
    standfirst:
      'In der Reihenfolge, in der man sie am besten liest. Jeder befragt ein Gebiet der Literatur, was es zur Frage sagt.',
    list: 'Essays in ihrer Reihenfolge',
  },
  domains: {
    description: 'Die Gebiete der Literatur, die befragt werden, mit der Frage an jedes und den Essays dazu.',
    standfirst: 'Die Gebiete der Literatur, die befragt werden, und die Frage an jedes.',
    notRead: 'Noch nicht gelesen',
  },
  library: {
    description: (count) =>
      `Alle Quellen, die in der Übersicht vorkommen (${count}): was sie sagen und wo sie zitiert werden.`,
    standfirst:
      'Worauf sich die Übersicht stützt. Die Seite jeder Quelle sagt, was wir ihr entnehmen, und zeigt die Sätze, die sie zitieren.',
    filter: 'Quellen filtern',
    words: 'Titel, Autor oder Jahr',
    citedIn: 'Zitiert in',
    anyDomain: 'allen Gebieten',
    year: 'Jahr',
    anyYear: 'alle',
    show: 'Zeigen',
    all: 'alle',
    cited: 'zitierte',
    notCited: 'noch nicht zitiert',
    list: 'Liste der Quellen',
    order: ', nach dem ersten Autor',
    etAl: 'et al.',
    citedTimes: (count) => (count === 1 ? 'einmal zitiert' : `${count}-mal zitiert`),
    none: 'Keine Quelle passt.',
    showAll: 'Alle zeigen',
  },
  work: {
    arxiv: 'Zusammenfassung auf arXiv',
    says: 'Was sie sagt',
    abstract: 'Zusammenfassung',
    notCited: 'Noch nicht zitiert',
    cited: 'Wo sie zitiert wird',
    opening: 'am Anfang',
  },
  search: {
    title: 'Suche',
    description: 'Die Essays und Quellen der Übersicht durchsuchen.',
    field: 'Essays und Quellen durchsuchen',
    guideToo: 'Auch im Leitfaden für Autoren',
    results: 'Ergebnisse',
    choose: 'auswählen',
    open: 'öffnen',
    close: 'schließen',
    closeButton: 'Schließen',
    noScript: [
      'Die Suche braucht JavaScript. Ohne sie sind die ',
      ' und die ',
      ' vollständig, und Ihr Browser kann in einer Seite suchen.',
    ],
    listOfWorks: 'Liste der Quellen',
    listOfEssays: 'Liste der Essays',
  },
  notFound: {
    title: 'Nicht gefunden',
    description: 'Unter dieser Adresse gibt es keine Seite.',
    heading: 'Hier gibt es keine Seite',
    cause: 'Vielleicht ist die Adresse vertippt, oder der Schlüssel einer Quelle hat sich geändert.',
    search: 'Durchsuchen Sie die Übersicht',
    lookThrough: ', sehen Sie die',
    begin: ' durch, oder beginnen Sie mit einem Essay.',
  },
};
