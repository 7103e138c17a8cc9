import * as vscode from 'vscode';
import { SYNTAXES } from '../../citations/syntaxes';
import { lazyCommand } from '../host/command';
import { LazyFixes } from '../host/lazyFixes';
import type { FeatureContext } from '../shell/feature';
import { Bibliographies } from './bibliography';
import { CitationDiagnostics } from './checking/citationDiagnostics';
import { CitedPapers } from './showing/citedPapers';
import { CitationCompletion, type CompletionParts } from './completing/completionProvider';
import { CitationTargets } from './showing/definitionProvider';
import { KeyPlaces } from './showing/keyPlaces';
import { Cited, NotWritable } from './completing/cited';
import { CitationHover } from './showing/hoverProvider';
import { paperContext } from '../library/paperMarkdown';
import { transfers } from './inserting/transfers';
import { PaperRanking } from './completing/paperRanking';
import { RecentPapers } from './completing/recentPapers';
import { CITING_DOCUMENTS, selectorOf } from './selectors';
import { DocumentSurroundings } from './checking/surroundings';

/** Everything that helps with citing inside of documents. */
export function citing({ services, state, own, commands }: FeatureContext): void {
  const {
    library,
    notes,
    references,
    search,
    choice,
    drafts,
    log,
    following,
    bibliographies,
    documents,
    citations,
    lastChange,
    retractions,
  } = services;
  const recent = new RecentPapers(state);
  const cited = new CitedPapers(new KeyPlaces(documents, library, notes), library);
  const completion: CompletionParts = {
    documents,
    ranking: new PaperRanking(library, search, recent, log),
    isKey: (word) => library.own.resolve(word) !== undefined,
    paperDocumentation: async ({ entry }, document) => {
      const [{ paperDocumentation }, { withReference }] = await Promise.all([
        import('./showing/paperHover'),
        import('./showing/paperReference'),
      ]);
      return paperDocumentation(entry, await withReference(entry, paperContext(library), references, document));
    },
  };
  const targets = new CitationTargets(cited, notes);
  const surroundings = new DocumentSurroundings(library, bibliographies, following);
  const bibliography = new Bibliographies({
    library,
    documents,
    citations,
    bibliographies,
    lastChange,
    recent,
    drafts,
    log,
    following,
  });
  own(
    recent,
    bibliography,
    surroundings,
    new CitationDiagnostics({ library, documents, surroundings, retractions, log }),
    ...Object.values(SYNTAXES).map((syntax) =>
      vscode.languages.registerCompletionItemProvider(
        selectorOf(syntax),
        new CitationCompletion(syntax, completion),
        ...syntax.completion.triggers,
      ),
    ),
    vscode.languages.registerHoverProvider(CITING_DOCUMENTS, new CitationHover(cited, library, notes, references)),
    vscode.languages.registerDefinitionProvider(CITING_DOCUMENTS, targets),
    vscode.languages.registerImplementationProvider(CITING_DOCUMENTS, targets),
    new LazyFixes(
      async () => new (await import('./checking/citationFixes')).CitationFixes(documents, library),
    ).register(CITING_DOCUMENTS),
    ...transfers(library, recent, references, bibliographies),
  );
  commands(
    lazyCommand(
      'literatureNotes.insertCitation',
      async () =>
        new (await import('./inserting/insertCitation')).InsertCitation(drafts, choice, recent, bibliographies),
    ),
    lazyCommand(
      'literatureNotes.insertCitationWithDetails',
      async () =>
        new (await import('./inserting/insertCitationWithDetails')).InsertCitationWithDetails(
          drafts,
          choice,
          recent,
          bibliographies,
        ),
    ),
    lazyCommand(
      'literatureNotes.copyCitationsAs',
      async () => new (await import('./inserting/copyCitationsAs')).CopyCitationsAs(),
    ),
    ...bibliography.commands(),
    new Cited(recent),
    new NotWritable(),
  );
}
