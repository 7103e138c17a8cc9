import type { Ready } from '../ready';
import { el, replaceKeepingFocus } from '../dom';
import { say } from '../say';
import { factsSection } from './factsSection';
import { headSection } from './headSection';
import { citedSection, problemsSection, relatedSection } from './listSections';
import type { DetailsParts, FromDetails, ToDetails } from './messages';
import { noteSection } from './noteSection';
import { abstractSection, keywordsSection, referenceSection } from './textSections';
import type { DetailsView, Editing, Section } from './view';

interface Kept {
  readonly closed?: readonly string[];
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromDetails | Ready): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const SECTIONS: readonly Section[] = [
  headSection,
  problemsSection,
  noteSection,
  abstractSection,
  keywordsSection,
  factsSection,
  referenceSection,
  citedSection,
  relatedSection,
];

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;
const status = document.getElementById('status')!;
const places = new Map(SECTIONS.map((section) => [section, el('div', {})]));
/** What each section shows now, to tell whether it is to be drawn anew. */
const shown = new Map<Section, string>();
/** Sections that are closed, which stay so; and how often more was asked for of the long lists of this paper. */
const closed = new Set(vscode.getState()?.closed ?? []);
const steps = new Map<string, number>();

let told: Extract<ToDetails, { type: 'paper' }> | undefined;
let parts: DetailsParts = {};
let editing: Editing | undefined;

function isClosing(list: string): boolean {
  return list.startsWith('closed-');
}

function toggle(list: string): void {
  if (isClosing(list)) {
    if (!closed.delete(list)) closed.add(list);
    vscode.setState({ closed: [...closed] });
  } else if (!steps.delete(list)) steps.set(list, 1);
  draw();
}

function unfold(list: string): void {
  steps.set(list, (steps.get(list) ?? 0) + 1);
  draw();
}

function view(): DetailsView | undefined {
  if (!told?.paper) return undefined;
  const { paper, words, back } = told;
  return {
    words,
    paper,
    back,
    parts,
    editing,
    send: (message) => vscode.postMessage({ citekey: paper.citekey, ...message }),
    isUnfolded: (list) => (isClosing(list) ? closed : steps).has(list),
    toggle,
    stepsOf: (list) => steps.get(list) ?? 0,
    unfold,
    cancelEditing: () => endEditing(editing?.field),
    save: (text) => {
      if (!editing || editing.isSaving) return;
      editing.text = text;
      editing = { ...editing, isSaving: true, refusal: undefined };
      vscode.postMessage({ type: 'save', citekey: paper.citekey, field: editing.field, text });
      draw();
    },
    say: tell,
  };
}

function tell(sentence: string): void {
  say(status, sentence);
}

function endEditing(field: Editing['field'] | undefined): void {
  if (editing === undefined || editing.field !== field) return;
  editing = undefined;
  draw();
  main.querySelector<HTMLElement>(`[data-key="edit-${field}"]`)?.focus();
}

function draw(): void {
  const now = view();
  if (!now) {
    shown.clear();
    main.replaceChildren(el('p', 'nothing', told?.words.nothing));
    return;
  }
  if (places.get(headSection)?.parentElement !== main) main.replaceChildren(...places.values());
  for (const [section, place] of places) {
    const shows = JSON.stringify(section.shows(now));
    if (shown.get(section) === shows) continue;
    shown.set(section, shows);
    replaceKeepingFocus(place, section.draw(now));
  }
}

function showPaper(message: Extract<ToDetails, { type: 'paper' }>): void {
  const isOther = message.paper?.citekey !== told?.paper?.citekey;
  told = message;
  if (isOther) {
    steps.clear();
    parts = {};
    editing = undefined;
    window.scrollTo(0, 0);
  }
  draw();
}

window.addEventListener('message', ({ data }: MessageEvent<ToDetails>) => {
  if (data.type === 'paper') return showPaper(data);
  if (data.type === 'say') return tell(data.sentence);
  if (data.citekey !== told?.paper?.citekey) return;
  switch (data.type) {
    case 'part':
      parts = { ...parts, ...data.part };
      draw();
      break;
    case 'edit': {
      const { field, stated } = data;
      editing = { field, stated, text: stated.text };
      draw();
      const box = main.querySelector<HTMLInputElement>('[data-key="box"]');
      box?.focus();
      box?.scrollIntoView({ block: 'nearest' });
      break;
    }
    case 'refused':
      if (editing?.field === data.field) editing = { ...editing, refusal: data.sentence, isSaving: false };
      else tell(data.sentence);
      draw();
      break;
    case 'edited':
      endEditing(data.field);
      break;
  }
});

vscode.postMessage({ type: 'ready' });
