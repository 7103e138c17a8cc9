import * as vscode from 'vscode';
import type { Services } from '../../shell/services';

/** Where notes are written. */
const MARKDOWN: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'quarto' },
  { pattern: '**/*.{md,markdown}' },
];

/** Helps with writing notes: completion in front matter and of `[[links]]`, and where these lead. Loaded with the first use. */
export function noteWriting({ library, notes, references }: Services): vscode.Disposable[] {
  const load = async () => {
    const [{ NoteCompletion }, { NoteLinks }, { NoteNames }, { paperHover }, { paperContext }, { withReference }] =
      await Promise.all([
        import('./noteCompletion'),
        import('./noteLinks'),
        import('./noteNames'),
        import('../../citing/showing/paperHover'),
        import('../../library/paperMarkdown'),
        import('../../citing/showing/paperReference'),
      ]);
    const names = new NoteNames(notes);
    const entryOf = (key: string) => library.shown.get(key);
    return {
      completion: new NoteCompletion({ notes, names, entryOf, papers: () => library.own.entries() }),
      links: new NoteLinks({
        names,
        entryOf,
        hoverOf: async (entry, note, document) => {
          const context = await withReference(entry, paperContext(library), references, document);
          return paperHover(entry, context, note.text);
        },
      }),
    };
  };
  let loading: ReturnType<typeof load> | undefined;
  const loaded = () => (loading ??= load());
  return [
    vscode.languages.registerCompletionItemProvider(
      MARKDOWN,
      { provideCompletionItems: async (...where) => (await loaded()).completion.provide(where[0], where[1]) },
      '[',
    ),
    vscode.languages.registerDocumentLinkProvider(MARKDOWN, {
      provideDocumentLinks: async (document) => (await loaded()).links.provideDocumentLinks(document),
    }),
    vscode.languages.registerHoverProvider(MARKDOWN, {
      provideHover: async (...where) => (await loaded()).links.provideHover(where[0], where[1]),
    }),
    vscode.languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: async (...where) => (await loaded()).links.provideDefinition(where[0], where[1]),
    }),
  ];
}
